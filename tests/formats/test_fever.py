"""FEVER's layout: evidence resolves to a page and its line."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from datasets import ClassLabel, Json, List, Value  # type: ignore[import-untyped]

from annotator.formats.base import Options
from annotator.formats.fever import FEVER
from annotator.formats.registry import guess
from tests.formats.claim_projects import ALL_VERDICTS, claims_project
from tests.formats.outside import GOLDEN, loaded_rows
from tests.formats.projects import EVERYTHING

FIELDS = {"id", "verifiable", "label", "claim", "evidence"}


def test_evidence_leads_to_a_line_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "fever.zip"
    project = claims_project(ALL_VERDICTS, "so\tit\nis")
    assert FEVER.write(project, EVERYTHING, path, Options(shares=(1, 0, 0))) == 6
    assert guess(path) is FEVER
    with ZipFile(path) as archive:
        claims = [json.loads(line) for line in archive.read("train.jsonl").splitlines()]
        pages = [
            json.loads(line) for line in archive.read("wiki-pages/wiki-001.jsonl").splitlines()
        ]
    lines = {
        page["id"]: dict(line.split("\t")[:2] for line in page["lines"].split("\n"))
        for page in pages
    }
    assert [claim["label"] for claim in claims] == [
        "SUPPORTS",
        "REFUTES",
        "NOT ENOUGH INFO",
        "SUPPORTS",
        "REFUTES",
        "NOT ENOUGH INFO",
    ]
    ids = [claim["id"] for claim in claims]
    assert len(set(ids)) == 6
    for claim in claims:
        assert claim.keys() - {"passage"} == FIELDS
        ((_annotation, _evidence, page, line),) = claim["evidence"][0:1][0]
        if claim["label"] == "NOT ENOUGH INFO":
            assert claim["verifiable"] == "NOT VERIFIABLE"
            assert (page, line) == (None, None)
        else:
            assert lines[page][str(line)] == "so it is"


@pytest.mark.outside("fever", "datasets")
@pytest.mark.filterwarnings("ignore")
def test_datasets_loads_claims_and_pages_with_the_published_types(tmp_path: Path) -> None:
    folder, words = tmp_path / "fever", Value("string")
    FEVER.write(claims_project(ALL_VERDICTS), EVERYTHING, folder, Options(shares=(1, 0, 0)))
    claim = {
        "id": Value("int32"),
        "verifiable": ClassLabel(names=["NOT VERIFIABLE", "VERIFIABLE"]),
        "label": ClassLabel(names=["SUPPORTS", "REFUTES", "NOT ENOUGH INFO"]),
        "claim": words,
        "evidence": List(List(List(Json()))),
    }
    claims = loaded_rows(folder / "train.jsonl", claim | {"passage": Json()})
    page = dict.fromkeys(("id", "text", "lines"), words)
    pages = loaded_rows(folder / "wiki-pages" / "wiki-001.jsonl", page | {"url": words})
    assert [(row["label"], row["verifiable"]) for row in claims] == [
        *((0, 1), (1, 1), (2, 0)),
        *((0, 1), (1, 1), (2, 0)),
    ]
    texts = {row["id"]: row["text"] for row in pages}
    cited = [texts.get(e[2]) for row in claims for e in row["evidence"][0]]
    assert cited == ["so it is", "so it is", None, "so it is", "so it is", None]


def test_mixed_verdicts_and_missing_quotes_are_losses() -> None:
    losses = FEVER.losses(claims_project(ALL_VERDICTS, ""), EVERYTHING, Options())
    reasons = [str(loss.reason) for loss in losses]
    assert sum("between true and false" in reason for reason in reasons) == 2
    assert sum("No evidence has a quote" in reason for reason in reasons) == 4
    assert sum("no verdict yet" in reason for reason in reasons) == 1


def test_claims_without_quoted_evidence_say_so(tmp_path: Path) -> None:
    path = tmp_path / "fever.zip"
    FEVER.write(claims_project([("", "true")], ""), EVERYTHING, path, Options(shares=(0, 1, 0)))
    with ZipFile(path) as archive:
        assert archive.namelist() == ["dev.jsonl", "wiki-pages/wiki-001.jsonl"]
        assert json.loads(archive.read("dev.jsonl"))["label"] == "NOT ENOUGH INFO"


def test_the_same_project_gives_the_golden_lines(tmp_path: Path) -> None:
    FEVER.write(claims_project(ALL_VERDICTS), EVERYTHING, tmp_path / "a.zip", Options())
    FEVER.write(claims_project(ALL_VERDICTS), EVERYTHING, tmp_path / "b.zip", Options())
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with ZipFile(tmp_path / "a.zip") as archive:
        lines = b"".join(archive.read(name) for name in archive.namelist())
    assert lines == (GOLDEN / "fever" / "all.jsonl").read_bytes()
