"""Text from outside where it could do harm: in lines of a log and in names of files."""

import re
from hashlib import blake2b
from typing import Final

# Controls, line ends that only some programs know, and marks that turn the direction of text.
_HARMFUL: Final = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_TAB: Final = "\t"
_NOT_IN_NAMES: Final = re.compile(r"[^a-z0-9._-]+")
_LONGEST_NAME: Final = 80
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")


def escaped(text: str) -> str:
    r"""Return *text* with what is not to be printed as ``\x1b`` or ``\u202e``.

    Further lines are indented: none can be taken for one of its own, which begins with a date.
    """
    lines = _HARMFUL.sub(_code, text).split("\n")
    return "\n    ".join(lines)


def safe_name(text: str) -> str:
    """Return a name for a file from *text*: itself where it is one on any system.

    Any other text gives a name that is, with a digest, so that two texts give two names.
    """
    name = _NOT_IN_NAMES.sub("-", text.lower()).strip(".-")
    if text and text == name[:_LONGEST_NAME] and not _DEVICES.match(text):
        return text
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return f"{digest}-{name}"[:_LONGEST_NAME].rstrip(".-")


def _code(match: re.Match[str]) -> str:
    character = match[0]
    if character == _TAB:
        return character
    return f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\u{ord(character):04x}"  # noqa: PLR2004 - two digits
