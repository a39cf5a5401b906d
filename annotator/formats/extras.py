"""Libraries that only some people need: imported when they are used, named when they miss."""

from importlib import import_module
from typing import Any

from annotator.model.errors import UserError


def library(name: str, extra: str) -> Any:  # noqa: ANN401 - a module
    """Return a module.

    Raises:
        UserError: it is not installed; the sentence names the extra that brings it.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise UserError(
            "This format needs {library}: install transcript-annotator[{extra}].",
            library=name.partition(".")[0],
            extra=extra,
        ) from error
