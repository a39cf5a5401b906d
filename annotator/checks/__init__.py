"""Figures held against each other: repeats, shares, sums, growth, lists, dates."""
