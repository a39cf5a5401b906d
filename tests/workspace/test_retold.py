"""A project of which some answers are others."""

from annotator.formats.base import ProjectSource
from annotator.model.ids import DocumentId
from annotator.model.snapshot import Snapshot
from annotator.workspace.retold import Retold
from tests.formats.exchange import valid_project
from tests.formats.projects import ANNA


def test_what_is_not_replaced_is_answered_by_the_project() -> None:
    project = valid_project()
    loaded: list[DocumentId] = []

    def load(document_id: DocumentId) -> Snapshot:
        loaded.append(document_id)
        return project.load(document_id)

    told: ProjectSource = Retold(project, load, lambda: [ANNA], list)
    first = told.documents()[0]
    assert told.load(first.id) is project.snapshots[0]
    assert (loaded, told.authors(), told.relations_between_documents()) == ([first.id], [ANNA], [])
    assert (told.project_id, told.title) == (project.project_id, project.title)
    assert (told.labels(), told.settings()) == (project.labels(), project.settings())
    assert told.document_links() == project.document_links()
