"""Whether an English label names a speaker, and what the speaker is by the label's own words."""

import re
from dataclasses import replace

from annotator.model.kinds import Role
from annotator.reading.names import OUTLET, Likeness, english_likeness
from annotator.reading.verdict import Verdict
from annotator.reading.words import words

_MOST_WORDS = 9
_MOST_WORDS_BEHIND = 16
_MOST_OUTLET_WORDS = 4
_LETTERED = re.compile(r"([QAＱＡ])[ #]?\d{0,2}")
_QUESTION_NUMBER = re.compile(r"^Q[ ]?\d{1,4}[.)]?[ ]+(?=[A-Z])")
"""The number of a question before who asks it: ``Q12 Chair``."""
_PARTY = re.compile(r"[ ]?\([^()]{1,12}\)(?=,)")
"""What stands between a politician's name and office: ``(R-SC)``."""
_TITLE_CLOSE = re.compile(r"^(M[RSrs]{1,2}\.|D[Rr]\.|[A-Z]\.(?=[A-Z][a-z]))(?=[A-Z])")
"""A courtesy or an initial with no space between it and the name: ``MR.LEE``, ``A.Lee``."""
_EXCERPT = re.compile(
    r"^(?:[A-Z][a-z]+ )?(?i:excerpt|clip|tape|audio|soundbite|recording)[ ]*[–—-][ ]*(?=[A-Z])"
)
"""What says that a broadcast plays what somebody said elsewhere: ``Audio excerpt – Ann Lee``."""
_SUFFIX = re.compile(r"(?<=[a-zA-Z]),?[ ](?:[JS][Rr]\.?|I{2,3}|IV)$")
"""What tells father from son behind a name: ``Ann Lee, Jr.``."""
_PRESIDING = re.compile(
    r"(?:(?:the|an|mr\.?|mrs\.?|ms\.?|madame?|hon(?:ou?rable|\.)?) )(?:[a-z]{5,10}[ -])?"
    r"(?:speaker(?: pro tempore)?|presiding officer|(?:leas-)?ceann comhairle)",
    re.IGNORECASE,
)
"""Who presides over a parliament: ``The Deputy Speaker``."""
_MACHINE_NAME = re.compile(r"(?i:spk|spkr|speaker)[ _-]?(?:\d{1,3}|\?{1,3})")
_SHORT_MACHINE_NAME = re.compile(r"[SPR]\d{1,2}")
_TOLD = {"Asked": Role.REPORTER, "Answered": Role.SPEAKER, "Replied": Role.SPEAKER}
"""What some records say in place of a name."""
_PARTED = r"(?:[ ]?/[ ]?|[ ][–—-][ ])"
_WHOLE = r"(?P<name>[A-Z][\w.’'-]*(?:[ ][A-Z][\w.’'-]*){1,3})"
_WITH_OUTLET = re.compile(
    rf"{_WHOLE}(?:{_PARTED}|,?[ ](?:from|of|with)[ ](?:the[ ])?)(?P<outlet>[A-Z][\w. ]{{1,24}})"
)
"""A reporter and the outlet behind a sign or a word: ``ANN ROE/PTV4``, ``Ann Roe from PTV4``."""
_BEHIND_OUTLET = re.compile(rf"(?P<outlet>[A-Z][\w. ]{{1,24}}?){_PARTED}{_WHOLE}")
_BEHIND_STATION = re.compile(
    rf"(?P<outlet>(?:[A-Z][\w’'.]*[ ]){{1,2}}(?:News|NEWS|Radio|RADIO|TV|FM))[ ]{_WHOLE}"
)
"""A reporter right behind a station with a word for what it is: ``Lund FM Ann Roe``."""
_NICKNAME = re.compile(r"(?<=\w\.|\w\w)[ ][\"“][A-Z][\w ]{0,12}[\"”](?=[ ][A-Z])")
"""What friends call somebody, between given name and family name."""
_NUMBERS = frozenset(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
)
_ADDRESSES = frozenset(["sir", "madam", "dame", "lord", "lady", "mr", "mrs", "ms", "miss"])
"""How letters start; alone it names nobody."""
_JOINING = frozenset(["from", "by", "for", "to", "on", "behalf", "contd", "continued", "cont"])


def judge_english(label: str) -> Verdict:
    """Say whether a label without Chinese characters names a speaker, whom, and as what."""
    if found := _as_letter_or_number(label) or _with_outlet(label):
        return found
    label = _QUESTION_NUMBER.sub("", label)
    plain = _EXCERPT.sub("", _SUFFIX.sub("", _NICKNAME.sub("", label)))
    if (plain := _TITLE_CLOSE.sub(r"\1 ", plain)) != label:
        return replace(judge_english(plain), name=label)
    name, comma, behind = (part.strip() for part in _PARTY.sub("", label).partition(","))
    if comma and names_outlet(name) and _is_short_name(behind):
        return Verdict(behind, Likeness.NAME, Role.REPORTER, name)
    if not comma and _is_outlet(name):
        return Verdict(label, Likeness.MAYBE, Role.REPORTER)
    return _by_name_and_phrase(label, name, behind)


def _with_outlet(label: str) -> Verdict | None:
    """Judge a name and an outlet that a slash or a word parts.

    An outlet may be but one word in capitals.
    """
    found = _WITH_OUTLET.fullmatch(label)
    if found is None or names_outlet(found["name"]):
        found = _BEHIND_OUTLET.fullmatch(label) or _behind_station(label)
    if found is None or english_likeness(found["name"]) is not Likeness.NAME:
        return None
    outlet = found["outlet"]
    is_short = outlet.isalnum() and outlet.isupper()
    is_outlet = names_outlet(outlet) or (
        is_short and outlet not in words("english", "abbreviations")
    )
    return Verdict(found["name"], Likeness.NAME, Role.REPORTER, outlet) if is_outlet else None


def _behind_station(label: str) -> re.Match[str] | None:
    """Return the name right behind a station's, which has nothing of an office or an outlet."""
    found = _BEHIND_STATION.fullmatch(label)
    known = words("english", "offices") | words("english", "titles") | words("english", "outlets")
    return found if found and known.isdisjoint(small_words(found["name"])) else None


def _by_name_and_phrase(label: str, name: str, behind: str) -> Verdict:
    """Judge English words, and those behind a comma if there are any."""
    tokens = small_words(name)
    if behind.isupper() and _holds_in_small(tokens) and _is_name_only(behind):
        return Verdict(behind, Likeness.SURE, Role.SPEAKER, name)
    if not behind and _may_be_noun_named(name, tokens):
        return Verdict(label, Likeness.MAYBE)
    tells = behind.lower().rpartition(" ")[2] in words("english", "saying")
    if tells or not 0 < len(tokens) <= _MOST_WORDS or not _may_be_label(name, tokens):
        return Verdict(label, Likeness.NO)
    verdict = _by_english_words(name if behind else label, tokens)
    if not behind or verdict.likeness is Likeness.NO:
        return verdict
    return _with_phrase_behind(label, verdict, behind)


def _holds_in_small(tokens: list[str]) -> bool:
    """Tell whether words end in an office: ``Harbour physician``."""
    return len(tokens) > 1 and tokens[-1] in words("english", "offices")


def _is_name_only(behind: str) -> bool:
    """Tell whether words are a whole name, and no office or body of more words."""
    known = words("english", "offices") | words("english", "titles") | words("english", "bodies")
    return english_likeness(behind) is Likeness.NAME and known.isdisjoint(small_words(behind))


def _may_be_noun_named(name: str, tokens: list[str]) -> bool:
    """Tell whether two words in capitals may be a person with a noun's name: ``ANN SALES``."""
    if len(tokens) != len(["ANN", "SALES"]) or not name.isupper():
        return False
    nouns = words("english", "not_anywhere")
    known = nouns | words("english", "not_first") | words("english", "titles")
    known |= words("english", "offices") | words("english", "outlets")
    return tokens[1] in nouns and tokens[0] not in known and tokens[0].isalpha()


def small_words(name: str) -> list[str]:
    """Return the words of a name in lower case, without full stops."""
    return [token.lower().strip(".") for token in re.findall(r"[^\s/_#]+", name)]


def _is_outlet(name: str) -> bool:
    """Tell whether words with capitals end as a news outlet's name does: ``Harbor News``."""
    tokens = small_words(name)
    if tokens[-1:] and tokens[-1] in words("english", "bodies"):
        return _is_outlet(name.rpartition(" ")[0])
    is_named = 1 < len(tokens) <= _MOST_OUTLET_WORDS and tokens[-1] in words("english", "outlets")
    known = words("english", "reporters") | words("english", "titles") | words("english", "offices")
    return is_named and known.isdisjoint(tokens) and english_likeness(name) is Likeness.NAME


def _as_letter_or_number(label: str) -> Verdict | None:
    """Judge ``Q``, ``A 2``, ``Madam Speaker`` and what machines call the nameless: ``spk05``."""
    if lettered := _LETTERED.fullmatch(label):
        asks = lettered[1] in "QＱ"
        return Verdict("Q" if asks else "A", Likeness.SURE, Role.REPORTER if asks else Role.SPEAKER)
    if _presides(label):
        return Verdict(label, Likeness.SURE, Role.MODERATOR)
    if label in _TOLD:
        return Verdict(label, Likeness.MAYBE, _TOLD[label])
    if _SHORT_MACHINE_NAME.fullmatch(label):
        return Verdict(label, Likeness.MAYBE, Role.UNKNOWN)
    is_machine_name = _MACHINE_NAME.fullmatch(label)
    return Verdict(label, Likeness.SURE, Role.UNKNOWN) if is_machine_name else None


def is_numbered_voice(label: str) -> bool:
    """Tell whether a label is how machines call the nameless: ``Speaker 2``, ``SPEAKER``."""
    return _MACHINE_NAME.fullmatch(label) is not None or label.lower() == "speaker"


def _presides(label: str) -> bool:
    """Tell whether a label is who presides over a parliament, perhaps with a name behind."""
    found = _PRESIDING.match(label)
    name = label[found.end() :] if found else ""
    is_named = name[:1] == " " and english_likeness(name.strip()) is Likeness.NAME
    return found is not None and (not name or is_named)


def _is_short_name(behind: str) -> bool:
    """Tell whether what stands behind an outlet is a reporter's name: ``Daily Herald, LEE``."""
    is_name = behind.count(" ") <= 1 and english_likeness(behind) > Likeness.NO
    return is_name and _may_be_label(behind, behind.lower().split()) and not names_outlet(behind)


def _in_care(label: str, verdict: Verdict, behind: str) -> Verdict:
    """Judge a name with a comma and words that may be what the person is in care of."""
    if verdict.likeness is Likeness.NAME and _may_be_in_care(behind):
        return Verdict(verdict.name, Likeness.MAYBE, None, behind)
    return _none(label)


def _may_stand_behind(label: str, verdict: Verdict, behind: str) -> bool:
    """Say whether what follows a comma can be a person's office or outlet, and is no place."""
    is_word = verdict.likeness is Likeness.MAYBE and label.isupper()
    if is_word and len(behind) > len("ABC") and not _tells(behind):
        return False
    if _is_beside(behind) or (label.isupper() and verdict.likeness >= Likeness.NAME):
        return True
    is_titled = verdict.likeness is Likeness.SURE and verdict.role is Role.SPEAKER
    return is_titled and _may_be_in_care(behind)


def _with_phrase_behind(label: str, verdict: Verdict, behind: str) -> Verdict:
    """Take in what follows a name's comma: an office, an outlet, a role, or an office's holder."""
    if told := _told_by_phrase(verdict, behind):
        return told
    if not _may_stand_behind(label, verdict, behind):
        return _in_care(label, verdict, behind)
    likeness = max(verdict.likeness, Likeness.NAME)
    role = Role.REPORTER if reports_for(behind) else None
    return Verdict(verdict.name, likeness, verdict.role or role, behind)


def _told_by_phrase(verdict: Verdict, behind: str) -> Verdict | None:
    """Judge a name by a role, by work for an outlet, or as an office, by its holder behind it."""
    role = role_of_words([behind.lower()])
    if role and " " not in behind:
        return replace(verdict, likeness=Likeness.SURE, role=role)
    role = _role_of_staff(behind)
    if role and (verdict.role is None or role is Role.REPORTER):
        return Verdict(verdict.name, Likeness.SURE, role, behind)
    if _is_held_by(verdict, behind):
        return Verdict(behind, Likeness.SURE, Role.SPEAKER, verdict.name)
    return None


def _none(label: str) -> Verdict:
    return Verdict(label, Likeness.NO)


def _may_be_in_care(behind: str) -> bool:
    """Tell whether a few words with capitals may be what somebody's office is of, or a place."""
    tokens = behind.split()
    tall = [t for t in tokens if t.lower() not in words("english", "particles") | {"&", "for"}]
    is_short = len(tokens) <= _MOST_OUTLET_WORDS
    return is_short and tall[:1] == tokens[:1] and all(t[0].isupper() for t in tall)


def _tells(behind: str) -> bool:
    """Tell whether words name an outlet or hold an office, not a place: ``LUND, OHIO``."""
    offices = words("english", "offices") | words("english", "staff")
    return names_outlet(behind) or not offices.isdisjoint(behind.lower().split())


def _is_held_by(verdict: Verdict, behind: str) -> bool:
    """Tell whether what stands behind an office is the name of who holds it."""
    if verdict.role is not Role.SPEAKER or english_likeness(behind) is not Likeness.NAME:
        return False
    if not names_office_only(verdict.name):
        return False
    if behind.lower().rpartition(" ")[2] in words("english", "bodies"):
        return False
    return words("english", "offices").isdisjoint(behind.lower().split())


def names_office_only(name: str) -> bool:
    """Tell whether words name an office, and nobody who holds it: ``Minister of Health``."""
    tokens = small_words(name)
    known = words("english", "offices") | words("english", "titles")
    known |= words("english", "moderators")
    return bool(tokens) and (tokens[-1] in known or not {"of", "for"}.isdisjoint(tokens))


def reports_for(behind: str) -> bool:
    """Tell whether words name an outlet, or who works for it, but no office: ``Head of Media``."""
    tokens = re.findall(r"[\w\-]+", behind.lower())
    offices = words("english", "offices") - {"analyst"}
    is_staff = not words("english", "staff").isdisjoint(tokens) or "analyst" in tokens
    return names_outlet(behind) and (is_staff or offices.isdisjoint(tokens))


def _role_of_staff(behind: str) -> Role | None:
    """Return what somebody does for an outlet: ``TBN HOST``, ``Harbor News Correspondent``."""
    last = behind.lower().rpartition(" ")[2]
    if last in words("english", "staff"):
        return Role.REPORTER
    is_host = last in words("english", "moderators")
    return Role.MODERATOR if is_host else None


def _may_be_label(name: str, tokens: list[str]) -> bool:
    if re.search(r"[\"“”?!;|=<>{}]|['’][sS]\b", name) or tokens[0] in words("english", "not_first"):
        return False
    nouns = words("english", "not_anywhere")
    if len(tokens) > 1 and tokens[-1] in _NUMBERS:
        return any(_is_label_word(token) for token in tokens)
    if any(token in words("english", "titles") for token in tokens):
        return tokens[-1] not in nouns or "of" in tokens or "for" in tokens
    return not any(token in nouns for token in tokens)


def _is_beside(behind: str) -> bool:
    """Tell whether what follows a name's comma is an office, an outlet or a suffix."""
    tokens = re.findall(r"[\w.\-]+", behind)
    if not tokens or len(tokens) > _MOST_WORDS_BEHIND:
        return False
    offices = words("english", "offices")
    if any(not offices.isdisjoint({low, low.rpartition("-")[2]}) for low in map(str.lower, tokens)):
        return True
    if not all(t[:1].isupper() or t in words("english", "particles") for t in tokens):
        return False
    return names_outlet(behind) or (len(tokens) == 1 and tokens[0].isupper())


def names_outlet(text: str) -> bool:
    """Tell whether words name a news outlet, or an analyst's work."""
    tokens = [token.lower() for token in re.findall(r"[\w\-]+", text)]
    return any(token in words("english", "outlets") | {"analyst"} for token in tokens) or bool(
        OUTLET.match(text)
    )


_ENGLISH_ROLES = (
    ("interpreters", Role.INTERPRETER),
    ("moderators", Role.MODERATOR),
    ("unknown", Role.UNKNOWN),
    ("reporters", Role.REPORTER),
    ("answers", Role.SPEAKER),
)


def _is_post(name: str, label: str) -> bool:
    """Tell whether words are an office of several without a title: ``Acting Chief Executive``."""
    bare = label.removeprefix("acting ").removeprefix("deputy ")
    return name in words("english", "short_posts") or bare in words("english", "posts")


def _by_english_words(name: str, tokens: list[str]) -> Verdict:
    titled = not words("english", "titles").isdisjoint(tokens)
    if not all(_is_label_word(t) for t in re.findall(r"[^\s/_#]+", name) if t[0].islower()):
        return Verdict(name, Likeness.NO)
    if not titled and (role := role_of_words(tokens)):
        return Verdict(_without_number(name, tokens), Likeness.SURE, role)
    label = " ".join(tokens).removeprefix("the ")
    if _is_post(name, label) or (titled and _starts_with_title(tokens)):
        return Verdict(name, Likeness.SURE, Role.SPEAKER)
    if role := _role_of_one_word(label):
        return Verdict(name, Likeness.MAYBE, role)
    bare = re.sub(r"[\s#]+\d{1,2}$", "", name)
    most = Likeness.NAME if bare == name else Likeness.MAYBE
    return Verdict(name, min(most, english_likeness(bare)))


def _role_of_one_word(word: str) -> Role | None:
    """Return the role of an outlet, or of one who speaks in a court: ``AFP``, ``Witness``."""
    if word in words("english", "outlets"):
        return Role.REPORTER
    return Role.SPEAKER if word in words("english", "court") else None


def _is_label_word(token: str) -> bool:
    known = ("particles", "titles", "ranks", "offices", "reporters", "moderators", "unknown")
    return token.strip(".") in _JOINING or any(
        token in words("english", listed) for listed in (*known, "interpreters", "answers")
    )


def role_of_words(tokens: list[str]) -> Role | None:
    """Return the role of a label that starts or ends with a role's word."""
    core = [word for word in tokens if not word.isdigit() and word != "the"]
    told = (role for listed, role in _ENGLISH_ROLES if core and _has_role(core, listed, role))
    role = next(told, None)
    return Role.REPORTER if role is Role.UNKNOWN and _asks_unnamed(core) else role


def _has_role(core: list[str], listed: str, role: Role) -> bool:
    """Say whether the first word of a label is listed for a role, or the last, as in a title."""
    if role is Role.UNKNOWN and "-" in core:
        return False
    known = words("english", listed)
    is_thing = role is Role.INTERPRETER and core[-1].endswith("ion")
    return core[0] in known or (core[-1] in known and role is not Role.SPEAKER and not is_thing)


def _asks_unnamed(core: list[str]) -> bool:
    """Tell whether words say that somebody unknown asks: ``unidentified reporter``."""
    is_nameless = core[0] in words("english", "unknown") and core[-1] != core[0]
    return is_nameless and core[-1] in words("english", "reporters")


def _starts_with_title(tokens: list[str]) -> bool:
    """Tell whether a label starts with a title or ends in one: ``Deputy Spokesman``."""
    titles, ranks = words("english", "titles"), words("english", "ranks")
    core = [word for word in tokens if word != "the"]
    if len(core) == 1 and core[0] in _ADDRESSES:
        return False
    leading = next((word for word in core if word not in ranks), "")
    return leading in titles or core[-1] in titles or not titles.isdisjoint(core[:4])


def _without_number(name: str, tokens: list[str]) -> str:
    if tokens[0] in {"question", "answer"}:
        return re.sub(r"[\s#]*\d+$", "", name) or name
    return name
