"""spaCy's DocBin: one Doc per document, the annotations as span groups in ``doc.spans``.

Groups are ``claim``, ``figure`` and ``topic``, and ``sc`` with all of them, which spaCy's span
categorizer looks for. Tokens are those of spaCy's blank tokenizer (single characters in Chinese),
cut where an annotation begins or ends inside one, so that no span is lost. What is said of the
document, its turns and the relations between its annotations are in ``doc.user_data``.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from annotator.formats.archive import ZIP_MAGIC, names_in
from annotator.formats.atomic import atomic_write
from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.bundle import write_bundle
from annotator.formats.columns import columns_of, told_relation, told_turn
from annotator.formats.docbin_file import EXTRA, DocBinFile
from annotator.formats.extras import library
from annotator.formats.fields import document_fields
from annotator.formats.splits import SPLITS, Splits
from annotator.formats.spools import spools
from annotator.model.ids import DocumentId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import Annotation, Relation, Turn
from annotator.model.snapshot import Snapshot

ALL = "sc"
_ENDING = ".spacy"
MOST_WORDS = 20_000
"""A tokenizer keeps each word that it has seen: with so many it is made anew."""
_LANGUAGES = ("zh", "en")


def _write(source: ProjectSource, selection: Selection, path: Path, options: Options) -> int:
    selection.check(source)
    maker = _Maker()
    if path.suffix.lower() == _ENDING:
        with atomic_write(path) as temporary, spools(path.parent) as new:
            whole = DocBinFile(new)
            for _document, doc in maker.docs(source, selection):
                whole.add(doc)
            with temporary.open("wb") as out:
                out.writelines(whole.pieces())
        return maker.count
    splits = Splits(source, options)
    with write_bundle(path) as add, spools(path.parent) as new:
        files = {split: DocBinFile(new) for split in SPLITS}
        for document, doc in maker.docs(source, selection):
            files[splits.of(document)].add(doc)
        for split, file in files.items():
            if len(file):
                add(f"{split}{_ENDING}", file.pieces())
    return maker.count


class _Maker:
    """Makes Docs, with one tokenizer per language."""

    def __init__(self) -> None:
        self._spacy = library("spacy", EXTRA)
        self._tokens = library("spacy.tokens", EXTRA)
        self._pipelines: dict[str, Any] = {}
        self.count = 0

    def docs(self, source: ProjectSource, selection: Selection) -> Iterator[tuple[DocumentId, Any]]:
        """Yield each document's id and Doc."""
        for document in selection.documents_of(source):
            s = source.load(document.id)
            annotations = list(selection.annotations(s))
            yield document.id, self._doc(s, annotations)
            self.count += len(annotations)

    def _pipeline(self, language: str) -> Any:  # noqa: ANN401
        code = language.partition("-")[0].lower()
        code = code if code in _LANGUAGES else "xx"
        known = self._pipelines.get(code)
        if known is None or len(known.vocab) > MOST_WORDS:
            known = self._pipelines[code] = self._spacy.blank(code)
        return known

    def _doc(self, s: Snapshot, annotations: Sequence[Annotation]) -> Any:  # noqa: ANN401
        pipeline = self._pipeline(s.document.language)
        cuts = _token_cuts(pipeline, s.text)
        words, spaces, starts = _words(cuts, s.text, _borders(annotations))
        doc = self._tokens.Doc(self._spacy.vocab.Vocab(), words=words, spaces=spaces)
        doc.user_data |= _user_data(s, annotations)
        token_at = {start: at for at, start in enumerate([*starts, len(s.text)])}
        everything: list[Any] = []
        for kind in LabelKind:
            of_kind = [a for a in annotations if s.kind_of(a) is kind]
            entries = [entry for a in of_kind for entry in self._spans(doc, s, a, token_at)]
            spans = [span for span, _row in entries]
            everything += spans
            self._group(doc, kind.value, spans, [row for _span, row in entries])
        self._group(doc, ALL, everything)
        return doc

    def _group(
        self,
        doc: Any,  # noqa: ANN401
        name: str,
        spans: Sequence[Any],
        rows: Sequence[str] = (),
    ) -> None:
        """Put spans on a document under a name, unless there are none."""
        if spans:
            group = self._tokens.SpanGroup(doc, name=name, spans=spans)
            if rows:
                group.attrs["fields"] = rows
            doc.spans[name] = group

    def _spans(
        self,
        doc: Any,  # noqa: ANN401
        s: Snapshot,
        annotation: Annotation,
        token_at: dict[int, int],
    ) -> Iterator[tuple[Any, str]]:
        """Yield a span for each passage, and the annotation's fields as JSON."""
        label = s.label_of(annotation).name()
        row = json.dumps({"id": annotation.id, **columns_of(s, annotation)}, ensure_ascii=False)
        for span in annotation.spans:
            first, last = token_at[span.start], token_at[span.end]
            yield self._tokens.Span(doc, first, last, label=label, span_id=annotation.id), row


def _user_data(s: Snapshot, annotations: Sequence[Annotation]) -> dict[str, Any]:
    """Return what is said of the document, who speaks where, and how annotations stand together."""
    kept = {annotation.id for annotation in annotations}
    relations = sorted(s.all(Relation), key=lambda relation: relation.id)
    return {
        "document": {"id": s.document.id, **document_fields(s.document, ("id",))},
        "turns": [told_turn(s, turn) for turn in s.all(Turn)],
        "relations": [told_relation(s, r) for r in relations if {r.source, r.target} <= kept],
    }


def _borders(annotations: Iterable[Annotation]) -> set[int]:
    """Return where passages begin and end."""
    spans = [span for annotation in annotations for span in annotation.spans]
    return {span.start for span in spans} | {span.end for span in spans}


def _token_cuts(pipeline: Any, text: str) -> Iterable[int]:  # noqa: ANN401
    """Return where the tokens of spaCy's blank pipeline begin and end."""
    if pipeline.lang == "zh":
        return range(len(text) + 1)
    return {at for t in pipeline.tokenizer(text) for at in (t.idx, t.idx + len(t))}


def _words(
    tokens: Iterable[int], text: str, borders: set[int]
) -> tuple[list[str], list[bool], list[int]]:
    """Return the words, whether a space follows each, and where each starts.

    A token is cut at each border within it; a space that a border touches is a word of its own.
    """
    cuts = sorted({0, len(text), *borders, *tokens})
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[int] = []
    for start, end in pairwise(cuts):
        piece = text[start:end]
        joins = piece == " " and bool(words) and not spaces[-1] and not words[-1].isspace()
        if joins and start not in borders and end not in borders:
            spaces[-1] = True
            continue
        words.append(piece)
        spaces.append(False)
        starts.append(start)
    return words, spaces, starts


def _is_docbin(path: Path, head: bytes) -> bool:
    if head and not head.startswith(ZIP_MAGIC):
        return path.suffix.lower() == _ENDING
    return any(name.endswith(_ENDING) for name in names_in(path, head))


DOCBIN = Format(
    name="spacy",
    title=Message("spaCy DocBin"),
    extensions=(_ENDING, ".zip"),
    guess=_is_docbin,
    writer=_write,
    loses=Message(
        "Findings, dismissals, settings, sources, states and links of documents, relations between "
        "documents, titles of speakers, colours of authors, and of a label all but its name; "
        "passages of one annotation become spans with the same id."
    ),
    extra=EXTRA,
    is_bundle=True,
)
