"""A project's annotations in other tools' files: one module per format, listed in a registry."""
