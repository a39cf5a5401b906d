"""Which input methods Qt is told to try."""

import sys

import pytest

from annotator.gui.input_method import plugins, prepare_input_method, with_fallback

THERE = {"compose", "xim", "ibus", "qtvirtualkeyboard"}


@pytest.mark.parametrize(
    ("asked", "tried"),
    [
        (["fcitx"], ["fcitx", "ibus", "wayland"]),
        (["xim"], ["ibus", "wayland", "xim"]),
        (["wayland", "fcitx"], ["wayland", "fcitx", "ibus"]),
        (["ibus"], ["ibus"]),
        (["wayland", "fcitx", "ibus"], ["wayland", "fcitx", "ibus"]),
        (["compose"], ["compose"]),
        (["none"], ["none"]),
    ],
)
def test_what_is_missing_is_replaced_and_what_is_there_is_kept(
    asked: list[str], tried: list[str]
) -> None:
    assert with_fallback(asked, THERE) == tried


def test_without_a_fallback_nothing_changes() -> None:
    assert with_fallback(["fcitx"], {"compose"}) == ["fcitx"]


def test_a_plugin_that_somebody_installed_is_used() -> None:
    assert with_fallback(["fcitx"], {*THERE, "fcitx"}) == ["fcitx"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have one input method")
class TestOnLinux:
    """With the plugins that are really there."""

    def test_qt_brings_the_fallback(self) -> None:
        assert "ibus" in plugins()

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ({}, None),
            ({"QT_IM_MODULE": "fcitx"}, "fcitx;ibus;wayland"),
            ({"QT_IM_MODULE": "ibus"}, "ibus"),
            ({"QT_IM_MODULE": "ibus", "QT_IM_MODULES": "fcitx5"}, "fcitx5;ibus;wayland"),
        ],
    )
    def test_the_environment_names_what_qt_shall_try(
        self, before: dict[str, str], after: str | None
    ) -> None:
        environment = dict(before)
        prepare_input_method(environment)
        assert environment.get("QT_IM_MODULES") == after
