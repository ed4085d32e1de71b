"""Articles out of flattened text: roles of lines from structure and an exact-line lexicon."""

from newscrawl.extraction.text.reader import read_text

__all__ = ["read_text"]
