"""What has been written, across runs: an index of the JSON lines, which are the truth.

A line is written and flushed, then recorded. Whatever dies in between, ``catch_up`` at the next
start brings the ledger level with its files: kill -9 loses nothing and writes nothing twice.
"""

from newscrawl.ledger.articles import Count, Place
from newscrawl.ledger.catching_up import CaughtUp
from newscrawl.ledger.files import Output
from newscrawl.ledger.history import Validators
from newscrawl.ledger.ledger import Ledger
from newscrawl.ledger.opening import DamagedLedgerError, LedgerError, is_damage, set_aside

__all__ = [
    "CaughtUp",
    "Count",
    "DamagedLedgerError",
    "Ledger",
    "LedgerError",
    "Output",
    "Place",
    "Validators",
    "is_damage",
    "set_aside",
]
