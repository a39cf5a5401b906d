"""Makes project files of any size, with transcripts that read like press conferences."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from annotator.model.edit import Edit
from annotator.model.ids import AnnotationId, DocumentId, SpeakerId, TurnId
from annotator.model.kinds import LabelKind, Origin, Part, Role
from annotator.model.message import Message
from annotator.model.records import (
    Annotation,
    Claim,
    Document,
    Figure,
    Label,
    Record,
    Span,
    Speaker,
    Text,
    Topic,
    Turn,
)
from annotator.model.text import sha256_of
from annotator.store.project_file import Store
from annotator.store.session import Session
from annotator.workspace.opening import load_codebook, this_person

TOGETHER = 10_000
"""So many annotations are written in one transaction: the disk is waited for less often."""
SPOKEN = (
    "今年以来全市累计完成交通固定资产投资{a}亿元，同比增长{b}%。",
    "截至目前，已有{a}.{b}万人报名参加，比去年同期多{b}万人。",
    "我们认为，这项政策的效果是好的，群众的满意度达到{b}.4%。",
    "新开工保障性住房{a}套，其中{b}套在年底前交付使用。",
    "下一步，有关部门将继续加强监督检查，确保各项措施落到实处。",
    "The city spent {a} million yuan on {b} new bus lines this year. ",
)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a project is: documents, code points and annotations in each."""

    documents: int
    characters: int
    annotations: int

    @property
    def name(self) -> str:
        """Return a name for the file."""
        return f"{self.documents}x{self.characters}x{self.annotations}"


def transcript(characters: int, random: Random) -> str:
    """Return a text of about so many code points, in paragraphs of a few sentences."""
    parts: list[str] = []
    length = 0
    while length < characters:
        count = random.randrange(1, 6)
        sentences = (
            random.choice(SPOKEN).format(a=random.randrange(10, 9000), b=random.randrange(1, 99))
            for _ in range(count)
        )
        parts.append("".join(sentences))
        length += len(parts[-1]) + 1
    return "\n".join(parts)


def project_of(size: Size, folder: Path) -> Path:
    """Return a project file of this size, made if it is not whole in the folder yet.

    It is made where it stays, since this machine vouches for the place too.
    """
    path, whole = folder / f"{size.name}.annotator", folder / f"{size.name}.whole"
    if not whole.exists():
        path.unlink(missing_ok=True)
        build(path, size, this_person())
        whole.touch()
    return path


def build(path: Path, size: Size, session: Session) -> None:
    """Make a project file through the store, many documents in each transaction."""
    labels = load_codebook(None, session.new_id)
    setup = Edit(Message("New project"), added=labels)
    with Store.create(path, session, title=size.name, edit=setup) as store:
        random = Random(1)  # noqa: S311 - the same project in every run
        records: list[Record] = []
        texts: list[Text] = []
        for number in range(size.documents):
            document, text = _document(number, size.characters, random, session)
            texts.append(Text(document.sha256, text))
            records += [document, *_turns(document, text, session)]
            records += _annotations(document, text, size.annotations, labels, session, random)
            if len(records) > 2 * TOGETHER or number == size.documents - 1:
                store.apply(Edit(Message("Import"), (), tuple(records), tuple(texts)))
                records, texts = [], []


def _document(
    number: int, characters: int, random: Random, session: Session
) -> tuple[Document, str]:
    text = f"{number} {transcript(characters, random)}"
    document = Document(
        DocumentId(session.new_id()), f"Briefing {number:05}", sha256_of(text), order=number
    )
    return document, text


def _turns(document: Document, text: str, session: Session) -> Iterator[Record]:
    """Yield a speaker for every third of the text, each with one turn."""
    third = len(text) // 3
    for number, name in enumerate(("主持人", "林晓", "记者")):
        speaker = Speaker(SpeakerId(session.new_id()), document.id, name, Role.SPEAKER)
        start, end = number * third, (number + 1) * third
        yield speaker
        yield Turn(
            TurnId(session.new_id()), document.id, start, start, end, speaker.id, Part.SPEECH
        )


def _annotations(
    document: Document,
    text: str,
    count: int,
    labels: tuple[Label, ...],
    session: Session,
    random: Random,
) -> Iterator[Record]:
    """Yield annotations spread over the text, each with what it says."""
    usable = [label for label in labels if label.kind is not LabelKind.RELATION]
    for number in range(count):
        start = number * (len(text) - 30) // count
        end = start + random.randrange(2, 30)
        label = usable[number % len(usable)]
        annotation_id = AnnotationId(session.new_id())
        span = Span(start, end, text[start:end])
        yield Annotation(
            annotation_id, document.id, label.id, session.author.id, (span,), Origin.IMPORTED
        )
        yield _detail(annotation_id, label.kind, random)


def _detail(annotation_id: AnnotationId, kind: LabelKind, random: Random) -> Record:
    if kind is LabelKind.FIGURE:
        low = str(random.randrange(10**6))
        return Figure(annotation_id, low, unit="person", kind="cardinal", comparator="=")
    if kind is LabelKind.CLAIM:
        return Claim(annotation_id, types=("quantity",), checkworthy="yes")
    return Topic(annotation_id, "mention")
