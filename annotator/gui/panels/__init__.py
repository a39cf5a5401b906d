"""The panels around the transcript."""
