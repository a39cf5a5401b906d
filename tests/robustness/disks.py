"""Disks and folders that fail: small ones, read-only ones, and acting as a user without rights."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

NOBODY = 65534


@contextmanager
def mounted(size: str = "2m") -> Iterator[Path]:
    """Give a small disk of its own; skips the test where none can be mounted."""
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if mount is None or unmount is None or not hasattr(os, "geteuid") or os.geteuid():
        pytest.skip("only root can mount a small disk")
    with tempfile.TemporaryDirectory() as folder:
        made = subprocess.run(
            [mount, "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder],
            check=False,
            capture_output=True,
        )
        if made.returncode:
            pytest.skip("this machine does not let a small disk be mounted")
        try:
            yield Path(folder)
        finally:
            subprocess.run([unmount, "-l", folder], check=True)


def make_read_only(disk: Path) -> None:
    """Let nobody write to a mounted disk any more."""
    mount = shutil.which("mount")
    assert mount
    subprocess.run([mount, "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(OSError, match="Read-only"):
        (disk / "plain").write_bytes(b"x")


def fill(disk: Path) -> Path:
    """Write a file until the disk is full."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(512))
    with pytest.raises(OSError, match="No space"):
        (disk / "plain").write_bytes(bytes(4096))
    return filler


@contextmanager
def without_rights() -> Iterator[None]:
    """Act as a user who is not root."""
    if not hasattr(os, "geteuid"):
        pytest.skip("the system has no user ids")
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(was)


@contextmanager
def folder_for_all() -> Iterator[Path]:
    """Give a folder that a user without rights can reach and owns."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        path.chmod(0o755)
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
        yield path
        path.chmod(0o755)
