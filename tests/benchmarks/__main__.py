"""Prints the table of what things cost: ``python -m tests.benchmarks [--json] [NAME...]``."""

import argparse
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks import file_rows, format_rows, window_rows
from tests.benchmarks.measuring import Row

Rows = Callable[..., Iterator[Row]]
GROUPS: dict[str, Rows] = {
    "start": window_rows.start_rows,
    "window": window_rows.window_rows,
    "stretches": window_rows.stretch_rows,
    "figures": file_rows.figure_rows,
    "export": file_rows.export_rows,
    "formats": format_rows.format_rows,
    "sizes": file_rows.size_rows,
    "many": file_rows.many_rows,
    "busy": file_rows.busy_rows,
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the groups of rows that are asked for, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(GROUPS)}")
    parser.add_argument("--json", action="store_true", help="one object a line")
    parser.add_argument(
        "--large", action="store_true", help="also the sizes that take minutes to make"
    )
    parser.add_argument("--folder", type=Path, help="where projects are made and kept")
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - set(GROUPS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        os.environ["ANNOTATOR_DATA_DIR"] = str(folder / "data")
        os.environ["ANNOTATOR_CONFIG_DIR"] = str(folder / "config")
        for name in options.names or GROUPS:
            for row in GROUPS[name](folder, is_large=options.large):
                print(json.dumps(asdict(row)) if options.json else line_of(row), flush=True)  # noqa: T201


def line_of(row: Row) -> str:
    """Return a row as a line of text."""
    digits = 0 if max(row.p50, row.p95) >= 1000 else 1
    floor = "" if row.floor is None else f"{row.floor:.{digits}f}"
    bar = "" if row.bar is None else f"{row.bar:g}{' p95' if row.bar_is_p95 else ''}"
    mark = {None: "", True: "met", False: "NOT MET"}[row.meets]
    figures = f"p50 {row.p50:10.{digits}f}  p95 {row.p95:10.{digits}f} {row.unit:12}"
    return f"{row.what:34} {row.size:34} {figures} floor {floor:>8}  bar {bar:>9} {mark}".rstrip()


if __name__ == "__main__":
    main()
