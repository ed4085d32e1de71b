"""Articles out of flattened text: lines in order, roles from structure and an exact-line lexicon."""

from newscrawl.extraction.text.reader import read_text

__all__ = ["read_text"]
