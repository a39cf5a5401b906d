"""Figures of a text as statements, read by the program's own finder."""

from functools import cache

from annotator.checks.accounts import Examined
from annotator.checks.run import check_text
from annotator.checks.scene import Scene
from annotator.checks.statement import Check
from annotator.model.ids import DocumentId
from annotator.workspace.checking import examine

DOCUMENT = DocumentId("d")


def read(text: str) -> Examined:
    return examine(DOCUMENT, text)


def scene_of(text: str) -> Scene:
    return Scene(text, read(text).statements)


@cache
def checked(text: str) -> tuple[Check, ...]:
    return tuple(check_text(text, read(text).statements))


def found_in(text: str, kind: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the verdicts and figures of the checks of one type."""
    return [(c.verdict.value, c.texts) for c in checked(text) if c.type.value == kind]


def workings_of(text: str, kind: str) -> list[str]:
    """Return the arithmetic that the checks of one type tell."""
    return [str(c.working) for c in checked(text) if c.type.value == kind]
