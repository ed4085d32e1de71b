"""What is done in a process before a command begins there."""

import os
import resource
import socket


def limit_files(size: int) -> None:
    """Let no file grow beyond *size* bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def lead_all_names_here() -> None:
    """Resolve every name to this machine; no proxy does it instead."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        del os.environ[name]
    socket.gethostbyname = lambda _: "127.0.0.1"
