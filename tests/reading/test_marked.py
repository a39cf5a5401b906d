"""The notation of the marked transcripts, and the score over them."""

import pytest

from tests.reading.marked import Marked, Score, fixtures, score_starts, total, unmarked


def test_marks_are_taken_out_and_kept_as_positions() -> None:
    text, turns = unmarked("⟪|lead⟫头\n⟪记者|reporter⟫记者：⟪⟫问。⟪林晓|speaker|局长⟫林晓：⟪⟫答。")
    assert text == "头\n记者：问。林晓：答。"
    assert turns == (
        Marked(None, "lead", None, 0, 0),
        Marked("记者", "reporter", None, 2, 5),
        Marked("林晓", "speaker", "局长", 7, 10),
    )


def test_a_score_counts_what_agrees_to_the_code_point() -> None:
    marked = [Marked("a", "speaker", None, start, start + 2) for start in (0, 10, 20, 30)]
    found = [Marked("b", "speaker", None, start, start) for start in (0, 10, 21)]
    score = score_starts(marked, found)
    assert score == Score(marked=4, found=3, agreed=2)
    assert score.precision == pytest.approx(2 / 3)
    assert score.recall == 0.5
    assert score.f1 == pytest.approx(4 / 7)
    assert total([score, score]) == Score(8, 6, 4)
    assert Score(0, 0, 0).f1 == Score(0, 0, 0).precision == Score(0, 0, 0).recall == 0


def test_there_are_many_transcripts_of_each_language() -> None:
    languages = [fixture.facts["language"] for fixture in fixtures()]
    assert len(languages) >= 60
    assert all(languages.count(language) >= 10 for language in ("zh-Hans", "zh-Hant", "en"))
