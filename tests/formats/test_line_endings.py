"""Files that another system saved with CRLF or a byte order mark say the same."""

from pathlib import Path

import pytest

from annotator.formats.registry import format_named, guess
from annotator.model.errors import UserError
from tests.formats.exchange import documents, read

GOLDEN = Path(__file__).parents[1] / "golden"
FILES = (
    ("doccano", "relations.json"),
    ("label-studio", "tasks.json"),
    ("brat", "briefing.ann"),
    ("webanno-tsv", "rivers.tsv"),
    ("conll", "briefing.conll"),
    ("conllu", "briefing.conllu"),
    ("conllu", "plus.conllup"),
    ("web-annotation", "river.jsonld"),
)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
@pytest.mark.parametrize(("name", "file"), FILES)
def test_crlf_and_a_byte_order_mark_change_nothing(
    name: str, file: str, mark: bytes, tmp_path: Path
) -> None:
    folder = GOLDEN / name
    for path in (path for path in folder.iterdir() if path.is_file()):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    path = tmp_path / file
    path.write_bytes(mark + path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    known = format_named(name)
    assert guess(path) is known
    assert documents(read(known, path)) == documents(read(known, folder / file))


@pytest.mark.parametrize(("name", "file"), FILES)
def test_other_encodings_are_refused_with_the_line(name: str, file: str, tmp_path: Path) -> None:
    folder = GOLDEN / name
    for path in (path for path in folder.iterdir() if path.is_file()):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    path = tmp_path / file
    path.write_bytes(path.read_bytes().replace(b"\n", b"\n\xb9\xb2", 1))
    with pytest.raises(UserError, match=r"Line 2 of .* is not UTF-8"):
        read(format_named(name), path)
