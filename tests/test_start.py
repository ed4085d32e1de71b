"""What a command loads before it does anything, and what every supported Python must understand."""

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from tests.newspaper import save_articles
from tests.saved_pages import ROOT

COMMANDS = """
import json, sys
from contextlib import redirect_stdout, suppress
from scrapy.cmdline import execute

loaded = []
for arguments in json.loads(sys.argv[1]):
    with suppress(SystemExit), redirect_stdout(sys.stderr):
        execute(["scrapy", *arguments])
    loaded.append(list(sys.modules))
print(json.dumps(loaded))
"""
NOT_TO_LIST = """
newscrawl.archive newscrawl.bookkeeping newscrawl.conventions newscrawl.discovery
newscrawl.downloading newscrawl.drafting newscrawl.extraction newscrawl.ledger newscrawl.likeness
newscrawl.manners newscrawl.pipelines newscrawl.preparing newscrawl.quality newscrawl.replays
newscrawl.running newscrawl.spiders.newspapers newscrawl.stories
fastwarc protego rensa requests tldextract tqdm
"""
NOT_TO_REPLAY_HTML = """
newscrawl.bookkeeping newscrawl.downloading.recording newscrawl.downloading.replaying
newscrawl.drafting newscrawl.extraction.text newscrawl.running newscrawl.spiders.newspapers
scrapy.core.downloader.handlers.http11 scrapy.core.downloader.tls
scrapy.extensions.remote_control scrapy.extensions.telnet aiohttp
"""


def test_what_is_not_to_be_loaded_is_there_to_be_loaded() -> None:
    names = f"{NOT_TO_LIST} {NOT_TO_REPLAY_HTML}".split()
    assert [name for name in names if find_spec(name) is None] == []


def test_a_command_loads_no_more_than_it_needs(tmp_path: Path) -> None:
    page = save_articles(tmp_path / "pages", 1)
    commands = [["list"], ["replay", str(page), "-O", str(tmp_path / "out.jsonl")]]
    # Only a new interpreter shows what is loaded.
    run = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", COMMANDS, json.dumps(commands)],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    by_list, by_replay = map(set, json.loads(run.stdout))
    assert "tuoitre" in run.stderr
    assert "newscrawl.commands.replay" in by_list
    assert not by_list.intersection(NOT_TO_LIST.split())
    assert "1 written" in run.stderr
    assert not by_replay.intersection(NOT_TO_REPLAY_HTML.split())


def test_no_group_is_repeated_possessively() -> None:
    """Before 3.11.5, Python matches such groups wrongly (gh-106052): atomic groups do not err."""
    sources = {path: path.read_text("utf-8") for path in (ROOT / "newscrawl").rglob("*.py")}
    assert sources
    assert not [
        path for path, text in sources.items() if re.search(r"\)(?:[*+?]|\{[\d,]+\})\+", text)
    ]
