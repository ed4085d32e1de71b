"""What the README says is so: its commands, its example and its tables."""

import json
import re
from collections.abc import Callable

from newscrawl import archive, extraction, rejects, settings
from newscrawl.items import Article
from newscrawl.publishers import load_publishers
from newscrawl.quality import DUPLICATES, PROBLEMS
from newscrawl.report import EXIT_CODES
from tests.processes import ROOT, Run

README = (ROOT / "README.md").read_text("utf-8")


def table(heading: str) -> dict[str, list[str]]:
    """Return the rows of the first table after *heading*, by their first cell."""
    rows = README.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    cells = [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]
    return {first.strip("` "): rest for first, *rest in cells}


def test_ci_calls_the_test_command() -> None:
    command = re.search(r"^python3 .*pytest$", README, re.MULTILINE)
    assert command
    assert command[0] in (ROOT / ".ci" / "run").read_text("utf-8")


def test_papers() -> None:
    rows = table("spider")
    assert list(rows) == list(load_publishers())
    for name, publisher in load_publishers().items():
        years = ", ".join(map(str, publisher.verified)) or "markup facts only"
        assert rows[name] == [publisher.printed_name, years]


def test_record_table() -> None:
    assert list(table("field")) == list(Article.model_fields)


def test_reasons() -> None:
    told = [archive.REASONS, extraction.REASONS, rejects.REASONS]
    reasons = {name: why for reasons in told for name, why in reasons.items()}
    assert all(reasons.items() >= each.items() for each in told)
    dropped = {name: why for name, why in DUPLICATES.items() if name != "duplicate_elsewhere"}
    problems = {name: kind.meaning for name, kind in PROBLEMS.items() if kind.fate == "reject"}
    written = {name: cells[0] for name, cells in table("reason").items()}
    assert written == {**reasons, **problems, **dropped}


def test_warnings() -> None:
    doubts = {name: kind.meaning for name, kind in PROBLEMS.items() if kind.fate == "warn"}
    written = {name: cells[0] for name, cells in table("warning").items()}
    assert written == {**extraction.WARNINGS, **doubts}


def test_settings() -> None:
    own = {name: value for name, value in vars(settings).items() if name.startswith("NEWSCRAWL_")}
    del own["NEWSCRAWL_RUN_ID"]  # the commands give each run its own
    defaults = {name: f"`{value}`" if value else "nothing" for name, value in own.items()}
    assert {name: default for name, (default, _) in table("setting").items()} == defaults


def test_exit_codes_and_what_systemd_takes_for_success() -> None:
    rows = table("exit code of `crawl` and `crawlall`")
    assert [int(code) for row in rows for code in row.split(", ")] == list(EXIT_CODES)
    unit = re.search(r"^SuccessExitStatus=(.*)$", README, re.MULTILINE)
    assert unit
    # By itself systemd takes an exit code of 143 for a failure, also after its own SIGTERM.
    assert unit[1].split() == ["4", "143"]


def test_example_is_what_replay_writes(scrapy: Callable[..., Run]) -> None:
    """The fields shown are those of the record; a value that ends in "…" is cut there."""
    block = re.search(r"```json\n(.*?)```", README, re.DOTALL)
    assert block
    shown = json.loads(block[1])
    page = ROOT / "fixtures" / shown["publisher"] / shown["page"]["archive"]
    record = json.loads(scrapy("replay", page).out)
    assert list(shown) == list(record)
    for field, value in shown.items():
        assert begins(value, record[field]), field


def begins(shown: object, value: object) -> bool:
    if isinstance(shown, str) and shown.endswith("…"):
        return isinstance(value, str) and value.startswith(shown[:-1])
    if isinstance(shown, list) and isinstance(value, list) and shown and shown[-1] == "…":
        return all(map(begins, shown[:-1], value)) and len(shown) - 1 < len(value)
    if isinstance(shown, list) and isinstance(value, list):
        return len(shown) == len(value) and all(map(begins, shown, value))
    if isinstance(shown, dict) and isinstance(value, dict):
        cut = "…" in shown
        kept = {key: item for key, item in shown.items() if key != "…"}
        whole = cut or list(kept) == list(value)
        return whole and all(begins(item, value.get(key)) for key, item in kept.items())
    return shown == value
