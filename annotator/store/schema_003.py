"""Migration 003: what reviewers say of annotations."""

DDL = """
CREATE TABLE review (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  target INTEGER NOT NULL REFERENCES annotation(key) DEFERRABLE INITIALLY DEFERRED,
  reviewer INTEGER NOT NULL REFERENCES author(key) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'rejected', 'unsure')),
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (target, reviewer)
) STRICT;
"""
