"""WebAnno TSV 3 read: spans on tokens and parts of tokens, relations, slots and chains.

Offsets count UTF-16 units. The text is put together from the sentences at their offsets.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from annotator.formats.archive import first_bytes, holds_files, names_in, read_members
from annotator.formats.detail_texts import kind_named
from annotator.formats.fields import told_fields
from annotator.formats.incoming import (
    IncomingAnnotation,
    IncomingDocument,
    IncomingRelation,
    ReadOptions,
)
from annotator.formats.input_file import as_text, read_text
from annotator.formats.offsets import OffsetUnit
from annotator.formats.placing import Placing, in_order
from annotator.formats.webanno_marks import Found, Marks
from annotator.formats.webanno_text import Page, Refusal, page_of
from annotator.model.errors import UserError
from annotator.model.message import Message

FORMAT = "#FORMAT=WebAnno TSV 3"
_OLD = re.compile(rb"\s*#\s*(?:id=1\s+#text=|de\.tudarmstadt|webanno\.custom)")
_UNCLEAN = re.compile("[\x00\ud800-\udfff]")
_HEAD = 100
_OWN = {"label", "kind", "author", "note", "fields", "part"}
_LABELS = ("label", "value", "PosValue", "DependencyType")


def is_webanno(path: Path, head: bytes) -> bool:
    """Say whether a file is WebAnno TSV, also of an older version, or an archive or folder is."""
    if names := names_in(path, head):
        tables = [name for name in names if name.endswith(".tsv")]
        return bool(tables) and _is_table(first_bytes(path, tables[0], _HEAD))
    return _is_table(head) or bool(_OLD.match(head))


def _is_table(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").startswith(FORMAT.encode())


def read_webanno(path: Path, _options: ReadOptions) -> Iterator[IncomingDocument]:
    """Yield a document per file.

    Raises:
        UserError: a file is of an older version, or a line is not of the format.
    """
    if holds_files(path):
        for name, content in read_members(path, ".tsv"):
            where = PurePosixPath(name)
            is_person = where.parent.parent.name in {"annotation", "curation"}
            title = PurePosixPath(where.parts[-2]).stem if is_person else where.stem
            author = where.stem if is_person else ""
            yield _document(as_text(content, name), where.name, title, author)
    else:
        yield _document(read_text(path), path.name, path.stem, "")


def _document(content: str, name: str, title: str, author: str) -> IncomingDocument:
    if not content.startswith(FORMAT):
        raise UserError(
            "{name} is not in version 3 of WebAnno TSV: export it again as WebAnno TSV v3.3.",
            name=name,
        )
    try:
        page = page_of(content)
        marks = Marks(page)
    except Refusal as error:
        raise UserError(
            "Line {line} of {name}: expected {expected}, found “{found}”.",
            line=error.line,
            name=name,
            expected=error.expected,
            found=error.found[:60],
        ) from error
    return _Reading(page, marks, author).document(title)


@dataclass(slots=True)
class _Reading:
    """A page's marks on their way to values."""

    page: Page
    marks: Marks
    author: str
    problems: list[Message] = field(default_factory=list)

    def document(self, title: str) -> IncomingDocument:
        """Return the page as a document; marks without text become problems."""
        placing = Placing(self.page.text, OffsetUnit.UTF16)
        annotations = []
        for key, parts in self._grouped():
            try:
                ranges = in_order(placing.range(part.begin, part.end) for part in parts)
                annotations.append(self._annotation(key, parts[0], ranges))
            except UserError as error:
                values = {"layer": parts[0].layer.name, "problem": str(error)}
                self.problems.append(Message("{layer}: {problem}", values))
        return IncomingDocument(
            title,
            placing.text,
            tuple(annotations),
            tuple(self._relations()),
            problems=(*self.problems, *self.marks.problems),
        )

    def _grouped(self) -> Iterator[tuple[str, list[Found]]]:
        """Yield each annotation's key and its parts."""
        groups: dict[str, list[Found]] = {}
        for key, found in self.marks.found.items():
            part = found.features.get("part", "")
            groups.setdefault(f"part {part}" if part else key, []).append(found)
        yield from groups.items()

    def _annotation(
        self, key: str, found: Found, ranges: tuple[tuple[int, int], ...]
    ) -> IncomingAnnotation:
        features = dict(found.features)
        name = next((n for n in (*_LABELS, *features) if features.get(n)), "")
        label = features.pop(name, "").strip() or found.layer.name or "label"
        is_own = features.keys() >= _OWN - {"label"}
        texts = _own_fields(features) if is_own else {n: t for n, t in features.items() if t}
        kind = kind_named(features.get("kind")) if is_own else None
        told = told_fields(kind, texts)
        return IncomingAnnotation(
            key,
            label,
            ranges,
            told.kind,
            (features["author"] if is_own else "") or self.author,
            features["note"] if is_own else "",
            told.extra,
            told.detail,
            told.evidence,
        )

    def _relations(self) -> Iterator[IncomingRelation]:
        keys = {id(part): key for key, parts in self._grouped() for part in parts}
        for link in self.marks.links:
            ends = self.marks.found.get(link.source), self.marks.found.get(link.target)
            if ends[0] is not None and ends[1] is not None:
                source, target = keys[id(ends[0])], keys[id(ends[1])]
                yield IncomingRelation(link.kind, source, target, link.note)


def _own_fields(features: dict[str, str]) -> dict[str, str]:
    """Return the fields that our own layer holds as JSON."""
    with suppress(ValueError, RecursionError):
        found = json.loads(features["fields"] or "{}")
        if isinstance(found, dict) and all(isinstance(text, str) for text in found.values()):
            return {n: t for n, t in found.items() if _is_clean(n + t)}
    return {}


def _is_clean(text: str) -> bool:
    return not _UNCLEAN.search(text)
