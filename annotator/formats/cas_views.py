"""The texts of a CAS and what is marked in them, as incoming documents."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from annotator.formats.cas_types import DOCUMENT, MARK, PACKAGE, RELATION, TURN
from annotator.formats.cas_unlisted import Unlisted
from annotator.formats.columns import told_columns
from annotator.formats.detail_texts import kind_named
from annotator.formats.incoming import (
    IncomingAnnotation,
    IncomingDocument,
    IncomingRelation,
    IncomingTurn,
)
from annotator.formats.offsets import Normalised
from annotator.formats.records_json import BadValueError, expect_texts
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.text import Range, normalise

_LONGEST_TIME = 12
_ODD = re.compile("[\x00\r\u2028\u2029\ud800-\udfff]")
_LABELS = ("label", "value", "PosValue", "coarseValue")
_STRUCTURE = (
    "uima.tcas.DocumentAnnotation",
    "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.",
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.",
    "de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata",
)
_SHORT_STRUCTURE = ("Token", "Sentence")
"""How the names of types of any tool end that cut up the text."""
_PLACE = {"sofa", "begin", "end"}
_PROBLEMS = {
    "structure": Message("Tokens, sentences and links between them are left out: {count}."),
    "empty": Message(
        "{count} {count|mark covers|marks cover} no character and {count|is|are} left out."
    ),
    "outside": Message(
        "{count} {count|mark lies|marks lie} outside the text and {count|is|are} left out."
    ),
    "unlisted": Message(
        "{count} {count|mark is|marks are} in no view of the file, so that other tools do not show "
        "{count|it|them} either, and {count|is|are} left out."
    ),
}
"""What is told of marks that are left out, by the reason."""
_ENDS = (("source", "target"), ("Governor", "Dependent"))


def documents_of(cas: Any, name: str, unlisted: Unlisted) -> Iterator[IncomingDocument]:  # noqa: ANN401
    """Yield a document for each view that has a text.

    ``unlisted`` tells of how many marks of a text the file says that no view lists.

    Raises:
        UserError: none has one.
    """
    found = 0
    for view in cas.views:
        if view.sofa.sofaString:
            found += 1
            title = name if view.sofa.sofaID == "_InitialView" else f"{name} {view.sofa.sofaID}"
            own = _View(cas.get_view(view.sofa.sofaID), view.sofa.sofaString, title)
            yield own.document(unlisted.get(str(view.sofa.xmiID), 0))
    if not found:
        raise UserError("{name} holds no text: a CAS with one was expected.", name=name)


class _View:
    """One text with its feature structures, sorted by what they are for us."""

    def __init__(self, view: Any, text: str, name: str) -> None:  # noqa: ANN401
        self._name = name
        self._normalised = Normalised(text)
        self._length = len(text)
        self._marks: dict[str, list[Any]] = {}
        self._keys: dict[str, str] = {}
        self._features: dict[str, tuple[str, ...]] = {}
        self._sorts: dict[str, str] = {}
        self._links: list[Any] = []
        self._turns: list[Any] = []
        self._about: dict[str, str] = {}
        self._counts = dict.fromkeys(_PROBLEMS, 0)
        self._language = _text(getattr(view, "document_language", "") or "")
        for found in view.select_all_annotations():
            self._sort(found)

    def _sort(self, found: Any) -> None:  # noqa: ANN401
        name = found.type.name
        match self._sorts.get(name) or self._sorts.setdefault(name, _sort_of(found)):
            case "document":
                self._about = self._texts(found)
            case "turn":
                self._turns.append(found)
            case "link":
                self._links.append(found)
            case "structure":
                self._counts["structure"] += name != _STRUCTURE[0]
            case _:
                told = getattr(found, "id", None) if _is_own(name) else None
                own = _text(told) if isinstance(told, str | int) else ""
                self._keys[str(found.xmiID)] = key = own or str(found.xmiID)
                self._marks.setdefault(key, []).append(found)

    def document(self, unlisted: int) -> IncomingDocument:
        """Return the document; so many marks of it are in no view."""
        self._counts["unlisted"] = unlisted
        try:
            annotations = [a for key, parts in self._marks.items() for a in self._mark(key, parts)]
            attributes = self._attributes()
        except (BadValueError, ValueError, RecursionError) as error:
            where = f"{error.where}: {error.expected}" if isinstance(error, BadValueError) else ""
            raise UserError(
                "{name}: a field is not as this program writes it ({reason}).",
                name=self._name,
                reason=where or str(error)[:100],
            ) from error
        return IncomingDocument(
            self._about.get("title") or self._name,
            normalise(self._normalised.text),
            tuple(annotations),
            tuple(self._relations({annotation.key for annotation in annotations})),
            "" if self._language == "x-unspecified" else self._language,
            self._about.get("date", ""),
            attributes,
            tuple(self._read_turns()) if self._turns else None,
            tuple(self._problems()),
        )

    def _texts(self, found: Any) -> dict[str, str]:  # noqa: ANN401
        """Return the plain features of a feature structure as texts."""
        names = self._features.get(found.type.name)
        if names is None:
            names = tuple(f.name for f in found.type.all_features if f.name not in _PLACE)
            self._features[found.type.name] = names
        row = {}
        for name in names:
            value = getattr(found, name, None)
            if value is not None and value != "" and isinstance(value, str | int | float):
                row[name] = str(value)
        if _ODD.search("".join(row.values())):
            row = {name: normalise(value) for name, value in row.items()}
        return row

    def _attributes(self) -> dict[str, str]:
        told = expect_texts(json.loads(self._about.get("attributes") or "{}"), "attributes")
        place = {name: self._about.get(name, "") for name in ("place", "group")}
        return told | {name: text for name, text in place.items() if text}

    def _range(self, found: Any) -> Range | None:  # noqa: ANN401
        """Return where a mark lies, counting it if that is nowhere."""
        start, end = found.begin, found.end
        if not isinstance(start, int) or not isinstance(end, int):
            self._counts["outside"] += 1
            return None
        if not 0 <= start <= end <= self._length:
            self._counts["outside"] += 1
            return None
        place = self._normalised.range(start, end)
        if place[0] == place[1]:
            self._counts["empty"] += 1
            return None
        return place

    def _mark(self, key: str, parts: list[Any]) -> Iterator[IncomingAnnotation]:
        places = sorted(place for part in parts if (place := self._range(part)))
        ranges: list[Range] = []
        for place in places:
            if not ranges or place[0] >= ranges[-1][1]:
                ranges.append(place)
        if not ranges:
            return
        row = self._texts(parts[0])
        short = parts[0].type.name.rpartition(".")[2]
        label = next((row[name] for name in _LABELS if row.get(name)), short)
        if not _is_own(parts[0].type.name):
            yield IncomingAnnotation(key, label, tuple(ranges), extra=row | {"type": short})
            return
        kind = kind_named(row.get("kind", ""))
        details = told_columns(kind, row, key)
        yield IncomingAnnotation(
            key,
            label,
            tuple(ranges),
            kind,
            row.get("author", ""),
            row.get("note", ""),
            details.extra,
            details.detail,
            details.evidence,
        )

    def _relations(self, keys: set[str]) -> Iterator[IncomingRelation]:
        for link in self._links:
            source, target = next(
                tuple(self._key(getattr(link, end)) for end in ends)
                for ends in _ENDS
                if all(hasattr(link, end) for end in ends)
            )
            row = self._texts(link)
            kind = row.get("kind") or row.get("value") or row.get("DependencyType")
            if source in keys and target in keys and source != target:
                short = link.type.name.rpartition(".")[2]
                yield IncomingRelation(kind or short, source, target, row.get("note", ""))
            else:
                self._counts["structure"] += link.type.name != RELATION

    def _key(self, end: Any) -> str:  # noqa: ANN401
        """Return the key of the mark that a link ends at; without types the end is a number."""
        number = str(end if isinstance(end, str) else getattr(end, "xmiID", ""))
        return self._keys.get(number, "")

    def _read_turns(self) -> Iterator[IncomingTurn]:
        for turn in self._turns:
            if place := self._range(turn):
                row = self._texts(turn)
                body = min(place[1], place[0] + len(row.get("heading", "")))
                role = row.get("role") or row.get("part", "")
                times = [_whole(row.get(name, "")) for name in ("time_start", "time_end")]
                yield IncomingTurn(place[0], body, place[1], row.get("speaker", ""), role, *times)

    def _problems(self) -> Iterator[Message]:
        for name, problem in _PROBLEMS.items():
            if count := self._counts[name]:
                yield replace(problem, values={"count": count})


def _sort_of(found: Any) -> str:  # noqa: ANN401
    """Return what feature structures of this one's type are for us."""
    name = found.type.name
    if name == DOCUMENT:
        return "document"
    if name == TURN:
        return "turn"
    if any(all(hasattr(found, end) for end in ends) for ends in _ENDS):
        return "link"
    if name.startswith(_STRUCTURE) or name.endswith(_SHORT_STRUCTURE):
        return "structure"
    return "mark"


def _is_own(name: str) -> bool:
    return name.startswith(PACKAGE) or name == MARK


def _whole(text: str) -> int | None:
    """Return a number of milliseconds, None if it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_TIME else None


def _text(value: str | float) -> str:
    """Return a value as text that a project can hold."""
    text = str(value)
    return normalise(text) if _ODD.search(text) else text
