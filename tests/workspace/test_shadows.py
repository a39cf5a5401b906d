"""Recovery copies: when they are made, how many are kept, what they hold, going back to one."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.errors import OverwrittenError, UserError
from annotator.model.records import Annotation
from annotator.store import copying
from annotator.store.project_file import Store
from annotator.workspace import shadows
from annotator.workspace.importing import import_files
from annotator.workspace.shadows import KEPT, SECONDS, Shadows, all_shadows, restore
from annotator.workspace.workspace import Workspace
from tests.example import DOCUMENT, MONEY
from tests.robustness.work import make_project, real_session

PATIENCE = 10


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the time it shows, a little later each time."""
        self.now += timedelta(milliseconds=1)
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def work(tmp_path: Path, watch: Watch) -> Iterator[Workspace]:
    make_project(tmp_path / "work.annotator")
    session = replace(real_session(tmp_path / "recovery"), clock=watch)
    with Workspace.open(tmp_path / "work.annotator", session) as workspace:
        yield workspace


def mark(workspace: Workspace, start: int = 0) -> None:
    s = workspace.load(DOCUMENT.id)
    workspace.apply(edits.mark(s, MONEY, ((start, start + 3),), workspace.hand))


def keeper(workspace: Workspace) -> Shadows:
    workspace.keep_shadows()
    assert workspace.shadows
    return workspace.shadows


def wait_for(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < end:
        time.sleep(0.001)
    assert is_so()


def finish(kept: Shadows) -> None:
    """Wait for the copy that is being made."""
    if kept._running:
        kept._running.result()
    assert kept.tick() is None


def copies(folder: Path) -> list[Path]:
    return sorted((folder / "recovery").glob("*/2*.annotator"))


def test_one_is_made_on_opening_and_one_on_closing_if_there_is_anything_new(
    work: Workspace, tmp_path: Path
) -> None:
    finish(keeper(work))
    assert len(copies(tmp_path)) == 1
    mark(work)
    work.close()
    assert [shadow.holds.annotations for shadow in all_shadows(tmp_path / "recovery")] == [1, 0]
    with Workspace.open(work.path, work.session) as again:
        finish(keeper(again))
    assert len(copies(tmp_path)) == 2


def test_closing_does_not_wait_for_the_last_copy_if_it_need_not(
    work: Workspace, tmp_path: Path
) -> None:
    kept, gate = keeper(work), threading.Event()
    finish(kept)
    mark(work)
    kept._worker.submit(gate.wait, PATIENCE)  # no copy is made before it ends
    work.close(waits=False)
    assert len(copies(tmp_path)) == 1
    gate.set()
    kept._worker.shutdown()
    assert [shadow.holds.annotations for shadow in all_shadows(tmp_path / "recovery")] == [1, 0]


@pytest.mark.parametrize("is_slow", [False, True])
def test_a_project_that_is_opened_again_at_once_has_one_copy_of_a_state(
    work: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_slow: bool
) -> None:
    kept, gate = keeper(work), threading.Event()
    finish(kept)
    mark(work)
    real = copying.save_shadow_beside_work

    def slow(source: Path, target: Path) -> None:
        """Copy, and be done when the copy for the project that is opened again is there."""
        real(source, target)
        gate.wait(PATIENCE)

    kept._worker.submit(gate.wait, 0 if is_slow else PATIENCE)
    if is_slow:
        monkeypatch.setattr(copying, "save_shadow_beside_work", slow)
    work.close(waits=False)
    with Workspace.open(work.path, work.session) as again:
        if is_slow:
            wait_for(lambda: bool(list((tmp_path / "recovery").glob("*/*.making"))))
            monkeypatch.setattr(copying, "save_shadow_beside_work", real)
        finish(keeper(again))
        gate.set()
        kept._worker.shutdown()
    assert [shadow.holds.annotations for shadow in all_shadows(tmp_path / "recovery")] == [1, 0]
    assert not list((tmp_path / "recovery").glob("*/*.making"))


def test_one_is_made_every_five_minutes_while_there_are_changes(
    work: Workspace, tmp_path: Path, watch: Watch
) -> None:
    kept = keeper(work)
    finish(kept)
    mark(work)
    kept.tick()
    finish(kept)
    assert len(copies(tmp_path)) == 1
    watch.now += timedelta(seconds=290)
    kept.tick()
    finish(kept)
    assert len(copies(tmp_path)) == 1
    for seconds in (10, 301):
        watch.now += timedelta(seconds=seconds)
        kept.tick()
        finish(kept)
        assert len(copies(tmp_path)) == 2
    mark(work, 9)
    watch.now += timedelta(minutes=5, seconds=1)
    kept.tick()
    finish(kept)
    assert [shadow.holds.annotations for shadow in all_shadows(tmp_path / "recovery")] == [2, 1, 0]
    assert work.store.tail.recent == []


def test_a_large_import_does_not_wait_in_memory(
    work: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keeper(work)
    finish(kept)
    monkeypatch.setattr(shadows, "MOST_CHARACTERS", 1000)
    (tmp_path / "long.txt").write_text("MODERATOR: Good morning.\n" * 100, "utf-8")
    import_files(work, [tmp_path / "long.txt"])
    assert work.store.tail.recent_characters > 1000
    kept.tick()
    finish(kept)
    assert all_shadows(tmp_path / "recovery")[0].holds.documents == 2
    assert work.store.tail.recent_characters == 0


def test_the_last_ten_are_kept(work: Workspace, tmp_path: Path) -> None:
    kept = keeper(work)
    for number in range(KEPT + 4):
        mark(work, number)
        kept.take()
    assert len(copies(tmp_path)) == KEPT
    held = [shadow.holds.annotations for shadow in all_shadows(tmp_path / "recovery")]
    assert held == list(range(KEPT + 4, 4, -1))


def test_large_copies_are_fewer(
    work: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shadows, "MOST_BYTES", int(work.path.stat().st_size * 2.5))
    kept = keeper(work)
    for number in range(5):
        mark(work, number)
        kept.take()
    assert len(copies(tmp_path)) == 2


def test_a_copy_is_sound_and_like_the_file(work: Workspace, tmp_path: Path) -> None:
    mark(work)
    latest = keeper(work).take()
    assert latest == copies(tmp_path)[-1]
    assert latest.stat().st_mode & 0o777 == 0o600
    with Store.open(latest, real_session(), read_only=True) as kept:
        assert kept.verify() == []
        assert list(kept.history()) == list(work.store.history())
        assert kept.copy_id == work.store.copy_id


def test_going_back_makes_a_new_file_and_never_writes_over_one(
    work: Workspace, tmp_path: Path
) -> None:
    kept = keeper(work)
    kept.take()
    mark(work)
    [shadow] = all_shadows(tmp_path / "recovery")
    assert (shadow.source, shadow.holds.documents) == (work.path, 1)
    with pytest.raises(UserError, match="there already"):
        restore(shadow, work.path, work.session)
    restore(shadow, tmp_path / "back.annotator", work.session)
    with Workspace.open(tmp_path / "back.annotator", work.session) as back:
        assert back.load(DOCUMENT.id).all(Annotation) == []
        assert back.store.copy_id != work.store.copy_id
        mark(back)
    assert len(work.load(DOCUMENT.id).all(Annotation)) == 1


def test_a_damaged_copy_is_not_restored_and_does_not_hide_the_others(
    work: Workspace, tmp_path: Path
) -> None:
    kept = keeper(work)
    kept.take()
    mark(work)
    kept.take()
    first, second = copies(tmp_path)
    content = second.read_bytes()
    second.write_bytes(content[:5000])
    [left] = all_shadows(tmp_path / "recovery")
    assert left.path == first
    second.write_bytes(content.replace("发布会".encode(), "发言会".encode()))
    with pytest.raises(UserError, match="damaged"):
        restore(all_shadows(tmp_path / "recovery")[0], tmp_path / "back.annotator", work.session)
    assert not (tmp_path / "back.annotator").exists()


def test_no_room_for_copies_is_said_and_stops_nothing(work: Workspace, tmp_path: Path) -> None:
    (tmp_path / "recovery").write_text("in the way")
    kept = keeper(work)
    assert kept._running
    kept._running.exception()
    failure = kept.tick()
    assert failure
    assert "could not be written" in str(failure)
    mark(work)
    work.close()
    with Store.open(work.path, real_session()) as store:
        assert len(store.load(DOCUMENT.id).all(Annotation)) == 1


def test_what_another_project_took_the_place_of_is_kept(
    work: Workspace, tmp_path: Path, watch: Watch
) -> None:
    kept = keeper(work)
    finish(kept)
    mark(work)
    make_project(tmp_path / "other.annotator")
    (tmp_path / "other.annotator").replace(work.path)
    watch.now += timedelta(seconds=SECONDS + 1)
    kept.tick()
    finish(kept)
    assert len(copies(tmp_path)) == 1
    work.close()
    held = all_shadows(tmp_path / "recovery")
    assert [(s.holds.project_id, s.holds.annotations) for s in held] == [
        (work.project_id, 1),
        (work.project_id, 0),
    ]


def test_an_older_state_is_not_taken_for_a_copy_of_the_work(
    work: Workspace, tmp_path: Path, watch: Watch
) -> None:
    kept = keeper(work)
    finish(kept)
    older = work.path.read_bytes()
    mark(work)
    work.path.write_bytes(older)
    watch.now += timedelta(seconds=SECONDS + 1)
    kept.tick()
    assert kept._running
    kept._running.exception()
    failure = kept.tick()
    assert failure
    assert "no longer holds" in str(failure)
    assert len(copies(tmp_path)) == 1
    assert len(work.store.tail.recent) == 1


def test_work_that_an_older_version_took_the_place_of_is_rescued_at_once(
    work: Workspace, tmp_path: Path
) -> None:
    kept = keeper(work)
    finish(kept)
    older = work.path.read_bytes()
    for number in range(3):
        mark(work, number)
    work.path.write_bytes(older)
    with pytest.raises(OverwrittenError):
        work.news()
    assert work.is_cut_off
    rescued = all_shadows(tmp_path / "recovery")[0]
    assert rescued.holds.annotations == 3
    restore(rescued, tmp_path / "back.annotator", work.session)
    assert work.path.read_bytes() == older


@pytest.mark.parametrize("is_moved", [True, False])
def test_work_whose_file_was_moved_or_deleted_is_said_and_rescued_at_once(
    work: Workspace,
    tmp_path: Path,
    is_moved: bool,  # noqa: FBT001
) -> None:
    finish(keeper(work))
    mark(work)
    if is_moved:
        work.path.rename(tmp_path / "moved")
    else:
        work.path.unlink()
    with pytest.raises(OverwrittenError, match="moved or deleted"):
        work.news()
    assert (work.news(), work.is_cut_off) == ([], True)
    assert all_shadows(tmp_path / "recovery")[0].holds.annotations == 1
    if is_moved:
        (tmp_path / "moved").rename(work.path)
        assert (work.news(), work.is_cut_off) == ([], False)
        mark(work, 9)


def test_another_file_with_the_same_work_is_gone_on_in(work: Workspace, tmp_path: Path) -> None:
    finish(keeper(work))
    mark(work)
    work.store.save_shadow(tmp_path / "synced")
    with Workspace.open(tmp_path / "synced", real_session()) as other:
        mark(other, 9)
    (tmp_path / "synced").replace(work.path)
    news = work.news()
    assert len(news) == 1
    assert work.follow(news) is False
    assert len(work.load(DOCUMENT.id).all(Annotation)) == 2
    mark(work, 14)
    with Store.open(work.path, real_session(), read_only=True) as store:
        assert len(store.load(DOCUMENT.id).all(Annotation)) == 3


def test_a_read_only_project_makes_none(work: Workspace, tmp_path: Path) -> None:
    work.close()
    with Workspace.open(work.path, work.session, read_only=True) as reading:
        reading.keep_shadows()
        assert reading.shadows is None
    assert copies(tmp_path) == []


def test_the_copy_made_before_a_file_was_brought_up_to_date_can_be_restored(tmp_path: Path) -> None:
    source = Path(__file__).parents[1] / "store" / "fixtures" / "version_1.annotator"
    path = tmp_path / "old.annotator"
    path.write_bytes(source.read_bytes())
    session = real_session(tmp_path / "recovery")
    with Workspace.open(path, session) as workspace:
        count = workspace.store.counts().annotations
    [shadow] = all_shadows(tmp_path / "recovery")
    assert shadow.path.name.startswith("old (version 1, ")
    assert shadow.holds.annotations == count
    restore(shadow, tmp_path / "back.annotator", session)
    with Workspace.open(tmp_path / "back.annotator", session) as back:
        assert back.store.counts().annotations == count
