"""Whether a label names a speaker, and what the speaker is by the label's own words."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from annotator.model.kinds import Role
from annotator.reading.label_forms import HAN, SPACES
from annotator.reading.layout import is_stage_word
from annotator.reading.names import Likeness, chinese_likeness, english_likeness
from annotator.reading.words import any_of, words

_PADDED = re.compile(rf"(?:(?<=^)|(?<= ))([{HAN}]) ([{HAN}])$")
"""A name of two characters, set as wide as one of three."""
_ASIDE = re.compile(r"[（(]([^）)]{1,60})[)）]$")
_TITLES = re.compile(r"《[^》]*》|“[^”]*”|「[^」]*」|『[^』]*』|〈[^〉]*〉")
_SENTENCE = re.compile(r"[，,。.！!？?；;…]")
_INDEX = rf"[{SPACES}#]*(?:\d{{1,3}}|[A-Z甲乙丙丁一二三四五六七八九十])?"
_CHINESE_ROLES = (
    (re.compile(rf"{any_of('chinese', 'interpreters')}(?:人员|員)?{_INDEX}$"), Role.INTERPRETER),
    (re.compile(rf"(?:问|問|答|Q|A)[{SPACES}]?[\d一二三四五六七八九十]{{0,3}}$"), Role.REPORTER),
    (re.compile(rf"{any_of('chinese', 'questions')}{_INDEX}$"), Role.REPORTER),
    (re.compile(rf"{any_of('chinese', 'answers')}{_INDEX}$"), Role.SPEAKER),
    (
        re.compile(
            rf"{any_of('chinese', 'unknown')}[{SPACES}]*(?:\d{{1,3}}|[A-Z])$|未知.{{0,3}}$"
            rf"|{any_of('chinese', 'narration')}{_INDEX}$"
        ),
        Role.UNKNOWN,
    ),
)
_MODERATOR = re.compile(rf".{{0,20}}?{any_of('chinese', 'moderators')}(?P<person>.*)$")
_REPORTER = re.compile(
    rf".{{0,36}}?{any_of('chinese', 'reporters')}(?:提问|提問|问|問|追问|追問|代表|朋友)?"
    r"(?P<person>.{0,12})$"
)
_OUTLET = re.compile(rf".{{0,16}}{any_of('chinese', 'outlets')}$")
_OFFICE = re.compile(rf"(?P<before>.*){any_of('chinese', 'offices')}(?P<after>[^、和及]{{0,16}})$")
_CUT_NAME = re.compile(rf"([{HAN}])[{HAN}]{{1,4}}[長长任員员官監监]([{HAN}]{{2}})")
_TOLD = re.compile(
    r"(?P<person>.{1,14}[^回解应應作提请請追反质質学學疑访訪询詢答])(?P<verb>[答问問])"
)
_OPENS = re.compile(r"(?P<person>.{2,14}?)(?:开场|開場|作|做)?(?:致[词詞辞辭]|开场白|開場白)")
_ORGANISATION = re.compile(
    rf"(?P<office>.{{1,40}}{any_of('chinese', 'organisations')})[{SPACES}]*"
    rf"(?P<person>[{HAN}]{{2,3}})$"
)
_SPACED = re.compile(rf"(?P<office>.+)[{SPACES}]+(?P<person>[^{SPACES}]+)$")
_VERB_END = re.compile(rf"{any_of('chinese', 'verb_endings')}$")
_GREETING = re.compile(any_of("chinese", "greetings"))
_HEADING_WORD = re.compile(any_of("chinese", "not_labels"))
_SHORTEST_OUTLET = 3
_LONGEST_MODERATOR = 30
_MOST_WORDS = 9
_MOST_OUTLET_WORDS = 4
_LETTERED = re.compile(r"([QAＱＡ])[ #]?\d{0,2}")
_QUESTION_NUMBER = re.compile(r"^Q[ ]?\d{1,4}[.)]?[ ]+(?=[A-Z])")
"""The number of a question before who asks it: ``Q12 Chair``."""
_PARTY = re.compile(r"[ ]?\([^()]{1,12}\)(?=,)")
"""What stands between a politician's name and office: ``(R-SC)``."""
_MACHINE_NAME = re.compile(r"(?i:spk|spkr|speaker)[ _-]?\d{1,3}")
_NICKNAME = re.compile(r"(?<=\w\.|\w\w)[ ][\"“][A-Z][\w ]{0,12}[\"”](?=[ ][A-Z])")
"""What friends call somebody, between given name and family name."""
_JOINING = frozenset(["from", "for", "to", "on", "behalf", "contd", "continued", "cont"])
_VIA_INTERPRETER = re.compile(
    r"\b(?:via|through|as|speaking)\b.*\b(?:interpret|translat)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a label says: whom, what role its words give away, and which office stands in it."""

    name: str
    likeness: Likeness
    role: Role | None = None
    affiliation: str | None = None


@lru_cache(maxsize=4096)
def judge(label: str) -> Verdict:
    """Say whether a label names a speaker, whom, and as what."""
    aside = _ASIDE.search(label)
    bare = label[: aside.start()].strip(SPACES) if aside else label
    if not bare:
        return Verdict(label, Likeness.NO)
    verdict = _judge_chinese(bare) if re.search(f"[{HAN}]", bare) else _judge_english(bare)
    if not aside or verdict.likeness is Likeness.NO:
        return verdict
    return _with_aside(label, verdict, aside[1])


def _with_aside(label: str, verdict: Verdict, aside: str) -> Verdict:
    """Take in what stands in brackets behind a name: an office or an outlet."""
    if _VIA_INTERPRETER.search(aside) or (is_person(verdict) and _is_direction(aside)):
        return verdict
    if _english_role([aside.lower()]) is Role.MODERATOR:
        return replace(verdict, name=label, likeness=Likeness.SURE, role=Role.MODERATOR)
    if not is_person(verdict):
        holds_office = verdict.role is not Role.REPORTER and _judge_chinese(aside).affiliation
        return replace(verdict, affiliation=aside) if holds_office else replace(verdict, name=label)
    role = verdict.role
    if role is None and (_names_outlet(aside) or _REPORTER.fullmatch(aside)):
        role = Role.REPORTER
    likeness = max(verdict.likeness, Likeness.NAME)
    return Verdict(verdict.name, likeness, role, verdict.affiliation or aside)


def _is_direction(aside: str) -> bool:
    """Tell whether words in brackets say how somebody speaks: ``turning away``, ``voice-over``."""
    is_office = any(token in words("english", "offices") for token in aside.split())
    return is_stage_word(aside) or (aside.islower() and not is_office and not _names_outlet(aside))


def is_person(verdict: Verdict) -> bool:
    """Tell whether a label gives a person's name, rather than a role or an outlet."""
    if verdict.role is not None and verdict.affiliation is None:
        return False
    likeness = max(chinese_likeness(verdict.name), english_likeness(verdict.name))
    return likeness >= Likeness.SHORT or (likeness is Likeness.MAYBE and verdict.name.isascii())


def _judge_chinese(label: str) -> Verdict:
    label = _PADDED.sub(r"\1\2", label)
    bare = _TITLES.sub("某某报", label)
    if _SENTENCE.search(bare) or _GREETING.search(bare):
        return Verdict(label, Likeness.NO)
    for pattern, role in _CHINESE_ROLES:
        if pattern.match(bare):
            return _numbered(label, role)
    if any(c in words("chinese", "sentence_characters") for c in bare):
        return Verdict(label, Likeness.NO)
    return (
        _told(bare)
        or _opens(bare)
        or _by_role_words(label, bare)
        or _by_office_or_name(label, bare)
    )


def _told(bare: str) -> Verdict | None:
    """Judge a label that tells what somebody does: ``部長答``, ``王芳问``."""
    found = _TOLD.fullmatch(bare)
    verdict = _by_office_or_name(found["person"], found["person"]) if found else None
    if not found or not verdict or verdict.likeness < Likeness.SHORT:
        return None
    role = Role.SPEAKER if found["verb"] == "答" else Role.REPORTER
    return replace(verdict, likeness=Likeness.SURE, role=role)


def _opens(bare: str) -> Verdict | None:
    """Judge a label above opening words: ``部長致詞``."""
    found = _OPENS.fullmatch(bare)
    verdict = _by_office_or_name(found["person"], found["person"]) if found else None
    if not verdict or verdict.likeness < Likeness.SHORT:
        return None
    return replace(verdict, likeness=Likeness.SHORT, role=Role.SPEAKER)


def _by_office_or_name(label: str, bare: str) -> Verdict:
    return _by_office(label, bare) or _as_chinese_name(label, bare)


def _numbered(label: str, role: Role) -> Verdict:
    """Drop the number of a question or an answer, and keep that of a nameless speaker."""
    if role is Role.REPORTER or role is Role.SPEAKER:
        label = re.sub(rf"[{SPACES}]*[\d一二三四五六七八九十]+$", "", label) or label
    if label in {"答", "A"}:
        role = Role.SPEAKER
    return Verdict(label, Likeness.SURE, role)


def _by_role_words(label: str, bare: str) -> Verdict | None:
    """Judge a label by words such as 主持人 and 记者, which may stand before or behind a name."""
    if found := _as_moderator(label, bare):
        return found
    reporter = _REPORTER.match(bare)
    if reporter and bare[0] not in "答回就向" and _is_rest_of_role(reporter["person"]):
        return Verdict(label, Likeness.SURE, Role.REPORTER)
    if _OUTLET.match(bare) and not _HEADING_WORD.search(bare):
        likeness = Likeness.SURE if len(bare) >= _SHORTEST_OUTLET else Likeness.MAYBE
        return Verdict(label, likeness, Role.REPORTER)
    if label != bare and re.fullmatch(rf"某某报[{SPACES}]*", bare):
        return Verdict(label, Likeness.SHORT, Role.REPORTER)
    return None


def _as_moderator(label: str, bare: str) -> Verdict | None:
    found = _MODERATOR.match(bare)
    if not found:
        return None
    rest = found["person"].strip(f"{SPACES}-—_、/|")
    held = _by_office(rest, rest)
    if held and held.affiliation:
        return replace(held, role=Role.MODERATOR)
    is_label = len(bare) <= _LONGEST_MODERATOR and _is_rest_of_role(rest)
    return Verdict(label, Likeness.SURE, Role.MODERATOR) if is_label else None


def _is_rest_of_role(rest: str) -> bool:
    """Tell whether what stands behind a role is nothing, a number, an outlet or a name."""
    bare = rest.strip(f"{SPACES}-—_、/|")
    if not bare or re.fullmatch(r"\d{1,3}|[A-Z]|[甲乙丙丁一二三四五六七八九十]", bare):
        return True
    return chinese_likeness(bare) >= Likeness.SHORT or bool(re.fullmatch(r"[A-Z][\w. ]+", bare))


def _by_office(label: str, bare: str) -> Verdict | None:
    """Judge a label with an office in it: ``外交部发言人 毛宁``, ``陳指揮官時中``, ``市长``."""
    found = _OFFICE.match(bare)
    if not found or _VERB_END.search(bare):
        return None
    person = found["after"].strip(SPACES)
    is_numbered = re.fullmatch(r"\d{1,2}|[A-Z]", person)
    if not person or is_numbered or _is_given_name(found["before"].rstrip("副前代总總"), person):
        return Verdict(label, Likeness.SURE, Role.SPEAKER)
    if chinese_likeness(person) >= Likeness.SHORT:
        office = bare[: found.start("after")].strip(SPACES)
        return Verdict(person, Likeness.SURE, Role.SPEAKER, office)
    return None


def _is_given_name(surname: str, given: str) -> bool:
    """Tell whether a name is cut in two by an office, as is the custom in Taiwan."""
    is_surname = surname in words("chinese", "surnames") | words("chinese", "compound_surnames")
    return is_surname and bool(re.fullmatch(f"[{HAN}]{{1,2}}", given))


def _as_chinese_name(label: str, bare: str) -> Verdict:
    if (cut := _CUT_NAME.fullmatch(bare)) and _is_given_name(cut[1], cut[2]):
        return Verdict(label, Likeness.NAME, Role.SPEAKER)
    if _VERB_END.search(bare) or _HEADING_WORD.search(bare):
        return Verdict(label, Likeness.NO)
    likeness = chinese_likeness(bare)
    if likeness is Likeness.NO and (found := _ORGANISATION.match(bare) or _SPACED.match(bare)):
        person = found["person"]
        if chinese_likeness(person) >= Likeness.SHORT:
            return Verdict(person, Likeness.NAME, Role.SPEAKER, found["office"])
    return Verdict(label, likeness)


def _judge_english(label: str) -> Verdict:
    if found := _as_letter_or_number(label):
        return found
    label = _QUESTION_NUMBER.sub("", label)
    if (plain := _NICKNAME.sub("", label)) != label:
        return replace(_judge_english(plain), name=label)
    name, comma, behind = (part.strip() for part in _PARTY.sub("", label).partition(","))
    if comma and _names_outlet(name) and _is_short_name(behind):
        return Verdict(behind, Likeness.NAME, Role.REPORTER, name)
    if not comma and _is_outlet(name):
        return Verdict(label, Likeness.MAYBE, Role.REPORTER)
    return _by_name_and_phrase(label, name, behind)


def _by_name_and_phrase(label: str, name: str, behind: str) -> Verdict:
    """Judge English words, and those behind a comma if there are any."""
    tokens = _small_words(name)
    if not tokens or len(tokens) > _MOST_WORDS or not _may_be_label(name, tokens):
        return Verdict(label, Likeness.NO)
    verdict = _by_english_words(name if behind else label, tokens)
    if not behind or verdict.likeness is Likeness.NO:
        return verdict
    return _with_phrase_behind(label, verdict, behind)


def _small_words(name: str) -> list[str]:
    return [token.lower().strip(".") for token in re.findall(r"[^\s/_#]+", name)]


def _is_outlet(name: str) -> bool:
    """Tell whether words with capitals end as a news outlet's name does: ``Harbor News``."""
    tokens = _small_words(name)
    is_named = 1 < len(tokens) <= _MOST_OUTLET_WORDS and tokens[-1] in words("english", "outlets")
    known = words("english", "reporters") | words("english", "titles") | words("english", "offices")
    return is_named and known.isdisjoint(tokens) and english_likeness(name) is Likeness.NAME


def _as_letter_or_number(label: str) -> Verdict | None:
    """Judge ``Q``, ``A 2`` and what machines call those they cannot name: ``spk05``."""
    if lettered := _LETTERED.fullmatch(label):
        asks = lettered[1] in "QＱ"
        return Verdict("Q" if asks else "A", Likeness.SURE, Role.REPORTER if asks else Role.SPEAKER)
    is_machine_name = _MACHINE_NAME.fullmatch(label)
    return Verdict(label, Likeness.SURE, Role.UNKNOWN) if is_machine_name else None


def _is_short_name(behind: str) -> bool:
    """Tell whether what stands behind an outlet is a reporter's name: ``Daily Herald, LEE``."""
    is_name = behind.count(" ") <= 1 and english_likeness(behind) > Likeness.NO
    return is_name and _may_be_label(behind, behind.lower().split()) and not _names_outlet(behind)


def _with_phrase_behind(label: str, verdict: Verdict, behind: str) -> Verdict:
    """Take in what follows a name's comma: an office, an outlet, a role, or an office's holder."""
    role = _english_role([behind.lower()])
    if role and " " not in behind:
        return replace(verdict, likeness=Likeness.SURE, role=role)
    if verdict.role is None and (role := _role_of_staff(behind)):
        return Verdict(verdict.name, Likeness.SURE, role, behind)
    is_office = any(word in words("english", "offices") for word in behind.lower().split())
    is_holder = english_likeness(behind) is Likeness.NAME and not is_office
    if verdict.role is Role.SPEAKER and is_holder:
        return Verdict(behind, Likeness.SURE, Role.SPEAKER, verdict.name)
    is_in_capitals = label.isupper() and verdict.likeness >= Likeness.NAME
    if not _is_beside(behind) and not is_in_capitals:
        return Verdict(label, Likeness.NO)
    role = Role.REPORTER if verdict.role is None and _names_outlet(behind) else verdict.role
    likeness = max(verdict.likeness, Likeness.NAME)
    return Verdict(verdict.name, likeness, role, behind or None)


def _role_of_staff(behind: str) -> Role | None:
    """Return what somebody does for an outlet: ``TBN HOST``, ``Harbor News Correspondent``."""
    last = behind.lower().rpartition(" ")[2]
    if last in words("english", "reporters"):
        return Role.REPORTER
    is_host = last in words("english", "moderators") and not _names_outlet(behind)
    return Role.MODERATOR if is_host else None


def _may_be_label(name: str, tokens: list[str]) -> bool:
    if re.search(r"[\"“”?!;|=<>{}]|['’][sS]\b", name) or tokens[0] in words("english", "not_first"):
        return False
    nouns = words("english", "not_anywhere")
    if any(token in words("english", "titles") for token in tokens):
        return tokens[-1] not in nouns or "of" in tokens or "for" in tokens
    return not any(token in nouns for token in tokens)


def _is_beside(behind: str) -> bool:
    """Tell whether what follows a name's comma is an office, an outlet or a suffix."""
    tokens = re.findall(r"[\w.\-]+", behind)
    if not tokens or len(tokens) > _MOST_WORDS + 3:
        return False
    if any(token.lower() in words("english", "offices") for token in tokens):
        return True
    if not all(t[:1].isupper() or t in words("english", "particles") for t in tokens):
        return False
    return _names_outlet(behind) or (len(tokens) == 1 and tokens[0].isupper())


def _names_outlet(text: str) -> bool:
    tokens = [token.lower() for token in re.findall(r"[\w\-]+", text)]
    return any(token in words("english", "outlets") | {"analyst"} for token in tokens) or bool(
        _OUTLET.match(text)
    )


_ENGLISH_ROLES = (
    ("interpreters", Role.INTERPRETER),
    ("moderators", Role.MODERATOR),
    ("unknown", Role.UNKNOWN),
    ("reporters", Role.REPORTER),
    ("answers", Role.SPEAKER),
)


def _by_english_words(name: str, tokens: list[str]) -> Verdict:
    titled = any(token in words("english", "titles") for token in tokens)
    small = [t for t in re.findall(r"[^\s/_#]+", name) if t[0].islower()]
    if not all(_is_label_word(token) for token in small):
        return Verdict(name, Likeness.NO)
    if not titled and (role := _english_role(tokens)):
        return Verdict(_without_number(name, tokens), Likeness.SURE, role)
    if titled and _starts_with_title(tokens):
        return Verdict(name, Likeness.SURE, Role.SPEAKER)
    if " ".join(tokens) in words("english", "outlets"):
        return Verdict(name, Likeness.MAYBE, Role.REPORTER)
    return Verdict(name, english_likeness(re.sub(r"[\s#]+\d{1,2}$", "", name)))


def _is_label_word(token: str) -> bool:
    known = ("particles", "titles", "ranks", "offices", "reporters", "moderators", "unknown")
    return token.strip(".") in _JOINING or any(
        token in words("english", listed) for listed in (*known, "interpreters", "answers")
    )


def _english_role(tokens: list[str]) -> Role | None:
    """Return the role of a label that starts or ends with a role's word."""
    core = [word for word in tokens if not word.isdigit() and word != "the"]
    if not core:
        return None
    for listed, role in _ENGLISH_ROLES:
        known = words("english", listed)
        if core[0] in known or (core[-1] in known and role is not Role.SPEAKER):
            is_nameless = core[0] in words("english", "unknown") and core[-1] != core[0]
            if role is Role.UNKNOWN and is_nameless and core[-1] in words("english", "reporters"):
                return Role.REPORTER
            return role
    return None


def _starts_with_title(tokens: list[str]) -> bool:
    """Tell whether a label starts with a title or ends in one: ``Deputy Spokesman``."""
    titles, ranks = words("english", "titles"), words("english", "ranks")
    core = [word for word in tokens if word != "the"]
    leading = next((word for word in core if word not in ranks), "")
    return leading in titles or core[-1] in titles or not titles.isdisjoint(core[:4])


def _without_number(name: str, tokens: list[str]) -> str:
    if tokens[0] in {"question", "answer"}:
        return re.sub(r"[\s#]*\d+$", "", name) or name
    return name
