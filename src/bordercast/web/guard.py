"""The guard before every address: whose machine this is, who asks, how much, how often; and what a browser may do.

Pure ASGI. What it holds to is written in docs/reference/api.md under "Security".
"""

import asyncio
import ipaddress
import socket
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bordercast.web.limits import Buckets
from bordercast.web.login import COOKIE, Login
from bordercast.web.problems import Refused

MOST_BODY = 64 * 1024  # bytes; the longest honest verdict is a few kilobytes
BODY_S = 20.0  # how long a body may take to come
READS = 1200  # requests a minute from one address: thirty pages opened at once
WRITES = 60  # verdicts and scenarios a minute from one address
INTENT = "x-bordercast"  # no page of another site can send this header without asking first, and is never let

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {}"
)
_FILES = ("/assets/", "/locales/", "/fonts/")
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Who may do what. ``token`` None lets in everybody who reaches the server: only ever on this machine alone.

    ``host`` is the address it is bound to, ``names`` are further names it answers for. ``open_embed`` lets anybody
    who reaches the server see the embedded map, which holds only what may be taken away; ``small_counts`` lets the office's own view hold counts under ten.
    """

    host: str = "127.0.0.1"
    names: tuple[str, ...] = ()
    token: str | None = field(default=None, repr=False)
    read_only: bool = False
    open_embed: bool = False
    small_counts: bool = True


class Guard:
    """An application behind the guard."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.login = Login(access.token) if access.token else None
        self._open_embed = access.open_embed
        self._given = frozenset(name.lower() for name in access.names)
        self._names = own_names(access.host) | self._given
        self._reads = Buckets(READS)
        self._writes = Buckets(WRITES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        guarded = _with_headers(scope, send)
        try:
            self._admit(scope, Headers(scope=scope))
            whole = receive if scope["method"] in _SAFE else await asyncio.wait_for(_whole(receive), BODY_S)
        except TimeoutError:
            slow = Refused(
                408,
                "The request did not come whole",
                f"Its body took more than {BODY_S:.0f} s.",
                "Send it again.",
            )
            await slow.response()(scope, receive, guarded)
            return
        except Refused as refused:
            await refused.response()(scope, receive, guarded)
            return
        app = self.login if self.login and scope["path"] == "/login" else self.app
        await app(scope, whole, guarded)

    def _admit(self, scope: Scope, headers: Headers) -> None:
        """Raise Refused for a request that must not be answered."""
        safe = scope["method"] in _SAFE
        self._check_name(headers)
        who = scope["client"][0] if scope.get("client") else "local"
        if not (self._reads if safe else self._writes).take(who):
            raise Refused(
                429,
                "Too many requests",
                f"More than {READS if safe else WRITES} a minute came from one address.",
                "Wait a few seconds.",
                Retry_After="5",
            )
        if int(headers.get("content-length") or 0) > MOST_BODY:
            raise _too_long()
        if scope["path"] == "/login":
            return
        bearer = self._check_token(scope, headers)
        if not safe:
            self._check_intent(headers, bearer=bearer)

    def _check_name(self, headers: Headers) -> None:
        """Refuse names that are not ours: a page elsewhere may point its own name at this machine (DNS rebinding)."""
        name = host_name(headers.get("host", ""))
        if name not in self._names and not _is_address(name):
            raise Refused(
                421,
                f"This server does not answer for {name[:100]!r}",
                "A page on another site may have sent you here under a name of its own.",
                "Open it by its address, or by the name given to --host.",
            )

    def _check_token(self, scope: Scope, headers: Headers) -> bool:
        """Return whether the request carries the token itself; raise when it needs one and has none."""
        if self.login is None:
            return False
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self.login.is_token(given.strip()):
            return True
        if self.login.is_session(_cookie(headers)) or self._is_open(scope["path"]):
            return False
        if scope["method"] == "GET" and "text/html" in headers.get("accept", ""):
            raise Refused(303, "This server wants a token", "It is at /login.", "Log in.", Location="/login")
        raise Refused(
            401,
            "This server wants a token",
            "It is bound to more than this machine, or was started with --token.",
            "Open /login and give the token that was printed at the start, or send it as Authorization: Bearer TOKEN.",
            WWW_Authenticate="Bearer",
        )

    def _is_open(self, path: str) -> bool:
        """Whether an address may be read without the token: files of the page, and the embedded map where it is let."""
        return path.startswith(_FILES) or (self._open_embed and is_embed(path))

    def _check_intent(self, headers: Headers, *, bearer: bool) -> None:
        """Refuse a change that another site's page may have asked this browser for."""
        origin = headers.get("origin")
        asking = (origin or "").partition("://")[2].lower()
        ours = origin is None or asking == headers.get("host", "").lower() or host_name(asking) in self._given
        if not ours or headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            raise Refused(
                403,
                "A page of another site asked for a change",
                f"The request comes from {(origin or 'elsewhere')[:100]}.",
                "Make the change on the page of this server.",
            )
        if not bearer and INTENT not in headers:
            raise Refused(
                403,
                "A change needs the header X-Bordercast",
                "It shows that no page of another site made the request.",
                "Send X-Bordercast: 1 with it.",
            )


def own_names(host: str) -> frozenset[str]:
    """Return the names a server bound to ``host`` answers for, besides plain addresses."""
    here = socket.gethostname().lower()
    return frozenset({"localhost", host.lower(), here, f"{here}.local"})


def host_name(header: str) -> str:
    """Return the name in a Host header, without port and brackets."""
    if header.startswith("["):
        return header[1:].partition("]")[0].lower()
    return header.rpartition(":")[0].lower() if header.count(":") == 1 else header.lower()


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_embed(path: str) -> bool:
    """Whether an address is the embedded map's, which may stand in a frame."""
    return path == "/embed" or path.startswith("/embed/")


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _too_long() -> Refused:
    return Refused(
        413,
        "The request is too long",
        f"A body may have {MOST_BODY // 1024} KiB.",
        "Send less.",
        Connection="close",
    )


async def _whole(receive: Receive) -> Receive:
    """Return a receiver of the whole body, read here so that no more is read than may come."""
    body = b""
    more = True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            break
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > MOST_BODY:
            raise _too_long()
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


def _with_headers(scope: Scope, send: Send) -> Send:
    """Return a sender that adds what a browser must hold to."""
    embed = is_embed(scope["path"])

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _ALWAYS.items():
                headers[name] = value
            headers["Content-Security-Policy"] = _POLICY.format("*" if embed else "'none'")
            headers["Cross-Origin-Resource-Policy"] = "cross-origin" if embed else "same-origin"
            if not embed:
                headers["X-Frame-Options"] = "DENY"
        await send(message)

    return guarded
