"""A sentence for a person, kept as a template and its values so that it can be translated later."""

import gettext
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

DOMAIN = "annotator"
PLACE = re.compile(r"\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}")
"""``{name}``, or ``{name|one|many}`` for the words that follow a number."""


@cache
def catalogue() -> gettext.NullTranslations:
    """Return the user's catalogue, found once: looking for it asks the disk."""
    from annotator.resources import resource_path

    return gettext.translation(DOMAIN, resource_path("translations"), fallback=True)


def _(text: str) -> str:
    """Return ``text`` in the user's language."""
    return catalogue().gettext(text)


@dataclass(frozen=True, slots=True)
class Message:
    """A template with named places and the values that go there.

    The template is an entry of the gettext catalogue; the journal stores template and values.
    """

    template: str
    values: Mapping[str, str | int] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the finished sentence in the user's language."""
        return fill(_(self.template), self.values)


def fill(template: str, values: Mapping[str, str | int]) -> str:
    """Put ``values`` into ``template``; a place without a value stays as it is.

    ``{count} {count|annotation|annotations}`` becomes ``1 annotation``; a language without such
    forms writes the word alone. A number with such words is written with thousands apart, others
    may be years. Only these places are filled: a template that came out of a file
    cannot reach attributes of the values.
    """
    counts = {place[1] for place in PLACE.finditer(template) if place[3] is not None}

    def put(place: re.Match[str]) -> str:
        name, one, many = place.groups()
        if name not in values:
            return place[0]
        value = values[name]
        if many is not None:
            return str(one if value == 1 else many)
        return f"{value:,}" if name in counts and isinstance(value, int) else str(value)

    return PLACE.sub(put, template)
