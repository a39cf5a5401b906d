"""Shows what somebody else changed meanwhile beside what the user was about to change."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import StrEnum

from annotator.gui.dialogs import Prompts
from annotator.gui.panels.detail_fields import (
    claim_fields,
    evidence_fields,
    figure_fields,
    topic_fields,
    words,
)
from annotator.model.errors import ChangedMeanwhileError, Difference
from annotator.model.message import _
from annotator.model.records import Claim, Evidence, Figure, Record, Span, Topic

Row = tuple[str, str, str]


def wants_mine(prompts: Prompts, error: ChangedMeanwhileError, names: Mapping[str, str]) -> bool:
    """Ask whether the user's own values shall hold; nothing else of the others is lost by that.

    ``names`` says what is shown in place of an id.
    """
    rows = [
        (field, names.get(mine, mine), names.get(theirs, theirs))
        for difference in error.differences
        for field, mine, theirs in differing(difference)
    ]
    if any(difference.theirs is None for difference in error.differences):
        prompts.compare(_("Deleted meanwhile"), str(error), rows, may_choose=False)
        return False
    return prompts.compare(_("Changed meanwhile"), str(error), rows, may_choose=True)


def differing(difference: Difference) -> Iterator[Row]:
    """Yield field, own value and the others' value where those two differ."""
    mine, theirs = difference.mine, difference.theirs
    if mine is None or theirs is None:
        some = mine or theirs
        if some is not None:
            told = words(type(some).__name__.lower())
            yield told, _whole(mine), _whole(theirs)
        return
    names = _field_names(mine)
    for field in fields(mine):
        one, other = getattr(mine, field.name), getattr(theirs, field.name)
        if one != other:
            yield names.get(field.name, words(field.name)), as_text(one), as_text(other)


def _whole(record: Record | None) -> str:
    if record is None:
        return _("(deleted)")
    told = (as_text(getattr(record, field.name)) for field in fields(record) if field.name != "id")
    return ", ".join(text for text in told if text)[:200]


def _field_names(record: Record) -> Mapping[str, str]:
    match record:
        case Claim():
            found = claim_fields([])
        case Figure():
            found = figure_fields()
        case Topic():
            found = topic_fields()
        case Evidence():
            found = evidence_fields()
        case _:
            return {"note": _("Note"), "label": _("Label"), "title": _("Title"), "date": _("Date")}
    return {field.name: field.label for field in found}


def as_text(value: object) -> str:
    """Return a field's value as a person reads it."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {told}" for name, told in value.items())
    if isinstance(value, tuple):
        return ", ".join(v.quote if isinstance(v, Span) else str(v) for v in value)
    if isinstance(value, StrEnum):
        return words(value.value)
    return "" if value is None else str(value)
