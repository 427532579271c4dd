"""The page itself: one document for every address of the page, and its files."""

from importlib import resources
from pathlib import Path

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

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

_UNBUILT = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bordercast</title></head><body><main>
<h1>The page was not built</h1><p>This installation has no page. Build it with <code>npm ci</code> and
<code>npm run build</code> in <code>frontend/</code>, or install Bordercast from its wheel.</p>
<p>The data is here all the same: <a href="/situation.json">the situation</a>,
<a href="/api/openapi.json">every address</a>.</p></main></body></html>"""


class Files(StaticFiles):
    """The built files: those whose names hold a hash never change and are kept by the browser."""

    async def check_config(self) -> None:
        """Say nothing of a folder that is not there: its files are not found."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file with how long it may be kept."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


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
    for name in ("assets", "locales", "fonts"):
        router.mount(f"/{name}", Files(directory=UI / name, check_dir=False))
    return router
