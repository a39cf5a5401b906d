"""A project with a short text, and what is suggested for it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Never

from annotator.formats.incoming import IncomingDocument
from annotator.model.ids import AnnotationId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import Figure
from annotator.model.snapshot import Snapshot
from annotator.model.suggestion import Suggestion
from annotator.workspace.incoming import Arrivals
from annotator.workspace.suggesting import Place
from annotator.workspace.workspace import Workspace
from tests.workspace.example_workspace import new_project

TEXT = "主持人:开始。\n张三:共有18万人到场,占93.5%,花了3亿元。"


def project_with_text(folder: Path) -> Workspace:
    """Return a new project with the text in it."""
    made = new_project(folder)
    made.apply(Arrivals(made).document_edit(IncomingDocument("briefing", TEXT)))
    return made


def loaded(workspace: Workspace) -> Snapshot:
    """Return the document as the file has it."""
    return workspace.load(workspace.documents()[0].id)


def suggested(quote: str, kind: str) -> Suggestion:
    """Return a figure that is suggested."""
    start = TEXT.index(quote)
    figure = Figure(AnnotationId(""), "1", "1", kind=kind)
    place = start, start + len(quote), quote
    return Suggestion(LabelKind.FIGURE, *place, 0.9, Message("reads"), figure=figure)


FIGURES = [suggested("18万人", "cardinal"), suggested("93.5%", "percent")]


class FromBehind(dict[Place, Suggestion]):
    """What has been found, for who does not go through all of it."""

    def __iter__(self) -> Iterator[Place]:
        """Refuse it."""
        self._refuse()

    def items(self) -> Never:
        """Refuse it."""
        self._refuse()

    def values(self) -> Never:
        """Refuse it."""
        self._refuse()

    def _refuse(self) -> Never:
        message = "all that was found is gone through for a part of it"
        raise AssertionError(message)
