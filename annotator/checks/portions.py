"""All shares of a text; none is wrong of one whole that is right of another."""

from collections.abc import Iterator

from annotator.checks.implied import implied
from annotator.checks.recalled import recalled
from annotator.checks.respective import respective
from annotator.checks.scene import Scene
from annotator.checks.shares import shares
from annotator.checks.statement import Check, Verdict


def portions(scene: Scene) -> Iterator[Check]:
    """Yield parts with their shares, without conflicts of those that fit another whole."""
    found = [*shares(scene), *respective(scene), *implied(scene), *recalled(scene)]
    right = {c.passages[:2] for c in found if c.verdict is Verdict.CONSISTENT}
    for check in found:
        if check.verdict is Verdict.CONSISTENT or check.passages[:2] not in right:
            yield check
