"""All shares of a text; none is wrong of one whole that is right of another."""

from collections.abc import Iterator

from annotator.checks.implied import implied
from annotator.checks.recalled import recalled
from annotator.checks.respective import respective
from annotator.checks.scene import Scene
from annotator.checks.shares import shares
from annotator.checks.statement import Check, unexcused


def portions(scene: Scene) -> Iterator[Check]:
    """Yield parts with their shares, without conflicts of those that fit another whole."""
    found = [*shares(scene), *respective(scene), *implied(scene), *recalled(scene)]
    yield from unexcused(found, lambda passages: passages[:2])
