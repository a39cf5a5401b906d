"""Who speaks in a text, so that names and offices of speakers are not taken for topics."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.model.script import folded
from annotator.model.text import Range

_LABEL = re.compile(r"^[^\S\n]*(?P<name>[^\n:：。！？!?]{1,60})[:：]", re.MULTILINE)
_HAN_NAME = re.compile("[\u3400-\u9fff\uf900-\ufaff]{2,}")
_WORD = re.compile(r"[a-z][a-z'.-]+")
_TITLE = re.compile(
    "(?:副|总)?(?:局长|署长|部长|市长|省长|县长|区长|厅长|处长|司长|科长|主任|院长|校长|书记|主席|委员|议员|总监|医生|教授)"
)
_SURE = 3
"""A name of fewer Chinese characters may be a part of another word."""
_CAPITAL = re.compile("[A-Z]")


@dataclass(frozen=True, slots=True)
class Speakers:
    """The text that is spoken, as long as the whole, and the names in front of it, folded."""

    spoken: str
    han_names: frozenset[str]
    words: frozenset[str]

    def names(self, phrase: str, places: Sequence[Range]) -> bool:
        """Say whether a phrase is a speaker's name or office, or somebody's name with a title."""
        plain = folded(phrase)
        if _HAN_NAME.search(plain):
            titled = sum(
                bool(_TITLE.match(folded(self.spoken[end : end + 4]))) for _, end in places
            )
            named = any(
                plain in name or (len(name) >= _SURE and name in plain) for name in self.han_names
            )
            return named or 2 * titled >= len(places)
        if not self.words.intersection(_WORD.findall(plain)):
            return False
        return all(_is_capital(self.spoken[start:end]) for start, end in places)


def _is_capital(words: str) -> bool:
    return all(_CAPITAL.match(word) for word in words.split() if word[:1].isalpha())


def speakers_of(text: str, bodies: Sequence[Range] = ()) -> Speakers:
    """Return who speaks: what stands in front of the bodies, or of colons where there are none."""
    heads = list(_between(bodies, len(text)) if bodies else _labels(text))
    spoken, last = [], 0
    for start, end in heads:
        spoken += [text[last:start], "\n" * (end - start)]
        last = end
    told = folded("\n".join(text[start:end] for start, end in heads))
    return Speakers(
        "".join((*spoken, text[last:])),
        frozenset(_HAN_NAME.findall(told)),
        frozenset(_WORD.findall(told)),
    )


def _between(bodies: Sequence[Range], length: int) -> Iterator[Range]:
    last = 0
    for start, end in sorted(bodies):
        if start > last:
            yield last, start
        last = max(last, end)
    if last < length:
        yield last, length


def _labels(text: str) -> Iterator[Range]:
    for label in _LABEL.finditer(text):
        yield label.span("name")
