"""All documents of a project held against each other."""

from collections.abc import Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from annotator.checks.statement import Verdict
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.kinds import Ruling
from annotator.workspace.beside import ProjectBeside
from annotator.workspace.checking import rule
from annotator.workspace.checking_all import AllChecks, HowFar, check_all_beside
from annotator.workspace.importing import import_files
from annotator.workspace.worker import Line
from annotator.workspace.workspace import Workspace
from tests.workspace.example_workspace import new_project, written

SAID = "局长：2024年全市新增充电桩{}个，完成年度任务。\n记者：谢谢。\n"
OWN = "全区共有养老机构240家，其中公办机构60家，占35%。\n"
NONE: frozenset[DocumentId] = frozenset()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Workspace]:
    """Give a project in which two documents disagree and one of them disagrees with itself."""
    with new_project(tmp_path) as workspace:
        texts = {"a": SAID.format(4620), "b": SAID.format(4260) + OWN, "c": "谢谢大家。"}
        import_files(workspace, [written(tmp_path / f"{n}.txt", t) for n, t in texts.items()])
        yield workspace


def checked(
    workspace: Workspace, path: Path, changed: frozenset[DocumentId] = NONE
) -> tuple[AllChecks, list[HowFar]]:
    """Return what is found, and what was told on the way."""
    ours, theirs = Pipe()
    found = check_all_beside(Line(theirs), ProjectBeside.of(workspace), path, changed)
    theirs.close()
    return found, list(heard(ours))


def heard(pipe: Connection) -> Iterator[HowFar]:
    while True:
        try:
            _told, news = pipe.recv()
        except EOFError:
            return
        yield news


def test_what_is_found_in_and_between_documents_comes_with_its_words(
    project: Workspace, tmp_path: Path
) -> None:
    result, news = checked(project, tmp_path / "accounts")
    assert (result.documents, result.total) == (3, 2)
    assert {told.check.verdict for told in result.found} == {Verdict.CONFLICT}
    titles = {d.id: d.title for d in project.documents()}
    between = next(told for told in result.found if told.check.type.value == "repeat")
    assert [titles[p.document] for p in between.check.passages] == ["a", "b"]
    for told in result.found:
        for passage, excerpt in zip(told.check.passages, told.excerpts, strict=True):
            text = project.load(passage.document).text
            assert excerpt.text[excerpt.start : excerpt.end] == text[passage.start : passage.end]
    reading = [n for n in news if not n.is_comparing]
    assert [n.done for n in reading] == [0, 1, 2]
    assert news[-1].is_comparing


def test_only_what_changed_is_read_again(project: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "accounts"
    first, _news = checked(project, path)
    again, news = checked(project, path)
    assert again == first
    assert [n for n in news if not n.is_comparing] == []
    changed = frozenset({project.documents()[0].id})
    assert checked(project, path, changed)[1][0] == HowFar(0, 1)


def test_a_document_that_is_gone_is_compared_with_nothing(
    project: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "accounts"
    checked(project, path)
    project.undo()
    result, _news = checked(project, path)
    assert (result.documents, result.total) == (0, 0)


def test_rulings_of_all_documents_are_told(project: Workspace, tmp_path: Path) -> None:
    result, _news = checked(project, tmp_path / "accounts")
    project.apply(rule(None, result.found[0].check, Ruling.CONFIRMED, project.hand))
    [finding] = checked(project, tmp_path / "accounts")[0].findings
    assert finding.ruling is Ruling.CONFIRMED
    assert finding.passages == result.found[0].check.passages


def test_a_project_that_is_gone_is_said_to_be(project: Workspace, tmp_path: Path) -> None:
    beside = ProjectBeside(tmp_path / "gone.annotator", project.session.author)
    with pytest.raises(UserError):
        check_all_beside(Line(Pipe()[1]), beside, tmp_path / "accounts", NONE)
