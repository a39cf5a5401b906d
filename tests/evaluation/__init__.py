"""What the suggestions are worth, measured against labelled texts."""
