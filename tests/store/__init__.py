"""Tests of annotator/store."""
