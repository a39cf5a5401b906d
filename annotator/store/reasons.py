"""Why SQLite or the system could not read or write a file, in words for people."""

from annotator.model.message import Message

REASONS = {
    "SQLITE_CORRUPT": Message("parts of it cannot be read any more"),
    "SQLITE_NOTADB": Message("its content is of another kind"),
    "SQLITE_FULL": Message("the disk is full"),
    "SQLITE_READONLY": Message("it can only be read"),
    "SQLITE_PERM": Message("this account may not use it"),
    "SQLITE_AUTH": Message("this account may not use it"),
    "SQLITE_BUSY": Message("another program holds it"),
    "SQLITE_LOCKED": Message("another program holds it"),
    "SQLITE_IOERR": Message("the disk reports an error"),
    "SQLITE_CANTOPEN": Message("it or its folder cannot be opened"),
    "SQLITE_NOMEM": Message("there is not enough memory"),
    "SQLITE_TOOBIG": Message("something in it is too large"),
    "SQLITE_CONSTRAINT": Message("something in it does not fit the rest"),
    "SQLITE_MISMATCH": Message("something in it does not fit the rest"),
    "SQLITE_INTERRUPT": Message("it takes too long to read"),
}
"""By the beginning of SQLite's own names, which are longer where it knows more."""
LONGEST = 100
"""Characters of what has no words of ours."""


def reason_of(error: BaseException) -> str:
    """Return why something failed, as a part of a sentence; what is not known as Python says it."""
    code = getattr(error, "sqlite_errorname", "") or ""
    for begins, reason in REASONS.items():
        if code.startswith(begins):
            return str(reason)
    return str(getattr(error, "strerror", None) or error)[:LONGEST]
