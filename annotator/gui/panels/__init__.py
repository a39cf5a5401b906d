"""The panels around the transcript: they show values and tell of wishes, and decide nothing."""
