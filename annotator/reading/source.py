"""What a reader of source files is given and what it gives back, whatever the file's format."""

import logging
import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.reading.turn_found import TurnFound

_ISO = re.compile(r"(?P<y>\d{4})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's bytes and name; ``encoding`` is what a person says it is in, if anything."""

    name: str
    data: bytes
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class SourceText:
    """One text of a source file; what is empty or None is found in the text itself.

    ``part`` tells the texts of one file apart. Positions in ``turns`` are code points of ``text``,
    which is normalised.
    """

    text: str
    title: str = ""
    date: str = ""
    language: str = ""
    place: str = ""
    encoding: str = "utf-8"
    turns: tuple[TurnFound, ...] | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    part: str = ""


def iso_date(told: str) -> str:
    """Return the date at the start of ``told`` in ISO 8601, or nothing."""
    found = _ISO.match(told.strip())
    if not found or not 1 <= int(found["m"]) <= 12 or not 1 <= int(found["d"]) <= 31:  # noqa: PLR2004
        return ""
    return f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}"


@contextmanager
def refusing_damage(kind: str | Message, what_to_do: Message) -> Iterator[None]:
    """Turn whatever a library raises on a damaged file into one sentence.

    Parsers of files that nobody vouches for fail in ways that none of them lists. What they log
    and warn of on the way would only be noise.

    Raises:
        UserError: the code inside failed.
    """
    for library in ("pypdf", "trafilatura", "htmldate"):
        logging.getLogger(library).propagate = False
        logging.getLogger(library).handlers = [logging.NullHandler()]
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    except UserError:
        raise
    except Exception as error:
        raise UserError(
            "This {kind} file is damaged: {what_to_do}.",
            kind=str(kind),
            what_to_do=str(what_to_do),
        ) from error
