"""What the window calls the fixed values of the model, in the user's language."""

from annotator.model.message import _


def kind_names() -> dict[str, str]:
    """Return the kinds of labels in the plural, as headings."""
    return {
        "figure": _("Figures"),
        "claim": _("Claims"),
        "topic": _("Topics"),
        "relation": _("Relations"),
    }


def kind_name(kind: str) -> str:
    """Return one kind of label in the singular."""
    names = {
        "figure": _("Figure"),
        "claim": _("Claim"),
        "topic": _("Topic"),
        "relation": _("Relation"),
    }
    return names[kind]


def role_names() -> dict[str, str]:
    """Return what a speaker may be."""
    return {
        "moderator": _("moderator"),
        "speaker": _("speaker"),
        "reporter": _("reporter"),
        "interpreter": _("interpreter"),
        "unknown": _("unknown"),
        "speech": "",
        "lead": _("opening text"),
        "boilerplate": _("closing text"),
    }


def speaker_role_names() -> dict[str, str]:
    """Return the roles that a speaker can be given."""
    shown = role_names()
    return {role: shown[role] for role in shown if role not in {"speech", "lead", "boilerplate"}}


def origin_names() -> dict[str, str]:
    """Return where an annotation may have come from."""
    return {
        "hand": _("by hand"),
        "suggested": _("suggested"),
        "imported": _("imported"),
        "merged": _("merged"),
    }


def claim_type_names() -> dict[str, str]:
    """Return the types of a claim."""
    return {
        "quantity": _("Quantity"),
        "comparison": _("Comparison"),
        "causal": _("Causal"),
        "law": _("Law, rule"),
        "prediction": _("Prediction"),
        "quote": _("Quote"),
        "position": _("Position"),
        "event": _("Event"),
    }


def checkworthy_names() -> dict[str, str]:
    """Return how much a claim asks to be checked (the three classes of ClaimBuster)."""
    return {
        "": "—",
        "no": _("Not a factual claim"),
        "unimportant": _("Factual, unimportant"),
        "checkworthy": _("Worth checking"),
    }


def claim_status_names() -> dict[str, str]:
    """Return the steps of a check."""
    return {
        "open": _("Open"),
        "draft": _("Draft"),
        "in_check": _("Being checked"),
        "for_review": _("For review"),
        "checked": _("Checked"),
        "published": _("Published"),
        "corrected": _("Corrected"),
    }


def figure_kind_names() -> dict[str, str]:
    """Return the kinds of figures."""
    return {
        "": "—",
        "cardinal": _("Count"),
        "percent": _("Percent"),
        "money": _("Money"),
        "ratio": _("Ratio"),
        "fraction": _("Fraction"),
        "range": _("Range"),
        "ordinal": _("Ordinal"),
        "duration": _("Duration"),
        "date": _("Date"),
        "multiple": _("Multiple"),
    }


def comparator_names() -> dict[str, str]:
    """Return how a figure compares with the number it names."""
    return {
        "": "—",
        "=": _("= exactly"),
        "<": _("< less than"),
        "<=": _("≤ at most"),
        ">": _("> more than"),
        ">=": _("≥ at least"),
        "~": _("≈ about"),
        "<~": _("≲ nearly"),
        ">~": _("≳ a little over"),
    }


def scope_names() -> dict[str, str]:
    """Return what a topic covers."""
    return {"mention": _("Mention"), "passage": _("Passage"), "turn": _("Whole turn")}


def evidence_stance_names() -> dict[str, str]:
    """Return what evidence does to a claim."""
    return {"supports": _("Supports"), "refutes": _("Refutes"), "context": _("Context")}


def status_names() -> dict[str, str]:
    """Return how far the work on a document is."""
    return {"open": _("Open"), "in_work": _("In work"), "done": _("Done")}


def language_names() -> dict[str, str]:
    """Return the languages offered for a document, by BCP 47 tag."""
    return {
        "": "—",
        "zh-Hans": _("Chinese, simplified"),
        "zh-Hant": _("Chinese, traditional"),
        "en": _("English"),
    }
