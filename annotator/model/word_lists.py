"""Reads the TOML files that hold lists of words."""

import tomllib
from pathlib import Path
from typing import Any

from annotator.model.errors import UserError


def read_lists(path: Path) -> dict[str, Any]:
    """Return the tables of a TOML file.

    Raises:
        UserError: the file is missing or is no TOML.
    """
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise UserError(
            "{name} cannot be read: {reason}.", name=path.name, reason=str(error)
        ) from error
