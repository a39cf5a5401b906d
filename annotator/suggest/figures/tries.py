"""Patterns for lists of words, fast on long lists: words that begin alike share their beginning."""

import re
import sys
from collections.abc import Iterable
from typing import TypeAlias

Node: TypeAlias = "dict[str, Node]"
_END = ""
_LETTER = re.compile("[a-z]")
WHITE = frozenset(character for character in map(chr, range(0x3001)) if character.isspace())
"""All white space: what ``str.isspace`` says yes to."""


def any_word(words: Iterable[str]) -> str:
    """Return a pattern for one of the words in lower case, the longest that fits.

    Latin letters at either end do not run on; a space stands for one to three white spaces.
    """
    return _pattern(words, backwards=False)


def any_word_backwards(words: Iterable[str]) -> str:
    """Return a pattern that finds one of the words in reversed text, read from its end."""
    return _pattern(words, backwards=True)


def words_by_first(words: Iterable[str]) -> dict[str, str]:
    """Return for each first character of the words a pattern for what may follow it."""
    return {first: _rest(node, first) for first, node in _trie(words, backwards=False).items()}


class FirstWords:
    """Patterns for many words, one for each character that a word may begin with."""

    def __init__(self, words: Iterable[str]) -> None:
        by_first: dict[str, list[str]] = {}
        for word in words:
            by_first.setdefault(word.lower()[0], []).append(word)
        patterns = {first: re.compile(any_word(own)) for first, own in by_first.items()}
        if " " in patterns:
            patterns |= dict.fromkeys(WHITE, patterns[" "])
        self._patterns = patterns

    def match(self, text: str, at: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the longest word that stands at a place of folded text, or None."""
        pattern = self._patterns.get(text[at : at + 1])
        return pattern.match(text, at, end) if pattern else None


def _trie(words: Iterable[str], *, backwards: bool) -> Node:
    root: Node = {}
    for word in words:
        node = root
        for character in reversed(word.lower()) if backwards else word.lower():
            node = node.setdefault(character, {})
        node[_END] = {}
    return root


def _pattern(words: Iterable[str], *, backwards: bool) -> str:
    root = _trie(words, backwards=backwards)
    if not root:
        return "(?!)"
    branches = [
        _not_within(first, "(?<!{})") + _token(first) + _rest(node, first)
        for first, node in root.items()
    ]
    return f"(?:{'|'.join(branches)})"


def _rest(node: Node, last: str) -> str:
    branches = [
        _token(character) + _rest(child, character)
        for character, child in node.items()
        if character != _END
    ]
    if _END in node:
        branches.append(_not_within(last, "(?!{})"))
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _token(character: str) -> str:
    if character == "-":
        return r"-\s?"
    return r"\s{1,3}" if character == " " else re.escape(character)


def _not_within(character: str, look: str) -> str:
    """Return a look-around that keeps a Latin word from running on."""
    return look.format("[a-z]") if _LETTER.fullmatch(character) else ""
