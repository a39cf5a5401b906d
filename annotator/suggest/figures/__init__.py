"""Figures in a text: found, read as quantities and suggested with a reason."""

from annotator.suggest.figures.suggestions import suggest_figures

__all__ = ["suggest_figures"]
