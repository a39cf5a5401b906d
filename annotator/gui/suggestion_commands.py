"""The commands that decide suggestions; their keys work in the transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.actions import ActionSpec
from annotator.model.message import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.gui.main_window import MainWindow
    from annotator.gui.suggestion_desk import SuggestionDesk


def suggestion_commands(window: MainWindow) -> list[ActionSpec]:
    """Return the commands of the menu Suggestions."""
    menu = _("&Suggestions")

    def here(
        action_id: str, text: str, keys: str, verb: Callable[[SuggestionDesk], object]
    ) -> ActionSpec:
        def slot() -> object:
            return verb(window.page.suggestion_desk) if window.page else None

        return ActionSpec(menu, action_id, text, keys, slot, in_transcript=True)

    return [
        here("next_suggestion", _("&Next suggestion"), ".", lambda d: d.step(1)),
        here("previous_suggestion", _("&Previous suggestion"), ",", lambda d: d.step(-1)),
        here("accept_suggestion", _("&Accept"), "Ctrl+Return", lambda d: d.accept_current()),
        here(
            "edit_suggestion",
            _("Accept and &edit"),
            "Ctrl+Shift+Return",
            lambda d: d.edit_current(),
        ),
        here("dismiss_suggestion", _("&Dismiss"), "Ctrl+Backspace", lambda d: d.dismiss_current()),
    ]
