"""Codebooks and verdict scales: labels, keys and fields as data that a user can edit."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.model.errors import UserError
from annotator.model.records import Label

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
FIGURE_TERMS = {"kind": FIGURE_KINDS, "comparator": COMPARATORS}
"""The fields of a figure that say one of a few terms, or nothing."""
CHECKWORTHY = ("no", "unimportant", "checkworthy")
CLAIM_STATUSES = ("open", "draft", "in_check", "for_review", "checked", "published", "corrected")
TOPIC_SCOPES = ("mention", "passage", "turn")
FIELD_TYPES = ("text", "number", "choice", "boolean", "date")
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#999999")
"""What new labels and authors get in turn; the colour-blind can tell them apart (Okabe and Ito)."""
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


def refuse_shared_keys(labels: Iterable[Label]) -> None:
    """Raise UserError if two labels in use have the same key, or one has no usable key."""
    owner: dict[str, Label] = {}
    for label in labels:
        if label.retired or not label.key:
            continue
        if label.key not in tuple(KEYS):
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


def next_colour(taken: Iterable[str]) -> str:
    """Return the first of the colours that the fewest have of those that are taken."""
    return min(COLOURS, key=Counter(taken).__getitem__)


def free_key(labels: Iterable[Label]) -> str:
    """Return the first key that no label in use has, or nothing."""
    taken = {label.key for label in labels if not label.retired}
    return next((key for key in KEYS if key not in taken), "")


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
