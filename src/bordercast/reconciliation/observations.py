"""Claims become rows: one scalar predictor and one window likelihood each.

``predictor = log q1 [- log q2] + loadings @ biases``, where q are sums of daily flows in persons. What turns
persons into the claim's own unit (vehicles, a day's hours, per cent) is a shift, taken off the windows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.copies import Candidate
from bordercast.reconciliation.network import Network
from bordercast.reconciliation.options import ReconciliationOptions
from bordercast.reconciliation.periods import Period
from bordercast.reconciliation.queues import THROUGHPUT, THROUGHPUT_DOUBT
from bordercast.reconciliation.routes import Route
from bordercast.reconciliation.sifting import GROUPS, NET, PARTIAL_TERMS
from bordercast.reconciliation.voices import Voice, voice_class, voice_key
from bordercast.reconciliation.windows import FAR, Windows, at_least, at_most, windows_of
from bordercast.vocabulary import Basis, Claim, Kind, Measure, Modality

# Sd on the log scale added to the reporter's noise; judgement unless said otherwise.
ESTIMATED_DOUBT = 0.10  # the source itself calls it an estimate
CROSSINGS_DOUBT = 0.20  # crossings, not persons: some go to and fro
CROSSINGS_SHIFT = 0.10
HOURLY_DOUBT = 0.30  # an hour stands for a day
PART_DOUBT = 0.10
STOCK_DOUBT = 0.15
MAINLY = (float(np.log(0.5)), 0.0)  # model-sources 2.2: "mainly" is more than half
MAINLY_NOISE = 0.10
ONWARD_NOISE = 0.20  # onward <= entries: soft, for those who were there before do move on too
CEILING_NOISE = 0.3  # judgement: the figure may be hours old
MOST_TO_A_GROUP = 5.0  # judgement: persons to a vehicle or household, generously
ONWARD_EVERY_DAYS = 7  # model-sources 2.2
SURGE = (float(np.log(1.05)), float(np.log(10.0)))  # "dramatically increased" with no number
SURGE_NOISE = 0.25
STEADY = (float(np.log(0.8)), float(np.log(1.25)))  # "unchanged"

Array = NDArray[np.float64]

PEAK = re.compile(
    r"\b(?:(?:at|during) (?:the|its|their) (?:peak|height|busiest)|peak(?:ed|ing)? (?:at|of)|(?:на|в) пик\w*|на піку|au plus fort|au pic|en el pico)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sum:
    """Daily flows added up: over ``legs`` (indices) with the weights ``days``, shape ``(day,)``."""

    legs: tuple[int, ...]
    days: Array

    def __bool__(self) -> bool:
        """Whether it counts anything."""
        return bool(self.legs) and bool(self.days.any())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Observation:
    """One row of the fit: the log of ``above``, less the log of ``below`` where something divides.

    ``constant`` (persons) is added to the divisor. ``windows`` are on the predictor's scale. ``claim_id`` is empty
    for what holds by definition. ``voice`` is the class of who says it (None: nobody), ``extra`` the sd that the wording adds to its
    noise; ``bias`` names the source whose constant log bias the row shares and gives its sd, ``loadings`` are other shared
    unknowns. ``shift`` is what to add to the predictor to get the log of the figure in the claim's own unit;
    ``percent`` is the sign of a change (+1 up, -1 down; 0: not a change). ``loose`` is how many times as loose as its class
    the source has shown itself.
    """

    claim_id: str
    above: Sum
    windows: Windows
    extra: float
    voice: Voice | None = None
    below: Sum | None = None
    constant: float = 0.0
    shift: float = 0.0
    bias: tuple[str, float] | None = None
    loadings: tuple[tuple[str, float], ...] = ()
    percent: int = 0
    codes: tuple[str, ...] = ()
    sense: str = "figure"
    loose: float = 1.0

    @property
    def noise(self) -> float:
        """The sd of the noise of the class of who says it, as loose as that source is."""
        return self.loose * self.voice.value.noise if self.voice else 0.0


def observations_of(
    candidates: Sequence[Candidate], network: Network, options: ReconciliationOptions
) -> tuple[list[Observation], dict[str, str]]:
    """Return the rows of all claims (some have two) in the order given, and the reason for each without one."""
    rows: list[Observation] = []
    unplaced: dict[str, str] = {}
    for candidate in candidates:
        made = _rows(candidate, network, options)
        if isinstance(made, str):
            unplaced[candidate.claim.id] = made
        else:
            rows += made
    return rows + _onward_not_above_entries(network, rows), unplaced


def _rows(candidate: Candidate, network: Network, options: ReconciliationOptions) -> list[Observation] | str:
    claim, legs = candidate.claim, network.legs_on(candidate.route)
    if not legs and claim.kind is not Kind.STOCK:
        return "no_leg"
    if claim.kind is Kind.STOCK:
        changed = claim.measure in (Measure.CHANGE, Measure.INCREMENT)
        return _stock_change(candidate, network) if changed else _stock(candidate, network)
    if claim.term == NET:
        return _net(candidate, network, legs)
    if claim.measure is Measure.CHANGE:
        return _change(candidate, network, legs)
    if claim.measure is Measure.SHARE:
        return _share(candidate, network, legs)
    rows = [_figure(candidate, network, legs, options)]
    if candidate.route.mainly:
        rows.append(_mainly(candidate, network, legs))
    if undated_sum(claim) and claim.quantity is not None and claim.quantity.high is not None:
        rows.append(_day_not_above(candidate, network, legs, claim.quantity.high))
    return rows


def _undated_peak(claim: Claim) -> bool:
    """Whether a figure is of the highest day, nobody says which: "at the peak 30,000 a day"; no other day saw more."""
    return (
        claim.measure in (Measure.DAILY_RATE, Measure.DAILY)
        and claim.interval is not None
        and claim.interval.basis is Basis.PUBLICATION
        and any(PEAK.search(span.quote) for span in claim.evidence)
    )


def undated_sum(claim: Claim) -> bool:
    """Whether a figure says neither since when nor on which day: so many, at least, came by then."""
    return (
        claim.kind in (Kind.FLOW, Kind.ONWARD, Kind.RETURN)
        and claim.measure is Measure.UNSPECIFIED
        and claim.interval is not None
        and claim.interval.basis is Basis.PUBLICATION
    )


def _day_not_above(candidate: Candidate, network: Network, legs: tuple[int, ...], most: float) -> Observation:
    """Return that the last day alone saw no more than the figure, whether it counts that day or all since the start."""
    last = Period(start=candidate.period.end, end=candidate.period.end, rate=True)
    vehicles = candidate.claim.quantity is not None and candidate.claim.quantity.unit in GROUPS
    return Observation(
        claim_id="",
        above=_days(network, legs, last),
        windows=at_most(max(most, 1.0) * (MOST_TO_A_GROUP if vehicles else 1.0)),
        extra=CEILING_NOISE,
        sense="ceiling",
    )


def _figure(
    candidate: Candidate, network: Network, legs: tuple[int, ...], options: ReconciliationOptions
) -> Observation:
    claim, period, quantity = candidate.claim, candidate.period, candidate.claim.quantity
    assert quantity is not None
    per, extra = _per_day(quantity.per)
    shift, loadings = -float(np.log(per)), []
    if quantity.unit in GROUPS:
        vehicles = quantity.unit == "vehicle"
        size = options.persons_per_vehicle if vehicles else options.persons_per_household
        shift -= float(np.log(size))
        doubt = options.vehicle_doubt if vehicles else options.household_doubt
        loadings.append((f"persons per {quantity.unit}", -doubt))
    elif quantity.unit == "crossing":
        shift, extra = shift + CROSSINGS_SHIFT, float(np.hypot(extra, CROSSINGS_DOUBT))
    if claim.term == THROUGHPUT:
        extra = float(np.hypot(extra, THROUGHPUT_DOUBT))
    windows = windows_of(quantity)
    if candidate.route.part or claim.term in PARTIAL_TERMS:
        windows = at_least(quantity.low or quantity.value or 0.0)
        extra = float(np.hypot(extra, PART_DOUBT))
    elif _undated_peak(claim):
        windows = at_most(quantity.high or quantity.value or FAR)
    windows = windows.copy()
    windows[:, :2] -= shift
    return Observation(
        claim_id=claim.id,
        above=_days(network, legs, period),
        windows=windows,
        voice=voice_class(candidate.statement),
        extra=float(np.sqrt(extra**2 + period.doubt**2 + _estimated(candidate) ** 2)),
        sense="throughput" if claim.term == THROUGHPUT else "figure",
        shift=shift,
        bias=_bias(candidate),
        loadings=tuple(loadings),
        codes=network.codes(candidate.route),
    )


def _mainly(candidate: Candidate, network: Network, legs: tuple[int, ...]) -> Observation:
    route = candidate.route
    few = network.legs_on(Route(origin=route.origin, onward=route.onward, destinations=route.mainly))
    return Observation(
        claim_id="",
        above=_days(network, few, candidate.period),
        below=_days(network, legs, candidate.period),
        windows=np.array([[*MAINLY, 1.0]]),
        extra=MAINLY_NOISE,
        sense="mainly",
    )


def _change(candidate: Candidate, network: Network, legs: tuple[int, ...]) -> list[Observation] | str:
    claim, period = candidate.claim, candidate.period
    if period.before is None or period.before >= period.start:
        return "no_comparison"
    before = Period(start=period.before, end=_day_before(network, period), rate=True)
    above, below = _days(network, legs, period), _days(network, legs, before)
    if not below or not above:
        return "no_comparison"
    sign = {"increased": 1, "decreased": -1}.get(claim.status or "", 0)
    extra = period.doubt
    if claim.quantity is None or sign == 0:
        windows = np.array([[*(STEADY if sign == 0 else SURGE), 1.0]])
        extra = float(np.hypot(extra, SURGE_NOISE))
    else:
        ratios = windows_of(claim.quantity)
        times = np.maximum(1 + sign * np.exp(np.clip(ratios[:, :2], -FAR, 20)) / 100, 1e-3)
        ratios = np.column_stack([np.sort(np.log(times), axis=1), ratios[:, 2]])
        windows = ratios
    if sign < 0 and claim.quantity is None:
        windows = np.array([[-SURGE[1], -SURGE[0], 1.0]])
    return [
        Observation(
            claim_id=claim.id,
            above=above,
            below=below,
            windows=windows,
            voice=voice_class(candidate.statement),
            extra=extra,
            percent=sign or 1,
            codes=network.codes(candidate.route),
            sense="change",
        )
    ]


def _share(candidate: Candidate, network: Network, legs: tuple[int, ...]) -> list[Observation] | str:
    claim, route = candidate.claim, candidate.route
    if route.part:
        return "share_of_part"
    if route.onward:
        whole = network.legs_into(route.origin)
    elif not route.anywhere:
        whole = network.legs_on(Route(origin=route.origin, onward=False, anywhere=True))
    else:
        whole = ()
    if not whole or set(whole) == set(legs) or claim.quantity is None:
        return "share_of_unknown"
    windows = windows_of(claim.quantity)
    windows[:, :2] -= np.log(100.0)
    return [
        Observation(
            claim_id=claim.id,
            above=_days(network, legs, candidate.period),
            below=_days(network, whole, candidate.period),
            windows=windows,
            voice=voice_class(candidate.statement),
            extra=float(np.hypot(candidate.period.doubt, 0.05)),
            shift=float(np.log(100.0)),
            percent=0,
            codes=network.codes(route),
            sense="share",
        )
    ]


def _net(candidate: Candidate, network: Network, legs: tuple[int, ...]) -> list[Observation] | str:
    """Those who went, less those who came back the same way: ``went = back + net``, a ratio of sums.

    Where no claim speaks of anybody coming back, at least so many went.
    """
    quantity = candidate.claim.quantity
    if quantity is None or quantity.unit != "person":
        return "unit"
    per, extra = _per_day(quantity.per)
    row = _balance(candidate, network, legs, network.legs_back(legs), per=per)
    return [
        replace(
            row, extra=float(np.hypot(row.extra, extra)), codes=network.codes(candidate.route), sense="net"
        )
    ]


def _stock_change(candidate: Candidate, network: Network) -> list[Observation] | str:
    """So many more (or fewer) people in a country than before: who came in these days, less who moved on.

    Who lived there before is in both counts, so people merely present will do.
    """
    claim, country = candidate.claim, candidate.route.origin
    into, out = network.legs_into(country), network.legs_onward_from(country)
    if not into or claim.quantity is None or claim.quantity.unit != "person" or candidate.route.part:
        return "stock_not_modelled"
    fewer = claim.status == "decreased"
    if fewer and not out:
        return "stock_without_departures"
    row = _balance(candidate, network, *((out, into) if fewer else (into, out)))
    codes = tuple(sorted({str(network.legs[i]) for i in (*into, *out)}))
    return [replace(row, extra=float(np.hypot(row.extra, STOCK_DOUBT)), codes=codes, sense="stock")]


def _balance(
    candidate: Candidate, network: Network, more: tuple[int, ...], less: tuple[int, ...], *, per: float = 1.0
) -> Observation:
    """Return ``more = less + the figure`` as the log of ``more`` over ``less + figure``; without ``less`` a bound."""
    quantity = candidate.claim.quantity
    assert quantity is not None
    figure = max(per * quantity.middle, 1.0)
    if less:
        windows = windows_of(quantity).copy()
        windows[:, :2] += np.log(per) - np.log(figure)
    else:
        windows = at_least(per * (quantity.low or quantity.value or 0.0))
    return Observation(
        claim_id=candidate.claim.id,
        above=_days(network, more, candidate.period),
        below=_days(network, less, candidate.period) if less else None,
        constant=figure if less else 0.0,
        windows=windows,
        voice=voice_class(candidate.statement),
        extra=float(np.hypot(candidate.period.doubt, _estimated(candidate))),
        shift=float(np.log(figure)) if less else 0.0,
        bias=_bias(candidate),
    )


def _stock(candidate: Candidate, network: Network) -> list[Observation] | str:
    """People in a country, as a statement on those who came less those who left again since the trigger.

    Displaced people present are arrivals less departures, two-sided. Registered or sheltered people are some of
    those who arrived: a bound from below. People merely present may have been there before: a bound from above.
    All three are ratios of sums, so no signed sum is ever needed.
    """
    claim, quantity = candidate.claim, candidate.claim.quantity
    assert quantity is not None
    country = candidate.route.origin
    into, out = network.legs_into(country), network.legs_onward_from(country)
    bound = claim.term != "displaced"
    value = quantity.low or quantity.value
    if not into or quantity.unit != "person" or not value or value < 1:
        return "stock_not_modelled"
    above, below, constant = _days(network, into, candidate.period), None, 0.0
    if claim.term in ("registered", "sheltered", "in_camp") or candidate.route.part:
        windows = at_least(value)
    elif bound and not out:
        return "stock_without_departures"  # nobody says how many left: those present bound nothing
    else:
        windows = windows_of(quantity)
        constant = quantity.middle
        windows[:, :2] -= np.log(constant)
        if bound:
            windows = np.array([[-FAR, float(windows[:, 1].max()), 1.0]])
        below = _days(network, out, candidate.period)
    return [
        Observation(
            claim_id=claim.id,
            above=above,
            below=below,
            constant=constant,
            windows=windows,
            voice=voice_class(candidate.statement),
            extra=float(np.hypot(candidate.period.doubt, STOCK_DOUBT)),
            shift=float(np.log(constant)) if constant else 0.0,
            bias=_bias(candidate),
            codes=tuple(sorted({str(network.legs[i]) for i in (*into, *out)})),
            sense="stock",
        )
    ]


def _onward_not_above_entries(network: Network, rows: Sequence[Observation]) -> list[Observation]:
    """Rows that hold by definition: those who moved on from a country had entered it."""
    if not rows:
        return []
    made = []
    last = len(network.days) - 1
    for country in sorted({leg.origin for leg in network.legs if leg.onward}):
        into, out = network.legs_into(country), network.legs_onward_from(country)
        if not into:
            continue
        for day in sorted({*range(last, network.shown, -ONWARD_EVERY_DAYS)}):
            period = Period(start=network.days[network.shown], end=network.days[day])
            made.append(
                Observation(
                    claim_id="",
                    above=_days(network, out, period),
                    below=_days(network, into, period),
                    windows=at_most(1.0),
                    extra=ONWARD_NOISE,
                    sense="onward within entries",
                )
            )
    return made


def _days(network: Network, legs: tuple[int, ...], period: Period) -> Sum:
    weights = np.zeros(len(network.days))
    first = max((period.start - network.days[0]).days, 0)
    end = (period.end - network.days[0]).days
    days = np.ones(max(end - first + 1, 0))
    if days.size > 1 or period.last < 1:
        days[-1:] = period.last
    if period.rate and days.size:
        days /= days.sum()
    weights[first : first + days.size] = days
    return Sum(legs=legs, days=weights)


def _day_before(network: Network, period: Period) -> date:
    return network.days[max((period.start - network.days[0]).days - 1, 0)]


def _per_day(per: str | None) -> tuple[float, float]:
    """How many of the unit's periods a day has ("an hour": 24 such figures), and the doubt that adds."""
    return {"hour": (24.0, HOURLY_DOUBT), "week": (1 / 7, 0.05), "month": (1 / 30, 0.1)}.get(
        per or "", (1.0, 0.0)
    )


def _bias(candidate: Candidate) -> tuple[str, float]:
    return voice_key(candidate.statement), voice_class(candidate.statement).value.bias


def _estimated(candidate: Candidate) -> float:
    return ESTIMATED_DOUBT if candidate.claim.modality is Modality.ESTIMATED else 0.0
