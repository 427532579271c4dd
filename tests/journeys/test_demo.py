"""The demo shows what it must, and every number of it can be explained."""

import json
from datetime import date

import pytest

from bordercast.cli.examples import DEMOS, reports_of
from bordercast.pipeline import run
from bordercast.publishing import explain, quantile_rows
from bordercast.vocabulary import Kind, Scenario


@pytest.fixture(scope="module")
def russia(tmp_path_factory):
    out = tmp_path_factory.mktemp("demo")
    return run(
        [reports_of("russia-2022")], into=out / "s.db", as_of=DEMOS["russia-2022"].as_of, out=out / "out"
    ), out / "out"


@pytest.fixture(scope="module")
def karabakh(tmp_path_factory):
    out = tmp_path_factory.mktemp("karabakh")
    return run(
        [reports_of("nagorno-karabakh-2023")],
        into=out / "s.db",
        as_of=DEMOS["nagorno-karabakh-2023"].as_of,
        out=out / "out",
    ), out / "out"


def cells(situation, measure, level=0.5):
    return {
        (r.origin, r.destination, r.day): r.value
        for r in quantile_rows(situation.estimate)
        if r.measure == measure and r.output_type_id == level
    }


@pytest.mark.parametrize("destination", ["GEO", "KAZ", "FIN", "MNG", "EU"])
def test_daily_flows_with_intervals(russia, destination):
    """On 4 October 2022 each corridor of the issue has a flow with an interval that is neither nothing nor everything."""
    situation, _ = russia
    day = date(2022, 10, 4)
    low, middle, high = (
        cells(situation, "flow", level)["RUS", destination, day] for level in (0.1, 0.5, 0.9)
    )
    assert 0 < low < middle < high
    assert high < 60 * low


def test_the_totals_agree_with_what_officials_said(russia):
    """Two hundred thousand into Kazakhstan by 4 October, as its minister said, lies inside the 95 % interval."""
    situation, _ = russia
    day = date(2022, 10, 4)
    low, high = (cells(situation, "cumulative_flow", level)["RUS", "KAZ", day] for level in (0.025, 0.975))
    assert low < 200_000 < high


def test_onward_leg_out_of_kazakhstan(russia):
    """The people who moved on from Kazakhstan stand on their own leg."""
    situation, _ = russia
    assert any(leg.onward and leg.origin == "KAZ" for leg in situation.estimate.legs)


def test_borders_shelter_contradictions_and_a_closure(russia):
    """Border statements with their speakers, shelter, contradictions and a closure scenario are all there."""
    situation, _ = russia
    assert any(event.voice for line in situation.borders for event in line.events)
    assert any(c.kind is Kind.SHELTER for c in situation.claims)
    assert situation.ledger.contradictions
    assert [p.scenario == Scenario() for p in situation.projections] == [True, False]


@pytest.mark.parametrize("example", ["russia", "karabakh"])
def test_every_number_can_be_explained(example, request):
    """`explain` works for every corridor on every day of the estimate and of the forecast."""
    situation, _ = request.getfixturevalue(example)
    days = [*situation.estimate.days, *situation.projections[0].days]
    for corridor in situation.estimate.corridors:
        for day in days:
            told = explain(situation, corridor.origin, corridor.destination, day)
            assert told.day == day
            for evidence in (*told.used, *told.folded, *told.set_aside):
                assert evidence.quote


@pytest.mark.parametrize("example", ["russia", "karabakh"])
def test_the_tables_are_whole(example, request):
    """The descriptor names every table that lies beside it."""
    _, out = request.getfixturevalue(example)
    described = {r["path"] for r in json.loads((out / "datapackage.json").read_text("utf-8"))["resources"]}
    assert all((out / name).exists() for name in described)
    assert {"flows.csv", "claims.csv", "ledger.csv"} <= described


def test_the_exodus_from_karabakh_is_seen(karabakh):
    """By 28 September 2023 some 76,000 people had come into Armenia: the interval holds the government's count."""
    situation, _ = karabakh
    low, high = (
        cells(situation, "cumulative_flow", level)["AZE", "ARM", date(2023, 9, 28)]
        for level in (0.025, 0.975)
    )
    assert low < 76_400 < high
