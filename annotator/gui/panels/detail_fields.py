"""The fields of claims, figures, topics and evidence, and how records become form values."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import TypeVar

from annotator.gui.panels.editors import Choices, Field
from annotator.model.codebook import (
    CHECKWORTHY,
    CLAIM_STATUSES,
    CLAIM_TYPES,
    COMPARATORS,
    FIGURE_KINDS,
    TOPIC_SCOPES,
)
from annotator.model.ids import SpeakerId
from annotator.model.kinds import ReviewState, Stance
from annotator.model.message import _
from annotator.model.records import Claim, Evidence, ExtraField, Figure, Topic

AnyRecord = TypeVar("AnyRecord", bound=Claim | Figure | Topic | Evidence)


def words(value: str) -> str:
    """Return a value as a person reads it, in the user's language."""
    return _(value.replace("_", " "))


def named(values: Sequence[str]) -> Choices:
    """Return choices whose names are their values as words."""
    return [(value, words(value)) for value in values]


def claim_fields(scales: Choices) -> list[Field]:
    """Return the fields of a claim."""
    return [
        Field(
            "text", _("Claim"), "long", hint=_("What is claimed, understood without the context")
        ),
        Field("speaker", _("Speaker"), "choice"),
        Field("date", _("Date"), "date", hint="2026-01-05"),
        Field("types", _("Types"), "flags", named(CLAIM_TYPES)),
        Field("checkworthy", _("Worth checking"), "choice", named(CHECKWORTHY)),
        Field("priority", _("Priority"), "choice", [(str(n), str(n)) for n in (1, 2, 3)]),
        Field("scale", _("Scale"), "choice", scales),
        Field("verdict", _("Verdict"), "choice"),
        Field("rationale", _("Rationale"), "long", hint=_("Why; enough without a verdict")),
        Field("status", _("Status"), "choice", named(CLAIM_STATUSES), is_required=True),
    ]


def figure_fields() -> list[Field]:
    """Return the fields of a figure."""
    return [
        Field("value", _("Date value"), "date", hint="--12-29"),
        Field("low", _("Low"), "number"),
        Field("high", _("High"), "number"),
        Field("unit", _("Unit")),
        Field("kind", _("Kind"), "choice", named(FIGURE_KINDS)),
        Field("approximator", _("Approximator"), hint=_("e.g. about, nearly, 约, 近")),
        Field("comparator", _("Comparator"), "choice", [(c, c) for c in COMPARATORS]),
        Field("referent", _("What is counted")),
        Field("denominator", _("Out of what")),
        Field("rate", _("Rate"), hint=_("e.g. per day, 每人每年")),
        Field("period", _("Period")),
        Field("as_of", _("As of"), "date", hint="2026-01"),
        Field("place", _("Place")),
        Field("source", _("Stated source")),
    ]


def fields_beside_the_point(figure: Figure) -> frozenset[str]:
    """Return the fields that say nothing of a figure of its kind and are empty."""
    is_date = figure.kind in {"date", "time"}
    beside = ("low", "high", "unit", "denominator", "rate") if is_date else ("value",)
    values = form_values(figure)
    return frozenset(name for name in beside if not values[name])


def topic_fields() -> list[Field]:
    """Return the fields of a topic."""
    return [
        Field("scope", _("Scope"), "choice", named(TOPIC_SCOPES), is_required=True),
        Field("stance", _("Speaker's stance")),
    ]


def evidence_fields() -> list[Field]:
    """Return the fields of a piece of evidence."""
    return [
        Field("stance", _("Stance"), "choice", named([s.value for s in Stance]), is_required=True),
        Field("url", _("Address"), hint="https://"),
        Field("archived_url", _("Archived copy"), hint="https://"),
        Field("publisher", _("Publisher")),
        Field("published", _("Published"), "date"),
        Field("accessed", _("Accessed"), "date"),
        Field("quote", _("Quote"), "long"),
        Field("file_name", _("File")),
        Field("file_sha256", _("SHA-256")),
    ]


def review_states() -> Choices:
    """Return the states of a review."""
    return [
        (ReviewState.OPEN.value, _("Open")),
        (ReviewState.ACCEPTED.value, _("Accepted")),
        (ReviewState.REJECTED.value, _("Rejected")),
        (ReviewState.UNSURE.value, _("Unsure")),
    ]


def review_fields() -> list[Field]:
    """Return what a reviewer says of an annotation."""
    return [
        Field("state", _("Your review"), "choice", review_states(), is_required=True),
        Field("note", _("Remark"), "long", hint=_("Why; the others read it")),
    ]


def extra_fields(own: Sequence[ExtraField]) -> list[Field]:
    """Return the fields that a label adds."""
    kinds = {"number": "number", "date": "date", "choice": "choice", "boolean": "choice"}
    yes_no = [("true", _("yes")), ("false", _("no"))]
    return [
        Field(
            field.name,
            field.name,
            kinds.get(field.type, "text"),
            yes_no if field.type == "boolean" else [(c, c) for c in field.choices],
        )
        for field in own
    ]


def form_values(record: Claim | Figure | Topic | Evidence) -> dict[str, str]:
    """Return a record's fields as a form has them."""
    values = {}
    for field in fields(record):
        value = getattr(record, field.name)
        values[field.name] = _form_value(value)
    return values


def _form_value(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(value)
    return "" if value is None else str(value)


def with_values(record: AnyRecord, values: Mapping[str, str]) -> AnyRecord:
    """Return the record with what a form holds."""
    changed: dict[str, object] = dict(values)
    if isinstance(record, Claim):
        changed["types"] = tuple(values["types"].split())
        changed["speaker"] = SpeakerId(values["speaker"]) if values["speaker"] else None
        changed["priority"] = int(values["priority"]) if values["priority"] else None
    if isinstance(record, Evidence):
        changed["stance"] = Stance(values["stance"] or Stance.CONTEXT)
    return replace(record, **changed)  # type: ignore[arg-type]
