"""Annotations to and from other tools' files."""
