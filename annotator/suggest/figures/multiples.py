"""Multiples in folded text: doubled, has tripled, halved, twice, tenfold, 双倍, and 1倍."""

import re
from decimal import Decimal

from annotator.model.quantity import Quantity, decimal_text
from annotator.suggest.figures.english_numbers import ONES, TENS, any_of, words_value

Read = tuple[int, Quantity]
MULTIPLIED = {
    **dict.fromkeys(["doubled", "doubling", "doubles", "double"], "2"),
    **dict.fromkeys(["tripled", "tripling", "triples", "triple", "trebled"], "3"),
    **dict.fromkeys(["quadrupled", "quadrupling", "quadruples", "quadruple"], "4"),
    **dict.fromkeys(["quintupled"], "5"),
    **dict.fromkeys(["halved", "halving", "halves"], "0.5"),
}
_MULTIPLY = re.compile(
    rf"(?P<word>{any_of(MULTIPLIED)})\b(?!-|\s(?:down|check|standard|digit|tax|jeopardy|crown|draws?|match(?:es)?|titles?|finals?|partners?|teams?|plays?|champions?|players?|a(?:\s(?:rating|credit|rated|status|econom|team|bond)|[.,;)])))"
)
_NOUN = re.compile(
    r"(?:double|triple|quadruple)(?:s\b|\b(?!\s(?:the|what|that|its|our|their)\b))|halves\b"
)
_BEFORE_NOUN = re.compile(
    r"(?:[0-9]|\b(?:an?|the|his|her|my|no|both|in|of|for|mixed|men['’]s|women['’]s|back-to-back"
    rf"|{any_of([*ONES, *TENS])}))\s\Z"
)
"""Around what a player hits, or a part of a game, which multiplies nothing: two doubles."""
_OBJECT = re.compile(
    r"\s(?:an?|the|that|what|its|our|their|in|by|from|over|since|every|within|during|again|this|next)\b|[.,;)]"
)
_ONCE = re.compile(
    r"(?:(?<=\bonly\s)|(?<=\bjust\s)|(?<=\bthan\s)|(?<=\bit\s)|(?<=\bthem\s))once(?=[.,;?!])|once(?=\s(?:an?|per|each|every)\s(?:[a-z0-9]+\s)?(?:hour|minute|day|night|week|weekend|fortnight"
    r"|month|quarter|semester|season|year|decade|generation|century)s?\b"
    r"|\s(?:daily|nightly|weekly|monthly|yearly|annually|before|already)\b|\sor\stwice\b|[,\s][^.;:?!\n]{0,30}\b(?:twice|three\stimes)\b)"
)
"""Once as a number of times, not as "as soon as"."""
_TWICE = re.compile(rf"{_ONCE.pattern}|twice\b|thrice\b|(?P<fold>{any_of([*ONES, *TENS])})fold\b")
_ONE_TIMES, _DOUBLE = re.compile("[1一]倍"), re.compile("双倍")
_NEAR = 24
_HAS_PARTS = re.compile(
    r"(?<!increase\s)(?<!decrease\s)(?<!rise\s)(?<!growth\s)(?<!jump\s)(?<!surge\s)(?<!drop\s)(?<!change\s)"
    r"\b(?:is|are|was|were)\s(?:really\s|actually\s)?\Z|\bat\s(?:it|this|that)\s\Z"
)
"""What stands before the number of parts that something has: our goal is twofold."""
_TIMES = {"once": Decimal(1), "twice": Decimal(2), "thrice": Decimal(3)}


def _multiplied(text: str, found: re.Match[str]) -> Read | None:
    """Read what a verb multiplies by: doubled, has tripled, halved."""
    word, number = found["word"], MULTIPLIED[found["word"]]
    if _NOUN.match(text, found.start()) and _BEFORE_NOUN.search(
        text, max(0, found.start() - 16), found.start()
    ):
        return None
    if word in {"double", "triple", "quadruple"} and not _OBJECT.match(text, found.end()):
        return None
    if number == "0.5":
        return found.end(), Quantity(number, number, "", word, "fraction")
    return found.end(), Quantity(number, number, "times", word, "multiple")


def english_times(text: str, at: int) -> Read | None:
    """Read doubled, halved, twice, fourfold, and once where it tells how often."""
    if multiply := _MULTIPLY.match(text, at) if text[at - 1 : at] != "-" else None:
        return _multiplied(text, multiply)
    found = _TWICE.match(text, at)
    if found is None or (found["fold"] and _HAS_PARTS.search(text, max(0, at - _NEAR), at)):
        return None
    word = (found["fold"] or found.group()).lower()
    times = _TIMES.get(word) or words_value(word)
    factor = decimal_text(times or Decimal(1))
    return found.end(), Quantity(factor, factor, "times", found.group(), "multiple")


def once_at(text: str, at: int) -> Read | None:
    """Read the 1倍 that a range of tenths ends in: 2成至1倍."""
    found = _ONE_TIMES.match(text, at)
    return (found.end(), Quantity("1", "1", kind="multiple")) if found else None


def doubled_at(text: str, at: int) -> Read | None:
    """Read 双倍, which is said without a numeral."""
    found = _DOUBLE.match(text, at)
    return (found.end(), Quantity("2", "2", "times", "倍", "multiple")) if found else None
