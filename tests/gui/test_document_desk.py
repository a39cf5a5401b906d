"""The list of documents while an import makes it long."""

from pytestqt.qtbot import QtBot

from annotator.gui.document_desk import MANY
from annotator.gui.project_page import ProjectPage
from annotator.model.edit import joined
from annotator.model.message import Message
from annotator.reading.sources import read_pasted
from annotator.workspace.known_texts import KnownTexts


def test_a_long_list_follows_a_little_later_and_a_short_one_at_once(
    page: ProjectPage, qtbot: QtBot
) -> None:
    texts = KnownTexts(page.workspace)
    shown = page.documents.list.documents
    edits = []
    for number in range(MANY):
        edits.append(texts.edit_for(read_pasted(f"Number {number}.")))
        texts.follow(edits[-1])
    page.workspace.apply(joined(Message("Add"), *edits))
    assert shown.rowCount() == MANY + 1
    page.workspace.apply(texts.edit_for(read_pasted("One more.")))
    assert shown.rowCount() == MANY + 1
    qtbot.waitUntil(lambda: shown.rowCount() == MANY + 2)
    on_show = page.annotations.document()
    assert on_show is not None
    page.documents.list.select(on_show.id)
    page.undo()
    qtbot.waitUntil(lambda: shown.rowCount() == MANY + 1)


def test_an_import_leaves_what_is_computed_of_the_document_on_show_alone(
    page: ProjectPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not page.is_busy, timeout=20_000)
    before = list(page.suggestions.shown)
    page.workspace.apply(KnownTexts(page.workspace).edit_for(read_pasted("Ms. Lee: 40 came.")))
    assert not page.is_busy
    assert page.suggestions.shown == before
