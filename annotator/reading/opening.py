"""Offices of the people whom the opening of a press conference names."""

import re

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_SPLIT = re.compile(r"[,，;；。！？!?\n]|[:：](?=\S)")
_INTRODUCING = re.compile(
    r"^.*?(?:邀请到了|邀请到|邀請到了|邀請到|邀请|邀請|请|請|有请|有請|出席的有|出席[^，,]{0,12}的(?:有|是)|分别是|他们是|他們是|包括|由|今天)(?:了|的是)?"
)
_HONORIFIC = r"(?:先生|女士|小姐|同志|博士|教授)?"


def chinese_affiliation(opening: str, name: str) -> str | None:
    """Return the office that stands right before a name, without the words that introduce it."""
    for found in re.finditer(re.escape(name) + _HONORIFIC, opening):
        before = opening[max(0, found.start() - 60) : found.start()]
        office = _SPLIT.split(before)[-1]
        office = re.sub(r"^(?:和|及|以及|与|與|还有|並|并)", "", office.strip())
        office = _INTRODUCING.sub("", office).strip(" 　、-—")
        if 2 <= len(office) <= 50 and re.search(f"[{_HAN}]", office):  # noqa: PLR2004
            return office
    return None


def english_affiliation(opening: str, name: str) -> str | None:
    """Return the office that follows a name after a comma: ``X, the director of Y``."""
    bare = re.sub(r"^(?:MR|MRS|MS|MISS|DR|PROF)\.?\s+", "", name, flags=re.IGNORECASE).strip()
    if not bare or len(bare) < 3:  # noqa: PLR2004
        return None
    pattern = re.compile(
        rf"(?:\b[A-Z][\w.'’\-]+\s+){{0,3}}\b{re.escape(bare)}\b,\s+(?:the |our )?"
        r"(?P<office>[a-zA-Z][^,;.\n]{3,90}?)(?=[,;.\n]|\s+and\s+[A-Z]|\s+will\b|\s+is\b)",
        re.IGNORECASE,
    )
    found = pattern.search(opening)
    office = found["office"].strip() if found else ""
    is_office = bool(
        re.search(
            r"\b(?:director|minister|secretary|chief|officer|head|commissioner|president|chair\w*|"
            r"spokes\w+|mayor|governor|general|manager|professor|adviser|advisor|ambassador|coordinator)\b",
            office,
            re.IGNORECASE,
        )
    )
    return office if is_office else None
