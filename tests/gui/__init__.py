"""Tests of annotator/gui."""
