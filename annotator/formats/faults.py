"""What is wrong with a damaged file, in words: a library tells its own programmers."""

from annotator.model.message import Message

_LONGEST = 150


def fault_text(error: Exception) -> str:
    """Return why a library could not read a file."""
    match error:
        case KeyError(args=(name, *_)):
            told = str(Message("it lacks {name}", {"name": str(name)}))
        case AttributeError() | TypeError():
            told = str(Message("a value is of another kind than it should be"))
        case IndexError():
            told = str(Message("it is cut off"))
        case RecursionError():
            told = str(Message("it is nested too deeply"))
        case _:
            told = str(error) or type(error).__name__
    return told[:_LONGEST]
