"""Damaged and hostile files of every kind: one sentence or a text, soon, and never a crash."""

import io
import time
import zipfile
from collections.abc import Callable
from random import Random

import docx
import pytest

from annotator.model.errors import UserError
from annotator.reading.sources import SourceItem, read_item
from tests.reading.golden import FOLDER

PATIENCE = 5.0
LIGHT, HEAVY = 200, 2_000
KINDS = {
    "html": "briefing.html",
    "mhtml": "briefing.mhtml",
    "pdf": "hyphens.pdf",
    "srt": "briefing.srt",
    "vtt": "briefing.vtt",
    "whisper": "whisperx.json",
    "text-table": "texts.csv",
    "text-lines": "texts.jsonl",
}


def mutated(dice: Random, data: bytes) -> bytes:
    """Return bytes with a few of them changed, taken out, repeated, moved or cut off."""
    damaged = bytearray(data)
    for _ in range(dice.randrange(1, 5)):
        at = dice.randrange(len(damaged) + 1)
        length = dice.randrange(1, 200)
        match dice.randrange(6):
            case 0:
                damaged[at : at + 1] = dice.randbytes(1)
            case 1:
                del damaged[at : at + length]
            case 2:
                damaged[at:at] = damaged[at : at + length] * dice.randrange(1, 40)
            case 3:
                del damaged[at:]
            case 4:
                damaged[at:at] = dice.randbytes(length // 5)
            case _:
                other = dice.randrange(len(damaged) + 1)
                damaged[at : at + length] = damaged[other : other + length]
    return bytes(damaged)


def read_or_refuse(name: str, data: bytes) -> bool:
    """Read a file; says whether it was read, and fails on anything but texts or a sentence."""
    started = time.process_time()
    try:
        read = list(read_item(SourceItem(name, lambda: data)))
    except UserError as error:
        read, sentence = [], str(error)
    else:
        sentence = "read"
    assert sentence.strip()
    assert "\n" not in sentence
    assert time.process_time() - started < PATIENCE
    assert all(one.text.encode() for one in read)
    assert all(t.end <= len(one.text) for one in read for t in one.turns)
    return bool(read)


def document() -> bytes:
    made = docx.Document()
    made.add_paragraph("主持人：大家好。")
    made.add_table(2, 2).cell(0, 0).text = "cell"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def part_mutated(dice: Random, data: bytes) -> bytes:
    """Return a Word document with damage inside its text's XML or in what relates its parts."""
    chosen = dice.choice(["word/document.xml", "_rels/.rels", "[Content_Types].xml"])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, mutated(dice, content) if name == chosen else content)
    return out.getvalue()


def archive(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members:
            made.writestr(name, data)
    return out.getvalue()


Damage = Callable[[Random, bytes], bytes]


def damage_many(name: str, data: bytes, damage: Damage, count: int) -> None:
    dice = Random(20250101)  # noqa: S311 - the same damage in every run
    assert read_or_refuse(name, data)
    for _ in range(count):
        read_or_refuse(name, damage(dice, data))


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_damaged_files_end_in_a_text_or_a_sentence(kind: str) -> None:
    damage_many(KINDS[kind], (FOLDER / KINDS[kind]).read_bytes(), mutated, LIGHT)


@pytest.mark.heavy
@pytest.mark.parametrize("kind", KINDS)
def test_many_damaged_files_end_in_a_text_or_a_sentence(kind: str) -> None:
    damage_many(KINDS[kind], (FOLDER / KINDS[kind]).read_bytes(), mutated, HEAVY)


@pytest.mark.slow
@pytest.mark.parametrize("damage", [mutated, part_mutated])
def test_damaged_word_documents_end_in_a_text_or_a_sentence(damage: Damage) -> None:
    damage_many("a.docx", document(), damage, LIGHT)


@pytest.mark.heavy
@pytest.mark.parametrize("damage", [mutated, part_mutated])
def test_many_damaged_word_documents_end_in_a_text_or_a_sentence(damage: Damage) -> None:
    damage_many("a.docx", document(), damage, HEAVY)


HOSTILE = {
    "deep HTML": ("a.html", b"<html><body>" + b"<div>" * 100_000 + b"words"),
    "deep table": ("a.html", b"<html><body><table>" + b"<tr><td>" * 5_000 + b"words"),
    "wide table": ("a.html", b"<html><body><table><tr>" + b"<td>x</td>" * 100_000),
    "breaks": ("a.html", b"<html><body>" + b"<br>" * 300_000 + b"words"),
    "attributes": ("a.html", b"<html " + b"a=b " * 300_000 + b">words"),
    "comments before": ("a.html", b"<!---->" * 500 + b"words"),
    "open comments": ("a.html", b"<html><body>" + b"<!--" * 100_000),
    "one long line": ("a.html", b"<html><body>" + "没有标点".encode() * 200_000),
    "deep JSON": ("a.json", b"[" * 500_000),
    "deep objects": ("a.json", b'{"segments":' * 50_000),
    "huge number": ("a.json", b'{"segments":[{"start":' + b"9" * 500_000 + b',"text":"x"}]}'),
    "open quotation": ("a.csv", b'text,title\n"' + b"a" * 3_000_000),
    "wide header": ("a.csv", b"text," * 100_000 + b"\nx"),
    "blank lines": ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\n" + b"\n" * 1_000_000 + b"x\n"),
    "open tags": ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\n" + b"<a" * 500_000 + b"x\n"),
    "open voices": ("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bob>" + b"x <v " * 200_000),
    "arrows": ("a.vtt", b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\n>> a\n\n" * 20_000),
    "PDF objects": ("a.pdf", b"%PDF-1.4\n" + b"1 0 obj<<>>endobj\n" * 50_000),
    "deep PDF": ("a.pdf", b"%PDF-1.4\n1 0 obj" + b"[" * 50_000 + b"\ntrailer<</Root 1 0 R>>"),
    "deep Word": (
        "a.docx",
        archive(("[Content_Types].xml", b"<T/>"), ("word/document.xml", b"<a>" * 50_000)),
    ),
    "labels": ("a.txt", b"A: " * 300_000),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_soon(name: str) -> None:
    read_or_refuse(*HOSTILE[name])
