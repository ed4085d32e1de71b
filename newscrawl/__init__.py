"""newscrawl turns newspapers' pages into exact article records."""
