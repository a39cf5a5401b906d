"""REFI-QDA projects (.qdpx) read: the codes, and the texts with their coded selections."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from annotator.formats.anchoring import Anchors
from annotator.formats.archive import Files, open_files
from annotator.formats.columns import told_columns
from annotator.formats.detail_texts import Told, kind_named
from annotator.formats.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingCodebook,
    IncomingDocument,
    IncomingRelation,
    ReadOptions,
)
from annotator.formats.input_file import as_text
from annotator.formats.placing import in_order
from annotator.formats.records_json import BadValueError, expect_texts
from annotator.formats.refi_codes import Codes
from annotator.formats.shelf import Shelf, new_shelf
from annotator.formats.xml_tree import XmlParts, local_name
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.text import Range

FIELDS_NOTE = "annotator fields"
"""The name of a note that holds an annotation's fields as JSON."""
CONTINUED = "continued"
"""The name of a link from an annotation's first passage to each further one."""
_NOTE, _LINK, _CONTINUED = "note ", "link ", "continued "
"""What names on the shelf begin with."""
_TEXTS = ("TextSource", "Representation", "Transcript")


def read_qdpx(path: Path, options: ReadOptions) -> Iterator[Incoming]:
    """Yield the codebook, then each text with what is marked in it.

    The archive may be a folder that it was unpacked into, or its project.qde alone.

    Raises:
        UserError: it is no such archive, or no text of it can be read.
    """
    with open_files(path) as files, new_shelf() as shelf:
        names = [name for name in files.names if name.lower() in {"project.qde", _alone(path)}]
        if not names:
            raise UserError("{name}: an archive with project.qde was expected.", name=path.name)
        project = _Project(path.name, files, names[0], options, shelf)
        if labels := tuple(project.codes.labels):
            yield IncomingCodebook(labels)
        count = 0
        for document in project.documents():
            count += 1
            yield document
        if not count and not labels:
            raise UserError("{name} holds neither codes nor texts.", name=path.name)
        if project.problems:
            yield IncomingCodebook((), tuple(project.problems))


def _alone(path: Path) -> str:
    """Return the name of a file that is a project without its archive, in small letters."""
    return path.name.lower() if path.suffix.lower() == ".qde" else ""


@dataclass(slots=True)
class _Passage:
    """A selection: where it is, and what stands on it."""

    element: Element
    guid: str
    range: Range


@dataclass(slots=True)
class _Project:
    """One project while it is read; ``problems`` are those of no document.

    It is read twice, since texts come before the notes and links that belong to them: these are
    on the shelf when the texts are read, each under a name of its own.
    """

    name: str
    archive: Files
    member: str
    options: ReadOptions
    shelf: Shelf
    codes: Codes = field(init=False)
    users: dict[str, str] = field(init=False)
    variables: dict[str, str] = field(init=False)
    problems: list[Message] = field(init=False, default_factory=list)
    _files: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Gather what documents refer to."""
        self._files = {name.lower(): name for name in self.archive.names}
        parts = self._parts()
        for found, _parent in parts:
            if local_name(found) == "Note":
                told = [found.get("name", ""), self._note_text(found)]
                self.shelf.put(f"{_NOTE}{_guid(found)}", told)
            elif local_name(found) == "Link":
                self._keep_link(found)
        if local_name(parts.root) != "Project":
            raise UserError(
                "{name}, line 1: a REFI-QDA project was expected, not <{tag}>.",
                name=f"{self.name}/{self.member}",
                tag=local_name(parts.root)[:60],
            )
        self.codes = Codes(parts.root)
        self.users = _named(parts.root, "User")
        self.variables = _named(parts.root, "Variable")

    def _parts(self) -> XmlParts:
        pieces = self.archive.pieces(self.member)
        return XmlParts(pieces, f"{self.name}/{self.member}", ("Note", "Link", *_TEXTS))

    def _keep_link(self, link: Element) -> None:
        origin, target = link.get("originGUID", "").lower(), link.get("targetGUID", "").lower()
        if link.get("name") == CONTINUED:
            self.shelf.put(f"{_CONTINUED}{target}", origin)
        else:
            self.shelf.put(f"{_LINK}{origin}", [link.get("name", ""), target])

    def documents(self) -> Iterator[IncomingDocument]:
        """Yield each text that the archive holds."""
        for source, parent in self._parts():
            if local_name(source) in _TEXTS and local_name(parent) != "PDFSelection":
                name = source.get("name") or parent.get("name") or _guid(source) or self.name
                yield from self._document(source, name)

    def _document(self, source: Element, name: str) -> Iterator[IncomingDocument]:
        text = self._text_of(source)
        if not text:
            reason = Message("The text of {name} is not in the archive.", {"name": name[:200]})
            self.problems.append(reason)
            return
        selections = [found for found in source if local_name(found) == "PlainTextSelection"]
        places = [self._place(selection) for selection in selections]
        quoted = [
            (*place, found.get("name", "")) for place, found in zip(places, selections, strict=True)
        ]
        anchors = Anchors(text, quoted, self.options.unit)
        passages, lost = [], 0
        for (start, end, quote), selection in zip(quoted, selections, strict=True):
            found = anchors.trust(start, end, quote)
            if found is None:
                lost += 1
            else:
                passages.append(_Passage(selection, _guid(selection), found))
        annotations, problems = self._annotations(passages)
        if lost:
            problems.append(
                Message(
                    "{count} {count|passage is|passages are} empty or outside the text.",
                    {"count": lost},
                )
            )
        values = self._values(source)
        yield IncomingDocument(
            name,
            anchors.text,
            tuple(annotations),
            tuple(self._relations(annotations)),
            values.pop("language", ""),
            values.pop("date", ""),
            values,
            problems=tuple(problems),
        )

    def _place(self, selection: Element) -> tuple[int, int]:
        try:
            return int(selection.get("startPosition", "")), int(selection.get("endPosition", ""))
        except ValueError as error:
            raise UserError(
                "{name}: selection {guid} needs whole numbers as its startPosition and "
                "endPosition.",
                name=self.name,
                guid=_guid(selection)[:40],
            ) from error

    def _text_of(self, source: Element) -> str:
        inline = _child_text(source, "PlainTextContent")
        if inline:
            return inline
        path = source.get("plainTextPath", "")
        if not path.lower().startswith("internal://"):
            return ""
        wanted = path[len("internal://") :].lower()
        member = self._files.get(f"sources/{wanted}") or self._files.get(wanted)
        if member is None:
            return ""
        return as_text(self.archive.read(member), f"{self.name}/{member}")

    def _note_text(self, note: Element) -> str:
        return self._text_of(note) or _child_text(note, "Description")

    def _annotations(
        self, passages: list[_Passage]
    ) -> tuple[list[IncomingAnnotation], list[Message]]:
        """Return an annotation per coding; linked passages belong to the first one."""
        here = {passage.guid for passage in passages}
        parts: dict[str, list[Range]] = defaultdict(list)
        firsts: list[_Passage] = []
        for passage in passages:
            origin = self._origin(passage.guid)
            if origin in here and not self._origin(origin):
                parts[origin].append(passage.range)
            else:
                firsts.append(passage)
        found, uncoded = [], 0
        for passage in firsts:
            ranges = in_order([passage.range, *parts.get(passage.guid, [])])
            made = list(self._codings(passage, ranges))
            found += made
            uncoded += not made
        problems = []
        if uncoded:
            problems.append(
                Message(
                    "{count} {count|passage carries|passages carry} no code.", {"count": uncoded}
                )
            )
        return found, problems

    def _origin(self, guid: str) -> str:
        """Return which passage one continues, nothing if none."""
        return next(reversed([*self.shelf.all(f"{_CONTINUED}{guid}")]), "")

    def _codings(
        self, passage: _Passage, ranges: tuple[Range, ...]
    ) -> Iterator[IncomingAnnotation]:
        fields, memo = self._notes(passage.element)
        row = self._fields(fields, passage.guid)
        author = self._user(passage.element)
        for at, coding in enumerate(_all(passage.element, "Coding")):
            code = next(iter(_references(coding, "CodeRef")), "")
            if code not in self.codes.names:
                continue
            kind = self.codes.kinds.get(code) or kind_named(row.get("kind", ""))
            details = self._details(kind, row, passage.guid)
            yield IncomingAnnotation(
                passage.guid if at == 0 else f"{passage.guid}/{at}",
                self.codes.names[code],
                ranges,
                kind,
                self._user(coding) or author,
                memo,
                details.extra,
                details.detail,
                details.evidence,
            )

    def _user(self, element: Element) -> str:
        return self.users.get(element.get("creatingUser", "").lower(), "")

    def _notes(self, element: Element) -> tuple[str, str]:
        """Return what the notes of a passage hold: the fields we wrote, and a person's words."""
        references = _references(element, "NoteRef")
        told = (list(self.shelf.all(f"{_NOTE}{reference}")) for reference in references)
        notes = [found[-1] for found in told if found]
        fields = next((text for name, text in notes if name == FIELDS_NOTE), "")
        memo = [_child_text(element, "Description")]
        memo += [text for name, text in notes if name != FIELDS_NOTE]
        return fields, "\n".join(text for text in memo if text)

    def _fields(self, text: str, guid: str) -> dict[str, str]:
        try:
            return expect_texts(json.loads(text or "{}"), guid)
        except (ValueError, RecursionError, BadValueError) as error:
            raise UserError(
                "{name}: the note “{note}” of {guid} holds no JSON object of texts.",
                name=self.name,
                note=FIELDS_NOTE,
                guid=guid[:40],
            ) from error

    def _details(self, kind: LabelKind | None, row: Mapping[str, str], guid: str) -> Told:
        try:
            return told_columns(kind, row, guid)
        except BadValueError as error:
            raise UserError(
                "{name}: {where}: {expected} was expected.",
                name=self.name,
                where=error.where[:200],
                expected=error.expected,
            ) from error

    def _relations(self, annotations: list[IncomingAnnotation]) -> Iterator[IncomingRelation]:
        keys = {annotation.key: None for annotation in annotations}
        for origin in keys:
            for name, target in self.shelf.all(f"{_LINK}{origin}"):
                if target in keys and origin != target:
                    yield IncomingRelation(name, origin, target)

    def _values(self, source: Element) -> dict[str, str]:
        """Return the document's variables by name."""
        values = {}
        for found in source:
            if local_name(found) != "VariableValue":
                continue
            name = self.variables.get(next(iter(_references(found, "VariableRef")), ""), "")
            value = next((c.text or "" for c in found if local_name(c).endswith("Value")), "")
            if name and value:
                values[name] = value
        return values


def _named(root: Element, tag: str) -> dict[str, str]:
    return {_guid(found): found.get("name", "") for found in _all(root, tag)}


def _all(root: Element, tag: str) -> Iterator[Element]:
    return (found for found in root.iter() if local_name(found) == tag)


def _guid(found: Element) -> str:
    return found.get("guid", "").lower()


def _references(parent: Element, tag: str) -> Iterator[str]:
    """Yield what the children of a name point to."""
    return (c.get("targetGUID", "").lower() for c in parent if local_name(c) == tag)


def _child_text(parent: Element, tag: str) -> str:
    return next((child.text or "" for child in parent if local_name(child) == tag), "")
