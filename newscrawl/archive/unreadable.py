"""Why a saved page cannot be read."""

from typing import Final

from newscrawl.reasons import ForReason

REASONS: Final = {
    "unreadable": "the file cannot be opened, or is no regular file",
    "symlink_loop": "the link leads back to a folder that it lies in, or to itself",
    "too_large": "the page, or one of its tags, is larger than the limit",
    "bad_gzip": "the compressed file is cut off or damaged",
    "bad_warc": "a record of the WARC file is damaged, or the file is no WARC file",
    "torn_warc": "the WARC file is cut off in its last record",
    "truncated": "only the beginning of the page is there, cut off on its way or in its record",
    "bad_encoding": "the HTTP body is cut off or damaged, or its coding is unknown",
    "bad_sidecar": "the JSON file beside the page is not what a sidecar must be",
}


class Unreadable(ForReason):
    """A saved page cannot be read; ``reason`` is a key of ``REASONS``, ``detail`` what was met.

    ``detail`` never names a place outside the archive, so that rejects are the same everywhere.
    """

    reasons = REASONS
