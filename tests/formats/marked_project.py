"""A project in which every value is a word of its own, and what each of them is called."""

from collections.abc import Iterator

from annotator.model.ids import (
    AnnotationId,
    AuthorId,
    DismissalId,
    DocumentLinkId,
    EvidenceId,
    FindingId,
    LabelId,
    RelationId,
    SpeakerId,
    TurnId,
)
from annotator.model.kinds import (
    LabelKind,
    LinkKind,
    Origin,
    Part,
    RelationKind,
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
    Speaker,
    Topic,
    Turn,
)
from annotator.model.snapshot import Snapshot
from tests.formats.projects import MemoryProject, a_document, an_id, spanned

SPOKEN = "Wordbegin said: a claimhead, um, a claimtail with figurequote in it. topicquote here.\n"
CLAIM, FIGURE, TOPIC, OTHER = (AnnotationId(an_id(number)) for number in (1, 2, 3, 4))
ANNOTATOR = Author(AuthorId(an_id(10)), "nameofauthor", "#ABCDE1")
LINKER = Author(AuthorId(an_id(11)), "nameoflinker")
PARENT = Label(LabelId(an_id(20)), LabelKind.TOPIC, {"en": "parentname"}, slug="parentslug")
TOPICS = Label(LabelId(an_id(21)), LabelKind.TOPIC, {"en": "topiclabel"}, "topics", PARENT.id)
CLAIMS = Label(
    LabelId(an_id(22)),
    LabelKind.CLAIM,
    {"en": "claimlabel", "fr": "nameinfrench"},
    "slugofclaims",
    definitions={"en": "definitiontext"},
    examples=("exampletext",),
    colour="#ABCDE2",
    key="keyofclaims",
    extra_fields=(ExtraField("fieldofextra", "choice", ("choiceone", "choicetwo")),),
)
FIGURES = Label(LabelId(an_id(23)), LabelKind.FIGURE, {"en": "figurelabel"}, "figures", order=1)
LINKS = Label(LabelId(an_id(24)), LabelKind.RELATION, {"en": "labelofrelation"}, "links")
LABELS = [CLAIMS, FIGURES, PARENT, TOPICS, LINKS]


def marked_project() -> MemoryProject:
    """Return a project with one of everything."""
    document = a_document(
        1,
        SPOKEN,
        "titleofdocument",
        source_name="nameofsource.txt",
        source_sha256="5a" * 32,
        language="tlh",
        date="2031-04-02",
        place="placeofdocument",
        group="groupofdocument",
        status="statusofdocument",
        attributes={"nameofattribute": "valueofattribute"},
    )
    second = a_document(2, "Another text.\n", "titleofsecond")
    link = DocumentLink(DocumentLinkId(an_id(30)), document.id, second.id, LinkKind.CORRECTION)
    other = Annotation(
        OTHER, second.id, FIGURES.id, ANNOTATOR.id, spanned("Another text.\n", "Another")
    )
    across = Relation(
        RelationId(an_id(31)), RelationKind.REPEATS, FIGURE, OTHER, ANNOTATOR.id, note="noteacross"
    )
    shared: list[Record] = [*LABELS, ANNOTATOR, LINKER]
    return MemoryProject(
        [
            Snapshot(document, SPOKEN, [*shared, *_records(document)]),
            Snapshot(second, "Another text.\n", [*shared, other, Figure(OTHER, "7")]),
        ],
        list(LABELS),
        [ANNOTATOR, LINKER],
        {"memo": "valueofsetting"},
        [link],
        [across],
    )


def _records(document: Document) -> Iterator[Record]:
    speaker = Speaker(
        SpeakerId(an_id(40)), document.id, "nameofspeaker", Role.INTERPRETER, "affiliated", "titled"
    )
    asked = Turn(TurnId(an_id(41)), document.id, 0, 0, 9, part=Part.LEAD)
    said = Turn(
        TurnId(an_id(42)), document.id, 10, 16, len(SPOKEN), speaker.id, Part.SPEECH, 31337, 41448
    )
    yield from (speaker, asked, said)
    yield Annotation(
        CLAIM,
        document.id,
        CLAIMS.id,
        ANNOTATOR.id,
        spanned(SPOKEN, "claimhead", "claimtail with figurequote"),
        Origin.SUGGESTED,
        "noteofannotation",
        {"fieldofextra": "valueofextra"},
    )
    yield Annotation(FIGURE, document.id, FIGURES.id, ANNOTATOR.id, spanned(SPOKEN, "figurequote"))
    yield Annotation(TOPIC, document.id, TOPICS.id, ANNOTATOR.id, spanned(SPOKEN, "topicquote"))
    yield from _details(speaker)
    yield from _judged(document)


def _details(speaker: Speaker) -> Iterator[Record]:
    yield Claim(
        CLAIM,
        "textofclaim",
        speaker.id,
        "2019-03-04",
        ("causal",),
        "worthofclaim",
        7613,
        "six-step",
        "fabricated",
        "rationaleofclaim",
        "statusofclaim",
    )
    yield Figure(
        FIGURE,
        "811",
        "822",
        "unitoffigure",
        "ordinal",
        "approximately",
        ">=",
        "referentoffigure",
        "denominatoroffigure",
        "rateoffigure",
        "periodoffigure",
        "asoffigure",
        "placeoffigure",
        "sourceoffigure",
        "valueoffigure",
    )
    yield Topic(TOPIC, "passage", "stanceoftopic")
    yield Evidence(
        EvidenceId(an_id(50)),
        CLAIM,
        "https://example.org/urlofevidence",
        "https://example.org/archiveofevidence",
        "publisherofevidence",
        "2018-01-01",
        "2018-02-02",
        "quoteofevidence",
        Stance.REFUTES,
        "fileofevidence.pdf",
        "6b" * 32,
    )


def _judged(document: Document) -> Iterator[Record]:
    yield Relation(
        RelationId(an_id(60)),
        RelationKind.SUPPORTS,
        FIGURE,
        CLAIM,
        LINKER.id,
        LINKS.id,
        "noteofrelation",
    )
    passages = (Passage(document.id, 0, 5), Passage(document.id, 0, 5))
    yield Finding(
        FindingId(an_id(61)),
        "typeoffinding",
        passages,
        "same",
        "workingoffinding",
        Ruling.EXPLAINED,
        ANNOTATOR.id,
        "noteoffinding",
    )
    yield Dismissal(
        DismissalId(an_id(62)), document.id, "figure", 3, 5, ANNOTATOR.id, "reasonofdismissal"
    )


# What the project says, by name; the words that show it in a file; and words by which a
# statement of losses names it.
VALUES: dict[str, tuple[str, str]] = {
    "text": ("wordbegin", "texts"),
    "title": ("titleofdocument", "titles|what is said of documents"),
    "language": (r"\btlh\b", "what is said of documents"),
    "date": (r"2031-04-02|\b2-4-2031", "what is said of documents"),
    "place": ("placeofdocument", "what is said of documents"),
    "group": ("groupofdocument", "groups|what is said of documents"),
    "attribute": ("valueofattribute", "attributes|what is said of documents"),
    "source of a document": ("nameofsource", "sources|what is said of documents"),
    "hash of a source": ("5a5a5a5a", "sources|hashes of sources|what is said of documents"),
    "state of a document": ("statusofdocument", "states|what is said of documents"),
    "link of documents": ("correction", "links"),
    "setting": ("valueofsetting", "settings"),
    "speaker": ("nameofspeaker", "speakers|turns"),
    "role": ("interpreter", "roles|turns"),
    "title of a speaker": (r"\btitled\b", "titles of speakers|turns"),
    "affiliation": ("affiliated", "affiliations|turns"),
    "time of a turn": (r"31337|31\.337", "time codes|turns"),
    "label": ("claimlabel", "the codebook$"),
    "label in French": ("nameinfrench", "names in other languages|codebook|label all but its name"),
    "definition of a label": ("definitiontext", "codebook|label all but its name"),
    "example of a label": ("exampletext", "codebook|label all but its name|examples"),
    "short name of a label": (
        "slugofclaims",
        "codebook|label all but its name|short names?",
    ),
    "key of a label": ("keyofclaims", "codebook|label all but its name|keys?"),
    "colour of a label": ("abcde2", "codebook|label all but its name|colours?"),
    "parent of a label": ("parentname", "codebook|label all but its name"),
    "fields of a label": ("choicetwo", "codebook|label all but its name|extra fields"),
    "author": ("nameofauthor", "authors"),
    "colour of an author": ("abcde1", "colours of authors"),
    "origin": ("suggested", "origins"),
    "note": ("noteofannotation", "notes"),
    "extra field": ("valueofextra", "fields"),
    "words of a claim": ("textofclaim", "fields"),
    "date of a claim": (r"2019-03-04|\b4-3-2019", "fields"),
    "type of a claim": ("causal", "fields|types"),
    "check-worthiness": ("worthofclaim", "fields"),
    "priority": (r"\b7613\b", "fields"),
    "scale": ("six-step", "fields"),
    "verdict": ("fabricated|refuted", "fields|verdict"),
    "rationale": ("rationaleofclaim", "fields|rationales"),
    "state of a claim": ("statusofclaim", "fields"),
    "evidence": ("urlofevidence", "fields|evidence"),
    "archived evidence": ("archiveofevidence", "fields"),
    "publisher of evidence": ("publisherofevidence", "fields"),
    "day of evidence": ("2018-01-01", "fields"),
    "day evidence was looked at": ("2018-02-02", "fields"),
    "quote of evidence": ("quoteofevidence", "fields|quotes"),
    "stance of evidence": ("refutes", "fields"),
    "file of evidence": ("fileofevidence", "fields"),
    "hash of evidence": ("6b6b6b6b", "fields"),
    "figure": (r"\b811\b", "figures"),
    "upper end of a figure": (r"\b822\b", "figures"),
    "unit": ("unitoffigure", "figures"),
    "kind of a figure": ("ordinal", "figures"),
    "approximator": ("approximately", "figures"),
    "comparator": (">=|&gt;=", "figures"),
    "denominator": ("denominatoroffigure", "figures"),
    "rate": ("rateoffigure", "figures"),
    "period": ("periodoffigure", "figures"),
    "day of a figure": ("asoffigure", "figures"),
    "place of a figure": ("placeoffigure", "figures"),
    "value": ("valueoffigure", "figures"),
    "referent": ("referentoffigure", "figures"),
    "source of a figure": ("sourceoffigure", "figures"),
    "topic": ("topicquote", "topics"),
    "scope of a topic": ("passage", "topics"),
    "stance of a topic": ("stanceoftopic", "topics"),
    "relation": ("supports", "(?<!notes on )(?<!labels of )relations(?! between| only)"),
    "note on a relation": ("noteofrelation", "all relations|fields, relations|notes on relations"),
    "label of a relation": (
        "labelofrelation",
        "all relations|fields, relations|labels of relations",
    ),
    "author of a relation": (
        "nameoflinker",
        "all relations|fields, relations|authors (?:and labels )?of relations",
    ),
    "relation between documents": (
        "noteacross",
        "all relations|fields, relations|relations between",
    ),
    "finding": ("workingoffinding", "findings"),
    "note on a finding": ("noteoffinding", "findings"),
    "dismissal": ("reasonofdismissal", "dismissals"),
}
