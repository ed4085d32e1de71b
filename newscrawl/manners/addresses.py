"""Where a request may go: to the public web, and for a declared paper to its own hosts."""

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import urlsplit

from newscrawl.conventions.addresses import PORTS
from newscrawl.publisher import Publisher

# RFC 6761, 6762, 8375, 9476 and the names that routers and clouds give to machines nearby.
_NEARBY: Final = re.compile(
    r"(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa"
    r"|onion|alt)$"
)
# Characters that no name of a host may have (WHATWG URL, 3.5), and labels that are empty.
_NO_NAME: Final = re.compile(r"[\x00-\x20\x7f#%/:<>?@\[\\\]^|]|\.\.|^\.|^$")
# The last label of what a resolver may take for an address: 2130706433, 0x7f.1, 127.1.
_NUMBER: Final = re.compile(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)$")
_NAT64: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


def why_not(url: str, publisher: Publisher | None = None) -> str | None:
    """Return the name of the reason why nothing may be asked for at *url*, None where it may.

    With a *publisher* only the addresses of that paper may be. What a name resolves to is to be
    held against ``is_public`` besides.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "bad_address"
    if parts.scheme not in PORTS or not parts.hostname or "@" in parts.netloc:
        return "bad_address"
    if reason := _why_not_host(parts.hostname):
        return reason
    if publisher is not None and not publisher.owns(url):
        return "off_site"
    if port not in {None, PORTS[parts.scheme]}:
        return "bad_address"
    return None


def is_public(address: str) -> bool:
    """Tell whether the IP *address* is one of the public internet, whatever it is wrapped in."""
    try:
        return _is_public(ip_address(address.partition("%")[0]))
    except ValueError:
        return False


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if any(address in network for network in _NAT64):
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return _is_public(inner)
        if address.teredo or address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _why_not_host(host: str) -> str | None:
    try:
        return None if _is_public(ip_address(host.partition("%")[0])) else "private_address"
    except ValueError:
        pass
    name = host.removesuffix(".")
    if _NO_NAME.search(name):
        return "bad_address"
    is_nearby = "." not in name or _NEARBY.search(name) or _NUMBER.search(name)
    return "private_address" if is_nearby else None
