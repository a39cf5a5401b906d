"""Labels that cut somebody short, where a page joined its lines."""

from annotator.reading.turns import find_turns


def speakers(text: str) -> list[str | None]:
    return [turn.speaker for turn in find_turns(text)]


def test_a_known_speaker_cuts_another_one_short() -> None:
    talk = "THE MAYOR: Good day.\nMS. ROE: It was a lot of THE MAYOR: No. It was not.\n"
    talk += "MS. ROE: So it was.\nTHE MAYOR: Let us go on.\n"
    assert speakers(talk) == ["THE MAYOR", "MS. ROE", "THE MAYOR", "MS. ROE", "THE MAYOR"]
    assert "MS. ROE" not in speakers(talk.replace("MS. ROE:", "Ms. Roe,"))


def test_a_label_may_be_glued_to_a_title() -> None:
    talk = "\n\n大家好！\n\n米兰：好。\n\n王小芳：渔获如何？\n\n米兰：好。\n\n王小芳：谢谢。"
    assert speakers(f"渔业访谈\n米兰谈渔业王小芳：{talk}")[1:3] == ["王小芳", "米兰"]
    assert speakers(f"渔业访谈\n米兰谈渔业王小芳：好{talk}")[1:3] == ["米兰", "王小芳"]


def test_a_field_above_all_speech_that_names_the_host_cuts_nobody_short() -> None:
    talk = "主持人：船多吗？\n米兰：多。\n" * 3
    assert speakers(f"制作：渔港台 主持人：王馨\n\n{talk}")[1:] == ["主持人", "米兰"] * 3
