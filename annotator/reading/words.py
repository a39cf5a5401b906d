"""The word lists that tell speakers' labels from other lines, read once from the resources."""

import re
import tomllib
from functools import cache
from typing import Literal

from annotator.resources import resource_path

Language = Literal["chinese", "english"]


@cache
def words(language: Language, name: str) -> frozenset[str]:
    """Return a list's words; a list that is one string gives its characters."""
    listed = _lists()[language][name]
    return frozenset("".join(listed.split()) if isinstance(listed, str) else listed)


@cache
def any_of(language: Language, name: str) -> str:
    """Return a regular expression for any of a list's words, the longest first."""
    ordered = sorted(words(language, name), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})"


@cache
def _lists() -> dict[str, dict[str, list[str] | str]]:
    source = resource_path("labels", "words.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)
