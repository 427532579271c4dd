"""Reconcile a few figures of Russia 2022 one at a time, and watch what each does to the answer.

Each step adds one statement as it was published, prints what the estimate then is and why it moved. The figures are facts
reported in September and October 2022; the sentences around them are ours. Read the printed notes like a notebook.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np

import bordercast
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

CALL_UP = date(2022, 9, 21)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One statement and what it teaches."""

    lesson: str
    said: str
    published: date
    days: tuple[date, date]
    voice: str
    value: float
    hedge: Hedge = Hedge.EXACT
    measure: Measure = Measure.CUMULATIVE
    origin: str = "RUS"
    to: str | None = "KAZ"
    source: SourceType = SourceType.OFFICIAL


STEPS = (
    Step(
        lesson="One round official total. Those six days are known to a few per cent; the eight days since are a guess, and it shows.",
        said="About 98,000 Russians have entered Kazakhstan since 21 September.",
        published=date(2022, 9, 27),
        days=(CALL_UP, date(2022, 9, 26)),
        voice="Kazakhstan Interior Ministry",
        value=98_000,
        hedge=Hedge.APPROX,
    ),
    Step(
        lesson="A later bound: 'more than' is read as a bound from below that is soft above.",
        said="More than 200,000 have entered since the call-up.",
        published=date(2022, 10, 4),
        days=(CALL_UP, date(2022, 10, 3)),
        voice="Kazakhstan Interior Ministry",
        value=200_000,
        hedge=Hedge.MORE_THAN,
    ),
    Step(
        lesson="One day near the end: the flow has fallen, so the peak must have been earlier, and higher.",
        said="About 7,000 came in on Monday.",
        published=date(2022, 10, 4),
        days=(date(2022, 10, 3), date(2022, 10, 3)),
        voice="Kazakhstan Interior Ministry",
        value=7_000,
        hedge=Hedge.APPROX,
        measure=Measure.DAILY,
    ),
    Step(
        lesson="Onward movement is a leg of its own. It is never added to those who left Russia.",
        said="About 147,000 of them have moved on.",
        published=date(2022, 10, 4),
        days=(CALL_UP, date(2022, 10, 3)),
        voice="Kazakhstan Interior Ministry",
        value=147_000,
        hedge=Hedge.APPROX,
        origin="KAZ",
        to=None,
    ),
    Step(
        lesson="A second corridor: an exact count of one day pins that day.",
        said="8,572 people crossed from Russia on Saturday.",
        published=date(2022, 9, 25),
        days=(date(2022, 9, 24), date(2022, 9, 24)),
        voice="Finnish Border Guard",
        value=8_572,
        measure=Measure.DAILY,
        to="FIN",
    ),
    Step(
        lesson="A leaked total over everybody. It makes a leg for countries nobody named, and its loose source weighs little.",
        said="261,000 left between the 21st and the 24th, a source says.",
        published=date(2022, 9, 26),
        days=(CALL_UP, date(2022, 9, 24)),
        voice="a source in the administration",
        value=261_000,
        to=None,
        source=SourceType.UNNAMED,
    ),
    Step(
        lesson="The same leak, rounded by a paper: a copy is folded, and nothing moves.",
        said="More than 260,000 have left, a newspaper writes.",
        published=date(2022, 9, 27),
        days=(CALL_UP, date(2022, 9, 24)),
        voice="a newspaper",
        value=260_000,
        hedge=Hedge.MORE_THAN,
        to=None,
        source=SourceType.MEDIA,
    ),
)


def main() -> None:
    """Add the statements one by one and print what changes."""
    reports, claims = [], []
    start = _report("A partial mobilisation was announced.", "wire", CALL_UP)
    reports.append(start)
    claims.append(_trigger(start))
    as_of = max(step.published for step in STEPS)
    for number, step in enumerate(STEPS, 1):
        report = _report(step.said, step.voice, step.published)
        reports.append(report)
        claims.append(_claim(step, report))
        estimate, ledger = bordercast.reconcile(reports, claims, as_of=as_of)
        print(f"\n{number}. {step.voice}: “{step.said}”\n   {step.lesson}")
        entry = ledger.entry(claims[-1].id)
        print(f"   {entry.decision.value}, weight {entry.weight:.2f}: {entry.words}")
        if estimate is None:
            continue
        for corridor in estimate.corridors:
            low, middle, high = np.quantile(estimate.of(corridor).sum(axis=1), [0.1, 0.5, 0.9])
            prior = _mostly_prior(estimate, corridor)
            print(f"   {corridor!s:10} {middle:9,.0f} [80 %: {low:9,.0f} to {high:9,.0f}]{prior}")
    _endings(ledger)


def _mostly_prior(estimate: bordercast.FlowEstimate, corridor: bordercast.Corridor) -> str:
    if corridor not in estimate.legs:
        return ""
    return "" if estimate.informed[estimate.legs.index(corridor)] >= 0.5 else "  mostly prior"


def _endings(ledger: bordercast.Ledger) -> None:
    print("\nWhich statements moved the number of people who entered Kazakhstan:")
    for moved in ledger.influences:
        if moved.corridor == "RUS>KAZ" and moved.day is None:
            print(f"   {moved.claim_id[:8]}: {moved.persons:,.0f} with it, {moved.without:,.0f} without")
    print("\nWhat to ask next:")
    for question in ledger.questions:
        print(
            f"   {question.corridor} {question.start} to {question.end}: would narrow {question.about} by {question.narrows:.0%}"
        )
    print(f"\nContradictions: {len(ledger.contradictions)}. Readings: {len(ledger.readings)}.")


def _report(text: str, publisher: str, day: date) -> Report:
    return Report.of(
        text=text, publisher=publisher, published=datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
    )


def _claim(step: Step, report: Report) -> Claim:
    quantity = Quantity(
        value=step.value,
        low=step.value,
        high=None if step.hedge is Hedge.MORE_THAN else step.value,
        hedge=step.hedge,
        unit="person",
    )
    kind = Kind.FLOW if step.origin == "RUS" else Kind.ONWARD
    return _said(
        report,
        kind=kind,
        term="crossed_border",
        quantity=quantity,
        measure=step.measure,
        origin=Where(iso3=step.origin, name=step.origin),
        destinations=(Where(iso3=step.to, name=step.to),) if step.to else (),
        interval=Interval(start=step.days[0], end=step.days[1], basis=Basis.EXPLICIT),
        attribution=Attribution(organisation=step.voice, source_type=step.source),
    )


def _trigger(report: Report) -> Claim:
    return _said(
        report,
        kind=Kind.TRIGGER,
        term="mobilisation",
        at=Where(iso3="RUS", name="Russia"),
        interval=Interval(start=CALL_UP, end=CALL_UP, basis=Basis.EXPLICIT),
    )


def _said(report: Report, **said: object) -> Claim:
    whole = {
        "report_id": report.id,
        "quantity": None,
        "measure": Measure.UNSPECIFIED,
        "population": None,
        "origin": None,
        "destinations": (),
        "via": (),
        "at": None,
        "attribution": Attribution(),
        "modality": Modality.ASSERTED,
        "status": None,
        "evidence": (report.span(0, len(report.text)),),
    }
    return Claim.of(**(whole | said))


if __name__ == "__main__":
    main()
