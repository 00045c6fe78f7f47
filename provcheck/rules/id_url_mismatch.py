"""The address of a published page names another document than its ID.

A page's address and the host's ID are copied one after the other, and sometimes from two different pages. Met in a
record whose ID was 113636 and whose address ended in ``node/89832``: the address of the content system, which
changes when the site moves, instead of the record's. A much shorter number may be a page or a year; it is told where
it is the beginning of the ID, as of an address that was cut off.

Fails::

    published:
      - {in: Wilson Center Digital Archive, id: "113636", url: "https://digitalarchive.wilsoncenter.org/node/89832"}

Passes::

    published:
      - {in: Wilson Center Digital Archive, id: "113636", url: "https://digitalarchive.wilsoncenter.org/document/113636"}

Passes::

    published:
      - {in: Wilson Center Digital Archive, id: "113636", url: "https://digitalarchive.wilsoncenter.org/document/ciphered-telegram"}

Open the address, see which document is there, and correct the address or the ID. The pattern that addresses of your
own host follow is given once as ``url`` under ``[defaults]`` of the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Record

SEVERITY: Severity = "error"

_NUMBER = pattern(r"[0-9]{3,}")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every URL that follows the host's pattern, or ends in a number, with another ID."""
    for publication in record.published:
        url = publication.url
        if url is None:
            continue
        address = url.text.strip()
        named = _by_pattern(address, context.defaults.url)
        if named is not None:
            own = publication.id or record.id
            if own is not None and named != own.text.strip():
                yield Problem(url.at, f'this is the address of "{named}", the ID is "{own.text}"')
            continue
        if publication.id is None or not _NUMBER.fullmatch(publication.id.text.strip()):
            continue
        path = address.partition("#")[0].partition("?")[0].rstrip("/")
        last = path.rpartition("/")[2].partition(".")[0]
        own_number = publication.id.text.strip()
        cut_off = own_number.startswith(last)
        alike = _NUMBER.fullmatch(last) is not None and (cut_off or abs(len(last) - len(own_number)) <= 1)
        if alike and own_number not in _NUMBER.findall(address):
            yield Problem(url.at, f'the address ends in {last}, the host\'s ID is "{publication.id.text}"')


def _by_pattern(address: str, pattern: str | None) -> str | None:
    """Return what stands in *address* for the ``{id}`` of *pattern*; None where it does not follow the pattern."""
    if pattern is None or "{id}" not in pattern:
        return None
    before, _, after = pattern.partition("{id}")
    address, before, after = _bare(address).rstrip("/"), _bare(before), after.rstrip("/")
    if not before or not address.startswith(before) or not address.endswith(after):
        return None
    named = address[len(before) : len(address) - len(after)]
    return named if named and not set(named) & set("/?#") else None


def _bare(address: str) -> str:
    """Return *address* without its scheme and ``www.``, which do not tell pages apart."""
    return (address.partition("://")[2] or address).removeprefix("www.")
