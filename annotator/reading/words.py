"""The word lists that tell speakers' labels from other lines, read once from the resources."""

import re
import tomllib
from functools import cache
from typing import Literal

from annotator.resources import resource_path

Language = Literal["chinese", "english"]

_VARIANTS = str.maketrans("說眾衛為台錄裡啟群峰麼強", "説衆衞爲臺録裏啓羣峯麽强")
"""Characters that some places write in another way: those of the lists, and the others."""


@cache
def words(language: Language, name: str) -> frozenset[str]:
    """Return a list's words; a list that is one string gives its characters."""
    listed = _lists()[language][name]
    if isinstance(listed, str):
        return frozenset("".join(listed.split()))
    variants = (word.translate(_VARIANTS) for word in listed if language == "chinese")
    return frozenset(listed).union(variants)


@cache
def any_of(language: Language, name: str) -> str:
    """Return a regular expression for any of a list's words, the longest first."""
    ordered = sorted(words(language, name), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})"


@cache
def _lists() -> dict[str, dict[str, list[str] | str]]:
    source = resource_path("labels", "words.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)
