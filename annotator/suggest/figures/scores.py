"""Two numbers against each other in folded text: 1:3, 52-48, six to four, a 50-50 chance."""

import re
from decimal import Decimal

from annotator.model.quantity import Quantity, decimal_text
from annotator.suggest.figures.compounds import unit_after
from annotator.suggest.figures.english_numbers import ONES, any_of
from annotator.suggest.figures.lengths import length_at
from annotator.suggest.figures.numerals import ARABIC, DIGITS, HAN_RUN, numeral_value
from annotator.suggest.figures.paired import paired
from annotator.suggest.figures.titles import names_row
from annotator.suggest.figures.units import Vocabulary

Read = tuple[int, Quantity]
_SIDE = rf"(?:{HAN_RUN}(?:点[{DIGITS}]{{1,4}})?|[0-9]++(?:\.[0-9]++)?)"
_RATIO = re.compile(
    rf"(?P<low>{ARABIC}):(?:{ARABIC}:)?(?P<high>{ARABIC}[万亿]?)(?![0-9:])"
    rf"|(?P<low2>{_SIDE})比(?P<high2>{_SIDE})(?![个较例])"
    r"|(?P<low3>[0-9]++)-to-(?P<high3>1)\b|(?P<low4>[0-9]{1,3})-(?:for|of)-(?P<high4>[0-9]{1,3})\b(?!-)"
)
_HAN_RATIO = re.compile(rf"(?P<low>{_SIDE})对(?P<high>{_SIDE})(?![个名位人岁万双])")
_OF_RATIO = re.compile("(?:比例|比率|[师生]比)[^。；;\\n]{0,24}\\Z")
"""A ratio of two sides and what it is told of: 师生比例是一对十."""
_SCORE = re.compile(
    r"(?P<low>[0-9]{1,3}(?:\.[0-9]|½)?)(?:-(?:to-)?|\s-\s|-\s(?=[0-9])|\s{1,3}to\s{1,3})(?P<high>[0-9]{1,3}(?:\.[0-9]|½)?"
    rf"|zero\b|nothing\b|nil\b|zip\b|(?<=-)(?:all|love)\b|(?<=[0-9]\sto\s){any_of(list(ONES)[1:])}\b)"
    r"(?![0-9%:/½]|[.,][0-9]|-[0-9a-z]|\s{0,2}(?:percent|million|billion|thousand|points|degrees))"
)
_HEIGHT = re.compile(
    r"(?P<feet>[4-7])-(?P<inches>1[01]|[0-9])(?=,\s(?:[1-3][0-9]{2}(?![0-9]|[.,][0-9])|(?:an?\s)?[1-3][0-9]{2}[\s-]pound))"
)
"""How tall somebody is, before how heavy: 6-3, 240 pounds."""
_AT_ODDS = re.compile(r"\b(?:ratio|outnumber(?:s|ed|ing)?|odds|margin)\s(?:[a-z]+\s){0,3}\Z")
"""What stands before one number against another: a ratio of 5 to 1, outnumbered two to one."""
_STOPS = re.compile(r"[.,;:?!)]|\Z")
_BEFORE, _CONTEXT = 16, 40
_LARGEST_SCORE, _LARGEST_GAP = 1000, 24
_WORD_SCORE = re.compile(
    rf"(?P<low>{any_of(ONES)})(?:-to-|-|\sto\s)(?P<high>{any_of(ONES)}|nothing|nil|(?<=-)(?:all|love))\b(?!-)"
)
_NONE_OR_ALL = frozenset({"all", "nil", "love"})
"""What the other side of a score has that is no number."""
_GAMES = re.compile(
    rf"(?P<low>{any_of(list(ONES)[1:10])})\s(?:games?|sets?|matches|goals?|frames|maps)\sto\s"
    rf"(?P<high>{any_of(list(ONES)[:10])}|none|nothing|nil|love)\b(?!\s(?:[a-z]+s|people|men|women)\b)"
)
"""What each side has won: three games to one, two sets to love."""
_SPLIT = re.compile(
    r"(?P<low>[1-9][0-9])(?:/|\s?-\s?)(?P<high>[1-9][0-9])(?![0-9%:/-]|[.,][0-9]|\s?(?:percent|per\scent)\b)"
    r"(?P<told>\s(?:split|ratio|mix|chance|partnership|basis|blend|proposition))?"
)
"""A whole in two parts: 60/40, a 50-50 chance."""
_ENDED = re.compile(r"[,.;:?!)]|\s?\Z|\s(?:in|on|at|over|against|and|to|with|after|but|when|for)\b")
"""What stands behind a result of larger numbers: it was 40-15, and."""
_THINGS = re.compile(
    r"\s(?!(?:in|on|at|over|against|and|to|with|after|but|when|for|last|that|because|as|by|along|it|we"
    r"|today|yesterday|tonight|loss|defeat|vote|decision|ruling|margin)\b)[a-z]"
)
"""What two rising numbers are a range of: they voted to send 3 to 5 planes."""
_SEVERAL = re.compile(r"\s(?:[a-z]+\s)?(?:[a-z]{2,}[^suiw\W]s|people|men|women)\b")
"""What two close numbers are a range of: 15-20 runs."""
_WICKETS = re.compile(
    rf"(?P<low>[0-9]{{1,3}})(?:/|(?P<said>\sfor\s))(?P<high>10|[0-9]|{any_of(list(ONES)[1:10])})"
    r"(?(said)\b(?!-|\s(?:the|an?|[a-z]+s)\b))(?![0-9/]|\.[0-9]|\s?(?:million|billion|percent)\b)"
)
_BOWLED = re.compile(
    r"(?P<low>10|[0-9])(?:-|\sfor\s)(?P<high>[0-9]{1,3})(?![0-9-]|[.,/][0-9])(?P<overs>\s(?:from|off|in)\s[0-9.]+\sovers\b)?"
)
_TAKES = re.compile(r"\b(?:figures\sof|t[ao]k(?:es?|ing)|took|claim(?:s|ed|ing)|his|her|with)\s\Z")
_CRICKET = re.compile(
    r"\b(?:wickets?|innings|overs?\b(?=[^.]{0,20}\bball)|all\sout|batt(?:ers?|ing)|bowl(?:ed|ers?|ing)|stumps|declared|runs)\b"
)
"""Around the runs and the wickets of a side: 393/8, 52 for three."""
_NEXT_SET = re.compile(r"(?:\([0-9]{1,2}\))?,\s(?:and\s)?[0-9]-[0-9](?![0-9-])")
_LAST_SET = re.compile(r"(?<![0-9-])[0-9]-[0-9](?:\([0-9]{1,2}\))?,\s(?:and\s)?\Z")
_WHOLE = 100
_OF_GAMES = re.compile(
    r"\s(?:record|run|deficit|mark|loss|win|draw|rout|victory|triumph|defeat|shutout|blowout|rally|vote|margin|when\s(?:we|they|he|she)|on\sthe\sroad|at\shome)\b"
)
"""What tells that two numbers are a result: a 30-8 record, 1-8 when they trail."""
_CONTEST = re.compile(
    "胜|赢|(?<![运传])输(?![送入出电血油液配])|负于|不敌|力克|战平|击败|比分|领先|逼平|横扫|对手|决赛|客场|主场|表决|投票|票数"
    r"|\b(?:scor(?:e|es|ed|ing)|vot(?:e|es|ed|ing)|won|wins?|winning|lost|lose|loses|losing"
    r"|beat|beats|beating|defeat(?:s|ed)?"
    r"|pass(?:ed|es)|leads?|led|trail(?:s|ed|ing)?|victory|adopted|endorsed|ruling|senate|house|bill|match|games?|finals?"
    r"|series|overtime|tied|majority|decision|motion|carrie[sd]|revers(?:ed|es)|affirm(?:s|ed)|upheld|overruled|overturned|justices|split(?=\s[0-9a-z]+[\s-]to[\s-]))\b"
)
_AGAINST = re.compile(
    r"\b(?:beat|beats|beating|defeat(?:s|ed|ing)?|edg(?:ed|ing)|down(?:ed|ing)|topp?(?:ed|ing)|rout(?:ed|ing)|swept|over|past"
    r"|against|lost\sto|fell\sto)\s(?:the\s)?(?:[A-Z][\w.]+\s){1,4}\Z"
)
_MEASURE = re.compile(r"\s?\S")


def ratio(text: str, at: int) -> Read | None:
    """Read 1:3, 三比一, 5-to-1 and 11-of-14; 1:09.9 is a length of time, 6-3, 240 a height."""
    if told := length_at(text, at) or _height(text, at) or paired(text, at):
        return told
    found = _RATIO.match(text, at) or _han_ratio(text, at)
    if found is None:
        return None
    sides = [found[name] for name in found.groupdict() if found[name]]
    low, high = numeral_value(sides[0]), numeral_value(sides[1])
    if low is None or high is None:
        return None
    is_score = _CONTEST.search(text, max(0, at - _CONTEXT), found.end() + _BEFORE)
    kind = "score" if is_score else "ratio"
    return found.end(), Quantity(decimal_text(low), decimal_text(high), kind=kind)


def _han_ratio(text: str, at: int) -> re.Match[str] | None:
    """Find 一对十 where a ratio is told of, which else is one that is right of ten."""
    found = _HAN_RATIO.match(text, at)
    is_told = found and _OF_RATIO.search(text, max(0, at - _CONTEXT), at)
    return found if is_told else None


def _height(text: str, at: int) -> Read | None:
    """Read the feet and inches of somebody whose weight stands behind."""
    found = _HEIGHT.match(text, at)
    inches = str(12 * int(found["feet"]) + int(found["inches"])) if found else ""
    return (found.end(), Quantity(inches, inches, "inch")) if found else None


def score(text: str, at: int) -> Read | None:
    """Read 52-48, 3-1 and 219 to 206: the larger number first, or where somebody won."""
    found = _SCORE.match(text, at)
    if found is None or text[at - 1 : at] in {"-", "$", ".", ","}:
        return None
    low, high = _sides(found)
    if _AT_ODDS.search(text, max(0, at - _CONTEXT), at):
        return found.end(), Quantity(decimal_text(low), decimal_text(high), kind="ratio")
    is_told = _is_played(text, found) and not (low < high and _counts_things(text, found))
    if not is_told and not _is_result(text, found, low, high):
        return None
    return found.end(), Quantity(decimal_text(low), decimal_text(high), kind="score")


def _sides(found: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Return what each side has: nothing is none, and all as much as the other."""
    low, high = (_side(found[name]) for name in ("low", "high"))
    return low or Decimal(0), (low if found["high"] == "all" else high) or Decimal(0)


def _side(told: str) -> Decimal | None:
    return Decimal(ONES[told]) if told in ONES else numeral_value(told.replace("½", ".5"))


def _counts_things(text: str, found: re.Match[str]) -> bool:
    """Say whether things stand behind two numbers, which then are a range: 3 to 5 goals."""
    things = _THINGS if " " in found.group() else _SEVERAL
    return things.match(text, found.end()) is not None


def _is_played(text: str, found: re.Match[str]) -> bool:
    """Say whether two numbers are of a set of tennis, or of what words around call a contest."""
    return _is_set(text, found) or _is_contest(text, *found.span())


def _is_set(text: str, found: re.Match[str]) -> bool:
    """Say whether two numbers are the games of a set among others: 2-6, 6-3."""
    is_small = max(len(side) for side in found.group("low", "high")) == 1
    near = max(0, found.start() - _BEFORE)
    return is_small and bool(
        _NEXT_SET.match(text, found.end()) or _LAST_SET.search(text, near, found.start())
    )


def _is_result(text: str, found: re.Match[str], low: Decimal, high: Decimal) -> bool:
    """Say whether two numbers are a result by themselves: 3-1, 52-48, four-nil."""
    at, end = found.span()
    is_whole = high < low and low + high == _WHOLE and not text.endswith("from ", 0, at)
    if is_whole or found["high"] in {"nothing", "nil", "zip", "all", "love"}:
        return True
    if " " in found.group() or "-" not in found.group():
        return False
    if high == 0 or _OF_GAMES.match(text, end):
        return True
    return high <= low and (low < _LARGEST_GAP or _is_large_score(text, at, end, (low, high)))


def _is_large_score(text: str, at: int, end: int, sides: tuple[Decimal, Decimal]) -> bool:
    """Say whether two larger numbers are a result by what stands around them: it was 40-15, and."""
    is_apart = at == 0 or text[at - 1].isspace() or text[at - 1] == "("
    return is_apart and sides[1] < sides[0] < _LARGEST_SCORE and _ENDED.match(text, end) is not None


def split(text: str, at: int) -> Read | None:
    """Read 60/40 and 50-50: two parts that make a hundred, where no range could stand."""
    if wickets := _WICKETS.match(text, at):
        return _runs(text, at, wickets)
    if bowled := _BOWLED.match(text, at):
        return _bowled(text, at, bowled)
    found = _SPLIT.match(text, at)
    if found is None or text[at - 1 : at] in {"-", "$", ".", ",", "/"}:
        return None
    low, high = int(found["low"]), int(found["high"])
    is_range = low < high and "-" in found.group() and not found["told"]
    if low + high != _WHOLE or is_range:
        return None
    return found.end("high"), Quantity(str(low), str(high), kind="ratio")


def _runs(text: str, at: int, found: re.Match[str]) -> Read | None:
    """Read 393/8 and 52 for three as a score where cricket is played."""
    wickets = found["high"]
    low, high = int(found["low"]), ONES[wickets] if wickets in ONES else int(wickets)
    near = max(0, at - 2 * _CONTEXT)
    if low <= high or not _CRICKET.search(text, near, found.end() + 2 * _CONTEXT):
        return None
    return found.end(), Quantity(str(low), str(high), kind="score")


def _bowled(text: str, at: int, found: re.Match[str]) -> Read | None:
    """Read the wickets of a bowler for so many runs: took 4 for 67, 2-7 from 5.1 overs."""
    near = max(0, at - 2 * _CONTEXT)
    is_taken = _TAKES.search(text, near, at) and _CRICKET.search(text, near, at + 2 * _CONTEXT)
    if not (found["overs"] or (" " in found.group() and is_taken)):
        return None
    return found.end("high"), Quantity(found["low"], found["high"], kind="score")


def _games(text: str, at: int) -> Read | None:
    """Read three games to one, two sets to love."""
    won = _GAMES.match(text, at)
    if won is None:
        return None
    return won.end(), Quantity(str(ONES[won["low"]]), str(ONES.get(won["high"], 0)), kind="score")


def score_in_words(text: str, at: int) -> Read | None:
    """Read three-all, and six to four where somebody won or one number is against another."""
    found = _WORD_SCORE.match(text, at)
    if found is None:
        return _games(text, at)
    low, high = (ONES.get(found[side], 0) for side in ("low", "high"))
    if found["high"] in _NONE_OR_ALL:
        high = low if found["high"] == "all" else 0
        return found.end(), Quantity(str(low), str(high), kind="score")
    is_ratio, is_contest = _is_ratio(text, found), _is_contest(text, at, found.end())
    if high > low or not (is_ratio or is_contest) or (high == low and " " in found.group()):
        return None
    return found.end(), Quantity(str(low), str(high), kind="ratio" if is_ratio else "score")


def _is_ratio(text: str, found: re.Match[str]) -> bool:
    """Say whether words tell how much more one number is than another: outnumbered two to one."""
    at, end = found.span()
    is_by_so_much = text.endswith(" by ", 0, at) and _STOPS.match(text, end) is not None
    is_to_one = found.group().endswith("-to-one") and not _is_contest(text, at, end)
    is_to_one |= is_by_so_much and found.group().endswith(" to one")
    return is_to_one or _AT_ODDS.search(text, max(0, at - _CONTEXT), at) is not None


def _is_contest(text: str, start: int, end: int) -> bool:
    """Say whether words around two numbers tell of a game or a vote."""
    return _CONTEST.search(text, max(0, start - _CONTEXT), end + _CONTEXT) is not None


def is_against(text: str, start: int) -> bool:
    """Say whether the side that lost stands before a score: beat the Miami Heat 104-87.

    ``text`` is the text as it is written.
    """
    return _AGAINST.search(text, max(0, start - _CONTEXT), start) is not None


def is_no_score(text: str, at: int, end: int, words: Vocabulary) -> bool:
    """Say whether a unit behind two numbers or a title before them tells that they are none."""
    if words.before_title.start(text, 0, at) is not None or names_row(text, at, words):
        return True
    if "比" in text[at:end]:
        return False
    if not _MEASURE.match(text, end):
        return False
    return unit_after(text, end + text[end].isspace(), words) is not None
