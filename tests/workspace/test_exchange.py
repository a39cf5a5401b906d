"""Other tools' formats through real projects: written from one, read into another, undone."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from annotator.formats.base import Format, Options
from annotator.formats.registry import FORMATS
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, Claim, Figure, Speaker
from annotator.workspace.importing import ImportReport, exchange_format, import_files
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


WHOLE = [f for f in READ if f.writes and f.name not in {"qdc", "doccano-labels", "claimreview"}]
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


NO_SAMPLES = ("LICENSE*", "README", "*.md", "*.xsd", "*.pdf", "*.conf", "*typesystem*.xml")
"""What lies beside the samples: licences, schemas, settings of the programs."""
READ_OF: Mapping[str, Mapping[str, int]] = {
    "brat-standoff": {"brat": 37, "text": 37},
    "doccano": {"conll": 3, "doccano": 3, "doccano-labels": 1, "text": 11},
    "inception": {"webanno-tsv": 39, "xmi": 37},
    "label-studio": {"label-studio": 2},
    "peers-exports": {
        "brat": 2,
        "doccano": 1,
        "label-studio": 2,
        "qdc": 2,
        "qdpx": 1,
        "taguette": 1,
        "text": 3,
    },
    "refi-qda": {"qdpx": 2},
    "uima-cas": {"casjson": 5, "xmi": 8},
}
"""How many files of each folder are read, by what they are taken for."""
_SUITE = "inception/inception-io-webanno-tsv"
_EXPLAINED = f"{_SUITE}/tsv3-suite/testSingleNonMultiTokenRelationWithoutFeatureValue"
_STEPS = "doccano/pipeline_examples"
_CLASSES = "doccano/text_classification"
_JSON = "label-studio/tests/data/test_export_json_min"
_CAS = "uima-cas/tests/test_files/json/fs_as_array/ser-ref"
REFUSED = {
    f"{_STEPS}/export/image_captioning/example.jsonl": "images",
    f"{_STEPS}/export/image_classification/example.jsonl": "images",
    f"{_STEPS}/export/segmentation/example.jsonl": "no JSON in line 9",
    f"{_STEPS}/export/speech_to_text/example.jsonl": "sound",
    f"{_STEPS}/import/sequence_to_sequence/example.csv": "no column is called text",
    f"{_STEPS}/import/sequence_to_sequence/example.jsonl": "no field is called text",
    f"{_STEPS}/import/text_classification/example.csv": "no column is called text",
    f"{_STEPS}/import/text_classification/example.jsonl": "no field is called text",
    "doccano/label_types/invalid_labels.json": "invalid, as it says",
    "doccano/seq2seq/example.csv": "its first row has no text",
    "doccano/seq2seq/example.json": "its third row has no text",
    "doccano/sequence_labeling/example.jsonl": "its third record has no text",
    "doccano/sequence_labeling/labeling.invalid.conll": "invalid, as it says",
    f"{_CLASSES}/example.invalid.2.csv": "invalid, as it says",
    f"{_CLASSES}/example.invalid.2.xlsx": "invalid, as it says",
    f"{_CLASSES}/example.xlsx": "a workbook of whole texts",
    f"{_CLASSES}/example_one_column_no_header.xlsx": "no header",
    f"{_CLASSES}/example_out_of_order_columns.csv": "its third row has no text",
    "inception/inception-html-apache-annotator-editor/annotations.w3c.json": "no text with it",
    f"{_SUITE}/tsv2/example.tsv": "version 2",
    f"{_SUITE}/tsv2/example2.tsv": "version 2",
    f"{_EXPLAINED}/reference-explained.txt": "prose below the table",
    f"{_EXPLAINED}/reference-explained2.txt": "prose below the table",
    "label-studio/tests/data/test_export_csv/csv_test2.json": "choices on works of music",
    "label-studio/tests/data/test_export_csv/csv_test2_result.csv": "no texts",
    f"{_JSON}/data.json": "marks on images",
    f"{_JSON}/data_repeater.json": "marks on images",
    f"{_JSON}/label_config.xml": "settings, no data",
    f"{_JSON}/label_config_repeater.json": "settings, no data",
    "peers-exports/label-studio/roundtrip.conll2003": "what a server says of an error",
    "peers-exports/label-studio/roundtrip.csv": "marks in a cell: its JSON is read",
    "peers-exports/label-studio/roundtrip.tsv": "marks in a cell: its JSON is read",
    "peers-exports/potato/user_state.json": "no texts",
    "peers-exports/taguette/all_highlights.csv": "passages without their texts",
    "peers-exports/taguette/all_highlights.xlsx": "passages without their texts",
    "peers-exports/taguette/codebook.csv": "a table of counts",
    "peers-exports/taguette/codebook.xlsx": "a table of counts",
    f"{_CAS}/casWithFloatingPointSpecialValues/data.json": "no text",
    f"{_CAS}/casWithFloatingPointSpecialValues/debug.xmi": "no text",
    f"{_CAS}/casWithSofaDataURI/data.json": "a text elsewhere",
    f"{_CAS}/casWithSofaDataURI/debug.xmi": "a text elsewhere",
    f"{_CAS}/casWithTextAndAnnotations/debug.xmi": "no text",
    f"{_CAS}/casWithoutTextButWithAnnotations/data.json": "no text",
    f"{_CAS}/casWithoutTextButWithAnnotations/debug.xmi": "no text",
    "uima-cas/tests/test_files/xmi/cas_with_array_features.xmi": "no text",
    "uima-cas/tests/test_files/typesystems/important_dkpro_types.xml": "types, no data",
    "uima-cas/tests/test_files/typesystems/webanno_types.xml": "types, no data",
}
"""The files that are refused, and why."""


def test_published_files_come_in_or_fail_with_a_sentence(tmp_path: Path) -> None:
    root = fixtures()
    paths = [path for path in sorted(root.rglob("*")) if path.is_file() and _is_sample(path)]
    report = _imported(tmp_path, paths)
    assert {path.relative_to(root).as_posix() for path, _ in report.failed} == set(REFUSED)
    read: dict[str, Counter[str]] = defaultdict(Counter)
    for path in {*paths} - {path for path, _ in report.failed}:
        known = exchange_format(path)
        read[path.relative_to(root).parts[0]][known.name if known else "text"] += 1
    assert read == READ_OF


def _is_sample(path: Path) -> bool:
    return not any(map(path.match, NO_SAMPLES))
