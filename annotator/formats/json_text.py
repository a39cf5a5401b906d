"""JSON as other tools read and write it: written, parsed in full, or only looked at."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from annotator.formats.records_json import BadValueError, Json, refuse_bad_characters
from annotator.model.errors import UserError

PEEKED = 1 << 26
encode_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
"""Returns a value as one line of JSON, its characters as they are; refuses NaN."""
_DOUBTFUL = re.compile(r"\\u(?:0000|[dD][89a-fA-F])|[\ud800-\udfff\x00]")


def parse_json(text: str, name: str, line: int = 1) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value of a JSON text that starts on a line of a file.

    Raises:
        UserError: it is no JSON, nested too deeply, or has NaN, NUL or half surrogate pairs.
    """
    try:
        value = json.loads(text, parse_constant=_refuse_constant)
        if _DOUBTFUL.search(text):
            refuse_bad_characters(value)
    except json.JSONDecodeError as error:
        raise _no_json(name, line + error.lineno - 1, error.msg) from error
    except BadValueError as error:
        raise _no_json(name, line, f"{error.expected}: {error.found}") from error
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise _no_json(name, line, reason) from error
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise BadValueError("value", "a finite number is expected", name)


def _no_json(name: str, line: int, reason: str) -> UserError:
    return UserError(
        "Line {line} of {name} is not the JSON expected: {reason}.",
        line=line,
        name=name,
        reason=reason,
    )


def first_objects(path: Path, head: bytes, most: int = 20) -> Iterator[Json]:
    """Yield the first objects of a JSON list, of JSON lines, or the one object, as far as they go.

    Args:
        path: the file; it is read only where ``head`` does not hold a whole object.
        head: the file's first bytes.
        most: how many objects are looked at.
    """
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not re.match(rb"\{|\[\s*\{", start):
        return
    text = start.decode("utf-8", "ignore")
    found = list(_objects(text, most))
    if len(found) < most and path.is_file():
        with path.open("rb") as file:
            longer = file.read(PEEKED).decode("utf-8-sig", "ignore")
        found = list(_objects(longer.lstrip(), most))
    yield from found


def _objects(text: str, most: int) -> Iterator[Json]:
    decoder = json.JSONDecoder()
    at = text.find("{")
    for _ in range(most):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        if not isinstance(value, dict):
            return
        yield value
        while at < len(text) and (text[at].isspace() or text[at] == ","):
            at += 1
