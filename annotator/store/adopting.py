"""Taking over another copy's transactions: the union of both journals, folded anew."""

from collections.abc import Iterable, Sequence

from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.history import Transaction
from annotator.model.message import Message
from annotator.model.records import Key, Record, Text, key_of
from annotator.store import journal, rows
from annotator.store.applying import apply_edit
from annotator.store.images import record_of
from annotator.store.sqlite import Connection
from annotator.store.tables import tables
from annotator.store.texts import Quotes, insert_text


def adopt(db: Connection, history: Sequence[Transaction], texts: Iterable[Text]) -> int:
    """Add the transactions that are new here and bring the records they touch up to date.

    Returns how many were new.

    Raises:
        UserError: two transactions share an id but not what they did.
    """
    for text in texts:
        insert_text(db, text)
    new = [transaction for transaction in history if not _is_known(db, transaction)]
    for transaction in sorted(new, key=lambda t: (t.clock, t.id)):
        journal.write(db, transaction)
    touched = {key for transaction in new for key in transaction.edit.changed_keys()}
    apply_edit(db, _towards_fold(db, touched))
    return len(new)


def _is_known(db: Connection, transaction: Transaction) -> bool:
    if not journal.has(db, transaction.id):
        return False
    held = journal.find(db, transaction.id)
    if (held.clock, held.edit.changed_keys()) != (
        transaction.clock,
        transaction.edit.changed_keys(),
    ):
        raise UserError(
            "Two different changes share the id {id}: one of the files was tampered with.",
            id=transaction.id,
        )
    return True


def _towards_fold(db: Connection, touched: set[Key]) -> Edit:
    """Return the edit from the records as they are to what the journal now leads to."""
    folded = _fold(db, touched)
    removed: list[Record] = []
    added: list[Record] = []
    for cls in {cls for cls, _ in touched}:
        ids = [record_id for c, record_id in touched if c is cls]
        removed += rows.fetch_by_id(db, cls, ids).values()
    held = {key_of(record): record for record in removed}
    for key in touched:
        record = folded.get(key)
        if record is not None and record != held.get(key):
            added.append(record)
    stays = [r for r in removed if folded.get(key_of(r)) == r]
    return Edit(Message("Adopt"), tuple(r for r in removed if r not in stays), tuple(added))


def _fold(db: Connection, touched: set[Key]) -> dict[Key, Record]:
    by_name = {table.label: cls for cls, table in tables().items()}
    quotes = Quotes(db, journal.known_documents(db))
    state: dict[Key, Record] = {}
    for name, removed, added in journal.images(db):
        cls = by_name[name]
        for image in removed:
            state.pop((cls, image["id"]), None)
        for image in added:
            if (cls, image["id"]) in touched:
                state[cls, image["id"]] = record_of(cls, image, quotes)
    return state
