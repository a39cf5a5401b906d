"""Made-up systems and machines for the tests of the set-up; no command is run on them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from resources.set_up import Finished, Machine
from resources.system import LIBRARIES, Platform

DEBIAN = Platform(
    system="linux",
    machine="x86_64",
    version=(2, 36),
    manager="apt",
    is_root=True,
    has_sudo=False,
    python=(3, 11),
    loads=lambda _library: True,
    has_chinese_font=lambda: True,
)
FEDORA = replace(DEBIAN, manager="dnf", is_root=False, has_sudo=True, version=(2, 41))
WINDOWS = replace(DEBIAN, system="win32", machine="AMD64", version=(0, 0), manager="")
MAC = replace(DEBIAN, system="darwin", machine="arm64", version=(15, 1), manager="", is_root=False)


def lacking(platform: Platform, libraries: Collection[str] = LIBRARIES) -> Platform:
    """Return the system without some of its shared libraries."""
    return replace(platform, loads=lambda library: library not in libraries)


@dataclass
class Shell:
    """Writes down the commands; does to the project's folder what venv and pip would do.

    A command that holds one of the words of ``trouble`` ends as it says there.
    """

    root: Path
    system: str = "linux"
    trouble: dict[str, Finished] = field(default_factory=dict)
    commands: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)

    def perform(self, command: Sequence[str]) -> Finished:
        """Take a command whose words are kept."""
        line = " ".join(command)
        self.commands.append(line)
        for word, end in self.trouble.items():
            if word in line:
                return end
        if " -m venv " in line:
            self._make("python")
        if "--editable" in line:
            self._make("annotator")
            self._packages().mkdir(parents=True, exist_ok=True)
            (self._packages() / "_editable_impl_program.pth").write_text(str(self.root), "utf-8")
        return Finished(0)

    def show(self, command: Sequence[str]) -> Finished:
        """Take a command whose words the person sees."""
        self.shown.append(" ".join(command))
        return self.perform(command)

    def count(self, word: str) -> int:
        """Return in how many commands a word stands."""
        return sum(word in command for command in self.commands)

    def _make(self, name: str) -> None:
        windows = self.system == "win32"
        folder = self.root / ".venv" / ("Scripts" if windows else "bin")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / (f"{name}.exe" if windows else name)).touch()

    def _packages(self) -> Path:
        library = "Lib" if self.system == "win32" else "lib/python3.11"
        return self.root / ".venv" / library / "site-packages"


def machine_in(
    root: Path, platform: Platform = DEBIAN, *, venv: bool = True, display: str = ":0"
) -> tuple[Machine, Shell]:
    """Return a machine with an empty project in a folder, and its shell."""
    (root / "resources").mkdir(parents=True, exist_ok=True)
    for name in ("resources/requirements.txt", "resources/requirements-test.txt", "pyproject.toml"):
        (root / name).write_text(f"# {name}\n", "utf-8")
    shell = Shell(root, platform.system)
    machine = Machine(
        root=root,
        platform=platform,
        environment={"DISPLAY": display},
        can_make_environments=lambda: venv,
        perform=shell.perform,
        show=shell.show,
    )
    return machine, shell
