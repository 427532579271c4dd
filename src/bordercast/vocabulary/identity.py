"""Ids made from content, so that a re-run writes the same rows and nothing twice."""

import hashlib

import msgspec


def fingerprint(*parts: object) -> str:
    """Return a 16-character id of the parts: equal parts give equal ids on every machine.

    Parts may be nouns, enums, dates, numbers, strings, tuples of these, or None.
    """
    encoded = msgspec.json.encode(parts, order="deterministic")
    return hashlib.blake2b(encoded, digest_size=8).hexdigest()
