"""The page itself: one document for every address of the page, and its files."""

from functools import cache
from importlib import resources
from pathlib import Path

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bordercast.web.payload import Payload, payload, respond
from bordercast.web.problems import Refused

UI = Path(str(resources.files("bordercast"))) / "web" / "ui"
ADDRESSES = (
    "/",
    "/corridors",
    "/corridors/{name}",
    "/timeline",
    "/claims",
    "/claims/{name}",
    "/reports/{name}",
    "/contradictions",
    "/borders",
    "/shelter",
    "/scenarios",
    "/review",
    "/export",
    "/estimates",
    "/estimates/{name}",
    "/embed",
    "/embed/{name}",
)

MEDIA = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}

_UNBUILT = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bordercast</title></head><body><main>
<h1>The page was not built</h1><p>This installation has no page. Build it with <code>npm ci</code> and
<code>npm run build</code> in <code>frontend/</code>, or install Bordercast from its wheel.</p>
<p>The data is here all the same: <a href="/situation.json">the situation</a>,
<a href="/api/openapi.json">every address</a>.</p></main></body></html>"""


def built() -> bool:
    """Whether the page was built."""
    return (UI / "index.html").is_file()


def pages() -> APIRouter:
    """Return the addresses of the page; without a built page they say how to build it."""
    router = APIRouter(include_in_schema=False)

    async def page(_: Request) -> Response:
        if not built():
            return HTMLResponse(_UNBUILT, status_code=503)
        return HTMLResponse(
            (UI / "index.html").read_text("utf-8"), headers={"Cache-Control": "private, no-cache"}
        )

    for address in ADDRESSES:
        router.add_api_route(address, page, methods=["GET"])

    async def asset(request: Request, name: str) -> Response:
        found = _asset(name)
        if found is None:
            raise Refused(
                404,
                f"There is no file {name}",
                "The page has none of that name.",
                "Load the page anew: it may be older than the server.",
            )
        return respond(request, found, {"Cache-Control": "public, max-age=31536000, immutable"})

    router.add_api_route("/assets/{name}", asset, methods=["GET"])
    return router


@cache
def _asset(name: str) -> Payload | None:
    """Return a built file, packed once; its name holds a hash, so that it never changes and browsers keep it."""
    file = UI / "assets" / name
    media = MEDIA.get(file.suffix)
    if media is None or file.parent != UI / "assets" or not file.is_file():
        return None
    return payload(file.read_bytes(), media)
