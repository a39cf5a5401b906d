"""The table of all commands of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.gui.actions import SEPARATOR, ActionSpec
from annotator.gui.suggestion_commands import suggestion_commands
from annotator.model.kinds import ReviewState
from annotator.model.message import _

if TYPE_CHECKING:
    from annotator.gui.annotation_page import AnnotationPage
    from annotator.gui.main_window import MainWindow
    from annotator.gui.project_page import ProjectPage
    from annotator.gui.view.transcript_view import TranscriptView

Slot = Callable[[], object]


def window_commands(window: MainWindow) -> list[ActionSpec]:
    """Return all commands, in the order of the menus."""
    return [
        *_file_commands(window),
        *_edit_commands(window),
        *_mark_commands(window),
        *suggestion_commands(window),
        *_go_commands(window),
        *_view_commands(window),
        *_help_commands(window),
    ]


def _separator(menu: str) -> ActionSpec:
    return ActionSpec(menu, SEPARATOR, "", "", lambda: None)


def _on_page(window: MainWindow, verb: Callable[[ProjectPage], object]) -> Slot:
    return lambda: verb(window.page) if window.page else None


def _on_text(window: MainWindow, verb: Callable[[AnnotationPage], object]) -> Slot:
    return _on_page(window, lambda page: verb(page.annotations))


def _on_view(window: MainWindow, verb: Callable[[TranscriptView], object]) -> Slot:
    return _on_page(window, lambda page: verb(page.view))


def _file_commands(window: MainWindow) -> list[ActionSpec]:
    menu = _("&File")

    def always(action_id: str, text: str, keys: str, slot: Slot) -> ActionSpec:
        return ActionSpec(menu, action_id, text, keys, slot, needs_project=False)

    return [
        always("new", _("&New project…"), "Ctrl+N", window.new_project),
        always("open", _("&Open project…"), "Ctrl+O", window.ask_for_project),
        ActionSpec(
            menu,
            "import",
            _("&Import…"),
            "Ctrl+I",
            _on_page(window, lambda p: p.transfer_desk.ask_for_files()),
        ),
        ActionSpec(
            menu,
            "export",
            _("&Export…"),
            "Ctrl+E",
            _on_page(window, lambda p: p.transfer_desk.exports.ask()),
        ),
        _separator(menu),
        ActionSpec(
            menu, "print", _("&Print…"), "Ctrl+P", _on_page(window, lambda p: p.print_desk.print())
        ),
        ActionSpec(
            menu,
            "save_pdf",
            _("Save as P&DF…"),
            "",
            _on_page(window, lambda p: p.print_desk.save_pdf()),
        ),
        _separator(menu),
        ActionSpec(menu, "save_copy", _("Save a &copy…"), "Ctrl+Shift+S", window.save_copy),
        always("restore", _("&Recovery copies…"), "", window.ask_to_restore),
        ActionSpec(menu, "close", _("C&lose project"), "Ctrl+W", window.close_project),
        _separator(menu),
        always("quit", _("&Quit"), "Ctrl+Q", window.close),
    ]


def _edit_commands(window: MainWindow) -> list[ActionSpec]:
    menu = _("&Edit")
    return [
        ActionSpec(menu, "undo", _("&Undo"), "Ctrl+Z", window.undo),
        ActionSpec(menu, "redo", _("&Redo"), "Ctrl+Shift+Z | Ctrl+Y", window.redo),
        _separator(menu),
        ActionSpec(
            menu,
            "copy",
            _("&Copy"),
            "Ctrl+C",
            _on_view(window, lambda v: v.copy()),
            in_transcript=True,
        ),
        ActionSpec(
            menu,
            "copy_citation",
            _("Copy as c&itation"),
            "Ctrl+Shift+C",
            _on_text(window, lambda t: t.copy_citation()),
        ),
        ActionSpec(
            menu,
            "paste",
            _("&Paste transcript"),
            "Ctrl+Shift+V",
            _on_page(window, lambda p: p.transfer_desk.paste()),
        ),
        ActionSpec(
            menu,
            "select_all",
            _("Select &all"),
            "Ctrl+A",
            _on_view(window, lambda v: v.select_all()),
            in_transcript=True,
        ),
        _separator(menu),
        ActionSpec(
            menu, "find", _("&Find…"), "Ctrl+F", _on_page(window, lambda p: p.search_desk.open())
        ),
        ActionSpec(
            menu,
            "find_next",
            _("Find &next"),
            "F3",
            _on_page(window, lambda p: p.search_desk.step(1)),
        ),
        ActionSpec(
            menu,
            "find_previous",
            _("Find pre&vious"),
            "Shift+F3",
            _on_page(window, lambda p: p.search_desk.step(-1)),
        ),
        _separator(menu),
        ActionSpec(menu, "name", _("&Your name…"), "", window.ask_for_name, needs_project=False),
    ]


def _mark_commands(window: MainWindow) -> list[ActionSpec]:
    menu = _("&Mark")

    def here(
        action_id: str, text: str, keys: str, verb: Callable[[AnnotationPage], object]
    ) -> ActionSpec:
        slot = _on_text(window, verb)
        return ActionSpec(menu, action_id, text, keys, slot, in_transcript=True)

    return [
        here("mark_all", _("Mark &all like this"), "=", lambda t: t.mark_all()),
        here("add_fragment", _("Add selection as &fragment"), "+", lambda t: t.add_fragment()),
        here("remove_fragment", _("&Remove fragment"), "-", lambda t: t.remove_fragment()),
        here("delete", _("&Delete annotation"), "Backspace | Del", lambda t: t.delete()),
        _separator(menu),
        here("end_right", _("Move end ri&ght"), "Alt+Right", lambda t: t.nudge(is_end=True, by=1)),
        here("end_left", _("Move end &left"), "Alt+Left", lambda t: t.nudge(is_end=True, by=-1)),
        here(
            "start_left",
            _("Move &start left"),
            "Alt+Shift+Left",
            lambda t: t.nudge(is_end=False, by=-1),
        ),
        here(
            "start_right",
            _("Move s&tart right"),
            "Alt+Shift+Right",
            lambda t: t.nudge(is_end=False, by=1),
        ),
        _separator(menu),
        ActionSpec(
            menu,
            "inspect",
            _("&Edit the annotation's fields"),
            "Return | Enter",
            _on_page(window, lambda p: p.inspect()),
            in_transcript=True,
        ),
        ActionSpec(
            menu,
            "note",
            _("Write a &note"),
            "Ctrl+M",
            _on_page(window, lambda p: p.write_note()),
        ),
        _separator(menu),
        *_review_commands(window, menu),
        _separator(menu),
        ActionSpec(
            menu,
            "split_turn",
            _("S&plit turn here"),
            "",
            _on_text(window, lambda t: t.split_turn()),
        ),
    ]


def _review_commands(window: MainWindow, menu: str) -> list[ActionSpec]:
    def say(state: ReviewState, text: str, keys: str) -> ActionSpec:
        slot = _on_page(window, lambda p: p.inspector_desk.review(state))
        return ActionSpec(menu, f"review_{state}", text, keys, slot)

    return [
        say(ReviewState.ACCEPTED, _("Review: a&ccept"), "Ctrl+Alt+A"),
        say(ReviewState.REJECTED, _("Review: re&ject"), "Ctrl+Alt+R"),
        say(ReviewState.UNSURE, _("Review: &unsure"), "Ctrl+Alt+U"),
    ]


def _go_commands(window: MainWindow) -> list[ActionSpec]:
    menu = _("&Go")

    def here(action_id: str, text: str, keys: str, slot: Slot) -> ActionSpec:
        return ActionSpec(menu, action_id, text, keys, slot, in_transcript=True)

    return [
        here("next_mark", _("&Next annotation"), "Tab", _on_text(window, lambda t: t.step(1))),
        here(
            "previous_mark",
            _("&Previous annotation"),
            "Shift+Tab | Backtab",
            _on_text(window, lambda t: t.step(-1)),
        ),
        here(
            "widen",
            _("&Widen selection"),
            "Space",
            _on_view(window, lambda v: v.expand_selection()),
        ),
        here(
            "narrow",
            _("Na&rrow selection"),
            "Shift+Space",
            _on_view(window, lambda v: v.shrink_selection()),
        ),
        _separator(menu),
        ActionSpec(
            menu,
            "next_turn",
            _("Next &turn"),
            "Ctrl+Alt+Down",
            _on_page(window, lambda p: p.document_desk.go_turn(1)),
        ),
        ActionSpec(
            menu,
            "previous_turn",
            _("Previous t&urn"),
            "Ctrl+Alt+Up",
            _on_page(window, lambda p: p.document_desk.go_turn(-1)),
        ),
        ActionSpec(
            menu,
            "turns",
            _("&List of turns"),
            "Ctrl+G",
            _on_page(window, lambda p: p.documents.focus_turns()),
        ),
        _separator(menu),
        *_focus_commands(window, menu),
    ]


def _focus_commands(window: MainWindow, menu: str) -> list[ActionSpec]:
    return [
        ActionSpec(
            menu,
            "to_transcript",
            _("To the tran&script"),
            "F6 | Esc",
            _on_page(window, lambda p: p.search_desk.close()),
        ),
        ActionSpec(
            menu,
            "to_codebook",
            _("To the la&bels"),
            "F7",
            _on_page(window, lambda p: p.codebook.setFocus()),
        ),
        ActionSpec(
            menu,
            "to_documents",
            _("To the &documents"),
            "F8",
            _on_page(window, lambda p: p.documents.setFocus()),
        ),
    ]


def _view_commands(window: MainWindow) -> list[ActionSpec]:
    menu = _("&View")

    def theme(name: str, text: str) -> ActionSpec:
        slot = lambda: window.set_theme(name)  # noqa: E731 - a slot of the table
        is_on = lambda: window.preferences.theme == name  # noqa: E731
        return ActionSpec(menu, f"theme_{name}", text, "", slot, needs_project=False, is_on=is_on)

    def below(name: str, text: str, keys: str) -> ActionSpec:
        slot = _on_page(window, lambda p: p.toggle_bottom(name))
        is_on = lambda: window.page is not None and window.page.bottom.shown == name  # noqa: E731
        return ActionSpec(menu, name, text, keys, slot, is_on=is_on)

    return [
        below("table", _("Table of all &annotations"), "Ctrl+T"),
        below("suggestions", _("&Suggestions"), "Ctrl+J"),
        below("checks", _("&Checks"), "Ctrl+K"),
        ActionSpec(
            menu,
            "reading",
            _("&Read the current paragraph"),
            "F9",
            _on_page(window, lambda p: p.reading_desk.toggle()),
            is_on=lambda: window.page is not None and not window.page.reading_pane.isHidden(),
        ),
        _separator(menu),
        ActionSpec(
            menu,
            "zoom_in",
            _("Zoom &in"),
            "Ctrl++ | Ctrl+=",
            _on_page(window, lambda p: p.zoom(1.1)),
        ),
        ActionSpec(
            menu, "zoom_out", _("Zoom &out"), "Ctrl+-", _on_page(window, lambda p: p.zoom(1 / 1.1))
        ),
        ActionSpec(
            menu,
            "zoom_reset",
            _("&Normal size"),
            "Ctrl+0",
            _on_page(window, lambda p: p.zoom(None)),
        ),
        _separator(menu),
        theme("system", _("Colours of the s&ystem")),
        theme("light", _("&Light")),
        theme("dark", _("&Dark")),
    ]


def _help_commands(window: MainWindow) -> list[ActionSpec]:
    menu = _("&Help")
    return [
        ActionSpec(menu, "keys", _("&Keys"), "F1", window.show_keys, needs_project=False),
        ActionSpec(menu, "about", _("&About"), "", window.show_about, needs_project=False),
    ]
