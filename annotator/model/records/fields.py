"""Free fields of a record: texts by name."""

from collections.abc import Mapping

Fields = Mapping[str, str]
