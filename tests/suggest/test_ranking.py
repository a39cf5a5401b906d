"""Average precision, held against published examples."""

import pytest

from tests.suggest.ranking import as_transcript, average_precision, labelled


def test_average_precision_is_that_of_the_textbook() -> None:
    # Relevant at ranks 1, 3 and 5: (1/1 + 2/3 + 3/5) / 3 = 0.76 (Manning, Raghavan and Schuetze).
    assert average_precision([1, 0, 1, 0, 1], [5, 4, 3, 2, 1]) == pytest.approx(0.76, abs=0.005)


def test_average_precision_is_that_of_scikit_learns_manual() -> None:
    assert average_precision([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) == pytest.approx(0.83, abs=0.005)


def test_equal_scores_have_the_precision_of_all_of_them() -> None:
    assert average_precision([1, 0, 0, 0], [1, 1, 1, 1]) == 0.25


def test_a_transcript_of_labelled_sentences_keeps_each_speech_whole() -> None:
    rows = labelled("en", "dev")
    text, bodies = as_transcript(rows)
    assert "\n".join(text[start:end] for start, end, _ in bodies) + "\n" == text
    assert {role for _, _, role in bodies} == {"moderator", "speaker", "reporter"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_there_are_enough_labels_and_a_third_is_held_out(language: str) -> None:
    dev, held = labelled(language, "dev"), labelled(language, "heldout")
    assert len(dev) + len(held) >= 150
    assert len(held) * 3 >= len(dev) + len(held)
    assert not {row.domain for row in dev} & {row.domain for row in held}
    for rows in (dev, held):
        assert 0.25 <= sum(row.label for row in rows) / len(rows) <= 0.45
