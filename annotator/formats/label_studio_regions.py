"""The regions of a Label Studio task: their labels, places, notes, choices and relations."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from annotator.formats.detail_texts import kind_named
from annotator.formats.fields import told_fields
from annotator.formats.incoming import IncomingAnnotation, IncomingRelation
from annotator.formats.label_studio_config import NOTE, Config
from annotator.formats.label_studio_html import HtmlPage
from annotator.formats.offsets import Quoted
from annotator.formats.placing import Placing, in_order
from annotator.formats.records_json import Json, expect_list
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from annotator.model.message import Message

_LABELS = ("labels", "hypertextlabels", "paragraphlabels")
_MANY = 2000


@dataclass(slots=True)
class Region:
    """A marked stretch with its labels, as the file gives it."""

    key: str
    control: str
    labels: tuple[str, ...]
    value: Json
    meta: Json
    kind: LabelKind | None
    notes: list[str] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def quote(self) -> str | None:
        """The marked text if the file gives it."""
        text = self.value.get("text")
        return text if isinstance(text, str) else None


@dataclass(slots=True)
class Entry:
    """One person's annotation of a task."""

    author: str
    marks: dict[str, Region] = field(default_factory=dict)
    relations: list[IncomingRelation] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    problems: list[Message] = field(default_factory=list)

    @property
    def is_on_html(self) -> bool:
        """Whether a region is on a page: its place is a path."""
        return any(str(region.value.get("start")).startswith("/") for region in self.marks.values())

    def quotes(self) -> Iterator[str]:
        """Yield some of the marked texts, as the file gives them."""
        for region in list(self.marks.values())[:_MANY]:
            if region.quote:
                yield region.quote.replace("\\n", "\n")


def entries_of(row: Json, config: Config) -> Iterator[Entry]:
    """Yield who annotated a task how; predictions only where no person has.

    Raises:
        KeyError, TypeError, ValueError, AttributeError, BadValueError: it is not made as tasks are.
    """
    if not isinstance(row.get("data"), dict):
        yield _entry(row.get("annotator"), _minimal_results(row), config, "0:")
        return
    told = row.get("annotations") or row.get("completions") or row.get("predictions") or []
    for number, entry in enumerate(told):
        if not entry.get("was_cancelled"):
            author = entry.get("completed_by", entry.get("model_version"))
            yield _entry(author, entry.get("result") or [], config, f"{number}:")


def _minimal_results(row: Json) -> Iterator[Json]:
    """Yield the regions of the short form as results."""
    for name, value in row.items():
        regions = value if isinstance(value, list) else []
        for at, region in enumerate(regions):
            if isinstance(region, dict) and {"start", "end"} <= region.keys():
                yield {"id": f"{name}{at}", "from_name": name, "type": "labels", "value": region}


def _entry(author: object, results: Iterable[Json], config: Config, prefix: str) -> Entry:
    entry = Entry(_person(author))
    later = []
    for at, result in enumerate(results):
        value = result.get("value") or {}
        labels = next((value[name] for name in _LABELS if value.get(name)), ())
        if result.get("type") == "relation":
            entry.relations.append(_relation(result, prefix))
        elif labels and "start" in value:
            key = prefix + str(result.get("id", f"#{at}"))
            key = f"{key}#{at}" if key in entry.marks else key
            entry.marks[key] = _region(key, result, labels, config)
        else:
            later.append(result)
    for result in later:
        _answer(entry, result, prefix)
    return entry


def _person(author: object) -> str:
    if isinstance(author, dict):
        name = f"{author.get('first_name') or ''} {author.get('last_name') or ''}".strip()
        return name or str(author.get("email") or author.get("id") or "")
    return "" if author is None else str(author)


def _relation(result: Json, prefix: str) -> IncomingRelation:
    ends = prefix + str(result["from_id"]), prefix + str(result["to_id"])
    if result.get("direction") == "left":
        ends = ends[1], ends[0]
    labels = result.get("labels") or []
    note = _object(result.get("meta")).get("note", "")
    return IncomingRelation(str(labels[0]) if labels else "", *ends, str(note))


def _key(result: Json) -> str:
    return str(result.get("id", ""))[:40]


def _object(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _region(key: str, result: Json, labels: object, config: Config) -> Region:
    control = str(result.get("from_name", ""))
    meta = _object(result.get("meta"))
    names = tuple(str(label).strip() or "label" for label in expect_list(labels, control))
    kind = config.kinds.get(control) or kind_named(control)
    return Region(key, control, names, result["value"], meta, kind)


def _answer(entry: Entry, result: Json, prefix: str) -> None:
    """Take a note or choice on a region, or an answer about the whole task."""
    value, control = result.get("value") or {}, str(result.get("from_name", ""))
    region = entry.marks.get(prefix + str(result.get("id")))
    if any(name in value for name in _LABELS):
        reason = Message("Region {key} has no label and is left out.", {"key": _key(result)})
        entry.problems.append(reason)
        return
    words = value.get("text") or value.get("choices") or value.get("rating")
    if words is None:
        kind = str(result.get("type"))
        reason = Message("A result of type {type} marks no text.", {"type": kind})
        entry.problems.append(reason)
        return
    answer = "; ".join(map(str, words)) if isinstance(words, list) else str(words)
    if region is None:
        entry.answers[control] = answer
    elif control == NOTE:
        region.notes.append(answer)
    else:
        region.answers[control] = answer


class Regions:
    """All regions of a task.

    Args:
        entries: who marked what.
        starts: where the paragraphs of a dialogue start; empty for plain text.
        page: the page that is marked where it is HTML.
    """

    def __init__(
        self, entries: list[Entry], starts: list[int], page: HtmlPage | None = None
    ) -> None:
        self._entries, self._starts, self._page = entries, starts, page

    def relations(self) -> Iterator[IncomingRelation]:
        """Yield all relations."""
        return chain.from_iterable(entry.relations for entry in self._entries)

    def answers(self) -> dict[str, str]:
        """Return what was said of the whole task; the first person's word counts."""
        found: dict[str, str] = {}
        for entry in self._entries:
            found = entry.answers | found
        return found

    def quoted(self) -> Iterator[Quoted]:
        """Yield places and quotes that show what the offsets count."""
        for region in (r for entry in self._entries for r in entry.marks.values()):
            start, end = region.value.get("start"), region.value.get("end")
            if region.quote and type(start) is int and type(end) is int:
                yield start, end, region.quote

    def placed(self, placing: Placing) -> tuple[tuple[IncomingAnnotation, ...], list[Message]]:
        """Return the annotations, and what could not be placed and why."""
        found, problems = [], [p for entry in self._entries for p in entry.problems]
        for entry, region, parts in self._grouped():
            try:
                ranges = in_order(self._range(part, placing) for part in parts)
                found += list(_annotations(entry, region, ranges))
            except UserError as error:
                problems.append(error.message)
        return tuple(found), problems

    def _grouped(self) -> Iterator[tuple[Entry, Region, list[Region]]]:
        """Yield each annotation's first region and all its parts."""
        for entry in self._entries:
            parts: dict[str, list[Region]] = {}
            for key, region in entry.marks.items():
                prefix = key.partition(":")[0]
                first = f"{prefix}:{region.meta.get('part_of')}"
                parts.setdefault(first if first in entry.marks else key, []).append(region)
            for key, regions in parts.items():
                yield entry, entry.marks[key], regions

    def _range(self, region: Region, placing: Placing) -> tuple[int, int]:
        value = region.value
        if self._starts and "startOffset" in value:
            start = self._in_paragraph(value, "start", "startOffset")
            return placing.range(start, self._in_paragraph(value, "end", "endOffset"))
        first, last = value.get("start"), value.get("end")
        if self._page and isinstance(first, str):
            first = self._page.place(first, value.get("startOffset"))
            last = self._page.place(last, value.get("endOffset"))
        if type(first) is not int or type(last) is not int:
            raise UserError("Region {key} has no place in the text.", key=region.key)
        return placing.range(first, last, region.quote)

    def _in_paragraph(self, value: Json, paragraph: str, offset: str) -> int:
        """Return where an offset in a paragraph lies in the whole text."""
        number, within = str(value.get(paragraph)), value.get(offset)
        if not (number.isdecimal() and int(number) < len(self._starts) and type(within) is int):
            raise UserError("Paragraph {number} is not in the dialogue.", number=number[:40])
        return self._starts[int(number)] + within


def _annotations(
    entry: Entry, region: Region, ranges: tuple[tuple[int, int], ...]
) -> Iterator[IncomingAnnotation]:
    fields = region.meta.get("fields")
    texts = {str(k): str(v) for k, v in fields.items()} if isinstance(fields, Mapping) else {}
    told = told_fields(region.kind, texts | region.answers)
    for at, label in enumerate(region.labels):
        yield IncomingAnnotation(
            region.key if at == 0 else f"{region.key}/{at}",
            str(region.meta.get("name") or label),
            ranges,
            told.kind,
            str(region.meta.get("author") or entry.author),
            "\n".join(region.notes),
            told.extra,
            told.detail,
            told.evidence,
        )
