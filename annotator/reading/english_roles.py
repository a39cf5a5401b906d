"""What role, office or outlet English words tell, whatever name stands beside them."""

import re

from annotator.model.kinds import Role
from annotator.reading.names import OUTLET
from annotator.reading.words import words

_FOR_A_TIME = re.compile("^(?:(?:acting|deputy|interim) )+", re.IGNORECASE)


def small_words(name: str) -> list[str]:
    """Return the words of a name in lower case, without full stops."""
    return [token.lower().strip(".") for token in re.findall(r"[^\s/_#]+", name)]


def names_office_only(name: str) -> bool:
    """Tell whether words name an office, and nobody who holds it: ``Minister of Health``."""
    tokens = small_words(name)
    known = words("english", "offices") | words("english", "titles")
    known |= words("english", "moderators")
    is_open = bool(tokens) and (tokens[-1] in known or not {"of", "for"}.isdisjoint(tokens))
    return is_open or is_short_post(name)


def is_short_post(name: str) -> bool:
    """Tell whether words are capitals for an office, maybe held for a time: ``Acting PM``."""
    return _FOR_A_TIME.sub("", name) in words("english", "short_posts")


def reports_for(behind: str) -> bool:
    """Tell whether words name an outlet, or who works for it, but no office: ``Head of Media``."""
    tokens = re.findall(r"[\w\-]+", behind.lower())
    offices = words("english", "offices") - {"analyst"}
    is_staff = not words("english", "staff").isdisjoint(tokens) or "analyst" in tokens
    return names_outlet(behind) and (is_staff or offices.isdisjoint(tokens))


def role_of_staff(behind: str) -> Role | None:
    """Return what somebody does for an outlet: ``TBN HOST``, ``Harbor News Correspondent``."""
    last = behind.lower().rpartition(" ")[2]
    if last in words("english", "staff"):
        return Role.REPORTER
    is_host = last in words("english", "moderators")
    return Role.MODERATOR if is_host else None


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


def role_of_one_word(word: str) -> Role | None:
    """Return the role of an outlet, or of one who speaks in a court: ``AFP``, ``Witness``."""
    if word in words("english", "outlets"):
        return Role.REPORTER
    return Role.SPEAKER if word in words("english", "court") else None


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
