"""The guide's pages on formats: each has code that loads what the program writes."""

import re
from pathlib import Path

import pytest

from annotator.formats.base import Options
from annotator.formats.registry import FORMATS, format_named
from annotator.resources import resource_path
from tests.formats.exchange import valid_project
from tests.formats.projects import EVERYTHING
from tests.formats.test_help_pages import NAMES as OTHERS

PAGES = resource_path("help", "formats")
NAMES = (
    *("jsonl", "csv", "xlsx"),
    *("doccano", "label-studio", "brat", "webanno-tsv", "conll", "conllu", "web-annotation"),
)
_CODE = re.compile(r"```python\n(.*?)```", re.DOTALL)
_FILE = re.compile(r'"(export\.[a-z]+)"')


def test_every_format_has_a_page_whose_code_is_run() -> None:
    names = {known.name for known in FORMATS}
    assert {page.stem for page in PAGES.glob("*.md")} == names
    assert {*NAMES, *OTHERS, "qualcoder", "taguette"} == names


@pytest.mark.parametrize("name", NAMES)
def test_the_code_on_a_page_loads_an_export(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = (PAGES / f"{name}.md").read_text("utf-8")
    assert f"(`{name}`)" in page.splitlines()[0]
    (code,) = _CODE.findall(page)
    known = format_named(name)
    files = [file for file in _FILE.findall(code) if Path(file).suffix in known.extensions]
    known.write(valid_project(), EVERYTHING, tmp_path / files[0], Options())
    monkeypatch.chdir(tmp_path)
    exec(compile(code, f"{name}.md", "exec"), {})  # noqa: S102 - our own page
    printed = capsys.readouterr().out
    assert re.search("谢谢！|Health|2.3万人|2.3 万 人", printed), printed
