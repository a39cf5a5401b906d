"""Lines that look like labels and are captions, or titles that come again."""

from annotator.reading.label_forms import LONGEST
from annotator.reading.names import Likeness
from annotator.reading.sighting import Sighting

SENTENCE_END = '。！？!?….”"»'
_WORDS_OF_SENTENCE = 3
_SHORTEST_CAPTION = 20


def is_caption(s: Sighting) -> bool:
    """Tell whether words in capitals are a sentence of a text that has nothing but capitals."""
    name, rest = s.verdict.name, s.candidate.rest
    is_open = s.candidate.form == "colon" and s.verdict.likeness is Likeness.NAME
    return is_open and name.count(" ") >= _WORDS_OF_SENTENCE and name.isupper() and rest.isupper()


def is_twice(s: Sighting, text: str) -> bool:
    """Tell whether a line is there twice in a row, as captions of pictures are, and titles.

    Of a title the second may leave out the first words.
    """
    line = text[s.start : s.start + LONGEST].partition("\n")[0]
    is_other = s.candidate.form not in {"colon", "dash", "dashed"}
    if is_other or not _SHORTEST_CAPTION <= len(line) < LONGEST:
        return False
    line = line.rstrip()
    above = text[max(0, s.start - 2 * LONGEST) : s.start].rstrip().rpartition("\n")[2].strip()
    below = next_line(text, s.start + len(line)).rstrip()
    if s.candidate.form == "colon" and len(s.candidate.rest) < _SHORTEST_CAPTION:
        return False
    is_credit = len(above) >= _SHORTEST_CAPTION and line.startswith(f"{above} ")
    if s.candidate.form == "dashed" and (is_credit or below.startswith(line)):
        return True
    return line in {above, below} or _is_title_again(line, below)


def _is_title_again(line: str, below: str) -> bool:
    """Tell whether a line without a stop ends as all of the next does."""
    is_title = len(below) >= _SHORTEST_CAPTION and below[-1] not in SENTENCE_END
    return is_title and line.endswith(below)


def next_line(text: str, start: int) -> str:
    """Return the first line with words from a place on."""
    return text[start : start + LONGEST].strip().partition("\n")[0]
