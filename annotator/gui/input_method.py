"""Lets people type Chinese where their input method has no plugin among Qt's own."""

import sys
from collections.abc import Collection, MutableMapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPluginLoader

ASKED_SEVERAL, ASKED_ONE = "QT_IM_MODULES", "QT_IM_MODULE"
FALLBACK = "ibus"
"""Fcitx answers under this name too, so its users need no plugin of their own."""

_WAYLAND = "wayland"
_COMPOSING_NOTHING = {"compose", "xim"}
"""Keys of Qt's plugin for dead keys; it writes no Chinese."""

_DELIBERATE = {"compose", "none", "simple"}


def prepare_input_method(environment: MutableMapping[str, str]) -> None:
    """Add input methods that are there to those asked for, if none of these is.

    Call it before the QApplication is made.
    """
    if sys.platform == "linux" and (asked := _asked(environment)):
        environment[ASKED_SEVERAL] = ";".join(with_fallback(asked, plugins()))


def with_fallback(asked: Collection[str], there: Collection[str]) -> list[str]:
    """Return the input methods to try, in order: those asked for, then what may do instead.

    Qt takes the first that works, and the one for dead keys always does: it comes last.
    """
    names = list(asked)
    writes_chinese = set(there) - _COMPOSING_NOTHING
    if writes_chinese & set(names) or _DELIBERATE & set(names) or FALLBACK not in there:
        return names
    last = [name for name in names if name in _COMPOSING_NOTHING]
    first = [name for name in names if name not in last]
    return first + [name for name in (FALLBACK, _WAYLAND) if name not in first] + last


def plugins() -> set[str]:
    """Return the names of the input methods that Qt has plugins for."""
    found: set[str] = set()
    for folder in QCoreApplication.libraryPaths():
        for path in sorted((Path(folder) / "platforminputcontexts").glob("*")):
            described: object = QPluginLoader(str(path)).metaData().get("MetaData")
            if isinstance(described, dict):
                found |= set(described.get("Keys", ()))
    return found


def _asked(environment: MutableMapping[str, str]) -> list[str]:
    several = [name for name in environment.get(ASKED_SEVERAL, "").split(";") if name]
    one = environment.get(ASKED_ONE, "")
    return several or ([one] if one else [])
