"""QualCoder's tables as each version of its database has them, and a project in each.

Tables and columns are those that QualCoder's source creates and alters, version by version
(``new_project`` and ``open_project`` of ``qualcoder/__main__.py``, databases v1 to v17; v31
is of QualCoder Next, which was made from it).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

VERSIONS = (1, 2, 3, 4, 5, 6, 8, 9, 10, 14, 15, 16, 17, 31)
WORDS = "😀 共有2.3万人😀参加。\n谢谢大家,谢谢。"
_KEYS = {
    "source": "id",
    "code_image": "imid",
    "code_av": "avid",
    "annotation": "anid",
    "attribute": "attrid",
    "case_text": "id",
    "cases": "caseid",
    "code_cat": "catid",
    "code_name": "cid",
    "journal": "jid",
}
_FIRST = {
    "project": "databaseversion date memo about",
    "source": "name fulltext imagepath memo owner date",
    "code_image": "id x1 y1 width height cid memo date owner",
    "annotation": "fid pos0 pos1 memo owner date",
    "attribute_type": "name date owner memo caseOrFile valuetype",
    "attribute": "name attr_type value id date owner",
    "case_text": "caseid fid pos0 pos1 owner date memo",
    "cases": "name memo owner date",
    "code_cat": "name owner date memo supercatid",
    "code_text": "cid fid seltext pos0 pos1 owner date memo",
    "code_name": "name memo catid owner date color",
    "journal": "name jentry date owner",
}
_ADDED = {
    2: {"code_text": "avid", "project": "bookmarkfile bookmarkpos"},
    3: {"code_text": "important", "code_image": "important", "code_av": "important"},
    5: {"project": "codername", "source": "av_text_id"},
    8: {"source": "risid"},
    9: {"project": "recently_used_codes"},
    10: {"code_image": "pdf_page"},
    15: {"project": "avbookmarkfile avbookmarkmsec avbookmarktextpos"},
    16: {"code_name": "supercid"},
    31: {
        "source": "memo_type",
        "code_cat": "position",
        "code_name": "memo_type position",
        "code_text": "weight",
    },
}
_NEW = {
    2: {"code_av": "id pos0 pos1 cid memo date owner"},
    5: {"stored_sql": "title description grouper ssql"},
    6: {"graph": "name description date scene_width scene_height"},
    8: {"ris": "risid tag longtag value"},
    14: {"coder_names": "name visibility"},
    17: {"gr_memo_item": "grid memo_source_type memo_source_id x y color font_size"},
}
_WHOLE = frozenset(
    [
        *("id", "fid", "cid", "catid", "caseid", "pos0", "pos1"),
        *("supercatid", "supercid", "avid", "important", "av_text_id"),
    ]
)
_CODINGS = (
    (1, 1, "2.3万人", 5, 10, "eva", "sure"),
    (1, 1, "参加", 10, 12, "ben", None),
    (2, 1, "谢谢", 16, 18, "eva", ""),
    (2, 1, "谢谢", 21, 23, "eva", ""),
)
"""Code, source, words, offsets (UTF-16 by hand, the second in code points), coder, memo."""


def columns_in(version: int) -> dict[str, list[str]]:
    """Return the columns of each table in a version, without its key."""
    tables = {name: columns.split() for name, columns in _FIRST.items()}
    for number in range(2, version + 1):
        tables |= {name: columns.split() for name, columns in _NEW.get(number, {}).items()}
        for name, columns in _ADDED.get(number, {}).items():
            tables[name] += columns.split()
    if version > 1:
        tables["source"] = ["mediapath" if c == "imagepath" else c for c in tables["source"]]
    return tables


def statements(version: int) -> Iterator[str]:
    """Yield the statements that make a version's tables."""
    keys = _KEYS | ({"code_text": "ctid"} if version >= 4 else {})
    for table, columns in columns_in(version).items():
        parts = [f"{keys[table]} integer primary key"] if table in keys else []
        parts += [f"{c} {'integer' if c in _WHOLE else 'text'}" for c in columns]
        if table == "code_text":
            parts.append("unique(cid, fid, pos0, pos1, owner)")
        if table in {"source", "code_name", "code_cat", "cases"}:
            parts.append("unique(name)")
        yield f"create table {table} ({', '.join(parts)})"
    if version >= 14:
        yield (
            "create view code_text_visible as select t.* from code_text t where not exists "
            "(select 1 from coder_names c where c.name = t.owner and c.visibility = 0)"
        )


def qualcoder_project(version: int, folder: Path) -> Path:
    """Make a project of a version; returns its folder."""
    (folder / "study.qda").mkdir()
    with closing(sqlite3.connect(folder / "study.qda" / "data.qda")) as connection:
        for statement in statements(version):
            connection.execute(statement)
        _fill(connection, version)
        connection.commit()
    return folder / "study.qda"


def _insert(connection: sqlite3.Connection, table: str, **values: str | int | None) -> None:
    places = ", ".join("?" * len(values))
    sql = f"insert into {table} ({', '.join(values)}) values ({places})"  # noqa: S608 - ours
    connection.execute(sql, tuple(values.values()))


def _fill(connection: sqlite3.Connection, version: int) -> None:
    _insert(connection, "project", databaseversion=f"v{version}", about="QualCoder")
    _insert(connection, "source", id=1, name="talk.txt", fulltext=WORDS, owner="eva")
    _insert(connection, "source", id=2, name="picture.png", owner="eva")
    _insert(connection, "code_cat", catid=1, name="all", supercatid=None)
    _insert(connection, "code_cat", catid=2, name="numbers", supercatid=1)
    above = {"supercid": 3} if version >= 16 else {}
    _insert(connection, "code_name", cid=1, name="figure", catid=2, color="#F5A9A9", memo="Many.")
    _insert(connection, "code_name", cid=2, name="thanks", color="red", **above)
    _insert(connection, "code_name", cid=3, name="manners", catid=1)
    names = ("cid", "fid", "seltext", "pos0", "pos1", "owner", "memo")
    for number, coding in enumerate(_CODINGS):
        marked = {"important": 1} if version >= 3 and number == 0 else {}
        _insert(connection, "code_text", **dict(zip(names, coding, strict=True)), **marked)
    _insert(connection, "attribute", name="channel", attr_type="file", value="TV", id=1)
    if version >= 14:
        _insert(connection, "coder_names", name="ben", visibility=0)
