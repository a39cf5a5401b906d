"""Lining up labels and suggestions, and what counts as right."""

import json
from pathlib import Path

import pytest

from annotator.suggest.figures import suggest_figures
from tests.evaluation.__main__ import main
from tests.evaluation.gold import GoldFigure, golds_in, read_gold
from tests.evaluation.scoring import agreement, wrong_fields

TEXT = "新增12个公园,占近30%,投入5亿元。"


def label(text: str, low: str, kind: str = "cardinal", **more: str) -> GoldFigure:
    """Return a label on a passage of the text."""
    start = TEXT.index(text)
    fields = {"approximator": "", "comparator": "=", "iso": ""} | more
    return GoldFigure(start, start + len(text), text, kind, low, low, **fields)


RIGHT = [
    label("12个", "12"),
    label("近30%", "30", "percent", approximator="近", comparator="<~"),
    label("5亿元", "500000000", "money"),
]


def test_equal_labels_agree_in_everything() -> None:
    found = agreement(RIGHT, suggest_figures(TEXT))
    assert (found.exact, len(found.pairs), found.f1(found.exact)) == (3, 3, 1)
    assert not any(wrong_fields(*pair) for pair in found.pairs)


def test_a_wrong_boundary_is_an_overlap_and_no_exact_match() -> None:
    found = agreement([label("12个公园", "12"), *RIGHT[1:]], suggest_figures(TEXT))
    assert (found.exact, len(found.pairs)) == (2, 3)


def test_one_suggestion_matches_one_label_only() -> None:
    halves = [label("5亿", "5"), label("元", "1")]
    found = agreement(halves, suggest_figures(TEXT))
    assert len(found.pairs) == 1
    assert found.recall(len(found.pairs)) == 0.5
    assert found.precision(len(found.pairs)) == pytest.approx(1 / 3)


def test_wrong_fields_are_named() -> None:
    wrong = label("近30%", "31", "fraction", comparator="~")
    [pair] = agreement([wrong], suggest_figures(TEXT)).pairs
    assert wrong_fields(*pair) == ["value", "kind", "approximator", "comparator"]


def test_a_suggestion_on_a_non_figure_is_a_hit() -> None:
    assert len(agreement([], suggest_figures(TEXT), [(0, 2), (2, 5)]).hits) == 1


def written(folder: Path, rows: list[dict[str, object]]) -> Path:
    """Write a labelled text into a folder."""
    (folder / "transcript.txt").write_text(TEXT, "utf-8")
    lines = "\n".join(json.dumps(row) for row in rows)
    (folder / "figures.jsonl").write_text(lines, "utf-8")
    return folder


def test_values_are_read_as_numbers_pairs_or_dates(tmp_path: Path) -> None:
    place = {"start": 2, "end": 5, "text": "12个"}
    values: list[object] = [12, [12, 13], "2020", None]
    gold = read_gold(written(tmp_path, [place | {"value": value} for value in values]))
    read = [(figure.low, figure.high, figure.iso) for figure in gold.figures]
    assert read == [("12", "12", ""), ("12", "13", ""), ("", "", "2020"), ("", "", "")]


def test_a_label_that_is_not_in_the_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="13个"):
        read_gold(written(tmp_path, [{"start": 2, "end": 5, "text": "13个", "value": 13}]))


def test_the_command_prints_numbers_and_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, [{"start": 0, "end": 2, "text": "新增", "value": 1}])
    assert main([str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "exact        precision 0.0000  recall 0.0000  F1 0.0000" in printed
    assert "missing   [新增]12个公园" in printed
    assert "too much  新增[12个]公园" in printed
    assert [Path(gold.name).name for gold in golds_in(tmp_path)] == [tmp_path.name]
