"""Looking for cycles of objects less often while many are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (20_000, 2, 2)
"""How many new objects are looked through for cycles together, and how often the older ones.

Some readers' libraries make cycles, which must not pile up.
"""


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Look for cycles less often: a transfer makes many objects, few of them in one."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
