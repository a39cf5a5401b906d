"""How often labels are used, from edits alone."""

from collections import Counter

from annotator.model.edit import Edit
from annotator.model.ids import LabelId
from annotator.workspace.label_uses import LabelUses
from tests.example import MONEY
from tests.store.example_store import annotation, step


def test_uses_are_counted_once_and_follow_edits() -> None:
    asked: list[int] = []

    def count() -> dict[LabelId, int]:
        asked.append(1)
        return {MONEY.id: 2}

    uses, one = LabelUses(), annotation(1)
    mark = step(one)
    uses.follow(mark)  # not asked for yet
    expected = Counter([MONEY.id, MONEY.id, one.label])
    assert uses.get(count, [mark]) == expected
    uses.follow(Edit(mark.label, removed=(one,)))
    uses.add({one.label: 4})
    expected[one.label] += 3
    assert uses.get(count, []) == expected
    assert len(asked) == 1
    uses.forget()
    assert uses.get(count, []) == {MONEY.id: 2}
    assert len(asked) == 2
