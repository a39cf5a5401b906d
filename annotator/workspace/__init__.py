"""An open project, for any front end."""
