"""The spiders: one for each newspaper, and one for saved pages."""
