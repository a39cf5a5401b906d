"""The English numerals one and zero: counts where another could stand, or mere words."""

import re

from annotator.suggest.figures.english_numbers import ONES, TENS, any_of
from annotator.suggest.figures.units import Vocabulary

_LIMITED = re.compile(
    r"(?:(?<!\bthe\s)\b(?:only|just\sthe)|\b(?:exactly|including|except|all\sbut)|,\s(?:not|save)"
    r"|\blimit(?:ed|ing)?\s(?:[a-z]+\s){1,3}to"
    r"|\b(?:ris(?:e|es|ing|en)|rose|f[ae]ll(?:s|en|ing)?|up|down|increas(?:e|ed|es|ing)|drop(?:s|ped)?|grew|w[io]n|los[te]"
    r"|losing|leads?|leading|led|behind|ahead)\sby)\s\Z"
)
_NO_NOUN = (
    r"(?!(?:[a-z]+n['’]t|about|on|of|for|in|from|to|at|by|with|as|is|are|was|were|has|had|have"
    r"|will|that|who|which|and|or|but|i"
    r"|we|you|they|he|she|it|so|when|if|because|than|can|could|would|should|may|might|must|do|does|did"
    r"|back|up|out|off|right(?=\s?[?.,])|each|over|here|there|yet|too|now|today|tonight|again|away|down|apiece|left|please"
    r"|never|always|often|also|just|really|where|after|before|not|more|other|final|last|quick|brief"
    r"|like|by|into|onto|under|during|through|without|within|between|among|since|until|near"
    r"|such|behind|beyond|per|across|along|around|already|ever|soon|later|tomorrow|yesterday|this|these"
    r"|those|the|an?|my|your|his|her|its|our|their|some|any|what|how|why|whose|whom|whether|though"
    r"|although|while|instead|either|maybe|perhaps|anyway|(?:my|your|him|her|it|one)self|(?:our"
    r"|them)selves|quite|almost|exactly|remotely|anywhere|everywhere|somewhere|together|alone|combined|apart|called|named|known|being|having|going"
    r"|coming|based|involving|including)\b)"
)
_MORE = r"(?:\s(?:more|other)(?=\s))?"
NOUN = re.compile(rf"{_MORE}\s{_NO_NOUN}[a-z]")
"""What stands behind a number that counts something."""
_ARTICLE = re.compile(
    r"\s[a-z]+\sor\s(?:an|the\s)other\b|\s[a-z]+(?:,\sone\s[a-z]+)?\sat\sa\stime\b|\s[a-z]+['’]s?\s"
    r"|\s[a-z]+(?:\s[a-z]+)?\s(?:after|from|to|helping|helped|upon)\sanother\b"
    r"|\s[a-z]+\s(?:said|says|told|tells|asked|asks|wrote|writes|put\sit|described|suggested)\b"
    r"|\s[a-z]{3,}[^suiw\W]s(?:[,.;:?!]|\s(?:to|at|that|the|an?|for|how|like|about|into|it|all|on|what|why)\b)"
    r"|\s[a-z]+\s(?:after|to)\sthe\s(?:other|next)\b|\s[a-z]+,?\sand\s(?:then\s)?another(?=[,.;])"
    r"|(?:\s[a-z]+){2,6}\sthan\s(?:another|the\s(?:other|next))\b"
    r"|\s(?:hear|think|hope|wonder|see|feel|know|need|want|get|say|read|look|find|lose|assume|expect|imagine|suspect|take"
    r"|make|give|recall|remember|compare|consider|believe)s\b"
)
"""What makes "one" an article or a pronoun: one way or another, one step at a time, one hopes."""
_ASKED = re.compile(
    r"\b(?:do|does|did|can|could|should|would|must|may|might|shall|will|let)(?:n['’]t)?\s\Z"
)
_SAID = re.compile(r"\sof\s[a-z]+\s(?:said|says|told|asked|wrote|thinks|put\sit)\b")
_VERB = re.compile(
    r"\s(?:(?:really|even|ever|possibly|then|just|simply)\s)?(?:admit|explain|say|tell|ask|know|think|believe|expect"
    r"|assume|measure|trust|get|go|make|see|find|read|define|describe|reconcile|interpret"
    r"|justify|compare|assess|judge"
    r"|understand|respond|react|imagine|call|prove|prevent|avoid|achieve|become|begin|choose|consider|decide|deal|do"
    r"|enter|ensure|follow|give|handle|have|hear|hope|keep|learn|live|look|take|talk|use|want|wonder|write)\b"
    r"|\s[a-z]+\s(?:an?|the|this|that|these|those|it|them|him|her|my|our|your|his|their|any|all|such)\b"
)
"""What "one" does in a question: how does one measure that."""
_THAT_IS = re.compile(r"\b(?:that|this|it|he|she|you|they)(?:['’](?:s|re)|\s(?:is|was|are))\s\Z")
_TRULY = re.compile(
    r"\s(?:tough|lucky|big|great|amazing|incredible|crazy|wild|expensive|strange|brave|proud|happy|smart|beautiful"
    r"|special|huge|giant|massive|ugly|nasty|cool|hot|cold|mean|strong|fine|good|bad)\s[a-z]"
)
"""Around an article that stresses: that's one tough guy."""
_TOLD_OF = re.compile(r"\s[a-z]+\s(?:that|who|which)\b")
"""Around one of those that are spoken of: that's one thief that stole for the last time."""
_UNITED = re.compile(
    r"\b(?:are|of(?=\sone\s(?:mind|heart|voice)\b)|['’]re|be|as|is|stay|stand|remain|with|speak\swith)\s\Z"
)
_WHOLE = re.compile(
    r"\s(?:(?:big|bigger|large|great|happy|united|single|strong|whole)\s)?(?:team|family|community|society|country|nation|state|city|people|unit|voice|body|heart|goal|mission|purpose|mind)\b"
)
_HAS = rf"(?!(?:day|night|week|month|year|time|morning|man|woman)\b){_NO_NOUN}[a-z]+"
_TOGETHER = re.compile(rf"{_WHOLE.pattern},?\s(?:and\s)?one\s|\s{_HAS}\sone\s{_HAS}")
_TOGETHER_BEFORE = re.compile(rf"\bone(?:{_WHOLE.pattern},?\s(?:and\s)?|\s{_HAS}\s)\Z")
"""What makes a slogan of it: one team, one fight; one village one dam."""
_SINGULAR_IN_S = re.compile(r"\s(?:gas|lens|series|species|headquarters|means)\b")
_SUCH = re.compile(
    r"\ban?\s(?:(?:very|really|pretty|quite|rather|so),?\s){0,3}"
    r"(?!(?:of|in|to|for|at|by|with|only|than|is|was|has|had|lost|won|minus|plus|about|just)\s)[a-z-]+(?<!ed)\s\Z"
    r"|\bthe\s(?:first|second|third|last|next|final|latest)\s[a-z]+\s\Z"
)
"""What tells of what sort the one is that was named: a very joyful one."""
_POINTED = re.compile(r"(?:\b(?:is|was)n['’]t|\b(?:the\sonly|neither|either|whichever))\s\Z")
_SAID_THAT = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|tell|tells|told|know|knows|knew|think|thinks|thought|believes?"
    r"|believed|confirm(?:s|ed)?"
    r"|report(?:s|ed)?|found|finds?|learn(?:s|ed|t)?|show(?:s|ed|n)?|means?|meant|estimates?|estimated|indicates?"
    r"|indicated|suggests?|suggested|announced?|announces|aware|sure|fact|so|ensure|hear|heard|see|saw|understand"
    r"|stated?|states|noted?|notes|added|claims?|claimed|revealed|evidence|reports|possible|likely|sadly)"
    r"\s(?:(?:you|us|me|them|him|her|today)\s)?that\s\Z"
)
"""What makes a clause of what follows "that": he said that one boat sank."""
_EACH = re.compile(
    r"(?!\sfor\seach\sof\s(?:you|us)\b)(?:(?:\s[a-z-]+){1,2}\s(?:each|apiece|per)\b|\seach\s(?:from|in|for|at|to|on)\b)|\s(?:too\smany|per|(?:more|fewer"
    r"|less)\sthan(?!\sthe\sother)|way\s(?:in|out))\b"
    r"|\s[a-z]+\sof\s[a-z]+\sa\s(?:day|night|week|fortnight|month|year)\b"
)
_CHANGED_BY = re.compile(
    r"\b(?:increase|decrease|rise|fall|drop|reduction|decline|gain|loss|total|net|margin|majority|lead"
    r"|average|minimum|maximum)\sof\s\Z"
)
"""By how many something changed, or how many there are: a decrease of one."""
_LEVEL = re.compile(r"\b(?:to|at|from|near|is|was|are|were|of)\s\Z")
_LEVEL_ENDS = re.compile(r"\s?(?:[.,;:!?)]|\Z)|\s(?:in|by|and|for|on|this|last)\b")
"""Around the zero that something comes to or stands at: down to zero by June."""
_AGAINST = re.compile(r"\b(?:versus|vs\.?)\s\Z")
_TO = re.compile(
    r"\b(?:(?:to|per|than|only|exactly)\s(?:one\s[a-z]+\sand\s)?"
    r"|just\s(?:have|had|got)\s|have\sjust\s)\Z"
)
"""What stands before one thing of talk that could be more: I just have one announcement."""
_FROM = re.compile(r"\bfrom\s\Z")
_NUMBER = rf"(?:[0-9]|{any_of([*ONES, *TENS])}\b)"
_TO_NUMBER = re.compile(rf"\sto\s{_NUMBER}")
_HURT = (
    r"(?:in\s(?:(?:very|a|much)\s)?(?:critical|serious|stable|guarded|(?:fair|good|better|worse)\scondition|intensive"
    r"|custody|hospital|surgery|coma)|critically\b|seriously\b|dead\b|missing\b|injured\b)"
)
_BUT_MORE = re.compile(rf",?\s(?:but|or\seven)\s{_NUMBER}")
"""What stands behind a number that is too few: not one but two."""
_FOR_EVERY = re.compile(r"\sfor\severy\s[0-9]")
"""What "one" is for: one teacher for every 16, one for every 16."""
_STANDS = re.compile(
    r"\s(?:is|was|remains|remained)\s(?:still\s|now\s|already\s|currently\s)?"
    r"(?:on\s(?:hold|order|trial|bail|duty|leave|strike|standby|track|its\sway)|under\s|pending\b"
    r"|open\b|closed\b|offline\b|online\b|out\sof\s|at\s(?!a\b|the\b)|behind\b|ahead\b|from\s)"
    r"|,?\san?\s(?:[0-9]{1,3}-(?:year|month|day)-old|(?:[a-z]+\s)?(?:man|woman|boy|girl|child))\b"
    r"|\sunder\s(?:investigation|arrest|guard|observation|review|construction|way|treatment)\b"
    r"|\swith\s(?:an?|his|her|their|minor|serious|severe|no|some)\s"
)
"""How one stands among others: two ended, and one is on hold."""
_STATE = re.compile(
    rf"\sof\s(?:those|these|them|the)(?:\s[a-z]+)?\s(?:is|was|remains|remained)\s(?:still\s)?{_HURT}"
    rf"|\s(?:more\s)?(?:(?:is|was|remains|remained)\s(?:still\s)?)?{_HURT}"
)
"""What is said of one among others who were hurt."""
_ONE_MORE = re.compile(
    r"\smore\s(?:is|was|has|had|will|remains|remained|died|came|followed|to\s(?:go|come|follow)|left)\b"
)
_AGAINST_MORE = re.compile(r"\b(?:rather\sthan|instead\sof|down\sto)\s\Z")
_STOPS = re.compile(r"[.,;:?!)]|\Z")
"""Around a number that stands against another: two on the desk rather than one."""
_TO_GO = re.compile(r"\sto\s(?:go|play|spare)\b")
"""What is left: with one to play."""
_MORE_THERE = re.compile(r"\smore\s(?:in|at|near|by|next|due|under)\s")
"""What is said of one beside others that were counted: 87 are open, one more at Casey."""
_OF_KIND = re.compile(
    r"\sof\s(?!(?:[a-z.-]+\s){0,2}[a-z.-]+['’]s?\s|(?:the|these|those|them|us|you|our|my|your"
    rf"|his|her|its|their|whom|which|an?|all|many|several|{any_of([*ONES, *TENS])})\b)[a-z]"
)
"""What else was counted: three counts of theft and one of assault."""
_TO_DO = re.compile(
    rf"\sto\s(?!{_NUMBER}|(?:be|me|us|you|him|her|them|one|the|an?)\b)[a-z]+(?:[.,;]|\sand\sone\b)"
)
"""What several are for, one by one: two goals, one to lead and one to win."""
_WHAT_ABOUT = r"\s(?:on|about|regarding|for|to\sthe)\s"
_ABOUT = re.compile(rf"{_WHAT_ABOUT}[^.:?!]{{1,60}}?\band\s(?:one|another)\b")
_ABOUT_TOO, _ONE_ABOUT = (
    re.compile(_WHAT_ABOUT),
    re.compile(rf"\bone{_WHAT_ABOUT}[^.:?!]+\sand\s\Z"),
)
"""What several are about, one by one: two questions, one on tax and another on trade."""
_FATE = re.compile(
    r"\s(?:(?:is|was|has\sbeen|had\sbeen)\s(?:still\s|now\s|also\s)?"
    r"(?:[a-z]{2,9}(?:ed|en|wn)|shot|found|killed|hurt|an?\s[a-z]+)|has\s(?:also\s|already\s|since\s|now\s)?[a-z]{3,12}ed|(?:has\s)?died|survived|refused|escaped)\b"
)
_SOMEWHERE = re.compile(
    r"\s(?:each\s)?(?:in|at|from|near|outside)\s(?!(?:particular|general|the\send|least|once|all)\b)[a-z]"
)
_THE_OTHER = re.compile(r"[^.;:?!]{1,60}\bthe\sother\b")
_AMONG = re.compile(
    rf"(?:\b{_NUMBER}(?:[^.:?!]|\.(?=[a-z,])){{1,60}}|\bof\s(?:those|them|these),)\s(?:and\s|but\s)?\Z"
)
"""What counts others in the same sentence: three were rescued and one died."""
_ONE_EACH = re.compile(
    r"\s(?P<where>in|at|for|from|on|near)\s[^.;:?!]{2,40}?(?:,|\sand)\s(?:and\s)?one\s(?P=where)\s"
)
"""What tells of one after the other: one in the north, one in the south."""
_IS = r"(?:is|was|has|had|remains|remained)"
_NO_REASON = (
    r"(?!(?:the|that|to|how|what|why|when|just|on|our|your|my|about|if|whether|not|never|always)\b)"
)
_AND_ONE = re.compile(
    rf"\s{_IS}\s{_NO_REASON}[^.;:?!]{{2,60}}?\s(?:and|but|while)\s(?:one|another)\s{_IS}\s{_NO_REASON}"
)
_ONE_AND = re.compile(
    rf"(?<!\bno\s)(?<!\bany\s)(?<!\b(?:this|that)\s)\bone\s{_IS}\s{_NO_REASON}[^.;:?!]{{2,60}}?\s(?:and|but|while)\s\Z"
)
"""What is said of one after the other: one is closed and one is open."""
_IS_NOW, _JOINS = re.compile(rf"\s{_IS}\s{_NO_REASON}"), ("and ", "but ", "while ")
_OF_THESE = re.compile(
    rf"\sof\s(?:these|those|them)\b[^.;:?!]{{1,60}}\b(?:and|but)\s{_NUMBER}\s"
    r"(?:[a-z]+\s)?(?:are|were|have|had|remain)\b"
)
"""What is said of one and of others of a number: one of these is open and three are shut."""
_OTHERS = re.compile(
    rf"[^.;:?!]{{1,40}},\s(?:and\s)?{_NUMBER}\s(?:[a-z]+\s)?(?:were|are|have|had|[a-z]+ed)\b"
)
_LASTING = re.compile(
    r"\b(?:for|in|within|only|just|than|have|has|had|takes?|took|taken|lasts?|lasted|least|most|after|every"
    r"|another|over|about|under"
    r"|around|by|spent|spend|stay|stays|stayed"
    r"|(?:year|month|week|day)s?\sand)\s\Z"
)
_LATER = re.compile(
    r"\s(?:early|earlier|late|later|before|after|following|ahead|left|apart|old|or\stwo|away|per|each|delay|notice|to\s(?!be\b)[a-z]+"
    r"|(?:a|every)\s(?:week|month|year))\b"
)
"""What makes a length of time of "one day", which else is some day."""
_PRONOUN = re.compile(r",?\s(?:he|she|it|they|you|we|i|there)(?:['’]s|['’]re|\s)")
_ONE_BY_ONE = (" at a time", " to the next", " to another", " after another", " after the other")
"""What makes one stretch of time any one: one week at a time, from one year to the next."""
_NEAR, _SENTENCE = 24, 80


def is_that_one(text: str, start: int) -> bool:
    """Say whether "that" points at the one that starts there, and brings in no clause."""
    if not text.endswith(("that ", "that\n"), 0, start):
        return False
    return not _SAID_THAT.search(text, max(0, start - 2 * _NEAR), start)


def is_zero_count(text: str, start: int, end: int) -> bool:
    """Say whether "zero" counts: zero injuries, zero of them."""
    near = max(0, start - _NEAR)
    is_limit = _LIMITED.search(text, near, start) or _AGAINST.search(text, near, start)
    is_level = _LEVEL_ENDS.match(text, end) and _LEVEL.search(text, near, start)
    return bool(is_limit or is_level or text.startswith(" of ", end) or NOUN.match(text, end))


def is_one_count(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Say whether "one" is a count: with a noun that others could count, or one of several."""
    if _is_limited(text, start, end) or _is_one_of_several(text, start, end):
        return not _is_such_one(text, start, end)
    if text.startswith((" of them", " of whom", " of which"), end):
        return text.startswith(", ", start - 2) and not _SAID.match(text, end)
    if words.talk_nouns.match(text, end):
        return _TO.search(text, max(0, start - _NEAR), start) is not None
    is_article = _ARTICLE.match(text, end) and not _SINGULAR_IN_S.match(text, end)
    if is_article or _is_pronoun(text, start, end) or _is_united(text, start, end):
        return False
    return NOUN.match(text, end) is not None


def _is_such_one(text: str, start: int, end: int) -> bool:
    """Say whether "one" stands for what was named, of which words in front tell the sort."""
    if NOUN.match(text, end):
        return False
    return _SUCH.search(text, max(0, start - 2 * _NEAR), start) is not None


def _is_pronoun(text: str, start: int, end: int) -> bool:
    """Say whether "one" stands for something that was named or is asked for."""
    near = max(0, start - _NEAR)
    if _VERB.match(text, end) and _ASKED.search(text, near, start):
        return True
    is_one_such = _TRULY.match(text, end) or _TOLD_OF.match(text, end)
    if is_one_such and _THAT_IS.search(text, near, start):
        return True
    return _POINTED.search(text, near, start) is not None or is_that_one(text, start)


def _is_united(text: str, start: int, end: int) -> bool:
    """Say whether "one" tells that several are a whole: we are one team; one team, one fight."""
    near = max(0, start - _NEAR)
    if _TOGETHER.match(text, end) or _TOGETHER_BEFORE.search(text, near, start):
        return True
    return bool(_WHOLE.match(text, end) and _UNITED.search(text, near, start))


def _is_limited(text: str, start: int, end: int) -> bool:
    """Say whether a word around "one" makes a limit of it: only one, one too many, one each."""
    near = max(0, start - _NEAR)
    is_limit = _LIMITED.search(text, near, start) or _AGAINST.search(text, near, start)
    if is_limit or _EACH.match(text, end) or _FOR_EVERY.match(text, end):
        return True
    if text.endswith("not ", near, start) and _BUT_MORE.match(text, end):
        return True
    if text.endswith(("not just ", "not only "), near, start) and _STOPS.match(text, end):
        return True
    if _CHANGED_BY.search(text, near, start):
        return not text.startswith(" of ", end)
    return bool(_FROM.search(text, near, start) and _TO_NUMBER.match(text, end))


def _is_one_of_several(text: str, start: int, end: int) -> bool:
    """Say whether others are counted beside the one: two were hurt and one is missing."""
    if _is_among(text, start, end):
        return True
    fate = _FATE.match(text, end) or _STANDS.match(text, end)
    if fate and _OTHERS.match(text, fate.end()):
        return True
    is_other = _SOMEWHERE.match(text, end) and _THE_OTHER.match(text, end)
    if is_other or not (fate or _is_told_of(text, start, end)):
        return False
    return _AMONG.search(text, max(0, start - _SENTENCE), start) is not None


def _is_told_of(text: str, start: int, end: int) -> bool:
    """Say whether what stands around "one" tells of its kind or place, or sets it against more."""
    if any(said.match(text, end) for said in (_OF_KIND, _MORE_THERE, _SOMEWHERE, _TO_DO, _ABOUT)):
        return True
    if _ABOUT_TOO.match(text, end) and _ONE_ABOUT.search(text, max(0, start - _SENTENCE), start):
        return True
    before = max(0, start - _NEAR)
    return bool(_STOPS.match(text, end) and _AGAINST_MORE.search(text, before, start))


def _is_among(text: str, start: int, end: int) -> bool:
    """Say whether one is among others that are told of, or still has to come: with one to go."""
    told = (_ONE_EACH, _STATE, _ONE_MORE, _OF_THESE, _AND_ONE)
    if any(said.match(text, end) for said in told) or _is_other(text, start, end):
        return True
    return bool(_TO_GO.match(text, end)) and text.endswith((" with ", " and "), 0, start)


def _is_other(text: str, start: int, end: int) -> bool:
    """Say whether the same has been said of another: one is closed and one is open."""
    is_said = _IS_NOW.match(text, end) and text.endswith(_JOINS, 0, start)
    return bool(is_said) and _ONE_AND.search(text, max(0, start - _SENTENCE), start) is not None


def is_any_time(text: str, start: int, end: int) -> bool:
    """Say whether one stretch of time is as good as another: one week at a time, any one month."""
    is_any = text.endswith("any ", 0, start) and text.startswith("one ", start)
    return is_any or text.startswith(_ONE_BY_ONE, end)


def is_some_time(text: str, form: str, start: int, end: int) -> bool:
    """Say whether "one day" tells no length of time: one day we will, any one month."""
    if is_any_time(text, start, end):
        return True
    if form in {"minute", "second"}:
        return _PRONOUN.match(text, end) is not None
    if _LATER.match(text, end):
        return False
    return not _LASTING.search(text, max(0, start - _NEAR), start)
