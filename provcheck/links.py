"""URLs → pages. The network lives here only, and what it answers is a fact: the judging is done elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from provcheck import __version__

USER_AGENT = f"provcheck/{__version__} (checks citations of archival documents)"

TIMEOUT = (10.0, 30.0)
"""Seconds to wait for a connection, and between two pieces of an answer."""

DEADLINE = 120.0
"""Seconds that a whole answer may take: a server that drips bytes must not hold a user for ever."""

MAX_BYTES = 16 * 1024 * 1024
"""A page larger than this is not a page of a document."""

MAX_REDIRECTS = 10

_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: the address it came from in the end, its status, its type and its bytes."""

    url: str
    status: int
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Failed:
    """No answer that could be used, and why, in words for a user."""

    url: str
    reason: str


def fetch(url: str, *, deadline: float = DEADLINE, max_bytes: int = MAX_BYTES) -> Fetched | Failed:
    """Fetch *url* (http or https). Never raises: whatever goes wrong is a `Failed`.

    *deadline* is in seconds; more than *max_bytes* are not read. A status of 400 and above is a `Failed` too.
    """
    try:
        parts = urlsplit(url)
    except ValueError as error:
        return Failed(url, f"this is no address: {error}")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return Failed(url, "only http:// and https:// addresses can be fetched")
    from threading import Thread

    # In a thread of its own: a server may drip bytes so that no single wait is ever long enough to time out.
    answers: list[Fetched | Failed] = []
    worker = Thread(target=lambda: answers.append(_get(url, max_bytes)), daemon=True)
    worker.start()
    worker.join(deadline)
    return answers[0] if answers else Failed(url, f"the answer was not complete after {deadline:.0f} seconds")


def _get(url: str, max_bytes: int) -> Fetched | Failed:
    import requests  # only here: importing it costs as much as checking a hundred records

    try:
        with requests.Session() as session:
            session.max_redirects = MAX_REDIRECTS
            session.headers["User-Agent"] = USER_AGENT
            with session.get(url, timeout=TIMEOUT, stream=True) as answer:
                if answer.status_code >= 400:
                    return Failed(url, f"the server answers {answer.status_code} {answer.reason or ''}".rstrip())
                data = bytearray()
                for chunk in answer.iter_content(_CHUNK):
                    data += chunk
                    if len(data) > max_bytes:
                        return Failed(url, f"the answer is larger than {max_bytes // 1024 // 1024} MiB")
                return Fetched(answer.url, answer.status_code, answer.headers.get("Content-Type", ""), bytes(data))
    except requests.TooManyRedirects:
        return Failed(url, f"it redirects more than {MAX_REDIRECTS} times")
    except requests.Timeout:
        return Failed(url, "the server does not answer in time")
    except requests.exceptions.SSLError:
        return Failed(url, "the server's certificate is not valid")
    except requests.exceptions.InvalidSchema:
        return Failed(url, "it leads to an address that is not on the web")
    except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError):
        return Failed(url, "the answer broke off, or is packed in a way that cannot be read; try again")
    except requests.ConnectionError:
        return Failed(url, "no connection to the server")
    except (requests.RequestException, ValueError, OSError) as error:
        return Failed(url, f"it cannot be fetched: {type(error).__name__}")
