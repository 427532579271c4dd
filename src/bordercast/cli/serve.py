"""``bordercast serve``: the page of a store, for this machine alone unless it is told otherwise."""

import ipaddress
import secrets
import socket
import threading
import webbrowser
from dataclasses import dataclass
from pathlib import Path

from bordercast.cli import show
from bordercast.cli.exits import Exit
from bordercast.cli.settings import Settings
from bordercast.vocabulary import InvalidSetting

PORT = 8321
WORKERS = 2  # processes that work situations out: one for who asks, one for what may be asked next
AHEAD = 30  # of the latest days, worked out before anybody asks, so that they can be played
_BACKLOG = 128
_BUSY = 64  # requests at once; beyond it the answer is 503 rather than a queue


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Where the page is shown and who is let in; ``names`` are further names it answers for, such as a proxy's; ``embed`` shows the embedded map to all."""

    host: str = "127.0.0.1"
    port: int = PORT
    token: str | None = None
    names: tuple[str, ...] = ()
    read_only: bool = False
    embed: bool = False

    @property
    def local(self) -> bool:
        """Whether only this machine can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def serve(
    where: Path | str, door: Door, settings: Settings, *, path: str = "/", browse: bool = False
) -> Exit:
    """Show the page of a store until interrupted."""
    import uvicorn  # noqa: PLC0415 - with the rest of the server 0.7 s

    from bordercast.web import Access, StoreSource, application, built  # noqa: PLC0415

    source = StoreSource(where, seed=settings.seed, days=settings.days, processes=WORKERS)
    token = door.token or (None if door.local else secrets.token_urlsafe(24))
    access = Access(
        host=door.host,
        names=door.names,
        token=token,
        read_only=door.read_only,
        open_embed=door.embed,
        small_counts=door.local or settings.small_counts,
    )
    app = application(source, access, ahead=AHEAD)
    with _listening(door) as listener:
        address = _address(listener)
        enter = address + (app.login.link if app.login else path)
        show.serving(address, enter, token, local=door.local, built=built())
        if browse:
            threading.Timer(0.7, webbrowser.open, [enter]).start()
        server = uvicorn.Server(
            uvicorn.Config(
                app,
                http="h11",
                ws="none",
                loop="asyncio",
                access_log=False,
                log_level="warning",
                server_header=False,
                proxy_headers=False,
                limit_concurrency=_BUSY,
                timeout_keep_alive=10,
                timeout_graceful_shutdown=3,
                h11_max_incomplete_event_size=32 * 1024,
            )
        )
        try:
            server.run(sockets=[listener])
        except KeyboardInterrupt:
            pass  # the way to stop it
        finally:
            source.close()
    return Exit.OK


def _listening(door: Door) -> socket.socket:
    family = socket.AF_INET6 if ":" in door.host else socket.AF_INET
    try:
        return socket.create_server((door.host, door.port), family=family, backlog=_BACKLOG)
    except (OSError, OverflowError) as problem:
        raise InvalidSetting(
            f"{door.host} port {door.port} cannot be listened on: {getattr(problem, 'strerror', None) or problem}. "
            "Another server may have it, perhaps this one in another window. Give another with --port, or --port 0 for any that is free."
        ) from None


def _address(listener: socket.socket) -> str:
    """Return the address a browser on this machine opens."""
    host, port = listener.getsockname()[:2]
    if ipaddress.ip_address(host).is_unspecified:
        host = socket.gethostname()
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
