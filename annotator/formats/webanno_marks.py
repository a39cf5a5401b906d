"""The annotations and links that the cells of a WebAnno TSV file say there are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from annotator.formats.webanno_cells import (
    NO_VALUE,
    NOTHING,
    Layer,
    numbered,
    split,
    unescape,
    value_of,
)
from annotator.formats.webanno_text import Page, Refusal, Unit
from annotator.model.message import Message

_TARGET = re.compile(r"(\d+-\d+(?:\.\d+)?)(?:\[(\d{1,9})(?:_(\d{1,9}))?\])?")
_CHAIN = re.compile(r"(.*)->(\d{1,9})-(\d{1,9})", re.DOTALL)
_BARE = ".segmentation.type.Token"
_ANY = "uima.tcas.Annotation"


@dataclass(slots=True)
class Found:
    """An annotation: its layer, number, features and where it lies."""

    layer: Layer
    number: int
    begin: int
    end: int
    features: dict[str, str]


@dataclass(frozen=True, slots=True)
class Link:
    """A relation, slot or step of a chain between two annotations, by their keys."""

    kind: str
    source: str
    target: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Ask:
    """An end of a link by unit, number and type of layer."""

    unit: str
    number: int
    type: str


@dataclass(slots=True)
class _Pending:
    kind: str
    source: str | _Ask
    target: str | _Ask
    note: str
    line: int


class Marks:
    """What the cells of a page say.

    Raises:
        Refusal: a cell is not of the format.
    """

    def __init__(self, page: Page) -> None:
        self.found: dict[str, Found] = {}
        self.problems: list[Message] = []
        self._at: dict[str, list[str]] = {}
        self._pending: list[_Pending] = []
        self._chains: dict[tuple[str, int], dict[int, tuple[str, str]]] = {}
        self._on_tokens = 0
        width = sum(len(layer.columns) for layer in page.layers)
        bare = (NOTHING,) * width
        self._bare = {x.first: bare[: len(x.columns)] for x in page.layers}
        self._is_linked = any(layer.sort != "SP" or layer.targets for layer in page.layers)
        self._last_cells: dict[int, tuple[str, ...]] = {}
        self._last_keys: dict[int, list[str]] = {}
        for unit in page.units:
            if unit.cells != bare:
                for layer in page.layers:
                    self._cells(unit, layer)
        self.links = [*self._resolved(), *self._chained()]
        if self._on_tokens:
            reason = "Relations between tokens that carry no annotation are left out: {count}."
            self.problems.append(Message(reason, {"count": self._on_tokens}))

    def _cells(self, unit: Unit, layer: Layer) -> None:
        cells = unit.cells[layer.first : layer.first + len(layer.columns)]
        if cells == self._bare[layer.first]:
            return
        if cells == self._last_cells.get(layer.first):
            for key in self._last_keys[layer.first]:
                self._widen(key, self.found[key], unit)
            return
        self._last_cells.pop(layer.first, None)
        keys = [self._item(unit, layer, items, at) for at, items in enumerate(_items(cells))]
        if layer.sort == "SP" and all(keys):
            self._last_cells[layer.first], self._last_keys[layer.first] = cells, keys

    def _item(self, unit: Unit, layer: Layer, items: list[str], at: int) -> str:
        """Take in one of the items stacked in cells; return its key if others may join it."""
        match layer.sort:
            case "SP":
                return self._span(unit, layer, items, at)
            case "RL":
                self._relation(unit, layer, items)
            case _:
                self._step(unit, layer, items)
        return ""

    def _span(self, unit: Unit, layer: Layer, items: list[str], at: int) -> str:
        """Take in an annotation on a unit; return its key if a number joins it with others."""
        key = f"{layer.type} {numbered(items[0])[1]}"  # the target of a slot is never the first
        if key in self.found:
            self._widen(key, self.found[key], unit)
            return key
        plain, number = _without_numbers(layer, items)
        key = f"{layer.type} {number}" if number else f"{layer.type} {unit.key} {at}"
        if key in self.found:
            self._widen(key, self.found[key], unit)
            return key if number else ""
        if not number and all(item == NOTHING for item in plain):
            return ""
        features = _features(layer, plain)
        self._mark(key, Found(layer, number, unit.begin, unit.end, features), unit)
        for place, target_type in layer.targets:
            self._slots(unit, key, (plain[place - 1], items[place]), target_type)
        return key if number else ""

    def _mark(self, key: str, fresh: Found, unit: Unit) -> None:
        self._widen(key, self.found.setdefault(key, fresh), unit)

    def _widen(self, key: str, known: Found, unit: Unit) -> None:
        """Let an annotation go over a unit too; where each lies is kept for links only."""
        known.begin = min(known.begin, unit.begin)
        known.end = max(known.end, unit.end)
        if self._is_linked:
            self._at.setdefault(unit.key, []).append(key)

    def _slots(self, unit: Unit, key: str, items: tuple[str, str], target_type: str) -> None:
        if items[1] in {NOTHING, NO_VALUE}:
            return
        roles, targets = split(items[0], ";"), split(items[1], ";")
        for place, target in enumerate(targets):
            ask = _ask(unit, target, target_type)[0]
            role = value_of(roles[place]) if place < len(roles) else ""
            self._pending.append(_Pending(role or "slot", key, ask, "", unit.line))

    def _relation(self, unit: Unit, layer: Layer, items: list[str]) -> None:
        if items[-1] in {NOTHING, NO_VALUE} or not layer.base:
            return
        if layer.base.endswith(_BARE):
            self._on_tokens += 1
            return
        source, own = _ask(unit, items[-1], layer.base)
        names = [name for name in layer.columns if not name.startswith("BT_")]
        said = {
            name: value
            for name, item in zip(names, items, strict=False)
            if (value := value_of(numbered(item)[0]))
        }
        kind = said.pop("label", None) or said.pop("value", None) or layer.name
        note = said.pop("note", "") or "\n".join(f"{name}: {text}" for name, text in said.items())
        target = _Ask(unit.key, own, layer.base)
        self._pending.append(_Pending(kind, source, target, note, unit.line))

    def _step(self, unit: Unit, layer: Layer, items: list[str]) -> None:
        """Take in one link of a chain: its label, chain and place, and the type of the link."""
        found = _CHAIN.fullmatch(items[0])
        if found is None:
            raise Refusal(unit.line, Message("a link such as “*->1-1”"), items[0])
        chain, place = int(found[2]), int(found[3])
        key = f"{layer.type} {chain}-{place}"
        said = value_of(numbered(items[1])[0]) if len(items) > 1 else ""
        features = {"value": said}
        self._mark(key, Found(layer, 0, unit.begin, unit.end, features), unit)
        name = value_of(found[1]) or layer.name
        self._chains.setdefault((layer.type, chain), {})[place] = (key, name)

    def _resolved(self) -> Iterator[Link]:
        for pending in self._pending:
            source, target = self._find(pending.source), self._find(pending.target)
            if source and target:
                yield Link(unescape(pending.kind), source, target, pending.note)
            else:
                reason = "Line {line}: a link leads to no annotation."
                self.problems.append(Message(reason, {"line": pending.line}))

    def _find(self, end: str | _Ask) -> str | None:
        """Return the annotation that an end means."""
        if isinstance(end, str):
            return end
        there = [
            key
            for key in self._at.get(end.unit, ())
            if end.type in (_ANY, self.found[key].layer.type)
        ]
        exact = [key for key in there if self.found[key].number == end.number]
        return next(iter([*exact, *([] if end.number else there)]), None)

    def _chained(self) -> Iterator[Link]:
        for steps in self._chains.values():
            ordered = [steps[place] for place in sorted(steps)]
            for (key, name), (following, _) in pairwise(ordered):
                yield Link(name, key, following)


def _items(cells: Sequence[str]) -> list[list[str]]:
    """Return what is stacked in cells: for each item, what each of the cells says of it."""
    columns = [split(cell, "|") for cell in cells]
    return [list(items) for items in zip_longest(*columns, fillvalue=NOTHING)]


def _without_numbers(layer: Layer, items: Sequence[str]) -> tuple[list[str], int]:
    """Return items without their numbers, and the first of these that is not 0.

    Targets of slots have none.
    """
    targets = layer.target_columns
    parted = [(item, 0) if at in targets else numbered(item) for at, item in enumerate(items)]
    number = next((number for _text, number in parted if number), 0)
    return [text for text, _number in parted], number


def _features(layer: Layer, items: Sequence[str]) -> dict[str, str]:
    """Return the values of a layer's features, those that are no roles or targets of slots."""
    targets = layer.target_columns
    return {
        name: value_of(items[place])
        for place, name in enumerate(layer.columns)
        if name and place not in targets and not name.startswith("ROLE_")
    }


def _ask(unit: Unit, item: str, target_type: str) -> tuple[_Ask, int]:
    """Return the end that a cell names, and the number it gives for the unit's own annotation."""
    found = _TARGET.fullmatch(item)
    if found is None:
        raise Refusal(unit.line, Message("a unit such as “1-2” or “1-2[1_3]”"), item)
    return _Ask(found[1], int(found[2] or 0), target_type), int(found[3] or 0)
