from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bordercast.vocabulary import (
    Attribution,
    Basis,
    Claim,
    Hedge,
    Interval,
    Kind,
    Measure,
    Modality,
    Quantity,
    Report,
    SourceType,
    Where,
)

AS_OF = date(2022, 10, 4)
TRIGGER_DAY = date(2022, 9, 21)


def place(code: str) -> Where:
    return Where(iso3=None, name="European Union") if code == "EU" else Where(iso3=code, name=code)


def quantity(
    value: float | None,
    hedge: Hedge = Hedge.EXACT,
    unit: str = "person",
    per: str | None = None,
    **bounds: Any,
) -> Quantity:
    low = None if hedge in (Hedge.UP_TO, Hedge.LESS_THAN) else value
    high = None if hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST) else value
    return Quantity(
        value=value,
        low=bounds.get("low", low),
        high=bounds.get("high", high),
        hedge=hedge,
        unit=unit,
        per=per,
    )


class World:
    """Reports and claims in the making; ``said`` adds one claim in a report of its own."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.claims: list[Claim] = []

    def report(self, day: date | None, *, shingles: str = "", title: str = "", publisher: str = "") -> Report:
        report = Report.of(
            text=f"Report {len(self.reports)} of the test.",
            title=title,
            publisher=publisher or f"outlet {len(self.reports)}",
            published=datetime(day.year, day.month, day.day, 18, tzinfo=UTC) if day else None,
            shingles=shingles,
        )
        self.reports.append(report)
        return report

    def said(self, figure: Quantity | None, *, published: date | None = AS_OF, **fields: Any) -> Claim:
        report = fields.pop("report", None) or self.report(published)
        start, end = fields.pop("days", (TRIGGER_DAY, published))
        voice = fields.pop("voice", f"Ministry number {len(self.claims)}")
        content: dict[str, Any] = {
            "report_id": report.id,
            "kind": Kind.FLOW,
            "term": "arrived",
            "quantity": figure,
            "measure": Measure.CUMULATIVE,
            "population": None,
            "origin": place(fields.pop("origin", "RUS")),
            "destinations": tuple(place(c) for c in fields.pop("to", ("KAZ",))),
            "via": (),
            "at": None,
            "interval": Interval(start=start, end=end, basis=Basis.EXPLICIT) if start or end else None,
            "attribution": Attribution(organisation=voice, source_type=SourceType.OFFICIAL),
            "modality": Modality.ASSERTED,
            "status": None,
            "evidence": (report.span(0, len(report.text)),),
        }
        claim = Claim.of(**{**content, **fields})
        self.claims.append(claim)
        return claim

    def trigger(self, day: date = TRIGGER_DAY, country: str = "RUS") -> Claim:
        return self.said(
            None,
            published=day,
            kind=Kind.TRIGGER,
            term="mobilisation",
            measure=Measure.UNSPECIFIED,
            at=place(country),
            days=(day, day),
        )


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def figure() -> Callable[..., Quantity]:
    return quantity


@pytest.fixture
def exodus(world: World) -> World:
    """A small crisis with totals, daily figures, a group, onward movement and a border statement."""
    world.trigger()
    world.said(quantity(98000, Hedge.APPROX), published=date(2022, 9, 27))
    world.said(quantity(200000, Hedge.MORE_THAN), published=date(2022, 10, 4))
    world.said(quantity(7000, Hedge.APPROX), measure=Measure.DAILY, days=(date(2022, 10, 3),) * 2)
    world.said(
        quantity(10000, Hedge.APPROX, per="day"),
        to=("GEO",),
        measure=Measure.DAILY_RATE,
        published=date(2022, 9, 27),
        days=(date(2022, 9, 23), date(2022, 9, 26)),
    )
    world.said(quantity(8572), to=("FIN",), measure=Measure.DAILY, days=(date(2022, 9, 24),) * 2)
    world.said(
        quantity(66000, Hedge.NEARLY),
        to=("EU",),
        measure=Measure.PERIOD,
        published=date(2022, 9, 27),
        days=(date(2022, 9, 19), date(2022, 9, 25)),
    )
    world.said(
        quantity(None, Hedge.VAGUE, unit="vehicle", low=20000, high=100000),
        to=("GEO", "FIN", "KAZ", "MNG"),
        published=date(2022, 9, 26),
        measure=Measure.UNSPECIFIED,
    )
    world.said(quantity(147000, Hedge.APPROX), kind=Kind.ONWARD, origin="KAZ", to=())
    world.said(
        None,
        kind=Kind.BORDER_STATUS,
        term="border",
        status="undecided",
        modality=Modality.UNDECIDED,
        at=place("RUS"),
        to=(),
        measure=Measure.UNSPECIFIED,
        published=date(2022, 9, 26),
        days=(date(2022, 9, 26),) * 2,
    )
    return world
