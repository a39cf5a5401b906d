"""The window: the only code that knows Qt."""

import builtins

import PySide6.QtCore  # noqa: F401 - puts its own import in the place of Python's

# PySide reads the source of every module that is imported after it, to find those that ask for a
# ``__feature__``. None does here, and it is a tenth of the time to the first paint.
builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
