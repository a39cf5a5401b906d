"""Spares the garbage collector what a project holds as long as it is open.

Python looks for garbage among all objects each time that they have become a quarter more: with
100,000 annotations that is a pause of up to 170 ms, again and again while they are read. What is
there when ``hold`` is called is left out; it is freed all the same when nothing names it any more.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def filling() -> Iterator[None]:
    """Look for no garbage while much is made that stays; it is left out afterwards, too."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
        hold()


def hold() -> None:
    """Leave out all that is there now; this takes no time however much it is."""
    gc.freeze()


def let_go() -> None:
    """Look through everything again: a project was closed, whose parts name each other."""
    gc.unfreeze()
