"""XML from elsewhere: sound files pass, hostile and damaged ones are refused in a sentence."""

from pathlib import Path

import pytest

from annotator.formats.xml_tree import MAX_DEPTH, local_name, namespace, parse_xml, read_xml
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
