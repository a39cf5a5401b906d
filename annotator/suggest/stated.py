"""What a sentence states: without the words around it and the question at its end.

"What I can tell you is that the pump failed" states that the pump failed, and "据报道，水泵坏了，
请问是否属实？" that the pump broke.
"""

import re

from annotator.suggest.word_patterns import Pattern

_ASKS = re.compile(r"[?？][”\"'」』)）\s]*\Z")
_CLAUSE = {
    "en": re.compile(r"(?:(?:[,;:](?=\s)|[—–]|\s-{1,2}\s)+|\Z)"),
    "zh": re.compile(r"(?:[，,；;：:—]+|\Z)"),
}
_ASKED = {
    "en": re.compile(
        r"\s*(?:(?:and|so|but|or|then|well|now|just|sir)\s+)*(?:who|what|when|where|why|how|which|is|are|was|were"
        r"|am|do|does|did|can|could|will|would|should|has|have|had|isn't|aren't|don't|doesn't|didn't|if|given|unless"
        r"|whether|any)\b"
    ),
    "zh": re.compile(
        "问|请教|确认|[你您](?:觉得|认为|如)|^.?(?:如果|假如|若)|^在?[^，,]{0,9}[中下上后来时里]，?$"
    ),
}
"""What shows that a clause asks, or says only when and where."""
_LEAST = {"en": 5, "zh": 6}
"""A clause of so many words or characters is a statement in front of a question."""


def asks(text: str) -> bool:
    """Say whether a sentence ends with a question mark."""
    return _ASKS.search(text) is not None


def stated_part(plain: str, language: str, passed_over: Pattern, question: Pattern) -> str:
    """Return the folded words of a sentence that state something, or nothing for a mere question.

    ``passed_over`` finds phrases in which a statement is wrapped, ``question`` words that ask.
    """
    stated = passed_over.sub(" " if language == "en" else "", plain)
    if asks(plain):
        stated = _before_the_question(stated, language, question)
    return stated.strip(" ,，、")


def _before_the_question(plain: str, language: str, question: Pattern) -> str:
    """Return the clauses in front of the one that asks if one is long enough to state something."""
    told: list[str] = []
    for clause in _clauses(plain, language)[:-1]:
        if question.search(clause) or (language == "en" and not _length(clause, language)):
            break
        told.append(clause)
    longest = max((_length(clause, language) for clause in told), default=0)
    return "".join(told) if longest >= _LEAST[language] else ""


def _length(clause: str, language: str) -> int:
    """Return the words or characters of a clause that states something, or 0."""
    if (_ASKED[language].match if language == "en" else _ASKED[language].search)(clause):
        return 0
    return len(clause.split()) if language == "en" else len(clause)


def _clauses(plain: str, language: str) -> list[str]:
    clauses, last = [], 0
    for mark in _CLAUSE[language].finditer(plain):
        clauses.append(plain[last : mark.end()])
        last = mark.end()
    return [clause for clause in clauses if clause.strip()]
