"""Counts what Python does, the same in each run however busy the machine is."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def opcodes_of(act: Callable[[], object]) -> int:
    """Return how many instructions of Python an act takes."""
    count = 0

    def trace(frame: FrameType, event: str, _argument: object) -> Callable[..., Any]:
        nonlocal count
        frame.f_trace_opcodes = True
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        act()
    finally:
        sys.settrace(before)
    return count
