"""What a check points to."""

from annotator.checks.statement import CheckType, Statement, Verdict, check_of, likeliest, unexcused
from annotator.model.ids import AnnotationId, DocumentId
from annotator.model.message import Message
from annotator.model.records import Figure, Passage


def test_a_check_points_to_its_statements_and_their_annotations() -> None:
    figure = Figure(AnnotationId("a"), "5", "5")
    marked = Statement(DocumentId("d"), 3, 4, "5", figure, AnnotationId("a"))
    found = Statement(DocumentId("d"), 9, 10, "5", figure)
    check = check_of(CheckType.REPEAT, Verdict.CONSISTENT, (marked, found), Message("Same."), 0.5)
    assert check.passages == (
        Passage(DocumentId("d"), 3, 4, AnnotationId("a")),
        Passage(DocumentId("d"), 9, 10, None),
    )
    assert check.texts == ("5", "5")


def test_the_likeliest_check_is_one_that_holds_or_else_the_first() -> None:
    wrong, open_, right = (
        check_of(CheckType.SUM, verdict, (), Message("Sum."), 0.5)
        for verdict in (Verdict.CONFLICT, Verdict.UNDETERMINED, Verdict.CONSISTENT)
    )
    assert likeliest([None, wrong, open_, right]) == [right]
    assert likeliest([wrong, open_]) == [wrong]
    assert likeliest([None]) == []


def test_what_is_wrong_of_one_number_that_another_check_shows_to_be_right_is_left_out() -> None:
    numbers = [
        Statement(DocumentId("d"), at, at + 1, "5", Figure(AnnotationId("a"), "5", "5"))
        for at in range(3)
    ]
    right, wrong, other = (
        check_of(CheckType.SHARE, verdict, (numbers[a], numbers[b]), Message("Share."), 0.5)
        for verdict, a, b in (
            (Verdict.CONSISTENT, 0, 1),
            (Verdict.CONFLICT, 0, 2),
            (Verdict.CONFLICT, 1, 2),
        )
    )
    assert list(unexcused([wrong, right, other], lambda passages: passages[0])) == [right, other]
