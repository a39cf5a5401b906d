"""Edits that are still to be made from what is chosen: they are made where they are written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from annotator.model.edit import Edit
from annotator.workspace.workspace import Workspace

MakeEdit = Callable[..., Edit]
"""A function of a module: it is called with a workspace, what is chosen, and more values.

Raises:
    UserError: the edit cannot be made.
"""
PART = 500
"""So much of what is chosen is named at a time."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done with how much; a process can be sent all of it but ``named``.

    ``named`` tells what a process knows a part of the chosen by, such as ids for rows. ``size`` is
    about how many annotations are read or changed.
    """

    make: MakeEdit
    values: tuple[object, ...]
    chosen: Sequence[Any]
    size: int
    named: Callable[[Sequence[Any]], Sequence[Any]] = list

    def parts(self) -> Iterator[Sequence[Any]]:
        """Yield what is chosen as a process knows it, some at a time."""
        for at in range(0, len(self.chosen), PART):
            yield self.named(self.chosen[at : at + PART])

    def edit(self, workspace: Workspace) -> Edit:
        """Make the edit here.

        Raises:
            UserError: it cannot be made.
        """
        return self.make(workspace, list(chain.from_iterable(self.parts())), *self.values)
