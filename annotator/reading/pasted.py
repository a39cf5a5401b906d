"""What is pasted from the clipboard: plain text, or a piece of a web page."""

import hashlib
import re

from annotator.model.errors import UserError
from annotator.reading.source import SourceFile
from annotator.reading.sources import HTML, TEXT
from annotator.reading.transcript import Transcript, transcript_told

_SURROGATE = re.compile("[\ud800-\udfff]")


def read_pasted(content: str, *, is_html: bool = False) -> Transcript:
    """Return what was pasted: plain text, or a web page's HTML.

    Raises:
        UserError: it holds no text, or half of a character.
    """
    if not content.replace("\0", "").strip():
        raise UserError("There is no text to paste: copy some first.")
    if half := _SURROGATE.search(content):
        raise UserError(
            "What was copied holds half of a character, as character {place}: copy it again.",
            place=half.start() + 1,
        )
    source = SourceFile("", content.encode("utf-8", "surrogatepass"), "utf-8")
    told = next((HTML if is_html else TEXT).read(source))
    return transcript_told(told, "", hashlib.sha256(source.data).hexdigest())
