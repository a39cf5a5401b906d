"""A disk that a power cut stops: what was synced is there, of the rest any part may be.

A model, not hardware. Writes that were not synced get through or not by sectors of 512 bytes; a
new or deleted name lasts from the next sync of its folder on, which SQLite asks for when it first
syncs a new file and, with ``synchronous=EXTRA``, when it deletes a journal.
"""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import apsw

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that happened: ``write``, ``truncate``, ``sync``, ``make``, ``delete`` or ``done``.

    ``at`` is an offset or a size; a ``delete`` with ``at`` 1 syncs the folder, and ``done`` means
    that the transaction number ``at`` was acknowledged.
    """

    verb: str
    name: str
    at: int = 0
    content: bytes = b""


class LoggingDisk(apsw.VFS):
    """Passes everything on to the system's own files and writes it down."""

    def __init__(self) -> None:
        self.log: list[Operation] = []
        super().__init__("logging-disk", "", maxpathname=0)

    def xOpen(self, name: Any, flags: list[int]) -> "LoggedFile":  # noqa: ANN401, N802
        """Open a file that writes down what is done to it."""
        return LoggedFile(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: FBT001, N802
        """Delete a file."""
        self.log.append(Operation("delete", Path(filename).name, int(syncdir)))
        super().xDelete(filename, syncdir)


class LoggedFile(apsw.VFSFile):
    """One file of a ``LoggingDisk``."""

    def __init__(self, disk: LoggingDisk, name: Any, flags: list[int]) -> None:  # noqa: ANN401
        told = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._name = Path(told).name if told else ""
        self._disk = disk
        is_new = bool(told) and not Path(told).exists()
        super().__init__("", name, flags)
        if is_new:
            disk.log.append(Operation("make", self._name))

    def xWrite(self, data: Any, offset: int) -> None:  # noqa: ANN401, N802 - a buffer
        """Write bytes."""
        self._disk.log.append(Operation("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        """Cut the file off."""
        self._disk.log.append(Operation("truncate", self._name, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        """Bring what was written to the medium."""
        self._disk.log.append(Operation("sync", self._name))
        super().xSync(flags)


@dataclass
class _File:
    """What the medium holds of a file, and what is still on the way there."""

    durable: bytearray = field(default_factory=bytearray)
    on_the_way: list[Operation] = field(default_factory=list)
    is_named: bool = False


class CutDisk:
    """Plays a log up to a moment and says what the medium may hold after the power is cut."""

    def __init__(self, name: str, content: bytes) -> None:
        self._files = {name: _File(bytearray(content), is_named=True)}
        self._unlinked: dict[str, _File] = {}

    def play(self, operation: Operation) -> None:
        """Let one operation happen."""
        name = operation.name
        match operation.verb:
            case "make":
                self._files[name] = _File()
            case "delete":
                self._delete(name, is_synced=bool(operation.at))
            case "sync" if name in self._files:
                self._sync(self._files[name])
            case "write" | "truncate" if name in self._files:
                self._files[name].on_the_way.append(operation)

    def _delete(self, name: str, *, is_synced: bool) -> None:
        file = self._files.pop(name, None)
        if file and file.is_named:
            self._unlinked[name] = file
        if is_synced:
            self._unlinked.clear()

    def _sync(self, file: _File) -> None:
        for operation in file.on_the_way:
            _carry_out(file.durable, operation)
        file.on_the_way.clear()
        if not file.is_named:
            file.is_named = True
            self._unlinked.clear()

    def cut(self, dice: Random) -> dict[str, bytes]:
        """Return what may be found after the power is back: contents by name."""
        found = {name: file for name, file in self._unlinked.items() if dice.random() < 0.5}
        found |= {
            name: file for name, file in self._files.items() if file.is_named or dice.random() < 0.5
        }
        return {name: _remains(file, dice) for name, file in found.items()}


def _remains(file: _File, dice: Random) -> bytes:
    content = bytearray(file.durable)
    for operation in file.on_the_way:
        if operation.verb == "truncate":
            if dice.random() < 0.5:
                _carry_out(content, operation)
            continue
        for start in range(0, len(operation.content), SECTOR):
            if dice.random() < 0.5:
                part = operation.content[start : start + SECTOR]
                _carry_out(content, Operation("write", "", operation.at + start, part))
    return bytes(content)


def _carry_out(content: bytearray, operation: Operation) -> None:
    if operation.verb == "truncate":
        del content[operation.at :]
        content.extend(bytes(operation.at - len(content)))
        return
    content.extend(bytes(max(0, operation.at + len(operation.content) - len(content))))
    content[operation.at : operation.at + len(operation.content)] = operation.content
