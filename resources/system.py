"""What Qt needs of the system: which shared libraries are missing, and which packages hold them."""

import ctypes
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

LIBRARIES: dict[str, dict[str, str]] = {
    "libEGL.so.1": {
        "apt": "libegl1",
        "dnf": "libglvnd-egl",
        "zypper": "libEGL1",
        "pacman": "libglvnd",
    },
    "libGL.so.1": {
        "apt": "libgl1",
        "dnf": "libglvnd-glx",
        "zypper": "libGL1",
        "pacman": "libglvnd",
    },
    "libfontconfig.so.1": {
        "apt": "libfontconfig1",
        "dnf": "fontconfig",
        "zypper": "libfontconfig1",
        "pacman": "fontconfig",
    },
    "libfreetype.so.6": {
        "apt": "libfreetype6",
        "dnf": "freetype",
        "zypper": "libfreetype6",
        "pacman": "freetype2",
    },
    "libglib-2.0.so.0": {
        "apt": "libglib2.0-0",
        "dnf": "glib2",
        "zypper": "libglib-2_0-0",
        "pacman": "glib2",
    },
    "libdbus-1.so.3": {
        "apt": "libdbus-1-3",
        "dnf": "dbus-libs",
        "zypper": "libdbus-1-3",
        "pacman": "dbus",
    },
    "libxkbcommon.so.0": {
        "apt": "libxkbcommon0",
        "dnf": "libxkbcommon",
        "zypper": "libxkbcommon0",
        "pacman": "libxkbcommon",
    },
    "libxkbcommon-x11.so.0": {
        "apt": "libxkbcommon-x11-0",
        "dnf": "libxkbcommon-x11",
        "zypper": "libxkbcommon-x11-0",
        "pacman": "libxkbcommon-x11",
    },
    "libX11-xcb.so.1": {
        "apt": "libx11-xcb1",
        "dnf": "libX11-xcb",
        "zypper": "libX11-xcb1",
        "pacman": "libx11",
    },
    "libxcb-cursor.so.0": {
        "apt": "libxcb-cursor0",
        "dnf": "xcb-util-cursor",
        "zypper": "libxcb-cursor0",
        "pacman": "xcb-util-cursor",
    },
    "libxcb-icccm.so.4": {
        "apt": "libxcb-icccm4",
        "dnf": "xcb-util-wm",
        "zypper": "libxcb-icccm4",
        "pacman": "xcb-util-wm",
    },
    "libxcb-image.so.0": {
        "apt": "libxcb-image0",
        "dnf": "xcb-util-image",
        "zypper": "libxcb-image0",
        "pacman": "xcb-util-image",
    },
    "libxcb-keysyms.so.1": {
        "apt": "libxcb-keysyms1",
        "dnf": "xcb-util-keysyms",
        "zypper": "libxcb-keysyms1",
        "pacman": "xcb-util-keysyms",
    },
    "libxcb-render-util.so.0": {
        "apt": "libxcb-render-util0",
        "dnf": "xcb-util-renderutil",
        "zypper": "libxcb-render-util0",
        "pacman": "xcb-util-renderutil",
    },
    "libxcb-randr.so.0": {
        "apt": "libxcb-randr0",
        "dnf": "libxcb",
        "zypper": "libxcb-randr0",
        "pacman": "libxcb",
    },
    "libxcb-shape.so.0": {
        "apt": "libxcb-shape0",
        "dnf": "libxcb",
        "zypper": "libxcb-shape0",
        "pacman": "libxcb",
    },
    "libxcb-xkb.so.1": {
        "apt": "libxcb-xkb1",
        "dnf": "libxcb",
        "zypper": "libxcb-xkb1",
        "pacman": "libxcb",
    },
    "libxcb-xinerama.so.0": {
        "apt": "libxcb-xinerama0",
        "dnf": "libxcb",
        "zypper": "libxcb-xinerama0",
        "pacman": "libxcb",
    },
}
"""Shared libraries that Qt's wheels do not carry, by what holds them on each kind of Linux."""

CHINESE_FONT = {
    "apt": "fonts-noto-cjk",
    "dnf": "google-noto-sans-cjk-fonts",
    "zypper": "noto-sans-sc-fonts",
    "pacman": "noto-fonts-cjk",
}
VENV_PACKAGE = {"apt": "python3-venv", "dnf": "python3", "zypper": "python3", "pacman": "python"}
INSTALL = {
    "apt": ["apt-get", "install", "-y", "--no-install-recommends"],
    "dnf": ["dnf", "install", "-y"],
    "zypper": ["zypper", "--non-interactive", "install"],
    "pacman": ["pacman", "-S", "--needed", "--noconfirm"],
}
PROGRAMS = {"apt": "apt-get", "dnf": "dnf", "zypper": "zypper", "pacman": "pacman"}
FONT_PARTS = (
    "cjk",
    "wqy",
    "wenquanyi",
    "sourcehan",
    "droidsansfallback",
    "uming",
    "ukai",
    "notosanssc",
)


@dataclass(frozen=True)
class Platform:
    """A system as far as setting up needs to know it."""

    system: str
    manager: str
    is_root: bool
    loads: Callable[[str], bool]
    font_files: Sequence[str]


def this_platform() -> Platform:
    """Return the system this runs on."""
    manager = next((name for name, program in PROGRAMS.items() if shutil.which(program)), "")
    user = getattr(__import__("os"), "geteuid", lambda: 1)()
    return Platform(sys.platform, manager, user == 0, loads, _font_files())


def loads(library: str) -> bool:
    """Say whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _font_files() -> list[str]:
    folders = [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path.home() / ".fonts",
        Path.home() / ".local/share/fonts",
    ]
    return [p.name for folder in folders if folder.is_dir() for p in folder.rglob("*.[ot]t[fc]")]


def missing_libraries(platform: Platform) -> list[str]:
    """Return the shared libraries that Qt needs and the system lacks."""
    if platform.system != "linux":
        return []
    return [library for library in LIBRARIES if not platform.loads(library)]


def lacks_chinese_font(platform: Platform) -> bool:
    """Say whether a Linux has no font with Chinese characters."""
    names = [name.lower().replace("-", "").replace("_", "") for name in platform.font_files]
    return platform.system == "linux" and not any(part in n for n in names for part in FONT_PARTS)


def packages(platform: Platform, libraries: Sequence[str], *, font: bool, venv: bool) -> list[str]:
    """Return the packages that hold what is missing, each once, in alphabetical order."""
    wanted = {LIBRARIES[library].get(platform.manager, library) for library in libraries}
    if font:
        wanted.add(CHINESE_FONT.get(platform.manager, "a font with Chinese characters"))
    if venv:
        wanted.add(VENV_PACKAGE.get(platform.manager, "Python's venv module"))
    return sorted(wanted)


def install_command(platform: Platform, wanted: Sequence[str]) -> str:
    """Return the command that a person would type to install packages; empty if unknown."""
    if platform.manager not in INSTALL:
        return ""
    command = " ".join([*INSTALL[platform.manager], *wanted])
    return command if platform.is_root else f"sudo {command}"


def may_install(platform: Platform) -> bool:
    """Say whether packages can be installed without asking: as root on an apt system."""
    return platform.manager == "apt" and platform.is_root
