"""Codebooks and verdict scales: labels, keys and fields as data that a user can edit."""

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.model.errors import UserError
from annotator.model.ids import LabelId, NewId
from annotator.model.kinds import LabelKind
from annotator.model.records import ExtraField, Label

CLAIM_TYPES = (
    "quantity",
    "comparison",
    "causal",
    "law",
    "prediction",
    "quote",
    "position",
    "event",
)
FIGURE_KINDS = (
    "cardinal",
    "percent",
    "money",
    "ratio",
    "fraction",
    "range",
    "ordinal",
    "duration",
    "date",
    "multiple",
    "temperature",
    "score",
    "time",
)
COMPARATORS = ("=", "<", "<=", ">", ">=", "~", "<~", ">~")
CHECKWORTHY = ("no", "unimportant", "checkworthy")
CLAIM_STATUSES = ("open", "draft", "in_check", "for_review", "checked", "published", "corrected")
TOPIC_SCOPES = ("mention", "passage", "turn")
FIELD_TYPES = ("text", "number", "choice", "boolean", "date")
KEYS = "123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One label of a verdict scale; ``rank`` runs from 0 (false) to 1 (true), as decimal text."""

    slug: str
    names: Mapping[str, str]
    rank: str | None = None


@dataclass(frozen=True, slots=True)
class VerdictScale:
    """A scale that verdicts are given on; one without verdicts asks for a conclusion only."""

    slug: str
    names: Mapping[str, str]
    verdicts: tuple[Verdict, ...] = ()


def read_codebook(source: str, new_id: NewId, name: str = "codebook") -> tuple[Label, ...]:
    """Return the labels of a codebook in TOML, in its order.

    Raises:
        UserError: it is not TOML, lacks a field, or uses a key twice.
    """
    entries = _entries(source, "labels", name)
    slugs = {entry.get("slug", ""): LabelId(new_id()) for entry in entries}
    labels = tuple(_label(entry, order, slugs, name) for order, entry in enumerate(entries))
    refuse_shared_keys(labels)
    return labels


def read_verdict_scales(source: str, name: str = "verdict scales") -> tuple[VerdictScale, ...]:
    """Return the verdict scales of a TOML file, in its order.

    Raises:
        UserError: it is not TOML or lacks a field.
    """
    return tuple(_scale(entry, name) for entry in _entries(source, "scales", name))


def refuse_shared_keys(labels: Iterable[Label]) -> None:
    """Raise UserError if two labels in use have the same key, or one has no usable key."""
    owner: dict[str, Label] = {}
    for label in labels:
        if label.retired or not label.key:
            continue
        if label.key not in KEYS:
            raise UserError(
                "The key “{key}” of {label} is none of 1-9 and a-z.",
                key=label.key,
                label=label.name(),
            )
        if label.key in owner:
            raise UserError(
                "The key “{key}” belongs to both {first} and {second}: give one of them another.",
                key=label.key,
                first=owner[label.key].name(),
                second=label.name(),
            )
        owner[label.key] = label


def free_key(labels: Iterable[Label]) -> str:
    """Return the first key that no label in use has, or nothing."""
    taken = {label.key for label in labels if not label.retired}
    return next((key for key in KEYS if key not in taken), "")


def _entries(source: str, table: str, name: str) -> list[dict[str, Any]]:
    try:
        found = tomllib.loads(source).get(table)
    except tomllib.TOMLDecodeError as error:
        raise UserError(
            "{name} is not valid TOML: {reason}.", name=name, reason=str(error)
        ) from error
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise UserError(
            "{name} has no list [[{table}]]: add at least one entry.", name=name, table=table
        )
    return found


def _label(entry: dict[str, Any], order: int, slugs: Mapping[str, LabelId], name: str) -> Label:
    try:
        return Label(
            slugs[entry.get("slug", "")],
            LabelKind(entry["kind"]),
            names=_texts(entry["names"]),
            slug=entry["slug"],
            parent=slugs[entry["parent"]] if entry.get("parent") else None,
            definitions=_texts(entry.get("definitions", entry.get("definition", {}))),
            examples=tuple(str(example) for example in entry.get("examples", ())),
            colour=entry.get("colour", "#0072B2"),
            key=str(entry.get("key", "")),
            order=order,
            extra_fields=tuple(_extra_field(field) for field in entry.get("fields", ())),
        )
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise UserError(
            "Label {number} of {name} is incomplete: {reason}.",
            number=order + 1,
            name=name,
            reason=str(error),
        ) from error


def _extra_field(entry: dict[str, Any]) -> ExtraField:
    choices = tuple(str(choice) for choice in entry.get("choices", ()))
    if entry.get("type", "text") not in FIELD_TYPES:
        raise ValueError(entry["type"])
    return ExtraField(str(entry["name"]), entry.get("type", "text"), choices)


def _texts(table: dict[str, Any]) -> dict[str, str]:
    return {language: str(text) for language, text in table.items()}


def _scale(entry: dict[str, Any], name: str) -> VerdictScale:
    try:
        verdicts = tuple(
            Verdict(v["slug"], _texts(v["names"]), None if "rank" not in v else str(v["rank"]))
            for v in entry.get("verdicts", ())
        )
        return VerdictScale(entry["slug"], _texts(entry["names"]), verdicts)
    except (KeyError, TypeError, AttributeError) as error:
        raise UserError(
            "A verdict scale of {name} is incomplete: {reason}.", name=name, reason=str(error)
        ) from error


def label_named(labels: Sequence[Label], name: str) -> Label:
    """Return the label with this id, slug, name in any language or key.

    Raises:
        UserError: there is none, or there are several.
    """
    tests: tuple[Callable[[Label], bool], ...] = (
        lambda label: label.id == name,
        lambda label: label.slug == name,
        lambda label: name in label.names.values(),
        lambda label: label.key == name and not label.retired,
    )
    for fits in tests:
        found = [label for label in labels if fits(label)]
        if len(found) == 1:
            return found[0]
        if found:
            raise UserError("Several labels are called {name}: give the id.", name=name)
    known = ", ".join(label.slug or label.name() for label in labels)
    raise UserError("There is no label {name}; there are {known}.", name=name, known=known)
