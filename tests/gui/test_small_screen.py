"""The window on a screen that is smaller than it would like."""

from annotator.gui.main_window import START_SIZE, TITLE_BAR, MainWindow


def test_the_window_is_no_larger_than_the_screen(window: MainWindow) -> None:
    room = window.screen().availableSize()
    assert room.width() < START_SIZE[0] == window.width()
    window.fit_screen()
    assert window.width() == room.width()
    assert window.height() <= room.height() - TITLE_BAR
    before = window.size()
    window.fit_screen()
    assert window.size() == before
