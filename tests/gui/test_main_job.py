"""The main job from end to end: import, mark by keys, be killed, reopen, undo, redo, export."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from annotator import Project
from annotator.model.kinds import LabelKind
from annotator.resources import resource_path
from tests.gui.marking_run import WANTED

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT.parent / "shared" / "data" / "transcript.txt"
SOURCES = [
    resource_path("samples", "briefing-zh.txt"),
    resource_path("samples", "briefing-en.txt"),
    REFERENCE,
]


@pytest.mark.slow
@pytest.mark.parametrize("source", SOURCES, ids=["zh", "en", "reference"])
def test_fifty_annotations_made_by_keys_survive_a_kill_and_come_back_from_an_export(
    source: Path, tmp_path: Path
) -> None:
    if not source.is_file():
        pytest.skip("the reference transcript is not on this machine")
    project = tmp_path / "marked.annotator"
    killed = subprocess.run(
        [sys.executable, "-m", "tests.gui.marking_run", str(project), str(source)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert killed.stdout.split()[-1:] == [str(WANTED)], killed.stderr
    assert killed.returncode != 0

    with Project.open(project) as reopened:
        document = reopened.documents[0]
        made = reopened.annotations(document)
        text = reopened.text(document)
        kind_of = {label.id: label.kind for label in reopened.labels}
        assert len(made) == WANTED
        assert set(Counter(kind_of[a.label] for a in made)) == {
            LabelKind.FIGURE,
            LabelKind.CLAIM,
            LabelKind.TOPIC,
        }
        for annotation in made:
            for span in annotation.spans:
                assert text[span.start : span.end] == span.quote
        for left in range(WANTED - 1, -1, -1):
            reopened.undo()
            assert len(reopened.annotations(document)) == left
        for _mark in range(WANTED):
            reopened.redo()
        assert reopened.annotations(document) == made
        assert reopened.verify() == []
        reopened.export("jsonl", tmp_path / "out.jsonl")

    with Project.create(tmp_path / "again.annotator", title="marked") as again:
        again.import_files(tmp_path / "out.jsonl")
        assert again.annotations(again.documents[0]) == made
        again.export("jsonl", tmp_path / "again.jsonl")
    first, second = ((tmp_path / name).read_bytes() for name in ("out.jsonl", "again.jsonl"))
    assert first.split(b"\n")[1:] == second.split(b"\n")[1:]
