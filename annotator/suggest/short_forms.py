"""Acronyms and the names that they stand for: central bank digital currency (CBDC)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from annotator.model.text import Range

_INTRODUCED = re.compile(
    r"(?<![A-Za-z'’-])(?P<before>(?:[A-Za-z][A-Za-z'’-]{0,30}\s){2,9})"
    r"[(](?:the\s)?[“\"]?(?P<short>[A-Z]{2,7})s?[”\"]?[)]"
)
_WORD = re.compile(r"[A-Za-z]+")
_PASSED_OVER = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "an"})


def short_forms(text: str) -> Mapping[str, str]:
    """Return the name that each acronym of the text is introduced for, by the acronym."""
    found: dict[str, str] = {}
    for introduced in _INTRODUCED.finditer(text):
        if name := _name_for(introduced["before"].rstrip(), introduced["short"].lower()):
            found.setdefault(introduced["short"], name)
    return found


def _name_for(before: str, letters: str) -> str:
    """Return the last words whose first letters are ``letters``, in order, or nothing."""
    left = len(letters)
    for word in reversed(list(_WORD.finditer(before))):
        if word.group()[0].lower() == letters[left - 1]:
            left -= 1
            if not left:
                return before[word.start() :]
        elif word.group().lower() not in _PASSED_OVER:
            return ""
    return ""


def places_of_names(text: str, forms: Mapping[str, str]) -> Iterator[tuple[str, tuple[Range, ...]]]:
    """Yield each name with the places where it or its acronym stands, in singular or plural."""
    if not forms:
        return
    names = {_plain(name): name for name in forms.values()}
    spelled = "|".join(map(_spelled, sorted(names, key=len, reverse=True)))
    pattern = re.compile(rf"\b(?:(?P<short>{'|'.join(forms)})s?|(?i:{spelled})(?:e?s)?)\b")
    places: dict[str, list[Range]] = defaultdict(list)
    for found in pattern.finditer(text):
        places[forms.get(found["short"]) or _name_of(found.group(), names)].append(found.span())
    for name, spans in places.items():
        if name:
            yield name, tuple(spans)


def _name_of(written: str, names: Mapping[str, str]) -> str:
    plain = _plain(written)
    return names.get(plain) or names.get(plain.removesuffix("s"), "")


def _plain(written: str) -> str:
    plain = " ".join(written.lower().split())
    return f"{plain[:-3]}y" if plain.endswith("ies") else plain


def _spelled(plain: str) -> str:
    stem = rf"{re.escape(plain[:-1])}(?:y|ie)" if plain.endswith("y") else re.escape(plain)
    return stem.replace(r"\ ", r"\s{1,3}")
