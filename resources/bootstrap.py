"""Sets up everything on a bare machine that has only Python, then runs the program or its tests.

    python3 resources/bootstrap.py run  [--sample zh|en] [--screenshot OUT.png]
    python3 resources/bootstrap.py test [--all]
    python3 resources/bootstrap.py lock     make the locked requirements anew

Needs only the standard library. A second call starts at once.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python shall get a sentence
    sys.exit(
        f"Python 3.11 or newer is needed; this is {sys.version_info[0]}.{sys.version_info[1]}. "
        "Install a newer Python and run the command with it."
    )

sys.path.insert(0, str(Path(__file__).parent))

import system

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "resources"
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "set-up-complete"
EXTRAS = ("test",)


class SetUpError(Exception):
    """Setting up cannot go on; the text says what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; returns the exit code."""
    options = parse(arguments)
    try:
        if options.command == "lock":
            return lock()
        set_up(["test"] if options.command == "test" else [])
        return run(options) if options.command == "run" else test(everything=options.all)
    except SetUpError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 1


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the parsed arguments."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    runs = commands.add_parser("run", help="open the window with a copy of the sample project")
    runs.add_argument("--sample", choices=("zh", "en"), default="zh")
    runs.add_argument("--screenshot", type=Path, metavar="OUT.png")
    tests = commands.add_parser("test", help="run every check and test")
    tests.add_argument("--all", action="store_true", help="the heavy runs too")
    commands.add_parser("lock", help="make the locked requirements anew")
    return parser.parse_args(arguments)


def say(text: str) -> None:
    """Tell the person at the terminal."""
    print(text, file=sys.stderr, flush=True)


# --- setting up ---


def set_up(extras: Sequence[str]) -> None:
    """Make the private environment and find what the system lacks, unless that is done.

    Raises:
        SetUpError: something is missing that only the person can install.
    """
    wanted = fingerprint(extras)
    if STAMP.is_file() and wanted in STAMP.read_text().splitlines() and python().is_file():
        return
    provide_system(venv=not has_ensurepip())
    make_environment()
    install(extras)
    done = STAMP.read_text().splitlines() if STAMP.is_file() else []
    STAMP.write_text("\n".join({*done, wanted}))


def fingerprint(extras: Sequence[str]) -> str:
    """Return a text that changes when the environment has to be made anew."""
    digest = hashlib.sha256(sys.version.encode())
    for file in [*requirement_files(extras), ROOT / "pyproject.toml"]:
        digest.update(file.read_bytes())
    digest.update(str(ROOT).encode())
    return digest.hexdigest()


def requirement_files(extras: Sequence[str]) -> list[Path]:
    """Return the locked requirement files: the program's, and one for each extra."""
    return [
        REQUIREMENTS / f"requirements{suffix}.txt" for suffix in ("", *(f"-{e}" for e in extras))
    ]


def has_ensurepip() -> bool:
    """Say whether this Python can make environments; Debian's cannot without a package."""
    try:
        __import__("ensurepip")
        __import__("venv")
    except ImportError:
        return False
    return True


def provide_system(*, venv: bool) -> None:
    """Install the libraries and the font that are missing, or say how.

    Raises:
        SetUpError: they are missing and this may not install them.
    """
    here = system.this_platform()
    libraries = system.missing_libraries(here)
    font = system.lacks_chinese_font(here)
    wanted = system.packages(here, libraries, font=font, venv=venv)
    if not wanted:
        return
    command = system.install_command(here, wanted)
    if not system.may_install(here):
        if not libraries and not venv:
            say(f"No font with Chinese characters was found. To install one: {command}")
            return
        how = f"Install it with:\n    {command}" if command else f"Install: {', '.join(wanted)}"
        raise SetUpError(f"The system lacks what the window needs. {how}\nThen run this again.")
    say(f"Installing {', '.join(wanted)} …")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=env, stdout=subprocess.DEVNULL)
    done = subprocess.run(command.split(), check=False, env=env, stdout=subprocess.DEVNULL)
    if done.returncode:
        raise SetUpError(f"Installing failed. Try it yourself:\n    {command}")


def make_environment() -> None:
    """Make a fresh private environment; half a one is thrown away."""
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    say("Making the private environment in .venv …")
    done = subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=False)
    if done.returncode:
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        raise SetUpError("Python could not make an environment in .venv: see above.")


def python() -> Path:
    """Return the environment's Python."""
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def program() -> Path:
    """Return the command ``annotator`` of the environment."""
    return python().with_name("annotator.exe" if os.name == "nt" else "annotator")


def install(extras: Sequence[str]) -> None:
    """Install exactly the locked packages, then the program itself in place.

    Raises:
        SetUpError: pip failed; its own words stand above.
    """
    say("Installing the locked packages …")
    pip = [str(python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    files = [part for file in requirement_files(extras) for part in ("-r", str(file))]
    for arguments in (
        ["--require-hashes", *files],
        ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
    ):
        if subprocess.run([*pip, *arguments], check=False).returncode:
            raise SetUpError("Installing failed: see above. Check the network and run this again.")


def lock() -> int:
    """Make the locked requirement files anew with uv, for all systems and Python versions."""
    for name in ("", *EXTRAS):
        suffix = f"-{name}" if name else ""
        command = [
            *(
                "uv",
                "pip",
                "compile",
                "--universal",
                "--generate-hashes",
                "--python-version",
                "3.11",
            ),
            *("--no-header", "--no-annotate", "--no-emit-index-url", "--quiet", "--upgrade"),
            *(["--extra", name] if name else []),
            *("--output-file", str(REQUIREMENTS / f"requirements{suffix}.txt")),
            *(str(ROOT / "pyproject.toml"), str(REQUIREMENTS / "build.in")),
        ]
        if subprocess.run(command, check=False, cwd=ROOT).returncode:
            return 1
    return 0


# --- running and testing ---


def run(options: argparse.Namespace) -> int:
    """Open the window with a copy of the sample."""
    command = [str(program()), "--sample", options.sample]
    if options.screenshot:
        command += ["--screenshot", str(options.screenshot)]
    return subprocess.run(command, check=False).returncode


def test(*, everything: bool) -> int:
    """Run every check; returns 0 only if all of them pass."""
    failed = [name for name, command in checks(everything=everything) if not passes(name, command)]
    if failed:
        say(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def checks(*, everything: bool) -> list[tuple[str, list[str]]]:
    """Return each check's name and command, pytest last."""
    module = [str(python()), "-m"]
    pytest = [*module, "coverage", "run", "-m", "pytest", "-q", *(["--all"] if everything else [])]
    return [
        ("ruff check", [*module, "ruff", "check"]),
        ("ruff format", [*module, "ruff", "format", "--check", "--quiet"]),
        ("mypy", [*module, "mypy"]),
        ("import-linter", [str(python().with_name("lint-imports"))]),
        ("pytest", pytest),
        ("coverage combine", [*module, "coverage", "combine", "--quiet"]),
        ("coverage", [*module, "coverage", "report", "--skip-covered", "--skip-empty"]),
    ]


def passes(name: str, command: Sequence[str]) -> bool:
    """Run one check without a screen and say how it went."""
    say(f"--- {name}")
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    return subprocess.run(command, check=False, cwd=ROOT, env=env).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
