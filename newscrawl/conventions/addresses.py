"""Addresses in the one form in which a paper publishes them today."""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from w3lib.url import canonicalize_url, safe_url_string

from newscrawl.publisher import Publisher

# Parameters that say where a reader came from and nothing about the page.
_TRACKING_PREFIXES: Final = ("utm_", "itm_", "hsa_", "mtm_", "pk_", "matomo_", "at_", "wt_", "_hs")
_TRACKING: Final = frozenset(
    name
    for row in (
        "fbclid mibextid sfnsn igsh igshid twclid ttclid li_fat_id ref_src ref_url",
        "gclid gclsrc dclid gbraid wbraid gad_source _ga _gl oc ved usg msclkid yclid ysclid",
        "zarsrc gidzl zalo_share_id mc_cid mc_eid mkt_tok s_kwcid vero_id cmpid ncid ito xtor spm",
        "__twitter_impression vn_source vn_campaign vn_medium vn_term vn_thumb vn_aid vn_zone",
        "dt_source dt_medium dt_campaign",
    )
    for name in row.split()
)
_VARIANT_PARAMETERS: Final = frozenset(("amp", "outputtype", "print", "mobile"))
_VARIANT_HOST: Final = re.compile(r"^(?:www|m|mobile|wap|touch|amp)\.(?=.+\.)")
_VARIANT_PATH: Final = re.compile(
    r"^/(?:amp|print|mobile)(?=/.)|/(?:amp|print)/?$|\.amp(?=$|\.html?$)|(?<=\.html)\.amp$"
)
PORTS: Final = {"http": 80, "https": 443}
"""The schemes of the web, each with the port that needs no naming."""

_SCHEME: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
# Names are ASCII after IDNA; an IPv6 address has colons.
_HOST: Final = re.compile(r"[0-9a-z_-]+(?:\.[0-9a-z_-]+)*|[0-9a-f:.]*:[0-9a-f:.]*")
# What stands in an attribute for an address without being one, as pictures that load late have.
_NO_ADDRESS: Final = ("data:", "blob:", "javascript:", "about:", "#")


def canonical_url(url: str, publisher: Publisher | None = None, base: str | None = None) -> str:
    """Return *url*, resolved against *base*, in canonical form.

    Scheme and host are in lower case, the default port, user, fragment and tracking parameters
    are gone, percent-encoding and the order of parameters are w3lib's. An article address of
    *publisher* is on the paper's host and scheme of today and is no AMP, mobile or print variant;
    parameters that its ``article_url`` does not ask for are gone. What is no http address comes
    back as given.
    """
    address = _split(url, base)
    if address is None:
        return url.strip()
    query = "&".join(part for part in address.query.split("&") if not _is_tracking(part))
    canonical = _canonical(urlunsplit(address._replace(query=query)))
    return _published_form(canonical, publisher) if publisher else canonical


def media_url(url: str, base: str | None = None) -> str | None:
    """Return the address of a picture or video, its query untouched (it may be signed).

    A placeholder that is no address at all ("data:…") gives None.
    """
    url = url.strip()
    if not url or url.casefold().startswith(_NO_ADDRESS):
        return None
    address = _split(url, base)
    return urlunsplit(address) if address else url


def is_http(url: str) -> bool:
    """Tell whether *url* is an absolute http or https address."""
    return _split(url, None) is not None


# A page gives the same addresses many times, a site on each of its pages.
@lru_cache(maxsize=1024)
def _split(url: str, base: str | None) -> SplitResult | None:
    """Return the parts of the absolute http address, without user, default port and fragment."""
    url = url.strip()
    try:
        absolute = url if _SCHEME.match(url) else urljoin(base or "https:", url)
        address = urlsplit(safe_url_string(absolute))
        host, port = (address.hostname or "").removesuffix("."), address.port
    except ValueError:
        return None
    if address.scheme not in PORTS or not _HOST.fullmatch(host):
        return None
    host = f"[{host}]" if ":" in host else host
    netloc = host if port in {None, PORTS[address.scheme]} else f"{host}:{port}"
    return SplitResult(address.scheme, netloc, address.path or "/", address.query, "")


@lru_cache(maxsize=1024)
def _canonical(url: str) -> str:
    return canonicalize_url(url)


def _is_tracking(parameter: str) -> bool:
    name = parameter.partition("=")[0].casefold()
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)


def _published_form(url: str, publisher: Publisher) -> str:
    """Return the boldest rewriting of *url* that is still the address of an article."""
    address = urlsplit(url)
    own = {_VARIANT_HOST.sub("", host) for host in (publisher.host, *publisher.hosts)}
    if _VARIANT_HOST.sub("", address.netloc) in own:
        scheme = urlsplit(publisher.home).scheme
        address = address._replace(scheme=scheme, netloc=publisher.host)
    query = "&".join(
        part
        for part in address.query.split("&")
        if part.partition("=")[0].casefold() not in _VARIANT_PARAMETERS
    )
    whole = address._replace(query=query)
    bare = address._replace(query="")
    plain = bare._replace(path=_VARIANT_PATH.sub("", address.path))
    for form in (plain, bare, whole, address):
        if publisher.article_id(urlunsplit(form)):
            return urlunsplit(form)
    return url
