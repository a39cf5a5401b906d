"""A source file becomes text, speakers and turns."""
