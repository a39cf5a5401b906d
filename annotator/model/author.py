"""A person who annotates: the one record that is there before any project is."""

from dataclasses import dataclass

from annotator.model.ids import AuthorId


@dataclass(frozen=True, slots=True)
class Author:
    """A person who annotates; the name is no identity."""

    id: AuthorId
    name: str
    colour: str = "#0072B2"
