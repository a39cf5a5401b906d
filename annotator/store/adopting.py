"""Taking over another copy's transactions: the union of both journals, folded anew."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from annotator.model.edit import Edit, joined
from annotator.model.errors import UserError
from annotator.model.history import Transaction
from annotator.model.message import Message
from annotator.model.records import Key, Record, Text, key_of, parents_first
from annotator.store import journal, rows
from annotator.store.applying import apply_edit
from annotator.store.images import Image, record_of
from annotator.store.sqlite import Connection
from annotator.store.tables import tables
from annotator.store.texts import Quotes, insert_text

ADOPTED = Message("Take over another copy's changes")


def adopt(
    db: Connection,
    history: Iterable[Transaction],
    texts: Iterable[Text],
    decisions: Edit | None = None,
) -> list[Transaction]:
    """Add the transactions that are new here and bring the records they touch up to date.

    ``decisions`` goes on from what both journals together lead to; tables change once, so that
    it can also put right what would not be sound. Returns how many transactions were new.

    Raises:
        UserError: two transactions share an id but not what they did.
    """
    for text in texts:
        insert_text(db, text)
    quotes = journal.quotes_of(db)
    new = [transaction for transaction in history if not _is_known(db, transaction, quotes)]
    new.sort(key=lambda t: (t.clock, t.id))
    for transaction in new:
        journal.write(db, transaction)
    touched = {key for transaction in new for key in transaction.edit.changed_keys()}
    steps = [_towards_fold(db, touched), *([decisions] if decisions else [])]
    apply_edit(db, joined(ADOPTED, *steps))
    return new


def _is_known(db: Connection, transaction: Transaction, quotes: Quotes) -> bool:
    held = journal.find(db, transaction.id, quotes)
    if held is None:
        return False
    if _compared(held) != _compared(transaction):
        raise UserError(
            "Two different changes share the id {id}: one of the files was tampered with.",
            id=transaction.id,
        )
    return True


def _compared(transaction: Transaction) -> Transaction:
    """Return a transaction without what may differ between two tellings: texts, order."""
    edit = transaction.edit
    removed, added = (
        tuple(sorted(records, key=lambda r: (parents_first(r), r.id)))
        for records in (edit.removed, edit.added)
    )
    return replace(transaction, edit=Edit(edit.label, removed, added))


def _towards_fold(db: Connection, touched: set[Key]) -> Edit:
    """Return the edit from the records as they are to what the journal now leads to."""
    ids: dict[type[Record], list[str]] = defaultdict(list)
    for cls, record_id in sorted(touched, key=lambda key: (key[0].__name__, key[1])):
        ids[cls].append(record_id)
    held = {
        key_of(record): record
        for cls, wanted in ids.items()
        for record in rows.fetch_by_id(db, cls, wanted).values()
    }
    folded = _fold(db, touched)
    return Edit(
        ADOPTED,
        removed=tuple(record for key, record in held.items() if folded.get(key) != record),
        added=tuple(record for key, record in folded.items() if held.get(key) != record),
    )


def _fold(db: Connection, touched: set[Key]) -> dict[Key, Record]:
    by_name = {table.label: cls for cls, table in tables().items()}
    state: dict[Key, Image] = {}
    for name, removed, added in journal.images(db):
        cls = by_name[name]
        for image in removed:
            state.pop((cls, image["id"]), None)
        state.update({key: i for i in added if (key := (cls, i["id"])) in touched})
    quotes = journal.quotes_of(db)
    return {key: record_of(key[0], image, quotes) for key, image in state.items()}
