"""The application: every address, behind one guard."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI

from bordercast import __version__
from bordercast.web import asking, deciding, problems, reading, taking
from bordercast.web.description import describe
from bordercast.web.desk import Desk
from bordercast.web.guard import Access, Guard
from bordercast.web.pages import pages
from bordercast.web.source import Source


def application(source: Source, access: Access, *, ahead: int = 0) -> Guard:
    """Return the application that shows a source to those whom ``access`` lets in.

    ``ahead`` is how many of the latest days are worked out before anybody asks.
    """
    app = _addresses()
    app.state.desk = Desk(source, small_counts=access.small_counts, read_only=access.read_only, ahead=ahead)
    app.state.jobs = asking.Jobs()
    return Guard(app, access)


def described() -> dict[str, Any]:
    """Return the description of every address, OpenAPI 3.1."""
    return _addresses().openapi()


def _addresses() -> FastAPI:
    app = FastAPI(
        title="Bordercast",
        version=__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    problems.install(app)
    for part in (reading, deciding, asking, taking):
        app.include_router(part.router)
    app.include_router(pages())
    describe(app)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    desk: Desk = app.state.desk
    desk.begin()
    describing = asyncio.get_running_loop().run_in_executor(None, app.openapi)  # half a second, once
    yield
    await describing
    desk.close()
