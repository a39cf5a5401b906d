"""Tests of annotator/architecture."""
