"""The transcript view: a virtualised widget that draws densely annotated text."""
