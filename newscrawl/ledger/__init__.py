"""What has been written, across runs: an index of the JSON lines, which are the truth.

A run of a newspaper holds its lock (``newscrawl.locks``) and calls, in this order::

    ledger = Ledger(data / "ledger.sqlite")
    output = ledger.register(file, publisher)     # before the first line is written
    ledger.catch_up([publisher])                  # whatever happened to the run before
    ledger.record(fields, Place(output, offset, length))  # each line, once it is flushed
    ledger.sync()                                 # every so many lines, and at the end

Whatever dies in between, ``catch_up`` brings the ledger level with its files: kill -9 loses
nothing and writes nothing twice.
"""

from newscrawl.ledger.articles import Count, Place
from newscrawl.ledger.catching_up import CaughtUp
from newscrawl.ledger.files import Output
from newscrawl.ledger.groups import Group, Member
from newscrawl.ledger.history import Validators
from newscrawl.ledger.ledger import Ledger
from newscrawl.ledger.opening import DamagedLedgerError, LedgerError, is_damage, set_aside
from newscrawl.ledger.passing import PassingLedger
from newscrawl.ledger.stories import Story, StoryMember

__all__ = [
    "CaughtUp",
    "Count",
    "DamagedLedgerError",
    "Group",
    "Ledger",
    "LedgerError",
    "Member",
    "Output",
    "PassingLedger",
    "Place",
    "Story",
    "StoryMember",
    "Validators",
    "is_damage",
    "set_aside",
]
