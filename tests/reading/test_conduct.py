"""Roles that show in what people do."""

from annotator.model.kinds import Part, Role
from annotator.reading.conduct import roles_by_conduct, said
from annotator.reading.turn_found import TurnFound


def roles(*spoken: tuple[str, Role | None, str]) -> dict[str, Role]:
    return roles_by_conduct(
        [
            said(who, role, text, TurnFound(who, role, Part.SPEECH, None, 0, 0, len(text)))
            for who, role, text in spoken
        ]
    )


LONG = "We have done a great deal this year and there is more to come. " * 20


def test_naming_one_s_outlet_is_asking() -> None:
    found = roles(
        ("bell", None, LONG),
        ("poe", None, "Hi, this is Nick from Reuters. Tell us about rates."),
        ("bell", None, LONG),
        ("王芳", None, "谢谢。我是新华社记者，想了解进展。"),
    )
    assert found == {"poe": Role.REPORTER, "王芳": Role.REPORTER}


def test_naming_one_s_office_is_not() -> None:
    assert roles(("poe", None, "I'm Nick Poe, director of the survey."), ("bell", None, LONG)) == {}


def test_asking_nearly_every_time_is_asking() -> None:
    found = roles(
        ("klein", None, "How bad was it?"), ("brandt", None, LONG), ("klein", None, "And now?")
    )
    assert found == {"klein": Role.REPORTER}


def test_a_speaker_with_a_long_statement_does_not_chair() -> None:
    found = roles(
        ("bell", Role.SPEAKER, LONG + "Now to your questions."),
        ("q", Role.REPORTER, "Why?"),
        ("lee", Role.SPEAKER, "Because."),
        ("q", Role.REPORTER, "Why?"),
        ("lee", Role.SPEAKER, "So."),
    )
    assert found == {}
