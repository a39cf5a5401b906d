"""Whether a Chinese label names a speaker, and what the speaker is by the label's own words."""

import re
from dataclasses import replace

from annotator.model.kinds import Role
from annotator.reading.label_forms import HAN, SPACES
from annotator.reading.names import INITIALED, OUTLET, Likeness, chinese_likeness, without_honorific
from annotator.reading.verdict import Verdict
from annotator.reading.words import any_of, words

_PADDED = re.compile(rf"(?:(?<=^)|(?<= ))([{HAN}]) ([{HAN}])$")
"""A name of two characters, set as wide as one of three."""
_SPREAD = re.compile(rf"[{HAN}](?: [{HAN}]){{2,4}}")
"""A word whose characters are set apart: ``主 持 人``."""
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
_MODERATOR = re.compile(rf"(?P<before>.{{0,30}}?){any_of('chinese', 'moderators')}(?P<person>.*)$")
_MARKS = f"{SPACES}-—_、/|"
"""What may stand between an office, the word for who chairs and a name."""
_ASKING = (
    rf"{any_of('chinese', 'reporters')}(?:继续|繼續|[又再])?"
    "(?:提问|提問|问|問|追问|追問|代表|朋友)?"
)
_PERSON = r"(?:.{0,12}|[A-Z][A-Za-z .'’-]{1,30})"
"""What may stand behind a word for who asks."""
_REPORTER = re.compile(rf".{{0,36}}?{_ASKING}(?P<person>{_PERSON})$")
_NICKNAMED = re.compile(
    rf"(?:网[友民]|網[友民]|听众|聽眾|观众|觀眾)[{SPACES}@:：]+[^{SPACES}:：]{{1,14}}"
)
"""Who writes in, by a nickname that need not be a name."""
_REPORTER_LAST = re.compile(rf".{{0,36}}{_ASKING}(?P<person>{_PERSON})$")
_OFFICE = re.compile(rf"(?P<before>.*){any_of('chinese', 'offices')}(?P<after>[^、和及]{{0,16}})$")
_ENUMERATED = re.compile(
    rf"(?P<office>.*{any_of('chinese', 'offices')})、(?P<person>[{HAN}]{{2,3}})$"
)
"""An office and its holder with a mark of enumeration between: ``市长、王小芳``."""
_HEADLINE = re.compile(rf"(?P<words>[^{SPACES}]{{9,}})[{SPACES}]+$")
"""So many words before an office that they say something, if they name no body or place."""
_TALK = re.compile("[对對][话話]|[独獨]家")
"""How headings of talks start."""
_BILINGUAL = re.compile(rf"(?P<chinese>[{HAN}]{{2,12}})[ ]?[ /|]?[ ]?[A-Z][A-Za-z .'’-]{{2,40}}")
"""A label in Chinese and once more in English: ``记者 Reporter``."""
_RETELLING = re.compile(
    r"(?:近|日前|[昨今]|\d{1,4}[年月日])[日天]?.*[问問]$|.*[向对對].{2,}(?:提|发|發)[问問]$"
)
"""How articles tell that somebody asked: ``9月1日有投资者向公司提问``."""
_ARTICLE = re.compile(r"第[〇零一二两三四五六七八九十百千\d]{1,5}[条條章节節款项項编編]")
"""How the parts of a law start."""
_ASKED_IN = re.compile("[参參]加|出席|列席|受邀|[拟擬]?邀[请請]|[本此][期次场場][嘉来來][宾賓]$")
"""How lists of who is to come, or came, start."""
_RELATED = re.compile(
    rf"(?P<who>[{HAN}《》“”]{{1,20}}的{any_of('chinese', 'relations')})[{SPACES}]*(?P<person>.*)$"
)
"""Somebody by whose relative they are, with a name or without: ``村民的父親 王大海``."""
_BYLINE = re.compile("(?:[记記]者|[文图圖]|[摄攝]影|撰文)[/／|｜]")
"""How it starts who wrote or took what stands below: ``記者／王小芳``."""
_DATELINE = re.compile("【[^】]{0,30}[讯訊电電]】")
"""How a report starts: ``【渔港报3月2日讯】``."""
_MEETING = re.compile("激[辩辯]|回?[怼懟]|[会會][见見晤]|喊[话話]|致[电電函]|痛批")
"""What headlines have between two who hold offices: ``大使激辩主播``."""
_ATTENDING = re.compile("[出缺列]席|[与與參参][会會]$")
"""Words before an office that list who is there."""
_BODY_END = re.compile(
    rf"(?:{any_of('chinese', 'organisations')}|{any_of('chinese', 'outlets')}"
    r"|[国國省市县縣区區州镇鎮乡鄉会會社团團队隊长長员員])$"
)
_GUESTS = frozenset(["嘉宾", "嘉賓", "受访者", "受訪者", "受访人", "受訪人"])
"""Who speaks by invitation, which is no office."""
_CUT_NAME = re.compile(rf"([{HAN}])[{HAN}]{{1,4}}[長长任員员官監监]([{HAN}]{{2}})")
_BODY_CUT = re.compile(
    rf"(?P<body>[{HAN}]{{1,14}}(?:{any_of('chinese', 'organisations')}|[會会府]))"
    rf"(?P<cut>(?P<surname>[{HAN}]{{1,2}}?)(?P<office>副?{any_of('chinese', 'offices')})"
    rf"(?P<given>[{HAN}]{{1,2}}))"
)
"""A body before a name that an office cuts in two: ``港务部王部长小芳``."""
_TOLD = re.compile(
    r"(?P<person>.{1,30}[^回解应應作提请請追反质質学學疑访訪询詢答])(?P<verb>[答问問])"
)
_REPORTS = re.compile(rf"[记記]者[{SPACES}]*[{HAN}]{{2,4}}(?<![问問答])$")
"""Who asks by name, behind the outlet: ``潮汐社记者林小禾``."""
_MEMBER = re.compile("(?:[议議][员員]|代表|委[员員])$")
"""A member of an assembly, who asks there as a speaker."""
_OPENS = re.compile(
    r"(?P<person>.{2,30}?)(?:开场|開場|作|做|口[头頭])?"
    r"(?:致[词詞辞辭]|开场白|開場白|[报報]告|[说說]明|[补補]充[说說]明|[补補]充|[发發]言|[讲講][话話]|引言|答[询詢])"
)
_ORGANISATION = re.compile(
    rf"(?P<office>.{{1,40}}{any_of('chinese', 'organisations')})[{SPACES}]*"
    rf"(?P<person>[{HAN}]{{2,3}})$"
)
_SPACED = re.compile(rf"(?P<office>.+)[{SPACES}]+(?P<person>[^{SPACES}]+)$")
_VERB_END = re.compile(rf"{any_of('chinese', 'verb_endings')}$")
_GREETING = re.compile(any_of("chinese", "greetings"))
_HEADING_WORD = re.compile(any_of("chinese", "not_labels"))
_FAMILIAR = re.compile(f"[老小阿][{HAN}]{{2}}")
"""How somebody is called by their work among friends: ``老编辑``."""
_NO_LABELS = (
    _SENTENCE.search,
    _GREETING.search,
    _TALK.match,
    _ASKED_IN.match,
    _RETELLING.match,
    _ARTICLE.match,
    _BYLINE.match,
    _DATELINE.match,
)
"""What tells that words are no label."""
_SHORTEST_OUTLET = 3
_LONGEST_MODERATOR = 30
_MOST_PARTS = 6
"""An office of more parts with spaces between is the head of a page."""
_FACING = re.compile(
    rf"(?P<who>.{{2,16}}?)[{SPACES}]*(?<![A-Za-z])(?:vs|VS|v\.s)\.?[{SPACES}]*(?=.{{2,24}}$)"
)
"""Who asks before whom they ask, as some broadcasters write: ``記者 vs. 總統 王小芳``."""


def judge_chinese(label: str) -> Verdict:
    """Say whether a label with Chinese characters names a speaker, whom, and as what."""
    label = label.replace(" ", "") if _SPREAD.fullmatch(label) else label
    label = _PADDED.sub(r"\1\2", label)
    if asking := _FACING.match(label):
        return replace(judge_chinese(asking["who"]), name=label)
    bare = _TITLES.sub("某某报", label)
    if any(tells(bare) for tells in _NO_LABELS):
        return _with_stops(label)
    if told := _by_word(label, bare):
        return told
    if not words("chinese", "sentence_characters").isdisjoint(bare):
        return _as_related(label, bare) or Verdict(label, Likeness.NO)
    found = (
        _in_both(label)
        or _in_court(bare)
        or _behind_body(bare)
        or _told(bare)
        or _opens(bare)
        or _by_role_words(label, bare)
    )
    return found or _with_whole_office(label, _by_office_or_name(label, bare))


def _with_stops(label: str) -> Verdict:
    """Judge words that are no label for what is in them: but a name may have initials."""
    return Verdict(label, Likeness.NAME if INITIALED.fullmatch(label) else Likeness.NO)


def _by_word(label: str, bare: str) -> Verdict | None:
    """Judge a label that is but a word, or a letter, for who asks or answers, or for a speaker."""
    if bare in words("chinese", "short_reporters"):
        return Verdict(label, Likeness.MAYBE, Role.REPORTER)
    told = (role for pattern, role in _CHINESE_ROLES if pattern.match(bare))
    role = next(told, None)
    return _numbered(label, role) if role is not None else None


def _as_related(label: str, bare: str) -> Verdict | None:
    """Judge a label that says whose relative somebody is."""
    found = _RELATED.match(bare)
    if not found:
        return None
    person = found["person"]
    if not person:
        return Verdict(label, Likeness.NAME, Role.SPEAKER)
    is_name = chinese_likeness(person) >= Likeness.SHORT
    return Verdict(person, Likeness.SURE, Role.SPEAKER, found["who"]) if is_name else None


def _with_whole_office(label: str, verdict: Verdict) -> Verdict:
    """Give an office back the titles that it was judged without: ``《…》起草组负责人``."""
    office = verdict.affiliation
    if not office or office in label or not label.endswith(verdict.name):
        return verdict
    return replace(verdict, affiliation=label.removesuffix(verdict.name).strip(SPACES))


def _in_both(label: str) -> Verdict | None:
    """Judge a label in Chinese and once more in English by its Chinese, if that is sure."""
    both = _BILINGUAL.fullmatch(label)
    told = judge_chinese(both["chinese"]) if both else None
    return replace(told, name=label) if told and told.likeness is Likeness.SURE else None


def _in_court(bare: str) -> Verdict | None:
    """Judge a party or a witness, which a record has to bear out: ``被告``."""
    is_party = bare in words("chinese", "court")
    return Verdict(bare, Likeness.MAYBE) if is_party else None


def _told(bare: str) -> Verdict | None:
    """Judge a label that tells what somebody does: ``部長答``, ``王芳问``."""
    found = _TOLD.fullmatch(bare)
    if found and not _ends_as_reporter(bare) and _REPORTS.search(found["person"]):
        return Verdict(found["person"], Likeness.SURE, Role.REPORTER)
    verdict = _by_office_or_name(found["person"], found["person"]) if found else None
    if not found or not verdict or verdict.likeness < Likeness.SHORT:
        return None
    answers = found["verb"] == "答" or _MEMBER.search(found["person"])
    role = Role.SPEAKER if answers else Role.REPORTER
    return replace(verdict, likeness=Likeness.SURE, role=role)


def _opens(bare: str) -> Verdict | None:
    """Judge a label above opening words: ``部長致詞``."""
    found = _OPENS.fullmatch(bare)
    verdict = _by_office_or_name(found["person"], found["person"]) if found else None
    if not verdict or verdict.likeness < Likeness.SHORT:
        return None
    return replace(verdict, likeness=Likeness.SHORT, role=Role.SPEAKER)


def _behind_mark(bare: str) -> Verdict | None:
    """Judge a name behind an office and a mark of enumeration."""
    found = _ENUMERATED.fullmatch(bare)
    if not found or _OFFICE.match(found["person"]):
        return None
    is_name = chinese_likeness(found["person"]) >= Likeness.SHORT
    verdict = Verdict(found["person"], Likeness.SURE, Role.SPEAKER, found["office"])
    return verdict if is_name else None


def _behind_body(bare: str) -> Verdict | None:
    """Judge a name cut in two by the office that is held at the body before it."""
    found = _BODY_CUT.fullmatch(bare)
    if not found or not _is_given_name(found["surname"], found["given"]):
        return None
    office = found["body"] + found["office"]
    return Verdict(found["cut"], Likeness.SURE, Role.SPEAKER, office)


def _by_office_or_name(label: str, bare: str) -> Verdict:
    return (
        _behind_mark(bare)
        or _behind_body(bare)
        or _name_before_office(bare)
        or _by_office(label, bare)
        or _as_chinese_name(label, bare)
    )


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
    if bare[0] not in "答回就向" and _ends_as_reporter(bare):
        return Verdict(label, Likeness.SURE, Role.REPORTER)
    if OUTLET.match(bare) and not _HEADING_WORD.search(bare.removeprefix("第一")):
        likeness = Likeness.SURE if len(bare) >= _SHORTEST_OUTLET else Likeness.MAYBE
        return Verdict(label, likeness, Role.REPORTER)
    if label != bare and re.fullmatch(rf"某某报[{SPACES}]*", bare):
        return Verdict(label, Likeness.SHORT, Role.REPORTER)
    return None


def may_report(words_beside: str) -> bool:
    """Tell whether words end in one for who asks, but for a few behind it: ``晨报记者 王芳``."""
    return _REPORTER.fullmatch(words_beside) is not None


def _ends_as_reporter(bare: str) -> bool:
    """Tell whether a word for who asks ends a label, but for a number or a name behind it."""
    if _NICKNAMED.fullmatch(bare):
        return True
    found = (_REPORTER.match(bare), _REPORTER_LAST.match(bare))
    return any(match is not None and _is_rest_of_role(match["person"]) for match in found)


def _as_moderator(label: str, bare: str) -> Verdict | None:
    found = _MODERATOR.match(bare)
    if not found:
        return None
    rest = found["person"].strip(_MARKS)
    held = _by_office(rest, rest) or _by_office(bare, found["before"].strip(_MARKS) + rest)
    if held and held.affiliation:
        return replace(held, role=Role.MODERATOR)
    is_label = len(bare) <= _LONGEST_MODERATOR and _is_rest_of_role(rest)
    return Verdict(label, Likeness.SURE, Role.MODERATOR) if is_label else None


def _is_rest_of_role(rest: str) -> bool:
    """Tell whether what stands behind a role is nothing, a number, an outlet or a name."""
    bare = rest.strip(_MARKS)
    if not bare or re.fullmatch(r"\d{1,3}|[A-Z]|[甲乙丙丁一二三四五六七八九十]", bare):
        return True
    return chinese_likeness(bare) >= Likeness.SHORT or bool(re.fullmatch(r"[A-Z][\w. ]+", bare))


def _by_office(label: str, bare: str) -> Verdict | None:
    """Judge a label with an office in it: ``外交部发言人 毛宁``, ``陳指揮官時中``, ``市长``."""
    found = _OFFICE.match(bare)
    if not found or _VERB_END.search(bare) or _says_more(found["before"]):
        return None
    person = found["after"].strip(SPACES)
    is_numbered = re.fullmatch(r"\d{1,2}|[A-Z]", person)
    if not person or is_numbered or _is_given_name(found["before"].rstrip("副前代总總"), person):
        return Verdict(label, Likeness.SURE, Role.SPEAKER)
    likeness = chinese_likeness(person)
    named = bare[: found.start("after")].strip(SPACES)
    office = named if named.removeprefix("访谈").removeprefix("訪談") not in _GUESTS else None
    if likeness >= Likeness.SHORT:
        return Verdict(person, Likeness.SURE, Role.SPEAKER, office)
    is_set_off = found["after"] != person and len(person) == len("王小芳")
    if likeness is Likeness.MAYBE and is_set_off:
        return Verdict(person, Likeness.NAME, Role.SPEAKER, office)
    return None


def _name_before_office(bare: str) -> Verdict | None:
    """Judge a name in front of its office: ``王小芳 人大代表``."""
    name, space, office = bare.partition(" ")
    found = _OFFICE.match(office)
    if not found or found["after"]:
        return None
    is_body = re.search(rf"{any_of('chinese', 'organisations')}$", name)
    if not space or is_body or len(name) > len("王小芳") or " " in office.strip():
        return None
    if chinese_likeness(name) < Likeness.SHORT:
        return None
    return Verdict(name, Likeness.SURE, Role.SPEAKER, office.strip())


def _says_more(before: str) -> bool:
    """Tell whether words before an office are no body's or place's: a headline's."""
    if _ATTENDING.search(before) or _MEETING.search(before) or len(before.split()) > _MOST_PARTS:
        return True
    found = _HEADLINE.search(before)
    return found is not None and not _BODY_END.search(found["words"])


def _is_given_name(surname: str, given: str) -> bool:
    """Tell whether a name is cut in two by an office, as is the custom in Taiwan."""
    is_surname = surname in words("chinese", "surnames") | words("chinese", "compound_surnames")
    is_given = bool(re.fullmatch(f"[{HAN}]{{1,2}}", given))
    return is_surname and is_given and given not in words("chinese", "not_names")


def _is_of_heading(bare: str) -> bool:
    """Tell whether words have one of headings in them, and call nobody by it."""
    return _HEADING_WORD.search(bare) is not None and not _FAMILIAR.fullmatch(bare)


def _as_chinese_name(label: str, bare: str) -> Verdict:
    if (cut := _CUT_NAME.fullmatch(bare)) and _is_given_name(cut[1], cut[2]):
        return Verdict(label, Likeness.NAME, Role.SPEAKER)
    if _VERB_END.search(bare) or _is_of_heading(bare):
        return Verdict(label, Likeness.NO)
    likeness = chinese_likeness(bare)
    if likeness is Likeness.NO and (found := _ORGANISATION.match(bare) or _SPACED.match(bare)):
        person = found["person"]
        is_body = without_honorific(found["office"]) == found["office"]
        if is_body and chinese_likeness(person) >= Likeness.SHORT:
            return Verdict(person, Likeness.NAME, Role.SPEAKER, found["office"])
    return Verdict(label, likeness)
