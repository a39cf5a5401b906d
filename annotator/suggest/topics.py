"""What a text is about: labels of the codebook that occur in it, and phrases it lacks."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import Label
from annotator.model.script import folded
from annotator.model.suggestion import Suggestion
from annotator.model.text import Range, sentences
from annotator.suggest.phrases import Phrase, singular, words_of
from annotator.suggest.themes import proposed_phrases
from annotator.suggest.topic_words import is_common

MOST = 40
"""So many phrases are proposed at most."""
_FIRST = 0.7
_FROM_DEFINITION = 0.5
_PIECES = re.compile(r"[,，、;；。.:：()（）/\n]+|\s+(?:and|or)\s+|以及|和|与|及|或")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[a-z0-9]+(?:['.-][a-z0-9]+)*")
_SHORTEST_HAN = 2
_LONGEST_HAN = 8
_LONGEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Term:
    """A word or phrase that speaks for a label, as sure as ``score``."""

    label: Label
    key: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    term: _Term


def suggest_topics(
    text: str, labels: Sequence[Label] = (), language: str = "", bodies: Sequence[Range] = ()
) -> Iterator[Suggestion]:
    """Yield sentences that a topic label fits and phrases that the codebook lacks, in order.

    A label fits a sentence where its name, an example or a word of its definition occurs; names
    in the reasons are in ``language``. A proposed phrase is yielded at each of its places in what
    is spoken: ``bodies``, or all but the speakers' names in front of colons.
    """
    terms = [term for label in labels for term in _terms_of(label)]
    known = {"".join(term.key) for term in terms}
    fitting = _fitting(text, terms, language or "en") if terms else ()
    proposed = (
        suggestion
        for phrase, score in _scored(proposed_phrases(text, bodies))
        if "".join(_key(phrase.text)) not in known
        for suggestion in _proposals(text, phrase, score)
    )
    yield from sorted((*fitting, *proposed), key=lambda found: (found.start, found.end))


def _scored(phrases: Iterable[Phrase]) -> Iterator[tuple[Phrase, float]]:
    """Yield the weightiest phrases with their weights held against the weightiest one's."""
    ordered = sorted(phrases, key=lambda phrase: -phrase.weight)
    for phrase in islice(ordered, MOST):
        yield phrase, round(phrase.weight / ordered[0].weight, 4)


def _proposals(text: str, phrase: Phrase, score: float) -> Iterator[Suggestion]:
    reason = Message(
        "“{phrase}” occurs {count} {count|time|times}.",
        {"phrase": phrase.text, "count": len(phrase.places)},
    )
    for start, end in phrase.places:
        yield Suggestion(
            LabelKind.TOPIC, start, end, text[start:end], score, reason, proposal=phrase.text
        )


def _key(term: str) -> tuple[str, ...]:
    """Return a term as it is compared: its Chinese as one piece, or its words in the singular."""
    plain = folded(term).strip()
    if _HAN.search(plain):
        return ("".join(plain.split()),)
    return tuple(singular(word) for word in _WORD.findall(plain))


def _terms_of(label: Label) -> Iterator[_Term]:
    if label.kind is not LabelKind.TOPIC or label.retired:
        return
    seen: set[tuple[str, ...]] = set()
    for score, term in _words_of_label(label):
        key = _key(term)
        if key and key not in seen and not _is_idle(key):
            seen.add(key)
            yield _Term(label, key, score)


def _words_of_label(label: Label) -> Iterator[tuple[float, str]]:
    for term in (*label.names.values(), *label.examples):
        yield _FIRST, term
    for definition in label.definitions.values():
        for piece in filter(None, _PIECES.split(definition)):
            if _is_word(piece.strip()):
                yield _FROM_DEFINITION, piece


def _is_word(piece: str) -> bool:
    """Say whether a piece of a definition is short enough to be a word for the label."""
    if _HAN.search(piece):
        return len(piece) <= _LONGEST_HAN
    return len(piece.split()) <= _LONGEST_WORDS


def _is_idle(key: tuple[str, ...]) -> bool:
    """Say whether a term is too short or too common to speak for a label."""
    if _HAN.search(key[0]):
        return len(key[0]) < _SHORTEST_HAN
    return all(is_common(word) for word in key)


def _fitting(text: str, terms: Sequence[_Term], language: str) -> Iterator[Suggestion]:
    plain = folded(text)
    hits = sorted((*_in_chinese(plain, terms), *_in_words(plain, terms)), key=lambda hit: hit.start)
    starts = [hit.start for hit in hits]
    for start, end in sentences(text) if hits else ():
        inside = hits[bisect_left(starts, start) : bisect_left(starts, end)]
        by_label: dict[str, list[_Hit]] = defaultdict(list)
        for hit in inside:
            by_label[hit.term.label.id].append(hit)
        for found in by_label.values():
            yield _label_suggestion(text, (start, end), found, language)


def _label_suggestion(
    text: str, sentence: Range, hits: Sequence[_Hit], language: str
) -> Suggestion:
    """Return the suggestion of one label; each different term makes it surer."""
    doubt = 1.0
    for score in {hit.term.key: hit.term.score for hit in hits}.values():
        doubt *= 1 - score
    found = dict.fromkeys(text[hit.start : hit.end] for hit in hits)
    label = hits[0].term.label
    return Suggestion(
        LabelKind.TOPIC,
        *sentence,
        text[slice(*sentence)],
        round(1 - doubt, 4),
        Message(
            "{label}: the sentence says {words}.",
            {"label": label.name(language), "words": ", ".join(f"“{word}”" for word in found)},
        ),
        label=label.id,
    )


def _in_chinese(plain: str, terms: Sequence[_Term]) -> Iterator[_Hit]:
    """Find the terms with Chinese characters, by the first two characters of each."""
    by_start: dict[str, list[_Term]] = defaultdict(list)
    for term in terms:
        if _HAN.search(term.key[0]):
            by_start[term.key[0][:2]].append(term)
    if not by_start:
        return
    firsts = re.compile(f"[{''.join(re.escape(start[0]) for start in by_start)}]")
    for first in firsts.finditer(plain):
        at = first.start()
        for term in by_start.get(plain[at : at + 2], ()):
            if plain.startswith(term.key[0], at):
                yield _Hit(at, at + len(term.key[0]), term)


def _in_words(plain: str, terms: Sequence[_Term]) -> Iterator[_Hit]:
    """Find the terms of Latin words, by the first word of each, in the singular or plural."""
    by_first: dict[str, list[_Term]] = defaultdict(list)
    for term in terms:
        if not _HAN.search(term.key[0]):
            by_first[term.key[0]].append(term)
    if not by_first:
        return
    words = words_of(plain)
    names = [words.names[number] if number >= 0 else "" for number in words.numbers]
    for at, name in enumerate(names):
        for term in by_first.get(name, ()):
            if _stands_at(names, at, term.key):
                yield _Hit(words.starts[at], words.ends[at + len(term.key) - 1], term)


def _stands_at(names: Sequence[str], at: int, key: tuple[str, ...]) -> bool:
    return tuple(names[at : at + len(key)]) == key
