"""Numbers that are names in a game, in folded text: first-and-goal at the 4, an 8 iron."""

import re

_SPOT = re.compile(
    r"\b(?:at|from|inside|on|near|past|across|to)\s(?:the|our|their|your)\s(?:own\s)?\Z"
)
_ENDS = re.compile(
    r"\s?(?:[.,;:?!)]|\Z)|\s(?:and|but|on|with|where|when|after|for|late|early|before)\b"
)
_FOOTBALL = re.compile(
    r"\b(?:downs?|punt(?:s|ed)?|touchdowns?|end\szone|scrimmage|kickoffs?|fumbl(?:e|es|ed)|intercept(?:ion|ed)"
    r"|(?:first|second|third|fourth|[1-4](?:st|nd|rd|th))(?:-|\s)and(?:-|\s)(?:[0-9]{1,2}|[a-z]+))\b"
)
"""Around a line of the field: third-and-8 at the 45."""
_CLUB = re.compile(r"[\s-](?:iron|wood|hybrid)s?\b(?!\s(?:gate|bar|rod|fence|door|table|ore)s?\b)")
_HIT_WITH = re.compile(r"\b(?:an?|my|his|her|your|hit|with|soft|hard|little)\s\Z")
_SHOOTS = (" a ", " another ", " corner ", " open ")
_SHOT = re.compile(
    r"\b(?:hit|hits|hitting|ma(?:de|kes?|king)|take|took|drain(?:s|ed)?|bur(?:y|ied)|sh(?:oot|oots|ot)|knock(?:s|ed)?\sdown)"
    r"\s(?:the|that|his|her)\s(?:[a-z]+\s)?\Z"
)
"""What is done with a shot from the line for three: he could make the three."""
_POSITION = re.compile(
    r"[1-5]\sman\b(?=[,.;:?!]|\s(?:that|who|is|was|has|can|could|on|in|and|or)\b)"
)
"""The place of a player: a 5 man that shoots."""
_BEFORE = ("the ", "our ", "their ", "your ", "own ")
_LONGEST, _NEAR, _SENTENCE = 2, 16, 60


def is_of_game(text: str, start: int, end: int) -> bool:
    """Say whether a number without a unit is a line of the field, a club or a shot for 3."""
    if _is_shot(text, start, end) or _POSITION.match(text, start):
        return True
    if text.endswith(_BEFORE, 0, start) and _is_spot(text, start, end):
        return True
    if text[end : end + 1] not in {" ", "-"} or not _CLUB.match(text, end):
        return False
    return _HIT_WITH.search(text, max(0, start - _NEAR), start) is not None


def _is_shot(text: str, start: int, end: int) -> bool:
    """Say whether a three is a shot: an open 3, he made the three."""
    if text[start:end] not in {"3", "three"} or not _ENDS.match(text, end):
        return False
    if text.startswith("3", start) and text.endswith(_SHOOTS, 0, start):
        return True
    return _SHOT.search(text, max(0, start - 2 * _NEAR), start) is not None


def _is_spot(text: str, start: int, end: int) -> bool:
    """Say whether a small number is a line that the ball is on."""
    if end - start > _LONGEST or not text[start:end].isdigit() or not _ENDS.match(text, end):
        return False
    if not _SPOT.search(text, max(0, start - _NEAR), start):
        return False
    return _FOOTBALL.search(text, max(0, start - _SENTENCE), end + _SENTENCE) is not None
