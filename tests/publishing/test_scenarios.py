"""Changes in words, pressures side by side, and how earlier forecasts did."""

from datetime import date

import pytest

from bordercast.publishing.change_words import change_words
from bordercast.publishing.track_record import UNTESTED, track_record
from bordercast.publishing.words import share_words
from bordercast.vocabulary import (
    BASELINES,
    OURS,
    BackTest,
    Beds,
    Between,
    DayBetween,
    Part,
    Reopening,
    Restriction,
    Score,
    Throughput,
    Trigger,
    Truth,
    When,
)

DAY = When.since(date(2022, 10, 6))
SOON = When(start=DayBetween(earliest=date(2022, 10, 5), latest=date(2022, 10, 12)), probability=0.3)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            Restriction(where="RUS>GEO", when=SOON),
            (
                "Russia to Georgia closed from a day between 5 Oct and 12 Oct, 30 per cent likely; "
                "70 per cent of the people stopped take another way, 2 per cent still pass"
            ),
        ),
        (
            Restriction(where="RUS<>GEO", when=DAY, population="men", share=Between(low=0.5, high=0.8)),
            (
                "between Russia and Georgia shut for men, 50 to 80 per cent of those who travel there, from 6 Oct; "
                "70 per cent of the people stopped take another way, 2 per cent still pass"
            ),
        ),
        (Reopening(where="ANY>MNG", when=DAY), "everywhere to Mongolia opened from 6 Oct"),
        (
            Throughput(where="crossing:verkhny-lars", when=DAY, factor=Between.exactly(0.5)),
            "Verkhny Lars passing 0.5 times as many people from 6 Oct",
        ),
        (
            Throughput(where="crossing:verkhny-lars", when=DAY, vehicles_per_day=Between(low=600, high=1000)),
            "Verkhny Lars passing 600 to 1,000 vehicles a day from 6 Oct",
        ),
        (
            Beds(
                where="KAZ-27",
                when=When.since(date(2022, 10, 6), date(2022, 10, 20)),
                beds=Between.exactly(5000),
            ),
            "5,000 more beds in West Kazakhstan from 6 Oct to 20 Oct",
        ),
        (
            Beds(where="KAZ", when=DAY, beds=Between(low=-300, high=-200)),
            "200 to 300 fewer beds in Kazakhstan from 6 Oct",
        ),
        (
            Trigger(where="RUS", when=DAY, factor=Between.exactly(2), half_life_days=Between.exactly(5)),
            "2 times as many people leaving Russia from 6 Oct, the change halving every 5 days",
        ),
    ],
)
def test_every_change_has_its_words(change, words):
    """What, where, from when, how likely, and what is assumed."""
    assert change_words(change) == words


def scored(ours, others, *, count=60):
    scores = tuple(
        Score(
            forecaster=name,
            horizon=7,
            truth=Truth.REPORTED,
            part=Part.ALL,
            count=count,
            crps=1.0,
            wis=1.0,
            crps_log=ours if name == OURS else others,
            wis_log=1.0,
            cover50=0.5,
            cover80=0.82,
            cover95=0.95,
        )
        for name in (OURS, *BASELINES)
    )
    return BackTest(
        subject="s", start=date(2022, 9, 22), until=date(2022, 10, 3), scores=scores, method="test"
    )


def test_the_record_says_better_worse_or_neither():
    """A forecast that simple methods beat says so, as plainly as one that beats them."""
    assert "20% better than the best of 4 simple methods (persistence)" in track_record(scored(0.8, 1.0))[0]
    assert "20% worse" in track_record(scored(1.2, 1.0))[0]
    assert "no better and no worse" in track_record(scored(0.98, 1.0))[0]
    assert "82 % of 60 times" in track_record(scored(0.8, 1.0))[0]
    assert "says little" in track_record(scored(0.8, 1.0, count=5))[0]
    assert "says little" not in track_record(scored(0.8, 1.0))[0]


def test_an_untested_forecast_says_so():
    """No forecast stands without a word on how earlier ones did."""
    assert track_record(None) == (UNTESTED,)


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "under 1 %"), (0.004, "under 1 %"), (0.62, "62 %"), (0.995, "over 99 %"), (1, "over 99 %")],
)
def test_no_share_of_draws_is_certain(share, words):
    """A thousand draws that agree are no certainty."""
    assert share_words(share) == words
