"""Text in one script for comparing words: simplified, half width, lower case, as long as before."""

from functools import cache

from annotator.model.word_lists import read_lists
from annotator.resources import resource_path

_FULL_WIDTH = 0xFEE0
_FULL = range(0xFF01, 0xFF5F)
_LEFT_ALONE = frozenset("，：；！？（）")
"""Full-width marks that end a clause: they mean the same and tell Chinese from English."""


def folded(text: str) -> str:
    """Return ``text`` in simplified characters, half width and ASCII lower case.

    Every character stands for one character, so positions stay what they are.
    """
    return text.translate(_table())


def simplified(text: str) -> str:
    """Return ``text`` in simplified characters and nothing else changed; positions stay."""
    return text.translate(_simplified())


@cache
def _simplified() -> dict[int, str]:
    pairs = read_lists(resource_path("topics", "traditional.toml"))
    return dict(zip(map(ord, pairs["traditional"]), pairs["simplified"], strict=True))


@cache
def _table() -> dict[int, str]:
    table = _simplified() | {code: chr(code - _FULL_WIDTH).lower() for code in _FULL}
    table |= {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
    table |= {ord("’"): "'", ord("\u3000"): " "}
    return {code: to for code, to in table.items() if chr(code) not in _LEFT_ALONE}
