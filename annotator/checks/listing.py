"""Things named one after the other, and how many they are."""

import re
from collections.abc import Sequence

_EACH = re.compile("[各均][一二两三四五六七八九十0-9]")
_SPLIT = re.compile(
    r"、|(?<=[\u4e00-\u9fff])(?:(?<=[\u4e00-\u9fff]{2})(?<![平共温饱])和|以及|(?<![普涉])及|跟|同埋|(?<!参)与|(?<![合共相不一])同(?![期比时步意样一等行类业城学心事]))(?=[\u4e00-\u9fff])|,\s*(?:and\s+)?|\s+and\s+"
)
_COUNTED = re.compile(
    r"\s*(?:two|three|four|five|six|seven|eight|nine|ten|[0-9]+)(?: [a-z]|\Z)"
    r"|[二两三四五六七八九十][个名位家座所件]",
    re.IGNORECASE,
)
_AND = re.compile("[和及]")
_ALWAYS = re.compile("、|,|以及|同埋")
"""What parts two things for sure; another joining word may be part of a name."""
LEAST, LONGEST, SHORT = 2, 40, 14


def are_single_items(items: Sequence[str]) -> bool:
    """Say whether each item is one thing: no count of several (两所小学), no sentence."""
    if _EACH.search(items[-1]) or any(_COUNTED.match(item) for item in items):
        return False
    return all(len(item) <= _longest(item) for item in items)


def listing_of(words: str) -> str:
    """Return a list without what a comma sets apart from it, if its items need no commas."""
    words = words.replace("，", ",")
    listing, comma, rest = words.partition(",")
    if not comma or "、" not in listing:
        return words
    return f"{listing}、{rest[2:]}" if rest.startswith(("以及", "还有")) else listing


def _longest(item: str) -> int:
    return 2 * LONGEST if item.isascii() else LONGEST


def length_of(listing: str, count: int) -> int:
    """Return how many items a listing has; a joining word may be part of an item's name."""
    if listing.isascii():
        return _english_length(listing)
    items = [item for item in split_up(listing) if item.strip()]
    parted = [item for item in _ALWAYS.split(listing) if item.strip()]
    if _are_one_more(parted):
        return len(parted) + 1
    return count if len(parted) <= count <= len(items) else len(items)


def _are_one_more(parted: Sequence[str]) -> bool:
    """Say whether 和 joins the last two of some items, which all have one noun: 医院."""
    last = _AND.split(parted[-1]) if len(parted) > LEAST else []
    nouns = [{item[at : at + 2] for at in range(len(item) - 1)} for item in (*parted[:-1], *last)]
    return len(last) == LEAST and bool(set.intersection(*nouns))


def _english_length(listing: str) -> int:
    """Return how many items commas and the last "and" part; "a, b, and c and d" are three."""
    items = [item for item in re.split(r",\s*", listing) if item.strip()]
    last = items[-1] if items else ""
    is_open = not re.match(r"and\b", last) and re.search(r"\band\b", last)
    return len(items) + bool(is_open)


def split_up(listing: str) -> list[str]:
    """Return the items of a listing, parted wherever a joining word may part them."""
    return _SPLIT.split(listing)


def is_clean(items: Sequence[str]) -> bool:
    """Say whether items are short, as names are; English words may be more."""
    return all(len(item) <= SHORT or item.isascii() for item in items)
