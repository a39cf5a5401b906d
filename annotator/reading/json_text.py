"""JSON of files that nobody vouches for, parsed with a sentence for what is wrong."""

import json

from annotator.model.errors import UserError


def parse_json(text: str, name: str, first_line: int = 1) -> object:
    """Return what a JSON text holds; ``first_line`` is its line in the file called ``name``.

    Raises:
        UserError: it is no JSON, or nested too deep; says the line.
    """
    try:
        return json.loads(text, parse_int=_number, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise UserError(
            "Line {line} of {name} is not valid JSON: {reason}.",
            line=first_line + error.lineno - 1,
            name=name,
            reason=error.msg,
        ) from error
    except RecursionError as error:
        raise UserError("The JSON in {name} is nested too deep.", name=name) from error
    except ValueError as error:
        raise UserError(
            "Line {line} of {name} holds what JSON does not allow: {reason}.",
            line=first_line,
            name=name,
            reason=str(error),
        ) from error


def _number(digits: str) -> int | float:
    """Return a whole number; one of very many digits as a float, which costs no time."""
    return int(digits) if len(digits) <= 30 else float(digits)  # noqa: PLR2004


def _refuse(constant: str) -> object:
    raise ValueError(constant)
