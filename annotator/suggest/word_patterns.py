"""Lists of words in data files, compiled into one pattern each that takes linear time."""

import re
from collections.abc import Iterable

Pattern = re.Pattern[str]
_NOTHING = "(?!)"
_WITHIN_CLAUSE = r"[^,.:;!?，。：；！？、\n]{0,14}?"
_WITHIN_WORD = "[a-z0-9'-]{0,14}"
_PARTS = {"…": _WITHIN_CLAUSE, "*": _WITHIN_WORD, " ": r"\s{1,3}"}
_NEIGHBOURS = re.compile(r"(\[<?![^\]]+\])")
_END = r"(?=[\s.?!。？！…”\"')）」]*\Z)"


def words_pattern(words: Iterable[str]) -> Pattern:
    """Return a pattern for any of the words, in folded text.

    A Latin word does not begin or end inside another. In a word ``*`` stands for up to 14 letters
    or digits, ``…`` for up to 14 characters of the same clause; ``^`` in front and ``$`` behind
    hold it to the text's beginning and end; ``[!xy]`` means not before x or y, ``[<!xy]`` not
    after them.
    """
    ordered = sorted(set(words), key=len, reverse=True)
    return re.compile("|".join(word_pattern(word) for word in ordered) or _NOTHING)


def word_pattern(word: str) -> str:
    """Return the pattern of one word as text; its first character comes first, for speed."""
    body = word.removeprefix("^").removesuffix("$")
    pattern = "".join(map(_part, _NEIGHBOURS.split(body)))
    if _is_latin(body[:1]):
        first = len(re.escape(body[0]))
        pattern = f"{pattern[:first]}(?<![a-z].){pattern[first:]}"
    if _is_latin(body[-1:]):
        pattern += "(?![a-z])"
    start = r"(?<![\s\S])" if word.startswith("^") else ""
    return start + pattern + (_END if word.endswith("$") else "")


def _part(piece: str) -> str:
    if _NEIGHBOURS.fullmatch(piece):
        behind = piece.startswith("[<!")
        return f"(?{'<' if behind else ''}![{re.escape(piece[3 if behind else 2 : -1])}])"
    return "".join(_PARTS.get(character) or re.escape(character) for character in piece)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
