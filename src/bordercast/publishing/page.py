"""The page: one self-contained HTML file that answers first and walks every number back to its sentence.

Nothing is fetched: styles and the few lines of script stand inside, and a content policy forbids the rest.
Every word of a report passes jinja2's autoescape.
"""

import base64
import hashlib
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bordercast.publishing import words
from bordercast.publishing.explain import behind
from bordercast.publishing.figures import (
    CorridorFigures,
    Figures,
    border_name,
    claim_words,
    figures,
    ground_words,
)
from bordercast.publishing.flowmap import border_anchor, flow_map
from bordercast.publishing.gate import PublicClaim, Release
from bordercast.publishing.notes import BOUNDARIES, DISCLAIMER, METHODS, TERMS, gaps, sureness
from bordercast.publishing.pressure import pressure_words
from bordercast.publishing.tables import Table
from bordercast.publishing.timeline import timelines
from bordercast.vocabulary import Decision, FlowEstimate

_Behind = tuple[CorridorFigures, tuple[PublicClaim, ...], tuple[PublicClaim, ...], tuple[PublicClaim, ...]]

_DECISIONS = {
    Decision.USED: "used in the estimate",
    Decision.SHOWN: "shown, not a flow figure",
    Decision.FOLDED: "a copy of another claim",
    Decision.SET_ASIDE: "set aside",
    Decision.REJECTED: "rejected by an analyst",
    Decision.UNREADABLE: "unreadable",
}


def page_bytes(release: Release, tables: tuple[Table, ...]) -> bytes:
    """Return ``situation.html``."""
    numbers = figures(release)
    script = _packaged("page.js")
    environment = Environment(
        loader=PackageLoader("bordercast.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "modelled": words.modelled,
        "signed": words.signed,
        "day": words.day_words,
        "said_quantity": words.quantity_words,
        "when": words.interval_words,
        "border_name": border_name,
        "border_anchor": border_anchor,
        "claim_words": claim_words,
        "site": words.site_words,
        "place": words.place_name,
        "capitalised": _capitalised,
        "ground": ground_words,
        "decision": _DECISIONS.__getitem__,
    }
    environment.globals |= {
        "between": words.between,
        "difference_between": words.difference_between,
        "pressure_words": pressure_words,
        "status_words": words.status_words,
        "unit_words": words.unit_words,
        "said": words.said,
        "joined": words.joined,
        "chance": words.chance_words,
        "linked": _linked,
    }
    html = environment.get_template("page.html.j2").render(
        release=release,
        numbers=numbers,
        wide=flow_map(release, numbers, width=980, height=560, font=14),
        tall=flow_map(release, numbers, width=360, height=350, font=12),
        panels=timelines(release, numbers),
        evidence=_evidence(release, numbers, release.estimate),
        claims=_in_order(release),
        tables=tables,
        sureness=sureness(numbers),
        gaps=gaps(release, numbers),
        boundaries=BOUNDARIES,
        disclaimer=DISCLAIMER,
        methods=METHODS,
        terms=TERMS,
        style=Markup(_packaged("page.css")),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    )
    return html.encode()


def _evidence(release: Release, numbers: Figures, estimate: FlowEstimate | None) -> list[_Behind]:
    if estimate is None:
        return []
    return [_sorted_behind(release, estimate, figure) for figure in numbers.corridors]


def _sorted_behind(release: Release, estimate: FlowEstimate, figure: CorridorFigures) -> _Behind:
    used, folded, aside = behind(release, estimate, figure.corridor)

    def order(claim: PublicClaim) -> tuple[bool, float, str]:
        return figure.code not in claim.entry.corridors, -claim.entry.weight, claim.id

    return figure, tuple(sorted(used, key=order)), folded, aside


def _in_order(release: Release) -> list[PublicClaim]:
    """Return every claim: those that inform first, then by kind and day."""
    rank = {Decision.USED: 0, Decision.SHOWN: 1, Decision.FOLDED: 2}
    return sorted(
        release.claims,
        key=lambda c: (
            rank.get(c.entry.decision, 3),
            c.kind.value,
            c.published.isoformat() if c.published else "",
            c.id,
        ),
    )


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _linked(source: str) -> bool:
    """Whether a source is a web address that may become a link; anything else stays text."""
    return source.startswith(("https://", "http://"))


def _packaged(name: str) -> str:
    return (resources.files("bordercast.publishing") / "templates" / name).read_text(encoding="utf-8")
