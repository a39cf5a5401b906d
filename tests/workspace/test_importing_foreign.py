"""Files of other programs brought into a project, whole or not at all."""

from pathlib import Path
from zipfile import ZipFile

from annotator.formats.base import Options, Selection
from annotator.formats.registry import format_named
from annotator.model.records import Annotation, Claim, Speaker
from annotator.workspace.importing import ImportReport, import_files
from annotator.workspace.opening import create_project, this_person
from annotator.workspace.workspace import Workspace
from tests.formats.foreign_projects import made
from tests.formats.projects import EVERYTHING, full_project


def imported(workspace: Workspace, path: Path) -> ImportReport:
    return import_files(workspace, [path])


def quotes_in(workspace: Workspace) -> set[str]:
    return {
        annotation.quote
        for document in workspace.documents()
        for annotation in workspace.load(document.id).all(Annotation)
    }


def test_a_folder_of_qualcoder_is_imported(tmp_path: Path) -> None:
    folder = tmp_path / "study.qda"
    folder.mkdir()
    made("qualcoder", folder / "data.qda")
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        report = imported(workspace, folder)
        assert not report.failed
        assert quotes_in(workspace) == {"2.3万人", "参加", "谢谢"}
        assert [str(problem) for _name, problem in report.problems] == [
            "1 note on passages without a code is left out.",
            "1 coding left out, whose words are not in the text.",
        ]
        parents = {label.name(): label.parent for label in workspace.labels()}
        assert parents["numbers"] is not None
        kinds = {label.name(): label.kind.value for label in workspace.labels()}
        assert (kinds["figure"], kinds["thanks"]) == ("figure", "topic")


def test_a_project_of_qualcoder_among_other_files_is_named_as_what_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "all" / "study.qda"
    folder.mkdir(parents=True)
    file = made("qualcoder", folder / "data.qda")
    archive = tmp_path / "sent.zip"
    with ZipFile(archive, "w") as packed:
        packed.write(file, "study.qda/data.qda")
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        for path, name in ((folder.parent, "all"), (archive, "sent.zip")):
            ((_place, why),) = imported(workspace, path).failed
            assert str(why).startswith(f"{name}/study.qda/data.qda is a project of QualCoder")
            assert not list(workspace.documents())


def test_taguette_is_imported_and_one_undo_takes_all_back(tmp_path: Path) -> None:
    path = made("taguette", tmp_path / "a.sqlite3")
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        labels = len(workspace.labels())
        assert not imported(workspace, path).failed
        assert len(quotes_in(workspace)) == 3
        workspace.undo()
        assert not workspace.documents()
        assert len(workspace.labels()) == labels


def test_a_damaged_file_changes_nothing(tmp_path: Path) -> None:
    path = made("taguette", tmp_path / "a.sqlite3", "UPDATE highlights SET end_offset = 'x'")
    good = tmp_path / "good.qdpx"
    format_named("qdpx").write(full_project(), EVERYTHING, good, Options())
    bad = tmp_path / "bad.qdpx"
    with ZipFile(good) as read, ZipFile(bad, "w") as write:
        content = (
            read.read("project.qde").decode().replace('startPosition="32"', 'startPosition="x"')
        )
        write.writestr("project.qde", content)
        for name in read.namelist()[:-1]:
            write.writestr(name, read.read(name))
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        labels = workspace.labels()
        report = import_files(workspace, [path, bad])
        assert [failed.name for failed, _why in report.failed] == ["a.sqlite3", "bad.qdpx"]
        assert not workspace.documents()
        assert list(workspace.labels()) == list(labels)


def test_a_claims_speaker_is_found_by_name(tmp_path: Path) -> None:
    path = tmp_path / "out.zip"
    format_named("xmi").write(full_project(), Selection(kind="claim"), path, Options())
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        assert not imported(workspace, path).failed
        s = workspace.load(workspace.documents()[0].id)
        (claim,) = s.all(Claim)
        speaker = s.find(Speaker, claim.speaker)
        assert speaker is not None
        assert speaker.name == "发言人"
        assert claim.verdict == "half-true"


def test_a_format_that_is_only_written_says_so(tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    format_named("tei").write(full_project(), EVERYTHING, path, Options())
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        (_path, why) = imported(workspace, path).failed[0]
        assert str(why) == "tei is a format that is only written."
