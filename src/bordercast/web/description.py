"""The description of every address, OpenAPI 3.1, with the errors every address can answer with."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from bordercast.web.problems import MEDIA, Problem

_COMMON = {
    400: "The body is not JSON",
    401: "A token is wanted",
    403: "Not from another site, not without the header X-Bordercast, or not here",
    404: "There is no such thing, or no situation of that day",
    405: "The address does not take that method",
    408: "The body took too long to come",
    413: "More than 64 KiB came",
    421: "The name in Host is not this server's",
    422: "A parameter or the body cannot be used",
    429: "Too many requests from one address",
    503: "The estimate is not ready, or the store cannot be read",
}
_ABOUT = (
    "Who said what, how many crossed where, and how sure: a situation, every number with its evidence. "
    "In words: docs/reference/api.md. Where a token is wanted, send it as Authorization: Bearer TOKEN."
)


def describe(app: FastAPI) -> None:
    """Make an application describe itself in full."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _description(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _description(app: FastAPI) -> dict[str, Any]:
    found = get_openapi(title=app.title, version=app.version, description=_ABOUT, routes=app.routes)
    components = found.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    schemas["Problem"] = Problem.model_json_schema()
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    content = {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for methods in found["paths"].values():
        for method, operation in methods.items():
            answers = operation["responses"]
            answers |= {
                str(status): {"description": words, "content": content} for status, words in _COMMON.items()
            }
            if method == "get":
                answers["304"] = {"description": "What you have is still so (If-None-Match)"}
    return found
