"""Has brat's own server code read a folder: ``python brat_program.py FOLDER``.

What it makes of each document is printed as JSON: the spans, words and types of what is marked,
relations, lines it could not read, and what its check of the folder's configuration finds. Runs in
an empty folder wherever brat can be imported; nothing of this project is.
"""

import json
import sys
from importlib.util import find_spec
from pathlib import Path

brat = find_spec("brat")
assert brat is not None
assert brat.submodule_search_locations is not None
server = Path(next(iter(brat.submodule_search_locations))) / "server"
folder = Path(sys.argv[1])
Path("config.py").write_text(
    f"BASE_DIR = DATA_DIR = {str(folder.parent)!r}\nWORK_DIR = {str(Path.cwd())!r}\n",
    encoding="utf-8",
)
sys.path[:0] = [str(server / "src"), str(server / "lib"), str(Path.cwd())]

import annotation  # type: ignore[import-not-found, unused-ignore]  # noqa: E402
import projectconfig  # type: ignore[import-not-found, unused-ignore]  # noqa: E402
from projectconfig import (  # type: ignore[import-not-found, unused-ignore]  # noqa: E402
    ProjectConfiguration,
)
from verify_annotations import (  # type: ignore[import-not-found, unused-ignore]  # noqa: E402
    verify_annotation,
)


def _open(name: str, mode: str = "r") -> object:
    """Open a file as brat did while Python knew the mode U."""
    return Path(name).open(mode.replace("U", ""), encoding="utf-8")


def main() -> None:
    """Read each document of the folder."""
    annotation.open_textfile = projectconfig.open_textfile = _open
    told = {}
    for path in sorted(folder.glob("*.ann")):
        with annotation.TextAnnotations(str(path.with_suffix("")), read_only=True) as read:
            found = verify_annotation(read, ProjectConfiguration(str(folder)))
            told[path.stem] = {
                "text": read.get_document_text(),
                "marks": [[one.type, one.spans, one.text] for one in read.get_textbounds()],
                "relations": [one.type for one in read.get_relations()],
                "failed": len(read.failed_lines),
                "issues": [str(issue.description) for issue in found],
            }
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
