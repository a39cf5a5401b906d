"""A transcript that takes longer to read than a window may stand still."""


def long_text() -> str:
    """Return a text of 300,000 code points with a turn for every few hundred."""
    spoken = "".join(f"今年第{n}项工作完成，投入{n}亿元，同比增长{n % 90}%。" for n in range(20))
    turns = (f"记者：请问第{n}项？\n张明：{spoken}\n" for n in range(700))
    return "主持人：大家好。\n" + "".join(turns) + "主持人：谢谢，第700项以后再说。\n"
