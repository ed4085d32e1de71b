"""What holds for all commands: what cannot be meant is a usage error, before anything is done."""

from collections.abc import Callable
from pathlib import Path

import pytest
from scrapy.cmdline import _get_commands_from_module

from newscrawl import settings
from tests.newspaper import save_articles
from tests.processes import Run

COMMANDS = sorted(_get_commands_from_module("newscrawl.commands", inproject=True))
WRONGS = {
    "unknown option --typo": ("--typo",),
    "unknown setting 'NEWSCRAWL_DATADIR': did you mean NEWSCRAWL_DATA_DIR?": (
        "-s",
        "NEWSCRAWL_DATADIR=x",
    ),
    "invalid value NEWSCRAWL_WRITE_RESERVED=maybe": ("-s", "NEWSCRAWL_WRITE_RESERVED=maybe"),
    "NEWSCRAWL_DATA_DIR is empty": ("-s", "NEWSCRAWL_DATA_DIR="),
    "unknown log level 'LOUD'": ("-L", "LOUD"),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("said", WRONGS)
def test_what_no_command_knows_is_a_usage_error(
    scrapy: Callable[..., Run], command: str, said: str
) -> None:
    run = scrapy(command, *WRONGS[said])
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert "Traceback" not in run.err


def test_the_log_level_of_the_settings_counts_and_that_of_the_command_line_more(
    scrapy: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = save_articles(tmp_path, 1) / "0001.html"
    for command in (("replay", page), ("newpaper", "mau", "nowhere"), ("crawl", "nobody")):
        assert "INFO" not in scrapy(*command).err
        with monkeypatch.context() as changed:
            changed.setattr(settings, "LOG_LEVEL", "INFO", raising=False)
            assert "INFO" in scrapy(*command).err
            assert "INFO" not in scrapy(*command, "-L", "ERROR").err


@pytest.mark.parametrize("command", ["duplicates", "schema", "stories"])
def test_an_argument_that_a_command_does_not_take_is_a_usage_error(
    scrapy: Callable[..., Run], command: str
) -> None:
    run = scrapy(command, "extra")
    assert (run.code, run.out) == (2, "")
    assert f"scrapy {command} takes no argument" in run.err


@pytest.mark.parametrize("command", ["crawl", "crawlall", "replay"])
def test_help_tells_what_becomes_of_files(scrapy: Callable[..., Run], command: str) -> None:
    told = " ".join(scrapy(command, "--help").out.split())
    what = "the records" if command == "replay" else "what is new"
    assert f"append {what} to FILE, after cutting a torn last line off" in told
    assert f"write {what} to FILE; an old one is only replaced at success" in told
    assert "overwriting" not in told
