"""The application: every address, behind one guard."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from bordercast import __version__
from bordercast.web import asking, deciding, problems, reading, taking
from bordercast.web.description import describe
from bordercast.web.desk import Desk
from bordercast.web.guard import Access, Guard
from bordercast.web.pages import pages
from bordercast.web.source import Source


def application(source: Source, access: Access) -> Guard:
    """Return the application that shows a source to those whom ``access`` lets in."""
    desk = Desk(source, small_counts=access.small_counts, read_only=access.read_only)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        warming = asyncio.get_running_loop().create_task(desk.warm())
        yield
        warming.cancel()
        desk.close()

    app = FastAPI(
        title="Bordercast",
        version=__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    problems.install(app)
    app.state.desk = desk
    app.state.jobs = asking.Jobs()
    for part in (reading, deciding, asking, taking):
        app.include_router(part.router)
    app.include_router(pages())
    describe(app)
    return Guard(app, access)
