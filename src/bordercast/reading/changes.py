"""One change as it stands in a scenario file, to the noun it means."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from bordercast.reading.where import country, region_or_country, way
from bordercast.vocabulary import (
    Beds,
    Between,
    Change,
    DayBetween,
    InvalidNoun,
    InvalidSetting,
    Reopening,
    Restriction,
    Throughput,
    Trigger,
    When,
)


class Unusable(Exception):
    """A value that cannot be read: what was found, what to do, and under which key."""

    def __init__(self, found: str, remedy: str, key: str | None = None) -> None:
        super().__init__(found)
        self.found, self.remedy, self.key = found, remedy, key


class Entry:
    """One table of the file; a key is taken out as it is read, so that what is left is unknown."""

    def __init__(self, kind: str, content: Mapping[str, Any], as_of: date | None) -> None:
        self.kind, self.left, self.as_of = kind, dict(content), as_of

    def required(self, key: str) -> Any:  # noqa: ANN401 - whatever stands in the file
        """Take out a value that must be there."""
        if key not in self.left:
            raise Unusable(f"{self.kind} has no {key!r}.", f"Add it: {_EXAMPLE.get(key, key + ' = ...')}")
        return self.left.pop(key)

    def where(self, resolve: Callable[[str], str]) -> str:
        """Take out the place, as the id that it means."""
        said = self.required("where")
        if not isinstance(said, str):
            raise Unusable(f"where = {said!r} is no text.", f"Write {_EXAMPLE['where']}", "where")
        try:
            return resolve(said)
        except InvalidSetting as problem:
            found, _, remedy = str(problem).partition(". ")
            raise Unusable(f"{found}.", remedy, "where") from None

    def text(self, key: str) -> str:
        """Take out a line of text that must be there."""
        said = self.required(key)
        if not isinstance(said, str) or not said.strip():
            raise Unusable(f"{key} = {said!r} is no text.", f"Write {_EXAMPLE.get(key, 'it in quotes')}", key)
        return said

    def figure(self, key: str, default: Between | None = None) -> Between:
        """Take out a figure, or give its default."""
        if default is not None and key not in self.left:
            return default
        return figure_of(self.required(key), key)

    def when(self) -> When:
        """Take out first day, last day and probability."""
        if "from" in self.left:
            start = _day(self.left.pop("from"), "from")
        elif self.as_of is not None:
            tomorrow = self.as_of + timedelta(days=1)
            start = DayBetween(earliest=tomorrow, latest=tomorrow)
        else:
            raise Unusable(f"{self.kind} has no 'from'.", f"Add it: {_EXAMPLE['from']}")
        until = _day(self.left.pop("until"), "until") if "until" in self.left else None
        likely = self.left.pop("probability", 1.0)
        if isinstance(likely, bool) or not isinstance(likely, int | float):
            raise Unusable(
                f"probability = {likely!r} is no number.", "Write a share such as 0.3.", "probability"
            )
        try:
            return When(start=start, until=until, probability=float(likely))
        except InvalidNoun as problem:
            key = "until" if "end on" in str(problem) else "probability"
            found, _, remedy = str(problem).partition(". ")
            raise Unusable(f"{found}.", remedy, key) from None


def _close(e: Entry) -> Change:
    return Restriction(
        where=e.where(way),
        when=e.when(),
        leak=e.figure("leak", LEAK),
        rerouted=e.figure("rerouted", REROUTED),
    )


def _restrict(e: Entry) -> Change:
    return Restriction(
        where=e.where(way),
        when=e.when(),
        population=e.text("population"),
        share=e.figure("share"),
        leak=e.figure("leak", LEAK),
        rerouted=e.figure("rerouted", REROUTED),
    )


def _reopen(e: Entry) -> Change:
    return Reopening(where=e.where(way), when=e.when())


def _slow(e: Entry) -> Change:
    return Throughput(where=e.where(way), when=e.when(), factor=e.figure("factor"))


def _throughput(e: Entry) -> Change:
    given = [key for key in ("persons_per_day", "vehicles_per_day") if key in e.left]
    if len(given) != 1:
        raise Unusable(
            f"{e.kind} has {' and '.join(given) or 'no figure'}.",
            "Give one of persons_per_day and vehicles_per_day, such as vehicles_per_day = [600, 1000].",
        )
    return Throughput(where=e.where(way), when=e.when(), **{given[0]: e.figure(given[0])})


def _shelter(e: Entry) -> Change:
    return Beds(where=e.where(region_or_country), when=e.when(), beds=e.figure("beds"))


def _trigger(e: Entry) -> Change:
    half = e.figure("half_life_days", Between(low=3.0, high=10.0))
    return Trigger(
        where=e.where(country), when=e.when(), factor=e.figure("factor"), half_life_days=half
    )  # fmt: skip


LEAK, REROUTED = Between.exactly(0.02), Between.exactly(0.7)
CHANGES: dict[str, Callable[[Entry], Change]] = {
    "close": _close, "restrict": _restrict, "reopen": _reopen, "slow": _slow,
    "throughput": _throughput, "shelter": _shelter, "trigger": _trigger,
}  # fmt: skip
_EXAMPLE = {
    "where": 'where = "RUS>GEO"',
    "from": "from = 2022-10-06",
    "until": "until = 2022-10-20",
    "population": 'population = "men of draft age"',
    "share": "share = [0.4, 0.7]",
    "factor": "factor = 0.5",
    "beds": "beds = 5000",
}


def figure_of(value: Any, key: str) -> Between:  # noqa: ANN401
    """A number, or a list of two."""
    ends = value if isinstance(value, list) else [value]
    if len(ends) not in (1, 2) or any(isinstance(x, bool) or not isinstance(x, int | float) for x in ends):
        raise Unusable(
            f"{key} = {value!r} is no figure.",
            f"Write a number without quotes, or two: {key} = [0.4, 0.7].",
            key,
        )
    try:
        return Between(low=float(ends[0]), high=float(ends[-1]))
    except InvalidNoun as problem:
        found, _, remedy = str(problem).partition(". ")
        raise Unusable(f"{found}.", remedy, key) from None


def _day(value: Any, key: str) -> DayBetween:  # noqa: ANN401
    """A date, or a list of two."""
    ends = value if isinstance(value, list) else [value]
    if len(ends) not in (1, 2) or any(isinstance(x, datetime) or not isinstance(x, date) for x in ends):
        raise Unusable(
            f"{key} = {value!r} is no day.",
            f"Write a date without quotes, or two: {key} = [2022-09-28, 2022-10-05].", key,
        )  # fmt: skip
    try:
        return DayBetween(earliest=ends[0], latest=ends[-1])
    except InvalidNoun as problem:
        found, _, remedy = str(problem).partition(". ")
        raise Unusable(f"{found}.", remedy, key) from None
