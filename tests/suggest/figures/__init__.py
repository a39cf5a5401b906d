"""Tests of annotator/suggest."""
