"""A sample transcript with its hand annotations, read and located, for the tests beside it."""

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import count
from typing import Any

from annotator.model.codebook import VerdictScale
from annotator.model.codebook_file import read_codebook, read_verdict_scales
from annotator.model.records import Label
from annotator.resources import resource_path

SAMPLES = ("briefing-zh", "briefing-en")

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample's text, what its annotations say, and where each lies, in code points."""

    text: str
    document: dict[str, str]
    entries: dict[str, Entry]
    spans: dict[str, list[tuple[int, int]]]
    relations: list[dict[str, str]]

    def of_kind(self, kind: str) -> list[Entry]:
        return [entry for entry in self.entries.values() if entry["kind"] == kind]

    def low(self, ref: str) -> Decimal:
        return Decimal(self.entries[ref]["low"])

    def total(self, *refs: str) -> Decimal:
        return sum((self.low(ref) for ref in refs), Decimal())

    def percent(self, part: str, whole: str) -> Decimal:
        return (100 * self.low(part) / self.low(whole)).quantize(Decimal("0.1"))


def occurrences(text: str, quote: str) -> list[int]:
    """Return where ``quote`` stands in ``text``, overlapping occurrences too."""
    return [match.start() for match in re.finditer(f"(?={re.escape(quote)})", text)]


def located(text: str, entry: Entry) -> list[tuple[int, int]]:
    """Return the spans an entry names; IndexError or ValueError if one is not there."""
    quote = entry["quote"]
    start = occurrences(text, quote)[entry.get("nth", 1) - 1]
    spans = [(start, start + len(quote))]
    for fragment in entry.get("more", ()):
        start = text.index(fragment, spans[-1][1])
        spans.append((start, start + len(fragment)))
    return spans


def read_text(name: str) -> str:
    return resource_path("samples", f"{name}.txt").read_bytes().decode("utf-8")


@cache
def sample(name: str) -> Sample:
    text = read_text(name)
    source = resource_path("samples", f"{name}.annotations.toml").read_text(encoding="utf-8")
    found = tomllib.loads(source)
    entries = {entry["ref"]: entry for entry in found["annotations"]}
    assert len(entries) == len(found["annotations"]), "a ref is used twice"
    spans = {ref: located(text, entry) for ref, entry in entries.items()}
    return Sample(text, found["document"], entries, spans, found["relations"])


@cache
def codebook() -> dict[str, Label]:
    source = resource_path("codebooks", "press-conference.toml").read_text(encoding="utf-8")
    ids = count()
    return {label.slug: label for label in read_codebook(source, lambda: str(next(ids)))}


@cache
def scales() -> dict[str, VerdictScale]:
    source = resource_path("codebooks", "verdict-scales.toml").read_text(encoding="utf-8")
    return {scale.slug: scale for scale in read_verdict_scales(source)}
