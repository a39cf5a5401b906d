"""Other tools' formats through real projects: written from one, read into another, undone."""

from pathlib import Path

import pytest

from annotator.formats.base import Format, Options
from annotator.formats.registry import FORMATS
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, Claim, Figure, Speaker
from annotator.workspace.importing import ImportReport, import_files
from annotator.workspace.opening import create_project, this_person
from annotator.workspace.workspace import Workspace
from tests.formats.exchange import fixtures, valid_project
from tests.formats.projects import EVERYTHING

GOLDEN = Path(__file__).parents[1] / "golden"
READ = [known for known in FORMATS if known.reader is not None]
LOSE_FIELDS = {"conll", "conllu"}


def new_project(tmp_path: Path, name: str = "new") -> Workspace:
    return create_project(tmp_path / f"{name}.annotator", this_person())


def quotes(workspace: Workspace) -> set[tuple[str, str]]:
    """Return label and text of all annotations, white space left out."""
    return {
        (s.label_of(a).name(), "".join(a.quote.split()))
        for document in workspace.documents()
        for s in (workspace.load(document.id),)
        for a in s.all(Annotation)
    }


WHOLE = [f for f in READ if f.writes and f.name not in {"qdc", "claimreview"}]
"""The formats that hold whole texts: not those of codebooks or of single claims."""


@pytest.mark.parametrize("known", WHOLE, ids=lambda known: known.name)
def test_what_a_format_holds_comes_into_a_project_and_goes_again(
    known: Format, tmp_path: Path
) -> None:
    path = tmp_path / f"out{known.extensions[0]}"
    project = valid_project()
    project.snapshots = [project.snapshots[0], project.snapshots[2]]
    known.write(project, EVERYTHING, path, Options())
    with new_project(tmp_path) as workspace:
        before = len(workspace.labels())
        report = import_files(workspace, [path])
        assert (report.failed, report.problems) == ([], [])
        expected = {"谢谢！"} if known.name == "conll" else {"2.3万人", "谢谢！"}
        assert {quote for _, quote in quotes(workspace)} >= expected
        if known.name not in LOSE_FIELDS:
            _check_fields(workspace)
        while workspace.undoable() is not None:
            workspace.undo()
        assert workspace.documents() == []
        assert len(workspace.labels()) == before


def _check_fields(workspace: Workspace) -> None:
    """Look for the fields, the author, the speaker and the relation of the full document."""
    document = next(d for d in workspace.documents() if "Empty" not in d.title)
    s = workspace.load(document.id)
    figure = next(a for a in s.all(Annotation) if s.kind_of(a) is LabelKind.FIGURE)
    claim = next(a for a in s.all(Annotation) if s.kind_of(a) is LabelKind.CLAIM)
    assert s.author_name(figure.author) == "Anna Li"
    assert figure.note == "=check"
    assert dict(figure.extra) == {"certainty": "high", "basis": "'stated"}
    detail = s.detail_of(figure.id)
    assert isinstance(detail, Figure)
    assert (detail.low, detail.kind, detail.comparator) == ("23000", "range", "<=")
    said = s.detail_of(claim.id)
    assert isinstance(said, Claim)
    assert (said.priority, said.types) == (3, ("quantity", "comparison"))
    speaker = s.find(Speaker, said.speaker)
    assert speaker is not None
    assert speaker.name == "发言人"
    assert len(s.evidence_of(claim.id)) == 2


def _imported(tmp_path: Path, paths: list[Path]) -> ImportReport:
    with new_project(tmp_path) as workspace:
        report = import_files(workspace, paths)
        assert {d.id for d in report.added} <= {d.id for d in workspace.documents()}
    return report


def test_our_samples_of_every_format_come_in(tmp_path: Path) -> None:
    paths = [
        path
        for known in READ
        for path in sorted((GOLDEN / known.name).iterdir())
        if path.is_file() and known.guess(path, path.read_bytes()[:4096])
    ]
    assert len(paths) >= 10
    report = _imported(tmp_path, paths)
    assert report.failed == []
    assert len(report.added) >= 12


NAMES = {
    "doccano",
    "label-studio",
    "brat",
    "webanno-tsv",
    "conll",
    "conllu",
    "web-annotation",
}
COUNT = 98
_INCEPTION = "inception/inception-io-webanno-tsv"
_EXPLAINED = f"{_INCEPTION}/tsv3-suite/testSingleNonMultiTokenRelationWithoutFeatureValue"
_JSON = "label-studio/tests/data/test_export_json_min"
REFUSED = {
    "doccano/sequence_labeling/example.jsonl": "its third record has no text",
    "inception/inception-html-apache-annotator-editor/annotations.w3c.json": "no text with it",
    f"{_INCEPTION}/tsv2/example.tsv": "version 2",
    f"{_INCEPTION}/tsv2/example2.tsv": "version 2",
    f"{_EXPLAINED}/reference-explained.txt": "prose below the table",
    f"{_EXPLAINED}/reference-explained2.txt": "prose below the table",
    "label-studio/tests/data/test_export_csv/csv_test2.json": "choices on works of music",
    f"{_JSON}/data.json": "marks on images",
    f"{_JSON}/data_repeater.json": "marks on images",
}


def test_published_files_come_in_or_fail_with_a_sentence(tmp_path: Path) -> None:
    root = fixtures()
    ours = [known for known in READ if known.name in NAMES]
    paths = [
        path
        for path in sorted(root.rglob("*"))
        if path.is_file() and any(f.guess(path, path.read_bytes()[:4096]) for f in ours)
    ]
    report = _imported(tmp_path, [*paths, root / "brat-standoff"])
    assert len(paths) == COUNT
    failed = {path.relative_to(root).as_posix() for path, _ in report.failed}
    assert failed == set(REFUSED)
