"""Pages at rest: a folder of saved pages."""
