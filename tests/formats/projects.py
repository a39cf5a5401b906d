"""Projects in memory that satisfy what an export asks for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from annotator.formats.base import Selection
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
    SpeakerId,
    TurnId,
    uuid7,
)
from annotator.model.kinds import (
    LabelKind,
    LinkKind,
    Origin,
    Part,
    RelationKind,
    ReviewState,
    Role,
    Ruling,
    Stance,
)
from annotator.model.records import (
    Annotation,
    Author,
    Claim,
    Dismissal,
    Document,
    DocumentLink,
    Evidence,
    ExtraField,
    Figure,
    Finding,
    Label,
    Passage,
    Record,
    Relation,
    Review,
    Span,
    Speaker,
    Topic,
    Turn,
)
from annotator.model.reviews import review_id
from annotator.model.snapshot import Snapshot
from annotator.model.text import sha256_of

EVERYTHING = Selection()


class LookedThrough(list[Document]):
    """Documents that count how often somebody looks through all of them."""

    times = 0

    def __iter__(self) -> Iterator[Document]:
        self.times += 1
        return super().__iter__()


@dataclass
class MemoryProject:
    """A project whose documents lie in memory."""

    snapshots: list[Snapshot]
    label_list: list[Label]
    author_list: list[Author]
    setting_values: Mapping[str, str] = field(default_factory=dict)
    links: Sequence[DocumentLink] = ()
    cross_relations: Sequence[Relation] = ()
    project_id: str = uuid7(1, 1)
    title: str = "Briefings"
    loaded: int = 0

    def documents(self) -> list[Document]:
        return [snapshot.document for snapshot in self.snapshots]

    def load(self, document_id: DocumentId, /) -> Snapshot:
        self.loaded += 1
        return next(s for s in self.snapshots if s.document.id == document_id)

    def labels(self) -> list[Label]:
        return self.label_list

    def authors(self) -> list[Author]:
        return self.author_list

    def settings(self) -> Mapping[str, str]:
        return self.setting_values

    def document_links(self) -> Sequence[DocumentLink]:
        return self.links

    def relations_between_documents(self) -> Sequence[Relation]:
        return self.cross_relations


def an_id(number: int) -> str:
    """Return the id with this number."""
    return uuid7(1_600_000_000_000, number)


def numbered(start: int = 1) -> NewId:
    """Return a source of ids that rise from ``start``."""
    numbers = count(start)
    return lambda: an_id(next(numbers))


ANNA = Author(AuthorId(an_id(9001)), "Anna Li", "#009E73")
BEN = Author(AuthorId(an_id(9002)), "Ben")
QUANTITY = Label(
    LabelId(an_id(9101)),
    LabelKind.FIGURE,
    {"en": "Quantity", "zh": "数量"},
    slug="quantity",
    definitions={"en": "How many."},
    examples=("2.3万人",),
    key="1",
    extra_fields=(ExtraField("certainty", "choice", ("low", "high")),),
)
STATEMENT = Label(
    LabelId(an_id(9102)), LabelKind.CLAIM, {"en": "Statement"}, slug="statement", order=1
)
HEALTH = Label(LabelId(an_id(9103)), LabelKind.TOPIC, {"en": "Health"}, slug="health", order=2)
WARDS = Label(
    LabelId(an_id(9104)),
    LabelKind.TOPIC,
    {"en": "Wards"},
    "wards",
    HEALTH.id,
    order=3,
    retired=True,
)
LABELS = [QUANTITY, STATEMENT, HEALTH, WARDS]
TEXT = "主持人：欢迎。\n发言人：共有2.3万人参加，𠮷林占三成。\n记者：谢谢！\n"


def a_document(number: int, text: str = TEXT, title: str = "发布会", **fields: object) -> Document:
    """Return a document with this text."""
    made = {
        "id": DocumentId(an_id(9200 + number)),
        "title": title,
        "sha256": sha256_of(text),
    } | fields
    return Document(**made)  # type: ignore[arg-type]


def spanned(text: str, *quotes: str) -> tuple[Span, ...]:
    """Return the spans of quotes that stand in the text one after the other."""
    spans, at = [], 0
    for quote in quotes:
        at = text.index(quote, at)
        spans.append(Span(at, at + len(quote), quote))
        at += len(quote)
    return tuple(spans)


def full_snapshot(new_id: NewId, number: int = 1) -> Snapshot:
    """Return a document with a record of every class and a value in every field."""
    document = a_document(
        number,
        source_name="briefing.txt",
        source_sha256="ab" * 32,
        language="zh",
        date="2031-04-02",
        place="云溪",
        group="December",
        order=7,
        status="done",
        attributes={"channel": "TV", "broadcast": "live"},
    )
    return Snapshot(document, TEXT, [*LABELS, ANNA, BEN, *full_records(document, new_id)])


def full_records(document: Document, new_id: NewId) -> list[Record]:
    """Return a record of every class that belongs to a document with ``TEXT``."""
    speaker = Speaker(
        SpeakerId(new_id()), document.id, "发言人", Role.SPEAKER, "卫生厅", "spokesperson"
    )
    reporter = Speaker(SpeakerId(new_id()), document.id, "记者", Role.REPORTER)
    question = Turn(
        TurnId(new_id()), document.id, 0, 4, 8, part=Part.LEAD, time_start=0, time_end=1500
    )
    answer = Turn(TurnId(new_id()), document.id, 8, 12, 31, speaker=speaker.id, answers=question.id)
    thanks = Turn(TurnId(new_id()), document.id, 31, 34, len(TEXT), speaker=reporter.id)
    figure = Annotation(
        AnnotationId(new_id()),
        document.id,
        QUANTITY.id,
        ANNA.id,
        spanned(TEXT, "2.3万人"),
        note="=check",
        extra={"certainty": "high", "basis": "'stated"},
    )
    claim = Annotation(
        AnnotationId(new_id()),
        document.id,
        STATEMENT.id,
        BEN.id,
        spanned(TEXT, "共有2.3万人", "𠮷林占三成"),
        Origin.SUGGESTED,
    )
    topic = Annotation(
        AnnotationId(new_id()), document.id, HEALTH.id, ANNA.id, spanned(TEXT, "谢谢！")
    )
    return [
        *(speaker, reporter, question, answer, thanks, figure, claim, topic),
        full_figure(figure.id),
        full_claim(claim.id, speaker.id),
        Topic(topic.id, "passage", "positive"),
        *full_evidence(claim.id, new_id),
        *links_between(document, figure, claim, new_id),
    ]


def full_figure(annotation: AnnotationId) -> Figure:
    """Return a figure with a value in every field."""
    names = ("unit", "approximator", "referent", "denominator", "rate")
    more = ("period", "as_of", "place", "source", "value")
    values = {name: f"-{name}" for name in (*names, *more)}
    return Figure(annotation, "23000", "-23000.5", kind="money", comparator="=", **values)


def full_claim(annotation: AnnotationId, speaker: SpeakerId) -> Claim:
    """Return a claim with a value in every field."""
    return Claim(
        annotation,
        "23,000 took part",
        speaker,
        "2020-12",
        ("quantity", "comparison"),
        "checkworthy",
        3,
        "six-way",
        "half-true",
        'Said "so",\nthen not.',
        "checked",
    )


def full_evidence(claim: AnnotationId, new_id: NewId) -> Iterable[Evidence]:
    """Return two sources held against a claim."""
    yield Evidence(
        EvidenceId(new_id()),
        claim,
        "https://example.org/a",
        "https://example.org/b",
        "Bureau",
        "2020",
        "2021-01-02",
        "@quote",
        Stance.REFUTES,
        "a.pdf",
        "cd" * 32,
    )
    yield Evidence(EvidenceId(new_id()), claim)


def links_between(
    document: Document, first: Annotation, second: Annotation, new_id: NewId
) -> Iterable[Record]:
    """Return a relation, a finding, a dismissal and reviews in a document."""
    kind = RelationKind.SUPPORTS
    yield Relation(RelationId(new_id()), kind, first.id, second.id, BEN.id, QUANTITY.id, "n")
    passages = (
        Passage(document.id, first.start, first.end, first.id),
        Passage(document.id, second.start, second.end),
    )
    yield Finding(
        FindingId(new_id()), "repeat", passages, "same", "1 = 1", Ruling.EXPLAINED, ANNA.id, "ok"
    )
    yield Dismissal(DismissalId(new_id()), document.id, "figure", 3, 5, ANNA.id, "a name")
    for reviewer, state in ((ANNA, ReviewState.REJECTED), (BEN, ReviewState.ACCEPTED)):
        own = review_id(first.id, reviewer.id)
        yield Review(own, first.id, reviewer.id, state, f"{state} ✓")
    yield Review(review_id(second.id, BEN.id), second.id, BEN.id, ReviewState.ACCEPTED)


def full_project() -> MemoryProject:
    """Return two full documents, linked, and an empty one."""
    new_id = numbered()
    first, second = full_snapshot(new_id), full_snapshot(new_id, 2)
    third = Snapshot(
        a_document(3, "No marks here.\n", "Empty"), "No marks here.\n", [*LABELS, ANNA, BEN]
    )
    ends = [snapshot.all(Annotation)[0].id for snapshot in (first, second)]
    across = Relation(RelationId(new_id()), RelationKind.REPEATS, ends[0], ends[1], ANNA.id)
    link = DocumentLink(
        DocumentLinkId(new_id()), second.document.id, first.document.id, LinkKind.TRANSLATION
    )
    return MemoryProject(
        [first, second, third],
        list(LABELS),
        [ANNA, BEN],
        {"memo": "check all", "languages": "zh,en"},
        [link],
        [across],
    )
