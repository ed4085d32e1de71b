"""From a page to a first declaration of its newspaper."""

from newscrawl.drafting.declaration import FIELDS, Draft, NoDraft, draft

__all__ = ["FIELDS", "Draft", "NoDraft", "draft"]
