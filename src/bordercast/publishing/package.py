"""The data package: a Frictionless descriptor of the tables, by hand, so that nothing new must be installed."""

import hashlib
import json
import re

from bordercast.publishing.gate import Release
from bordercast.publishing.tables import Table


def package_bytes(release: Release, tables: tuple[Table, ...], files: dict[str, bytes]) -> bytes:
    """Return ``datapackage.json``: every CSV with its schema, size and hash, and the publishers as sources."""
    publishers = sorted({source.publisher for source in release.sources if source.publisher})
    descriptor = {
        "profile": "tabular-data-package",
        "name": re.sub(r"[^a-z0-9._-]+", "-", release.name.lower()).strip("-") or "situation",
        "title": f"{release.name}, as of {release.as_of}",
        "description": (
            "Figures modelled by Bordercast from published claims; each walks back to the sentence that said it. "
            "Flows count people who crossed, not people who stay. Not for enforcement. "
            "Boundaries and names imply no opinion on the legal status of any territory."
        ),
        "version": release.as_of.isoformat(),
        "sources": [{"title": publisher} for publisher in publishers],
        "resources": [_resource(table, files[f"{table.name}.csv"]) for table in tables],
    }
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(table: Table, content: bytes) -> dict[str, object]:
    return {
        "name": table.name.replace("_", "-"),
        "path": f"{table.name}.csv",
        "title": table.title,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n", "delimiter": ",", "doubleQuote": True, "header": True},
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [
                {"name": column.name, "type": column.type, "description": column.description}
                for column in table.columns
            ],
            "missingValues": [""],
        },
    }
