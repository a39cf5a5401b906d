"""Large edits, undo and redo, as a worker writes them while the window stays free.

It loads neither readers nor formats: a step begins sooner.
"""

import pickle
from itertools import chain

from annotator.model.edit import Edit
from annotator.workspace.beside import ProjectBeside
from annotator.workspace.wishes import MakeEdit
from annotator.workspace.worker import Line


def write_beside(line: Line, project: ProjectBeside, packed: tuple[bytes, ...], group: str) -> None:
    """Write an edit that takes long; it comes in parts, each pickled.

    Raises:
        UserError: it was not written.
    """
    parts: list[Edit] = [pickle.loads(part) for part in packed]  # noqa: S301 - from this program
    removed, added, texts = (
        tuple(chain.from_iterable(side))
        for side in zip(*((part.removed, part.added, part.texts) for part in parts), strict=True)
    )
    project.write(line.ask, Edit(parts[0].label, removed, added, texts), group)


def make_beside(
    line: Line,
    project: ProjectBeside,
    packed: tuple[bytes, ...],
    group: str,
    make: MakeEdit,
    values: tuple[object, ...],
) -> None:
    """Make an edit from what is chosen, which comes in parts, each pickled, and write it.

    Raises:
        UserError: it cannot be made, or was not written; what the disk did not take is kept by the
            project's owner.
    """
    parts = (pickle.loads(part) for part in packed)  # noqa: S301 - from this program
    with project.opened(line.ask) as workspace:
        edit = make(workspace, list(chain.from_iterable(parts)), *values)
        workspace.apply(edit, group=group)


def replay_beside(line: Line, project: ProjectBeside, group: str, is_redo: bool) -> None:  # noqa: FBT001 - values come in order
    """Take back the owner's last step, or do again what they undid last.

    Raises:
        UserError: there is none, somebody has built on it, or it was not written.
    """
    project.replay(line.ask, group, is_redo=is_redo)
