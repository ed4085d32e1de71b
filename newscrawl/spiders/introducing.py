"""Who is asking, as every spider says it that asks a newspaper."""

from importlib.metadata import version

from scrapy.settings import BaseSettings


def introduce(settings: BaseSettings) -> None:
    """Make the user agent of *settings* say newscrawl, its version, and where to ask about it."""
    contact = settings["NEWSCRAWL_CONTACT"]
    agent = f"newscrawl/{version('newscrawl')}" + (f" (+{contact})" if contact else "")
    settings.set("USER_AGENT", agent, priority="spider")
