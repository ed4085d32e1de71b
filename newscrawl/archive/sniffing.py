"""Telling HTML from plain text by the first bytes, whatever the file is called."""

import re

# The patterns of WHATWG MIME Sniffing, section 7.1 (identifying a resource with an unknown type),
# that stand for text/html; an XML prolog in front of them is XHTML.
_HTML = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style"
    rb"|title|b|body|br|p|!--)[\s>]",
    re.IGNORECASE,
)
_SNIFFED_BYTES = 1024
_MARKS = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n\f"


def looks_like_html(content: bytes) -> bool:
    """Tell whether *content* starts as an HTML document does, in any encoding."""
    start = content[:_SNIFFED_BYTES].lstrip(_MARKS)
    return bool(_HTML.match(start.replace(b"\x00", b"")))
