"""One request to a receiver that is really there: bounded, safe, and following nothing."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from registry.service.hooks.send import send
from tests.events.conftest import Receiver


def test_what_is_sent_arrives(receiver: Receiver) -> None:
    outcome = send(receiver.url, b'{"a":1}', {"webhook-id": "1-1"}, "loopback")
    assert (outcome.arrived, outcome.status) == (True, 204)
    (one,) = receiver.received
    assert (one.path, one.body) == ("/told?by=registry", b'{"a":1}')
    assert one.headers["content-type"] == "application/json"
    assert one.headers["host"] == receiver.url.split("/")[2]


@pytest.mark.parametrize("status", [301, 302, 307, 400, 410, 500, 503])
def test_anything_but_2xx_is_no_arrival_and_no_redirect_is_followed(
    receiver: Receiver, status: int
) -> None:
    receiver.statuses = [status]
    outcome = send(receiver.url, b"{}", {}, "loopback")
    assert (outcome.arrived, outcome.said()) == (False, f"HTTP {status}")
    assert len(receiver.received) == 1


def test_it_does_not_reach_this_machine_unless_allowed(receiver: Receiver) -> None:
    port = receiver.url.split(":")[2].split("/")[0]
    for url in (f"https://127.0.0.1:{port}/", f"https://localhost:{port}/", receiver.url):
        outcome = send(url, b"{}", {}, "public")
        assert not outcome.arrived
        assert outcome.status is None
    assert receiver.received == []


def test_proxies_of_the_environment_are_not_used(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert send(receiver.url, b"{}", {}, "loopback").arrived


@pytest.fixture
def dripping() -> Iterator[str]:
    """A receiver that answers a byte at a time, and never comes to an end."""
    listening = socket.create_server(("127.0.0.1", 0))
    over = threading.Event()

    def answer() -> None:
        with suppress(OSError):
            connection, _ = listening.accept()
            with connection:
                for byte in b"HTTP/1.1 200 OK\r\nx: " + b"a" * 10_000:
                    connection.send(bytes([byte]))
                    if over.wait(0.05):
                        return

    threading.Thread(target=answer, daemon=True).start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    over.set()
    listening.close()


def test_who_answers_too_slowly_is_not_waited_for(dripping: str) -> None:
    outcome = send(dripping, b"{}", {}, "loopback", patience=0.5)
    assert (outcome.arrived, outcome.status) == (False, None)
    assert "no answer" in outcome.said()


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    outcome = send(f"http://127.0.0.1:{port}/", b"{}", {}, "loopback")
    assert "no answer" in outcome.said()


@pytest.fixture
def secure(receiver: Receiver, tmp_path: Path) -> Path:
    """The receiver by https, with a certificate of its own making."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(dt.datetime(2120, 1, 1, tzinfo=dt.UTC))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file = tmp_path / "receiver.pem"
    file.write_bytes(private + made.public_bytes(Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    receiver.server.socket = context.wrap_socket(receiver.server.socket, server_side=True)
    return file


def test_a_certificate_that_nobody_vouches_for_is_refused(
    receiver: Receiver, secure: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = receiver.url.replace("http:", "https:")
    outcome = send(url, b"{}", {}, "loopback")
    assert "no safe connection" in outcome.said()
    assert receiver.received == []
    monkeypatch.setenv("SSL_CERT_FILE", str(secure))
    assert send(url, b"{}", {}, "loopback").arrived
