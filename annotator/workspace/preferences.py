"""What the program remembers between starts: who annotates, recent projects, the window."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

from annotator.model.author import Author
from annotator.model.ids import AuthorId, NewId

RECENT = 12


@dataclass(frozen=True, slots=True)
class Preferences:
    """Remembered values; ``window`` holds the window's own, as text by name."""

    author_id: str = ""
    author_name: str = ""
    author_colour: str = "#0072B2"
    recent: tuple[str, ...] = ()
    theme: str = "system"
    window: Mapping[str, str] = field(default_factory=dict)

    def with_recent(self, path: Path) -> "Preferences":
        """Return preferences with ``path`` first among the recent projects."""
        first = str(path.absolute())
        rest = [other for other in self.recent if other != first]
        return replace(self, recent=(first, *rest)[:RECENT])

    def without_recent(self, path: Path) -> "Preferences":
        """Return preferences that no longer list ``path``."""
        return replace(self, recent=tuple(o for o in self.recent if o != str(path.absolute())))

    def author(self) -> Author:
        """Return the person at this machine."""
        return Author(AuthorId(self.author_id), self.author_name, self.author_colour)


class PreferencesFile:
    """Keeps preferences in one JSON file; a damaged file counts as none."""

    def __init__(self, folder: Path, new_id: NewId) -> None:
        self._path = folder / "preferences.json"
        self._new_id = new_id

    def load(self) -> Preferences:
        """Return the preferences, with an author on the first start."""
        found = self._read()
        if found.author_id:
            return found
        named = replace(found, author_id=self._new_id(), author_name=_login_name())
        self.save(named)
        return named

    def save(self, preferences: Preferences) -> None:
        """Write the preferences as a whole; a full or read-only disk loses only them."""
        part = self._path.with_suffix(".part")
        text = json.dumps(asdict(preferences), indent=1)  # paths may hold what is no text
        with suppress(OSError):
            part.write_text(text, encoding="utf-8")
            part.replace(self._path)

    def _read(self) -> Preferences:
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
            return _from_json(stored)
        except (OSError, ValueError, TypeError, AttributeError):
            return Preferences()


def _from_json(stored: Mapping[str, object]) -> Preferences:
    plain = Preferences()
    known = {f.name: getattr(plain, f.name) for f in fields(Preferences)}
    values = {name: stored.get(name, default) for name, default in known.items()}
    window, recent = values.pop("window"), values.pop("recent")
    if not isinstance(window, dict) or not isinstance(recent, list | tuple):
        return plain
    texts = {name: str(value) for name, value in values.items()}
    return Preferences(
        recent=tuple(str(path) for path in recent),
        window={str(name): str(value) for name, value in window.items()},
        **texts,
    )


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "me"
