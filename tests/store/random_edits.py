"""Random edits over all kinds of records, and what they lead to: an oracle in plain dicts."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

from hypothesis import strategies as st

from annotator.model import kinds
from annotator.model import records as r
from annotator.model.edit import Edit
from annotator.model.ids import (
    AnnotationId,
    AuthorId,
    DismissalId,
    DocumentId,
    DocumentLinkId,
    EvidenceId,
    FindingId,
    LabelId,
    NewId,
    RelationId,
    SettingId,
    SpeakerId,
    TurnId,
)
from annotator.model.message import Message
from annotator.model.records import RECORD_TYPES, Key, Record, Text, key_of
from annotator.model.reviews import review_id
from annotator.model.text import sha256_of

R = TypeVar("R", bound=Record)
State = dict[Key, Record]
Draw = Callable[[st.SearchStrategy[Any]], Any]

TEXTS = {
    sha256_of(text): Text(sha256_of(text), text)
    for text in ("a😀b𠮷c今天发布会" * 3, "x" * 1020 + "😀𠮷" * 20 + "尾" * 1100, "短")
}
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
FIELDS = st.dictionaries(WORDS, WORDS, max_size=2)
SEVERAL = st.lists(WORDS, max_size=2).map(tuple)
COLOURS = st.sampled_from(["#0072B2", "#abcDEF"])
SETTINGS = ("memo", "scale", "a.b")


class NothingToNameError(Exception):
    """A record needs another one that is not there."""


class Draft:
    """Makes records that fit a state; a changed record keeps what cannot change."""

    def __init__(self, draw: Draw, state: State) -> None:
        self.draw = draw
        self.state = state

    def pick(self, cls: type[R]) -> R:
        """Return some record of a class."""
        found = sorted((x for x in self.state.values() if type(x) is cls), key=lambda x: x.id)
        if not found:
            raise NothingToNameError(cls)
        return cast("R", self.draw(st.sampled_from(found)))

    def maybe(self, cls: type[Record]) -> Any:  # noqa: ANN401 - each class has its own type of id
        """Return the id of some record, or None."""
        there = any(type(record) is cls for record in self.state.values())
        return self.pick(cls).id if there and self.draw(st.booleans()) else None

    def document(self, old: Record | None) -> r.Document:
        """Return the document of the old record, or any."""
        if old is None:
            return self.pick(r.Document)
        return cast("r.Document", self.state[r.Document, getattr(old, "document")])  # noqa: B009

    def positions(self, document: r.Document, count: int) -> list[int]:
        """Return ascending positions in a document."""
        end = len(TEXTS[document.sha256].text)
        return sorted(self.draw(st.tuples(*[st.integers(0, end)] * count)))

    def words(self, count: int) -> tuple[Any, ...]:
        """Return some texts."""
        return tuple(self.draw(st.tuples(*[WORDS] * count)))


def _author(d: Draft, id_: str, _old: Record | None) -> Record:
    return r.Author(AuthorId(id_), d.draw(WORDS), d.draw(COLOURS))


def _setting(d: Draft, id_: str, old: Record | None) -> Record:
    name = old.id if old else d.draw(st.sampled_from(SETTINGS))
    return r.Setting(SettingId(name), f"{id_} {d.draw(WORDS)}")


def _label(d: Draft, id_: str, old: Record | None) -> Record:
    extra = st.builds(r.ExtraField, WORDS, st.sampled_from(["text", "choice"]), SEVERAL)
    return r.Label(
        LabelId(id_),
        d.draw(st.sampled_from(kinds.LabelKind)),
        {"en": "x", **d.draw(FIELDS)},
        d.draw(WORDS),
        None if old else d.maybe(r.Label),
        d.draw(FIELDS),
        d.draw(SEVERAL),
        d.draw(COLOURS),
        d.draw(st.sampled_from(["", "1", "😀"])),
        d.draw(st.integers(-5, 5)),
        d.draw(st.lists(extra, max_size=2).map(tuple)),
        d.draw(st.booleans()),
    )


def _document(d: Draft, id_: str, old: Record | None) -> Record:
    sha256 = old.sha256 if isinstance(old, r.Document) else d.draw(st.sampled_from([*TEXTS]))
    title, source_name, source_sha256, language, date, place, group = d.words(7)
    return r.Document(
        DocumentId(id_),
        title,
        sha256,
        source_name,
        source_sha256,
        language,
        date,
        place,
        group,
        order=d.draw(st.integers(-(2**62), 2**62)),
        status=d.draw(st.sampled_from(["open", "done"])),
        attributes=d.draw(FIELDS),
    )


def _document_link(d: Draft, id_: str, _old: Record | None) -> Record:
    ends = (d.pick(r.Document).id, d.pick(r.Document).id)
    return r.DocumentLink(DocumentLinkId(id_), *ends, d.draw(st.sampled_from(kinds.LinkKind)))


def _speaker(d: Draft, id_: str, old: Record | None) -> Record:
    document, role = d.document(old).id, d.draw(st.sampled_from(kinds.Role))
    return r.Speaker(SpeakerId(id_), document, d.draw(WORDS), role, *d.words(2))


def _turn(d: Draft, id_: str, old: Record | None) -> Record:
    document = d.document(old)
    start, body, end = d.positions(document, 3)
    part, time = d.draw(st.sampled_from(kinds.Part)), d.draw(st.none() | st.integers(0, 9))
    return r.Turn(
        TurnId(id_),
        document.id,
        start,
        body,
        end,
        d.maybe(r.Speaker),
        part,
        time,
        time,
        None if old else d.maybe(r.Turn),
    )


def _annotation(d: Draft, id_: str, old: Record | None) -> Record:
    document = d.document(old)
    text = TEXTS[document.sha256].text
    cuts = sorted(set(d.positions(document, 6)))
    ranges = list(zip(cuts[::2], cuts[1::2], strict=False)) or [(0, 1)]
    return r.Annotation(
        AnnotationId(id_),
        document.id,
        d.pick(r.Label).id,
        d.pick(r.Author).id,
        tuple(r.Span(start, end, text[start:end]) for start, end in ranges),
        d.draw(st.sampled_from(kinds.Origin)),
        d.draw(WORDS),
        d.draw(FIELDS),
    )


def _owner(d: Draft, cls: type[Record], old: Record | None) -> AnnotationId:
    """Return the annotation that the old record belongs to, or one without such a record."""
    owner = cast("AnnotationId", old.id) if old else d.pick(r.Annotation).id
    if old is None and (cls, owner) in d.state:
        raise NothingToNameError(cls)
    return owner


def _claim(d: Draft, _id: str, old: Record | None) -> Record:
    owner, types = _owner(d, r.Claim, old), d.draw(SEVERAL)
    text, date, checkworthy = d.words(3)
    priority = d.draw(st.none() | st.integers(0, 5))
    speaker = d.maybe(r.Speaker)
    return r.Claim(owner, text, speaker, date, types, checkworthy, priority, *d.words(4))


def _evidence(d: Draft, id_: str, _old: Record | None) -> Record:
    url, archived_url, publisher, published, accessed, quote, file_name, file_sha256 = d.words(8)
    return r.Evidence(
        EvidenceId(id_),
        d.pick(r.Claim).id,
        url,
        archived_url,
        publisher,
        published,
        accessed,
        quote,
        d.draw(st.sampled_from(kinds.Stance)),
        file_name,
        file_sha256,
    )


def _figure(d: Draft, _id: str, old: Record | None) -> Record:
    kind = d.draw(st.sampled_from(["", "money", "percent"]))
    comparator = d.draw(st.sampled_from(["", "<=", "~"]))
    low, high, unit, approximator = d.words(4)
    start = (low, high, unit, kind, approximator, comparator)
    return r.Figure(_owner(d, r.Figure, old), *start, *d.words(8))


def _topic(d: Draft, _id: str, old: Record | None) -> Record:
    return r.Topic(_owner(d, r.Topic, old), *d.words(2))


def _relation(d: Draft, id_: str, _old: Record | None) -> Record:
    ends = (d.pick(r.Annotation).id, d.pick(r.Annotation).id)
    kind, author = d.draw(st.sampled_from(kinds.RelationKind)), d.pick(r.Author).id
    return r.Relation(RelationId(id_), kind, *ends, author, d.maybe(r.Label), d.draw(WORDS))


def _finding(d: Draft, id_: str, _old: Record | None) -> Record:
    passages = []
    for _ in range(d.draw(st.integers(1, 3))):
        document = d.pick(r.Document)
        start, end = d.positions(document, 2)
        passages.append(r.Passage(document.id, start, end, d.maybe(r.Annotation)))
    verdict = d.draw(st.sampled_from(["consistent", "conflict", "undetermined"]))
    type_, working, note = d.words(3)
    ruling, author = d.draw(st.sampled_from(kinds.Ruling)), d.maybe(r.Author)
    return r.Finding(FindingId(id_), type_, tuple(passages), verdict, working, ruling, author, note)


def _dismissal(d: Draft, id_: str, old: Record | None) -> Record:
    document = d.document(old)
    start, end = d.positions(document, 2)
    kind, reason = d.words(2)
    author = d.pick(r.Author).id
    return r.Dismissal(DismissalId(id_), document.id, kind, start, end, author, reason)


def _review(d: Draft, _id: str, old: Record | None) -> Record:
    if isinstance(old, r.Review):
        target, reviewer = old.target, old.reviewer
    else:
        target, reviewer = d.pick(r.Annotation).id, d.pick(r.Author).id
    state = d.draw(st.sampled_from(kinds.ReviewState))
    return r.Review(review_id(target, reviewer), target, reviewer, state, d.draw(WORDS))


MAKERS: dict[type[Record], Callable[[Draft, str, Record | None], Record]] = {
    r.Author: _author,
    r.Setting: _setting,
    r.Label: _label,
    r.Document: _document,
    r.DocumentLink: _document_link,
    r.Speaker: _speaker,
    r.Turn: _turn,
    r.Annotation: _annotation,
    r.Claim: _claim,
    r.Evidence: _evidence,
    r.Figure: _figure,
    r.Topic: _topic,
    r.Relation: _relation,
    r.Finding: _finding,
    r.Dismissal: _dismissal,
    r.Review: _review,
}


def named_by(record: Record) -> set[str]:
    """Return every id that a record mentions, its own shared one of an annotation too."""
    found = {value for name in _NAMING if isinstance(value := getattr(record, name, None), str)}
    if isinstance(record, r.Finding):
        found |= {id_ for p in record.passages for id_ in (p.document, p.annotation) if id_}
    return found | ({record.id} if isinstance(record, r.Claim | r.Figure | r.Topic) else set())


_NAMING = (
    *("source", "target", "document", "speaker", "answers", "parent", "label", "author"),
    *("claim", "reviewer"),
)


def with_uses(state: State, key: Key) -> set[Key]:
    """Return a record's key and those of all that cannot stay without it."""
    gone = {key}
    while True:
        ids = {record_id for _, record_id in gone}
        more = {k for k, record in state.items() if k not in gone and named_by(record) & ids}
        if not more:
            return gone
        gone |= more


def random_edit(draw: Draw, state: State, new_id: NewId, stays: Key) -> tuple[Edit, State]:
    """Return an edit of up to four random changes, and the state that it leads to.

    The record ``stays`` is never removed.
    """
    now = dict(state)
    for _ in range(draw(st.integers(1, 4))):
        step = draw(st.sampled_from([_add, _add, _add, _change, _remove]))
        step(draw, now, new_id, stays)
    changed = [key for key in {**state, **now} if state.get(key) != now.get(key)]
    removed = tuple(state[key] for key in changed if key in state)
    added = tuple(now[key] for key in changed if key in now)
    label = Message("Change {count} records", {"count": len(changed)})
    return Edit(label, removed, added, tuple(TEXTS.values())), now


def _add(draw: Draw, now: State, new_id: NewId, _stays: Key) -> None:
    cls = draw(st.sampled_from(RECORD_TYPES))
    try:
        record = MAKERS[cls](Draft(draw, now), new_id(), None)
    except NothingToNameError:
        return
    now.setdefault(key_of(record), record)


def _change(draw: Draw, now: State, _new_id: NewId, _stays: Key) -> None:
    key = _any_key(draw, now)
    now[key] = MAKERS[key[0]](Draft(draw, now), key[1], now[key])


def _remove(draw: Draw, now: State, _new_id: NewId, stays: Key) -> None:
    gone = with_uses(now, _any_key(draw, now))
    if stays not in gone:
        for key in gone:
            del now[key]


def _any_key(draw: Draw, state: State) -> Key:
    keys: Sequence[Key] = sorted(state, key=lambda key: (key[0].__name__, key[1]))
    return cast("Key", draw(st.sampled_from(keys)))
