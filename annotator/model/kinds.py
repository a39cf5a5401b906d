"""The kinds that a project's records are of, as the file spells them."""

from enum import StrEnum


class LabelKind(StrEnum):
    """What a label marks."""

    CLAIM = "claim"
    FIGURE = "figure"
    TOPIC = "topic"
    RELATION = "relation"


class Role(StrEnum):
    """What a speaker is at the press conference."""

    MODERATOR = "moderator"
    SPEAKER = "speaker"
    REPORTER = "reporter"
    INTERPRETER = "interpreter"
    UNKNOWN = "unknown"


class Part(StrEnum):
    """What a turn is: somebody speaking, or the text before or after the speeches."""

    SPEECH = "speech"
    LEAD = "lead"
    BOILERPLATE = "boilerplate"


class Origin(StrEnum):
    """Where an annotation came from."""

    HAND = "hand"
    SUGGESTED = "suggested"
    IMPORTED = "imported"
    MERGED = "merged"


class LinkKind(StrEnum):
    """How one document stands to another."""

    TRANSLATION = "translation"
    CORRECTION = "correction"
    SAME_EVENT = "same_event"


class RelationKind(StrEnum):
    """How one annotation stands to another."""

    REPEATS = "repeats"
    REPHRASES = "rephrases"
    CONTRADICTS = "contradicts"
    PART_OF = "part_of"
    DENOMINATOR_OF = "denominator_of"
    SUPPORTS = "supports"
    DEPENDS_ON = "depends_on"


class Stance(StrEnum):
    """What a piece of evidence does to a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class ReviewState(StrEnum):
    """What a reviewer says of an annotation."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNSURE = "unsure"


class Ruling(StrEnum):
    """What a person says of a finding."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    NOT_THE_SAME = "not_the_same"
    EXPLAINED = "explained"
