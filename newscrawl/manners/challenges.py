"""Answers that ask to prove that a person reads them, whoever put them before the paper."""

import re
from collections.abc import Mapping
from typing import Final

REFUSING: Final = frozenset({401, 403, 405, 406, 429, 503})
"""The statuses with which such answers come; some come with 200."""

_REACH: Final = 64 * 1024
# A challenge has no text: an answer with 200 that is longer is a page that mentions one.
_LONGEST: Final = 16 * 1024

_WALLS: Final = {
    "cloudflare": re.compile(
        rb"<title>\s*(?:Just a moment|Attention Required! \| Cloudflare)|_cf_chl_opt"
        rb"|id=[\"']?challenge-(?:form|running|error-text)",
        re.IGNORECASE,
    ),
    "anubis": re.compile(rb"id=[\"']?anubis_challenge"),
    "datadome": re.compile(rb"captcha-delivery\.com", re.IGNORECASE),
    "ddos-guard": re.compile(rb"<title>\s*DDOS-GUARD|/\.well-known/ddos-guard/", re.IGNORECASE),
    "incapsula": re.compile(rb"_Incapsula_Resource"),
    "perimeterx": re.compile(rb"[\"']px-captcha[\"']"),
    "radware": re.compile(rb"//(?:captcha|validate)\.perfdrive\.com/"),
    "sucuri": re.compile(rb"sucuri_cloudproxy_js"),
    # Báo Lao Động's: a script that gives a cookie and asks again is all there is.
    "cookie": re.compile(
        rb"<script[^>]{0,99}>\s*document\.cookie\s*=[^<]{1,400}?\blocation\.reload\(", re.IGNORECASE
    ),
}
# These stand in forms of ordinary pages too.
_CAPTCHAS: Final = {
    "hcaptcha": re.compile(rb"h-captcha|hcaptcha\.com", re.IGNORECASE),
    "recaptcha": re.compile(rb"g-recaptcha|google\.com/recaptcha", re.IGNORECASE),
    "turnstile": re.compile(rb"cf-turnstile|challenges\.cloudflare\.com", re.IGNORECASE),
}
_SAYING: Final = {
    "cf-mitigated": ("cloudflare", {"challenge"}),
    "x-amzn-waf-action": ("aws", {"challenge", "captcha"}),
    "x-vercel-mitigated": ("vercel", {"challenge"}),
}
"""Headers that say it, with those who send them and what they say; the status may be any."""

_HTML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|script|!--)", re.IGNORECASE
)


def challenge_in(status: int, headers: Mapping[str, str], body: bytes) -> str | None:
    """Return who asks for a proof in an answer, None where nobody does.

    The names in *headers* are in lower case; *body* is decompressed. What an article with status
    200 shows in the place of its text is found by the extraction, not here.
    """
    for name, (who, words) in _SAYING.items():
        if headers.get(name, "").lower() in words:
            return who
    if status in REFUSING:
        if "x-datadome" in headers:
            return "datadome"
        return _named(body[:_REACH], _WALLS | _CAPTCHAS)
    if status == 200 and len(body) <= _LONGEST and _HTML.match(body):  # noqa: PLR2004 - OK
        return _named(body, _WALLS)
    return None


def _named(body: bytes, marks: Mapping[str, re.Pattern[bytes]]) -> str | None:
    return next((name for name, mark in marks.items() if mark.search(body)), None)
