"""Has Exegete make a QualCoder project: ``python exegete_program.py FOLDER``.

Exegete writes the tables of QualCoder 4.0 and codes passages of a text in them; what each code
marks is printed as JSON. Runs wherever Exegete can be imported; nothing of this project is.
"""

import json
import sys

from exegete.database import QualcoderDatabase  # type: ignore[import-untyped]
from exegete.new_project import (  # type: ignore[import-untyped]
    about_line,
    creation_date,
    creation_statements,
    write_project,
)

WORDS = "共有2.3万人参加😀。\n𠮷林占三成 𝔘nic: 12% of 👩‍👩‍👧 cases.\nThe end."


def main(folder: str) -> None:
    """Make a project with a document, a category, two codes and many codings."""
    statements = creation_statements("eva", about_line("0"), creation_date())
    told = []
    with QualcoderDatabase(str(write_project(folder, statements)), read_only=False) as made:
        document = made.insert_imported_document("talk.txt", WORDS, "/docs/talk.txt", "", "eva")
        category = made.add_category("Numbers", "eva")
        codes = {
            "odd": made.add_code("odd", "eva", memo="one", category_id=category["id"]),
            "even": made.add_code("even", "eva"),
        }
        for start in range(0, len(WORDS), 3):
            for length in (1, 4, 9):
                words = WORDS[start : start + length]
                name = "odd" if len(words) % 2 else "even"
                if len(words) == length and words == words.strip():
                    place = (start, start + length, words)
                    made.add_coding(document["id"], codes[name], *place, "eva", memo="why")
                    told.append([name, words])
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
