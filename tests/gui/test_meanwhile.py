"""What is shown of two values of one record."""

from dataclasses import replace

import pytest

from annotator.gui.meanwhile import as_text, differing, wants_mine
from annotator.model.errors import ChangedMeanwhileError, Difference
from annotator.model.ids import AnnotationId, EvidenceId, SpeakerId
from annotator.model.kinds import Role, Stance
from annotator.model.records import Claim, Evidence, Figure, Record, Span, Topic
from tests.example import DOCUMENT, LIN
from tests.gui.fakes import Answers

ID = AnnotationId("a")
PAIRS: list[tuple[Record, Record, list[tuple[str, str, str]]]] = [
    (
        Claim(ID, verdict="true", types=("law", "quote")),
        Claim(ID),
        [("Types", "law, quote", ""), ("Verdict", "true", "")],
    ),
    (Figure(ID, "5", referent="people"), Figure(ID, "6", referent="people"), [("Low", "5", "6")]),
    (
        Topic(ID, stance="for"),
        Topic(ID, stance="against"),
        [("Speaker's stance", "for", "against")],
    ),
    (
        Evidence(EvidenceId("e"), ID, stance=Stance.REFUTES),
        Evidence(EvidenceId("e"), ID, stance=Stance.CONTEXT),
        [("Stance", "refutes", "context")],
    ),
    (DOCUMENT, replace(DOCUMENT, title="x"), [("Title", "发布会", "x")]),
    (LIN, replace(LIN, role=Role.MODERATOR), [("role", "speaker", "moderator")]),
]


@pytest.mark.parametrize(("mine", "theirs", "rows"), PAIRS)
def test_only_fields_that_differ_are_shown_with_their_names(
    mine: Record, theirs: Record, rows: list[tuple[str, str, str]]
) -> None:
    assert list(differing(Difference(mine, mine, theirs))) == rows


def test_a_deleted_record_is_called_so() -> None:
    mine = Topic(ID, stance="for")
    assert list(differing(Difference(mine, mine, None))) == [("topic", "mention, for", "(deleted)")]
    assert list(differing(Difference(mine, None, mine))) == [("topic", "(deleted)", "mention, for")]
    assert list(differing(Difference(mine, None, None))) == []


def test_ids_are_shown_by_name() -> None:
    prompts = Answers()
    prompts.confirms = [True]
    one, other = Claim(ID, speaker=SpeakerId("1")), Claim(ID, speaker=SpeakerId("2"))
    error = ChangedMeanwhileError("Changed.", [Difference(other, one, other)])
    assert wants_mine(prompts, error, {"1": "Lin", "2": "Wu"})
    assert prompts.rows == [("Speaker", "Lin", "Wu")]


def test_values_are_told_as_text() -> None:
    told = [as_text(v) for v in (None, 5, {"a": "b"}, (Span(0, 1, "q"),), ("x", "y"), "")]
    assert told == ["", "5", "a: b", "q", "x, y", ""]
