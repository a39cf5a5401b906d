"""The signs that a sentence holds, or does not hold, something a third party could check.

The words of the signs are data (``resources/claims/signs.toml``), their weights too
(``weights.toml``): a sign *for* never has a negative weight and a sign *against* never a
positive one, so that each reason a person reads points the way it says.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.word_lists import read_lists
from annotator.resources import resource_path
from annotator.suggest.stated import asks, stated_part
from annotator.suggest.word_patterns import Pattern, words_pattern

FOR = {
    "quantity": Message("states a quantity"),
    "quantities": Message("states several quantities"),
    "exact": Message("gives a large or exact number"),
    "comparison": Message("compares"),
    "superlative": Message("says first, only, most or least"),
    "trend": Message("says that something rose or fell"),
    "cause": Message("names a cause or effect"),
    "attribution": Message("names a source or finding"),
    "rule": Message("states a rule or law"),
    "allegation": Message("accuses or denies"),
    "event": Message("reports an event or act"),
    "past": Message("speaks of what has happened"),
    "date": Message("says when"),
    "absence": Message("says that something is not so"),
    "totality": Message("says how much of a whole"),
    "state": Message("describes how things are"),
    "names": Message("names people, places or bodies"),
    "premise": Message("says something before it asks"),
    "long": Message("is a long sentence"),
}
AGAINST = {
    "opinion": Message("an opinion or feeling"),
    "remark": Message("a remark on what was said"),
    "vague": Message("leaves open what it speaks of"),
    "position": Message("a position or slogan"),
    "greeting": Message("a greeting"),
    "thanks": Message("thanks"),
    "sympathy": Message("sympathy or an apology"),
    "question": Message("a question"),
    "asks": Message("asks only"),
    "procedure": Message("how the press conference runs"),
    "no_information": Message("gives no information"),
    "wish": Message("a wish"),
    "plan": Message("a plan or something to come"),
    "advice": Message("advice or an appeal"),
    "introduction": Message("introduces somebody"),
    "self": Message("about the person speaking"),
    "you": Message("speaks to the listeners"),
    "we": Message("speaks of “us”"),
    "short": Message("a short sentence"),
    "moderator": Message("said by the moderator"),
    "reporter": Message("said by a reporter"),
    "outside": Message("outside the speeches"),
}
REASONS = {**FOR, **AGAINST}
"""Every sign with what it says, in plain words: those for a claim, then those against."""

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN_WORD = re.compile("[A-Za-z][A-Za-z'’.-]*")
_ENGLISH_NAME = re.compile(r"(?<=[a-z,;:’'] )(?!I\b)[A-Z][A-Za-z]+")
_NOT_PAST = (
    "committ determin concern schedul pleas disappoint delight excit honor unit worri suppos"
)
"""Words with -ed that say how somebody feels or what is planned, not what happened."""
_PAST = re.compile(
    "(?<=[a-z][a-z][a-df-z])"
    + "".join(f"(?<!{stem})" for stem in _NOT_PAST.split())
    + "ed(?![a-z])|(?<![为除到得不])了(?![解。，！？])|被(?!子)|已(?!知)"
)
_TITLE = re.compile("《|(?<![a-z0-9])[a-z]{2,}")
"""What is named in Chinese without a word of the lists: a title, something in Latin letters."""
_NEVER = words_pattern(())
_SEVERAL = 2
_SHORT = {"en": 6, "zh": 12}
_LONG = {"en": 18, "zh": 32}
_ROLES = {"lead": "outside", "boilerplate": "outside"}


@dataclass(frozen=True, slots=True)
class Signs:
    """What the data files say: for each language its patterns and its weights by sign.

    ``passed_over`` finds the phrases that a statement is wrapped in, in each language.
    """

    patterns: Mapping[str, Mapping[str, Pattern]]
    weights: Mapping[str, Mapping[str, float]]
    bias: Mapping[str, float]
    passed_over: Mapping[str, Pattern]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is written and folded, its speaker's role and the figures in it.

    ``exact`` of the ``figures`` are large or exact. ``language`` is zh where there are more
    Chinese characters than Latin words, else en; ``length`` counts characters in Chinese, words
    in English.
    """

    text: str
    folded: str
    role: str
    figures: int
    exact: int
    language: str
    length: int


def sentence_of(
    text: str, folded: str, role: str = "", figures: int = 0, exact: int = 0
) -> Sentence:
    """Return a sentence with its language and length."""
    words = len(_LATIN_WORD.findall(text))
    if len(_HAN.findall(text)) > words:
        return Sentence(text, folded, role, figures, exact, "zh", len(text))
    return Sentence(text, folded, role, figures, exact, "en", words)


@cache
def claim_signs() -> Signs:
    """Return the signs that come with the program."""
    return read_signs(
        resource_path("claims", "signs.toml"), resource_path("claims", "weights.toml")
    )


def read_signs(words: Path, weights: Path) -> Signs:
    """Read the two TOML files; the comments at their tops say what is in them.

    Raises:
        UserError: a file is missing, is no TOML, or has a sign or number that means nothing.
    """
    lists, numbers = read_lists(words), read_lists(weights)
    try:
        patterns = {
            language: {name: words_pattern(lists[name][language]) for name in lists}
            for language in numbers
        }
        weighed = {
            language: {sign: _weight(sign, value) for sign, value in table["weights"].items()}
            for language, table in numbers.items()
        }
        bias = {language: float(table["bias"]) for language, table in numbers.items()}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UserError(
            "{words} or {weights} has a mistake at {place}.",
            words=words.name,
            weights=weights.name,
            place=str(error),
        ) from error
    passed_over = {
        language: found.pop("passed_over", words_pattern(()))
        for language, found in patterns.items()
    }
    return Signs(patterns, weighed, bias, passed_over)


def _weight(sign: str, value: float) -> float:
    if sign not in REASONS or (value < 0 if sign in FOR else value > 0):
        raise ValueError(sign)
    return float(value)


def signs_of(sentence: Sentence, known: Signs) -> list[str]:
    """Return the signs that the sentence shows, in the order of ``REASONS``.

    Of a question that states something first only the statement counts.
    """
    patterns = known.patterns[sentence.language]
    stated = stated_part(
        sentence.folded,
        sentence.language,
        known.passed_over[sentence.language],
        patterns.get("question", _NEVER),
    )
    told = stated or sentence.folded
    shown = {sign for sign, pattern in patterns.items() if pattern.search(told)}
    shown |= {sign for sign, holds in _BUILT.items() if holds(sentence, told)}
    if asks(sentence.text):
        shown.add("premise" if stated else "asks")
    shown.add(_ROLES.get(sentence.role, sentence.role))
    return [sign for sign in REASONS if sign in shown]


_BUILT: Mapping[str, Callable[[Sentence, str], object]] = {
    "quantity": lambda sentence, _: sentence.figures,
    "quantities": lambda sentence, _: sentence.figures >= _SEVERAL,
    "exact": lambda sentence, _: sentence.exact,
    "past": lambda _, told: _PAST.search(told),
    "names": lambda sentence, told: (
        _ENGLISH_NAME.search(sentence.text) if sentence.language == "en" else _TITLE.search(told)
    ),
    "short": lambda sentence, _: sentence.length <= _SHORT[sentence.language],
    "long": lambda sentence, _: sentence.length >= _LONG[sentence.language],
}
"""The signs that are no lists of words: of a sentence and what it states."""
