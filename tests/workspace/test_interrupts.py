"""Ctrl+C while processes are started."""

import signal
import threading

import pytest

from annotator.workspace.interrupts import interrupts_left_to_us

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "pthread_sigmask"), reason="needs signals as POSIX has them"
)


def test_ctrl_c_meanwhile_is_heard_right_afterwards() -> None:
    seen = []
    with pytest.raises(KeyboardInterrupt):  # noqa: PT012 - where it is raised is the point
        with interrupts_left_to_us():
            signal.pthread_kill(threading.get_ident(), signal.SIGINT)
            seen.append("inside")
        seen.append("behind")
    assert seen == ["inside"]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
