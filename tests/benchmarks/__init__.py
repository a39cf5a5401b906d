"""Tests of annotator/benchmarks."""
