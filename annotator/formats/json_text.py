"""JSON as other tools read and write it: written, or parsed in full."""

import json
import re
from typing import Any, NoReturn

from annotator.formats.records_json import BadValueError, refuse_bad_characters
from annotator.model.errors import UserError
from annotator.model.message import Message

encode_json = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False).encode
"""Returns a value as one line of JSON, its characters as they are; refuses NaN."""
_ESCAPED = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")


JSON_FAULTS = (BadValueError, ValueError, RecursionError)
"""What ``decoder`` and ``refuse_doubtful`` raise."""


def parse_json(text: str, name: str, line: int = 1) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value of a JSON text that starts on a line of a file.

    Raises:
        UserError: it is no JSON, nested too deeply, or has NaN, NUL or half surrogate pairs.
    """
    try:
        value = decoder.decode(text)
        refuse_doubtful(text, value)
    except JSON_FAULTS as error:
        at = error.lineno - 1 if isinstance(error, json.JSONDecodeError) else 0
        raise json_refusal(name, line + at, error) from error
    return value


def refuse_doubtful(text: str, value: object) -> None:
    """Refuse NUL and half surrogate pairs in a value and the text that it was read from.

    Raises:
        BadValueError: it has one.
    """
    if "\0" in text or ("\\u" in text and _ESCAPED.search(text)) or not _is_sound(text):
        refuse_bad_characters(value)


def _is_sound(text: str) -> bool:
    """Say whether a text has no half of a surrogate pair: these alone cannot be encoded."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _refuse_constant(name: str) -> NoReturn:
    raise BadValueError("value", Message("a finite number is expected"), name)


decoder = json.JSONDecoder(parse_constant=_refuse_constant)
"""Decodes JSON; refuses NaN and Infinity."""


def json_refusal(name: str, line: int, fault: Exception | str) -> UserError:
    """Return the sentence for a text that is not the JSON that was expected."""
    return UserError(
        "Line {line} of {name} is not the JSON expected: {reason}.",
        line=line,
        name=name,
        reason=fault_reason(fault),
    )


def fault_reason(fault: Exception | str) -> str:
    """Return what is wrong with a text that is not the JSON that was expected."""
    match fault:
        case BadValueError():
            return f"{fault.expected}: {fault.found}"
        case json.JSONDecodeError():
            return fault.msg
        case RecursionError():
            return "it is nested too deeply"
        case ValueError():
            return "a number has too many digits"
        case _:
            return str(fault)
