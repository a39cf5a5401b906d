"""Damaged files: a reader refuses them with a sentence or reads values that hold together."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis
from hypothesis import HealthCheck
from hypothesis import strategies as st

from annotator.formats.base import Format
from annotator.formats.incoming import Incoming, IncomingCodebook, IncomingDocument, ReadOptions
from annotator.model.errors import UserError
from annotator.model.text import normalise
from tests.formats.exchange import SHARED

EXAMPLES = 2000 if hypothesis.settings.default.max_examples >= 200 else 200  # type: ignore[union-attr]
SECONDS = 5
LARGEST = 20_000
"""Longer samples are cut: a fuzzer needs many short ones."""
SNIPPETS = (
    b"",
    b"\x00",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\\ud800",
    b"NaN",
    b"Infinity",
    b"1e999",
    b"-1",
    b"99999999999999999999999",
    b"null",
    b"true",
    b'""',
    b"[]",
    b"{}",
    b"[" * 5000,
    b'{"a":' * 5000,
    b"\r\n",
    b"\r",
    b"\t",
    b"\n\n",
    "\u2028".encode(),
    "𠮷".encode(),
    b"%",
    b";",
    b"|",
    b"[1]",
    b"../../x",
    b"&lol;",
)


@st.composite
def damaged(draw: st.DrawFn, samples: Sequence[bytes]) -> bytes:
    """Return one of the samples with a few cuts, copies, swaps or foreign bytes in it."""
    content = draw(st.sampled_from(samples))[:LARGEST]
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted(
            (draw(st.integers(0, len(content))), draw(st.integers(0, len(content))))
        )
        match draw(st.sampled_from(["cut", "copy", "put", "number", "bytes", "end"])):
            case "cut":
                content = content[:start] + content[min(end, start + 40) :]
            case "copy":
                content = content[:end] + content[start:end] + content[end:]
            case "put":
                snippet = draw(st.sampled_from(SNIPPETS))
                content = content[:start] + snippet + content[start:]
            case "number":
                content = _renumbered(draw, content, start)
            case "bytes":
                content = content[:start] + draw(st.binary(max_size=8)) + content[start:]
            case _:
                content = content[:end]
    return content[: 2 * LARGEST]


def _renumbered(draw: st.DrawFn, content: bytes, start: int) -> bytes:
    """Put another number in the place of the next one."""
    found = re.search(rb"\d+", content[start:])
    if found is None:
        return content
    number = str(draw(st.integers(-5, 200))).encode()
    return content[: start + found.start()] + number + content[start + found.end() :]


def published(*parts: str, most: int = 12) -> list[bytes]:
    """Return other tools' files that a pattern finds, none if they are not beside the project."""
    pattern = "/".join(parts)
    found = sorted(SHARED.glob(pattern)) if SHARED.is_dir() else []
    return [path.read_bytes()[:LARGEST] for path in found[:most]]


def fuzzed(
    known: Format,
    name: str,
    samples: Sequence[bytes],
    beside: Mapping[str, bytes] | None = None,
    opened: str | None = None,
) -> Callable[[], None]:
    """Return a test that reads damaged samples under a file name.

    Args:
        known: the format whose reader is tried.
        name: the damaged file's name.
        samples: what is damaged.
        beside: files that lie sound in the same folder.
        opened: what is opened where it is not the damaged file; ``.`` is the folder.
    """

    @hypothesis.settings(
        max_examples=EXAMPLES,
        deadline=SECONDS * 1000,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @hypothesis.given(damaged(samples))
    def test(content: bytes) -> None:
        with TemporaryDirectory() as folder:
            for other, sound in (beside or {}).items():
                (Path(folder) / other).write_bytes(sound)
            path = Path(folder) / name
            path.write_bytes(content)
            reads_or_refuses(known, path if opened is None else Path(folder) / opened)

    return test


def reads_or_refuses(known: Format, path: Path) -> list[Incoming]:
    """Return what is read, nothing if it is refused with one sentence.

    Any other exception passes.
    """
    assert known.reader is not None
    known.guess(path, path.read_bytes()[:4096] if path.is_file() else b"")
    try:
        content = list(known.reader(path, ReadOptions()))
    except UserError as error:
        told = str(error), error.message.template
    else:
        return _checked(content)
    assert all(told)
    assert "\n" not in told[1]
    return []


def _checked(content: list[Incoming]) -> list[Incoming]:
    for told in content:
        if isinstance(told, IncomingDocument):
            holds_together(told)
    return content


def holds_together(told: IncomingDocument) -> None:
    """Assert that a document's values can become records without another question."""
    assert normalise(told.text) == told.text
    keys = [annotation.key for annotation in told.annotations]
    assert len(set(keys)) == len(keys)
    for annotation in told.annotations:
        assert annotation.label
        assert annotation.ranges
        edges = [edge for part in annotation.ranges for edge in part]
        assert edges == sorted(edges)
        assert edges[0] >= 0
        assert edges[-1] <= len(told.text)
        assert all(start < end for start, end in annotation.ranges)
    for text in texts_in(told):
        assert "\x00" not in text
        text.encode()


def texts_in(told: Incoming) -> list[str]:
    """Return the texts that become parts of records."""
    if isinstance(told, IncomingCodebook):
        return [label.name for label in told.labels]
    found = [told.name, *told.attributes, *told.attributes.values()]
    for annotation in told.annotations:
        found += [annotation.label, annotation.note, annotation.author]
        found += [*annotation.extra, *annotation.extra.values()]
    return [*found, *(relation.note for relation in told.relations)]
