"""XML from elsewhere: sound files pass, hostile and damaged ones are refused in a sentence."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.formats.xml_tree import (
    MAX_DEPTH,
    XmlParts,
    local_name,
    namespace,
    parse_xml,
    read_xml,
)
from annotator.model.errors import UserError

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(9))


def test_a_sound_file_gives_its_root(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text('<a xmlns="urn:x"><b>é😀</b></a>', encoding="utf-8")
    root = read_xml(path)
    assert (local_name(root), namespace(root), root[0].text) == ("a", "urn:x", "é😀")
    assert namespace(parse_xml(b"<a/>", "a")) == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declaration",
    [
        f"<!DOCTYPE a [{LAUGHS}]>",
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        "<!DOCTYPE a>",
    ],
)
def test_document_types_are_refused_before_they_are_read(declaration: str, encoding: str) -> None:
    content = f"{declaration}<a>&l8;</a>".encode(encoding)
    with pytest.raises(UserError, match="declares a document type"):
        parse_xml(content, "bomb.xml")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "bad.xml, line 1: well-formed XML was expected"),
        (b"<a>\n<b></a>", "bad.xml, line 2: well-formed XML"),
        (b"<a>&nbsp;</a>", "bad.xml, line 1"),
        (b"<a>\xff</a>", "bad.xml, line 1"),
        (b'<?xml version="1.0" encoding="gb18030"?><a/>', "XML in UTF-8 was expected"),
        (b'<?xml version="1.0" encoding="nonsense"?><a/>', "bad.xml, line 1"),
        (b"<a>" * (MAX_DEPTH + 1), "nested more than 200 elements deep"),
    ],
)
def test_damage_is_told_with_its_line(content: bytes, message: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_xml(content, "bad.xml")
    assert message in str(caught.value)


def pieces(content: str, size: int) -> Iterator[bytes]:
    data = content.encode()
    return (data[at : at + size] for at in range(0, len(data), size))


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_wanted_elements_are_handed_over_whole_and_leave_the_tree(size: int) -> None:
    content = (
        '<r xmlns="urn:x"><c/> <b n="1">a<w>会</w>tail</b>\n<d><w n="2"><w n="3"/></w></d></r>'
    )
    parts = XmlParts(pieces(content, size), "a.xml", ("b", "w"))
    found = [(local_name(e), local_name(p), "".join(e.itertext())) for e, p in parts]
    assert found == [("w", "b", "会"), ("b", "r", "a"), ("w", "w", ""), ("w", "d", "")]
    assert [local_name(element) for element in parts.root.iter()] == ["r", "c", "d"]


def test_many_wanted_elements_take_little_memory() -> None:
    content = ("<w a='1'><v>text</v></w>\n" * 1000 for _number in range(100))
    given = (piece.encode() for piece in ("<r>", *content, "</r>"))
    tracemalloc.start()
    assert sum(1 for _found in XmlParts(given, "a.xml", ("w",))) == 100_000
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8 << 20


def test_damage_in_a_later_piece_is_told_with_its_line() -> None:
    parts = XmlParts(pieces("<r>\n<w/>\n<w></r>", 5), "a.xml", ("w",))
    with pytest.raises(UserError, match=r"a\.xml, line 3: well-formed XML was expected"):
        list(parts)
