"""The guide page of each format: there, and its Python code runs on a file as we write it."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from annotator.formats.base import Options
from annotator.formats.registry import format_named
from annotator.resources import resource_path
from tests.formats.foreign_projects import made
from tests.formats.projects import EVERYTHING, full_project

NAMES = {
    "qdpx": "briefing.qdpx",
    "qdc": "codebook.qdc",
    "doccano-labels": "labels.json",
    "spacy": "train.spacy",
    "claimreview": "claims.jsonld",
    "averitec": "claims.json",
    "tei": "corpus.xml",
    "fever": "fever.zip",
    "xmi": "cas.zip",
    "casjson": "cas.zip",
    "parquet": "briefings",
}
ALL_TRAIN = Options(shares=(1, 0, 0))
EXPECTED = {
    **dict.fromkeys(("qdc", "doccano-labels"), "Quantity"),
    "averitec": "23,000",
    "claimreview": "23,000",
    "fever": "",
}


def code_of(name: str) -> str:
    page = resource_path("help", "formats", f"{name}.md").read_text(encoding="utf-8")
    (found,) = re.finditer("```python\n(.*?)```", page, re.DOTALL)
    ast.parse(found[1])
    return found[1]


def prepare(name: str, folder: Path) -> None:
    """Lay out in a folder what the page's code reads."""
    if name == "qualcoder":
        (folder / "study.qda").mkdir()
        made("qualcoder", folder / "study.qda" / "data.qda")
        return
    if name == "taguette":
        made("taguette", folder / "taguette.sqlite3")
        return
    path = folder / NAMES[name]
    format_named(name).write(full_project(), EVERYTHING, path, ALL_TRAIN)
    if path.suffix == ".zip":
        with ZipFile(path) as archive:
            archive.extractall(folder)
        for ending in (".xmi", ".json"):
            if (folder / f"发布会{ending}").exists():
                (folder / f"发布会{ending}").rename(folder / f"Briefing{ending}")
        if name == "fever" and not (folder / "train.jsonl").exists():
            (folder / "train.jsonl").write_bytes(b"")


@pytest.mark.parametrize("name", [*NAMES, "qualcoder", "taguette"])
def test_the_code_of_the_page_prints_what_is_marked(name: str, tmp_path: Path) -> None:
    prepare(name, tmp_path)
    environment = {"PYTHONIOENCODING": "utf-8", "HF_HUB_OFFLINE": "1", "HF_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code_of(name)],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=os.environ | environment,
    )
    assert done.returncode == 0, done.stderr
    assert EXPECTED.get(name, "万") in done.stdout
