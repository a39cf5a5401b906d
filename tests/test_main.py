"""Which front end the arguments ask for."""

from pathlib import Path

import pytest

from annotator.__main__ import wants_window


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["briefing.annotator"],
        ["--sample", "zh"],
        ["--sample=en", "--screenshot", "a.png"],
        ["--theme", "dark"],
    ],
)
def test_no_command_opens_the_window(arguments: list[str]) -> None:
    assert wants_window(arguments)


@pytest.mark.parametrize(
    "arguments",
    [["info", "x.annotator"], ["imprt", "x.annotator"], ["--help"], ["--version"], ["-h"]],
)
def test_a_command_even_a_mistyped_one_goes_to_the_command_line(arguments: list[str]) -> None:
    assert not wants_window(arguments)


def test_any_file_that_is_there_opens_in_the_window(tmp_path: Path) -> None:
    file = tmp_path / "briefing.txt"
    assert not wants_window([str(file)])
    file.write_text("text")
    assert wants_window([str(file)])
