"""Looking one name up."""

from bordercast.atlas.index import NORMAL, name_index, resolve
from bordercast.atlas.place import Level, Place
from bordercast.atlas.russian import forms, stem


def find(name: str, near: str | None = None) -> tuple[Place, ...]:
    """The places that bear exactly this name, best first; those of the country ``near`` before others.

    Countries, groups and regions keep their place at the front unless ``near`` speaks against them.
    An unknown name gives an empty tuple.
    """
    plain = " ".join(name.split()).translate(NORMAL).rstrip(".")
    found = _exact(plain) or _declined(plain)
    if near is None:
        return found
    return tuple(sorted(found, key=lambda place: not _belongs(place, near)))


def _exact(plain: str) -> tuple[Place, ...]:
    entry = name_index().value(plain) if plain else None
    form, _, refs = entry.partition("|")[2].partition("|") if entry else ("", "", "")
    return resolve(refs) if refs and form != "M" else ()


def _declined(plain: str) -> tuple[Place, ...]:
    key = "~" + " ".join(stem(word) for word in plain.split())
    key = "~" + "-".join(stem(part) for part in key[1:].split("-")) if "-" in key else key
    entry = name_index().value(key)
    for lemma_entry in entry.partition("|")[2].split(";") if entry else ():
        if not lemma_entry:
            continue
        lemma, _, refs = lemma_entry.split("=")
        if plain in forms(lemma):
            return resolve(refs)
    return ()


def _belongs(place: Place, near: str) -> bool:
    return place.iso3 == near or (place.level is not Level.GROUP and near in place.also)
