"""What a project says is shown letter by letter everywhere: an image in a name never paints."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.dialogs import Prompts
from annotator.gui.main_window import MainWindow
from annotator.gui.plain_text import visible
from annotator.gui.project_page import ProjectPage
from annotator.model import edits
from annotator.model.edit import Edit
from annotator.model.ids import EvidenceId
from annotator.model.message import Message
from annotator.model.records import Annotation, Author, Claim, Evidence, Record, Speaker
from annotator.workspace.opening import create_project, this_person
from annotator.workspace.workspace import Workspace
from tests.gui.fakes import Answers
from tests.gui.panels.screen import is_seen, picture

RED = QColor("#ff0000")
OVERRIDE = "\u202e"


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    """Return a name that paints red where it is taken for markup, and turns the writing around."""
    image = QImage(12, 12, QImage.Format.Format_RGB32)
    image.fill(RED)
    path = tmp_path / "red.png"
    assert image.save(str(path))
    return f'{OVERRIDE}\x07<img src="{path}" width=12 height=12> <b>&amp;</b>'


def paints_red(widget: QWidget) -> bool:
    return is_seen(picture(widget), RED)


def test_a_label_of_qt_would_have_painted_it(hostile: str, qtbot: QtBot) -> None:
    label = QLabel(hostile.removeprefix(OVERRIDE + "\x07"))
    qtbot.addWidget(label)
    assert paints_red(label)


@pytest.fixture
def named(window: MainWindow, tmp_path: Path, hostile: str, qtbot: QtBot) -> ProjectPage:
    """Give a project in which every name, quote and note is hostile."""
    source = tmp_path / "talk.txt"
    source.write_text(f"Moderator: {hostile} and 40 people.\nMs. Lee: {hostile} again.\n", "utf-8")
    create_project(tmp_path / "talk.annotator", this_person(), title=hostile).close()
    window.open_path(tmp_path / "talk.annotator")
    page = window.page
    assert page
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        page.transfer_desk.import_paths([source])
    rename_all(page.workspace, hostile)
    page.toggle_bottom("table")
    page.show_document(page.workspace.documents()[0].id)
    s = page.annotations.snapshot
    assert s
    for annotation in s.all(Annotation):
        page.annotations.select(annotation.id)
    return page


def rename_all(workspace: Workspace, hostile: str) -> None:
    """Put the hostile name in every place that a person can write to."""
    document = workspace.documents()[0]
    claim = next(label for label in workspace.labels() if label.kind == "claim")
    start = workspace.load(document.id).text.index("<img")
    length = len(hostile) - 2
    mark = edits.mark(
        workspace.load(document.id), claim, ((start, start + length),), workspace.hand
    )
    workspace.apply(mark)
    marked = next(record for record in mark.added if isinstance(record, Annotation))
    piece = Evidence(EvidenceId(workspace.session.new_id()), marked.id)
    s = workspace.load(document.id)
    told = Claim(marked.id)
    names = dict.fromkeys(claim.names, hostile)
    author = next(a for a in workspace.authors() if a.id == workspace.hand.author)
    held = s.detail_of(marked.id)
    before: list[Record] = [
        document,
        marked,
        claim,
        author,
        *([held] if held else []),
        *s.all(Speaker),
    ]
    after: list[Record] = [
        replace(document, title=hostile, place=hostile, language=hostile, source_name=hostile),
        replace(marked, note=hostile),
        replace(claim, names=names, definitions=names, examples=(hostile,)),
        Author(author.id, hostile, author.colour),
        replace(told, text=hostile, rationale=hostile),
        *(replace(x, name=hostile, affiliation=hostile, title=hostile) for x in s.all(Speaker)),
        replace(piece, url=hostile, publisher=hostile, quote=hostile, file_name=hostile),
    ]
    workspace.apply(Edit(Message("{name}", {"name": hostile}), tuple(before), tuple(after)))


def test_no_panel_paints_it(named: ProjectPage, window: MainWindow) -> None:
    window.say(named.workspace.title)
    window.preferences = window.preferences.with_recent(Path(named.workspace.title))
    assert not paints_red(window)
    window.close_project()
    assert not paints_red(window)


def test_no_tooltip_paints_it(named: ProjectPage, window: MainWindow, qtbot: QtBot) -> None:
    found = [widget.toolTip() for widget in window.findChildren(QWidget)]
    for view in window.findChildren(QAbstractItemView):
        found += list(_item_tooltips(view))
    told = {text for text in found if "img" in text}
    assert told
    assert named.isVisible()
    for text in told:
        shown = QLabel(text)  # takes its text for markup exactly when a tooltip does
        qtbot.addWidget(shown)
        assert not paints_red(shown)
        assert OVERRIDE not in text


def _item_tooltips(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(min(model.rowCount(QModelIndex()), 20)):
        told = model.data(model.index(row, 0), Qt.ItemDataRole.ToolTipRole)
        if isinstance(told, str):
            yield told


def test_no_label_lets_a_name_turn_its_sentence_around(
    named: ProjectPage, window: MainWindow
) -> None:
    assert named.isVisible()
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
        assert OVERRIDE not in label.text()
        assert "\x07" not in label.text()
    assert visible(f"a{OVERRIDE}b\x07\n\tc مرحبا 发布会") == "a\ufffdb\ufffd\n\tc مرحبا 发布会"


ASKED: dict[str, Callable[[Prompts, str], object]] = {
    "tell": lambda p, name: p.tell(name, name),
    "crash": lambda p, name: p.crash(name, Path(name), Path(name)),
    "about": lambda p, name: p.about("1", Path(name), Path(name)),
    "keys": lambda p, name: p.keys([(name, name)]),
    "confirm": lambda p, name: p.confirm(name, name, "Go on"),
    "choose": lambda p, name: p.choose(name, [("a", name)]),
    "text": lambda p, name: p.text(name, name),
    "compare": lambda p, name: p.compare(name, name, [(name, name, name)], may_choose=True),
    "pick a row": lambda p, name: p.pick_row(name, [name, name], [(name, name)], "Open"),
    "open a link": lambda p, name: p.open_link("https://example.org/" + name),
}


@pytest.mark.parametrize("name", ASKED)
def test_no_dialog_paints_it(name: str, hostile: str, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    prompts = Prompts()
    prompts.set_parent(parent)
    seen: list[tuple[bool, bool]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(10, look)
            return
        labels = dialog.findChildren(QLabel)
        seen.append((paints_red(dialog), any(OVERRIDE in label.text() for label in labels)))
        dialog.reject()

    QTimer.singleShot(0, look)
    ASKED[name](prompts, hostile)
    assert seen == [(False, False)]


# --- links ---

NOT_OPENED = (
    "file:///etc/passwd",
    "smb://host/share",
    "//host/share",
    "\\\\host\\share",
    "javascript:alert(1)",
    "ms-officecmd:%7B%7D",
    "data:text/html,x",
    "mailto:a@example.org",
    "ftp://example.org/",
    "http:///nowhere",
    "https:",
    "example.org",
    "http\x00://example.org",
    "",
)


@pytest.mark.parametrize("address", NOT_OPENED)
def test_what_is_no_address_of_the_web_is_not_opened(address: str) -> None:
    prompts = Answers()
    assert prompts.open_link(address) is False
    assert prompts.opened == []
    assert prompts.told[-1][0] == "This address is not opened"


@pytest.mark.parametrize("address", ["https://example.org/a?b=c", " HTTP://Example.org/x "])
@pytest.mark.parametrize("says_yes", [True, False])
def test_an_address_of_the_web_is_asked_about_first(
    address: str,
    says_yes: bool,  # noqa: FBT001
) -> None:
    prompts = Answers()
    prompts.confirms = [says_yes]
    assert prompts.open_link(address) is says_yes
    assert "example.org" in prompts.told[-1][1].lower()
    assert len(prompts.opened) == says_yes


def test_the_address_of_evidence_is_asked_about(named: ProjectPage, window: MainWindow) -> None:
    answers = cast("Answers", window.prompts)
    [item] = named.inspector.evidence.items
    item.link.click()
    assert answers.told[-1][0] == "This address is not opened"
    assert answers.opened == []
