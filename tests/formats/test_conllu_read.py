"""CoNLL-U read: our sample, columns that a header names, and what is wrong in files."""

from pathlib import Path

import pytest

from annotator.formats.conllu import CONLLU
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from tests.formats.exchange import (
    documents,
    fixtures,
    read,
)
from tests.formats.fuzzing import fuzzed

GOLDEN = Path(__file__).parents[1] / "golden" / "conllu"


def test_our_sample_is_read_with_white_space_and_joined_tokens() -> None:
    path = GOLDEN / "briefing.conllu"
    assert guess(path) is CONLLU
    (told,) = documents(read(CONLLU, path))
    assert told.name == "briefing"
    assert told.text == "Mill River rose.\nEnd \n"
    assert [(a.label, told.text[s:e]) for a in told.annotations for s, e in a.ranges] == [
        ("River", "Mill River"),
        ("Close", "End"),
    ]
    assert told.annotations[1].kind is LabelKind.TOPIC


def test_columns_that_a_header_names_hold_tags() -> None:
    path = GOLDEN / "plus.conllup"
    assert guess(path) is CONLLU
    (told,) = documents(read(CONLLU, path))
    assert told.text == "Mill River rose"
    assert [(a.label, a.ranges) for a in told.annotations] == [("River", ((0, 10),))]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("1\ta\n", "Line 1 of a.conllu: expected 10 columns"),
        ("x\ta" + "\t_" * 8 + "\n", "a number and a form first"),
        ("1\t" + "\t_" * 8 + "\n", "a number and a form first"),
        ("1\ta\x00" + "\t_" * 8 + "\n", "expected 10 columns"),
    ],
)
def test_a_wrong_row_is_refused(content: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(content, "utf-8")
    with pytest.raises(UserError, match=sentence):
        read(CONLLU, tmp_path / "a.conllu")


def test_an_older_webanno_file_is_not_claimed() -> None:
    folder = fixtures("inception", "inception-io-webanno-tsv", "tsv2")
    assert not any(CONLLU.guess(path, path.read_bytes()) for path in folder.iterdir())


SAMPLES = [path.read_bytes() for path in sorted(GOLDEN.iterdir())]


test_damaged_files_are_refused_or_read = fuzzed(CONLLU, "a.conllu", SAMPLES)
