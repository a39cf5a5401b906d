"""Tests of annotator/model."""
