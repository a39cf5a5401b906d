"""Letters for a magnitude that stand without a currency sign: 3M doses, a cap of 85K."""

import re

from annotator.suggest.figures.amounts import Amount, amount_at
from annotator.suggest.figures.english_numbers import LETTERS
from annotator.suggest.figures.units import Vocabulary

_LETTERS = LETTERS.keys() - {"t"}
"""Magnitudes before a counted noun: 1.2m people."""
_THOUSANDS = re.compile(
    r"(?!401k)(?:[0-9]{1,3}\.[0-9]+|[0-9]{2,3})k(?![a-z0-9]|-(?!plus|odd|ish|[0-9]))"
    r"(?!\s(?:runs?|runners?|races?|walks?|swims?|marathons?|events?|filings?|forms?|reports?"
    r"|resolution|videos?|screens?|displays?|monitors?|gold)\b)"
)
"""Thousands that need no noun: neither a length of road to run, a form, nor a screen."""
_MILLIONS = re.compile(
    r"[0-9]{1,3}\.[0-9]{1,2}m\s(?!(?:wide|high|long|deep|tall|thick|away|above|below|from|to|across|of|in|on|at|and|or|by"
    r"|per|x|for|with|storm|tidal|sea|snow)\b)[a-z-]{3,}\s(?:[a-z]{3,}s|people|men|women|children)\b"
)
"""Millions of things that more is said of: 1.2m verified addresses, but 1.2m high walls."""
_NAMED = re.compile(r"\b(?:an?|his|her|our|my|their|annual|charity|form|fun)\s(?=10k|15k)")
_LONGEST_WORD = len("charity ")


def amount_with_letter(text: str, at: int, words: Vocabulary) -> Amount | None:
    """Return the number that starts at ``at`` in folded text, with the letter for its magnitude.

    A letter needs things behind it that are counted (3M doses), but thousands do not (85K).
    """
    first = amount_at(text, at)
    if first is None or text[first.end : first.end + 1] not in _LETTERS:
        return first
    is_counted = words.noun_pattern.match(text, first.end + 1) or _MILLIONS.match(text, at)
    if is_counted or _is_thousands(text, at):
        return amount_at(text, at, takes_letter=True) or first
    return first


def _is_thousands(text: str, at: int) -> bool:
    if not _THOUSANDS.match(text, at):
        return False
    named = _NAMED.search(text, max(0, at - _LONGEST_WORD), at + len("10k"))
    return named is None or named.end() != at
