"""The name index: from a written name to the places it may mean.

The packed file holds one line a key, ``key TAB value``, grouped into buckets by the key's first two
characters. A bucket is parsed when a text first asks for it, so loading costs a decompression and no
more, and a process that reads one report never parses the other nine tenths.

A value is ``words|form|refs``. ``words`` is how many words the longest key has that starts with this
key (empty if the key is only ever a whole name), so a scan knows how far to look ahead. ``form`` is
``N``, ``D`` or ``A`` (name, demonym, adjective), lower-case when the word is ambiguous, ``M`` for a mask
(an organisation whose name contains a place), or empty when the key is only the start of longer names.
``refs`` are place ids, best first; ``#12`` is row 12 of the city table.

Russian city names are kept by the stems of their words under ``~``; their value is
``words|lemma=form=refs;lemma=form=refs`` and a hit is checked against the lemma's case forms.
"""

from functools import cache, lru_cache

from bordercast.atlas.city import city_at
from bordercast.atlas.packed import read_packed
from bordercast.atlas.place import Form, Place
from bordercast.atlas.register import place_by_id

FORMS = {"N": Form.NAME, "D": Form.DEMONYM, "A": Form.ADJECTIVE}
MASK = "M"

NORMAL = str.maketrans(
    {
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "`": "'",
        "–": "-",
        "—": "-",
        "‑": "-",
        "\u00a0": " ",
        "\n": " ",
        "ё": "е",
        "Ё": "Е",
    }
)
"""One character to one character, so that offsets survive. Keys are stored this way too."""


class NameIndex:
    """Look-ups over the packed names; buckets are parsed on first use."""

    __slots__ = ("_keys", "_seen", "_sources")

    def __init__(self, text: str) -> None:
        self._keys: dict[str, str] = {}
        self._seen: set[str] = set()
        self._sources: dict[str, str] = {}
        for block in text.split("\f"):
            self._sources[block[:2]] = block

    def value(self, key: str) -> str | None:
        """The raw value stored under this key."""
        prefix = key[:2].ljust(2)
        if prefix not in self._seen:
            self._seen.add(prefix)
            block = self._sources.pop(prefix, "")
            if block:
                self._keys.update([line.split("\t", 1) for line in block[3:].split("\n")])  # type: ignore[misc]
        return self._keys.get(key)


@cache
def name_index() -> NameIndex:
    """The index, decompressed once a process."""
    return NameIndex(read_packed("names.txt.z"))


@lru_cache(maxsize=20_000)
def resolve(refs: str) -> tuple[Place, ...]:
    """The places behind the references of a value."""
    return tuple(city_at(int(ref[1:])) if ref[0] == "#" else place_by_id()[ref] for ref in refs.split(" "))
