"""Lists of words in data files, compiled into one pattern each that takes linear time."""

import re
from collections import defaultdict
from collections.abc import Iterable

Pattern = re.Pattern[str]
_NOTHING = "(?!)"
_WITHIN_CLAUSE = r"[^,.:;!?，。：；！？、\n]{0,14}?"
_WITHIN_WORD = "[a-z0-9'-]{0,14}"
_PARTS = {"…": _WITHIN_CLAUSE, "*": _WITHIN_WORD, " ": r"\s{1,3}", "，": "[，,]"}
_END = r"(?=[\s.?!。？！…”\"')）」]*\Z)"
_NEIGHBOURS = re.compile(r"(\[<?![^\]]+\])")
_NOT_AFTER = re.compile(r"\[<!([^\]]+)\]")


def words_pattern(words: Iterable[str]) -> Pattern:
    """Return a pattern that finds whether any of the words is in folded text.

    Of two words that begin alike the longer one is found. A Latin word does not begin or end
    inside another. In a word ``*`` stands for up to 14 letters
    or digits, ``…`` for up to 14 characters of the same clause; ``^`` in front and ``$`` behind
    hold it to the text's beginning and end; ``[!xy]`` means not before x or y, ``[<!xy]`` not
    after them.
    """
    by_first: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), reverse=True):
        before, body = _before(word)
        if body and body[0] in "…*[":
            by_first[""].append(before + _after(body))
        elif body:
            behind = f"(?<!{before}{re.escape(body[0])})" if before else ""
            by_first[body[0]].append(behind + _after(body, 1))
    return re.compile("|".join(map(_group, by_first, by_first.values())) or _NOTHING)


def _group(first: str, rests: Iterable[str]) -> str:
    """Return a pattern for the words of one first character: this one comes first, for speed."""
    whole = f"(?<![a-z]{first})" if _is_latin(first) else ""
    return f"{re.escape(first)}{whole}(?:{'|'.join(rests)})"


def _before(word: str) -> tuple[str, str]:
    """Return a class for what may not stand in front of a word, and the rest of the word."""
    if word.startswith("^"):
        return r"[\s\S]", word[1:]
    if found := _NOT_AFTER.match(word):
        return f"[{re.escape(found[1])}]", word[found.end() :]
    return "", word


def _after(body: str, start: int = 0) -> str:
    """Return the pattern of a word from a position on."""
    plain = body.removesuffix("$")
    pattern = "".join(map(_part, _NEIGHBOURS.split(plain[start:])))
    edge = "(?![a-z])" if _is_latin(plain[-1:]) else ""
    return pattern + edge + (_END if body.endswith("$") else "")


def _part(piece: str) -> str:
    if _NEIGHBOURS.fullmatch(piece):
        behind = piece.startswith("[<!")
        return f"(?{'<' if behind else ''}![{re.escape(piece[3 if behind else 2 : -1])}])"
    return "".join(_PARTS.get(character) or re.escape(character) for character in piece)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
