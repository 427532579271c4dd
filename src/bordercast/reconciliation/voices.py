"""Who speaks: the key under which a source's bias is shared, its class, and whether two voices are one."""

import re
from dataclasses import dataclass
from enum import Enum

from bordercast.reconciliation.statements import Statement
from bordercast.vocabulary import Attribution, Modality, SourceType


@dataclass(frozen=True, slots=True)
class Trust:
    """Sd of a source's constant log bias, and sd of its noise from figure to figure."""

    bias: float
    noise: float


class Voice(Enum):
    """Classes of sources. Origin: model-sources 2.2 (expert priors of IMEM); CERTAIN is judgement."""

    CERTAIN = Trust(0.02, 0.02)
    OFFICIAL = Trust(0.05, 0.04)
    ATTRIBUTED = Trust(0.12, 0.10)
    LOOSE = Trust(0.30, 0.25)


_CLASSES = {
    SourceType.OFFICIAL: Voice.OFFICIAL,
    SourceType.INTERNATIONAL: Voice.OFFICIAL,
    SourceType.POLITICIAN: Voice.LOOSE,
    SourceType.EXPERT: Voice.ATTRIBUTED,
    SourceType.ORGANISATION: Voice.ATTRIBUTED,
    SourceType.MEDIA: Voice.ATTRIBUTED,
    SourceType.WITNESS: Voice.LOOSE,
    SourceType.UNNAMED: Voice.LOOSE,
}

_GENERIC = frozenset(
    [
        "ministry",
        "minister",
        "service",
        "committee",
        "department",
        "national",
        "state",
        "government",
        "general",
        "authority",
        "border",
        "guard",
        "agency",
        "office",
        "administration",
        "spokesman",
        "spokeswoman",
        "official",
        "officials",
        "president",
        "head",
        "internal",
        "affairs",
        "interior",
        "media",
        "news",
        "local",
        "police",
        "republic",
        "federal",
    ]
)
_LATIN = str.maketrans(
    dict(
        zip(
            "абвгдежзийклмнопрстуфхцчшщъыьэюя",
            [
                "a",
                "b",
                "v",
                "g",
                "d",
                "e",
                "zh",
                "z",
                "i",
                "i",
                "k",
                "l",
                "m",
                "n",
                "o",
                "p",
                "r",
                "s",
                "t",
                "u",
                "f",
                "kh",
                "ts",
                "ch",
                "sh",
                "shch",
                "_",
                "y",
                "_",
                "e",
                "iu",
                "ia",
            ],
            strict=True,
        )
    )
    | {"ё": "e", "q": "k", "_": ""}
)


def voice_class(statement: Statement) -> Voice:
    """Return the class of the one who says it; hearsay is never better than an attributed press figure."""
    if statement.certain:
        return Voice.CERTAIN
    kind = _CLASSES[statement.claim.attribution.source_type]
    if kind is Voice.OFFICIAL and statement.claim.modality is Modality.REPORTED:
        return Voice.ATTRIBUTED
    if statement.claim.modality is Modality.RUMOURED:
        return Voice.LOOSE
    return kind


def voice_key(statement: Statement) -> str:
    """Return the name under which this source's bias is shared: organisation, speaker, outlet, or report."""
    said = statement.claim.attribution
    name = said.organisation or said.speaker or (said.chain[-1] if said.chain else None)
    if name is None and statement.report is not None:
        name = statement.report.publisher
    return plain(name) if name else f"report {statement.claim.report_id}"


def named(said: Attribution) -> bool:
    """Whether somebody stands for it by name or office."""
    return said.speaker is not None or said.organisation is not None


def same_voice(one: Attribution, other: Attribution) -> bool:
    """Whether two attributions may well be one voice: same surname, or organisations that share a telling word."""
    if one.speaker and other.speaker:
        return _surname(one.speaker) == _surname(other.speaker)
    first, second = _telling(one), _telling(other)
    return bool(first & second)


def untold(said: Attribution) -> bool:
    """Whether the attribution tells no voice from others of its kind: "officials", "the ministry", or nobody at all."""
    return said.speaker is None and not _telling(said)


def plain(name: str) -> str:
    """Return a name in small Latin letters without marks, so that Аталыков meets Atalyqov."""
    return re.sub(r"[^a-z0-9 ]+", "", name.casefold().translate(_LATIN)).strip()


def _surname(speaker: str) -> str:
    words = plain(speaker).split()
    # five letters: endings differ between languages and transliterations (Atalykov, Atalyqov, Аталыков)
    return re.sub(r"y", "i", words[-1][:5]) if words else ""


def _telling(said: Attribution) -> frozenset[str]:
    words = f"{plain(said.organisation or '')} {plain(said.speaker or '')} {plain(said.role or '')}".split()
    # six letters: Kazakhstan and Казахстана are one word
    return frozenset(w[:6] for w in words if len(w) > 3 and w not in _GENERIC)
