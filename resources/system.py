"""What Qt needs of the system: which shared libraries are missing, and what installs them."""

import ctypes
import os
import platform as this_computer
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_TABLE = """
libEGL.so.1             libegl1              libglvnd
libGL.so.1              libgl1               libglvnd
libfontconfig.so.1      libfontconfig1       fontconfig
libfreetype.so.6        libfreetype6         freetype2
libglib-2.0.so.0        libglib2.0-0         glib2
libgthread-2.0.so.0     libglib2.0-0         glib2
libdbus-1.so.3          libdbus-1-3          dbus
libstdc++.so.6          libstdc++6           gcc-libs
libz.so.1               zlib1g               zlib
libzstd.so.1            libzstd1             zstd
libX11.so.6             libx11-6             libx11
libX11-xcb.so.1         libx11-xcb1          libx11
libxkbcommon.so.0       libxkbcommon0        libxkbcommon
libxkbcommon-x11.so.0   libxkbcommon-x11-0   libxkbcommon-x11
libxcb.so.1             libxcb1              libxcb
libxcb-randr.so.0       libxcb-randr0        libxcb
libxcb-render.so.0      libxcb-render0       libxcb
libxcb-shape.so.0       libxcb-shape0        libxcb
libxcb-shm.so.0         libxcb-shm0          libxcb
libxcb-sync.so.1        libxcb-sync1         libxcb
libxcb-xfixes.so.0      libxcb-xfixes0       libxcb
libxcb-xkb.so.1         libxcb-xkb1          libxcb
libxcb-cursor.so.0      libxcb-cursor0       xcb-util-cursor
libxcb-icccm.so.4       libxcb-icccm4        xcb-util-wm
libxcb-image.so.0       libxcb-image0        xcb-util-image
libxcb-keysyms.so.1     libxcb-keysyms1      xcb-util-keysyms
libxcb-render-util.so.0 libxcb-render-util0  xcb-util-renderutil
libxcb-util.so.1        libxcb-util1         xcb-util
"""
LIBRARIES = {
    library: {"apt": apt, "pacman": pacman}
    for library, apt, pacman in (line.split() for line in _TABLE.split("\n") if line)
}
"""The shared libraries that Qt's core, its widgets and its X11 plugin link to and the wheels do not
carry (read off the wheels with readelf), and their packages. Dnf, zypper and apk know libraries
by their own names: see `package_of`."""

CHINESE_FONT = {
    "apt": "fonts-noto-cjk",
    "dnf": "google-noto-sans-cjk-fonts",
    "zypper": "noto-sans-sc-fonts",
    "pacman": "noto-fonts-cjk",
    "apk": "font-noto-cjk",
}
INSTALL = {
    "apt": ["apt-get update", "apt-get install -y --no-install-recommends"],
    "dnf": ["dnf install -y"],
    "zypper": ["zypper --non-interactive install"],
    "pacman": ["pacman -S --needed --noconfirm"],
    "apk": ["apk add"],
}
PROGRAMS = {"apt": "apt-get", **{name: name for name in ("dnf", "zypper", "pacman", "apk")}}
FAMILIES = {
    **dict.fromkeys(("debian", "ubuntu"), "apt"),
    **dict.fromkeys(("fedora", "rhel", "centos"), "dnf"),
    **dict.fromkeys(("suse", "opensuse", "opensuse-leap", "opensuse-tumbleweed", "sles"), "zypper"),
    **dict.fromkeys(("arch", "manjaro"), "pacman"),
    **dict.fromkeys(("alpine", "wolfi"), "apk"),
}
"""Package managers by the words in the ID and ID_LIKE of an os-release file."""

OLDEST = {
    ("linux", "x86_64"): (2, 34),
    ("linux", "aarch64"): (2, 39),
    ("darwin", "x86_64"): (13, 0),
    ("darwin", "arm64"): (13, 0),
    ("win32", "AMD64"): (0, 0),
    ("win32", "ARM64"): (0, 0),
}
"""The oldest glibc or macOS that the wheels of Qt run on: see the names of their files."""

FONT_PARTS = ("cjk", "wqy", "sourcehan", "droidsansfallback", "uming", "ukai", "notosanssc", "lxgw")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")


@dataclass(frozen=True)
class Platform:
    """A system as far as setting up needs to know it.

    ``version`` is glibc's on Linux, (0, 0) with another C library; macOS's on a Mac.
    """

    system: str
    machine: str
    version: tuple[int, ...]
    manager: str
    is_root: bool
    has_sudo: bool
    python: tuple[int, int]
    loads: Callable[[str], bool]
    has_chinese_font: Callable[[], bool]


def this_platform() -> Platform:
    """Return the system this runs on."""
    user = getattr(os, "geteuid", lambda: 1)()
    return Platform(
        system=sys.platform,
        machine=this_computer.machine() if sys.maxsize > 2**32 else "32 bit",
        version=version_from(sys.platform, this_computer.libc_ver(), this_computer.mac_ver()[0]),
        manager=manager(os_release(), [n for n, p in PROGRAMS.items() if shutil.which(p)]),
        is_root=user == 0,
        has_sudo=shutil.which("sudo") is not None,
        python=sys.version_info[:2],
        loads=loads,
        has_chinese_font=has_chinese_font,
    )


def version_from(system: str, libc: tuple[str, str], macos: str) -> tuple[int, ...]:
    """Return the version that decides whether Qt runs: glibc's or that of macOS."""
    name, number = libc
    text = macos if system == "darwin" else number if name == "glibc" else ""
    return tuple(int(part) for part in text.split(".") if part.isdigit()) or (0, 0)


def os_release() -> str:
    """Return the text in which a Linux says what it is; empty elsewhere."""
    for path in (Path("/etc/os-release"), Path("/usr/lib/os-release")):
        if path.is_file():
            return path.read_text(encoding="utf-8", errors="replace")
    return ""


def manager(release: str, programs: Collection[str]) -> str:
    """Return the package manager of a system; empty if none is known.

    What the system says of itself comes before the programs found: Fedora offers apt, Debian dnf.
    """
    lines = [line.partition("=") for line in release.splitlines()]
    fields = {key.strip(): value.strip().strip("\"'").lower() for key, _, value in lines}
    words = [fields.get("ID", ""), *fields.get("ID_LIKE", "").split()]
    known = [FAMILIES[word] for word in words if word in FAMILIES]
    return next((name for name in [*known, *PROGRAMS] if name in programs), "")


def loads(library: str) -> bool:
    """Say whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """Say whether a font with Chinese characters is installed; ask fontconfig if it is there."""
    asker = shutil.which("fc-list")
    if asker:
        command = [asker, ":lang=zh-cn", "file"]
        return bool(subprocess.run(command, check=False, capture_output=True).stdout.strip())
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return is_chinese(f.name for folder in folders for f in folder.rglob("*.[ot]t[fc]"))


def is_chinese(font_files: Iterable[str]) -> bool:
    """Say whether one of these names of font files is known to hold Chinese characters."""
    names = [name.lower().replace("-", "").replace("_", "") for name in font_files]
    return any(part in name for name in names for part in FONT_PARTS)


def unsupported(here: Platform) -> str:
    """Return a sentence if Qt has no packages for this system; empty if it has."""
    oldest = OLDEST.get((here.system, here.machine))
    if oldest is not None and here.version >= oldest:
        return ""
    found = ".".join(map(str, here.version)) if any(here.version) else ""
    library = {"linux": f"glibc {found}" if found else "no glibc", "darwin": f"macOS {found}"}
    about = ", ".join(filter(None, (here.system, here.machine, library.get(here.system, ""))))
    return (
        f"Qt has no packages for this system ({about}). It runs on Linux with glibc 2.34 or newer "
        "(Debian 12, Ubuntu 22.04, Fedora 35; on ARM glibc 2.39: Debian 13, Ubuntu 24.04), "
        "on macOS 13 or newer, and on Windows 10 or newer with a 64-bit Python."
    )


def missing_libraries(here: Platform) -> list[str]:
    """Return the shared libraries that Qt needs and a Linux lacks."""
    if here.system != "linux":
        return []
    return [library for library in LIBRARIES if not here.loads(library)]


def lacks_chinese_font(here: Platform) -> bool:
    """Say whether a Linux has no font with Chinese characters; other systems bring one."""
    return here.system == "linux" and not here.has_chinese_font()


def packages(here: Platform, libraries: Sequence[str], *, font: bool, venv: bool) -> list[str]:
    """Return what to install for what is missing, each once, in alphabetical order."""
    wanted = {package_of(library, here.manager) for library in libraries}
    if font:
        wanted.add(CHINESE_FONT.get(here.manager, "a font with Chinese characters"))
    if venv:
        wanted.add(venv_package(here))
    return sorted(wanted)


def package_of(library: str, package_manager: str) -> str:
    """Return what a package manager calls a library: a package, or what its packages provide."""
    match package_manager:
        case "dnf" | "zypper":
            return f"{library}()(64bit)"
        case "apk":
            return f"so:{library}"
        case _:
            return LIBRARIES[library].get(package_manager, library)


def venv_package(here: Platform) -> str:
    """Return the package with Python's ``venv`` and ``ensurepip``, for the Python that runs."""
    major, minor = here.python
    names = {"apt": f"python{major}.{minor}-venv", "zypper": f"python{major}{minor}-base"}
    others = {"dnf": "python3-libs", "pacman": "python", "apk": "python3"}
    return {**names, **others}.get(here.manager, "Python's modules venv and ensurepip")


def install_commands(here: Platform, wanted: Sequence[str]) -> list[list[str]]:
    """Return the commands that install packages, as root; none if no manager is known."""
    starts = [start.split() for start in INSTALL.get(here.manager, [])]
    return [*starts[:-1], [*starts[-1], *wanted]] if starts else []


def install_line(here: Platform, wanted: Sequence[str]) -> str:
    """Return the line that a person types to install packages; empty if no manager is known."""
    commands = [shlex.join(command) for command in install_commands(here, wanted)]
    if here.is_root or not commands:
        return " && ".join(commands)
    if here.has_sudo:
        return " && ".join(f"sudo {command}" for command in commands)
    return f"su -c {shlex.quote(' && '.join(commands))}"


def may_install(here: Platform) -> bool:
    """Say whether packages are installed without asking: as root on a system with apt."""
    return here.manager == "apt" and here.is_root


def has_display(here: Platform, environment: Mapping[str, str]) -> bool:
    """Say whether there is a screen to show a window on."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return here.system in {"win32", "darwin"} or any(environment.get(name) for name in names)
