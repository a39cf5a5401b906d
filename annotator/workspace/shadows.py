"""Recovery copies of the open project in the program's own folder, to go back to.

One is made when the project is opened, one when it is closed and one every five minutes while
there are changes, in a thread that only reads and writes files. The last ten are kept.
"""

import hashlib
import json
import os
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import Clock
from annotator.model.message import Message
from annotator.store import copying
from annotator.store.glance import Glance, glance, holds
from annotator.store.project_file import Store
from annotator.store.session import Session
from annotator.store.spill import PREFIX
from annotator.workspace import saving

KEPT = 10
MOST_BYTES = 4 << 30
"""Older copies go before the tenth where they would take more than this."""
SECONDS = 300
MOST_CHARACTERS = 20_000_000
"""So many characters of imported texts wait in memory for the next copy, at most."""
SUFFIX = ".annotator"
PLACE = "place.json"
STAMP = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class Shadow:
    """A recovery copy: when it was made, of which file, and what it holds.

    ``source`` is a mere name where it is not known where the file was.
    """

    path: Path
    taken: datetime
    source: Path
    holds: Glance


class Shadows:
    """Makes the recovery copies of one open file."""

    def __init__(self, folder: Path, store: Store, clock: Clock) -> None:
        self.folder = folder / _place_of(store.project_id, store.path)
        self._store = store
        self._clock = clock
        self._started = clock()
        self._running: Future[Path] | None = None
        self._held = 0
        self._base: Path | None = None
        self._worker = ThreadPoolExecutor(1, "shadow")
        self.spill = self.folder / f"{PREFIX}{uuid4().hex}.json"
        """Holds what the file did not take, as long as it does not and the program runs."""
        store.tail.keeps_recent = True

    def latest(self) -> Path | None:
        """Return the last copy that was made."""
        return next(iter(_newest_first(self.folder)), None)

    def base(self) -> Path | None:
        """Return the copy that the store's recent transactions bring up to date, if any."""
        self._collect()
        return self._base

    def is_due(self) -> bool:
        """Say whether there are changes that no copy holds."""
        latest = self.latest()
        if not _is_of(latest, self._store.tail.last):
            return True
        if self._base != latest:
            self._base = latest
            self._store.tail.forget_recent(len(self._store.tail.recent))
        return False

    def tick(self) -> Message | None:
        """Start a copy if it is time for one; returns why the last one failed."""
        failed = self._collect() if self._running and self._running.done() else None
        age = (self._clock() - self._started).total_seconds()
        if age >= SECONDS or self._store.tail.recent_characters > MOST_CHARACTERS:
            self.start()
        return failed

    def start(self) -> None:
        """Make a copy beside the work, if there is anything new."""
        self._started = self._clock()
        if self._running is None and not self._store.is_elsewhere() and self.is_due():
            self._held, store = len(self._store.tail.recent), self._store
            self._running = self._worker.submit(
                _copy, store.path, self._target(), store.project_id, store.tail.last
            )

    def take(self) -> Path | None:
        """Make a copy at once; returns where it is.

        Raises:
            NotSavedError: it could not be made, or the file no longer holds the work.
        """
        self._collect()
        self._store.tail.check()
        if self.is_due():
            held, target = len(self._store.tail.recent), self._target()
            self._store.save_shadow(target)
            self._keep(target, held)
        return self.latest()

    def take_with(self, unsaved: Sequence[Edit], session: Session) -> Path | None:
        """Make a copy at once that also holds the edits the file did not take.

        Raises:
            UserError: it could not be made.
        """
        path = self.take()
        if path is None or not unsaved:
            return path
        target = self._target("and more")
        with Store.open(path, session, read_only=True) as kept:
            kept.save_copy(target)
        with Store.open(target, session) as more:
            for edit in unsaved:
                more.apply(edit)
        return target

    def rescue(self, session: Session) -> None:
        """Keep a copy of the work whose file was taken away or put back to an older state.

        Raises:
            UserError: there is nothing to make it from, or no room.
        """
        try:
            self.take()
        except UserError:
            base = self.base()
            if base is None:
                raise
            saving.rebuild(self._store, self._target(), session, base).close()

    def close(self, *, waits: bool = True) -> None:
        """Make the last copy; what cannot be copied stays in the file all the same.

        Who does not wait for it goes on at once; the program ends when it is there.
        """
        if self._store.is_elsewhere():
            with suppress(UserError):
                self.take()
        elif self._running or self.is_due():
            store, last = self._store, self._store.tail.last
            self._worker.submit(_copy_last, store.path, self._target(), store.project_id, last)
        self._worker.shutdown(wait=waits)

    def _keep(self, target: Path, held: int) -> None:
        """Count on a copy that was made, which holds the oldest of the recent transactions."""
        self._base = target
        self._store.tail.forget_recent(held)
        _prune(self.folder)

    def _target(self, besides: str = "") -> Path:
        """Return where the next copy goes; its name says what it holds."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            place = {"path": str(self._store.path.absolute()), "project": self._store.project_id}
            (self.folder / PLACE).write_text(json.dumps(place), encoding="utf-8")
        stamp = self._clock().strftime(STAMP)
        return self.folder / f"{stamp}-{_mark_of(self._store.tail.last + besides)}{SUFFIX}"

    def _collect(self) -> Message | None:
        """Wait for the copy that is being made; returns why it failed."""
        running, self._running = self._running, None
        if running is None:
            return None
        try:
            self._keep(running.result(), self._held)
        except UserError as error:
            return error.message
        return None


def _copy(source: Path, target: Path, project_id: str, last: str) -> Path:
    """Copy a file and see that the copy holds the work: it may have been replaced meanwhile.

    A copy of the same state that somebody else has made, or makes meanwhile, is enough.

    Raises:
        UserError: it does not, or cannot be written.
    """
    part = target.with_suffix(".making")
    if there := _made(target.parent, last):
        return there
    copying.save_shadow_beside_work(source, part)
    if there := _made(target.parent, last):
        part.unlink(missing_ok=True)
        return there
    if holds(part, project_id, last):
        return part.replace(target)
    part.unlink(missing_ok=True)
    raise UserError("{path} no longer holds this project's changes.", path=str(source))


def _made(folder: Path, last: str) -> Path | None:
    """Return the last copy, if it ends with a transaction."""
    latest = next(iter(_newest_first(folder)), None)
    return latest if _is_of(latest, last) else None


def _copy_last(source: Path, target: Path, project_id: str, last: str) -> None:
    """Copy a file that is closed, unless a copy that was under way holds all of it."""
    with suppress(UserError, OSError):
        _copy(source, target, project_id, last)
        _prune(target.parent)


def all_shadows(folder: Path) -> list[Shadow]:
    """Return the readable recovery copies of all projects, the newest first."""
    found = []
    for place in folder.glob(f"*/{PLACE}"):
        with suppress(OSError, ValueError, TypeError, KeyError):
            source = Path(json.loads(place.read_text(encoding="utf-8"))["path"])
            found += [s for path in _newest_first(place.parent) if (s := _shadow(path, source))]
    for path in folder.glob(f"*{SUFFIX}"):  # made before a file was brought up to a new version
        with suppress(OSError, UserError):
            made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            found.append(Shadow(path, made, Path(path.name), glance(path)))
    return sorted(found, key=lambda shadow: shadow.taken, reverse=True)


def _shadow(path: Path, source: Path) -> Shadow | None:
    with suppress(UserError, ValueError):
        taken = datetime.strptime(path.name.partition("-")[0], STAMP).replace(tzinfo=UTC)
        return Shadow(path, taken, source, glance(path))
    return None


def restore(shadow: Shadow, path: Path, session: Session) -> None:
    """Write a recovery copy to a new file, after the checks that any file goes through.

    Raises:
        UserError: there is a file at ``path`` already, or the copy is damaged or not written.
    """
    if path.exists():
        raise UserError("{path} is there already: choose another name.", path=str(path))
    with Store.open(shadow.path, session, read_only=True) as kept:
        kept.save_copy(path)


def _place_of(project_id: str, path: Path) -> str:
    told = os.fsencode(project_id + "\0") + os.fsencode(path.absolute())
    return hashlib.sha256(told).hexdigest()[:32]


def _newest_first(folder: Path) -> Sequence[Path]:
    return sorted(folder.glob(f"2*{SUFFIX}"), reverse=True)


def _mark_of(transaction: str) -> str:
    """Return what a copy's name says of its last transaction, whose id comes from a file."""
    return hashlib.sha256(transaction.encode()).hexdigest()[:16]


def _is_of(copy: Path | None, transaction: str) -> bool:
    """Say whether a copy ends with a transaction, by its name."""
    return copy is not None and copy.stem.endswith(_mark_of(transaction))


def _prune(folder: Path) -> None:
    total = 0
    for number, path in enumerate(_newest_first(folder)):
        with suppress(OSError):
            total += path.stat().st_size
            if number >= KEPT or (number > 0 and total > MOST_BYTES):
                path.unlink()
