"""Writes the table by which stories tell common words from rare ones: newscrawl/stories/words.dat.

``python benchmarks/background.py`` needs ``wordfreq``, whose lists it takes (Robyn Speer: wordfreq,
version 3, data under CC BY-SA 4.0). A row is a band and its words: the band is the logarithm, to
the base of ten, of how often such a word stands in a billion words, rounded down to halves. Words
that are rarer than the lowest band, or hold no letter alone, are left out.
"""

import importlib
import sys
from collections import defaultdict
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).parent.parent / "newscrawl" / "stories" / "words.dat"
# Of English only the words that stand in nearly every text: a Vietnamese one's are rare ones.
LOWEST: Final = {"vi": 4.0, "en": 5.0}
_HEAD: Final = """\
# How common words are, made by benchmarks/background.py from the lists of wordfreq 3 (Robyn Speer,
# CC BY-SA 4.0): the logarithm of occurrences in a billion words, rounded down, and the words.
"""


def main() -> int:
    """Write the table; return the exit code."""
    try:
        wordfreq = importlib.import_module("wordfreq")
    except ImportError:
        sys.stderr.write("wordfreq is not installed: pip install wordfreq\n")
        return 2
    bands: defaultdict[float, list[str]] = defaultdict(list)
    seen: set[str] = set()
    for language, lowest in LOWEST.items():
        for word, frequency in wordfreq.get_frequency_dict(language).items():
            band = _band(wordfreq.zipf_frequency(word, language)) if frequency else 0
            if band >= lowest and word.isalpha() and len(word) > 1 and word not in seen:
                seen.add(word)
                bands[band].append(word)
    rows = (f"{band} {' '.join(sorted(bands[band]))}\n" for band in sorted(bands, reverse=True))
    TABLE.write_text(_HEAD + "".join(rows), "utf-8")
    return 0


def _band(zipf: float) -> float:
    return int(zipf * 2) / 2


if __name__ == "__main__":
    raise SystemExit(main())
