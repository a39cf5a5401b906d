"""What keys and mouse do beyond the commands of the menus, for the help."""

from annotator.model.message import _


def other_keys() -> list[tuple[str, str]]:
    """Return what can be done and how, in the order of a person's work."""
    return [
        (_("Mark the selection, or the number or sentence at the cursor"), _("1-9, then letters")),
        (_("Mark with a label that has no key"), _("F7, a part of its name, Enter")),
        (_("Move the cursor; with Shift select"), _("arrows, Home, End, Page Up, Page Down")),
        (_("By word, by paragraph; with Shift select"), _("Ctrl+Left, Right; Ctrl+Up, Down")),
        (_("Select a word, a sentence, a paragraph"), _("click two, three, four times")),
        (_("Reach the annotation below another"), _("click again")),
        (_("Change where an annotation starts or ends"), _("drag its edge")),
        (
            _("Suggestions: accept, edit first, dismiss"),
            _("Enter, Shift+Enter, Delete in the list"),
        ),
        (
            _("Checks: confirm, not the same thing, explained, next passage"),
            _("Enter, Delete, Space, Right in the list"),
        ),
        (_("Table: go to the annotation, delete the selected ones"), _("Enter, Delete")),
        (_("Documents: show, rename, everything else"), _("Enter, F2, the menu key")),
        (_("Fields: take over, in a field of several lines"), _("Enter, Ctrl+Enter")),
    ]
