"""Tests of annotator/reading."""
