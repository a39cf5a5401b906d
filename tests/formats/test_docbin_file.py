"""DocBin files written through the disk: spaCy reads from them what it reads from its own."""

from pathlib import Path
from typing import Any

import pytest

from annotator.formats import docbin_file
from annotator.formats.docbin_file import DocBinFile
from annotator.formats.spools import spools
from annotator.model.errors import UserError

pytestmark = pytest.mark.filterwarnings("ignore")
TEXTS = ("Two trams stop here.", "", "广场有3个站点。", "Two stops more.")


def docs() -> list[Any]:
    import spacy
    from spacy.tokens import Span, SpanGroup

    made = []
    for number, text in enumerate(TEXTS):
        doc = spacy.blank("xx")(text)
        if len(doc):
            span = Span(doc, 0, 1, label="First", span_id=f"id-{number}")
            doc.spans["sc"] = SpanGroup(doc, name="sc", spans=[span])
        doc.user_data["number"] = number
        made.append(doc)
    return made


def told(content: bytes) -> list[tuple[Any, ...]]:
    import spacy
    from spacy.tokens import DocBin

    found = DocBin(store_user_data=True).from_bytes(content).get_docs(spacy.blank("xx").vocab)
    return [
        (
            [(token.text, token.whitespace_) for token in doc],
            [(span.label_, span.id_, span.text) for span in doc.spans.get("sc", [])],
            dict(doc.user_data),
            doc.has_unknown_spaces,
        )
        for doc in found
    ]


def written(folder: Path, found: list[Any]) -> bytes:
    with spools(folder) as new:
        file = DocBinFile(new)
        for doc in found:
            file.add(doc)
        assert len(file) == len(found)
        return b"".join(file.pieces())


@pytest.mark.parametrize("known_words", [0, 2, 50_000])
def test_spacy_reads_what_it_reads_from_its_own_file(
    known_words: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from spacy.tokens import DocBin

    monkeypatch.setattr(docbin_file, "_KNOWN_WORDS", known_words)
    own = DocBin(attrs=[], docs=docs(), store_user_data=True).to_bytes()
    assert told(written(tmp_path, docs())) == told(own)
    assert list(tmp_path.iterdir()) == []


def test_a_file_without_documents_is_empty(tmp_path: Path) -> None:
    assert told(written(tmp_path, [])) == []


def test_too_many_tokens_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docbin_file, "LARGEST_COLUMN", 8 * 3)
    with pytest.raises(UserError, match="so many tokens"):
        written(tmp_path, docs())
