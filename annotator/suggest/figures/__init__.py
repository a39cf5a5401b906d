"""Figures in a text: found, read as quantities and suggested with a reason."""

from collections.abc import Iterator

from annotator.model.suggestion import Suggestion


def suggest_figures(text: str, start: int = 0, end: int | None = None) -> Iterator[Suggestion]:
    """Yield the figures between two positions of a text, in order and apart from each other.

    Positions are code points, half-open. The time is linear in the length of the text.
    """
    from annotator.suggest.figures import suggestions  # reading one number does without it

    return suggestions.suggest_figures(text, start, end)
