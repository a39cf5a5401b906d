"""W3C Web Annotation JSON-LD read: annotations of text by position, quote or range selectors.

A text comes from the file itself, from a document of the project, or from a .txt beside the file.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

from annotator.formats.detail_texts import kind_named
from annotator.formats.fields import told_document, told_fields
from annotator.formats.incoming import (
    IncomingAnnotation,
    IncomingDocument,
    IncomingRelation,
    ReadOptions,
)
from annotator.formats.input_file import read_text
from annotator.formats.json_text import parse_json
from annotator.formats.placing import Placing, in_order, placing_of
from annotator.formats.records_json import Json
from annotator.formats.web_annotation_parts import (
    Node,
    Passage,
    as_list,
    bodies_of,
    creator_of,
    id_of,
    nodes_of,
    passages_of,
)
from annotator.formats.web_annotation_selectors import NotText, find
from annotator.model.errors import UserError
from annotator.model.message import Message

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
TEXT = "#text"
_CONTEXT = b"www.w3.org/ns/anno"


def is_web_annotation(_path: Path, head: bytes) -> bool:
    """Say whether a file is JSON in the context of Web Annotation."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith((b"{", b"[")) and b'"@context"' in start and _CONTEXT in start


def read_web_annotation(path: Path, options: ReadOptions) -> Iterator[IncomingDocument]:
    """Yield a document per source that annotations mark passages of.

    Raises:
        UserError: it is no JSON, holds no annotation of text, or a text is nowhere to be found.
    """
    nodes = list(nodes_of(parse_json(read_text(path), path.name)))
    file = _File(path, options, nodes)
    documents = file.documents()
    if not documents:
        reason = file.problems[0] if file.problems else Message("it holds no annotation")
        raise UserError(
            "{name} holds no annotation of a passage of text: {reason}",
            name=path.name,
            reason=str(reason),
        )
    yield from documents


class _File:
    """The annotations of a file, by the source that they are about."""

    def __init__(self, path: Path, options: ReadOptions, nodes: list[Node]) -> None:
        self._path, self._options = path, options
        self.problems: list[Message] = []
        self._texts: dict[str, str] = {}
        self._fields: dict[str, dict[str, str]] = {}
        self._marks: dict[str, list[tuple[Node, list[Passage]]]] = {}
        self._links: list[IncomingRelation] = []
        ids = {node.id for node in nodes}
        for node in nodes:
            self._take(node, ids)

    def _take(self, node: Node, ids: set[str]) -> None:
        if self._describes(node):
            return
        ends = [id_of(target) for target in as_list(node.row.get("target"))]
        if len(ends) > 1 and all(end in ids for end in ends):
            said = bodies_of(node.row)
            kind = said.tags[0] if said.tags else "linking"
            self._links.append(IncomingRelation(kind, ends[0], ends[1], said.note))
            return
        try:
            passages = list(passages_of(node.row))
        except NotText as error:
            values = {"id": node.id[:80], "reason": str(error.reason)}
            self.problems.append(Message("{id}: {reason}", values))
            return
        self._marks.setdefault(passages[0].source, []).append((node, passages))

    def _describes(self, node: Node) -> bool:
        """Take in the text and fields of a document if that is what the annotation tells."""
        bodies = [body for body in as_list(node.row.get("body")) if isinstance(body, dict)]
        target = node.row.get("target")
        text = next((b for b in bodies if id_of(b) == f"{target}{TEXT}"), None)
        if text is None or not isinstance(target, str) or not isinstance(text.get("value"), str):
            return False
        self._texts[target] = text["value"]
        self._fields[target] = bodies_of(node.row).fields
        self._marks.setdefault(target, [])
        return True

    def documents(self) -> list[IncomingDocument]:
        """Return the documents, the first with what could not be read."""
        return [self._document(source, marks) for source, marks in self._marks.items()]

    def _text(self, source: str) -> str:
        """Return a source's text.

        Raises:
            UserError: it is nowhere to be found.
        """
        if source in self._texts:
            return self._texts[source]
        last = unquote(source.rstrip("/").rpartition("/")[2].partition("#")[0])
        names = (source, last, Path(last).stem) if source else (self._path.stem,)
        for name in names:
            if name in self._options.texts:
                return self._options.texts[name]
        beside = self._path.with_name(f"{Path(last).stem or self._path.stem}.txt")
        with suppress(OSError, ValueError):
            if beside.is_file() and beside.parent == self._path.parent:
                return read_text(beside)
        raise UserError(
            "The text of “{source}” is neither in {name} nor in the project: import the text "
            "first, or put it beside the file as {beside}.",
            source=source[:80],
            name=self._path.name,
            beside=beside.name[:80],
        )

    def _document(self, source: str, marks: list[tuple[Node, list[Passage]]]) -> IncomingDocument:
        text = self._text(source)
        passages = [passage for _, found in marks for passage in found]
        quoted = [p.quoted for p in passages if p.quoted is not None]
        placing = placing_of(text, quoted, self._options.unit)
        annotations = [a for node, found in marks for a in self._placed(node, found, placing)]
        problems, self.problems = self.problems, []
        fields = self._fields.get(source, {})
        own = {annotation.key for annotation in annotations}
        return IncomingDocument(
            fields.get("title") or source.rpartition("/")[2][:200] or self._path.stem,
            placing.text,
            tuple(annotations),
            tuple(link for link in self._links if {link.source, link.target} <= own),
            problems=tuple(problems),
            unit_is_guess=placing.is_guess and bool(annotations),
            **told_document(fields),
        )

    def _placed(
        self, node: Node, passages: list[Passage], placing: Placing
    ) -> list[IncomingAnnotation]:
        """Return a node as annotations; none, and a problem, if a passage is not in the text."""
        try:
            ranges = in_order(find(passage.selector, placing) for passage in passages)
        except (UserError, NotText) as error:
            values = {"id": node.id[:80], "reason": str(error)}
            self.problems.append(Message("{id}: {reason}", values))
            return []
        return list(_annotations(node, ranges))


def _annotations(node: Node, ranges: tuple[tuple[int, int], ...]) -> Iterator[IncomingAnnotation]:
    """Yield an annotation per tag; what else is said goes with the first."""
    said = bodies_of(node.row)
    kinds = [kind for name in said.classes if (kind := kind_named(name))]
    tags = said.tags or [name for name in said.classes if not kind_named(name)]
    told = told_fields(kinds[0] if kinds else None, said.fields)
    first, *others = tags or [_motivation(node.row)]
    author = creator_of(node.row)
    more = (told.extra, told.detail, told.evidence)
    yield IncomingAnnotation(node.id, first, ranges, told.kind, author, said.note, *more)
    for at, tag in enumerate(others, start=1):
        yield IncomingAnnotation(f"{node.id}/{at}", tag, ranges, told.kind, author)


def _motivation(row: Json) -> str:
    found = as_list(row.get("motivation")) or ["commenting" if row.get("body") else "highlighting"]
    return found[0].strip() if isinstance(found[0], str) and found[0].strip() else "annotation"
