"""Who annotates: the name in the status bar, and another one when it is clicked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from annotator.gui.plain_text import set_tooltip, visible, without_mnemonic
from annotator.model.author import Author
from annotator.model.message import Message, _

if TYPE_CHECKING:
    from annotator.model.edit import Edit
    from annotator.workspace.workspace import Workspace

LONGEST = 32
"""So many characters of a name are shown."""


class AuthorButton(QPushButton):
    """Shows the author's name; a click wishes for another."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("flat", "true")

    def show_name(self, name: str) -> None:
        """Show whose annotations are being made."""
        short = name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
        self.setText(without_mnemonic(visible(short)))
        text = _("Your annotations carry the name {name}. Click to change it.")
        self.setAccessibleName(_("Author: {name}").format(name=name))
        set_tooltip(self, text.format(name=name))


def author_in(workspace: Workspace) -> Author:
    """Return the author as the project knows them, or as they come to it."""
    own = workspace.session.author
    return workspace.store.get(Author, own.id) or own


def renaming(workspace: Workspace, name: str) -> Edit:
    """Return the edit that gives the author another name, also on all that is there."""
    from annotator.model.edit import Edit

    known = workspace.store.get(Author, workspace.session.author.id)
    after = replace(known or workspace.session.author, name=name)
    label = Message("Change your name to {name}", {"name": name})
    return Edit(label, removed=(known,) if known else (), added=(after,))
