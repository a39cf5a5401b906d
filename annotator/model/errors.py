"""Errors a user can act on, against everything else, which is a bug."""

from annotator.model.message import Message


class UserError(Exception):
    """Something the user can put right: says what is wrong, where, and what to do.

    Args:
        template: the sentence, an entry of the gettext catalogue, with ``{name}`` places.
        values: what goes into the places.
    """

    def __init__(self, template: str, **values: str | int) -> None:
        self.message = Message(template, values)
        super().__init__(template)

    def __str__(self) -> str:
        """Return the sentence in the user's language."""
        return str(self.message)


class ChangedMeanwhileError(UserError):
    """A record that an edit would remove is no longer what the edit says."""


class NotSavedError(UserError):
    """The disk did not take an edit: nothing is written, and it can be tried again."""
