"""A text with its figures in order: sentences, what stands between figures, words around them."""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from annotator.checks.ellipsis import completed
from annotator.checks.nouns import NOUN_BEFORE, Beside, are_one_noun
from annotator.checks.periods import dated, periods_in
from annotator.checks.ranges import apart
from annotator.checks.sound import sound
from annotator.checks.statement import Statement, kept
from annotator.checks.words import (
    HAN,
    behind_label,
    is_onto,
    likeness,
    longest_run,
    pairs_in,
    shared_part,
    shared_run,
    since_now,
    stems_in,
    telling,
    units_of,
    without_times,
)
from annotator.model.script import simplified
from annotator.model.text import sentences

_CLAUSE_END = re.compile(r"(?<![0-9]),|,(?![0-9])|[，;；:：。!！?？\n、]")
_COMMA = re.compile(r"(?<![0-9]),|,(?![0-9])|[，;；。!！?？]")
_HEADER = re.compile(
    rf"\A[^，,。：:]{{0,6}}?([{HAN}]{{2,16}}?)(?:方面|部分|情况|上|来看|来说)[，,]"
)
_HALF = re.compile(f"(?<=[{HAN}])[,;:!?]|[,;:!?](?=[{HAN}])")
_FULL = dict(zip(",;:!?", "，；：！？", strict=True))
"""What stands beside Chinese characters is full punctuation, however it is written."""
YEAR = re.compile(r"(?P<year>(?:18|19|20)[0-9]{2})(?:-[0-9]{2}){0,2}")
REACH, MOST, FAR_ENOUGH = 240, 20, 200
SETTING, MANY, ANSWER, QUESTION = 160, 40, 120, 40
_OF_OUR = re.compile(r"\s+of (?:our|the|their|its|those|these)\s+(?=[0-9a-z])")
FEW_WORDS = 3
"""Fewer words than this in front of a figure need the clause before."""
LEFT, RIGHT = 20, 14
WORDS_LEFT, WORDS_RIGHT = 60, 48
_NOUN_WORTH = (0.0, 0.0, 0.15, 0.2, 0.25)
NEAR, _NEARNESS = 200, 0.06
_PHRASE_WORTH = (0.0, 0.0, 0.0, 0.02, 0.06, 0.12, 0.18)
"""What a run of so many Chinese characters, or half as many English words, is worth."""


class Scene:
    """One text with its statements in the order of the text, all in simplified characters.

    Punctuation beside Chinese characters is of full width.

    Patterns and comparisons need to know one script only; positions stay what they are.
    """

    def __init__(
        self,
        text: str,
        statements: Sequence[Statement],
        spoken: Callable[[Statement], str] = lambda _statement: "",
    ) -> None:
        """Take the day on which each statement is spoken from ``spoken``, "" if not known."""
        self.spoken = spoken
        self.written = text
        self.text = _HALF.sub(lambda found: _FULL[found.group()], simplified(text))
        figures = sorted(apart(text, sound(statements, len(text))), key=lambda s: (s.start, s.end))
        self.statements = list(completed(text, figures))
        self.sentences = list(sentences(text))
        self._units: dict[int, list[str]] = {}
        self._settings: dict[int, frozenset[str]] = {}
        self.directions: dict[tuple[int, int], int | None] = {}
        self._sides: dict[int, tuple[str, str]] = {}
        self._places = [statement.start for statement in self.statements]
        self._starts = [start for start, _end in self.sentences]
        self._said_from = [behind_label(self.text, start) for start in self._starts]
        self._index = {id(s): self.sentence_at(s.start) for s in self.statements}
        self.of_sentence: dict[int, list[Statement]] = {}
        for statement in self.statements:
            self.of_sentence.setdefault(self.sentence_of(statement), []).append(statement)

    def sentence_at(self, position: int) -> int:
        """Return the number of the sentence at a position."""
        return max(0, bisect_right(self._starts, position) - 1)

    def sentence_of(self, statement: Statement) -> int:
        """Return the number of the statement's sentence."""
        number = self._index.get(id(statement))
        return self.sentence_at(statement.start) if number is None else number

    def sentence(self, number: int) -> str:
        """Return a sentence's text; nothing outside the text."""
        if not 0 <= number < len(self.sentences):
            return ""
        start, end = self.sentences[number]
        return self.text[start:end]

    def start(self, number: int) -> int:
        """Return where a sentence starts, behind the name of who says it."""
        return self._said_from[number]

    def said(self, number: int) -> str:
        """Return a sentence's text without the name of who says it."""
        return self.text[self._said_from[number] : self.sentences[number][1]]

    def are_neighbours(self, first: int, second: int) -> bool:
        """Say whether two sentences are the same, or follow each other in one paragraph."""
        is_next = second == first + 1 and self.are_in_one_paragraph(first, second)
        return first == second or is_next

    def are_in_one_paragraph(self, first: int, second: int) -> bool:
        """Say whether no line ends between two sentences."""
        if not 0 <= first <= second < len(self.sentences):
            return False
        return "\n" not in self.text[self.sentences[first][1] : self.sentences[second][0]]

    def in_next_sentence(self, number: int) -> list[Statement]:
        """Return the statements of the sentence behind, if it is in the same paragraph."""
        is_near = self.are_neighbours(number, number + 1)
        return self.of_sentence.get(number + 1, []) if is_near else []

    def told_before(self, statement: Statement, back: int) -> list[Statement]:
        """Return what stands in front of a statement, so many sentences of its paragraph back."""
        number = self.sentence_of(statement)
        near = (n for n in range(number - back, number) if self.are_in_one_paragraph(n, number))
        known = [s for n in (*near, number) for s in self.of_sentence.get(n, [])]
        return [s for s in known if s.end <= statement.start]

    def are_joined(self, first: int, second: int) -> bool:
        """Say whether two sentences are the same, or only semicolons stand between them."""
        ends = (self.sentence(n).rstrip()[-1:] for n in range(first, second))
        return first <= second and all(end in (";", "；") for end in ends)

    def after_semicolons(self, number: int) -> list[Statement]:
        """Return the statements of the sentences that a semicolon joins to this one."""
        found: list[Statement] = []
        while self.sentence(number).rstrip().endswith((";", "；")):
            number += 1
            found += self.of_sentence.get(number, [])
        return found

    def within(self, start: int, end: int) -> tuple[Statement, ...]:
        """Return the statements that lie inside a passage or reach into it."""
        first = max(0, bisect_left(self._places, start) - 1)
        inside = self.statements[first : bisect_left(self._places, end)]
        return tuple(s for s in inside if s.end > start)

    def near(self, statement: Statement, reach: int = REACH) -> tuple[Statement, ...]:
        """Return the statements of the same sentence within so many code points, itself too."""
        number = self.sentence_of(statement)
        found = self.within(statement.start - reach, statement.end + reach)
        return tuple(s for s in found if self._index[id(s)] == number)

    def naming(self, noun: str, like: Statement) -> list[Statement]:
        """Return the statements with a word of a noun around them, those nearest to one."""
        found: dict[int, Statement] = {}
        for word in self.words_of(noun):
            group = self._naming.get(word, [])
            at = bisect_left(group, like.start, key=lambda s: s.start)
            found |= {s.start: s for s in group[max(0, at - MOST) : at + MOST]}
        return [found[start] for start in sorted(found)]

    @cached_property
    def _naming(self) -> Mapping[str, list[Statement]]:
        found: dict[str, list[Statement]] = {}
        for statement in self.statements:
            for feature in self.features(statement):
                found.setdefault(feature, []).append(statement)
        return found

    def between(self, first: Statement, second: Statement) -> str:
        """Return the text between two statements."""
        return self.text[first.end : second.start]

    def before(self, statement: Statement, length: int = LEFT) -> str:
        """Return the text in front of a statement, within its sentence."""
        start = self._said_from[self.sentence_of(statement)] if self.sentences else 0
        return self.text[max(start, statement.start - length) : statement.start]

    def after(self, statement: Statement, length: int = RIGHT) -> str:
        """Return the text behind a statement, within its sentence."""
        end = self.sentences[self.sentence_of(statement)][1] if self.sentences else 0
        return self.text[statement.end : max(statement.end, min(end, statement.end + length))]

    def whole_of(self, statement: Statement) -> Statement | None:
        """Return the number right behind that a number is a part of: 41 of our 58 routes."""
        found = _OF_OUR.match(self.after(statement, WORDS_RIGHT))
        at = statement.end + found.end() if found else 0
        return next((s for s in self.within(at, at + 1) if s.start == at), None) if found else None

    def _said_of(self, statement: Statement, length: int) -> str:
        """Return the text behind a statement, or behind the whole that it is a part of."""
        return self.after(self.whole_of(statement) or statement, length)

    # --- words around ---

    def features(self, statement: Statement) -> frozenset[str]:
        """Return what stands around a figure: pairs of Chinese characters, English words."""
        return self._features[id(statement)]

    @cached_property
    def _features(self) -> Mapping[int, frozenset[str]]:
        return {id(s): frozenset(self._features_of(s)) for s in self.statements}

    def _features_of(self, statement: Statement) -> Iterator[str]:
        for side in (self.before(statement), self.after(statement)):
            yield from pairs_in(side)
        yield from stems_in(self.before(statement, WORDS_LEFT))
        yield from stems_in(self.after(statement, WORDS_RIGHT))

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        """How rare each feature is around the figures of this text."""
        counts = Counter(f for found in self._features.values() for f in found)
        total = len(self.statements) + 1
        return {feature: math.log(1 + total / count) for feature, count in counts.items()}

    def likeness(self, first: Statement, second: Statement) -> float:
        """Return from 0 to 1 how much what stands around two figures is the same.

        A shared noun behind the figures, or a long shared phrase, counts beside shared words.
        """
        words = likeness(self.features(first), self.features(second), self._weights)
        noun = shared_run(self.after(first), self.after(second), from_start=True)
        phrase = max(noun, self.shared_phrase(first, second))
        near = _NEARNESS if abs(first.start - second.start) < NEAR else 0.0
        return min(1.0, words + _NOUN_WORTH[min(noun, 4)] + _PHRASE_WORTH[min(phrase, 6)] + near)

    def clause(self, statement: Statement) -> str:
        """Return the words from a comma or so before a statement to the next one behind it."""
        left = " ".join(_COMMA.split(self.before(statement, 2 * WORDS_LEFT))[-2:])
        right = _COMMA.split(self.after(statement, WORDS_RIGHT))
        return since_now(left) + "|" + right[0]

    def dated_clause(self, statement: Statement) -> str:
        """Return a statement's clause, with years for "last year" where that is known."""
        return dated(self.clause(statement), self.spoken(statement))

    def times_of(self, statement: Statement) -> frozenset[str]:
        """Return how a statement's clause names its time: "this" year, "last" and the like."""
        return periods_in(self.dated_clause(statement)).get("relative", frozenset())

    def topic(self, statement: Statement) -> frozenset[str]:
        """Return what the clause around a figure says, without numbers and times.

        Where little stands in front of the figure, the clause before it belongs to it.
        """
        told = self._clause_sides(statement)
        return frozenset(word for words in told for word in self.words_of(words))

    def _clause_sides(self, statement: Statement) -> tuple[str, str]:
        return kept(self._sides, statement, self._find_sides)

    def _find_sides(self, statement: Statement) -> tuple[str, str]:
        left = self.before(statement, 2 * WORDS_LEFT)
        right = self._said_of(statement, 2 * WORDS_RIGHT)
        for other in self.near(statement, 2 * WORDS_LEFT):
            if other.figure.kind != statement.figure.kind:
                continue
            if is_onto(self.before(other), self.between(other, statement)):
                continue
            if other is self.whole_of(statement):
                continue
            if other.end <= statement.start:
                left = left[-(statement.start - other.end) :] if statement.start > other.end else ""
            elif other.start >= statement.end:
                right = right[: other.start - statement.end]
        before = _CLAUSE_END.split(left)
        said = before[-1]
        if len(before) > 1 and len(list(self.words_of(said))) < FEW_WORDS:
            said = f"{before[-2]} {said}".strip()
        return said, _CLAUSE_END.split(right)[0]

    words_of = staticmethod(telling)

    def subject(self, statement: Statement) -> str:
        """Return the clause of a figure as it is written, a bar in the figure's place."""
        return "|".join(self._clause_sides(statement))

    def sameness(self, first: Statement, second: Statement) -> float:
        """Return how much of the shorter clause around two figures the other one says too."""
        a, b = self.topic(first), self.topic(second)
        headed = (a | self._headed(first), b | self._headed(second))
        return max(shared_part(a, b), shared_part(*headed))

    def setting(self, statement: Statement) -> frozenset[str]:
        """Return the words of a figure's sentence; where little leads to it, those before too.

        A short answer, "It is 3,580 acres", takes up what was asked.
        """
        return kept(self._settings, statement, lambda s: frozenset(self._set(s)))

    def _set(self, statement: Statement) -> Iterator[str]:
        number = self.sentence_of(statement)
        left, right = self.before(statement, SETTING), self.after(statement, SETTING // 2)
        yield from self.words_of(f"{left}|{right}")
        start = self.sentences[number][0]
        if len(set(self.words_of(left))) < FEW_WORDS:
            yield from self.words_of(self.text[max(0, start - SETTING) : start])
        yield from self.words_of(self.asked(statement))

    def asked(self, statement: Statement) -> str:
        """Return the end of the question that a line starts to answer, if it is one."""
        line = self.text.rfind("\n", 0, statement.start)
        others = (s.figure.unit for s in self.within(line, statement.start))
        if line < 0 or statement.start - line > ANSWER or statement.figure.unit in others:
            return ""
        asked = self.text[max(0, line - SETTING) : line].rstrip().rpartition("\n")[2]
        return asked if re.search("[?？]", asked[-QUESTION:]) else ""

    def shared_setting(self, first: Statement, second: Statement) -> float:
        """Return what the words in both settings weigh, rare ones more."""
        return self.weight(self.setting(first) & self.setting(second))

    def weight(self, words: frozenset[str]) -> float:
        """Return how much words say, rare ones more."""
        return math.fsum(self._rarity.get(word, 0.0) for word in words)

    @cached_property
    def latest_year(self) -> int | None:
        """The last year that the text names."""
        found = (YEAR.fullmatch(s.figure.value) for s in self.statements if s.figure.value)
        return max((int(match["year"]) for match in found if match), default=None)

    @cached_property
    def units(self) -> Counter[str]:
        """How many figures have each unit."""
        return Counter({unit: len(group) for unit, group in self._of_units.items()})

    def of_unit(self, like: Statement) -> list[Statement]:
        """Return the statements nearest to one that have its unit; none if it has none."""
        group = self._of_units.get(like.figure.unit, []) if like.figure.unit else []
        at = bisect_left(group, like.start, key=lambda s: s.start)
        return group[max(0, at - FAR_ENOUGH) : at + FAR_ENOUGH]

    @cached_property
    def _of_units(self) -> Mapping[str, list[Statement]]:
        found: dict[str, list[Statement]] = {}
        for statement in self.statements:
            found.setdefault(statement.figure.unit, []).append(statement)
        return found

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        counts = Counter(word for s in self.statements for word in self.setting(s))
        total = max(MANY, len(self.statements) + 1)
        return {word: math.log(total / count) for word, count in counts.items()}

    def _headed(self, statement: Statement) -> frozenset[str]:
        return frozenset(self.words_of(self._header(statement)))

    def noun_before(self, statement: Statement) -> str:
        """Return the text in front of a statement up to what is counted, without times."""
        return without_times(self.before(statement))

    def _header(self, statement: Statement) -> str:
        """Return what a sentence says at its start that it is about, as in 住房方面."""
        found = _HEADER.match(self.sentence(self.sentence_of(statement)))
        return found[1] if found else ""

    def have_same_noun(self, first: Statement, second: Statement, least: int = NOUN_BEFORE) -> bool:
        """Say whether what is counted, right behind or in front of the figures, is the same.

        In front of them so many Chinese characters must be the same at least.
        """
        return are_one_noun(self._beside(first), self._beside(second), least)

    def _beside(self, statement: Statement) -> Beside:
        nouns = self.noun_before(statement), self._header(statement)
        left, right = self.before(statement, WORDS_LEFT), self._said_of(statement, WORDS_RIGHT)
        return Beside(statement.text, nouns, self.after(statement), left, right)

    def words_behind(self, statement: Statement) -> frozenset[str]:
        """Return the English content words among the next few behind a figure."""
        return self._beside(statement).words_behind()

    def words_beside(self, statement: Statement) -> frozenset[str]:
        """Return the English words that name what a figure counts, if any."""
        beside = self._beside(statement)
        return beside.words_before() or beside.words_behind()

    def shared_phrase(self, first: Statement, second: Statement) -> int:
        """Return how long a run of characters around two figures is the same."""
        return longest_run(self._units_around(first), self._units_around(second))

    def _units_around(self, statement: Statement) -> list[str]:
        return kept(self._units, statement, lambda s: units_of(self.around(s)))

    def around(self, statement: Statement) -> str:
        """Return the text on both sides of a statement, a bar in its place."""
        is_chinese = re.search(f"[{HAN}]", self.after(statement) + self.before(statement))
        left, right = (LEFT, RIGHT) if is_chinese else (WORDS_LEFT, WORDS_RIGHT)
        return f"{self.before(statement, left)}|{self.after(statement, right)}"
