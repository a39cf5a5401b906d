"""PySide6 6.12.0 loses a reference to None at each call of some methods, until Python aborts."""

import sys

import pytest
from PySide6.QtCore import QObject

CALLS = 10_000


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_into_qt_keep_the_references_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _call in range(CALLS):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < CALLS // 100
