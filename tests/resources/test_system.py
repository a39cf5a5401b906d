"""Tests of resources/system.py with made-up systems, most of which this machine is not."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from resources import system
from resources.system import LIBRARIES, PROGRAMS
from tests.resources.machines import DEBIAN, FEDORA, MAC, WINDOWS, lacking

EVERY = tuple(PROGRAMS)

DEBIAN_12 = """\
PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="12"
ID=debian
HOME_URL="https://www.debian.org/"
"""
UBUNTU = 'PRETTY_NAME="Ubuntu 24.04.1 LTS"\nID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n'
MINT = 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n'
FEDORA_41 = 'NAME="Fedora Linux"\nVERSION="41 (Workstation Edition)"\nID=fedora\n'
ROCKY = 'NAME="Rocky Linux"\nID="rocky"\nID_LIKE="rhel centos fedora"\n'
TUMBLEWEED = 'NAME="openSUSE Tumbleweed"\nID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n'
LEAP = "NAME='openSUSE Leap'\nID='opensuse-leap'\nID_LIKE='suse opensuse'\n"
ARCH = 'NAME="Arch Linux"\nID=arch\n'
ENDEAVOUR = "NAME=EndeavourOS\nID=endeavouros\nID_LIKE=arch\n"
ALPINE = 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.22.0\n'


@pytest.mark.parametrize(
    ("release", "expected"),
    [
        (DEBIAN_12, "apt"),
        (UBUNTU, "apt"),
        (MINT, "apt"),
        (FEDORA_41, "dnf"),
        (ROCKY, "dnf"),
        (TUMBLEWEED, "zypper"),
        (LEAP, "zypper"),
        (ARCH, "pacman"),
        (ENDEAVOUR, "pacman"),
        (ALPINE, "apk"),
    ],
)
def test_a_system_names_its_package_manager_even_if_others_are_installed(
    release: str, expected: str
) -> None:
    assert system.manager(release, EVERY) == expected


@pytest.mark.parametrize("release", ["", "ID=unheard-of\n", "no equals sign\n", "ID=\n"])
def test_an_unknown_system_has_the_manager_that_is_found(release: str) -> None:
    assert system.manager(release, ["zypper"]) == "zypper"
    assert system.manager(release, []) == ""


def test_a_manager_that_is_not_installed_is_not_taken() -> None:
    assert system.manager(FEDORA_41, ["apt"]) == "apt"
    assert system.manager(DEBIAN_12, []) == ""


def test_a_complete_system_lacks_nothing() -> None:
    assert system.missing_libraries(DEBIAN) == []
    assert not system.lacks_chinese_font(DEBIAN)
    assert system.packages(DEBIAN, [], font=False, venv=False) == []


def test_missing_libraries_are_found_by_loading_them() -> None:
    gone = {"libEGL.so.1", "libxcb-cursor.so.0"}
    assert set(system.missing_libraries(lacking(DEBIAN, gone))) == gone
    assert system.missing_libraries(lacking(DEBIAN)) == list(LIBRARIES)


@pytest.mark.parametrize("here", [MAC, WINDOWS])
def test_other_systems_than_linux_bring_libraries_and_fonts(here: system.Platform) -> None:
    bare = replace(lacking(here), has_chinese_font=lambda: False)
    assert system.missing_libraries(bare) == []
    assert not system.lacks_chinese_font(bare)


@pytest.mark.parametrize(
    ("manager", "libraries", "expected"),
    [
        ("apt", ["libxcb-cursor.so.0", "libEGL.so.1"], ["libegl1", "libxcb-cursor0"]),
        ("apt", ["libglib-2.0.so.0", "libgthread-2.0.so.0"], ["libglib2.0-0"]),
        ("pacman", ["libEGL.so.1", "libGL.so.1", "libxcb-xkb.so.1"], ["libglvnd", "libxcb"]),
        ("dnf", ["libEGL.so.1"], ["libEGL.so.1()(64bit)"]),
        ("zypper", ["libxcb-cursor.so.0"], ["libxcb-cursor.so.0()(64bit)"]),
        ("apk", ["libEGL.so.1"], ["so:libEGL.so.1"]),
        ("", ["libEGL.so.1"], ["libEGL.so.1"]),
    ],
)
def test_each_manager_is_asked_in_its_own_words(
    manager: str, libraries: Sequence[str], expected: list[str]
) -> None:
    here = replace(DEBIAN, manager=manager)
    assert system.packages(here, libraries, font=False, venv=False) == expected


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_library_has_a_package_of_every_manager(library: str) -> None:
    assert re.fullmatch(r"lib\S+\.so\.\d+", library)
    for manager in EVERY:
        assert re.fullmatch(r"[\w.+():-]+", system.package_of(library, manager))
    assert LIBRARIES[library].keys() == {"apt", "pacman"}


@pytest.mark.parametrize("manager", EVERY)
def test_every_manager_knows_a_chinese_font_and_the_venv_module(manager: str) -> None:
    here = replace(DEBIAN, manager=manager)
    (font,) = system.packages(here, [], font=True, venv=False)
    (venv,) = system.packages(here, [], font=False, venv=True)
    assert re.search(r"noto", font)
    assert " " not in venv


def test_without_a_manager_the_need_is_said_in_words() -> None:
    here = replace(DEBIAN, manager="")
    wanted = system.packages(here, [], font=True, venv=True)
    assert wanted == ["Python's modules venv and ensurepip", "a font with Chinese characters"]
    assert system.install_line(here, wanted) == ""


def test_debian_needs_the_venv_package_of_the_python_that_runs() -> None:
    here = replace(DEBIAN, python=(3, 13))
    assert system.packages(here, [], font=False, venv=True) == ["python3.13-venv"]


def test_root_types_plain_commands() -> None:
    line = system.install_line(DEBIAN, ["libegl1", "libgl1"])
    assert line == "apt-get update && apt-get install -y --no-install-recommends libegl1 libgl1"


def test_others_type_sudo_before_each_command() -> None:
    line = system.install_line(replace(DEBIAN, is_root=False, has_sudo=True), ["libegl1"])
    assert line.startswith("sudo apt-get update && sudo apt-get install -y ")


def test_where_there_is_no_sudo_su_runs_all_of_it() -> None:
    line = system.install_line(replace(DEBIAN, is_root=False), ["libegl1"])
    assert line.startswith("su -c 'apt-get update && apt-get install ")
    assert line.endswith(" libegl1'")


def test_brackets_are_quoted_for_the_shell() -> None:
    line = system.install_line(FEDORA, ["libEGL.so.1()(64bit)"])
    assert line == "sudo dnf install -y 'libEGL.so.1()(64bit)'"


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        (DEBIAN, True),
        (replace(DEBIAN, is_root=False), False),
        (replace(FEDORA, is_root=True), False),
        (WINDOWS, False),
    ],
)
def test_only_root_on_a_system_with_apt_installs_without_asking(
    here: system.Platform, *, expected: bool
) -> None:
    assert system.may_install(here) is expected


@pytest.mark.parametrize(
    "here",
    [
        DEBIAN,
        replace(DEBIAN, version=(2, 34)),
        replace(DEBIAN, machine="aarch64", version=(2, 39)),
        MAC,
        replace(MAC, machine="x86_64", version=(13, 0)),
        WINDOWS,
        replace(WINDOWS, machine="ARM64"),
    ],
)
def test_systems_that_qt_runs_on_are_supported(here: system.Platform) -> None:
    assert system.unsupported(here) == ""


@pytest.mark.parametrize(
    ("here", "named"),
    [
        (replace(DEBIAN, version=(2, 31)), "linux, x86_64, glibc 2.31"),
        (replace(DEBIAN, version=(0, 0)), "linux, x86_64, no glibc"),
        (replace(DEBIAN, machine="aarch64", version=(2, 36)), "linux, aarch64, glibc 2.36"),
        (replace(DEBIAN, machine="armv7l"), "linux, armv7l, glibc 2.36"),
        (replace(MAC, version=(12, 7)), "darwin, arm64, macOS 12.7"),
        (replace(WINDOWS, machine="32 bit"), "win32, 32 bit"),
        (replace(DEBIAN, system="freebsd14"), "freebsd14, x86_64"),
    ],
)
def test_systems_that_qt_has_no_packages_for_are_named(here: system.Platform, named: str) -> None:
    sentence = system.unsupported(here)
    assert f"({named})" in sentence
    assert "64-bit Python" in sentence


@pytest.mark.parametrize(
    ("name", "libc", "macos", "expected"),
    [
        ("linux", ("glibc", "2.36"), "", (2, 36)),
        ("linux", ("musl", "1.2.5"), "", (0, 0)),
        ("linux", ("", ""), "", (0, 0)),
        ("darwin", ("", ""), "14.6.1", (14, 6, 1)),
        ("win32", ("", ""), "", (0, 0)),
    ],
)
def test_the_version_is_that_of_glibc_or_macos(
    name: str, libc: tuple[str, str], macos: str, expected: tuple[int, ...]
) -> None:
    assert system.version_from(name, libc, macos) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["DejaVuSans.ttf", "NotoSans-Regular.ttf"], False),
        (["NotoSansCJK-Regular.ttc"], True),
        (["NotoSansSC-Regular.otf"], True),
        (["SourceHanSansCN-Regular.otf"], True),
        (["wqy-microhei.ttc"], True),
        (["DroidSansFallbackFull.ttf"], True),
        ([], False),
    ],
)
def test_chinese_fonts_are_known_by_their_files(files: list[str], *, expected: bool) -> None:
    assert system.is_chinese(files) is expected


def test_a_library_is_loaded_or_not() -> None:
    assert not system.loads("libno-such-thing.so.1")


def test_this_system_is_one_that_qt_runs_on() -> None:
    here = system.this_platform()
    assert system.unsupported(here) == ""
    assert here.manager in {"", *PROGRAMS}


@pytest.mark.parametrize(
    ("here", "environment", "expected"),
    [
        (DEBIAN, {}, False),
        (DEBIAN, {"DISPLAY": ""}, False),
        (DEBIAN, {"DISPLAY": ":0"}, True),
        (DEBIAN, {"WAYLAND_DISPLAY": "wayland-0"}, True),
        (DEBIAN, {"QT_QPA_PLATFORM": "offscreen"}, True),
        (WINDOWS, {}, True),
        (MAC, {}, True),
    ],
)
def test_only_a_linux_may_have_no_display(
    here: system.Platform, environment: dict[str, str], *, expected: bool
) -> None:
    assert system.has_display(here, environment) is expected
