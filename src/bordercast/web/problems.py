"""One shape for every error: what was found, where, what to do now, as ``application/problem+json`` (RFC 9457)."""

from collections.abc import Awaitable, Callable

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bordercast.vocabulary import BordercastError, InvalidNoun, InvalidSetting, UnreadableStore

MEDIA = "application/problem+json"
_TITLES = {404: "There is nothing at this address", 405: "This address does not take that method"}


class Problem(BaseModel):
    """What every answer that is no answer looks like."""

    type: str = Field(description="about:blank: the status says what kind of problem it is")
    title: str = Field(description="What was found")
    status: int = Field(description="The HTTP status")
    detail: str = Field(description="Where, and why it cannot be answered")
    remedy: str = Field(description="What to do now")


class Refused(Exception):
    """A request that cannot be answered: a status, what was found, where, what to do."""

    def __init__(self, status: int, title: str, detail: str, remedy: str, **headers: str) -> None:
        super().__init__(title)
        self.status = status
        self.title = title
        self.detail = detail
        self.remedy = remedy
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def response(self) -> Response:
        """Return it as a response."""
        return problem(self.status, self.title, self.detail, self.remedy, self.headers)


def problem(
    status: int, title: str, detail: str, remedy: str, headers: dict[str, str] | None = None
) -> Response:
    """Return an error response."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, "remedy": remedy}
    return Response(
        msgspec.json.encode(body),
        status_code=status,
        media_type=MEDIA,
        headers={"Cache-Control": "no-store"} | (headers or {}),
    )


def install(app: FastAPI) -> None:
    """Make every error of an application leave in the one shape."""
    handlers: dict[type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {
        Refused: _refused,
        RequestValidationError: _invalid,
        HTTPException: _http,
        BordercastError: _ours,
        Exception: _unexpected,
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return error.response()


async def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return problem(
        422,
        "A part of the request cannot be used",
        f"{where}: {first['msg']}",
        "Mend it as docs/reference/api.md or /api/openapi.json describes, and send it again.",
    )


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    title = _TITLES.get(error.status_code, str(error.detail))
    headers = dict(error.headers or {})
    return problem(
        error.status_code,
        title,
        f"{request.method} {request.url.path[:200]}",
        "See /api/openapi.json for every address and method.",
        headers,
    )


async def _ours(_: Request, error: Exception) -> Response:
    if isinstance(error, UnreadableStore):
        return problem(  # its own words hold the path of the disk
            503,
            "The store cannot be read",
            "It is missing, damaged, or was written by a newer Bordercast.",
            "Open it with `bordercast inspect FILE.db` on its own machine, which says more.",
        )
    status = 422 if isinstance(error, (InvalidSetting, InvalidNoun, LookupError)) else 500
    return problem(status, "The request cannot be answered as asked", str(error), "Change what is asked.")


async def _unexpected(_: Request, error: Exception) -> Response:
    return problem(
        500,
        "Something broke in Bordercast",
        f"{type(error).__name__}; the server's own output has the rest",
        "Reload. If it happens again, report it with what you did.",
    )
