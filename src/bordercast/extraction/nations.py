"""Countries and their peoples in the words of a language that the atlas does not index."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from re import Pattern
from typing import Self

from bordercast import atlas

COLUMNS = 3  # names, peoples, adjectives; the last two may be left out


@dataclass(frozen=True, slots=True)
class Nations:
    """A pattern for every name, and the country and form each of its groups stands for."""

    pattern: Pattern[str]
    meanings: Mapping[str, tuple[str, atlas.Form]]

    @classmethod
    def of(cls, table: str) -> Self:
        """Return the nations of a table: a line ``TCD tchad | tchadiens?`` a country, patterns in lower case.

        The columns are names, peoples and adjectives; a people may have several patterns, between commas.
        """
        meanings: dict[str, tuple[str, atlas.Form]] = {}
        groups: list[tuple[int, str]] = []
        for line in filter(None, (row.strip() for row in table.splitlines())):
            iso3, rest = line.split(" ", 1)
            columns = [*(column.strip() for column in rest.split(" | ")), "", ""][:COLUMNS]
            for form, column in zip(
                (atlas.Form.NAME, atlas.Form.DEMONYM, atlas.Form.ADJECTIVE), columns, strict=True
            ):
                if column:
                    key = f"{iso3}_{form.value}"
                    meanings[key] = (iso3, form)
                    words = "|".join(word.strip() for word in column.split(","))
                    groups.append((-max(map(len, column.split(","))), f"(?P<{key}>{words})"))
        # the longest first, so that South Sudan is not Sudan
        alternatives = "|".join(group for _, group in sorted(groups))
        return cls(re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)"), meanings)

    def scan(self, text: str) -> Iterator[atlas.Mention]:
        """Yield the countries and peoples of a text, left to right."""
        for m in self.pattern.finditer(text.lower()):
            assert m.lastgroup is not None
            iso3, form = self.meanings[m.lastgroup]
            yield atlas.Mention(
                start=m.start(),
                end=m.end(),
                surface=text[m.start() : m.end()],
                form=form,
                candidates=(atlas.country(iso3).place,),
                ambiguous=False,
            )
