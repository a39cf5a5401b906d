"""The outlines of suggestions in the transcript, each a mark under an id of its own."""

from collections.abc import Iterable

from annotator.gui.view.marks import Mark
from annotator.gui.view.transcript_view import TranscriptView
from annotator.model.kinds import LabelKind
from annotator.model.suggestion import Suggestion
from annotator.workspace.suggesting import place_of

PREFIX = "suggestion:"
COLOURS = {LabelKind.FIGURE: "#0072B2", LabelKind.CLAIM: "#009E73", LabelKind.TOPIC: "#E69F00"}


class Outlines:
    """Keeps the view's outlines as the list has the suggestions; a proposed topic has none."""

    def __init__(self, view: TranscriptView) -> None:
        self._view = view
        self._by_mark: dict[str, Suggestion] = {}
        self._shown: dict[int, Suggestion] = {}
        """By identity: comparing all at each step is slow."""

    def show(self, suggestions: Iterable[Suggestion]) -> None:
        """Outline these and no others."""
        wanted = {id(x): x for x in suggestions if not x.proposal}
        self.drop([x for key, x in self._shown.items() if key not in wanted])
        self.add(wanted.values())

    def add(self, more: Iterable[Suggestion]) -> None:
        """Outline these as well."""
        new = [x for x in more if not x.proposal and id(x) not in self._shown]
        self._view.add_marks(map(_mark, new))
        self._by_mark |= {mark_id(x): x for x in new}
        self._shown |= {id(x): x for x in new}

    def drop(self, gone: Iterable[Suggestion]) -> None:
        """Take away the outlines of some, the others stay."""
        ids = [mark_id(x) for x in gone if self._shown.pop(id(x), None) is not None]
        self._view.remove_marks(ids)
        for each in ids:
            del self._by_mark[each]

    def clear(self) -> None:
        """Take all away."""
        self._view.remove_marks(self._by_mark)
        self._by_mark, self._shown = {}, {}

    def of(self, mark: str) -> Suggestion | None:
        """Return the suggestion that a mark of the view outlines, if it is one."""
        return self._by_mark.get(mark)


def mark_id(suggestion: Suggestion) -> str:
    """Return the id of a suggestion's mark."""
    kind, start, end = place_of(suggestion)
    return f"{PREFIX}{kind}:{start}:{end}"


def _mark(suggestion: Suggestion) -> Mark:
    return Mark(
        mark_id(suggestion),
        suggestion.start,
        suggestion.end,
        suggestion.kind,
        "",
        COLOURS[suggestion.kind],
        suggested=True,
    )
