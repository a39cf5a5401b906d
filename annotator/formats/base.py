"""What an exchange format is, what it is written from, and which annotations are meant."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, Protocol

from annotator.formats.collecting import seldom_collecting
from annotator.formats.incoming import Incoming, ReadOptions
from annotator.formats.offsets import OffsetUnit
from annotator.formats.splits import SplitPart, Splits
from annotator.model.codebook import CLAIM_STATUSES
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId, DocumentId
from annotator.model.message import Message
from annotator.model.records import (
    Annotation,
    Author,
    Claim,
    Document,
    DocumentLink,
    Label,
    Relation,
    Speaker,
)
from annotator.model.reviews import state_of
from annotator.model.snapshot import Snapshot

Cell = str | int | float | bytes | None


class ProjectSource(Protocol):
    """A project as an export needs it; documents are loaded one at a time."""

    @property
    def project_id(self) -> str:
        """The id that all copies of the project share."""

    @property
    def title(self) -> str:
        """The project's title."""

    def documents(self) -> Sequence[Document]:
        """Return all documents in their order."""

    def load(self, document_id: DocumentId, /) -> Snapshot:
        """Return one document with everything on it."""

    def labels(self) -> Sequence[Label]:
        """Return the codebook in its order."""

    def authors(self) -> Sequence[Author]:
        """Return everybody who has annotated."""

    def settings(self) -> Mapping[str, str]:
        """Return the project's settings by name."""

    def document_links(self) -> Sequence[DocumentLink]:
        """Return how documents stand to each other."""

    def relations_between_documents(self) -> Sequence[Relation]:
        """Return the relations whose ends lie in different documents."""


@dataclass(frozen=True, slots=True)
class Options:
    """What some formats let the user choose.

    ``offset_unit`` is None where the format fixes it or its usual one will do; ``scheme`` is how
    token columns tell where a span begins; ``shares`` and ``seed`` part the documents into train,
    dev and test.
    """

    byte_order_mark: bool = False
    offset_unit: OffsetUnit | None = None
    scheme: Literal["bio", "bilou"] = "bio"
    shares: tuple[int, int, int] = (80, 10, 10)
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Selection:
    """Which annotations are meant; None means all.

    ``label`` is an id, slug or name in any language; ``speaker`` and ``author`` a name or id,
    ``document`` a title or id. ``status`` is a claim's, so that nothing but claims is meant;
    ``review`` is the state that reviewers agree on; ``split`` is one of the parts of the documents.
    """

    kind: str | None = None
    label: str | None = None
    speaker: str | None = None
    author: str | None = None
    document: str | None = None
    status: str | None = None
    split: SplitPart | None = None
    review: str | None = None

    @property
    def is_everything(self) -> bool:
        """Say whether nothing is left out."""
        return all(getattr(self, field.name) is None for field in fields(self))

    def check(self, source: ProjectSource) -> None:
        """Refuse a label, author, document or speaker that there is not, and an odd status.

        Raises:
            UserError: it names the missing one.
        """
        labels, authors = source.labels(), source.authors()
        if self.label is not None and not any(_is_label(x, self.label) for x in labels):
            raise UserError("The project has no label “{name}”.", name=self.label)
        if self.author is not None and not any(self.author in (x.id, x.name) for x in authors):
            raise UserError("The project has no author “{name}”.", name=self.author)
        self._check_places(source)
        if self.status not in {None, *CLAIM_STATUSES}:
            raise UserError(
                "There is no status “{name}” of a claim; there are {names}.",
                name=str(self.status),
                names=", ".join(CLAIM_STATUSES),
            )

    def _check_places(self, source: ProjectSource) -> None:
        """Refuse a document or speaker that there is not."""
        if self.document is not None and not any(self.documents_of(source)):
            raise UserError("The project has no document “{name}”.", name=self.document)
        if self.speaker is not None and not self._has_speaker(source, self.speaker):
            raise UserError("The selected documents have no speaker “{name}”.", name=self.speaker)

    def _has_speaker(self, source: ProjectSource, name: str) -> bool:
        """Say whether somebody is so called in a document that is meant; they load one by one."""
        loaded = (source.load(document.id) for document in self.documents_of(source))
        return any(_is_speaker(speaker, name) for s in loaded for speaker in s.all(Speaker))

    def documents_of(self, source: ProjectSource) -> Iterator[Document]:
        """Yield the documents that are meant, in their order."""
        split = self.split
        splits = Splits(source, split) if split else None
        for document in source.documents():
            is_named = self.document is None or self.document in (document.id, document.title)
            if is_named and (not splits or not split or splits.of(document.id) == split.name):
                yield document

    def holds(self, s: Snapshot, annotation: Annotation) -> bool:
        """Say whether an annotation of document ``s`` is meant."""
        label = s.label_of(annotation)
        return (
            (self.kind is None or label.kind == self.kind)
            and (self.label is None or _is_label(label, self.label))
            and (self.status is None or _status(s, annotation) == self.status)
            and (self.review is None or state_of(s.reviews_of(annotation.id)) == self.review)
            and (self.author is None or _is_author(s, annotation, self.author))
            and (self.speaker is None or _is_speaker(s.speaker_at(annotation.start), self.speaker))
        )

    def annotations(self, s: Snapshot) -> Iterator[Annotation]:
        """Yield the document's annotations that are meant, by position, then id."""
        if self.is_everything:
            yield from s.all(Annotation)
            return
        for annotation in s.all(Annotation):
            if self.holds(s, annotation):
                yield annotation

    def relations_between(self, source: ProjectSource) -> list[Relation]:
        """Return the relations between documents whose two ends are meant."""
        relations = list(source.relations_between_documents())
        if self.is_everything or not relations:
            return relations
        kept: set[AnnotationId] = set()
        for document in self.documents_of(source):
            kept.update(a.id for a in self.annotations(source.load(document.id)))
        return [relation for relation in relations if {relation.source, relation.target} <= kept]


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of an annotation that a file will not hold, and where it is."""

    reason: Message
    document: DocumentId
    annotation: AnnotationId | None = None


class Tables(Protocol):
    """Another program's tables, as plain rows."""

    @property
    def name(self) -> str:
        """The file's name, for messages."""

    @property
    def columns(self) -> Mapping[str, Sequence[str]]:
        """The names of each table's columns, in small letters."""

    def rows(self, table: str, columns: Sequence[str], /) -> Iterator[tuple[Cell, ...]]:
        """Yield the values of columns in the order of the rows; None for a missing column."""


Write = Callable[[ProjectSource, Selection, Path, Options], int]
Read = Callable[[Path, ReadOptions], Iterator[Incoming]]
ReadTables = Callable[[Tables, ReadOptions], Iterator[Incoming]]
Guess = Callable[[Path, bytes], bool]
Keeps = Literal["texts", "words", "claims", "labels"]
Losses = Callable[[ProjectSource, Selection, Options], Iterator[Loss]]


def _lossless(_source: ProjectSource, _selection: Selection, _options: Options) -> Iterator[Loss]:
    """Yield nothing."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Format:
    """One exchange format.

    ``writer`` makes the whole file or leaves the old one, and returns how many annotations it
    wrote; it is None where the program only reads the format. ``reader`` yields what a file
    holds, a codebook first if there is one; it raises UserError with file, line and what was
    expected, and is None where the program only writes the format or reads it in a way of its
    own (``reads_itself``). ``tables_reader`` stands in for it where the file is a SQLite file,
    which is opened elsewhere. ``guess`` says whether a file is in the format by its path and first
    bytes. ``loses`` says what no file in the format holds, ``losses`` which annotations of a
    project lose something. ``keeps`` is what an export that is read back must have in common with
    the project: texts character by character with what is marked in them, the same but for white
    space, rated claims without texts, or labels alone. ``offset_units`` are those that an export
    may count in, the usual one first; none where the format has tokens or no places at all.
    ``heeds`` are the options that change the file (``scheme``, ``byte_order_mark``, ``shares``).
    ``extra`` names the optional dependencies that the format needs.
    """

    name: str
    title: Message
    extensions: tuple[str, ...]
    loses: Message
    guess: Guess
    writer: Write | None = None
    reader: Read | None = None
    tables_reader: ReadTables | None = None
    losses: Losses = _lossless
    keeps: Keeps = "texts"
    offset_units: tuple[OffsetUnit, ...] = ()
    heeds: frozenset[str] = frozenset()
    extra: str = ""
    reads_itself: bool = False
    holds_reviews: bool = False
    is_bundle: bool = False
    """Whether an export makes a folder or archive of several files."""

    @property
    def reads(self) -> bool:
        """Whether the program imports the format."""
        return self.reads_itself or bool(self.reader or self.tables_reader)

    @property
    def writes(self) -> bool:
        """Whether the program exports the format."""
        return self.writer is not None

    def write(
        self, source: ProjectSource, selection: Selection, path: Path, options: Options
    ) -> int:
        """Write the selected annotations; returns how many.

        Raises:
            UserError: the format is only read, or the file cannot be written.
        """
        if self.writer is None:
            raise UserError("{name} is a format that is only read.", name=self.name)
        with seldom_collecting():
            return self.writer(source, selection, path, options)


def _is_label(label: Label, name: str) -> bool:
    return name in (label.id, label.slug) or name in label.names.values()


def _is_author(s: Snapshot, annotation: Annotation, name: str) -> bool:
    return name in (annotation.author, s.author_name(annotation.author))


def _status(s: Snapshot, annotation: Annotation) -> str | None:
    claim = s.find(Claim, annotation.id)
    return claim.status if claim else None


def _is_speaker(speaker: Speaker | None, name: str) -> bool:
    return speaker is not None and name in (speaker.id, speaker.name)
