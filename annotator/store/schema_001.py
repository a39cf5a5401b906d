"""Migration 001: everything through figures, relations, findings and dismissals.

Each table has a local integer ``key``, which other tables refer to and which never leaves the
file, and the record's own ``id``. Positions count code points; ``stop`` is a record's ``end``.
A text is kept in pieces of 1,024 code points, so that an anchor is checked against the piece it
lies in, however long the text.
"""

PIECE = 1024

_COLOUR = "GLOB '#[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]'"
_ID = "id TEXT NOT NULL UNIQUE CHECK (length(id) = 36)"
_TEXT = "TEXT NOT NULL DEFAULT ''"


def _references(table: str) -> str:
    return f"REFERENCES {table}(key) DEFERRABLE INITIALLY DEFERRED"


def _json(column: str, kind: str, default: str) -> str:
    check = f"json_valid({column}) AND json_type({column}) = '{kind}'"
    return f"{column} TEXT NOT NULL DEFAULT '{default}' CHECK ({check})"


_JOURNAL = """
CREATE TABLE meta (
  key   TEXT PRIMARY KEY CHECK (key IN ('project_id', 'copy_id', 'title', 'needs_version')),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE writer (
  key INTEGER PRIMARY KEY, copy TEXT NOT NULL, author TEXT NOT NULL, UNIQUE (copy, author)
) STRICT;

CREATE TABLE txn (
  key    INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  clock  INTEGER NOT NULL CHECK (clock > 0),
  writer INTEGER NOT NULL REFERENCES writer(key),
  at     TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??*Z'),
  kind   TEXT NOT NULL CHECK (kind IN ('setup', 'do', 'undo', 'redo', 'merge')),
  label  TEXT NOT NULL,
  vals   TEXT NOT NULL CHECK (json_valid(vals) AND json_type(vals) = 'object'),
  target TEXT,
  grp    TEXT
) STRICT;
CREATE INDEX txn_clock ON txn(clock);
CREATE INDEX txn_writer ON txn(writer);
CREATE INDEX txn_grp ON txn(grp) WHERE grp IS NOT NULL;

CREATE TABLE change (
  key    INTEGER PRIMARY KEY,
  txn    INTEGER NOT NULL REFERENCES txn(key) DEFERRABLE INITIALLY DEFERRED,
  tbl    TEXT NOT NULL,
  images BLOB NOT NULL
) STRICT;
CREATE INDEX change_txn ON change(txn);
"""

_TEXTS = f"""
CREATE TABLE text (
  key INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  chars INTEGER NOT NULL CHECK (chars >= 0)
) STRICT;

CREATE TABLE piece (
  key  INTEGER PRIMARY KEY,
  text INTEGER NOT NULL {_references("text")},
  ord  INTEGER NOT NULL CHECK (ord >= 0),
  body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND {PIECE} AND instr(body, char(0)) = 0),
  UNIQUE (text, ord)
) STRICT;
"""

_STATE = f"""
CREATE TABLE author (
  key INTEGER PRIMARY KEY, {_ID}, name TEXT NOT NULL, colour TEXT NOT NULL CHECK (colour {_COLOUR})
) STRICT;

CREATE TABLE setting (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, value TEXT NOT NULL) STRICT;

CREATE TABLE label (
  key INTEGER PRIMARY KEY, {_ID},
  kind TEXT NOT NULL CHECK (kind IN ('claim', 'figure', 'topic', 'relation')),
  {_json("names", "object", "{}")},
  slug {_TEXT},
  parent INTEGER {_references("label")},
  {_json("definitions", "object", "{}")},
  {_json("examples", "array", "[]")},
  colour TEXT NOT NULL CHECK (colour {_COLOUR}),
  key_cap {_TEXT} CHECK (length(key_cap) <= 1),
  ord INTEGER NOT NULL DEFAULT 0,
  {_json("extra_fields", "array", "[]")},
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  CHECK (parent IS NOT key)
) STRICT;
CREATE INDEX label_parent ON label(parent);

CREATE TABLE document (
  key INTEGER PRIMARY KEY, {_ID},
  title TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES text(sha256) DEFERRABLE INITIALLY DEFERRED,
  source_name {_TEXT}, source_sha256 {_TEXT}, language {_TEXT}, date {_TEXT}, place {_TEXT},
  grp {_TEXT}, ord INTEGER NOT NULL DEFAULT 0, status {_TEXT},
  {_json("attributes", "object", "{}")}
) STRICT;
CREATE INDEX document_sha256 ON document(sha256);

CREATE TABLE document_link (
  key INTEGER PRIMARY KEY, {_ID},
  source INTEGER NOT NULL {_references("document")},
  target INTEGER NOT NULL {_references("document")},
  kind TEXT NOT NULL CHECK (kind IN ('translation', 'correction', 'same_event'))
) STRICT;
CREATE INDEX document_link_source ON document_link(source);
CREATE INDEX document_link_target ON document_link(target);

CREATE TABLE speaker (
  key INTEGER PRIMARY KEY, {_ID},
  document INTEGER NOT NULL {_references("document")},
  name TEXT NOT NULL,
  role TEXT NOT NULL
    CHECK (role IN ('moderator', 'speaker', 'reporter', 'interpreter', 'unknown')),
  affiliation {_TEXT}, title {_TEXT}
) STRICT;
CREATE INDEX speaker_document ON speaker(document);

CREATE TABLE turn (
  key INTEGER PRIMARY KEY, {_ID},
  document INTEGER NOT NULL {_references("document")},
  start INTEGER NOT NULL, body_start INTEGER NOT NULL, stop INTEGER NOT NULL,
  speaker INTEGER {_references("speaker")},
  part TEXT NOT NULL CHECK (part IN ('speech', 'lead', 'boilerplate')),
  time_start INTEGER, time_end INTEGER,
  answers INTEGER {_references("turn")},
  CHECK (0 <= start AND start <= body_start AND body_start <= stop)
) STRICT;
CREATE INDEX turn_document ON turn(document, start);
CREATE INDEX turn_speaker ON turn(speaker);
CREATE INDEX turn_answers ON turn(answers) WHERE answers IS NOT NULL;

CREATE TABLE annotation (
  key INTEGER PRIMARY KEY, {_ID},
  document INTEGER NOT NULL {_references("document")},
  label INTEGER NOT NULL {_references("label")},
  author INTEGER NOT NULL {_references("author")},
  origin TEXT NOT NULL CHECK (origin IN ('hand', 'suggested', 'imported', 'merged')),
  note {_TEXT},
  {_json("extra", "object", "{}")}
) STRICT;
CREATE INDEX annotation_document ON annotation(document);
CREATE INDEX annotation_label ON annotation(label);

CREATE TABLE span (
  annotation INTEGER NOT NULL {_references("annotation")},
  ord INTEGER NOT NULL CHECK (ord >= 0),
  start INTEGER NOT NULL, stop INTEGER NOT NULL, quote TEXT NOT NULL,
  PRIMARY KEY (annotation, ord),
  CHECK (0 <= start AND start < stop AND length(quote) = stop - start)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  key INTEGER PRIMARY KEY {_references("annotation")},
  text {_TEXT},
  speaker INTEGER {_references("speaker")},
  date {_TEXT},
  {_json("types", "array", "[]")},
  checkworthy {_TEXT}, priority INTEGER,
  scale {_TEXT}, verdict {_TEXT}, rationale {_TEXT}, status {_TEXT}
) STRICT;
CREATE INDEX claim_speaker ON claim(speaker);

CREATE TABLE evidence (
  key INTEGER PRIMARY KEY, {_ID},
  claim INTEGER NOT NULL {_references("claim")},
  url {_TEXT}, archived_url {_TEXT}, publisher {_TEXT}, published {_TEXT}, accessed {_TEXT},
  quote {_TEXT},
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'refutes', 'context')),
  file_name {_TEXT}, file_sha256 {_TEXT}
) STRICT;
CREATE INDEX evidence_claim ON evidence(claim);

CREATE TABLE figure (
  key INTEGER PRIMARY KEY {_references("annotation")},
  low {_TEXT}, high {_TEXT}, unit {_TEXT},
  kind TEXT NOT NULL CHECK (kind IN ('', 'cardinal', 'percent', 'money', 'ratio', 'fraction',
    'range', 'ordinal', 'duration', 'date', 'multiple', 'temperature', 'score', 'time')),
  approximator {_TEXT},
  comparator TEXT NOT NULL CHECK (comparator IN ('', '=', '<', '<=', '>', '>=', '~', '<~', '>~')),
  referent {_TEXT}, denominator {_TEXT}, rate {_TEXT}, period {_TEXT}, as_of {_TEXT},
  place {_TEXT}, source {_TEXT}, value {_TEXT}
) STRICT;

CREATE TABLE topic (
  key INTEGER PRIMARY KEY {_references("annotation")}, scope {_TEXT}, stance {_TEXT}
) STRICT;

CREATE TABLE relation (
  key INTEGER PRIMARY KEY, {_ID},
  kind TEXT NOT NULL CHECK (kind IN ('repeats', 'rephrases', 'contradicts', 'part_of',
    'denominator_of', 'supports', 'depends_on')),
  source INTEGER NOT NULL {_references("annotation")},
  target INTEGER NOT NULL {_references("annotation")},
  author INTEGER NOT NULL {_references("author")},
  label INTEGER {_references("label")},
  note {_TEXT}
) STRICT;
CREATE INDEX relation_source ON relation(source);
CREATE INDEX relation_target ON relation(target);

CREATE TABLE finding (
  key INTEGER PRIMARY KEY, {_ID},
  type TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('consistent', 'conflict', 'undetermined')),
  working {_TEXT},
  ruling TEXT NOT NULL CHECK (ruling IN ('open', 'confirmed', 'not_the_same', 'explained')),
  author INTEGER {_references("author")},
  note {_TEXT}
) STRICT;

CREATE TABLE passage (
  finding INTEGER NOT NULL {_references("finding")},
  ord INTEGER NOT NULL CHECK (ord >= 0),
  document INTEGER NOT NULL {_references("document")},
  start INTEGER NOT NULL, stop INTEGER NOT NULL,
  annotation INTEGER {_references("annotation")},
  PRIMARY KEY (finding, ord),
  CHECK (0 <= start AND start <= stop)
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_document ON passage(document);
CREATE INDEX passage_annotation ON passage(annotation) WHERE annotation IS NOT NULL;

CREATE TABLE dismissal (
  key INTEGER PRIMARY KEY, {_ID},
  document INTEGER NOT NULL {_references("document")},
  kind TEXT NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL,
  author INTEGER NOT NULL {_references("author")},
  reason {_TEXT},
  CHECK (0 <= start AND start <= stop)
) STRICT;
CREATE INDEX dismissal_document ON dismissal(document);
"""


def _refuse(name: str, when: str, reason: str, condition: str = "") -> str:
    where = f" WHERE {condition}" if condition else ""
    return (
        f"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{reason}'){where}; END;\n"
    )


_CHARS = "(SELECT t.chars FROM document d JOIN text t USING (sha256) WHERE d.key = {document})"
_SPAN_CHECK = f"""NOT EXISTS (
    SELECT 1 FROM annotation a JOIN document d ON d.key = a.document JOIN text t USING (sha256)
    WHERE a.key = new.annotation AND new.stop <= t.chars)
  OR EXISTS (
    SELECT 1 FROM annotation a JOIN document d ON d.key = a.document JOIN text t USING (sha256)
    JOIN piece p ON p.text = t.key
      AND p.ord BETWEEN new.start / {PIECE} AND (new.stop - 1) / {PIECE}
    WHERE a.key = new.annotation
      AND substr(p.body, max(new.start - p.ord * {PIECE}, 0) + 1,
            min(new.stop, (p.ord + 1) * {PIECE}) - max(new.start, p.ord * {PIECE}))
        IS NOT substr(new.quote, max(p.ord * {PIECE} - new.start, 0) + 1,
            min(new.stop, (p.ord + 1) * {PIECE}) - max(new.start, p.ord * {PIECE})))"""  # noqa: S608


def _triggers() -> str:
    append_only = "the journal is append-only"
    immutable = "the text is immutable"
    made = [
        _refuse(f"{table}_keep_{verb.lower()}", f"{verb} ON {table}", reason)
        for table, reason in (
            ("change", append_only),
            ("txn", append_only),
            ("writer", append_only),
            ("text", immutable),
            ("piece", immutable),
        )
        for verb in ("UPDATE", "DELETE")
    ]
    for verb in ("INSERT", "UPDATE"):
        mark = verb.lower()
        made += [
            _refuse(
                f"span_anchor_{mark}", f"{verb} ON span", "the quote does not match", _SPAN_CHECK
            ),
            *(
                _refuse(
                    f"{table}_anchor_{mark}",
                    f"{verb} ON {table}",
                    "the passage lies outside the text",
                    "new.stop > " + _CHARS.format(document="new.document"),
                )
                for table in ("turn", "passage", "dismissal")
            ),
        ]
    made += [
        _refuse(
            "document_text_update",
            "UPDATE ON document",
            "a new text is a new document",
            "new.sha256 IS NOT old.sha256",
        ),
        _refuse(
            "annotation_document_update",
            "UPDATE ON annotation",
            "an annotation stays in its document",
            "new.document IS NOT old.document",
        ),
    ]
    return "".join(made)


DDL = _JOURNAL + _TEXTS + _STATE + _triggers()
