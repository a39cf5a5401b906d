"""How connections are made."""

from annotator.store.sqlite import connect


def test_a_connection_starts_no_transaction_by_itself() -> None:
    db = connect("file::memory:")
    db.execute("CREATE TABLE t (a)")
    db.execute("INSERT INTO t VALUES (1)")
    assert not db.in_transaction
    db.close()
