"""Years that make a name with what stands around them: the 2030 Agenda, the 1951 Convention."""

import re

from annotator.suggest.figures.units import Vocabulary

_AGENDA = re.compile(r"(?:19|20)[0-9]{2}\s(?:development\s)?agenda\b(?!\sitems?\b)")
"""A plan that a year names."""
_NET_ZERO = re.compile("20[2-9][0-9](?:净零(?!碳)|双语|非核|减煤|永续|愿景|碳中和|[+](?![0-9]))")
"""A goal that a year names: 2050净零."""
_YEAR = re.compile("(?:19|20)[0-9]{2}(?![0-9年]|[.,][0-9])")
_CLASS_OF = re.compile(r"\bclass\sof\s\Z")
_DASHES = frozenset("-—")
_NAME = re.compile(
    r"[0-9]{4}\s(?P<name>[A-Z][\w.&'’-]*+(?:\s(?:(?!Call)[A-Z][\w.&'’-]*+|(?:of|on|for|in|and|to|the|global|world|national|international)(?=\s))){0,7}(?!\sCall))"
)
"""The capitals behind a year, with the small words between them."""
_WORD = re.compile("[A-Za-z]+")
_OF = re.compile(r"(?P<name>[A-Z][a-z]+)\sof\s\Z")
"""What stands before a year that tells which one is meant: the Climate Change Act of 2024."""
_WHEN = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil|[Dd]uring|(?:[Ff]iscal|[Ff]inancial|[QH][1-4]|FY|Quarter|Half|Year))\s\Z"
)
"""What stands before a year that only tells when."""
_NEAR = 40


def is_named_year(written: str, text: str, start: int, words: Vocabulary) -> bool:
    """Say whether a year makes a name with what stands around it: 愿景2035, the 2030 Agenda.

    The text as it is written stands before the same in lower case.
    """
    if _AGENDA.match(text, start) or _NET_ZERO.match(text, start):
        return True
    if _YEAR.match(text, start) is None:
        return False
    near = max(0, start - _NEAR)
    if text[start - 1].isspace():
        is_class = _CLASS_OF.search(text, near, start) is not None
        return is_class or _is_in_name(written, near, start, words)
    behind = start - 1 if text[start - 1] in _DASHES else start
    return words.lists["before_years"].start(text, behind, near) is not None


def _is_in_name(written: str, near: int, start: int, words: Vocabulary) -> bool:
    """Say whether capitals around a year name an event, a law or an award by it."""
    dated = words.lists["named_by_year"]
    if of := _OF.search(written, near, start):
        return of["name"].lower() in dated
    behind = _NAME.match(written, start)
    if behind is None or _WHEN.search(written, near, start):
        return False
    return any(word.lower() in dated for word in _WORD.findall(behind["name"]) if word[0].isupper())
