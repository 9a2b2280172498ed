"""Who is answered: requests that name this machine; and what browsers are told to do with the answer."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from serve_samples import finished

from quotes.serve.guard import is_loopback
from quotes.serve.server import guarded, make_datasette


@pytest.fixture(scope="module")
def ask(library: Path):
    datasette = make_datasette(library)

    def ask(host: str, named: str, path: str = "/quotes.json") -> httpx.Response:
        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(app=guarded(datasette, host))
            async with httpx.AsyncClient(transport=transport) as client:
                return await client.get(f"http://127.0.0.1:8001{path}", headers={"host": named})

        return finished(asked())

    return ask


@pytest.mark.parametrize(
    ("host", "named", "status"),
    [
        ("127.0.0.1", "127.0.0.1:8001", 200),
        ("127.0.0.1", "localhost:8001", 200),
        ("127.0.0.1", "LOCALHOST", 200),
        ("127.0.0.1", "[::1]:8001", 200),
        ("127.0.0.1", "localhost:9000", 200),  # through a tunnel
        ("127.0.0.1", "evil.example", 421),  # a name that somebody lets lead here
        ("127.0.0.1", "evil.example:8001", 421),
        ("127.0.0.1", "localhost.evil.example:8001", 421),
        ("127.0.0.1", "127.0.0.1.evil.example", 421),
        ("127.0.0.1", "192.168.1.5:8001", 421),
        ("127.0.0.1", "", 421),
        ("127.0.0.1", "localhost:8001@evil.example", 421),
        ("192.168.1.5", "192.168.1.5:8001", 200),
        ("192.168.1.5", "evil.example:8001", 421),
        ("Atelier.local", "atelier.local:8001", 200),
        ("0.0.0.0", "192.168.1.5:8001", 200),
        ("0.0.0.0", "localhost:8001", 200),
        ("0.0.0.0", "[fe80::1]:8001", 200),
        ("0.0.0.0", "evil.example:8001", 421),
        ("::", "evil.example", 421),
    ],
)
def test_only_who_names_this_machine_is_answered(ask, host: str, named: str, status: int) -> None:
    response = ask(host, named)
    assert response.status_code == status
    if status != 200:
        assert "quotation" not in response.text


def test_two_names_are_none(library: Path) -> None:
    sent = []

    async def send(message) -> None:
        sent.append(message)

    headers = [(b"host", b"localhost"), (b"host", b"evil.example")]
    scope = {"type": "http", "headers": headers, "method": "GET", "path": "/", "query_string": b""}
    finished(guarded(make_datasette(library), "127.0.0.1")(scope, None, send))
    assert sent[0]["status"] == 421


@pytest.mark.parametrize(
    "path", ["/", "/quotes/quotes", "/quotes/quotes.json", "/-/quotes/serve.css", "/nothing"]
)
def test_no_other_site_can_read_or_frame_a_page(ask, path: str) -> None:
    headers = ask("127.0.0.1", "localhost", path).headers
    assert "access-control-allow-origin" not in headers
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["referrer-policy"] == "no-referrer"
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert not any("http" in allowed or "*" in allowed for allowed in policy.values())


@pytest.mark.parametrize(
    ("host", "private"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True),
     ("0.0.0.0", False), ("::", False), ("192.168.1.5", False), ("atelier.local", False), ("", False)],
)  # fmt: skip
def test_which_addresses_others_cannot_reach(host: str, private: bool) -> None:
    assert is_loopback(host) is private
