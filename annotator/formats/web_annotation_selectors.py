"""The selectors of Web Annotation that find a passage of a plain text."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import reduce

from annotator.formats.offsets import OffsetUnit, Ruler
from annotator.formats.placing import Placing
from annotator.formats.records_json import Json
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.text import Range

_CHARACTERS = re.compile(r"char=(\d{1,12}),(\d{1,12})(?:;.*)?")
_DEEPEST = 8


class NotText(Exception):  # noqa: N818 - becomes a problem of the document
    """An annotation is not about a passage of plain text; ``reason`` says what it is about."""

    def __init__(self, reason: Message) -> None:
        self.reason = reason
        super().__init__(str(reason))

    def __str__(self) -> str:
        """Return the reason in the user's language."""
        return str(self.reason)


@dataclass(frozen=True, slots=True)
class Selector:
    """Where a passage is: by position, by bytes, by quote, between two others, or within one.

    ``edges`` are the selectors of a range, ``inner`` refines this one.
    """

    position: Range | None = None
    data: Range | None = None
    exact: str | None = None
    prefix: str = ""
    suffix: str = ""
    edges: "tuple[Selector, Selector] | None" = None
    inner: "Selector | None" = None


def packed(selector: Selector | None) -> Json | None:
    """Return a selector as JSON, without what it does not say."""
    if selector is None:
        return None
    names = ("position", "data", "exact", "prefix", "suffix")
    told = {name: value for name in names if (value := getattr(selector, name)) not in (None, "")}
    if selector.edges is not None:
        told["edges"] = [packed(edge) for edge in selector.edges]
    if selector.inner is not None:
        told["inner"] = packed(selector.inner)
    return told


def unpacked(told: Json) -> Selector:
    """Return the selector that ``packed`` gave."""
    values = dict(told)
    for name in ("position", "data"):
        if name in values:
            values[name] = tuple(values[name])
    if "edges" in values:
        values["edges"] = tuple(map(unpacked, values["edges"]))
    if "inner" in values:
        values["inner"] = unpacked(values["inner"])
    return Selector(**values)


def selector_of(value: object, depth: int = 0) -> Selector:
    """Return what a selector, or a list of alternatives, says.

    Raises:
        NotText: none of them finds a passage of plain text.
    """
    choices = value if isinstance(value, list) else [value]
    rows = [item for item in choices if isinstance(item, dict)]
    if isinstance(value, str):
        raise NotText(Message("its selector lies elsewhere, at {place}.", {"place": value[:80]}))
    if depth > _DEEPEST or not rows:
        raise NotText(Message("its selector is not understood."))
    return reduce(_merged, _all_told(rows, depth))


def _all_told(rows: list[Json], depth: int) -> list[Selector]:
    """Return what those of the alternatives say that find a passage; at least one does."""
    found: list[Selector] = []
    refusals: list[NotText] = []
    for row in rows:
        try:
            told = _told(row, depth)
        except NotText as error:
            refusals.append(error)
        else:
            found += [told] if told is not None else []
    if found:
        return found
    kinds = ", ".join(str(row.get("type", row.get("@type")))[:40] for row in rows)
    unknown = NotText(Message("a selector of type {type} finds no plain text.", {"type": kinds}))
    raise refusals[0] if refusals else unknown


def _merged(first: Selector, second: Selector) -> Selector:
    """Return two alternatives for the same passage as one."""
    quote = first if first.exact is not None else second
    return Selector(
        first.position if first.position is not None else second.position,
        first.data if first.data is not None else second.data,
        quote.exact,
        quote.prefix,
        quote.suffix,
        first.edges or second.edges,
        first.inner or second.inner,
    )


def _told(row: Json, depth: int) -> Selector | None:
    """Return what one selector says, None if it is of another sort.

    A quote within what only another program finds, a part of a page, is looked for in all of the
    text; a position within it says nothing.
    """
    inner = selector_of(row["refinedBy"], depth + 1) if row.get("refinedBy") else None
    kind = str(row.get("type", row.get("@type", ""))).rpartition(":")[2]
    read = _READERS.get(kind)
    found = read(row, depth) if read else None
    if found is None and inner is not None and inner.exact is not None:
        return replace(inner, position=None, data=None)
    return replace(found, inner=inner) if found and inner else found


def _numbers(row: Json) -> Range:
    start, end = row.get("start"), row.get("end")
    if type(start) is not int or type(end) is not int:
        raise NotText(Message("its position is no pair of whole numbers."))
    return start, end


def _quote(row: Json, _depth: int) -> Selector:
    exact, prefix, suffix = (row.get(name, "") for name in ("exact", "prefix", "suffix"))
    if not isinstance(exact, str) or not exact:
        raise NotText(Message("its quote is empty."))
    return Selector(exact=exact, prefix=str(prefix), suffix=str(suffix))


def _range(row: Json, depth: int) -> Selector:
    edges = row.get("startSelector"), row.get("endSelector")
    start, end = (selector_of(edge, depth + 1) for edge in edges)
    return Selector(edges=(start, end))


def _fragment(row: Json, _depth: int) -> Selector | None:
    found = _CHARACTERS.fullmatch(str(row.get("value", "")))
    return Selector(position=(int(found[1]), int(found[2]))) if found else None


_READERS: Mapping[str, Callable[[Json, int], Selector | None]] = {
    "TextPositionSelector": lambda row, _depth: Selector(position=_numbers(row)),
    "DataPositionSelector": lambda row, _depth: Selector(data=_numbers(row)),
    "TextQuoteSelector": _quote,
    "RangeSelector": _range,
    "FragmentSelector": _fragment,
}


def find(selector: Selector, placing: Placing) -> Range:
    """Return the passage of the stored text that a selector means.

    Raises:
        UserError: there is none, or the quote stands in several places.
    """
    found = _found(selector, placing)
    if selector.inner is None:
        return found
    part = Placing(placing.text[found[0] : found[1]])
    start, end = find(selector.inner, part)
    return found[0] + start, found[0] + end


def _found(selector: Selector, placing: Placing) -> Range:
    if selector.edges is not None:
        start, end = find(selector.edges[0], placing)[0], find(selector.edges[1], placing)[0]
        if start >= end:
            raise UserError("Passage {start}-{end} holds no text.", start=start, end=end)
        return start, end
    if selector.data is not None and selector.position is None and selector.exact is None:
        ruler = Ruler(placing.original, OffsetUnit.UTF8)
        first, last = (ruler.to_point(edge) for edge in selector.data)
        return Placing(placing.original).range(first, last)
    if selector.position is not None:
        try:
            return placing.range(*selector.position, selector.exact)
        except UserError:
            if selector.exact is None:
                raise
    return _quoted(selector, placing)


def _quoted(selector: Selector, placing: Placing) -> Range:
    """Return where the quote stands between its surroundings, nearest to the position if any."""
    exact, text = selector.exact or "", placing.text
    places = placing.quotes.of(exact)
    fitting = [p for p in places if _is_between(text, p, selector)] or places
    if not fitting:
        raise UserError("“{quote}” does not stand in the text.", quote=exact[:60])
    if len(fitting) > 1 and selector.position is None:
        raise UserError("“{quote}” stands in the text more than once.", quote=exact[:60])
    start = selector.position[0] if selector.position else 0
    return min(fitting, key=lambda place: abs(place[0] - start))


def _is_between(text: str, place: Range, selector: Selector) -> bool:
    start, end = place
    before = text[max(0, start - 2 * len(selector.prefix)) : start]
    behind = text[end : end + 2 * len(selector.suffix)]
    fits_before = "".join(before.split()).endswith("".join(selector.prefix.split()))
    return fits_before and "".join(behind.split()).startswith("".join(selector.suffix.split()))
