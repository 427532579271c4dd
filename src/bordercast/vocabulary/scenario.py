"""What if: the changes somebody asks about. What they answer is a `Projection`.

A change says where, when and how much, each with its own doubt: a day between two days, a figure between two
figures, and how likely the change is at all. In each draw of a projection every one of these is settled once.
``docs/reference/scenario.md`` has the form in TOML.
"""

from dataclasses import dataclass, field
from datetime import date

from bordercast.vocabulary.errors import InvalidNoun


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """A figure and its doubt: in each draw it lies evenly between ``low`` and ``high`` (both may be the same)."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not -float("inf") < self.low <= self.high < float("inf"):
            raise InvalidNoun(
                f"A figure cannot lie between {self.low} and {self.high}. Give the lower one first; neither may be infinite."
            )

    @classmethod
    def exactly(cls, value: float) -> "Between":
        """Return a figure without doubt."""
        return cls(low=value, high=value)

    def within(self, low: float, high: float) -> bool:
        """Whether both ends lie between two bounds, the bounds included."""
        return low <= self.low and self.high <= high


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBetween:
    """A day and its doubt: in each draw it is one of the days from ``earliest`` to ``latest``, both included."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise InvalidNoun(
                f"A day cannot lie between {self.earliest} and {self.latest}. Give the earlier one first."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """From which day to which (included; None = the end), and how likely at all."""

    start: DayBetween
    until: DayBetween | None = None
    probability: float = 1.0

    def __post_init__(self) -> None:
        if not 0 <= self.probability <= 1:
            raise InvalidNoun(
                f"A change has the probability {self.probability}. Write a share between 0 and 1: 0.3 for 30 per cent."
            )
        if self.until is not None and self.until.earliest < self.start.latest:
            raise InvalidNoun(
                f"A change may end on {self.until.earliest}, before it has begun on {self.start.latest}. Swap or correct the dates."
            )

    @classmethod
    def since(cls, start: date, until: date | None = None) -> "When":
        """Return a time without doubt."""
        end = None if until is None else DayBetween(earliest=until, latest=until)
        return cls(start=DayBetween(earliest=start, latest=start), until=end)


NOBODY, EVERYBODY = Between.exactly(0.0), Between.exactly(1.0)
LEAK = Between.exactly(0.02)  # no border shuts for everyone; judgement
REROUTED = Between.exactly(0.7)  # of those stopped, who look for another way; judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction:
    """A way is shut for a class of people, or for everybody (``population`` None): that is a closure.

    ``where`` is a direction ``RUS>GEO``, a pair ``RUS<>GEO``, a total ``RUS>ANY`` or ``ANY>GEO``, or the id of a
    crossing. ``share`` is the part of those who travel there that belongs to the class. Of the class, ``leak``
    still pass. Of those stopped, ``rerouted`` look for another way out of the same country and the rest wait.
    """

    where: str
    when: When
    population: str | None = None
    share: Between = EVERYBODY
    leak: Between = LEAK
    rerouted: Between = REROUTED

    def __post_init__(self) -> None:
        for name in ("share", "leak", "rerouted"):
            if not getattr(self, name).within(0, 1):
                raise InvalidNoun(
                    f"A restriction of {self.where} has {name} {_words(getattr(self, name))}. It is a share between 0 and 1."
                )

    @property
    def is_closure(self) -> bool:
        """Whether it is for everybody."""
        return self.population is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopening:
    """A way is opened: what was said to stand there, and changes that began earlier, no longer hold."""

    where: str
    when: When


@dataclass(frozen=True, slots=True, kw_only=True)
class Throughput:
    """A crossing, or each one of a direction, passes more or fewer people a day.

    Exactly one of ``factor`` (times what it passes as things stand), ``persons_per_day`` and ``vehicles_per_day``.
    """

    where: str
    when: When
    factor: Between | None = None
    persons_per_day: Between | None = None
    vehicles_per_day: Between | None = None

    def __post_init__(self) -> None:
        given = [x for x in (self.factor, self.persons_per_day, self.vehicles_per_day) if x is not None]
        if len(given) != 1:
            raise InvalidNoun(
                f"A throughput of {self.where} is given in {len(given)} ways. Give one of factor, persons_per_day and vehicles_per_day."
            )
        if given[0].low < 0:
            raise InvalidNoun(
                f"A throughput of {self.where} is {_words(given[0])}. It cannot be below 0; 0 lets nobody pass."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Beds:
    """Shelter is added, or with a figure below 0 taken away, in a country or a first-level region (by id)."""

    where: str
    when: When
    beds: Between


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Something happens that makes people leave: departures from a country are ``factor`` times as many.

    What is above (or below) the usual halves every ``half_life_days`` after the first day.
    """

    where: str
    when: When
    factor: Between
    half_life_days: Between = field(default_factory=lambda: Between(low=3.0, high=10.0))

    def __post_init__(self) -> None:
        if self.factor.low < 0:
            raise InvalidNoun(
                f"A trigger in {self.where} has the factor {_words(self.factor)}. It cannot be below 0; 2 doubles departures."
            )
        if self.half_life_days.low <= 0:
            raise InvalidNoun(
                f"A trigger in {self.where} has the half-life {_words(self.half_life_days)} days. It must be above 0."
            )


Change = Restriction | Reopening | Throughput | Beds | Trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """``close CORRIDOR from DATE``, without doubt: the short form of a `Restriction` for everybody.

    ``leak`` is the share that still gets through. ``rerouted`` is the share of the people stopped who take
    another corridor out of the same country; the rest wait. ``until`` is included; None is the horizon.
    """

    origin: str
    destination: str
    start: date
    until: date | None = None
    leak: float = LEAK.low
    rerouted: float = REROUTED.low

    def __post_init__(self) -> None:
        if not (0 <= self.leak <= 1 and 0 <= self.rerouted <= 1):
            raise InvalidNoun(
                f"A closure of {self.origin}>{self.destination} has leak {self.leak} and rerouted {self.rerouted}. "
                "Both are shares between 0 and 1."
            )
        if self.until is not None and self.until < self.start:
            raise InvalidNoun(
                f"A closure of {self.origin}>{self.destination} ends on {self.until}, before it starts on {self.start}. "
                "Swap or correct the dates."
            )

    @property
    def change(self) -> Restriction:
        """The same, said as a change."""
        return Restriction(
            where=f"{self.origin}>{self.destination}",
            when=When.since(self.start, self.until),
            leak=Between.exactly(self.leak),
            rerouted=Between.exactly(self.rerouted),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What a projection assumes where no claim says. All are judgement; a scenario may say otherwise.

    ``patience_days`` is how much longer than today's a wait at a crossing may be before two in three turn away.
    ``headroom`` is what a crossing could pass against the busiest day of the estimate, where no queue shows it full.
    """

    persons_per_vehicle: Between = field(default_factory=lambda: Between(low=1.6, high=3.2))
    vehicles_per_km: Between = field(default_factory=lambda: Between(low=90.0, high=200.0))
    headroom: Between = field(default_factory=lambda: Between(low=1.2, high=3.0))
    patience_days: Between = field(default_factory=lambda: Between(low=1.0, high=4.0))
    need_shelter: Between = field(default_factory=lambda: Between(low=0.05, high=0.3))
    stay_days: Between = field(default_factory=lambda: Between(low=4.0, high=15.0))

    def __post_init__(self) -> None:
        if not self.need_shelter.within(0, 1):
            raise InvalidNoun(
                f"The assumption need_shelter is {_words(self.need_shelter)}. It is a share of arrivals, between 0 and 1."
            )
        for name in ("persons_per_vehicle", "vehicles_per_km", "headroom", "patience_days", "stay_days"):
            if getattr(self, name).low <= 0:
                raise InvalidNoun(
                    f"The assumption {name} is {_words(getattr(self, name))}. It must be above 0."
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A named set of changes; with none it is the forecast as things stand."""

    name: str = "as things stand"
    closures: tuple[Closure, ...] = ()
    changes: tuple[Change, ...] = ()
    assumptions: Assumptions = field(default_factory=Assumptions)
    note: str | None = None

    def __post_init__(self) -> None:
        for i, one in enumerate(self.changes):
            for other in self.changes[i + 1 :]:
                if against := _contradict(one, other):
                    raise InvalidNoun(
                        f"The scenario {self.name!r} says of {one.where} {against}. Keep one, or give them days that do not meet."
                    )

    @property
    def every_change(self) -> tuple[Change, ...]:
        """The closures said as changes, then the changes."""
        return (*(closure.change for closure in self.closures), *self.changes)


def _contradict(one: Change, other: Change) -> str | None:
    """What two changes say of one place that cannot both be meant, or None."""
    if one.where != other.where or not _meet(one.when, other.when):
        return None
    if one == other:
        return "the same thing twice"
    match one, other:
        case (Restriction(), Restriction()) if one.population == other.population:
            return "two different things about the same people on one day"
        case (Throughput(), Throughput()):
            return "two different throughputs on one day"
        case (Restriction(), Reopening()) | (Reopening(), Restriction()) if (
            one.when.start == other.when.start
        ):
            return "that it is shut and that it opens from the same day"
    return None


def _meet(one: When, other: When) -> bool:
    """Whether two changes may hold on the same day."""
    return (other.until is None or one.start.earliest <= other.until.latest) and (
        one.until is None or other.start.earliest <= one.until.latest
    )


def _words(figure: Between) -> str:
    return f"{figure.low:g}" if figure.low == figure.high else f"{figure.low:g} to {figure.high:g}"
