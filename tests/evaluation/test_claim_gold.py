"""What the order of sentences is worth on labelled sentences."""

import json
import re
from pathlib import Path

import pytest

from tests.evaluation.__main__ import main
from tests.evaluation.claim_gold import report_claims

TRANSCRIPTS = sorted((Path(__file__).parents[1] / "golden" / "claims").glob("*.claims.jsonl"))
SENTENCES = (
    ("Thank you all for coming.", 0),
    ("Exports fell by 12 percent last year.", 1),
    ("I hope so.", 0),
)


def written(folder: Path) -> Path:
    """Write a speech and its labelled sentences."""
    text, rows = "MINISTER: ", []
    for sentence, label in SENTENCES:
        start = len(text)
        text += f"{sentence} "
        rows.append({"start": start, "end": len(text) - 1, "text": sentence, "label": label})
    (folder / "a.txt").write_text(text, "utf-8")
    path = folder / "a.claims.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return path


def test_the_order_is_measured_and_shown_with_its_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(written(tmp_path))]) == 0
    printed = capsys.readouterr().out
    assert "average precision of the order    1.0000" in printed
    first = next(line for line in printed.splitlines() if line.startswith(("  0 ", "  1 ")))
    assert "Exports fell" in first
    assert "states a quantity" in first


def test_a_label_that_is_not_in_the_text_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text("utf-8").replace("Exports", "Imports"), "utf-8")
    with pytest.raises(ValueError, match="Imports"):
        list(report_claims(path, is_quiet=True))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=[path.name for path in TRANSCRIPTS])
def test_whole_press_conferences_are_ordered_well(path: Path) -> None:
    assert len(TRANSCRIPTS) == 3
    order, number = (
        float(re.findall(r"[01]\.[0-9]+", line)[0])
        for line in report_claims(path, is_quiet=True)
        if "average precision" in line
    )
    assert order >= 0.9
    assert order > number
