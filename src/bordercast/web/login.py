"""The door for people: a form that takes the token, and a link that works once; both give a cookie."""

import hashlib
import hmac
import secrets
import time
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send

from bordercast.web.limits import Buckets

COOKIE = "bordercast"
SESSION_S = 12 * 3600  # a long shift
LINK_S = 600  # how long the printed link works
TRIES = 10  # a minute, from one address

_FORM = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bordercast</title>
<meta name="viewport" content="width=device-width"></head><body><main><h1>Bordercast</h1>{}
<form method="post" action="/login"><p><label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="off" required> <button>Enter</button></p></form>
</main></body></html>"""
_ENTER = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bordercast</title>
<meta http-equiv="refresh" content="0;url=/"></head><body><main><h1>Bordercast</h1><p><a href="/">Enter</a></p></main>
</body></html>"""


class Login:
    """The page at ``/login``. A session is a signed moment: the server keeps no list, and a new token ends them all."""

    def __init__(self, token: str) -> None:
        self._token = token
        self._key = hashlib.blake2b(token.encode(), digest_size=32, person=b"bordercast").digest()
        self._tries = Buckets(TRIES)
        self._link = secrets.token_urlsafe(24)
        self._link_until = time.monotonic() + LINK_S

    @property
    def link(self) -> str:
        """The path that lets one reader in, once, within ten minutes of the start."""
        return f"/login?once={self._link}"

    def is_token(self, given: str) -> bool:
        """Whether this is the token."""
        return hmac.compare_digest(given.encode(), self._token.encode())

    def is_session(self, cookie: str) -> bool:
        """Whether a cookie is one of ours and still holds."""
        until, _, mark = cookie.partition(".")
        if not until.isascii() or not until.isdigit() or len(until) > 12:
            return False
        return hmac.compare_digest(mark.encode(), self._sign(until).encode()) and int(until) > time.time()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer ``/login``."""
        request = Request(scope, receive)
        response = await self._answer(request)
        response.headers["Cache-Control"] = "no-store"
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method == "GET":
            once = request.query_params.get("once")
            if once is None:
                return HTMLResponse(_FORM.format(""))
            return (
                self._enter()
                if self._use_link(once)
                else self._again("The link has been used or is too old.")
            )
        if request.method != "POST":
            return Response(status_code=405, headers={"Allow": "GET, POST"})
        if not self._tries.take(request.client.host if request.client else "local"):
            return self._again("Too many tries. Wait a minute.", 429)
        origin = request.headers.get("origin")
        if origin is not None and origin.partition("://")[2] != request.headers.get("host"):
            return self._again("The form was sent from another site.", 403)
        given = parse_qs((await request.body()).decode("utf-8", "replace")).get("token", [""])[0]
        return self._enter() if self.is_token(given) else self._again("That is not the token.", 401)

    def _use_link(self, once: str) -> bool:
        good = hmac.compare_digest(once.encode(), self._link.encode()) and time.monotonic() < self._link_until
        if good:
            self._link_until = 0.0
        return good

    def _enter(self) -> Response:
        until = str(int(time.time()) + SESSION_S)
        response = HTMLResponse(_ENTER)
        response.set_cookie(
            COOKIE, f"{until}.{self._sign(until)}", max_age=SESSION_S, httponly=True, samesite="strict"
        )
        return response

    @staticmethod
    def _again(words: str, status: int = 403) -> Response:
        return HTMLResponse(_FORM.format(f'<p role="alert">{words}</p>'), status_code=status)

    def _sign(self, until: str) -> str:
        return hmac.new(self._key, until.encode(), hashlib.sha256).hexdigest()
