"""Makes anew what is made from other files: sample projects and the catalogue of texts.

    .venv/bin/python resources/rebuild.py

Clock and ids of the samples stand still, so that the same sources give the same projects.
"""

import sys
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "translations" / "annotator.pot"
KEYWORDS: dict[str, None] = dict.fromkeys(
    [
        *("_", "Message", "UserError", "NotSavedError", "OverwrittenError", "DamagedError"),
        *("ChangedMeanwhileError", "KnownTextError", "CannotWriteError", "HotJournalError"),
    ]
)
"""What user text stands in, in the code."""


def catalogue() -> bytes:
    """Return the gettext template with every text of the program, without dates or line numbers."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract_from_dir
    from babel.messages.pofile import write_po

    template = Catalog(project="annotator", fuzzy=False)
    found = extract_from_dir(
        ROOT / "annotator",
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=(),
    )
    for path, _line, text, _comments, _context in sorted(found, key=lambda entry: str(entry[:3])):
        template.add(text, locations=[(f"annotator/{Path(path).as_posix()}", 0)])
    written = BytesIO()
    write_po(written, template, omit_header=True, include_lineno=False, sort_output=True, width=100)
    return written.getvalue()


def main() -> int:
    """Write everything anew and say what."""
    from annotator.workspace.samples import build_samples

    for path in build_samples(ROOT / "projects"):
        print(path.relative_to(ROOT))
    CATALOGUE.parent.mkdir(exist_ok=True)
    CATALOGUE.write_bytes(catalogue())
    print(CATALOGUE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
