"""Bytes become clean text: one encoding, one kind of line end, no invisible characters."""

import re
import unicodedata

from charset_normalizer import from_bytes

# Zero-width, soft-hyphen and bidirectional control characters: invisible, and they break words and offsets.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# UTF-8 that somebody read as Windows-1252 and saved again: "Ã©" for "é", «Ð¿» for «п», "â€œ" for a quotation mark.
TWICE = re.compile("[ÃÂÐÑ][\u0080-\u00bf\u0152-\u2122]|â€")
TWICE_LEAST = 3  # signs of it before a text is mended; "Â£" alone may be meant (judgement)
# More control characters than this share means that the bytes are not text. Judgement.
BINARY_SHARE = 0.02


class Undecodable(ValueError):
    """The bytes are not text in any encoding we can tell."""


def decode(raw: bytes) -> str:
    """Return the text of a file: UTF-8 when it is, else the encoding that fits best; raises Undecodable.

    A text that was encoded twice ("DÃ©placÃ©s") is decoded twice.
    """
    if raw.startswith((b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        raise Undecodable("the bytes of a PDF, archive or picture under a text file's name")
    try:
        text = raw.decode("utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(raw[:200_000]).best()
        if best is None:
            raise Undecodable("bytes that are not text in any known encoding") from None
        text = raw.decode(best.encoding, errors="replace")
    if text and len(CONTROL.findall(text[:100_000])) > BINARY_SHARE * min(len(text), 100_000):
        raise Undecodable("binary data, not text")
    return clean(_mended(text))


def _mended(text: str) -> str:
    """Return the text that was encoded twice as it was written; any other as it is."""
    if len(TWICE.findall(text[:20_000])) < TWICE_LEAST:
        return text
    try:
        return b"".join(_byte(char) for char in text).decode("utf-8")
    except UnicodeError:  # only a part of it was: nothing is guessed
        return text


def _byte(char: str) -> bytes:
    # five of its places are empty, and are passed on as they are
    return char.encode("latin-1" if char in "\x81\x8d\x8f\x90\x9d" else "cp1252")


def clean(text: str) -> str:
    """Return the text in NFC with line feeds, without control and invisible characters, stripped at both ends."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    return unicodedata.normalize("NFC", CONTROL.sub("", INVISIBLE.sub("", text))).strip()
