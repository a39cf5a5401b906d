"""Units and hedging words as data: read from TOML, compiled into patterns once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from annotator.model.codebook import FIGURE_KINDS
from annotator.model.errors import UserError
from annotator.model.word_lists import read_lists
from annotator.resources import own_path, resource_path
from annotator.suggest.figures.day_parts import DayParts
from annotator.suggest.figures.numerals import fold
from annotator.suggest.figures.tries import WHITE, FirstWords, any_word, any_word_backwards
from annotator.suggest.figures.word_list import Before, WordList, last_of, words_before

Pattern = re.Pattern[str]
Entry = Mapping[str, Any]
_STRESS = "(?:very|really|pretty|most|more|absolutely|particularly|incredibly|extremely)"
"""What stresses a further word between a number and what is talked of."""
_FILES = (
    "counting.toml",
    "shares.toml",
    "money.toml",
    "time.toml",
    "measures.toml",
    "words.toml",
    "homes.toml",
    "lists.toml",
)
_TEXTS = ("forms", "before", "nouns", "article")
_LISTS = frozenset(
    [
        *("words", "unless", "names_after", "ordinals_before", "second_of", "places", "talk_nouns"),
        *("titles", "capital_titles", "row_titles", "numbered", "counted_before", "counted_at"),
        *("dialled", "hotlines", "not_units", "still_units", "speaking", "gathered", "no_names"),
        *("sure", "agreeing", "events", "quoted_events", "coded", "of_guns", "codes", "acts"),
        *("one_does", "no_things", "deeds", "compounds"),
        *("meeting_scopes", "meetings", "plans", "methods", "bodies", "before_years", "happened"),
        *("named_by_year", "crowds", "metals", "mornings", "afternoons", "nights"),
        *("fates", "reported", "which_time", "lasting", "ranked", "ways"),
    ]
)
"""The names of the lists that the files may add words to."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit and the kind of figure it makes; ``factor`` times the number is in it."""

    name: str
    kind: str
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything about figures that is data: units, hedging words, words that are no figures.

    The patterns match folded text; those called ``before_…`` match reversed text, from the
    number backwards. The mappings are keyed by the folded form with single spaces; ``homes``
    has the currency of the place that a word names, ``lists`` the words of each list.
    """

    units: Mapping[str, Unit]
    currencies: Mapping[str, Unit]
    articles: frozenset[str]
    comparators_before: Mapping[str, str]
    comparators_after: Mapping[str, str]
    unit_pattern: FirstWords
    not_units: FirstWords
    still_units: FirstWords
    noun_pattern: Pattern
    currency: Pattern
    before_currency: Before
    before_hedge: Before
    before_title: Before
    before_row: Before
    before_numbered: Before
    talk_nouns: Pattern
    hedge_after: Pattern
    hedge_firsts: frozenset[str]
    names_after: Pattern
    name_firsts: frozenset[str]
    ordinals_before: Pattern
    homes: Mapping[str, str]
    home_pattern: Pattern
    not_figures: tuple[str, ...]
    unless: tuple[str, ...]
    lists: Mapping[str, WordList]
    day_parts: DayParts

    def unit(self, form: str) -> Unit:
        """Return the unit that a matched form names, behind a number or in front."""
        if known := self.units.get(form):
            return known
        key = form_key(form)
        return self.units.get(key) or self.currencies[key]

    def sign(self, sign: str) -> Unit:
        """Return the currency of a matched sign: the pesos of P500, which are pence behind it."""
        return self.currencies[form_key(sign)]


@lru_cache(maxsize=1024)
def form_key(form: str) -> str:
    """Return a form as the mappings are keyed: folded, single spaces, none before a hyphen."""
    return " ".join(fold(form).split()).replace(" -", "-").removeprefix("-").lstrip()


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of the program's files and of the user's own, which win."""
    own = own_path("units")
    return read_vocabulary(
        *(resource_path("units", name) for name in _FILES),
        *(sorted(own.glob("*.toml")) if own.is_dir() else ()),
    )


def read_vocabulary(*files: Path) -> Vocabulary:
    """Read TOML files; the comments at their tops say what may be in them.

    Raises:
        UserError: a file is missing, no TOML, or lacks a field.
    """
    read = _Lists()
    for file in files:
        content = read_lists(file)
        try:
            read.add(content, file.name)
        except KeyError as error:
            raise UserError("{name} lacks {field}.", name=file.name, field=str(error)) from error
        except (TypeError, AttributeError) as error:
            raise UserError(
                "{name} is not of the form of the program's own files: {reason}.",
                name=file.name,
                reason=str(error),
            ) from error
    return _vocabulary(read.units, (read.before, read.after), read.lists, read.homes)


@dataclass(slots=True)
class _Lists:
    """What the files hold, the words folded: units, hedges, lists by name, currencies by home."""

    units: list[Entry] = field(default_factory=list)
    before: list[Entry] = field(default_factory=list)
    after: list[Entry] = field(default_factory=list)
    lists: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in _LISTS})
    homes: dict[str, str] = field(default_factory=dict)

    def add(self, content: Entry, file: str) -> None:
        """Take what one file holds."""
        parts = [part for entry in content.get("unit", ()) for part in _parts(entry)]
        for part in parts:
            _refuse_odd(part, file)
        self.units += parts
        self.before += map(_hedge, content.get("before", ()))
        self.after += map(_hedge, content.get("after", ()))
        for home in content.get("home", ()):
            self.homes |= {_word(word): home["currency"] for word in home["words"]}
        for table in ("not_figures", "lists"):
            for name, words in content.get(table, {}).items():
                self.lists[name] += map(_word, words)


def _refuse_odd(entry: Entry, name: str) -> None:
    """Raise UserError if an entry holds what would only be noticed when a text is read."""
    if entry["kind"] not in FIGURE_KINDS:
        raise UserError(
            "{name}: the kind of “{unit}” must be one of {kinds}.",
            name=name,
            unit=str(entry["name"]),
            kinds=", ".join(FIGURE_KINDS),
        )
    for key in _TEXTS:
        texts = entry.get(key, [])
        if not isinstance(texts, list) or not all(isinstance(x, str) and x.strip() for x in texts):
            raise UserError(
                "{name}: “{field}” of “{unit}” must be a list of texts in quotes.",
                name=name,
                field=key,
                unit=str(entry["name"]),
            )


def _word(told: object) -> str:
    """Return a word, folded; raises TypeError if it is none."""
    if not isinstance(told, str) or not told.strip():
        raise TypeError(told)
    return fold(told)


def _parts(entry: Entry) -> list[Entry]:
    """Return an entry, which must have a name, a kind and forms, and those of its parts."""
    whole = {"name": entry["name"], "kind": entry["kind"]}
    _ = entry["forms"]
    parts = []
    for part in entry.get("parts", ()):
        try:
            factor = Decimal(part["factor"])
        except (InvalidOperation, ValueError) as error:
            raise TypeError(part["factor"]) from error
        parts.append({**whole, "forms": part["forms"], "factor": factor})
    return [entry, *parts]


def _hedge(entry: Entry) -> Entry:
    return {**entry, "word": _word(entry["word"]), "comparator": entry["comparator"]}


def _vocabulary(
    units: Sequence[Entry],
    hedges: tuple[Sequence[Entry], Sequence[Entry]],
    lists: Mapping[str, Sequence[str]],
    homes: Mapping[str, str],
) -> Vocabulary:
    before, after = hedges
    return Vocabulary(
        units=_by_form(units, "forms", "nouns"),
        currencies=_by_form(units, "before"),
        articles=frozenset(_forms(units, "article")),
        comparators_before={form_key(word["word"]): word["comparator"] for word in before},
        comparators_after={form_key(word["word"]): word["comparator"] for word in after},
        unit_pattern=FirstWords(_forms(units, "forms")),
        not_units=FirstWords(lists["not_units"]),
        still_units=FirstWords(lists["still_units"]),
        noun_pattern=re.compile(rf"\s{{1,3}}(?P<noun>{any_word(_forms(units, 'nouns'))})"),
        currency=re.compile(any_word(_forms(units, "before"))),
        before_currency=words_before(r"\s?", _forms(units, "before")),
        before_hedge=Before(
            re.compile(r"\s{0,3}" + _hedges(before)), last_of(word["word"] for word in before)
        ),
        before_title=words_before(r"\s{1,3}", lists["titles"]),
        before_numbered=words_before(r"[:\s]{0,3}", lists["numbered"], ":"),
        before_row=words_before(r"\s{1,3}", lists["row_titles"]),
        talk_nouns=re.compile(rf"\s(?:{_STRESS}\s)?(?:[a-z]+\s)?{any_word(lists['talk_nouns'])}\b"),
        hedge_after=re.compile(
            rf"\s{{0,3}}(?P<word>{any_word(w['word'] for w in after)}){_ends(after)}"
        ),
        hedge_firsts=WHITE | _first(word["word"] for word in after),
        names_after=re.compile(
            rf"{any_word(lists['names_after'])}|(?<=[0-9]{{3}}){any_word(lists['happened'])}"
        ),
        name_firsts=_first([*lists["names_after"], *lists["happened"]]),
        ordinals_before=re.compile(any_word(lists["ordinals_before"])),
        homes=homes,
        home_pattern=re.compile(any_word(homes)),
        not_figures=tuple(lists["words"]),
        unless=tuple(lists["unless"]),
        lists={name: WordList(words) for name, words in lists.items()},
        day_parts=DayParts(lists["mornings"], lists["afternoons"], lists["nights"]),
    )


def _first(words: Iterable[str]) -> frozenset[str]:
    """Return the characters that words begin with; a space stands for any white space."""
    firsts = frozenset(word.lower()[0] for word in words)
    return firsts | WHITE if " " in firsts else firsts


def _forms(entries: Iterable[Entry], field: str) -> list[str]:
    return [fold(form) for entry in entries for form in entry.get(field, ())]


def _by_form(entries: Iterable[Entry], *fields: str) -> dict[str, Unit]:
    return {
        form_key(form): Unit(entry["name"], entry["kind"], entry.get("factor", Decimal(1)))
        for entry in entries
        for field in fields
        for form in entry.get(field, ())
    }


def _ends(words: Iterable[Entry]) -> str:
    """Return what keeps words behind a number from running on into others."""
    return "".join(
        f"(?<!{re.escape(word['word'])}(?=[{re.escape(word['not_before'])}]){_spared(word)})"
        for word in words
        if word.get("not_before")
    )


def _spared(word: Entry) -> str:
    """Return what keeps the words that a word may stand before from being refused."""
    return f"(?!{any_word(word['but_before'])})" if word.get("but_before") else ""


def _hedges(words: Iterable[Entry]) -> str:
    """Return a pattern for the words in front of a number, in reversed text."""
    plain = [word["word"] for word in words if not word.get("not_after")]
    guarded = [
        f"{any_word_backwards([word['word']])}{_guard(word)}"
        for word in words
        if word.get("not_after")
    ]
    return f"(?:{'|'.join([any_word_backwards(plain), *guarded])})"


def _guard(word: Entry) -> str:
    """Return what keeps a word from being the end of another, in reversed text."""
    guard = f"(?![{re.escape(word['not_after'])}])"
    spared = word.get("but_after")
    return f"(?:(?={any_word_backwards(spared)})|{guard})" if spared else guard
