"""Files of labelled texts."""

from pathlib import Path

import pytest

from tests.evaluation.files import gold_files, kind_of, rows_of, text_path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("checks.jsonl", "transcript.txt"),
        ("en-1.jsonl", "en-1.txt"),
        ("en-1.figures.jsonl", "en-1.txt"),
        ("en-1.nonfigures.jsonl", "en-1.txt"),
        ("a.b.claims.jsonl", "a.b.txt"),
    ],
)
def test_a_text_is_beside_its_labels(name: str, text: str) -> None:
    assert text_path(Path("x") / name) == Path("x") / text


@pytest.mark.parametrize(
    ("name", "row", "kind"),
    [
        ("a.jsonl", '{"type": "sum", "verdict": "conflict", "spans": [[0, 1]]}', "checks"),
        ("a.jsonl", '{"start": 0, "end": 4, "label": 1}', "claims"),
        ("a.jsonl", '{"start": 0, "end": 4, "low": "3"}', "figures"),
        ("a.jsonl", '{"start": 0, "end": 4, "value": 3}', "figures"),
        ("nonfigures.jsonl", '{"start": 0, "end": 4, "reason": "name"}', "nonfigures"),
        ("turns.jsonl", '{"start": 0, "end": 4, "label": "A:"}', ""),
        ("export.jsonl", '{"text": "So.", "label": [[0, 2, "a"]], "start": 0}', ""),
        ("a.jsonl", "", ""),
    ],
)
def test_what_is_labelled_is_told_by_the_rows(
    tmp_path: Path, name: str, row: str, kind: str
) -> None:
    path = tmp_path / name
    path.write_text(f"{row}\n" if row else "", "utf-8")
    assert kind_of(path) == kind
    assert gold_files(tmp_path) == gold_files(path) == [path]


def test_a_missing_file_has_no_rows(tmp_path: Path) -> None:
    assert not list(rows_of(tmp_path / "none.jsonl"))
