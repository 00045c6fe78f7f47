"""Fetching, against a real server on this machine."""

from __future__ import annotations

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from provcheck.links import Failed, Fetched, fetch


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/page":
            body = b"<h1>A letter</h1>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        elif self.path == "/agent":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(self.headers["User-Agent"].encode())
        elif self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/page")
            self.end_headers()
        elif self.path.startswith("/loop"):
            self.send_response(302)
            self.send_header("Location", self.path + "x")
            self.end_headers()
        elif self.path == "/huge":
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(64):
                    self.wfile.write(b"x" * 65536)
            except OSError:
                pass
        elif self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(100):
                    self.wfile.write(b"x")
                    self.wfile.flush()
                    time.sleep(0.1)
            except OSError:
                pass
        else:
            self.send_error(404)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()


def test_a_page_is_fetched(server: str) -> None:
    assert fetch(f"{server}/page") == Fetched(f"{server}/page", 200, "text/html; charset=utf-8", b"<h1>A letter</h1>")


def test_a_redirect_is_followed_and_told(server: str) -> None:
    answer = fetch(f"{server}/moved")
    assert isinstance(answer, Fetched)
    assert answer.url == f"{server}/page"


def test_we_say_who_we_are(server: str) -> None:
    answer = fetch(f"{server}/agent")
    assert isinstance(answer, Fetched)
    assert answer.data.startswith(b"provcheck/")


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/none", "the server answers 404"), ("/loop", "it redirects more than 10 times")],
)
def test_what_cannot_be_used_is_told(server: str, path: str, reason: str) -> None:
    answer = fetch(server + path)
    assert isinstance(answer, Failed)
    assert answer.reason.startswith(reason)


def test_an_answer_too_large_is_not_read_to_its_end(server: str) -> None:
    answer = fetch(f"{server}/huge", max_bytes=1 << 20)
    assert answer == Failed(f"{server}/huge", "the answer is larger than 1 MiB")


def test_dripping_bytes_do_not_hold_us(server: str) -> None:
    answer = fetch(f"{server}/drip", deadline=1)
    assert answer == Failed(f"{server}/drip", "the answer was not complete after 1 seconds")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/x", "//x", "http://", "http://[", "x"])
def test_only_web_addresses_are_fetched(url: str) -> None:
    assert isinstance(fetch(url), Failed)


def test_no_server_is_told() -> None:
    answer = fetch("http://127.0.0.1:9/")
    assert isinstance(answer, Failed)
    assert "connection" in answer.reason
