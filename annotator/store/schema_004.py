"""Migration 004: the anchor of a passage is checked in time that grows with its length.

A passage within one piece is held against that piece alone; a longer one against its pieces put
together. Until then each piece looked for its share from the start of the quote.
"""

from annotator.store.schema_001 import PIECE

_WORDS = f"""
    SELECT CASE WHEN new.start / {PIECE} = (new.stop - 1) / {PIECE} THEN (
      SELECT substr(p.body, new.start % {PIECE} + 1, new.stop - new.start)
      FROM piece p WHERE p.text = t.key AND p.ord = new.start / {PIECE}
    ) ELSE (
      SELECT substr(group_concat(body, ''), new.start % {PIECE} + 1, new.stop - new.start)
      FROM (SELECT p.body FROM piece p WHERE p.text = t.key
            AND p.ord BETWEEN new.start / {PIECE} AND (new.stop - 1) / {PIECE} ORDER BY p.ord)
    ) END
    FROM annotation a JOIN document d ON d.key = a.document JOIN text t USING (sha256)
    WHERE a.key = new.annotation"""  # noqa: S608

DDL = "".join(
    f"""
DROP TRIGGER span_anchor_{verb.lower()};
CREATE TRIGGER span_anchor_{verb.lower()} BEFORE {verb} ON span BEGIN
  SELECT RAISE(ABORT, 'the quote does not match') WHERE new.quote IS NOT ({_WORDS});
END;
"""
    for verb in ("INSERT", "UPDATE")
)
