"""Tests of annotator/cli."""
