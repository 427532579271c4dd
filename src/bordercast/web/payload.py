"""Answers as bytes, made once: encoded, packed, and known by their hash."""

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
from starlette.requests import Request
from starlette.responses import Response

PACK_FROM = 1400  # bytes: below one packet there is nothing to win
_LEVEL = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """Bytes with their media type, their gzip form (None when too small), and a name for the file when taken away."""

    body: bytes
    media: str
    etag: str
    packed: bytes | None
    file: str | None = None


def payload(body: bytes, media: str, *, file: str | None = None) -> Payload:
    """Return bytes ready to be sent any number of times."""
    binary = not (media.startswith("text/") or "json" in media or "xml" in media)
    packed = None if binary or len(body) < PACK_FROM else gzip.compress(body, _LEVEL, mtime=0)
    return Payload(
        body=body,
        media=media,
        etag=f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"',
        packed=packed,
        file=file,
    )


def json_payload(noun: object) -> Payload:
    """Return a record as JSON."""
    return payload(msgspec.json.encode(noun), "application/json")


def respond(request: Request, found: Payload, headers: Mapping[str, str] | None = None) -> Response:
    """Return a payload as a response: nothing when the reader has it already, packed when the reader can unpack."""
    sent = {
        "ETag": found.etag,
        "Cache-Control": "private, no-cache",
        "Vary": "Accept-Encoding, Authorization, Cookie",
    } | dict(headers or {})
    if found.file:
        sent["Content-Disposition"] = f'attachment; filename="{found.file}"'
    known = {tag.strip() for tag in request.headers.get("if-none-match", "").split(",")}
    if found.etag in known:
        return Response(status_code=304, headers=sent)
    if found.packed is not None and _takes_gzip(request):
        return Response(found.packed, media_type=found.media, headers=sent | {"Content-Encoding": "gzip"})
    return Response(found.body, media_type=found.media, headers=sent)


def _takes_gzip(request: Request) -> bool:
    for part in request.headers.get("accept-encoding", "").split(","):
        name, _, weight = part.strip().partition(";")
        if name == "gzip" and weight.replace(" ", "") not in ("q=0", "q=0.0"):
            return True
    return False
