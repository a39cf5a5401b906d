"""The desks of a project's page that are made when they are needed, or in idle time."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from annotator.gui.bench import Bench
from annotator.gui.document_desk import DocumentDesk
from annotator.gui.page_parts import PageParts
from annotator.gui.polled_worker import PolledWorker

if TYPE_CHECKING:
    from annotator.gui.check_desk import CheckDesk
    from annotator.gui.panels.annotation_table import AnnotationTable
    from annotator.gui.panels.check_panel import CheckPanel
    from annotator.gui.panels.empty_middle import EmptyMiddle
    from annotator.gui.panels.suggestion_panel import SuggestionPanel
    from annotator.gui.print_desk import PrintDesk
    from annotator.gui.step_desk import StepDesk
    from annotator.gui.suggestion_desk import SuggestionDesk
    from annotator.gui.table_desk import TableDesk
    from annotator.gui.transfer_desk import TransferDesk

AT_THE_BOTTOM = {"table": "table_desk", "suggestions": "suggestion_desk", "checks": "check_desk"}
"""The desks of the panels of the bottom area."""
IN_THE_TEXT = ("suggestion_desk", "check_desk")
"""Those of them that are about the document on show."""


class PageDesks(PageParts):
    """The first paint does without them; each is made once, by asking for it."""

    document_desk: DocumentDesk
    _bench: Bench
    _worker: PolledWorker
    _remembered: Mapping[str, str]

    @cached_property
    def empty(self) -> EmptyMiddle:
        """What stands in the place of the transcript while there is none."""
        from annotator.gui.panels.empty_middle import EmptyMiddle

        empty = EmptyMiddle(self.view)
        empty.import_requested.connect(lambda: self.transfer_desk.ask_for_files())  # noqa: PLW0108 - made late
        empty.paste_requested.connect(lambda: self.transfer_desk.paste())  # noqa: PLW0108 - made late
        return empty

    @cached_property
    def table(self) -> AnnotationTable:
        """All annotations of the project."""
        from annotator.gui.panels.annotation_table import AnnotationTable

        return self.bottom.put("table", AnnotationTable(self.bottom.holder))

    @cached_property
    def suggestions(self) -> SuggestionPanel:
        """What could be marked."""
        from annotator.gui.panels.suggestion_panel import SuggestionPanel

        return self.bottom.put("suggestions", SuggestionPanel(self.bottom.holder))

    @cached_property
    def checks(self) -> CheckPanel:
        """Figures held against each other."""
        from annotator.gui.panels.check_panel import CheckPanel

        return self.bottom.put("checks", CheckPanel(self.bottom.holder))

    @cached_property
    def table_desk(self) -> TableDesk:
        """Fills the table of annotations."""
        from annotator.gui.table_desk import TableDesk

        return TableDesk(self._bench, self.table, self._worker)

    @cached_property
    def suggestion_desk(self) -> SuggestionDesk:
        """Finds suggestions and carries out what becomes of them."""
        from annotator.gui.suggestion_desk import SuggestionDesk

        desk = SuggestionDesk(self._bench, self.suggestions, self._worker)
        desk.counted.connect(partial(self.bottom.set_count, "suggestions"))
        desk.reviewed.connect(self.document_desk.show_review)
        desk.told.connect(self.inspector.show_suggestion)
        desk.show_document()
        return desk

    @cached_property
    def check_desk(self) -> CheckDesk:
        """Has figures held against each other."""
        from annotator.gui.check_desk import CheckDesk

        desk = CheckDesk(self._bench, self.checks, self._worker)
        desk.counted.connect(partial(self.bottom.set_count, "checks"))
        desk.show_document()
        return desk

    @cached_property
    def print_desk(self) -> PrintDesk:
        """Prints the transcript."""
        from annotator.gui.print_desk import PrintDesk

        return PrintDesk(self._bench)

    @cached_property
    def transfer_desk(self) -> TransferDesk:
        """Imports and exports."""
        from annotator.gui.transfer_desk import TransferDesk

        return TransferDesk(self._bench, self._layout.bar, self._remembered)

    @cached_property
    def step_desk(self) -> StepDesk:
        """Undo and redo."""
        from annotator.gui.step_desk import StepDesk

        return StepDesk(self._bench, lambda: self._layout.bar)

    def _make_rest(self) -> Generator[Callable[[], object]]:
        """Yield what makes the parts that the first paint did without, one after the other."""
        yield from self.inspector.make_rest()
        for panel, desk in AT_THE_BOTTOM.items():
            yield partial(import_module, f"annotator.gui.{desk}")
            yield partial(getattr, self, panel)
            yield partial(getattr, self, desk)
        yield self.table_desk.refresh

    def _made(self) -> Iterator[TableDesk | SuggestionDesk | CheckDesk]:
        """Yield the desks of the bottom area that were made."""
        yield from (vars(self)[name] for name in AT_THE_BOTTOM.values() if self._has(name))

    def _show_found(self) -> None:
        """Show what is found in the document on show, once all of it is read."""
        for name in filter(self._has, IN_THE_TEXT):
            getattr(self, name).show_document()

    def _has(self, name: str) -> bool:
        """Say whether a part that is made when it is needed was made."""
        return name in vars(self)
