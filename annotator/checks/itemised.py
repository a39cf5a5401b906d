"""A stated count of things that are told with an amount each: five items, 24 million for A, ..."""

import re
from collections.abc import Iterator
from itertools import pairwise

from annotator.checks.lists import count_against, is_listable
from annotator.checks.rounding import value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement

_LEADS = re.compile(r"[^。；;.!?！？\n0-9]{0,30}?(?:[:：—]|包括|分别)")
_NEXT = re.compile(r"[，,、；;]|\band\b")
_TOTAL = re.compile(
    r"(?:合计|总计|总共|共计|一共|[加合]起来|相加)[^，。；0-9]{0,6}\Z"
    r"|\b(?:total|altogether|in all|together)\b[^,.;0-9]{0,12}\Z",
    re.IGNORECASE,
)
_OPEN = re.compile(r"等[，。；]|其中|其他|\b(?:including|such as|among|others?)\b", re.IGNORECASE)
LEAST, MOST, GLUE = 3, 12, 60
"""How many items are told one by one, and how far apart two amounts of them stand at most."""


def itemised(scene: Scene) -> Iterator[Check]:
    """Yield counts behind which as many amounts of one unit should follow in the sentence."""
    for count in scene.statements:
        value = value_of(count)
        if value is None or not LEAST <= value <= MOST or count.figure.kind != "cardinal":
            continue
        amounts = _amounts(scene, count) if is_listable(scene, count) else []
        if len(amounts) >= LEAST:
            words = scene.text[count.end : amounts[-1].end + GLUE // 2]
            is_open = _OPEN.search(words) is not None
            yield count_against(count, int(value), len(amounts), is_open=is_open)


def _amounts(scene: Scene, count: Statement) -> list[Statement]:
    """Return the amounts behind a count, if there is one for each item, and nothing else."""
    lead = _LEADS.match(scene.text, count.end)
    if lead is None:
        return []
    here = [s for s in scene.of_sentence[scene.sentence_of(count)] if s.start >= lead.end()]
    listed = here[: next((n for n, s in enumerate(here) if _is_total(scene, s)), len(here))]
    units = {(s.figure.kind, s.figure.unit) for s in listed}
    glue = (scene.between(*pair) for pair in pairwise(listed))
    are_items = all(len(words) <= GLUE and len(_NEXT.findall(words)) == 1 for words in glue)
    return listed if len(units) == 1 and units != {("cardinal", "")} and are_items else []


def _is_total(scene: Scene, statement: Statement) -> bool:
    return _TOTAL.search(scene.before(statement)) is not None
