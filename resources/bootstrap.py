"""Sets up everything on a bare machine that has only Python, then runs the program or its tests.

    python3 resources/bootstrap.py run  [--sample zh|en] [--screenshot OUT.png]
    python3 resources/bootstrap.py test [--all]
    python3 resources/bootstrap.py lock     make the locked requirements anew

Needs only the standard library. A second call starts at once.
"""

import argparse
import io
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python shall get a sentence
    sys.exit(
        f"Python 3.11 or newer is needed; this is {sys.version_info[0]}.{sys.version_info[1]}. "
        "Install one (Debian and Ubuntu: apt-get install python3.11; Fedora: dnf install "
        "python3.13; macOS: brew install python; Windows: winget install Python.Python.3.13) "
        "and run the same command with it, as in: python3.13 resources/bootstrap.py run"
    )

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from resources import system
from resources.set_up import Finished, Machine, SetUpError, say, set_up, this_machine

EXTRAS = ("test", "cas", "parquet", "spacy")
TYPES = "mypy"
"""The check that runs beside the others: it takes one core, for a third of a minute."""


def main(arguments: Sequence[str] | None = None, machine: Machine | None = None) -> int:
    """Do what the arguments say; returns the exit code."""
    options = parse(arguments)
    try:
        return obey(options, machine or this_machine(offscreen=options.verb == "test"))
    except (SetUpError, OSError) as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped. The next call goes on from here.", file=sys.stderr)
    return 1


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the parsed arguments."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    commands = parser.add_subparsers(dest="verb", required=True)
    runs = commands.add_parser("run", help="open the window with a copy of the sample project")
    runs.add_argument("--sample", choices=("zh", "en"), default="zh")
    runs.add_argument("--screenshot", type=Path, metavar="OUT.png")
    tests = commands.add_parser("test", help="run every check and test")
    tests.add_argument("--all", action="store_true", help="the heavy runs too")
    commands.add_parser("lock", help="make the locked requirements anew")
    return parser.parse_args(arguments)


def obey(options: argparse.Namespace, machine: Machine) -> int:
    """Set up what the verb needs and do it; returns the exit code."""
    if options.verb == "lock":
        return lock(machine)
    if options.verb == "run":
        set_up(machine, ())
        return run(machine, options.sample, options.screenshot)
    set_up(machine, ("test",))
    return test(machine, everything=options.all)


def lock(machine: Machine) -> int:
    """Make the locked requirement files anew with uv, for all systems and Python versions.

    What people install is in the versions that the tests have.
    """
    resources = machine.root / "resources"
    options = "--universal --generate-hashes --python-version 3.11 --quiet --upgrade"
    options += " --no-header --no-annotate --no-emit-index-url"
    sources = [str(machine.root / "pyproject.toml"), str(resources / "build.in")]
    tested = resources / "requirements-test.txt"
    for name in (*EXTRAS, ""):
        output = resources / (f"requirements-{name}.txt" if name else "requirements.txt")
        extra = ["--extra", name] if name else []
        same = [] if output == tested else ["--constraint", str(tested)]
        command = ["uv", "pip", "compile", *options.split(), *extra, *same]
        command += ["--output-file", str(output), *sources]
        code = machine.show(command).code
        if code:
            return code
    return 0


# --- running and testing ---


def run(machine: Machine, sample: str, screenshot: Path | None) -> int:
    """Open the window with a copy of the sample; returns the exit code."""
    program = str(machine.command("annotator"))
    picture = ["--screenshot", str(screenshot.absolute())] if screenshot else []
    if not picture and not system.has_display(machine.platform, machine.environment):
        say(
            "There is no display to open the window on. All is set up; the command line works "
            f"without one:\n    {shown(program)} --help\nand this saves a picture of the window:\n"
            "    python3 resources/bootstrap.py run --screenshot OUT.png"
        )
        return 1
    code = machine.show([program, "--sample", sample, *picture]).code
    if code < 0:
        say(f"The program was ended by the system (signal {-code}): see above.")
    return code if code >= 0 else 1


def shown(path: str) -> str:
    """Return a path as it is typed in a terminal."""
    return f'"{path}"' if " " in path else path


def test(machine: Machine, *, everything: bool) -> int:
    """Run every check; returns 0 only if all of them pass."""
    start = time.monotonic()
    commands = checks(machine, everything=everything)
    with ThreadPoolExecutor(1) as beside:
        types = beside.submit(machine.perform, commands[TYPES])
        started = {TYPES: types.result}
        failed = [
            name
            for name, command in commands.items()
            if not passes(machine, name, command, started.get(name))
        ]
    seconds = time.monotonic() - start
    if failed:
        say(f"{len(failed)} of {len(commands)} checks failed in {seconds:.0f} s: ", end="")
        say(f"{', '.join(failed)}.")
        return 1
    say(f"All {len(commands)} checks are fine ({seconds:.0f} s).")
    return 0


def checks(machine: Machine, *, everything: bool) -> dict[str, list[str]]:
    """Return each check's command by its name, in their order."""
    module = [str(machine.command("python")), "-m"]
    tests = [*module, "coverage", "run", "-m", "pytest", "-q", "-n", "auto"]
    tests += ["--dist", "worksteal"]
    tests += ["--all"] if everything else []
    return {
        "ruff check": [*module, "ruff", "check"],
        "ruff format": [*module, "ruff", "format", "--check"],
        "import-linter": [str(machine.command("lint-imports"))],
        "pytest": tests,
        TYPES: [*module, "mypy"],
        "coverage combine": [*module, "coverage", "combine"],
        "coverage report": [*module, "coverage", "report", "--skip-covered", "--skip-empty"],
    }


def passes(
    machine: Machine, name: str, command: Sequence[str], started: Callable[[], Finished] | None
) -> bool:
    """Run one check and say how it went, in one line unless it fails; pytest speaks for itself.

    One that runs beside the others since they began is only waited for.
    """
    start = time.monotonic()
    say(f"{name} … ", end="")
    if name == "pytest":
        machine.perform([*command[:3], "erase"])
        say("")
        done = machine.show(command)
        say("pytest … ", end="")
    else:
        done = started() if started else machine.perform(command)
    seconds = time.monotonic() - start
    if done.code:
        say(f"FAILED ({seconds:.1f} s)\n{done.output.strip()}")
    else:
        say(f"ok ({seconds:.1f} s) {gist(done.output)}")
    return done.code == 0


def gist(output: str) -> str:
    """Return the line of a check's output that matters: its total, else its last line."""
    lines = [" ".join(line.split()) for line in output.splitlines() if line.strip()]
    return next((line for line in lines if line.startswith("TOTAL")), lines[-1] if lines else "")


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main())
