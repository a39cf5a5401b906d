"""Whether anybody else has written to an open file, with a process that writes for it."""

from collections.abc import Callable
from pathlib import Path

from annotator.model.ids import SettingId
from annotator.model.records import Setting
from annotator.store.project_file import Store
from tests.store.example_store import session, step


def write(path: Path, name: str) -> None:
    with Store.open(path, session()) as other:
        other.apply(step(Setting(SettingId(name), name)))


def test_own_writing_leaves_it_kept_and_others_end_that(store: Store) -> None:
    seen = []
    for writes in (
        lambda: store.apply(step(Setting(SettingId("own"), "x"))),
        lambda: write(store.path, "theirs"),
    ):
        writes()
        seen.append(store.custody.is_kept)
    assert seen == [True, False]
    store.close()


def test_a_loan_is_believed_only_as_long_as_nobody_wrote_before_or_after(store: Store) -> None:
    def lent(*others: Callable[[], None]) -> bool:
        before, after = others
        before()
        store.custody.lend()
        write(store.path, f"loan {len(store.settings())}")
        store.custody.look()
        after()
        store.custody.take_back()
        return store.custody.is_kept

    def nobody() -> None:
        pass

    assert lent(nobody, nobody)
    assert lent(nobody, nobody)
    assert not lent(nobody, lambda: write(store.path, "after"))
    assert not lent(nobody, nobody), "once lost it is not won back"
    store.close()
