"""W3C Web Annotation JSON-LD read: annotations of text by position, quote or range selectors.

A text comes from the file itself, from a document of the project, or from a .txt beside the file.
"""

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
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
from annotator.formats.offsets import Quoted
from annotator.formats.placing import Placing, in_order, placing_of
from annotator.formats.records_json import Json
from annotator.formats.shelf import Shelf, new_shelf
from annotator.formats.streams import json_parts
from annotator.formats.web_annotation_parts import (
    HOLDERS,
    PAGE_TITLE,
    Node,
    Nodes,
    Passage,
    as_list,
    bodies_of,
    creator_of,
    id_of,
    passages_of,
)
from annotator.formats.web_annotation_selectors import NotText, find, packed, unpacked
from annotator.model.errors import UserError
from annotator.model.message import Message

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
TEXT = "#text"
_DOCUMENT, _MARK, _LINK, _LINKING = "document ", "mark ", "link ", "linking"
"""What names on the shelf begin with."""
_CONTEXT = b"www.w3.org/ns/anno"


def is_web_annotation(_path: Path, head: bytes) -> bool:
    """Say whether a file is JSON in the context of Web Annotation, or of Hypothesis."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    is_standard = b'"@context"' in start and _CONTEXT in start
    is_of_hypothesis = b'"acct:' in start and b'"uri"' in start
    return start.startswith((b"{", b"[")) and (is_standard or is_of_hypothesis)


def read_web_annotation(path: Path, options: ReadOptions) -> Iterator[IncomingDocument]:
    """Yield a document per source that annotations mark passages of.

    Raises:
        UserError: it is no JSON, holds no annotation of text, or a text is nowhere to be found.
    """
    with new_shelf() as shelf:
        file = _File(path, options, shelf)
        file.take_all()
        if not file.sources:
            reason = file.problems[0] if file.problems else Message("it holds no annotation")
            raise UserError(
                "{name} holds no annotation of a passage of text: {reason}",
                name=path.name,
                reason=str(reason),
            )
        yield from file.documents()


class _File:
    """The annotations of a file, by the source that they are about.

    They lie on the shelf: texts and fields of a source, its marks, the links from an annotation,
    each under a name of its own.
    """

    def __init__(self, path: Path, options: ReadOptions, shelf: Shelf) -> None:
        self._path, self._options, self._shelf = path, options, shelf
        self.problems: list[Message] = []
        self.sources: dict[str, None] = {}
        self._titles: dict[str, str] = {}

    def take_all(self) -> None:
        """Go through the file once and set aside what it holds."""
        nodes = Nodes()
        for node in nodes.of(json_parts(self._path, HOLDERS)):
            if self._describes(node):
                continue
            if _may_link(node):
                self._shelf.put(_LINKING, [node.id, node.row])
            else:
                self._take(node)
        for node in (Node(*told) for told in self._shelf.all(_LINKING)):
            ends = [id_of(target) for target in node.row["target"]]
            if all(end in nodes for end in ends):
                self._shelf.put(f"{_LINK}{ends[0]}", node.row)
            else:
                self._take(node)

    def _take(self, node: Node) -> None:
        try:
            passages = list(passages_of(node.row))
        except NotText as error:
            values = {"id": node.id[:80], "reason": str(error.reason)}
            self.problems.append(Message("{id}: {reason}", values))
            return
        self.sources[passages[0].source] = None
        title = node.row.get(PAGE_TITLE)
        if title and isinstance(title, str):
            self._titles.setdefault(passages[0].source, title)
        said = {name: value for name, value in node.row.items() if name != "target"}
        where = [packed(passage.selector) for passage in passages]
        self._shelf.put(f"{_MARK}{passages[0].source}", [node.id, said, where])

    def _describes(self, node: Node) -> bool:
        """Take in the text and fields of a document if that is what the annotation tells."""
        target = node.row.get("target")
        if not isinstance(target, str):
            return False
        bodies = [body for body in as_list(node.row.get("body")) if isinstance(body, dict)]
        text = next((body for body in bodies if id_of(body) == f"{target}{TEXT}"), None)
        if text is None or not isinstance(text.get("value"), str):
            return False
        self._shelf.put(f"{_DOCUMENT}{target}", [text["value"], bodies_of(node.row).fields])
        self.sources[target] = None
        return True

    def documents(self) -> Iterator[IncomingDocument]:
        """Yield the documents, the first with what could not be read."""
        for source in self.sources:
            marks = [
                (Node(known, said), [Passage(source, unpacked(told)) for told in where])
                for known, said, where in self._shelf.all(f"{_MARK}{source}")
            ]
            yield self._document(source, marks)

    def _described(self, source: str) -> tuple[str, dict[str, str]]:
        """Return a source's text and fields, as the last description in the file has them.

        Raises:
            UserError: the text is nowhere to be found.
        """
        told = list(self._shelf.all(f"{_DOCUMENT}{source}"))
        return (told[-1][0], told[-1][1]) if told else (self._text(source), {})

    def _text(self, source: str) -> str:
        last = unquote(source.rstrip("/").rpartition("/")[2].partition("#")[0])
        names = (source, last, Path(last).stem) if source else (self._path.stem,)
        for name in (*names, self._titles.get(source, "")):
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

    def _title_of(self, source: str) -> str:
        """Return a document's title where it names none itself, of at most 200 characters."""
        return (self._titles.get(source) or source.rpartition("/")[2])[:200] or self._path.stem

    def _document(self, source: str, marks: list[tuple[Node, list[Passage]]]) -> IncomingDocument:
        text, fields = self._described(source)
        placing = placing_of(text, _quoted(marks), self._options.unit)
        annotations = [a for node, found in marks for a in self._placed(node, found, placing)]
        problems, self.problems = self.problems, []
        own = {annotation.key: None for annotation in annotations}
        links = (link for key in own for link in self._links_from(key))
        return IncomingDocument(
            fields.get("title") or self._title_of(source),
            placing.text,
            tuple(annotations),
            tuple(link for link in links if link.target in own),
            problems=tuple(problems),
            unit_is_guess=placing.is_guess and bool(annotations),
            **told_document(fields),
        )

    def _links_from(self, key: str) -> Iterator[IncomingRelation]:
        for row in self._shelf.all(f"{_LINK}{key}"):
            said = bodies_of(row)
            kind = said.tags[0] if said.tags else "linking"
            yield IncomingRelation(kind, key, id_of(row["target"][1]), said.note)

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


def _quoted(marks: list[tuple[Node, list[Passage]]]) -> list[Quoted]:
    passages = chain.from_iterable(found for _, found in marks)
    return [passage.quoted for passage in passages if passage.quoted is not None]


def _may_link(node: Node) -> bool:
    """Say whether an annotation is about several things, all of which have ids."""
    ends = as_list(node.row.get("target"))
    return len(ends) > 1 and all(map(id_of, ends))


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
