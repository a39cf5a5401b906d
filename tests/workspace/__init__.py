"""Tests of annotator/workspace."""
