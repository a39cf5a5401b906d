"""What a project is: frozen values that need only the standard library."""
