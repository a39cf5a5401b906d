"""A small press conference with a few annotations, for tests of every layer."""

from datetime import UTC, datetime, timedelta

from annotator.model.edits import Hand, mark
from annotator.model.ids import (
    AuthorId,
    DocumentId,
    LabelId,
    SpeakerId,
    TurnId,
)
from annotator.model.kinds import LabelKind, Part, Role
from annotator.model.records import Annotation, Author, Document, Label, Record, Speaker, Turn
from annotator.model.snapshot import Snapshot
from annotator.model.text import sha256_of

TEXT = (
    "市政府今天举行发布会。\n"
    "主持人:\n"
    "女士们、先生们,大家好!\n"
    "林晓:今年新建公园12个😀,投入1.2亿元。公交线路新开7条,占𠮷祥路的76.3%。\n"
    "记者:请问12个公园什么时候开放?"
)


def numbered(number: int) -> str:
    """Return a well-formed id that says its number."""
    return f"01900000-0000-7000-8000-{number:012d}"


class Ids:
    """Gives out ids in order, the same in every run."""

    def __init__(self, first: int = 1000) -> None:
        self._next = first

    def __call__(self) -> str:
        """Return the next id."""
        self._next += 1
        return numbered(self._next)


class Clock:
    """Tells a time that moves on by one second with every question."""

    def __init__(self) -> None:
        self._now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the next second."""
        self._now += timedelta(seconds=1)
        return self._now


AUTHOR = Author(AuthorId(numbered(1)), "Lin")
DOCUMENT = Document(
    DocumentId(numbered(2)), "发布会", sha256_of(TEXT), date="2026-01-05", language="zh-Hans"
)
QUANTITY = Label(
    LabelId(numbered(11)),
    LabelKind.FIGURE,
    {"en": "Quantity", "zh": "数量"},
    slug="quantity",
    key="1",
)
STATEMENT = Label(
    LabelId(numbered(12)),
    LabelKind.CLAIM,
    {"en": "Statement", "zh": "陈述"},
    slug="statement",
    key="6",
    order=1,
)
TRANSPORT = Label(
    LabelId(numbered(13)),
    LabelKind.TOPIC,
    {"en": "Transport", "zh": "交通"},
    slug="transport",
    key="q",
    order=2,
)
MONEY = Label(
    LabelId(numbered(14)),
    LabelKind.FIGURE,
    {"en": "Money", "zh": "金额"},
    slug="money",
    key="3",
    order=3,
)
LABELS = (QUANTITY, STATEMENT, TRANSPORT, MONEY)
MODERATOR = Speaker(SpeakerId(numbered(21)), DOCUMENT.id, "主持人", Role.MODERATOR)
LIN = Speaker(SpeakerId(numbered(22)), DOCUMENT.id, "林晓", Role.SPEAKER, "市园林局局长")
REPORTER = Speaker(SpeakerId(numbered(23)), DOCUMENT.id, "记者", Role.REPORTER)
HAND = Hand(AUTHOR.id, Ids())


def turn(number: int, label: str, body: str, end: str, speaker: Speaker | None) -> Turn:
    """Return the turn whose label, body and last words are given as text."""
    return Turn(
        TurnId(numbered(number)),
        DOCUMENT.id,
        TEXT.index(label),
        TEXT.index(body),
        TEXT.index(end) + len(end),
        speaker=speaker.id if speaker else None,
        part=Part.SPEECH if speaker else Part.LEAD,
    )


TURNS = (
    turn(31, "市政府", "市政府", "发布会。", None),
    turn(32, "主持人", "女士们", "大家好!", MODERATOR),
    turn(33, "林晓", "今年", "76.3%。", LIN),
    turn(34, "记者", "请问", "开放?", REPORTER),
)


def document_records() -> list[Record]:
    """Return the speakers and turns of the example document."""
    return [MODERATOR, LIN, REPORTER, *TURNS]


def snapshot() -> Snapshot:
    """Return the example document without annotations."""
    return Snapshot(DOCUMENT, TEXT, [AUTHOR, *LABELS, *document_records()])


def marked(s: Snapshot, label: Label, quote: str) -> Annotation:
    """Mark the first occurrence of ``quote`` and return the annotation."""
    start = s.text.index(quote)
    edit = mark(s, label, ((start, start + len(quote)),), HAND)
    s.apply(edit)
    return next(record for record in edit.added if isinstance(record, Annotation))
