"""Tests of the panels: what they show and what they say."""
