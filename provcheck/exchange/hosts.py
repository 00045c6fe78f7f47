"""Digital archives whose pages are known by what stands on them."""

from __future__ import annotations

from typing import NamedTuple


class Host(NamedTuple):
    """A digital archive: its name, the address of a record, and a text by which its pages can be told."""

    name: str
    url: str
    """With ``{id}`` where the record ID goes."""
    sign: str


HOSTS = (
    Host(
        # The name as links and lists of sources have it; the addresses as its own citation line gives them.
        "Wilson Center Digital Archive",
        "https://digitalarchive.wilsoncenter.org/document/{id}",
        "wilsoncenter.org",
    ),
)


def host_of(*texts: str) -> Host | None:
    """Return the host whose sign stands in one of *texts* (rights statement, address of the page)."""
    return next((host for host in HOSTS if any(host.sign in text for text in texts)), None)
