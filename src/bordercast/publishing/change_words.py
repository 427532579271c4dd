"""The changes of a scenario in words: what, where, from when, how likely, and what is assumed."""

from bordercast import atlas
from bordercast.publishing.words import day_words, place_name
from bordercast.vocabulary import (
    Beds,
    Between,
    Change,
    DayBetween,
    Reopening,
    Restriction,
    Throughput,
    Trigger,
    When,
)


def change_words(change: Change) -> str:  # noqa: PLR0911 - one a kind of change
    """Return one change as a clause: ``Russia to Georgia closed from 6 Oct; 70 per cent of ...``."""
    when = when_words(change.when)
    match change:
        case Restriction(population=None):
            return f"{where_words(change.where)} closed {when}; {_stopped(change)}"
        case Restriction():
            return (
                f"{where_words(change.where)} shut for {change.population}, {_per_cent(change.share)} of those who travel there, "
                f"{when}; {_stopped(change)}"
            )
        case Reopening():
            return f"{where_words(change.where)} opened {when}"
        case Throughput(factor=Between() as factor):
            return f"{where_words(change.where)} passing {_figure(factor)} times as many people {when}"
        case Throughput(vehicles_per_day=Between() as vehicles):
            return f"{where_words(change.where)} passing {_figure(vehicles)} vehicles a day {when}"
        case Throughput():
            assert change.persons_per_day is not None
            return (
                f"{where_words(change.where)} passing {_figure(change.persons_per_day)} people a day {when}"
            )
        case Beds():
            fewer = change.beds.high < 0
            beds = Between(low=-change.beds.high, high=-change.beds.low) if fewer else change.beds
            return (
                f"{_figure(beds)} {'fewer' if fewer else 'more'} beds in {where_words(change.where)} {when}"
            )
        case Trigger():
            return (
                f"{_figure(change.factor)} times as many people leaving {where_words(change.where)} {when}, "
                f"the change halving every {_figure(change.half_life_days)} days"
            )


def where_words(where: str) -> str:
    """Return ``Russia to Georgia``, ``between Russia and Georgia``, a crossing's or a region's name."""
    origin, both, destination = where.partition("<>")
    if both:
        return f"between {place_name(origin)} and {place_name(destination)}"
    origin, arrow, destination = where.partition(">")
    if arrow:
        start = "everywhere" if origin == "ANY" else place_name(origin)
        return f"{start} to {place_name(destination)}"
    try:
        return atlas.place(where).name
    except atlas.UnknownPlace:
        return where


def when_words(when: When) -> str:
    """Return ``from 6 Oct``, ``from a day between 5 Oct and 12 Oct to 20 Oct, 30 per cent likely``."""
    words = f"from {_day(when.start)}" + (f" to {_day(when.until)}" if when.until else "")
    return words if when.probability == 1 else f"{words}, {100 * when.probability:.0f} per cent likely"


def _day(day: DayBetween) -> str:
    if day.earliest == day.latest:
        return day_words(day.earliest)
    return f"a day between {day_words(day.earliest)} and {day_words(day.latest)}"


def _stopped(change: Restriction) -> str:
    return f"{_per_cent(change.rerouted)} of the people stopped take another way, {_per_cent(change.leak)} still pass"


def _per_cent(share: Between) -> str:
    return f"{_figure(Between(low=100 * share.low, high=100 * share.high))} per cent"


def _figure(figure: Between) -> str:
    low, high = (f"{round(x, 2):,.10g}" for x in (figure.low, figure.high))
    return low if low == high else f"{low} to {high}"
