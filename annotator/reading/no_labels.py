"""Whether all that looks like labels in a text are none: a list, a headline, a tale."""

import re
from collections.abc import Collection, Sequence

from annotator.model.kinds import Role
from annotator.reading.captions import SENTENCE_END, next_line
from annotator.reading.label_forms import clean
from annotator.reading.manner import GREETS
from annotator.reading.names import Likeness
from annotator.reading.outside import CLOSERS, is_entry, key_of
from annotator.reading.sighting import Sighting, names_of, starts_of
from annotator.reading.speakers import is_person, judge
from annotator.reading.surroundings import GREETS_IN_ENGLISH, STOPS, STOPS_INSIDE, rest_of_line
from annotator.reading.verdict import Verdict
from annotator.reading.words import any_of, words

_OFFICE_ALONE = re.compile(
    rf"(?:{any_of('chinese', 'offices')}|{any_of('chinese', 'interpreters')}人?[员員]?)$"
)
"""The end of what names an office, or an interpreter, and nobody who holds it."""
_WORDS = re.compile(r"\S")
_QUESTION = re.compile(
    r"[?？]|[请請][问問教]|想问|想問|\b(?:ask|question|could you|can you|wonder)", re.IGNORECASE
)
_ANSWERED = re.compile(r"\? (?:The )?[Aa]nswer: [a-z]")
_QUOTES = frozenset("“「『‘\"'")
_UNQUOTES = frozenset("”」』’\"'")
_TOLD_QUOTE = re.compile(rf"{any_of('chinese', 'verb_endings')}[着著]?[:：,，][“「『]")
"""Words that somebody is told to say, as tales have them."""
_DEFINES = re.compile(r"(?:an?|the|any|anyone|one|who|someone|person|people)\b|[是系]?指(?!出)|即")
"""How it starts what a word means."""
_CHOSEN = re.compile(r"[(（]?[A-Ea-e][)）]?[.。]?")
"""A letter that answers a question of an examination."""
_GENERAL = re.compile(
    "(?:投[资資](?:者|人)|[网網]友|[听聽观觀][众眾]|媒[体體]|分析[师師]|[学學][员員]|[采採受][访訪][者人])$"
)
"""Who may ask anywhere, and of whom notices speak, too."""
_FAR = 2000
_PROBLEM = re.compile("问题|問題")
_NUMBERED = re.compile(r"(?m)^[一二三四五六七八九十\d]{1,3}[、.]")
_CHOICE = re.compile(r"[^\n:：]{1,40}[:：][^\S\n]*[\d.,]+[^\S\n]*%?|[^\n:：。.!?！？]{1,25}")
"""A line of a form: an answer to choose, perhaps with its share."""
_TELLING = frozenset({Role.REPORTER, Role.MODERATOR})
_FEW = 2
_TO_WHOM = re.compile("[^ ]{1,4}(?:先生|女士|小姐|同志|老[师師])")
_NARRATED = re.compile("[”」][^“”「」。\\n]{0,8}[问問说說答道][。，,]")
"""How tales have it who says something: ``“谁？”她问。``"""
_FIELDS = re.compile(r"[|¦][^|¦\n:]{1,40}:")
"""What another field of a row starts with: ``| Unit: ``."""
_LONGEST_STORY = 120
_SHORTEST_SENTENCE = 40
_LONGEST_HEADING = 50
_LONGEST_VALUE = 80
_LONGEST_WORDS = 40
_LONGEST_REMARK = 12


def are_none(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether the only label, or the only word among labels, shows that there are none."""
    if len(labels) == 1 and _is_none(labels[0], text):
        return True
    return any(judge_all(labels, text) for judge_all in _JUDGES)


def _are_lines_only(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether all labels are lines of which none stands above a sentence: a page's menu."""
    below = [next_line(text, label.candidate.body_start) for label in labels]
    are_short = all(
        len(line) < _SHORTEST_SENTENCE and line[-1:] not in STOPS and not GREETS.match(line)
        for line in below
    )
    return bool(labels) and are_short and all(s.candidate.form == "plain" for s in labels)


def _are_values(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether names that come once each stand before a word or a few: a list of a cast."""
    tell = any(label.verdict.role in _TELLING for label in labels)
    least = _FEW if tell and not _is_pair(labels) else 1
    starts = starts_of(labels)
    return least < len(labels) == len(names_of(labels)) and all(
        _is_short_value(label, text, starts) for label in labels
    )


def _is_short_value(label: Sighting, text: str, starts: Collection[int]) -> bool:
    """Tell whether a label stands before a word or a few and nothing goes on, as behind a comma."""
    line = rest_of_line(text, label.candidate.body_start)
    is_short = 0 < len(line) <= _LONGEST_WORDS and line[-1] not in f"{STOPS},，"
    return is_short and label.candidate.form == "colon" and not _goes_on(label, text, starts)


def _are_rows(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether words that may be names again and again stand before no sentence: a table's."""
    return len(labels) > len(names_of(labels)) and all(_is_cell(s, text) for s in labels)


def _is_cell(s: Sighting, text: str) -> bool:
    """Tell whether what may be a name with a colon stands before something without a stop."""
    if s.verdict.likeness is not Likeness.MAYBE or s.verdict.role is not None:
        return False
    line = rest_of_line(text, s.candidate.body_start).strip()
    is_open = bool(line) and line[-1] not in f"{SENTENCE_END}~～"
    return is_open and s.candidate.form == "colon" and not s.candidate.timed


def _is_pair(labels: Sequence[Sighting]) -> bool:
    """Tell whether labels are but one word for a question and one for an answer."""
    roles = {label.verdict.role for label in labels if label.verdict.name.isascii()}
    return roles == {Role.REPORTER, Role.SPEAKER}


def _goes_on(label: Sighting, text: str, starts: Collection[int]) -> bool:
    """Tell whether a line without another colon stands right below that of a label."""
    newline = text.find("\n", label.candidate.body_start)
    below = rest_of_line(text, newline + 1) if newline >= 0 else ""
    return bool(below.strip()) and newline + 1 not in starts and not re.search("[:：]", below)


def _are_definitions(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether words that come once each stand before small ones: ``Editor: who decides``."""
    names = names_of(labels)
    lines = [rest_of_line(text, label.candidate.body_start) for label in labels]
    defining = sum(_DEFINES.match(line) is not None for line in lines)
    are_small = len(labels) > _FEW and all(line[:1].islower() for line in lines)
    are_defined = len(labels) > 1 and 3 * defining >= 2 * len(labels)
    return len(labels) == len(names) and (are_small or are_defined)


def _are_rules(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether all labels are numbered as lines that are none: ``二、记者：限提一题``."""
    are_numbered = bool(labels) and all(
        _NUMBERED.match(text, s.start) and s.candidate.form != "soundbite" for s in labels
    )
    asks = any(re.search("[?？]", s.candidate.rest) for s in labels)
    return are_numbered and not asks and len(_NUMBERED.findall(text)) > len(labels)


def _are_of_form(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether all labels are questions of a form, above choices: ``Never: 57%``."""
    below = [_line_below(text, label.candidate.body_start) for label in labels]
    are_choices = all(_CHOICE.fullmatch(line) for line in below)
    if bool(labels) and all(s.verdict.role is Role.REPORTER for s in labels):
        return are_choices or _are_problems(labels, text)
    chosen = [s.candidate.rest for s in labels if s.verdict.role is not Role.REPORTER]
    return bool(chosen) and all(_CHOSEN.fullmatch(rest) for rest in chosen)


def _are_problems(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether all labels are numbered problems and none asks: ``问题1：无法开机``."""
    asks = any(_QUESTION.search(rest_of_line(text, s.candidate.body_start)) for s in labels)
    return not asks and all(_PROBLEM.fullmatch(s.verdict.name) for s in labels)


def _are_described(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether each label is what its own line is about: ``主持人：要沉稳。主持人负责……``."""
    names = names_of(labels)
    told = (
        label.verdict.name.lower() in rest_of_line(text, label.candidate.body_start).lower()
        for label in labels
    )
    return _FEW < len(labels) == len(names) and all(told)


def _line_below(text: str, start: int) -> str:
    """Return the line below the one at a place."""
    newline = text.find("\n", start)
    return rest_of_line(text, newline + 1).strip() if newline >= 0 else ""


def _are_quotes(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether labels are a tale's: all stand before quotes, as others that are told there."""
    are_quoted = all(
        s.candidate.form == "colon" and s.candidate.rest[:1] in _QUOTES for s in labels
    )
    names = set(map(key_of, names_of(labels)))
    are_open = all(s.verdict.role is None for s in labels)
    are_collected = _FEW < len(labels) == len(names) and are_open
    return bool(labels) and are_quoted and (are_collected or bool(_TOLD_QUOTE.search(text)))


def _are_messages(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether all labels stand before brackets, as tales set messages: ``小芳：【不。】``."""
    return bool(labels) and all(
        s.candidate.form == "colon"
        and s.verdict.role is None
        and text.startswith("【", s.candidate.body_start)
        for s in labels
    )


def _are_clauses(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether all labels are who might ask, and none does: what a notice says of each."""
    ends = [*(label.start for label in labels), len(text)][1:]
    are_general = all(_GENERAL.search(s.verdict.name) or _is_own_outlet(s) for s in labels)
    said = (
        text[label.candidate.body_start : min(end, label.candidate.body_start + _FAR)]
        for label, end in zip(labels, ends, strict=True)
    )
    return bool(labels) and are_general and not any(map(_QUESTION.search, said))


def _is_own_outlet(s: Sighting) -> bool:
    """Tell whether a label is but a word by which an outlet may call itself: ``本刊``."""
    return s.verdict.likeness is Likeness.MAYBE and s.verdict.role is Role.REPORTER


def _are_titles(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether names that come once each stand before a headline, above a story's lines."""
    names = names_of(labels)
    are_lines = all(
        s.verdict.role is None and _is_title(s) and STOPS_INSIDE.search(_below(s, text))
        for s in labels
    )
    return _FEW < len(labels) == len(names) and are_lines


def _is_title(s: Sighting) -> bool:
    """Tell whether words that hold no sentence are all that follows on a line."""
    rest = s.candidate.rest
    is_short = s.candidate.form == "colon" and 0 < len(rest) <= _LONGEST_HEADING
    return is_short and not STOPS_INSIDE.search(rest)


def _below(label: Sighting, text: str) -> str:
    return _line_below(text, label.candidate.body_start)


def _are_headings(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether all labels are of who is written of: ``Lee：…`` above ``Lee昨日表示``.

    Several have to be written of each on the next lines.
    """
    names = names_of(labels)
    if not labels or not all(_is_open_line(label) for label in labels):
        return False
    far = len(text) if len(names) == 1 else _LONGEST_STORY
    return all(_is_written_of(label, text, far) for label in labels[: len(names)])


def _is_written_of(label: Sighting, text: str, far: int) -> bool:
    """Tell whether the text below a line names who its label does, as no label."""
    below = text.find("\n", label.candidate.body_start)
    name = rf"(?<![是叫]){re.escape(label.verdict.name)}(?!\s*[:：])"
    return re.search(name, text[below : below + far] if below >= 0 else "") is not None


def _is_open_line(s: Sighting) -> bool:
    """Tell whether a short line with a name and a colon ends in no stop."""
    rest = s.candidate.rest
    is_short = s.candidate.form == "colon" and 0 < len(rest) <= _LONGEST_HEADING
    return is_short and rest.rstrip(CLOSERS)[-1:] not in SENTENCE_END


def _is_none(only: Sighting, text: str) -> bool:
    """Tell whether the only label of a text is none."""
    if only.verdict.role is Role.REPORTER and _asks_nothing(only, text):
        return True
    is_told = _is_addressed(only) or _is_told_of(only, text) or _is_field(only, text)
    is_told = is_told or (only.verdict.role is None and bool(_NARRATED.search(text)))
    is_told = is_told or _is_note(only, text) or _is_value(only) or _is_headline(only, text)
    is_told = is_told or _is_quoted(only, text)
    return is_told or is_entry(only, text) or _is_open_office(only) or _names_somebody(only)


def _is_quoted(only: Sighting, text: str) -> bool:
    """Tell whether but a quotation stands below a name, as in a list, or behind an office."""
    below = next_line(text, only.candidate.body_start)
    is_alone = only.candidate.form == "plain" and only.candidate.is_alone
    said = below if is_alone else rest_of_line(text, only.candidate.body_start)
    is_all = said[:1] in _QUOTES and said[-1:] in _UNQUOTES
    return is_all and (is_alone or only.verdict.role is Role.SPEAKER)


def _is_note(only: Sighting, text: str) -> bool:
    """Tell whether a few words, the first small, stand behind an office of one English word."""
    line = rest_of_line(text, only.candidate.body_start)
    is_word = only.verdict.role is Role.SPEAKER and only.verdict.name.isalpha()
    return is_word and line[:1].islower() and line.isascii() and len(line) <= _LONGEST_WORDS


def _is_value(only: Sighting) -> bool:
    """Tell whether one word and no stop stands behind a small one: ``host: example.org``."""
    rest = only.candidate.rest
    return only.verdict.name.islower() and bool(re.fullmatch(r"\S*[^\s.!?。！？]", rest))


def _names_somebody(only: Sighting) -> bool:
    """Tell whether all that follows the only label is a person's name: ``Interpreter: Ms. Cho``."""
    rest = clean(only.candidate.rest).rstrip(".")
    named = judge(rest) if rest and only.candidate.form == "colon" else None
    return named is not None and named.likeness >= Likeness.NAME and _is_somebody(named)


def _is_somebody(named: Verdict) -> bool:
    return is_person(named) or (named.role is Role.SPEAKER and " " in named.name)


def _asks_nothing(only: Sighting, text: str) -> bool:
    """Tell whether a label of who asks has no colon, or stands before a word or a few.

    So is a question that is answered on the same line: ``Question: is it? Answer: no.``.
    """
    line = rest_of_line(text, only.candidate.body_start)
    if line[:1].islower() and (_ANSWERED.search(line) or not _QUESTION.search(line)):
        return True
    is_short = 0 < len(line) <= _LONGEST_REMARK and not _QUESTION.search(line)
    is_short = is_short and len(only.verdict.name) > 1
    is_short = is_short or only.verdict.name.startswith("The ")
    return only.candidate.form in {"bracket", "plain", "bold", "heading"} or is_short


def _is_open_office(only: Sighting) -> bool:
    """Tell whether an office nobody holds stands in a heading: ``专家：外贸韧性仍在``."""
    is_bare = only.verdict.role is Role.SPEAKER and only.verdict.affiliation is None
    return is_bare and bool(_OFFICE_ALONE.search(only.verdict.name)) and _is_open_line(only)


def _is_headline(only: Sighting, text: str) -> bool:
    """Tell whether a line about an office's holder has no sentence: ``市长王小芳：推动发展``."""
    is_held = only.verdict.role is Role.SPEAKER and only.verdict.affiliation is not None
    said = rest_of_line(text, only.candidate.body_start) + _line_below(
        text, only.candidate.body_start
    )
    return is_held and _is_open_line(only) and not STOPS_INSIDE.search(said)


def _is_field(only: Sighting, text: str) -> bool:
    """Tell whether an English name without a role stands before no sentence: ``Record No: 12``."""
    below = _WORDS.search(text, only.candidate.body_start)
    line = rest_of_line(text, below.start()) if below else ""
    is_open = only.verdict.role is None and only.verdict.affiliation is None
    is_value = len(line) <= _LONGEST_VALUE and not STOPS_INSIDE.search(line)
    is_value = is_value or _FIELDS.search(line) is not None
    is_value = is_value and not GREETS_IN_ENGLISH.match(line)
    return is_open and only.verdict.name.isascii() and not only.candidate.timed and is_value


def _is_told_of(only: Sighting, text: str) -> bool:
    """Tell whether a text without other labels tells what the one it names says, again and again.

    Its label is a headline then: ``市長：渡輪下月復航`` above ``市長表示``.
    """
    name = re.escape(only.verdict.name)
    told = re.findall(rf"{name}.{{0,4}}{any_of('chinese', 'verb_endings')}", text)
    return len(told) > 1


def _is_one_word_only(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether all labels are one word that may be a name: ``License:`` again and again."""
    names = names_of(labels)
    may_be = all(s.verdict.likeness is Likeness.MAYBE and s.verdict.role is None for s in labels)
    greets = any(GREETS_IN_ENGLISH.match(label.candidate.rest) for label in labels)
    if len(names) != 1 or not may_be or labels[0].candidate.timed or greets:
        return False
    name = names.pop()
    return name.isascii() and not _is_short_for_name(name, text)


def _is_short_for_name(name: str, text: str) -> bool:
    """Tell whether capitals are the initials of a whole name in the text."""
    whole = "[ ]".join(rf"{re.escape(c)}[a-zà-ÿ’'-]+" for c in name)
    is_short = 1 < len(name) <= len("ABCD") and name.isupper()
    return is_short and re.search(rf"\b{whole}\b", text) is not None


def _is_addressed(only: Sighting) -> bool:
    """Tell whether the only label is whom its speaker turns to: ``主席：``, ``陈先生：``."""
    name = only.verdict.name
    is_whom = name in words("chinese", "chairs") or bool(_TO_WHOM.fullmatch(name))
    return only.candidate.is_alone and is_whom


def may_be_item(label: Sighting) -> bool:
    """Tell whether a name that tells no turn has a colon, and words behind it on its line."""
    name = label.verdict.name
    is_open = label.verdict.role in {None, Role.UNKNOWN} or bool(_OFFICE_ALONE.search(name))
    is_open = is_open or name.lower() in words("english", "offices")
    return is_open and label.candidate.form == "colon" and bool(label.candidate.rest)


_JUDGES = (
    _is_one_word_only,
    _are_quotes,
    _are_messages,
    _are_clauses,
    _are_titles,
    _are_headings,
    _are_lines_only,
    _are_values,
    _are_rows,
    _are_definitions,
    _are_described,
    _are_rules,
    _are_of_form,
)
