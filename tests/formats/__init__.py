"""Tests of annotator/formats."""
