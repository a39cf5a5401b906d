"""QualCoder projects: each coding at its words, whatever its offsets count."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from annotator.formats.base import Cell
from annotator.formats.incoming import IncomingCodebook, IncomingDocument, ReadOptions
from annotator.formats.qualcoder import QUALCODER, read_qualcoder, tables_path
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from annotator.store.foreign import open_foreign
from tests.formats.foreign_projects import MemoryTables, made, tables_of
from tests.formats.programs import told_by
from tests.formats.qualcoder_versions import VERSIONS, WORDS, qualcoder_project


def read(tables: MemoryTables) -> tuple[IncomingCodebook, list[IncomingDocument]]:
    codebook, *documents = read_qualcoder(tables, ReadOptions())
    assert isinstance(codebook, IncomingCodebook)
    return codebook, [told for told in documents if isinstance(told, IncomingDocument)]


def test_codings_are_found_by_their_words() -> None:
    _codebook, (talk,) = read(tables_of("qualcoder"))
    found = [(a.label, talk.text[s:e], a.author) for a in talk.annotations for s, e in a.ranges]
    assert found == [
        ("figure", "2.3万人", "eva"),
        ("figure", "参加", "ben"),
        ("thanks", "谢谢", "eva"),
    ]
    first = talk.annotations[0]
    assert (first.note, first.extra) == ("sure", {"important": "1"})
    assert [str(problem) for problem in talk.problems] == [
        "1 coding left out, whose words are not in the text."
    ]
    assert talk.attributes == {"channel": "TV"}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_project_of_each_version_is_read(version: int, tmp_path: Path) -> None:
    folder = qualcoder_project(version, tmp_path)
    assert guess(folder) is QUALCODER
    with open_foreign(tables_path(folder)) as tables:
        codebook, talk = read_qualcoder(tables, ReadOptions())
    assert isinstance(codebook, IncomingCodebook)
    assert isinstance(talk, IncomingDocument)
    assert (talk.text, talk.attributes, talk.problems) == (WORDS, {"channel": "TV"}, ())
    first, last = WORDS.index("谢谢"), WORDS.rindex("谢谢")
    found = [(a.label, WORDS[s:e], s, a.author) for a in talk.annotations for s, e in a.ranges]
    assert found == [
        ("figure", "2.3万人", 4, "eva"),
        ("figure", "参加", 10, "ben"),
        ("thanks", "谢谢", first, "eva"),
        ("thanks", "谢谢", last, "eva"),
    ]
    assert len({a.key for a in talk.annotations}) == 4
    assert [a.note for a in talk.annotations] == ["sure", "", "", ""]
    important = {"important": "1"} if version >= 3 else {}
    assert [a.extra for a in talk.annotations] == [important, {}, {}, {}]
    parents = {label.name: label.parent for label in codebook.labels}
    above = "manners" if version >= 16 else ""
    own = {"figure": "numbers", "thanks": above, "manners": "all"}
    assert parents == {"all": "", "numbers": "all", **own}
    names = [label.name for label in codebook.labels]
    assert all(not p or names.index(p) < names.index(name) for name, p in parents.items())


def test_categories_are_parents_and_come_first() -> None:
    codebook, _documents = read(tables_of("qualcoder"))
    assert [(label.name, label.parent) for label in codebook.labels] == [
        ("what", ""),
        ("numbers", "what"),
        ("figure", "numbers"),
        ("thanks", ""),
    ]
    assert [label.colour for label in codebook.labels[2:]] == ["#F5A9A9", ""]
    assert [str(problem) for problem in codebook.problems] == [
        "1 note on passages without a code is left out."
    ]


def test_categories_in_a_circle_do_no_harm() -> None:
    tables = tables_of("qualcoder")
    rows: list[Mapping[str, Cell]] = [
        {"catid": 1, "name": "a", "supercatid": 2},
        {"catid": 2, "name": "b", "supercatid": 1},
    ]
    codebook, _documents = read(MemoryTables({**tables.content, "code_cat": rows}))
    assert [label.name for label in codebook.labels[:2]] == ["b", "a"]


def test_memos_of_sources_come_in_and_what_is_of_no_source_is_told() -> None:
    content = dict(tables_of("qualcoder").content)
    content["source"] = [{**row, "memo": "by telephone"} for row in content["source"]]
    content["project"] = [{"databaseversion": "v6", "memo": "Why we ask."}]
    content["journal"] = [{"jid": 1, "name": "Monday", "jentry": "Began."}]
    codebook, (talk,) = read(MemoryTables(content))
    assert talk.attributes == {"memo": "by telephone", "channel": "TV"}
    assert [str(problem) for problem in codebook.problems[1:]] == [
        "1 entry of the journal is left out.",
        "The memo of the project is left out.",
    ]


def test_an_attribute_named_memo_counts_more_than_the_memo_of_its_source() -> None:
    content = dict(tables_of("qualcoder").content)
    content["source"] = [{**row, "memo": "by telephone"} for row in content["source"]]
    content["attribute"] = [{"id": 1, "name": "memo", "value": "own", "attr_type": "file"}]
    _codebook, (talk,) = read(MemoryTables(content))
    assert talk.attributes == {"memo": "own"}


def test_codes_that_only_a_category_or_the_case_tells_apart_stay_apart() -> None:
    tables = tables_of("qualcoder")
    categories: list[Mapping[str, Cell]] = [
        {"catid": 1, "name": "trust", "supercatid": None, "memo": "a group"},
        {"catid": 2, "name": "health", "supercatid": 1},
        {"catid": 3, "name": "trust: trust"},
    ]
    codes: list[Mapping[str, Cell]] = [
        {"cid": 1, "name": "Trust", "catid": 1, "memo": "a code", "color": "#112233"},
        {"cid": 2, "name": "health", "catid": None, "color": "#445566"},
        {"cid": 3, "name": "health 2", "supercid": 1},
        {"cid": 4, "name": "health_2", "catid": None},
    ]
    content = {**tables.content, "code_cat": categories, "code_name": codes}
    codebook, (talk,) = read(MemoryTables(content))
    assert [(x.name, x.parent, x.definition, x.colour) for x in codebook.labels] == [
        ("trust", "", "a group", ""),
        ("health", "trust", "", ""),
        ("trust: trust", "", "", ""),
        ("trust: Trust 1", "trust", "a code", "#112233"),
        ("health 2", "", "", "#445566"),
        ("trust: Trust 1: health 2", "trust: Trust 1", "", ""),
        ("health_2 4", "", "", ""),
    ]
    assert [a.label for a in talk.annotations] == [
        "trust: Trust 1",
        "trust: Trust 1",
        "health 2",
    ]


@pytest.mark.parametrize(
    ("table", "column", "value", "message"),
    [
        ("code_text", "pos0", "x", "code_text.pos0 should be a whole number, not “x”"),
        ("code_name", "cid", None, "code_name.cid should be a whole number"),
        ("source", "id", 0.5, "source.id should be a whole number"),
        ("source", "name", b"\xff", "row 1 of the table source holds bytes that are no text"),
    ],
)
def test_other_values_are_refused(
    table: str, column: str, value: str | float | bytes | None, message: str
) -> None:
    tables = tables_of("qualcoder")
    rows = [{**row, column: value} for row in tables.content[table]]
    with pytest.raises(UserError) as caught:
        read(MemoryTables({**tables.content, table: rows}))
    assert message in str(caught.value)


def test_codings_of_a_code_that_is_gone_are_told_and_the_others_come_in() -> None:
    tables = tables_of("qualcoder")
    first, *others = tables.content["code_text"]
    rows = [{**first, "cid": 99}, *others]
    _codebook, (talk,) = read(MemoryTables({**tables.content, "code_text": rows}))
    assert [a.key for a in talk.annotations] == ["2", "3"]
    assert [str(problem) for problem in talk.problems] == [
        "1 coding left out, whose words are not in the text.",
        "1 coding left out, whose code is not there.",
    ]


def test_codings_of_a_source_without_a_text_are_told() -> None:
    tables = tables_of("qualcoder")
    first, *others = tables.content["code_text"]
    rows = [{**first, "fid": 99}, *others, {**first, "ctid": 50, "fid": 98}]
    content = MemoryTables({**tables.content, "code_text": rows})
    *_documents, rest = read_qualcoder(content, ReadOptions())
    assert isinstance(rest, IncomingCodebook)
    assert [str(problem) for problem in rest.problems] == [
        "2 codings are of sources without a text, and left out."
    ]
    _codebook, (talk,) = read(content)
    assert len(talk.annotations) == 2


def test_another_program_is_refused() -> None:
    with pytest.raises(UserError, match=r"project\.db: a QualCoder project was expected"):
        read(tables_of("taguette"))


def test_the_folder_and_the_file_in_it_are_recognised(tmp_path: Path) -> None:
    folder = tmp_path / "study.qda"
    folder.mkdir()
    path = made("qualcoder", folder / "data.qda")
    assert guess(folder) is QUALCODER
    assert guess(path) is QUALCODER
    assert tables_path(folder) == tables_path(path) == path


@pytest.mark.outside("qualcoder", "exegete")
def test_a_project_that_another_program_makes_for_qualcoder_is_read(tmp_path: Path) -> None:
    path = tmp_path / "study.qda"
    told = told_by("exegete_program.py", path, folder=tmp_path)
    assert guess(path) is QUALCODER
    with open_foreign(tables_path(path)) as tables:
        codebook, talk = read_qualcoder(tables, ReadOptions())
    assert isinstance(codebook, IncomingCodebook)
    parents = {(label.name, label.parent) for label in codebook.labels}
    assert parents == {("Numbers", ""), ("odd", "Numbers"), ("even", "")}
    assert isinstance(talk, IncomingDocument)
    assert not talk.problems
    found = [[a.label, talk.text[s:e]] for a in talk.annotations for s, e in a.ranges]
    assert len(found) > 20
    assert sorted(found) == sorted(told)
    assert {(a.author, a.note) for a in talk.annotations} == {("eva", "why")}
