"""A small situation of our own invention: one origin, six legs, a dozen sentences nobody ever published."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np

from bordercast.vocabulary import (
    Attribution,
    Basis,
    BorderEvent,
    BorderTimeline,
    Chance,
    Claim,
    Closure,
    Contradiction,
    Corridor,
    Decision,
    FlowEstimate,
    Hedge,
    Interval,
    Kind,
    Ledger,
    LedgerEntry,
    Measure,
    Modality,
    Projection,
    Quantity,
    Report,
    Scenario,
    Situation,
    SourceType,
    Where,
)

AS_OF = date(2022, 10, 4)
FIRST = date(2022, 9, 19)

RUS = Where(iso3="RUS", name="Russia")
KAZ = Where(iso3="KAZ", name="Kazakhstan")
GEO = Where(iso3="GEO", name="Georgia")
FIN = Where(iso3="FIN", name="Finland")
MNG = Where(iso3="MNG", name="Mongolia")
UZB = Where(iso3="UZB", name="Uzbekistan")
EU = Where(iso3=None, name="European Union")

LEVELS = {"KAZ": 14000, "GEO": 7500, "FIN": 5200, "MNG": 900, "LVA": 350, "OTHER": 3}
ONWARD = {"UZB": 5200, "KGZ": 3100}


def said(value=None, low=None, high=None, hedge=Hedge.EXACT, unit="person"):
    return Quantity(value=value, low=low, high=high, hedge=hedge, unit=unit)


def over(value):
    return said(value=value, low=value, hedge=Hedge.MORE_THAN)


def about(value, half):
    return said(value=value, low=value - half, high=value + half, hedge=Hedge.APPROX)


def between(low, high):
    return said(low=low, high=high, hedge=Hedge.RANGE)


def days(start, end):
    return Interval(start=start, end=end, basis=Basis.EXPLICIT)


def report(text, publisher, day, title="", source=""):
    return Report.of(
        text=text,
        title=title or f"{publisher}, {day}",
        publisher=publisher,
        published=datetime(2022, day[0], day[1], 9, tzinfo=UTC),
        source=source or f"/home/someone/reports/{publisher.lower().replace(' ', '-')}.txt",
    )


def claim(of, quote, kind=Kind.FLOW, **fields):
    start = of.text.index(quote)
    default = {
        "report_id": of.id,
        "kind": kind,
        "term": "crossed_border",
        "quantity": None,
        "measure": Measure.CUMULATIVE,
        "population": None,
        "origin": RUS,
        "destinations": (),
        "via": (),
        "at": None,
        "interval": None,
        "attribution": Attribution(source_type=SourceType.MEDIA, chain=(of.publisher,)),
        "modality": Modality.ASSERTED,
        "status": None,
        "evidence": (of.span(start, start + len(quote)),),
    }
    return Claim.of(**(default | fields))


MINISTER = Attribution(
    speaker="Dana Ospan",
    role="interior minister",
    organisation="Ministry of the Interior",
    source_type=SourceType.OFFICIAL,
    chain=("Steppe Courier", "Dana Ospan"),
)
GUARD = Attribution(organisation="Border Guard", role="press office", source_type=SourceType.OFFICIAL)


def build():
    """Return the situation; every call builds it anew."""
    courier = report(
        "The roads north stayed full on Tuesday.\n\nMore than 200,000 people have come in from Russia since 21 September, "
        "the interior minister, Dana Ospan, told the assembly. About 147,000 of them have left again, she said, mainly "
        "for Uzbekistan and Kyrgyzstan.\n\nIn Oral a cinema has put mattresses between its rows.",
        "Steppe Courier",
        (10, 4),
        source="https://courier.example/2022/10/04/assembly?a=1&b=2",
    )
    copy = report(
        "More than 200,000 people have come in from Russia since 21 September, the minister told the assembly.",
        "Evening Lamp",
        (10, 4),
    )
    north = report(
        "The Border Guard counted 5,000 to 6,000 arrivals a day from Russia between 24 and 30 September.\n"
        "There is no decision on closing the border, the press office said. A rumour on the buses has it that the "
        "border will be shut on Friday.",
        "Northern Post",
        (10, 1),
    )
    closing = report(
        "Finland closed its border to Russian tourists at midnight, the Border Guard said. Helsinki had planned it for days.",
        "Northern Post",
        (9, 30),
    )
    valley = report(
        "Some 53,000 Russians entered Georgia in the last week of September, the ministry said. "
        "A local channel put it at 250,000 over the same days. "
        "The queue before Verkhny Lars was 20 km long.",
        "Valley Herald",
        (10, 2),
    )
    south = report(
        "Tens of thousands of vehicles crossed into Georgia, Finland, Kazakhstan and Mongolia.\n"
        "A partial mobilisation was announced on 21 September. Around 3,000 Russians arrived in Mongolia in two days.",
        "South Wind",
        (9, 26),
    )
    market = report(
        "An economist expects 800,000 people to leave Russia by the end of the year.", "Market Sheet", (10, 3)
    )
    reports = (courier, copy, north, closing, valley, south, market)
    since = days(date(2022, 9, 21), AS_OF)
    claims = {
        "kaz": claim(
            courier,
            "More than 200,000 people have come in from Russia since 21 September",
            quantity=over(200000),
            destinations=(KAZ,),
            interval=since,
            attribution=MINISTER,
        ),
        "kaz_copy": claim(
            copy,
            "More than 200,000 people have come in from Russia since 21 September",
            quantity=over(200000),
            destinations=(KAZ,),
            interval=since,
        ),
        "onward": claim(
            courier,
            "About 147,000 of them have left again",
            Kind.ONWARD,
            term="left_country",
            quantity=about(147000, 500),
            origin=KAZ,
            destinations=(UZB, Where(iso3="KGZ", name="Kyrgyzstan")),
            interval=since,
            attribution=MINISTER,
        ),
        "cinema": claim(
            courier,
            "In Oral a cinema has put mattresses between its rows",
            Kind.SHELTER,
            term="cinema",
            origin=None,
            at=Where(iso3="KAZ", name="Oral"),
            measure=Measure.POINT,
            status="improvised",
            interval=Interval(start=AS_OF, end=AS_OF, basis=Basis.PUBLICATION),
        ),
        "fin": claim(
            north,
            "5,000 to 6,000 arrivals a day from Russia",
            quantity=replace(between(5000, 6000), per="day"),
            measure=Measure.DAILY_RATE,
            destinations=(FIN,),
            attribution=GUARD,
            interval=days(date(2022, 9, 24), date(2022, 9, 30)),
        ),
        "undecided": claim(
            north,
            "There is no decision on closing the border",
            Kind.BORDER_STATUS,
            term="border",
            at=FIN,
            modality=Modality.UNDECIDED,
            status="undecided",
            attribution=GUARD,
            measure=Measure.UNSPECIFIED,
            interval=days(date(2022, 10, 1), date(2022, 10, 1)),
        ),
        "rumour": claim(
            north,
            "the border will be shut on Friday",
            Kind.BORDER_STATUS,
            term="border",
            at=FIN,
            modality=Modality.RUMOURED,
            status="closed",
            measure=Measure.UNSPECIFIED,
            interval=days(date(2022, 10, 1), date(2022, 10, 1)),
        ),
        "restricted": claim(
            closing,
            "Finland closed its border to Russian tourists at midnight",
            Kind.BORDER_STATUS,
            term="border",
            at=FIN,
            status="restricted",
            attribution=GUARD,
            population="Russian tourists",
            measure=Measure.UNSPECIFIED,
            interval=days(date(2022, 9, 30), date(2022, 9, 30)),
        ),
        "geo": claim(
            valley,
            "Some 53,000 Russians entered Georgia in the last week of September",
            quantity=about(53000, 500),
            destinations=(GEO,),
            population="Russians",
            attribution=Attribution(
                organisation="Ministry of Internal Affairs", source_type=SourceType.OFFICIAL
            ),
            interval=days(date(2022, 9, 24), date(2022, 9, 30)),
        ),
        "geo_high": claim(
            valley,
            "A local channel put it at 250,000 over the same days",
            quantity=said(250000, 250000, 250000),
            destinations=(GEO,),
            modality=Modality.REPORTED,
            interval=days(date(2022, 9, 24), date(2022, 9, 30)),
            attribution=Attribution(organisation="a local channel", source_type=SourceType.MEDIA),
        ),
        "queue": claim(
            valley,
            "The queue before Verkhny Lars was 20 km long",
            Kind.QUEUE,
            term="queue",
            quantity=said(20, 20, 20, unit="km"),
            measure=Measure.POINT,
            origin=None,
            at=Where(iso3="GEO", name="Verkhny Lars"),
        ),
        "vehicles": claim(
            south,
            "Tens of thousands of vehicles crossed into Georgia, Finland, Kazakhstan and Mongolia",
            quantity=said(low=20000, high=100000, hedge=Hedge.VAGUE, unit="vehicle"),
            destinations=(GEO, FIN, KAZ, MNG),
            interval=days(date(2022, 9, 21), date(2022, 9, 26)),
        ),
        "mobilisation": claim(
            south,
            "A partial mobilisation was announced on 21 September",
            Kind.TRIGGER,
            term="mobilisation",
            origin=None,
            at=RUS,
            measure=Measure.UNSPECIFIED,
            interval=days(date(2022, 9, 21), date(2022, 9, 21)),
        ),
        "mng": claim(
            south,
            "Around 3,000 Russians arrived in Mongolia in two days",
            quantity=about(3000, 500),
            destinations=(MNG,),
            interval=days(date(2022, 9, 24), date(2022, 9, 25)),
            modality=Modality.ESTIMATED,
        ),
        "forecast": claim(
            market,
            "An economist expects 800,000 people to leave Russia by the end of the year",
            quantity=said(800000, 800000, 800000),
            modality=Modality.PROJECTED,
            interval=Interval(start=None, end=date(2022, 12, 31), basis=Basis.FUTURE),
            attribution=Attribution(role="an economist", source_type=SourceType.EXPERT),
        ),
    }
    return assemble(reports, claims)


def assemble(reports, claims):
    """Return the situation of reports and named claims."""
    legs = (
        *(Corridor(origin="RUS", destination=d) for d in LEVELS),
        *(Corridor(origin="KAZ", destination=d, onward=True) for d in ONWARD),
    )
    totals = (
        Corridor(origin="KAZ", destination="ANY", onward=True, members=tuple(ONWARD)),
        Corridor(origin="RUS", destination="ANY", members=tuple(LEVELS)),
        Corridor(origin="RUS", destination="EU", members=("FIN", "LVA")),
    )
    informs = {
        "kaz": (1.0, ("RUS>KAZ",)),
        "onward": (0.9, ("KAZ>UZB", "KAZ>KGZ")),
        "fin": (1.1, ("RUS>FIN",)),
        "geo": (0.95, ("RUS>GEO",)),
        "geo_high": (0.08, ("RUS>GEO",)),
        "vehicles": (0.12, ("RUS>GEO", "RUS>FIN", "RUS>KAZ", "RUS>MNG")),
        "mng": (0.6, ("RUS>MNG",)),
    }
    entries = []
    for name, one in claims.items():
        if name in informs:
            weight, corridors = informs[name]
            entry = LedgerEntry(
                subject=one.id,
                decision=Decision.USED,
                reason="window",
                words="Enters as a window on the running total.",
                weight=weight,
                corridors=corridors,
            )
        elif name == "kaz_copy":
            entry = LedgerEntry(
                subject=one.id,
                decision=Decision.FOLDED,
                reason="same_statement",
                words="The same statement by the same speaker.",
                into=claims["kaz"].id,
                corridors=("RUS>KAZ",),
            )
        elif name == "forecast":
            entry = LedgerEntry(
                subject=one.id,
                decision=Decision.SET_ASIDE,
                reason="not_yet",
                words="A forecast is no observation.",
            )
        else:
            entry = LedgerEntry(
                subject=one.id, decision=Decision.SHOWN, reason="no_flow", words="Shown with its kind."
            )
        entries.append(entry)
    entries.append(
        LedgerEntry(
            subject="/home/someone/reports/broken.pdf",
            decision=Decision.UNREADABLE,
            reason="damaged",
            words="The file ends in the middle.",
        )
    )
    contradictions = ()
    if "geo_high" in claims:
        contradictions = (
            Contradiction(
                claim_id=claims["geo_high"].id,
                expected=(47000, 56000, 68000),
                surprise=0.0004,
                opponents=(claims["geo"].id,),
            ),
        )
    estimate = _estimate(legs, totals)
    stands = _projection(estimate, Scenario(), 1.0)
    closure = Scenario(
        name="close RUS>KAZ from 2022-10-08",
        closures=(Closure(origin="RUS", destination="KAZ", start=date(2022, 10, 8)),),
    )
    return Situation(
        name="Russia, autumn 2022 <test>",
        as_of=AS_OF,
        reports=reports,
        claims=tuple(sorted(claims.values(), key=lambda c: c.id)),
        ledger=Ledger(entries=tuple(sorted(entries, key=lambda e: e.subject)), contradictions=contradictions),
        estimate=estimate,
        borders=_borders(claims),
        projections=(stands, _closed(stands, closure)),
    )


def _borders(claims):
    def event(name, day):
        one = claims[name]
        return BorderEvent(
            day=day,
            status=one.status,
            modality=one.modality,
            voice=one.attribution.voice,
            claim_id=one.id,
            population=one.population,
        )

    names = (
        ("restricted", date(2022, 9, 30)),
        ("rumour", date(2022, 10, 1)),
        ("undecided", date(2022, 10, 1)),
    )
    fin = tuple(event(name, day) for name, day in names if name in claims)
    lines = [BorderTimeline(border="RUS>FIN", events=fin)] if fin else []
    if "rumour" in claims:
        lines.append(BorderTimeline(border="RUS", events=(event("rumour", date(2022, 10, 1)),)))
    if "queue" in claims:
        lines.append(
            BorderTimeline(
                border="Verkhny Lars",
                events=(
                    BorderEvent(
                        day=date(2022, 10, 2),
                        status="open",
                        modality=Modality.ASSERTED,
                        voice="Valley Herald",
                        claim_id=claims["queue"].id,
                        population=None,
                    ),
                ),
            )
        )
    return tuple(lines)


def _estimate(legs, totals):
    random = Chance(seed=7).named("a situation for tests")
    span = tuple(FIRST + timedelta(days=i) for i in range((AS_OF - FIRST).days + 1))
    shape = np.array([0.06, 0.06, 0.6, 0.9, 1.1, 1.25, 1.3, 1.35, 1.4, 1.35, 1.25, 1.1, 1.0, 0.95, 0.9, 0.85])
    levels = np.array([*LEVELS.values(), *ONWARD.values()], dtype=float)
    sure = np.array([0.08, 0.12, 0.1, 0.3, 0.9, 0.6, 0.2, 0.25])
    draws = 400
    noise = random.normal(0, 0.16, (draws, len(legs), len(span)))
    level = random.normal(0, 1, (draws, len(legs), 1)) * sure[None, :, None]
    return FlowEstimate(
        as_of=AS_OF,
        legs=legs,
        totals=totals,
        days=span,
        draws=levels[None, :, None] * shape[None, None, :] * np.exp(level + noise),
        informed=(0.95, 0.9, 0.93, 0.7, 0.12, 0.05, 0.8, 0.75),
        method="test/1",
    )


def _projection(estimate, scenario, factor):
    span = tuple(AS_OF + timedelta(days=i + 1) for i in range(14))
    random = Chance(seed=7).named("a forecast for tests")
    walk = np.cumsum(random.normal(-0.02, 0.09, (estimate.draws.shape[0], len(estimate.legs), 14)), axis=2)
    draws = estimate.draws[:, :, -1:] * np.exp(walk) * factor
    return Projection(
        scenario=scenario,
        as_of=AS_OF,
        legs=estimate.legs,
        totals=estimate.totals,
        days=span,
        draws=draws,
        waiting=np.zeros((draws.shape[0], 14)),
        method="test/1",
    )


def _closed(stands, scenario):
    draws = stands.draws.copy()
    stopped = draws[:, 0, 3:] * 0.98
    draws[:, 0, 3:] -= stopped
    draws[:, 1, 3:] += stopped * 0.45
    draws[:, 3, 3:] += stopped * 0.25
    waiting = np.zeros((draws.shape[0], 14))
    waiting[:, 3:] = np.cumsum(stopped * 0.3, axis=1)
    return replace(stands, scenario=scenario, draws=draws, waiting=waiting)
