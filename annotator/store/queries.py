"""Questions about the whole project, answered by the file: the table of annotations, counts."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.ids import AnnotationId, DocumentId, LabelId
from annotator.model.kinds import LabelKind, Origin, ReviewState
from annotator.store.rows import BATCH
from annotator.store.sqlite import Connection

_TURN = (
    "(SELECT {what} FROM turn t WHERE t.document = a.document AND t.start <= s.start "
    "ORDER BY t.start DESC LIMIT 1)"
)
_SPEAKER_NAME = _TURN.format(what="(SELECT p.name FROM speaker p WHERE p.key = t.speaker)")
_SPEAKER_ROLE = _TURN.format(
    what="coalesce((SELECT p.role FROM speaker p WHERE p.key = t.speaker), t.part)"
)
_REVIEW = (
    "(SELECT CASE count(DISTINCT v.state) WHEN 0 THEN 'open' WHEN 1 THEN min(v.state) "
    "ELSE 'unsure' END FROM review v WHERE v.target = a.key AND v.state <> 'open')"
)
"""What reviewers agree on, as ``model.reviews.state_of`` has it."""
FROM = (
    "FROM annotation a JOIN document d ON d.key = a.document JOIN label l ON l.key = a.label "
    "JOIN author w ON w.key = a.author JOIN span s ON s.annotation = a.key AND s.ord = 0"
)
LONGEST_PATTERN = 100
"""So many characters; a guarded connection takes patterns of 1,000 bytes."""
_PLACE = "d.grp, d.ord, d.id, s.start, a.key"
ORDERS = {
    "position": _PLACE,
    "document": f"d.title, {_PLACE}",
    "kind": f"l.kind, {_PLACE}",
    "label": f"l.ord, l.key, {_PLACE}",
    "speaker": f"{_SPEAKER_NAME}, {_PLACE}",
    "author": f"w.name, {_PLACE}",
    "text": f"s.quote, {_PLACE}",
    "review": f"instr('{' '.join(ReviewState)}', {_REVIEW}), {_PLACE}",
    "created": "a.id",
}


@dataclass(frozen=True, slots=True)
class AnnotationQuery:
    """Which annotations of the project, and in which order; empty fields do not filter.

    ``document``, ``label`` and ``author`` are ids, ``speaker`` is a name, ``text`` stands
    somewhere in the quote or the note; ASCII letters match in either case. ``review`` is the
    state that reviewers agree on.
    """

    document: str = ""
    kind: str = ""
    label: str = ""
    speaker: str = ""
    author: str = ""
    text: str = ""
    review: str = ""
    order: str = "position"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class AnnotationRow:
    """One row of the table of annotations; positions are code points."""

    key: int
    id: AnnotationId
    document: DocumentId
    document_title: str
    kind: LabelKind
    label: LabelId
    author: str
    speaker: str
    role: str
    start: int
    end: int
    quote: str
    note: str
    origin: Origin
    review: ReviewState = ReviewState.OPEN


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a project holds; ``file_bytes`` is the size of the file."""

    documents: int
    characters: int
    annotations: int
    by_kind: dict[LabelKind, int]
    by_label: dict[LabelId, int]
    authors: int
    transactions: int
    file_bytes: int


def annotation_keys(db: Connection, query: AnnotationQuery) -> "array[int]":
    """Return the keys of the annotations that a query finds, in its order."""
    conditions, values = conditions_of(query)
    order = ORDERS[query.order]
    if query.descending:
        order = ", ".join(f"{part} DESC" for part in split_order(order))
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    sql = f"SELECT a.key {FROM} {where} ORDER BY {order}"
    return array("q", (key for (key,) in db.execute(sql, values).fetchall()))


def split_order(order: str) -> list[str]:
    """Split an ORDER BY list at the commas that are not inside brackets."""
    parts, depth = [""], 0
    for character in order:
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def conditions_of(query: AnnotationQuery) -> tuple[list[str], list[str]]:
    """Return the conditions of a query and their values."""
    tests = (
        ("d.id = ?", query.document),
        ("l.kind = ?", query.kind),
        ("l.id = ?", query.label),
        ("w.id = ?", query.author),
        (f"{_SPEAKER_NAME} = ?", query.speaker),
        (f"{_REVIEW} = ?", query.review),
    )
    conditions = [condition for condition, value in tests if value]
    values = [value for _, value in tests if value]
    if query.text:
        holds, wanted = _holding(query.text)
        quote = f"SELECT 1 FROM span q WHERE q.annotation = a.key AND {holds.format('q.quote')}"  # noqa: S608
        conditions.append(f"(EXISTS ({quote}) OR {holds.format('a.note')})")
        values += [wanted, wanted]
    return conditions, values


def _holding(text: str) -> tuple[str, str]:
    """Return the condition that a column holds a text, and its value.

    LIKE is several times as quick but takes no long pattern.
    """
    if len(text) > LONGEST_PATTERN:
        return "instr(lower({}), lower(?)) > 0", text
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return "{} LIKE ? ESCAPE '\\'", f"%{escaped}%"


def annotation_rows(db: Connection, keys: Sequence[int]) -> list[AnnotationRow]:
    """Return the rows with these keys, in their order; keys that are gone are left out."""
    found: dict[int, AnnotationRow] = {}
    for at in range(0, len(keys), BATCH):
        batch = list(keys[at : at + BATCH])
        marks = ",".join("?" * len(batch))
        sql = (
            "SELECT a.key, a.id, d.id, d.title, l.kind, l.id, w.name, "  # noqa: S608
            f"{_SPEAKER_NAME}, {_SPEAKER_ROLE}, s.start, "
            "(SELECT max(z.stop) FROM span z WHERE z.annotation = a.key), "
            "(SELECT group_concat(z.quote, ' … ') FROM span z WHERE z.annotation = a.key), "
            f"a.note, a.origin, {_REVIEW} {FROM} WHERE a.key IN ({marks})"
        )
        for row in db.execute(sql, batch).fetchall():
            found[row[0]] = _row(row)
    return [found[key] for key in keys if key in found]


def annotation_ids(db: Connection, keys: Sequence[int]) -> list[AnnotationId]:
    """Return the ids of annotations by key, in the keys' order; what is gone is left out."""
    found: dict[int, str] = {}
    for at in range(0, len(keys), BATCH):
        batch = list(keys[at : at + BATCH])
        marks = ",".join("?" * len(batch))
        found.update(db.execute(f"SELECT key, id FROM annotation WHERE key IN ({marks})", batch))  # noqa: S608
    return [AnnotationId(found[key]) for key in keys if key in found]


def beside_document(db: Connection, keys: Sequence[int], document: DocumentId) -> int:
    """Return how many annotations and turns lie on the other documents of some annotations.

    Of so few keys only as one statement takes; each document counts for itself, too.
    """
    marks = ",".join("?" * len(keys))
    touched = f"SELECT document FROM annotation WHERE key IN ({marks})"  # noqa: S608
    sql = (
        "SELECT coalesce(sum(1 + (SELECT count(*) FROM annotation WHERE document = d.key) "  # noqa: S608
        "+ (SELECT count(*) FROM turn WHERE document = d.key)), 0) "
        f"FROM document d WHERE d.id <> ? AND d.key IN ({touched})"
    )
    return int(db.execute(sql, [document, *keys]).fetchone()[0])


def _row(row: tuple[object, ...]) -> AnnotationRow:
    (
        key,
        id_,
        document,
        title,
        kind,
        label,
        author,
        speaker,
        role,
        start,
        end,
        quote,
        note,
        origin,
        review,
    ) = row
    return AnnotationRow(
        int(str(key)),
        AnnotationId(str(id_)),
        DocumentId(str(document)),
        str(title),
        LabelKind(str(kind)),
        LabelId(str(label)),
        str(author),
        str(speaker or ""),
        str(role or ""),
        int(str(start)),
        int(str(end)),
        str(quote),
        str(note),
        Origin(str(origin)),
        ReviewState(str(review)),
    )


def label_uses(db: Connection) -> dict[LabelId, int]:
    """Return how many annotations carry each label; labels without any are left out."""
    count = "(SELECT count(*) FROM annotation a WHERE a.label = l.key)"  # quicker than GROUP BY
    found = db.execute(f"SELECT l.id, {count} FROM label l").fetchall()  # noqa: S608
    return {LabelId(label): count for label, count in found if count}


def counts(db: Connection) -> Counts:
    """Return how much the project holds."""

    def one(sql: str) -> int:
        return int(db.execute(sql).fetchone()[0])

    by_label = label_uses(db)
    kinds = dict(db.execute("SELECT id, kind FROM label").fetchall())
    by_kind: dict[LabelKind, int] = {}
    for label, count in by_label.items():
        kind = LabelKind(kinds[label])
        by_kind[kind] = by_kind.get(kind, 0) + count
    return Counts(
        documents=one("SELECT count(*) FROM document"),
        characters=one("SELECT coalesce(sum(chars), 0) FROM document JOIN text USING (sha256)"),
        annotations=sum(by_label.values()),
        by_kind=by_kind,
        by_label=by_label,
        authors=one("SELECT count(*) FROM author"),
        transactions=one("SELECT count(*) FROM txn"),
        file_bytes=one("PRAGMA page_count") * one("PRAGMA page_size"),
    )


def speaker_names(db: Connection) -> list[str]:
    """Return the names of all speakers, each once, in alphabetical order."""
    rows = db.execute("SELECT DISTINCT name FROM speaker ORDER BY name").fetchall()
    return [name for (name,) in rows]
