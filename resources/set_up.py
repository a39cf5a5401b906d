"""Makes the private environment: what the system lacks, the locked packages, the program."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from resources import system

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = ("PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE")
NETWORK_SIGNS = (
    "name resolution",
    "Temporary failure resolving",
    "getaddrinfo",
    "NewConnectionError",
    "Failed to establish a new connection",
    "ProxyError",
    "ConnectTimeout",
    "ReadTimeout",
    "Could not resolve",
    "Could not connect",
    "Connection refused",
)
REMEDIES = {
    "No space left": "The disk is full. Make room (about 1 GB) and run this again.",
    "DO NOT MATCH THE HASHES": "A package is not the expected one; nothing of it was installed.",
    **dict.fromkeys(
        NETWORK_SIGNS, "There is no network, or it needs a proxy. Connect and run this again."
    ),
}
"""What to do, by the words that venv, pip and apt say."""


class SetUpError(Exception):
    """Setting up cannot go on; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Finished:
    """How a command ended, and what it said if that was not shown."""

    code: int
    output: str = ""


@dataclass(frozen=True, slots=True)
class Machine:
    """The machine to set up: what it is, where the project lies, and how commands are run.

    ``perform`` runs a command and keeps what it says, ``show`` lets the person see it.
    """

    root: Path
    platform: system.Platform
    environment: Mapping[str, str]
    can_make_environments: Callable[[], bool]
    perform: Callable[[Sequence[str]], Finished]
    show: Callable[[Sequence[str]], Finished]

    @property
    def folder(self) -> Path:
        """The private environment's folder."""
        return self.root / ".venv"

    @property
    def stamp(self) -> Path:
        """The file that says what is installed; it is there only between two set-ups."""
        return self.folder / "set-up-complete.json"

    def command(self, name: str) -> Path:
        """Return the path of a command of the private environment."""
        if self.platform.system == "win32":
            return self.folder / "Scripts" / f"{name}.exe"
        return self.folder / "bin" / name


def this_machine(*, offscreen: bool) -> Machine:
    """Return the machine this runs on, whose commands draw windows into the void if offscreen."""
    here = system.this_platform()
    variables = child_environment(os.environ, offscreen=offscreen)
    return Machine(
        root=ROOT,
        platform=here,
        environment=variables,
        can_make_environments=can_make_environments,
        perform=lambda command: perform(command, variables, captured=True),
        show=lambda command: perform(command, variables, captured=False),
    )


def child_environment(given: Mapping[str, str], *, offscreen: bool) -> dict[str, str]:
    """Return the variables for commands: UTF-8 everywhere, and no one else's Python packages.

    Python may keep what it compiled: each of the many processes of the program and of its tests
    would compile everything again.
    """
    kept = {name: value for name, value in given.items() if name not in LEFT_OUT}
    kept |= {"PYTHONUTF8": "1", "PIP_USER": "0", "DEBIAN_FRONTEND": "noninteractive"}
    return {**kept, "QT_QPA_PLATFORM": "offscreen"} if offscreen else kept


def perform(command: Sequence[str], variables: Mapping[str, str], *, captured: bool) -> Finished:
    """Run a command in the project's folder to its end; one that cannot start ends with 127."""
    out, err = (subprocess.PIPE, subprocess.STDOUT) if captured else (None, None)
    try:
        done = subprocess.run(command, check=False, cwd=ROOT, env=variables, stdout=out, stderr=err)
    except OSError as error:
        return Finished(127, str(error))
    return Finished(done.returncode, (done.stdout or b"").decode("utf-8", "replace"))


def can_make_environments() -> bool:
    """Say whether this Python can make environments; Debian's cannot without a package."""
    try:
        __import__("ensurepip")
        __import__("venv")
    except ImportError:
        return False
    return True


def say(text: str, end: str = "\n") -> None:
    """Tell the person at the terminal."""
    print(text, end=end, flush=True)


@contextmanager
def step(name: str) -> Iterator[None]:
    """Tell in one line what is being done, how it ended and how long it took."""
    say(f"{name} … ", end="")
    start = time.monotonic()
    try:
        yield
    except BaseException:
        say(f"failed ({time.monotonic() - start:.1f} s)")
        raise
    say(f"done ({time.monotonic() - start:.1f} s)")


def set_up(machine: Machine, extras: Sequence[str]) -> None:
    """Make the private environment and install what the system lacks, unless that is done.

    Raises:
        SetUpError: something is missing that only the person can provide.
    """
    wanted = parts(machine, extras)
    done = finished_parts(machine)
    missing = {name: mark for name, mark in wanted.items() if done.get(name) != mark}
    if not missing:
        return
    if machine.stamp.is_file():
        machine.stamp.unlink()
    if "environment" in missing:
        provide_system(machine)
        make_environment(machine)
        done, missing = {}, wanted
    install(machine, [name for name in missing if name.endswith(".txt")])
    check_window(machine)
    unfinished = machine.stamp.with_suffix(".part")
    unfinished.write_text(json.dumps({**done, **wanted}), encoding="utf-8")
    unfinished.replace(machine.stamp)


def parts(machine: Machine, extras: Sequence[str]) -> dict[str, str]:
    """Return the parts of a set-up, each with a mark that changes when it must be made anew."""
    files = [f"requirements{suffix}.txt" for suffix in ("", *(f"-{extra}" for extra in extras))]
    place = f"{sys.version} {sys.base_prefix} {machine.root}"
    contents = {name: (machine.root / "resources" / name).read_bytes() for name in files}
    contents["environment"] = place.encode("utf-8", "surrogateescape")
    contents["program"] = (machine.root / "pyproject.toml").read_bytes()
    return {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}


def finished_parts(machine: Machine) -> dict[str, str]:
    """Return the parts that are set up, with their marks; none if a set-up was interrupted."""
    if not machine.command("python").is_file() or not machine.command("annotator").is_file():
        return {}
    try:
        found = json.loads(machine.stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def provide_system(machine: Machine) -> None:
    """Install the libraries, the font and the part of Python that are missing, or say how.

    Raises:
        SetUpError: they are missing and this may not install them.
    """
    here = machine.platform
    if sentence := system.unsupported(here):
        raise SetUpError(sentence)
    libraries = system.missing_libraries(here)
    font, venv = system.lacks_chinese_font(here), not machine.can_make_environments()
    wanted = system.packages(here, libraries, font=font, venv=venv)
    if not wanted:
        return
    if system.may_install(here):
        install_packages(machine, wanted)
    elif libraries or venv:
        raise SetUpError(how_to_install(machine, wanted))
    else:
        line = system.install_line(here, wanted) or ", ".join(wanted)
        say(f"No font with Chinese characters was found. To install one:\n    {line}")


def how_to_install(machine: Machine, wanted: Sequence[str]) -> str:
    """Return the sentences with what the person has to install."""
    line = system.install_line(machine.platform, wanted)
    how = f"Install it with\n    {line}\nand" if line else f"Install {', '.join(wanted)}, and"
    return f"The system lacks something that Qt or Python needs. {how} run this again."


def install_packages(machine: Machine, wanted: Sequence[str]) -> None:
    """Install packages of the system, as root.

    Raises:
        SetUpError: the package manager failed.
    """
    with step(f"Installing from the system: {', '.join(wanted)}"):
        for command in system.install_commands(machine.platform, wanted):
            need(machine, command)


def make_environment(machine: Machine) -> None:
    """Make a fresh private environment; an old or unfinished one is thrown away.

    Raises:
        SetUpError: the old one cannot be removed, or Python could not make a new one.
    """
    with step("Making the private environment in .venv"):
        try:
            if machine.folder.exists():
                shutil.rmtree(machine.folder)
        except OSError as error:
            close = "If the program is open, close it; then run this again."
            raise SetUpError(f"{error}\nThe old environment cannot be removed. {close}") from error
        need(machine, [sys.executable, "-m", "venv", str(machine.folder)])


def install(machine: Machine, files: Sequence[str]) -> None:
    """Install exactly the locked packages of the files, then the program itself in place.

    Raises:
        SetUpError: pip failed.
    """
    pip = [str(machine.command("python")), "-m", "pip", "install", "--disable-pip-version-check"]
    locked = [part for name in files for part in ("-r", str(machine.root / "resources" / name))]
    if files:
        with step("Installing the locked packages (about 100 MB the first time)"):
            need(machine, [*pip, "--quiet", "--require-hashes", *locked])
    with step("Installing the program in place"):
        source = ["--no-deps", "--no-build-isolation", "--editable", str(machine.root)]
        need(machine, [*pip, "--quiet", *source])
        point_to_source(machine)


def need(machine: Machine, command: Sequence[str]) -> None:
    """Run a step of the installation.

    Raises:
        SetUpError: it failed; with its last words and what to do.
    """
    done = machine.perform(command)
    if done.code:
        raise SetUpError(why_failed(done.output))


def point_to_source(machine: Machine) -> None:
    """Let the environment find the program by a relative path.

    Before Python 3.13, Windows reads these files in its own encoding, which loses a folder named
    in Chinese.
    """
    for file in machine.folder.glob("**/site-packages/_editable_impl_*.pth"):
        file.write_text(os.path.relpath(machine.root, file.parent), encoding="ascii")


def check_window(machine: Machine) -> None:
    """Load Qt's widgets once, as the program will.

    Raises:
        SetUpError: something that they need is missing from the system.
    """
    with step("Loading Qt"):
        python = str(machine.command("python"))
        done = machine.perform([python, "-c", "import PySide6.QtWidgets, PySide6.QtSvg"])
        if done.code:
            raise SetUpError(f"{last_lines(done.output, 1)}\nQt cannot be loaded: see above.")


def last_lines(output: str, count: int) -> str:
    """Return the end of what a command said."""
    return "\n".join(output.strip().splitlines()[-count:])


def why_failed(output: str) -> str:
    """Return the last words of a step that failed and what to do, as far as they tell."""
    sentence = next((REMEDIES[sign] for sign in REMEDIES if sign in output), None)
    if sentence:
        return f"{last_lines(output, 1)}\n{sentence}"
    return f"{last_lines(output, 12)}\nThis failed: see above. Run it again when that is mended."
