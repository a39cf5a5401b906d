"""A data set for Hugging Face ``datasets``: Parquet tables in splits, and a dataset card.

Three tables: ``annotations`` has a row per annotation, ``documents`` one per text, ``relations``
one per link between two annotations. Labels are class numbers in the order of the codebook; the
card names the classes and what offsets count.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotator.formats.archive import names_in
from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.bundle import Add, write_bundle
from annotator.formats.columns import told_relation
from annotator.formats.detail_texts import json_text
from annotator.formats.flat import flat_row
from annotator.formats.hf_features import (
    DETAIL_NAMES,
    DOCUMENT_COLUMNS,
    EVIDENCE,
    EXTRA,
    KINDS,
    RELATION_COLUMNS,
    TABLES,
    TURN,
    TURN_TIMES,
    card_features,
    class_names,
    pyarrow,
    schema,
    yaml_text,
)
from annotator.formats.offsets import OffsetUnit, Ruler
from annotator.formats.splits import SPLITS, Split, Splits
from annotator.formats.spools import NewSpool, Spool, spools
from annotator.model.ids import LabelId
from annotator.model.message import Message
from annotator.model.records import Annotation, Claim, Relation, Speaker, Turn
from annotator.model.snapshot import Snapshot

SHARD_BYTES = 64 << 20
GROUP = 1_000
"""So many rows, or thousands of characters of text, are written together."""
_NAMES: Mapping[Split, str] = {"train": "train", "dev": "validation", "test": "test"}
Row = dict[str, object]


def _write(source: ProjectSource, selection: Selection, path: Path, options: Options) -> int:
    selection.check(source)
    _load_library()
    classes = class_names(source.labels())
    unit = options.offset_unit or OffsetUnit.CODE_POINTS
    splits = Splits(source, options)
    across = selection.relations_between(source)
    count = 0
    with write_bundle(path) as add, spools(path.parent) as new:
        tables = _Tables(add, new, list(classes.values()))
        for document in selection.documents_of(source):
            s = source.load(document.id)
            annotations = list(selection.annotations(s))
            ruler = Ruler(s.text, unit)
            split = _NAMES[splits.of(document.id)]
            numbers = {label: at for at, label in enumerate(classes)}
            tables.add("documents", split, [_document_row(s, ruler)])
            rows = [_annotation_row(s, a, numbers, ruler) for a in annotations]
            tables.add("annotations", split, rows)
            tables.add("relations", split, _relation_rows(s, annotations, across))
            count += len(annotations)
        tables.close()
        add(
            "README.md",
            _card(source, unit, options, list(classes.values()), tables.shards).encode(),
        )
    return count


def _load_library() -> None:
    """Load the library so that it gives memory back, which its own allocator does not.

    Raises:
        UserError: it is not installed.
    """
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    pyarrow("parquet")


class _Tables:
    """The files being written: one at a time for each table and split, closed at a size.

    Rows are written in groups, since a file's end describes each column of each group.
    """

    def __init__(self, add: Add, new: NewSpool, names: Sequence[str]) -> None:
        self._add, self._new = add, new
        self._schemas = {table: schema(columns, names) for table, columns in TABLES.items()}
        self._open: dict[tuple[str, str], tuple[Spool, Any]] = {}
        self._waiting: dict[tuple[str, str], list[Row]] = {}
        self._weights: dict[tuple[str, str], int] = {}
        self.shards: dict[tuple[str, str], int] = {}

    def add(self, table: str, split: str, rows: Sequence[Row]) -> None:
        """Write a document's rows, or keep them until a group is full."""
        if not rows:
            return
        key = table, split
        self._waiting.setdefault(key, []).extend(rows)
        self._weights[key] = self._weights.get(key, 0) + sum(map(_weight, rows))
        if self._weights[key] >= GROUP:
            self._write(key)

    def _write(self, key: tuple[str, str]) -> None:
        rows, table = self._waiting.pop(key), self._schemas[key[0]]
        self._weights[key] = 0
        if key not in self._open:
            spool = self._new()
            self._open[key] = spool, pyarrow("parquet").ParquetWriter(spool.file, table)
        spool, writer = self._open[key]
        writer.write_table(pyarrow().Table.from_pylist(rows, schema=table))
        if spool.file.tell() > SHARD_BYTES:
            self._close(key)

    def close(self) -> None:
        """Finish all files."""
        for key in sorted(self._waiting):
            self._write(key)
        for key in sorted(self._open):
            self._close(key)

    def _close(self, key: tuple[str, str]) -> None:
        spool, writer = self._open.pop(key)
        writer.close()
        number = self.shards.get(key, 0)
        self.shards[key] = number + 1
        table, split = key
        self._add(f"{table}/{split}-{number:05}.parquet", spool.pieces())
        spool.close()


def _weight(row: Row) -> int:
    """Return how much of a group a row takes: long texts take more."""
    return 1 + len(str(row.get("text", ""))) // 1000


def _document_row(s: Snapshot, ruler: Ruler) -> Row:
    document = s.document
    row: Row = {name: getattr(document, name, "") for name in DOCUMENT_COLUMNS if name != "turns"}
    return row | {
        "attributes": json_text(dict(sorted(document.attributes.items()))),
        "text": s.text,
        "turns": [_turn(s, turn, ruler) for turn in s.all(Turn)],
    }


def _turn(s: Snapshot, turn: Turn, ruler: Ruler) -> Row:
    speaker = s.find(Speaker, turn.speaker)
    names = (speaker.name, speaker.role.value, speaker.affiliation) if speaker else ("", "", "")
    return {
        "start": ruler.to_unit(turn.start),
        "body_start": ruler.to_unit(turn.body_start),
        "end": ruler.to_unit(turn.end),
        **dict(zip(TURN, names, strict=True)),
        **{name: getattr(turn, name) for name in TURN_TIMES},
    }


def _annotation_row(
    s: Snapshot, annotation: Annotation, numbers: Mapping[LabelId, int], ruler: Ruler
) -> Row:
    flat = flat_row(s, annotation, (0,))
    texts = ("id", "document_id", "document", "quote", *TURN, "author", "origin", "note")
    row: Row = {name: flat[name] for name in (*texts, *DETAIL_NAMES, "extra")}
    detail = s.detail_of(annotation.id)
    claim = detail if isinstance(detail, Claim) else None
    evidence = s.evidence_of(annotation.id) if claim else []
    spans = [
        {"start": ruler.to_unit(span.start), "end": ruler.to_unit(span.end)}
        for span in annotation.spans
    ]
    return row | {
        "kind": KINDS.index(s.kind_of(annotation).value),
        "label": numbers[annotation.label],
        "start": spans[0]["start"],
        "end": spans[-1]["end"],
        "spans": spans,
        "types": list(claim.types) if claim else [],
        "priority": claim.priority if claim else None,
        "evidence": [{name: str(getattr(e, name)) for name in EVIDENCE} for e in evidence],
    }


def _relation_rows(
    s: Snapshot, annotations: Sequence[Annotation], across: Sequence[Relation]
) -> list[Row]:
    """Return the relations between annotations that are meant, those across from their source."""
    kept = {annotation.id for annotation in annotations}
    found = [r for r in s.all(Relation) if {r.source, r.target} <= kept]
    found += [r for r in across if r.source in kept]
    rows: list[Row] = []
    for relation in sorted(found, key=lambda one: one.id):
        told = told_relation(s, relation)
        named = {"type": told["kind"], "label_name": told["label"], "document_id": s.document.id}
        rows.append({name: (told | named)[name] for name in RELATION_COLUMNS})
    return rows


def _card(
    source: ProjectSource,
    unit: OffsetUnit,
    options: Options,
    names: Sequence[str],
    shards: Mapping[tuple[str, str], int],
) -> str:
    """Return the dataset card: what ``datasets`` reads on top, what a person reads below."""
    present = {table for table, _split in shards}
    lines = ["---", *(["configs:"] if present else [])]
    for table in TABLES:
        lines += _config(table, shards) if table in present else []
    lines += ["dataset_info:"] if present else []
    for table, columns in TABLES.items():
        if table in present:
            lines += [f"- config_name: {table}", "  features:"]
            lines.append(card_features(columns, names).rstrip("\n"))
    title = yaml_text(source.title)
    return "\n".join([*lines, f"pretty_name: {title}", "---", "", *_prose(source, unit, options)])


def _config(table: str, shards: Mapping[tuple[str, str], int]) -> Iterator[str]:
    yield f"- config_name: {table}"
    if table == "annotations":
        yield "  default: true"
    yield "  data_files:"
    for split in SPLITS:
        if (table, _NAMES[split]) in shards:
            yield f"  - split: {_NAMES[split]}"
            yield f"    path: {table}/{_NAMES[split]}-*.parquet"


def _prose(source: ProjectSource, unit: OffsetUnit, options: Options) -> Iterator[str]:
    train, dev, test = options.shares
    yield f"# {source.title}\n"
    yield "Annotated transcripts: claims, figures and topics.\n"
    yield f"- Offsets count `{unit.value}` of a document's `text`, from 0, the end not included."
    yield f"- Documents are split {train}:{dev}:{test} (seed {options.seed}), linked ones together."
    yield "- `label` and `kind` are class numbers; names stand above, in the codebook's order.\n"
    yield "## Labels\n"
    for label in sorted(source.labels(), key=lambda found: (found.order, found.id)):
        definition = label.definitions.get("en", "") or next(iter(label.definitions.values()), "")
        words = " ".join(f"{label.name()} ({label.kind.value}): {definition}".split())
        yield f"- {words.rstrip(': ')}"
    yield ""


def _is_parquet(path: Path, head: bytes) -> bool:
    return any(name.endswith(".parquet") for name in names_in(path, head))


PARQUET = Format(
    name="parquet",
    title=Message("Hugging Face data set (Parquet)"),
    extensions=(".zip",),
    guess=_is_parquet,
    writer=_write,
    loses=Message(
        "Findings, dismissals, settings, links between documents, hashes of sources, titles of "
        "speakers, colours of authors, and of a label all but its name and definition."
    ),
    extra=EXTRA,
    heeds=frozenset({"shares"}),
    offset_units=tuple(OffsetUnit),
    is_bundle=True,
)
