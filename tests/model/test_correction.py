"""A corrected transcript: everything on the old text comes along, the old stays untouched."""

from dataclasses import replace

from annotator.model.correction import Correction, correct
from annotator.model.edit import Edit
from annotator.model.edits import mark, set_evidence
from annotator.model.ids import (
    AnnotationId,
    DismissalId,
    DocumentId,
    EvidenceId,
    RelationId,
    SpeakerId,
    TurnId,
)
from annotator.model.kinds import LinkKind, RelationKind, ReviewState, Role, Stance
from annotator.model.message import Message
from annotator.model.records import (
    Annotation,
    Claim,
    Dismissal,
    Document,
    DocumentLink,
    Evidence,
    Figure,
    Record,
    Relation,
    Speaker,
    Turn,
)
from annotator.model.reviews import review, review_id
from annotator.model.snapshot import Snapshot
from annotator.model.text import sha256_of
from tests.example import (
    AUTHOR,
    DOCUMENT,
    HAND,
    LABELS,
    QUANTITY,
    STATEMENT,
    TEXT,
    TRANSPORT,
    Ids,
    marked,
    numbered,
    snapshot,
)

NEW = (
    TEXT.replace("大家好!", "大家上午好!")
    .replace("公园12个😀", "公园15个😀")
    .replace("公交线路新开7条,", "")
)
RENEWED = Document(DocumentId(numbered(500)), "发布会", sha256_of(NEW))


def turns_of(text: str) -> list[Record]:
    """Return the speakers and turns of the corrected text, as a reader would find them."""
    lin = Speaker(SpeakerId(numbered(521)), RENEWED.id, "林晓", Role.UNKNOWN)
    return [lin, Turn(TurnId(numbered(531)), RENEWED.id, 0, 0, len(text), lin.id)]


def corrected(s: Snapshot) -> Correction:
    return correct(s, RENEWED, NEW, turns_of(NEW), Ids(600))


def applied(correction: Correction) -> Snapshot:
    """Return the new document as the project file would hold it."""
    s = Snapshot(correction.document, NEW, [AUTHOR, *LABELS])
    s.apply(correction.edit)
    return s


def test_annotations_are_sorted_by_what_became_of_them() -> None:
    s = snapshot()
    kept = marked(s, QUANTITY, "1.2亿元")
    other = marked(s, QUANTITY, "公园12个😀")
    gone = marked(s, TRANSPORT, "公交线路新开7条")
    done = corrected(s)
    assert [(c.before, c.after and c.after.quote) for c in done.moved] == [(kept, "1.2亿元")]
    assert [(c.before, c.after and c.after.quote) for c in done.changed] == [(other, "公园15个😀")]
    assert [(c.before, c.after) for c in done.lost] == [(gone, None)]
    assert done.lost[0].near == NEW.index("占𠮷祥路")
    renewed = applied(done)
    for annotation in renewed.all(Annotation):
        for span in annotation.spans:
            assert NEW[span.start : span.end] == span.quote
        assert annotation.document == RENEWED.id
        assert annotation.id not in {kept.id, other.id, gone.id}


def test_the_edit_only_adds_and_links_the_new_document_to_the_old() -> None:
    s = snapshot()
    marked(s, QUANTITY, "1.2亿元")
    edit = corrected(s).edit
    assert edit.removed == ()
    assert [text.text for text in edit.texts] == [NEW]
    assert [(r.source, r.target, r.kind) for r in edit.added if isinstance(r, DocumentLink)] == [
        (RENEWED.id, DOCUMENT.id, LinkKind.CORRECTION)
    ]
    assert not {record.id for record in edit.added} & {record.id for record in s.records()}


def test_details_evidence_and_notes_come_along() -> None:
    s = snapshot()
    claim = marked(s, STATEMENT, "投入1.2亿元")
    detail = s.detail_of(claim.id)
    assert isinstance(detail, Claim)
    s.apply(Edit(Message("x"), (detail,), (replace(detail, verdict="true", rationale="seen"),)))
    s.apply(Edit(Message("x"), (claim,), (replace(claim, note="look", extra={"a": "b"}),)))
    evidence = Evidence(EvidenceId(numbered(71)), claim.id, "https://x.org", stance=Stance.SUPPORTS)
    s.apply(set_evidence(None, evidence))
    s.apply(review(s, [claim], HAND.author, ReviewState.ACCEPTED, "fine"))
    figure = marked(s, QUANTITY, "1.2亿元")
    s.apply(Edit(Message("x"), (Figure(figure.id),), (Figure(figure.id, low="120000000"),)))
    renewed = applied(corrected(s))
    (after,) = [a for a in renewed.all(Annotation) if a.label == STATEMENT.id]
    told = renewed.detail_of(after.id)
    assert isinstance(told, Claim)
    assert (told.verdict, told.rationale) == ("true", "seen")
    assert told.speaker == numbered(521)
    assert (after.note, after.extra) == ("look", {"a": "b"})
    (copy,) = renewed.evidence_of(after.id)
    assert replace(copy, id=evidence.id, claim=claim.id) == evidence
    (said,) = renewed.reviews_of(after.id)
    assert (said.id, said.note) == (review_id(after.id, HAND.author), "fine")
    assert [figure.low for figure in renewed.all(Figure)] == ["120000000"]


def test_relations_follow_unless_an_end_is_lost() -> None:
    s = snapshot()
    first, second = marked(s, QUANTITY, "1.2亿元"), marked(s, QUANTITY, "76.3%")
    gone = marked(s, TRANSPORT, "公交线路新开7条")
    elsewhere = AnnotationId(numbered(901))
    pairs = [(first.id, second.id), (first.id, gone.id), (second.id, elsewhere)]
    for number, ends in enumerate(pairs):
        made = RelationId(numbered(80 + number))
        s.apply(Edit(Message("x"), (), (Relation(made, RelationKind.REPEATS, *ends, AUTHOR.id),)))
    edit = corrected(s).edit
    by_quote = {a.quote: a.id for a in edit.added if isinstance(a, Annotation)}
    assert {(r.source, r.target) for r in edit.added if isinstance(r, Relation)} == {
        (by_quote["1.2亿元"], by_quote["76.3%"]),
        (by_quote["76.3%"], elsewhere),
    }


def test_a_fragment_that_is_lost_leaves_the_others() -> None:
    s = snapshot()
    ranges = [(TEXT.index(q), TEXT.index(q) + len(q)) for q in ("今年新建", "公交线路新开7条")]
    s.apply(mark(s, STATEMENT, ranges, HAND))
    done = corrected(s)
    (only,) = done.changed
    assert only.after is not None
    assert [span.quote for span in only.after.spans] == ["今年新建"]


def test_what_a_person_said_of_a_speaker_stays_said() -> None:
    renewed = applied(corrected(snapshot()))
    (lin,) = renewed.all(Speaker)
    assert (lin.role, lin.affiliation) == (Role.SPEAKER, "市园林局局长")


def test_what_was_turned_down_stays_so_where_it_reads_the_same() -> None:
    s = snapshot()
    for number, quote in enumerate(("76.3%", "新开7条")):
        start = TEXT.index(quote)
        place = (start, start + len(quote))
        made = DismissalId(numbered(90 + number))
        s.apply(
            Edit(Message("x"), (), (Dismissal(made, DOCUMENT.id, "figure", *place, AUTHOR.id),))
        )
    (kept,) = applied(corrected(s)).all(Dismissal)
    assert NEW[kept.start : kept.end] == "76.3%"


def test_two_of_one_name_stay_as_the_reader_found_them() -> None:
    other = Speaker(SpeakerId(numbered(522)), RENEWED.id, "林晓", Role.REPORTER)
    turns = [*turns_of(NEW), other]
    done = correct(snapshot(), RENEWED, NEW, turns, Ids(600))
    found = [record for record in done.edit.added if isinstance(record, Speaker)]
    assert [(x.role, x.affiliation) for x in found] == [(Role.UNKNOWN, ""), (Role.REPORTER, "")]


def test_fragments_that_now_overlap_are_one_and_those_that_touch_are_two() -> None:
    text = "先说甲乙丙丁，再说甲乙丙丁。后面不变。"
    document = replace(DOCUMENT, sha256=sha256_of(text))
    s = Snapshot(document, text, LABELS)
    s.apply(mark(s, STATEMENT, [(0, 6), (7, 13)], HAND))
    for new, quotes in (
        ("先说甲乙丙丁。后面不变。", ["先说甲乙丙丁"]),
        ("先说甲乙丙丁再说甲乙丙丁。后面不变。", ["先说甲乙丙丁", "再说甲乙丙丁"]),
    ):
        renewed = replace(RENEWED, sha256=sha256_of(new))
        done = correct(s, renewed, new, [], Ids(600))
        (after,) = (record for record in done.edit.added if isinstance(record, Annotation))
        assert [span.quote for span in after.spans] == quotes
