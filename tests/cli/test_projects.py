"""Making a project and looking into it: new, info, verify, history, formats."""

import os
from pathlib import Path

import pytest

from annotator.formats.registry import FORMATS
from annotator.model.edit import Edit
from annotator.model.ids import LabelId, uuid7
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import Label
from annotator.workspace.project import Project
from tests.cli.outcomes import CommandLine, is_one_sentence, meddle
from tests.example import TEXT

CODEBOOK = """
[[labels]]
slug = "budget"
kind = "figure"
names = {en = "Budget", zh = "预算"}
key = "1"
"""


# --- new ---


def test_new_makes_a_project_with_the_built_in_codebook(
    annotator: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "spring.annotator"
    outcome = annotator("new", path)
    assert (outcome.code, outcome.out) == (0, "")
    assert str(path) in outcome.err
    with Project.open(path) as made:
        assert made.title == "spring"
        assert {label.slug for label in made.labels} >= {"quantity", "statement", "transport"}


def test_new_adds_the_ending_of_project_files(annotator: CommandLine, tmp_path: Path) -> None:
    assert annotator("new", tmp_path / "v1.2").code == 0
    assert (tmp_path / "v1.2.annotator").is_file()


def test_new_takes_a_title_and_a_codebook(annotator: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "codes.toml").write_text(CODEBOOK, encoding="utf-8")
    path = tmp_path / "a.annotator"
    options = ("--title", "云溪简报", "--codebook", tmp_path / "codes.toml")
    assert annotator("new", path, *options).code == 0
    (fact,) = annotator("info", path, "--json").facts
    assert (fact["title"], fact["labels"]) == ("云溪简报", {"budget": 0})


def test_new_leaves_a_file_that_is_there(annotator: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.annotator"
    path.write_text("precious")
    outcome = annotator("new", path)
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)
    assert path.read_text() == "precious"


@pytest.mark.parametrize("name", [".", "..", "", "/", "sub/.."])
def test_new_needs_a_name(
    annotator: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = annotator("new", name)
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)
    assert not list(tmp_path.parent.glob("*.annotator"))


@pytest.mark.parametrize("name", ["no/such/a", "file.txt/a"])
def test_new_in_a_folder_that_is_not_there(
    annotator: CommandLine, tmp_path: Path, name: str
) -> None:
    (tmp_path / "file.txt").write_text("a file")
    outcome = annotator("new", tmp_path / name)
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)


@pytest.mark.parametrize(
    "content",
    [
        b"labels = [",
        b"",
        b"\xff\xfe\x00binary",
        b"[[labels]]\nslug = 'a'\n",
        CODEBOOK.replace('"figure"', '"number"').encode(),
        (CODEBOOK + CODEBOOK.replace("budget", "other")).encode(),
    ],
    ids=["no TOML", "empty", "no text", "fields missing", "unknown kind", "key twice"],
)
def test_new_with_a_bad_codebook_makes_nothing(
    annotator: CommandLine, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "codes.toml").write_bytes(content)
    outcome = annotator("new", tmp_path / "a", "--codebook", tmp_path / "codes.toml")
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)
    assert not (tmp_path / "a.annotator").exists()


@pytest.mark.parametrize("name", ["none.toml", "."])
def test_new_with_a_codebook_that_is_no_file(
    annotator: CommandLine, tmp_path: Path, name: str
) -> None:
    outcome = annotator("new", tmp_path / "a", "--codebook", tmp_path / name)
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)
    assert not (tmp_path / "a.annotator").exists()


# --- info ---


def test_info_counts_what_the_project_holds(annotator: CommandLine, project: Path) -> None:
    outcome = annotator("info", project, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    (fact,) = outcome.facts
    assert fact["title"] == "Parks"
    assert (fact["documents"], fact["characters"]) == (1, len(TEXT))
    assert (fact["annotations"], fact["claim"], fact["figure"], fact["topic"]) == (3, 1, 1, 1)
    used = {label: count for label, count in fact["labels"].items() if count}
    assert used == {"quantity": 1, "statement": 1, "transport": 1}
    assert fact["bytes"] == project.stat().st_size


def test_info_adds_up_labels_of_the_same_name(annotator: CommandLine, project: Path) -> None:
    with Project.open(project) as opened:
        for kind in (LabelKind.FIGURE, LabelKind.TOPIC):
            label = Label(LabelId(uuid7(1, ord(kind[0]))), kind, {"en": "Budget"})
            opened.workspace.apply(Edit(Message("Add a label"), added=(label,)))
            opened.mark(opened.documents[0], 0, 3, label)
    (fact,) = annotator("info", project, "--json").facts
    assert fact["labels"]["Budget"] == 2


def test_info_for_people_lists_the_same(annotator: CommandLine, project: Path) -> None:
    (fact,) = annotator("info", project, "--json").facts
    lines = annotator("info", project).out.splitlines()
    assert lines[0] == "title: Parks"
    assert f"annotations: {fact['annotations']}" in lines
    assert ["quantity", "1"] in [line.split() for line in lines]


def test_a_title_cannot_steer_the_terminal(annotator: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.annotator"
    Project.create(path, title="\x1b[2Jgone\nmore").close()
    out = annotator("info", path).out
    assert "\x1b" not in out
    assert out.startswith("title: �[2Jgone more\n")


def test_looking_leaves_the_file_as_it_is(annotator: CommandLine, project: Path) -> None:
    before = project.read_bytes()
    for name in ("info", "verify", "history"):
        assert annotator(name, project).code == 0
    assert project.read_bytes() == before


# --- verify ---


def test_verify_finds_a_sound_file_sound(annotator: CommandLine, project: Path) -> None:
    outcome = annotator("verify", project, "--json")
    assert (outcome.code, outcome.facts) == (0, [{"problem": None}])
    assert is_one_sentence(outcome.err)
    assert annotator("verify", project).out == ""


def test_verify_tells_what_was_altered(annotator: CommandLine, project: Path) -> None:
    meddle(project, "UPDATE author SET name = 'somebody else'")
    outcome = annotator("verify", project, "--json")
    assert (outcome.code, outcome.err) == (1, "")
    (fact,) = outcome.facts
    assert "author" in fact["problem"]
    assert annotator("verify", project).out == f"problem: {fact['problem']}\n"
    assert "is damaged and was not opened" in annotator("info", project).err


def test_verify_finds_what_opening_takes_on_trust(annotator: CommandLine, project: Path) -> None:
    stat = project.stat()
    meddle(project, "UPDATE author SET name = 'somebody else'")
    os.utime(project, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert annotator("info", project).code == 0
    outcome = annotator("verify", project, "--json")
    assert (outcome.code, outcome.err) == (1, "")
    (fact,) = outcome.facts
    assert "author" in fact["problem"]
    assert annotator("verify", project).out == f"problem: {fact['problem']}\n"


def test_verify_of_a_file_with_a_damaged_page(annotator: CommandLine, project: Path) -> None:
    content = bytearray(project.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 64] = b"\xa5" * 64
    project.write_bytes(content)
    outcome = annotator("verify", project)
    assert outcome.code == 1
    assert is_one_sentence(outcome.out + outcome.err)


# --- history ---


def test_history_lists_the_newest_first(annotator: CommandLine, project: Path) -> None:
    outcome = annotator("history", project, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    facts = outcome.facts
    assert [fact["kind"] for fact in facts] == ["do", "do", "do", "do", "setup"]
    assert [fact["at"] for fact in facts] == sorted((f["at"] for f in facts), reverse=True)
    assert set(facts[0]) == {"at", "author", "kind", "what", "removed", "added", "id"}
    assert (facts[0]["removed"], facts[0]["added"]) == (0, 2)
    with Project.open(project, read_only=True) as opened:
        (author,) = opened.workspace.authors()
    assert {fact["author"] for fact in facts} == {author.name}


def test_history_tells_what_was_undone(annotator: CommandLine, project: Path) -> None:
    with Project.open(project) as opened:
        opened.undo()
    newest, undone, *_rest = annotator("history", project, "--json").facts
    assert (newest["kind"], newest["what"]) == ("undo", undone["what"])
    assert (newest["removed"], newest["added"]) == (undone["added"], 0)


def test_history_stops_at_the_limit(annotator: CommandLine, project: Path) -> None:
    everything = annotator("history", project, "--json").facts
    assert annotator("history", project, "--json", "--limit", 2).facts == everything[:2]
    assert annotator("history", project, "--json", "--limit", 99).facts == everything


def test_history_for_people_is_one_line_each(annotator: CommandLine, project: Path) -> None:
    lines = annotator("history", project).out.splitlines()
    facts = annotator("history", project, "--json").facts
    assert len(lines) == len(facts)
    assert all(f["what"] in line for f, line in zip(facts, lines, strict=True))


# --- formats ---


def test_formats_says_what_each_reads_writes_and_loses(annotator: CommandLine) -> None:
    outcome = annotator("formats", "--json")
    assert (outcome.code, outcome.err) == (0, "")
    facts = {fact["name"]: fact for fact in outcome.facts}
    assert list(facts) == [f.name for f in FORMATS]
    assert "history" in facts["jsonl"]["loses"]
    assert facts["xlsx"]["extensions"] == [".xlsx"]
    assert all(fact["title"] and (fact["reads"] or fact["writes"]) for fact in facts.values())
    assert (facts["taguette"]["reads"], facts["taguette"]["writes"]) == (True, False)
    assert (facts["tei"]["reads"], facts["tei"]["writes"]) == (False, True)


def test_formats_for_people_is_a_table(annotator: CommandLine) -> None:
    header, *rows = annotator("formats").out.splitlines()
    assert header.split() == ["name", "reads", "writes", "extra", "loses"]
    assert [row.split()[0] for row in rows] == [known.name for known in FORMATS]
    assert all("yes  " in row and "True" not in row for row in rows)
