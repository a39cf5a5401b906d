"""Chinese labels that nothing but a space sets apart, on pages whose lines were joined."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import pairwise

from annotator.reading.label_forms import COLONS, HAN, LONGEST, SPACES
from annotator.reading.names import Likeness, chinese_likeness
from annotator.reading.words import any_of

_NAME = rf"[^\s\d{COLONS}，。？！；、【\[（(][^\s{COLONS}，。？！；、]{{1,23}}"
_ANNOUNCED = re.compile(rf"[{COLONS}][{SPACES}]{{1,12}}[{HAN}·]{{1,24}}[{COLONS}]\S")
_GLUED_TO_COLON = re.compile(rf"[录錄下文][{COLONS}](?=[{HAN}]{{1,20}}[{COLONS}]\S)")
"""The end of what announces a record, with a label right behind: ``实录如下：主持人：``."""
_SET_APART = re.compile(rf"(?<=\S)[{SPACES}]{{1,12}}(?={_NAME}[{COLONS}]\S)")
_STAMP_END = r"\d[:：]\d\d"
_STAMPED = re.compile(
    rf"[:：](?<=\d{{4}}-\d\d-\d\d[ ]\d\d[:：])\d\d(?P<name>[{HAN}·]{{2,12}})[{COLONS}]"
)
_OF_ONESELF = re.compile(
    rf"[。？！…”」](?P<label>[{HAN}、]{{4,24}}[ ]?[{HAN}·]{{2,5}})[{COLONS}]"
    "(?=[^\n。“「]{0,30}我)"
)
_TURN = re.compile(
    rf"[。？！…”」）?!){HAN}](?:(?<=[。？！…”」）])|(?<=[{HAN}])[?!)]|(?<=[录錄下文])[{COLONS}]"
    rf"|(?<=[{HAN}?!)])[ ])(?=(?P<name>[{HAN}·]{{2,8}})[{COLONS}][^\s{COLONS}])"
)
"""A name and a colon where a speech may end, though it lost its stop: ``多艘 王小芳：``.

That it starts with a set of characters, and none looks back before, makes it fast.
"""
_TITLED = re.compile(rf"{any_of('chinese', 'surnames')}副?{any_of('chinese', 'offices')}")
_QUESTION_ABOVE = re.compile(r"Q1?[:：](?=[^\n]{2,600}\n\s{0,9}A1?[:：]\s?\S)")
_LONGEST_GAP = 12
_MOST_NAMES = 60
_FEWEST_TURNS = 4
_SHORTEST_SPEECH = 8
_SPEECH_END = '。！？!?…”"」）)'


def announces(text: str) -> bool:
    """Tell whether words with a colon stand right behind another colon."""
    return _ANNOUNCED.search(text) is not None


def behind_colons(text: str, names: Collection[str]) -> Iterator[int]:
    """Yield where names stand behind what announces them: ``实录如下： 王小芳：``."""
    chinese = sorted(name for name in names if re.fullmatch(f"[{HAN}·]+", name))
    if not chinese:
        return
    any_name = "|".join(map(re.escape, chinese))
    for m in re.finditer(rf"(?<=[{COLONS}])[{SPACES}]{{1,12}}(?=(?:{any_name})[{COLONS}]\S)", text):
        yield m.end()


def glued_to_colons(text: str) -> Iterator[int]:
    """Yield where words with a colon stand right behind what announces a record."""
    for m in _GLUED_TO_COLON.finditer(text):
        yield m.end()


def behind_stamps(text: str) -> list[int]:
    """Return where names come back right behind dates with times, and behind sentences.

    So log books of broadcasts are joined: ``……2018-10-29 15:30王小芳： ``.
    """
    names = Counter(m["name"] for m in _STAMPED.finditer(text))
    back = [re.escape(name) for name, n in names.most_common(_MOST_NAMES) if n > 1]
    if not back:
        return []
    any_name = "|".join(back)
    pattern = rf"(?:(?<={_STAMP_END})|(?<=[。？！…”]))(?:{any_name})[{COLONS}]"
    return [m.start() for m in re.finditer(pattern, text)]


def in_turn(text: str) -> list[int]:
    """Return where two names, and hardly another, take turns on a line, half of them asked.

    So pages are joined that had a dialogue: ``……如下：王小芳：船多吗？林大海：多 王小芳：``.
    """
    found = [m for m in _TURN.finditer(text) if may_speak(m["name"])]
    counts = Counter(m["name"] for m in found)
    back = [m for m in found if counts[m["name"]] > 1]
    changes = sum(m["name"] != after["name"] for m, after in pairwise(back))
    asked = sum(text[m.end() - 1] in "?？" for m in back)
    are_turns = len(back) >= _FEWEST_TURNS and changes * 3 >= (len(back) - 1) * 2
    return [m.end() for m in back] if are_turns and 3 * asked >= len(back) else []


def may_speak(name: str) -> bool:
    """Tell whether a word looks like a name, or like a surname with an office."""
    return chinese_likeness(name) >= Likeness.SHORT or _TITLED.fullmatch(name) is not None


def of_oneself(text: str) -> Iterator[int]:
    """Yield where an office and a name behind a sentence stand before who says ``I``."""
    for m in _OF_ONESELF.finditer(text):
        yield m.start("label")


def before_first(text: str, first: int) -> int | None:
    """Return where words with a colon stand on the line before its first label, a speech behind.

    So the first label is on a page that joined its head with the speeches.
    """
    line = text.rfind("\n", 0, first) + 1
    above = text[line:first].rstrip(SPACES)
    if above[-1:] not in _SPEECH_END or not above:
        return None
    places = [m.end() for m in _SET_APART.finditer(text, max(line, first - 4 * LONGEST), first)]
    place = next((at for at in reversed(places) if at < first), None)
    if place is None:
        return None
    colon = re.compile(f"[{COLONS}]").search(text, place)
    is_speech = colon is not None and first - colon.end() >= _SHORTEST_SPEECH
    return place if is_speech else None


def behind_page_words(text: str) -> Iterator[int]:
    """Yield where a question stands behind a page's own words, right above its answer.

    So a crawler joins them: ``首页 正文 Q1：何时？`` above ``A1：``.
    """
    for m in _QUESTION_ABOVE.finditer(text):
        before = text[max(0, m.start() - _LONGEST_GAP) : m.start()]
        words = before.rstrip(" \u3000\u00a0")
        if words != before and words[-1:].isalnum():
            yield m.start()
