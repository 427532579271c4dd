"""A source of situations behind a real server on loopback."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import uvicorn

from bordercast.web import Access, application

CHANGE = {"X-Bordercast": "1"}


@contextmanager
def served(app) -> Iterator[str]:
    """The address of an application that runs in a thread."""
    server = uvicorn.Server(
        uvicorn.Config(app, port=0, log_level="critical", ws="none", http="h11", server_header=False)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)


@contextmanager
def asked(source, access=None) -> Iterator[httpx.Client]:
    """A client of a server that shows a source."""
    with (
        served(application(source, access or Access())) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        yield client
