"""Bytes become text: encodings found without a word from the user."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.errors import UserError
from annotator.reading.decode import decode
from tests.reading.marked import fixtures

CHINESE = "主持人：各位记者朋友，大家下午好。今天的发布会现在开始。"
TRADITIONAL = "主持人：各位記者朋友，大家午安。今天的記者會現在開始，請提問。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"])
def test_a_marked_or_common_encoding_is_found(encoding: str) -> None:
    assert decode(CHINESE.encode(encoding)).text == CHINESE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_characters_without_a_mark_are_found(encoding: str) -> None:
    assert decode(CHINESE.encode(encoding)).text == CHINESE
    assert decode("MR. PRICE: Good afternoon.".encode(encoding)).encoding == encoding


def test_big5_and_gb18030_are_told_apart() -> None:
    assert decode(TRADITIONAL.encode("big5")).text == TRADITIONAL
    assert decode(TRADITIONAL.encode("gb18030")).text == TRADITIONAL


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "big5hkscs"])
def test_every_chinese_transcript_is_read_back(encoding: str) -> None:
    read = 0
    for fixture in fixtures():
        try:
            data = fixture.text.encode(encoding)
        except UnicodeEncodeError:
            continue
        if fixture.facts["language"] != "en":
            assert decode(data).text == fixture.text, fixture.name
            read += 1
    assert read >= 9


def test_curly_quotes_tell_western_from_chinese_encodings() -> None:
    text = "It’s “fine” — we’re done."
    for encoding in ("cp1252", "gb18030", "big5"):
        assert decode(text.encode(encoding)).text == text


def test_the_user_s_encoding_holds_and_a_wrong_one_is_named() -> None:
    assert decode("é".encode("latin-1"), "latin-1").text == "é"
    with pytest.raises(UserError, match="Byte 1 is not valid utf-8"):
        decode(b"\xff\xfe\xfa", "utf-8")
    with pytest.raises(UserError, match="There is no encoding klingon"):
        decode(b"a", "klingon")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("“你好，世界”—然后".encode()[:-1], "Byte 28 is not valid utf-8"),
        ("It’s “fine” – we’re".encode().replace(b"f", b"\xff"), "Byte 11 is not valid utf-8"),
        ("司会：おはようございます。".encode("shift_jis"), "Byte 5 is not valid cp1252"),
    ],
)
def test_what_is_nearly_utf_8_or_of_no_known_encoding_is_not_guessed_at(
    data: bytes, told: str
) -> None:
    with pytest.raises(UserError, match=told):
        decode(data)


@pytest.mark.parametrize(
    ("data", "kind"), [(b"%PDF-1.7", "PDF"), (b"PK\x03\x04..", "zip"), (b"{\\rtf1", "RTF")]
)
def test_other_files_are_named_for_what_they_are(data: bytes, kind: str) -> None:
    with pytest.raises(UserError, match=kind):
        decode(data)


def test_an_office_file_with_a_password_is_named_for_that() -> None:
    locked = b"\xd0\xcf\x11\xe0" + bytes(900) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(UserError, match=r"protected by a password: open it .* save it without"):
        decode(locked)
    with pytest.raises(UserError, match="97-2003"):
        decode(locked[:900])


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\xfe\x00\x00\xff" * 9, b"\x00\x01\x02\xff\xfe binary"]
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(UserError, match="binary"):
        decode(data)


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0\r\u2028\u2029\ufeff"), min_size=1)
)
def test_utf_8_with_its_mark_loses_nothing(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()).text == text
