"""What checks are worth on labelled rows."""

import json
from pathlib import Path

import pytest

from tests.evaluation.__main__ import main
from tests.evaluation.check_gold import read_checks, report_checks

TEXT = "医院从180家增加到216家，增长35%。全市新建学校12所。\n会议指出，全市新建学校12所。学生42人。"


def written(folder: Path, *rows: tuple[str, str, list[str]]) -> Path:
    """Write a text and rows of type, verdict and figures, each figure behind the one before."""
    (folder / "a.txt").write_text(TEXT, "utf-8")
    lines = []
    for kind, verdict, texts in rows:
        spans, at = [], 0
        for text in texts:
            at = TEXT.index(text, at)
            spans.append([at, at + len(text)])
            at += 1
        row = {"type": kind, "verdict": verdict, "spans": spans, "texts": texts}
        lines.append(json.dumps(row))
    path = folder / "a.checks.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


GROWTH = ("growth", "inconsistent", ["180家", "216家", "35%"])
REPEAT = ("repeat", "consistent", ["12所", "12所"])
OTHER = ("repeat", "consistent", ["216家", "42人"])
FRIEND = ("false_friend", "unrelated", ["180家", "35%"])
WRONG = ("sum", "conflict", ["180家", "216家"])


def test_conflicts_and_pairs_are_counted(tmp_path: Path) -> None:
    lines = list(report_checks(written(tmp_path, GROWTH, REPEAT, OTHER), is_quiet=False))
    assert "  conflicts    1 of 1 found, 0 false" in lines
    assert "  repeat pairs precision 1.0000  recall 0.5000" in lines
    assert not [line for line in lines if "missing" in line]


def test_what_is_missed_false_or_a_false_friend_is_named(tmp_path: Path) -> None:
    lines = list(report_checks(written(tmp_path, WRONG, FRIEND), is_quiet=False))
    assert "  conflicts    0 of 1 found, 1 false" in lines
    assert "  false friends called a conflict: 1 of 1" in lines
    assert [line for line in lines if line.startswith("  missing   sum: ") and "[180家]" in line]
    assert [line for line in lines if line.startswith("  false     growth: From 180家 to 216家")]


def test_a_label_that_is_not_in_the_text_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, GROWTH)
    path.write_text(path.read_text("utf-8").replace("35%", "36%"), "utf-8")
    with pytest.raises(ValueError, match="36%"):
        read_checks(path)


def test_the_command_reports_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(written(tmp_path, GROWTH)), "--quiet"]) == 0
    assert "conflicts    1 of 1 found" in capsys.readouterr().out
