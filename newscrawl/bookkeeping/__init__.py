"""Keeping the ledger: what is written goes into it, and what it knows goes to the spider."""

from newscrawl.bookkeeping.bookkeeper import LEDGER, Bookkeeper, article_unchanged

__all__ = ["LEDGER", "Bookkeeper", "article_unchanged"]
