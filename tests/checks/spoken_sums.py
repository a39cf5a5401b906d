"""What people say of parts and totals over several sentences, with a number that holds or not.

Each case: a name, the text with "{}" in a number's place, the right number, the wrong one, and the
type of the check.
"""

Spoken = tuple[str, str, str, str, str]

SUMS: tuple[Spoken, ...] = (
    (
        "what is left is called down to",
        "There was $120 million in it, and after the $45 million we're down to ${} million.",
        "75",
        "65",
        "sum",
    ),
    (
        "a remainder of a whole in the sentence before",
        "Of the 7,250 homes, 2,900 are affordable. The remainder, {}, are market rate.",
        "4,350",
        "4,530",
        "sum",
    ),
    (
        "what is left of a whole of which the part is told elsewhere",
        "目标是820个学区,目前完成746个。\n答:820个学区里,还没有的剩下{}个。",
        "74",
        "84",
        "sum",
    ),
    (
        "two parts in the next sentence, of which the second is the rest",
        "We brought in {} nurses. A hundred and forty are in the city, and the other 110 are not.",
        "250",
        "260",
        "sum",
    ),
    (
        "names that end alike",
        "已经赋码{}万人。红码的1560人,黄码的4780人,绿码的4.13万人。",
        "4.76",
        "4.94",
        "sum",
    ),
    (
        "what there is and what is planned",
        "现在一共512人。今年计划招60人,年底达到{}人。",
        "572",
        "582",
        "sum",
    ),
    (
        "parts in sentences of their own",
        "We got ${} million. Food is $71 million of that. Pay is $32 million. Finally $25 million.",
        "128",
        "118",
        "sum",
    ),
    (
        "what is left three sentences on",
        "There are 1,105 public schools in the state. 842 are in. That leaves {} that aren't.",
        "263",
        "163",
        "sum",
    ),
    (
        "a total with a noun before it",
        "目前2人死亡、1人失蹤、37人受傷,合計傷亡{}人。",
        "40",
        "43",
        "sum",
    ),
    (
        "what is still in use",
        "安置点最多的时候开了412个,现在已经撤了287个,还在用的有{}个。",
        "125",
        "135",
        "sum",
    ),
    (
        "a part in front of its whole, and what is left",
        "截至昨天已经用掉2亿1千万,预算是3亿元,还剩{}。",
        "9千万",
        "1亿9千万",
        "sum",
    ),
    (
        "a whole less two parts",
        (
            "We lose 4,200 spaces there, we've got 2,600 spaces in the east lot and another 900 at "
            "the cell lot. So we'll be short by {} spaces."
        ),
        "700",
        "1,100",
        "sum",
    ),
    (
        "two kinds taken together",
        "旅馆跟民宿加起来有{}家,旅馆3,100家,民宿11,100家。",
        "14,200",
        "15,200",
        "sum",
    ),
    (
        "those of one kind and those of another",
        "全国{}座焚化炉,正在整改的5座,正常运转的17座。",
        "22",
        "24",
        "sum",
    ),
    (
        "the rest that others pay",
        "投资金额36亿,政府出12亿,其余{}由厂商出。",
        "24亿",
        "21亿",
        "sum",
    ),
    (
        "what we still have",
        "We received 40,000 doses. We've used 18,600. So we've still got {} in the fridge.",
        "21,400",
        "31,400",
        "sum",
    ),
    (
        "what one is still waiting for",
        "We ordered 40, and they've delivered 26. We're still waiting on {}.",
        "14",
        "18",
        "sum",
    ),
    (
        "two sums in the same words",
        "财政补贴一共花了{}亿元,家电补了5.4亿,汽车补了8.2亿。",
        "13.6",
        "14.6",
        "sum",
    ),
    (
        "over a budget",
        "The cost is $92 million. We budgeted $60 million, so we're {} over, with weeks to go.",
        "$32 million",
        "$42 million",
        "sum",
    ),
    (
        "those who came and those who did not",
        "今年招了{}位新警,报到的是2,160位,没来报到的340位。",
        "2,500",
        "2,400",
        "sum",
    ),
    (
        "who pays what",
        "经费今年编列{}亿元,中央出24亿,地方配合14亿。",
        "38",
        "36",
        "sum",
    ),
)
