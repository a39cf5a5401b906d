"""Web pages saved to a file: the main text, line by line, and not what stands around it.

Trafilatura says where the main text is. It is made for articles and drops lines that a transcript
needs (names alone, short or repeated answers), so the lines themselves are taken from the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.text import normalise
from annotator.reading.decode import Decoded, decode
from annotator.reading.html_lines import ancestors, lines_of
from annotator.reading.html_main import main_text
from annotator.reading.source import SourceFile, SourceText, iso_date, refusing_damage

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

LARGEST = 16 << 20
MOST_TAGS = 20_000
"""In pages with more tags than any article has, only what stands around the text is left out."""
HEAD = 4096
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-z!/]|&(?:#|[a-z])", re.IGNORECASE)
_WIDER = {
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii"), "cp1252"),
}
"""What browsers read for what pages say (WHATWG Encoding)."""
_BEFORE = re.compile(r"<!--.*?-->|<\?xml[^>]*>", re.DOTALL)
_DEEPEST = 250
_SOFT_HYPHEN = "\u00ad"
"""Where a browser may break a word; a reader sees nothing there."""


def is_html(text: str, name: str) -> bool:
    """Say whether a text is a web page by its start and its name."""
    head = _BEFORE.sub("", text[:HEAD]).lstrip("\ufeff \t\r\n")
    if re.match(r"<(?:!doctype\s+html|html)\b", head, re.IGNORECASE):
        return True
    is_named = name.lower().endswith((".html", ".htm", ".xhtml", ".shtml"))
    return is_named and _MARKUP.search(head) is not None


def is_mhtml(data: bytes) -> bool:
    """Say whether bytes are a page that a browser saved in one file (MHTML)."""
    head = data[:HEAD].lower()
    return b"mime-version:" in head and b"multipart/related" in head


def read_html(source: SourceFile) -> Iterator[SourceText]:
    """Read the main text of a web page.

    Raises:
        UserError: the file is too large, or holds no text.
    """
    if len(source.data) > LARGEST:
        raise UserError("{name} is larger than 16 MB: split it.", name=source.name)
    decoded = _decode(source)
    with refusing_damage("HTML", Message("open it in a browser and save it again")):
        yield _read(decoded, source.name)


def read_mhtml(source: SourceFile) -> Iterator[SourceText]:
    """Read the main text of a page that a browser saved in one file.

    Raises:
        UserError: no part of it is a web page.
    """
    if len(source.data) > LARGEST * 2:
        raise UserError("{name} is larger than 32 MB: split it.", name=source.name)
    from email import message_from_bytes
    from email.policy import default as mail_policy

    with refusing_damage("MHTML", Message("save the page again as HTML")):
        message = message_from_bytes(source.data, policy=mail_policy)
        for part in message.walk():
            if part.get_content_type() == "text/html":
                payload = part.get_payload(decode=True)
                data = payload if isinstance(payload, bytes) else b""
                charset = source.encoding or part.get_content_charset()
                yield from read_html(SourceFile(source.name, data, charset))
                return
    raise UserError("{name} holds no web page.", name=source.name)


def _decode(source: SourceFile) -> Decoded:
    """Return the page as text: by the person's word, its mark, its declaration, or by a guess."""
    if source.encoding:
        return decode(source.data, source.encoding)
    declared = _CHARSET.search(source.data[:HEAD])
    if declared and not source.data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = declared[1].decode("ascii").lower()
        try:
            return decode(source.data, _WIDER.get(name, name))
        except UserError:
            return decode(source.data)
    return decode(source.data)


def _read(decoded: Decoded, name: str) -> SourceText:
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", huge_tree=False, remove_pis=True)
    root = document_fromstring(decoded.text.encode(), parser=parser)
    lines = [line for line in lines_of(root) if _depth(line.element, root) < _DEEPEST]
    found, title, date = _search(decoded.text)
    kept = main_text(lines, found.split("\n"), root)
    text = normalise("\n".join(line.text for line in kept)).replace(_SOFT_HYPHEN, "")
    if not text.strip():
        raise UserError("{name} holds no text.", name=name)
    return SourceText(text, title or _title(root), iso_date(date), encoding=decoded.encoding)


def _depth(element: HtmlElement, root: HtmlElement) -> int:
    return sum(1 for _ in ancestors(element, root))


def _search(page: str) -> tuple[str, str, str]:
    """Return the main text that trafilatura sees, the title and the date."""
    if page.count("<") > MOST_TAGS:
        return "", "", ""
    import trafilatura

    found = trafilatura.bare_extraction(
        page,
        favor_recall=True,
        include_comments=False,
        deduplicate=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or isinstance(found, dict):
        return "", "", ""
    return found.text or "", " ".join((found.title or "").split()), found.date or ""


def _title(root: HtmlElement) -> str:
    told = root.find(".//title")
    return " ".join((told.text or "").split()) if told is not None else ""
