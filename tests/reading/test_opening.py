"""What an opening says of the people in it."""

import pytest

from annotator.reading.opening import affiliations

CHINESE = (
    "今天我们请来了市水务局副局长、办公室主任陆知远先生,市财政局副局长何映秋和市人社局处长岑柏女士。"
    "发布会由市政府新闻办副主任沈若溪主持。"
)
ENGLISH = (
    "Adaeze Okafor, commissioner of health; Dr. Simon Vane, chief medical officer; and Press "
    "Secretary Karen Whitlock briefed reporters. Tobias Renn, head of communications, moderated."
)


def test_the_office_stands_right_before_a_chinese_name() -> None:
    assert affiliations(CHINESE, ["陆知远", "何映秋", "岑柏", "沈若溪", "李四"]) == {
        "陆知远": "市水务局副局长、办公室主任",
        "何映秋": "市财政局副局长",
        "岑柏": "市人社局处长",
        "沈若溪": "市政府新闻办副主任",
        "李四": None,
    }


def test_a_chinese_opening_gives_offices_to_names_in_latin_letters_too() -> None:
    opening = (
        "今天在线的有渔港集团董事长张勇(Yong Chang)、渔港集团总裁蔡崇信(Joe Tsay)。请看 Bo Low。"
    )
    opening += "现在交给渔港集团投资关系总监Ann Roe。"
    assert affiliations(opening, ["Yong Chang", "Joe Tsay", "Ann Roe", "Bo Low"]) == {
        "Yong Chang": "渔港集团董事长",
        "Joe Tsay": "渔港集团总裁",
        "Ann Roe": "渔港集团投资关系总监",
        "Bo Low": None,
    }


def test_an_office_that_cuts_a_name_in_two_does_not_hide_it() -> None:
    opening = "行政院發言人林子倫今日說明，副指揮官王立成列席。"
    assert affiliations(opening, ["林發言人子倫", "王立成副指揮官"]) == {
        "林發言人子倫": "行政院發言人",
        "王立成副指揮官": "副指揮官",
    }


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("MS. OKAFOR", "commissioner of health"),
        ("DR. VANE", "chief medical officer"),
        ("MS. WHITLOCK", "Press Secretary"),
        ("THE PRESIDENT", None),
        ("Secretary for Health", None),
    ],
)
def test_the_office_stands_behind_or_before_an_english_name(name: str, office: str | None) -> None:
    assert affiliations(ENGLISH, [name]) == {name: office}


def test_who_governs_has_an_office_of_one_word_and_who_is_next_is_none() -> None:
    assert affiliations("We meet Governor Ann Roe today.", ["Ann Roe"]) == {"Ann Roe": "Governor"}
    assert affiliations("We meet Officer Ann Roe today.", ["Ann Roe"]) == {"Ann Roe": None}
    opening = "A talk with United Ports Secretary of the Treasury Ann Roe."
    office = "United Ports Secretary of the Treasury"
    assert affiliations(opening, ["Ann Roe"]) == {"Ann Roe": office}
    lead = "We met Harbor House chief of staff Ann Roe."
    assert affiliations(lead, ["ROE"]) == {"ROE": "Harbor House chief of staff"}
    lead = "Witnesses: Ann Roe, Senior Reporter, Kelp Post; and Bo Low, former Editor, KBC."
    assert affiliations(lead, ["Ann Roe", "Bo Low"]) == {
        "Ann Roe": "Senior Reporter",
        "Bo Low": "former Editor",
    }
    assert affiliations("TAG Ann Roe\nMR Dr Bo Low\n", ["Ann Roe"]) == {"Ann Roe": None}


def test_a_courtesy_may_stand_between_an_office_and_a_name() -> None:
    opening = "Deputy Chief Port Officer Dr Ann Roe's talk on the Lund Show of 2 May."
    assert affiliations(opening, ["DR ANN ROE"]) == {"DR ANN ROE": "Deputy Chief Port Officer"}
    assert affiliations("We met Harbour House Dr Ann Roe.", ["ANN ROE"]) == {"ANN ROE": None}


def test_an_office_is_given_in_full_and_without_others_before_it() -> None:
    opening = "Press Secretary Ann Roe spoke. Harbour House Press Secretary Ann Roe left."
    assert affiliations(opening, ["ANN ROE"]) == {"ANN ROE": "Harbour House Press Secretary"}
    opening = (
        "Sir Mal Roe, Ms Eve Director and Lord Lind came. Sir Mal Roe, the clerk judge, spoke."
    )
    assert affiliations(opening, ["Sir Mal Roe"]) == {"Sir Mal Roe": "clerk judge"}
    opening = "President Ivo Lind & Press Secretary Ann Roe spoke."
    assert affiliations(opening, ["MS. ROE"]) == {"MS. ROE": "Press Secretary"}


@pytest.mark.parametrize(
    ("opening", "name", "office"),
    [
        ("Minister Kato, Secretary Roe and Minister Ito spoke.", "MINISTER KATO", None),
        ("With Defense Minister Ivo Kato, Trade Secretary Ann Roe", "IVO KATO", "Defense Minister"),
        ("Ann Mary Roe, Division Chief, was there.", "Ann Roe", "Division Chief"),
        ("Harbour Board Chairman Ivo Lind spoke.", "IVO H. LIND", "Harbour Board Chairman"),
        ("Ann Roe, Director, came. Ann Roe, Director of Ports.", "Ann Roe", "Director of Ports"),
        ("Harbour Minister Kato. So, Mr. Kato, Minister.", "Kato", "Harbour Minister"),
        ("Here is our chief scientist, Dr. Ann Roe.", "Dr. Ann Roe", "chief scientist"),
        ("Bo Poe, our chief scientist, Dr. Ann Roe.", "Dr. Ann Roe", None),
        (
            "Presenters: Deputy Chief, Lund Force Brig. Gen. Ann Roe",
            "GEN. ROE",
            "Deputy Chief, Lund Force",
        ),
        ("Presenters: Lund Docks Brig. Gen. Ann Roe", "GEN. ROE", None),
        (
            "We have the commander of the Lund Port and all Lund Docks, General Ann Roe.",
            "GEN. ROE",
            "commander of the Lund Port and all Lund Docks",
        ),
        ("Here is the Mayor of the Port of Lund, Ann Roe.", "Ann Roe", "Mayor of the Port of Lund"),
        ("Daniel Roe, an economist who is here, spoke.", "Dan Roe", "economist"),
        ("Daniel Roe, an economist, spoke.", "Da Roe", None),
        (
            "Here is our Chairman, President and CEO, Ivo Lind.",
            "IVO LIND",
            "Chairman, President and CEO",
        ),
        (
            "I'm joined by the Chief Health Officer of Hale, Professor Ivo Lind.",
            "IVO LIND",
            "Chief Health Officer of Hale",
        ),
        ("It is Ivo Lind, who is also the chair of the bank.", "Ivo Lind", "chair of the bank"),
        ("出席：經濟部王部長小芳、交通部林次長", "王部長小芳", "經濟部部長"),
        ("市委宣传部副部长方小禾主持。", "主持人 方小禾", "市委宣传部副部长"),
    ],
)
def test_an_office_is_neither_cut_nor_that_of_the_next_in_a_list(
    opening: str, name: str, office: str | None
) -> None:
    assert affiliations(opening, [name, "SECRETARY ROE"])[name] == office


@pytest.mark.parametrize(
    ("opening", "office"),
    [
        ("The Hon. Ann Roe MP Minister for Fish   TRANSCRIPT   3 May", "Minister for Fish"),
        (
            "Here is Ann Roe, vice president and chief producer, to talk",
            "vice president and chief producer",
        ),
        ("Ann Roe, director of ports and Bo Low will speak", "director of ports"),
        (
            "The Hon. Ann Roe MP Minister for Fish and Old Boats   3 May",
            "Minister for Fish and Old Boats",
        ),
        ("Ann Roe OBE, director of ports, spoke.", "director of ports"),
        ("Ann Roe CD Minister for Fish spoke.", None),
    ],
)
def test_an_office_ends_where_the_next_person_is_named(opening: str, office: str | None) -> None:
    assert affiliations(opening, ["ANN ROE"]) == {"ANN ROE": office}


@pytest.mark.parametrize(
    ("opening", "office"),
    [
        ("Ann Roe, Director of Ports, Kelp Group\nBo Poe, Mayor", "Director of Ports, Kelp Group"),
        ("With Bo Poe, Mayor, and Ann Roe, Director, Ports\nKelp", "Director, Ports"),
        ("Ms. Ann Roe, Head\n\nPresent:\nMs. Ann Roe – Head, Kelp Bank\n", "Head, Kelp Bank"),
        ("We met Ann Roe, head of ports, Kelp\n", "head of ports"),
        ("Kelp Group President Ann Roe, Reef Bank Chairman Bo Poe", "Kelp Group President"),
        (
            "Kelp House deputy press secretary Ann Moe Roe (Reef)",
            "Kelp House deputy press secretary",
        ),
        ("She came with club captain Ann Roe.", "club captain"),
        ("We have Kelp head coach Ann Roe, Bo Poe.", "Kelp head coach"),
        ("Ann Roe is the U.S. Envoy for Kelp. She spoke.", "U.S. Envoy for Kelp"),
        ("Witnesses: Ann Roe KCB, former Clerk of the House", "former Clerk of the House"),
        (
            "In March 2023, the Reef Department Spokesperson, Ann Roe said so.",
            "Reef Department Spokesperson",
        ),
    ],
)
def test_an_office_is_whole_and_of_the_one_whom_it_stands_by(opening: str, office: str) -> None:
    assert affiliations(opening, ["MS. ROE"]) == {"MS. ROE": office}


def test_a_list_of_who_is_there_has_teams_in_brackets() -> None:
    listed = "DRIVERS: 1 – Ann LEE (Harbor), 2 – Bo Poe (North Pier)\n"
    assert affiliations(listed, ["Ann Lee", "Poe"]) == {"Ann Lee": "Harbor", "Poe": "North Pier"}
    lines = "1 – Ann LEE (Harbor)\n2 – Bo POE (North Pier)\n"
    assert affiliations(lines, ["Ann Lee"]) == {"Ann Lee": "Harbor"}
    assert affiliations("We met Ann Lee (Harbor) there.\n", ["Ann Lee"]) == {"Ann Lee": None}
    assert affiliations("Ann Lee (Harbor) was there.", ["Ann Lee"]) == {"Ann Lee": None}


def test_initials_have_the_office_of_the_name_that_they_stand_for() -> None:
    opening = "Dr Ann Mia Roe, head of ports, is here."
    assert affiliations(opening, ["AMR", "XY"]) == {"AMR": "head of ports", "XY": None}


def test_an_initial_in_a_label_stands_for_the_given_name_of_the_opening() -> None:
    lead = "A briefing by Harbour Ministry spokesman George Roe"
    assert affiliations(lead, ["G. ROE"]) == {"G. ROE": "Harbour Ministry spokesman"}
    assert affiliations(lead, ["B. ROE"]) == {"B. ROE": None}


def test_letters_of_a_body_before_a_title_cut_short_hide_no_name() -> None:
    lead = "We have with us Harbour Ministry Assistant Secretary Ann B. Roe. Good day."
    office = "Harbour Ministry Assistant Secretary"
    for label in ("HM ASEC. ROE", "HM-OPA Asec. Roe", "ASEC. ROE"):
        assert affiliations(lead, [label]) == {label: office}
