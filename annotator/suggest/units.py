"""Units and hedging words as data: read from TOML, compiled into patterns once."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from annotator.model.errors import UserError
from annotator.resources import resource_path

Pattern = re.Pattern[str]
_NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit and the kind of figure it makes."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything about figures that is data: units, hedging words, words that are no figures.

    The patterns match folded text in any case; the mappings are keyed by the folded form in
    lower case, with one space for any white space.
    """

    units: Mapping[str, Unit]
    currencies: Mapping[str, Unit]
    articles: frozenset[str]
    comparators_before: Mapping[str, str]
    comparators_after: Mapping[str, str]
    unit_pattern: Pattern
    noun_pattern: Pattern
    currency: Pattern
    currency_before: Pattern
    hedge_before: Pattern
    hedge_after: Pattern
    not_figures: Pattern

    def unit(self, form: str) -> Unit:
        """Return the unit that a matched form or currency sign names."""
        key = form_key(form)
        return self.units.get(key) or self.currencies[key]


def form_key(form: str) -> str:
    """Return a form as the mappings are keyed: lower case, single spaces."""
    return " ".join(form.lower().split()).removeprefix("-")


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary that comes with the program."""
    return read_vocabulary(
        resource_path("units", "units.toml"), resource_path("units", "words.toml")
    )


def read_vocabulary(units: Path, words: Path) -> Vocabulary:
    """Read the two TOML files; the comments at their tops say what is in them.

    Raises:
        UserError: a file is missing, no TOML, or lacks a field.
    """
    try:
        return _vocabulary(_complete(_read(units)["unit"]), _read(words))
    except (KeyError, TypeError, AttributeError) as error:
        raise UserError(
            "{units} or {words} lacks {field}.",
            units=units.name,
            words=words.name,
            field=str(error),
        ) from error


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UserError(
            "{name} cannot be read: {reason}.", name=path.name, reason=str(error)
        ) from error


def _vocabulary(entries: Sequence[dict[str, Any]], words: Mapping[str, Any]) -> Vocabulary:
    before, after = words["before"], words["after"]
    return Vocabulary(
        units=_by_form(entries, "forms", "nouns"),
        currencies=_by_form(entries, "before"),
        articles=frozenset(form for entry in entries for form in entry.get("article", ())),
        comparators_before={form_key(word["word"]): word["comparator"] for word in before},
        comparators_after={form_key(word["word"]): word["comparator"] for word in after},
        unit_pattern=_compiled(f"(?:{_alternatives(_forms(entries, 'forms'))})"),
        noun_pattern=_compiled(rf"\s{{1,3}}(?P<noun>{_alternatives(_forms(entries, 'nouns'))})"),
        currency=_compiled(_alternatives(_forms(entries, "before"))),
        currency_before=_compiled(rf"(?:{_alternatives(_forms(entries, 'before'))})\s?\Z"),
        hedge_before=_compiled(f"(?:{'|'.join(_hedges(before)) or _NOTHING})" + r"\s{0,3}\Z"),
        hedge_after=_compiled(rf"\s{{0,3}}(?P<word>{_alternatives(w['word'] for w in after)})"),
        not_figures=_compiled(_alternatives(words["not_figures"]["words"])),
    )


def _forms(entries: Iterable[dict[str, Any]], field: str) -> list[str]:
    return [form for entry in entries for form in entry.get(field, ())]


def _complete(entries: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """Return the entries, each of which must have a name, a kind and forms."""
    for entry in entries:
        _ = entry["name"], entry["kind"], entry["forms"]
    return entries


def _by_form(entries: Iterable[dict[str, Any]], *fields: str) -> dict[str, Unit]:
    return {
        form_key(form): Unit(entry["name"], entry["kind"])
        for entry in entries
        for field in fields
        for form in entry.get(field, ())
    }


def _hedges(words: Iterable[dict[str, Any]]) -> list[str]:
    """Return patterns for the words in front of a number, the longest first."""
    ordered = sorted(words, key=lambda word: len(word["word"]), reverse=True)
    return [
        (f"(?<![{re.escape(word['not_after'])}])" if word.get("not_after") else "")
        + _word_pattern(word["word"])
        for word in ordered
    ]


def _alternatives(forms: Iterable[str]) -> str:
    ordered = sorted(forms, key=len, reverse=True)
    return "|".join(_word_pattern(form) for form in ordered) or _NOTHING


def _word_pattern(form: str) -> str:
    """Return a pattern for one form: Latin letters do not run on, a space takes white space."""
    pattern = re.escape(form).replace(r"\ ", r"\s{1,3}")
    left = "(?<![A-Za-z])" if form[0].isascii() and form[0].isalpha() else ""
    right = "(?![A-Za-z])" if form[-1].isascii() and form[-1].isalpha() else ""
    return left + pattern + right


def _compiled(pattern: str) -> Pattern:
    return re.compile(pattern, re.IGNORECASE)
