"""All exchange formats, and which one a file is in."""

from pathlib import Path

from annotator.formats.averitec import AVERITEC
from annotator.formats.base import Format
from annotator.formats.brat import BRAT
from annotator.formats.cas import CAS_JSON, XMI
from annotator.formats.claim_review import CLAIM_REVIEW
from annotator.formats.conll import CONLL
from annotator.formats.conllu import CONLLU
from annotator.formats.csv_file import CSV
from annotator.formats.docbin import DOCBIN
from annotator.formats.doccano import DOCCANO
from annotator.formats.doccano_labels import DOCCANO_LABELS
from annotator.formats.fever import FEVER
from annotator.formats.jsonl import JSONL
from annotator.formats.label_studio import LABEL_STUDIO
from annotator.formats.parquet import PARQUET
from annotator.formats.qdc import QDC
from annotator.formats.qdpx import QDPX
from annotator.formats.qualcoder import QUALCODER
from annotator.formats.taguette import TAGUETTE
from annotator.formats.tei import TEI
from annotator.formats.web_annotation import WEB_ANNOTATION
from annotator.formats.webanno import WEBANNO
from annotator.formats.xlsx_file import XLSX
from annotator.model.errors import UserError, not_read

FORMATS: tuple[Format, ...] = (
    JSONL,
    CSV,
    XLSX,
    QDPX,
    QDC,
    QUALCODER,
    TAGUETTE,
    XMI,
    CAS_JSON,
    DOCBIN,
    PARQUET,
    CLAIM_REVIEW,
    AVERITEC,
    FEVER,
    TEI,
    DOCCANO,
    DOCCANO_LABELS,
    LABEL_STUDIO,
    BRAT,
    WEBANNO,
    CONLL,
    CONLLU,
    WEB_ANNOTATION,
)
HEAD = 4096
"""How many bytes of a file ``guess`` looks at."""


def format_named(name: str) -> Format:
    """Return a format by its name.

    Raises:
        UserError: there is none of this name.
    """
    found = next((known for known in FORMATS if known.name == name), None)
    if found is None:
        names = ", ".join(known.name for known in FORMATS)
        raise UserError("There is no format {name}; there are {names}.", name=name, names=names)
    return found


def guess(path: Path, head: bytes | None = None) -> Format | None:
    """Return the format that a file is in by its first bytes and its name, or None.

    Args:
        path: the file or folder; it is read only if ``head`` is not given.
        head: the first bytes of the file, empty for a folder.

    Raises:
        UserError: the file cannot be read, or it may be in several formats.
    """
    first = _read_head(path) if head is None else head
    fitting = [known for known in FORMATS if known.guess(path, first)]
    if len(fitting) > 1:
        raise UserError(
            "{name} may be in several formats: {formats}. Say which one it is.",
            name=path.name,
            formats=", ".join(known.name for known in fitting),
        )
    return fitting[0] if fitting else None


def _read_head(path: Path) -> bytes:
    try:
        if path.is_dir():
            return b""
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError as error:
        raise not_read(path, error) from error
