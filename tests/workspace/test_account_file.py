"""What documents state, in a file."""

from pathlib import Path

from annotator.checks.accounts import Account, account_of
from annotator.checks.statement import Check, CheckType, Excerpt, Told, Verdict
from annotator.model.ids import DocumentId
from annotator.model.message import Message
from annotator.model.records import Passage
from annotator.workspace.account_file import AccountFile
from annotator.workspace.checking import examine

A, B, C = (DocumentId(name) for name in "abc")


def account(document: DocumentId, number: int) -> Account:
    return account_of(document, examine(document, f"去年全市新增充电桩{number}个。"))


def told(document: DocumentId) -> Told:
    passages = (Passage(document, 9, 14),)
    check = Check(CheckType.LIST, Verdict.CONFLICT, passages, ("4620个",), Message("x"), 0.5)
    return Told(check, (Excerpt("4620个", 0, 5),))


def test_what_was_written_is_read_one_by_one_in_the_chosen_order(tmp_path: Path) -> None:
    with AccountFile(tmp_path / "accounts") as file:
        for number, document in enumerate((A, B, C)):
            file.add(account(document, 4620 + number), (told(document),))
        file.choose([C, A, DocumentId("unknown")])
        assert list(file) == [account(C, 4622), account(A, 4620)]
        assert file[0:1] == [account(C, 4622)]
        assert file.checks_of(1) == (told(A),)
        assert file.has(B)
        assert not file.has(DocumentId("unknown"))


def test_another_run_knows_it_and_what_was_written_last_counts(tmp_path: Path) -> None:
    path = tmp_path / "accounts"
    with AccountFile(path) as file:
        file.add(account(A, 1000), ())
        file.add(account(B, 2000), ())
    with AccountFile(path) as file:
        file.add(account(A, 1234), (told(A),))
    with AccountFile(path) as file:
        file.choose([A, B])
        assert list(file) == [account(A, 1234), account(B, 2000)]
        assert file.checks_of(0) == (told(A),)


def test_a_record_that_was_cut_off_is_none_and_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "accounts"
    with AccountFile(path) as file:
        file.add(account(A, 1000), ())
        whole = path.stat().st_size
        file.add(account(B, 2000), ())
    for size in range(whole, path.stat().st_size, 37):
        cut = tmp_path / "cut"
        cut.write_bytes(path.read_bytes()[:size])
        with AccountFile(cut) as file:
            assert (file.has(A), file.has(B)) == (True, False)
            file.add(account(C, 3000), ())
        with AccountFile(cut) as file:
            file.choose([A, B, C])
            assert list(file) == [account(A, 1000), account(C, 3000)]
