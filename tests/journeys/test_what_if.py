"""What an information officer asks of the bundled crisis of 2022, from the command line to the page."""

import json
from pathlib import Path

import pytest

from ..cli.test_commands import bordercast, rows, valid

ROOT = Path(__file__).parents[2]
SCENARIOS = ROOT / "examples" / "scenarios"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("what-if") / "crisis.db"
    bordercast(
        "run",
        ROOT / "examples" / "russia-2022" / "reports",
        "--into",
        path,
        "--as-of",
        "2022-10-04",
        "--json",
    )
    return path


def compared(store, one, other):
    """The rows of a comparison by measure, destination and place."""
    files = [name if name == "as-things-stand" else SCENARIOS / f"{name}.toml" for name in (one, other)]
    found = rows(bordercast("forecast", store, "--compare", *files, "--json")[0])
    for row in found:
        valid(row, "comparison-row")
    return {(row["measure"], row["origin"], row["destination"], row["place"]): row for row in found}


def test_georgia_closes(store):
    """Fewer would cross into Georgia and more into Kazakhstan, surely; some would wait."""
    found = compared(store, "as-things-stand", "georgia-closes")
    georgia, kazakhstan = (found["flow", "RUS", code, ""] for code in ("GEO", "KAZ"))
    assert georgia["difference"]["high80"] < -10_000
    assert georgia["chance_above"] < 0.01
    assert kazakhstan["difference"]["low80"] > 1_000
    assert kazakhstan["chance_above"] > 0.95
    assert found["waiting", "", "", ""]["difference"]["median"] > 1_000


def test_georgia_may_close(store):
    """With 30 per cent likelihood nothing changes in most draws, and the difference is above zero in some 30 of 100."""
    found = compared(store, "as-things-stand", "georgia-may-close")
    kazakhstan = found["flow", "RUS", "KAZ", ""]
    assert kazakhstan["difference"]["median"] == 0
    assert kazakhstan["chance_above"] == pytest.approx(0.3, abs=0.05)


def test_kazakhstan_restricts_men_with_a_leak(store):
    """Part of the people still pass, and onward movement out of Kazakhstan falls after them."""
    found = compared(store, "as-things-stand", "kazakhstan-restricts-men")
    kazakhstan = found["flow", "RUS", "KAZ", ""]
    assert 0.3 < kazakhstan["in_b"]["median"] / kazakhstan["in_a"]["median"] < 0.9
    assert found["onward", "KAZ", "UZB", ""]["difference"]["median"] < 0


def test_verkhny_lars_passes_half(store):
    """People would queue and wait longer at the crossing."""
    found = compared(store, "as-things-stand", "lars-halves")
    wait = found["wait", "RUS", "GEO", "crossing:verkhny-lars"]
    assert wait["difference"]["high80"] > 5
    assert wait["difference"]["low80"] >= 0
    assert found["flow", "RUS", "GEO", ""]["difference"]["low80"] < 0


def test_beds_are_added_in_oral(store):
    """Where beds ran out more people find one, and fewer none; nothing else moves."""
    found = compared(store, "as-things-stand", "beds-in-oral")
    housed = found["sheltered", "", "KAZ", "KAZ-27"]
    assert housed["difference"]["low95"] >= 0
    assert housed["difference"]["high95"] > 100
    without = found.get(("without_bed", "", "KAZ", "KAZ-27"))  # left out where hardly anybody would be
    assert without is None or without["difference"]["high80"] <= 0
    for code in ("GEO", "KAZ", "FIN"):
        assert found["flow", "RUS", code, ""]["difference"]["high95"] == 0


def test_mongolia_is_asked_to_pass_more(store):
    """More vehicles a day shorten the queue at Kyakhta; a second call-up makes more people leave in some draws."""
    found = compared(store, "as-things-stand", "mongolia-opens")
    assert found["wait", "RUS", "MNG", "crossing:kyakhta-altanbulag"]["difference"]["high80"] <= 0
    leaving = found["flow", "RUS", "ANY", ""]
    assert leaving["difference"]["high95"] > 10_000
    assert 0.1 < leaving["chance_above"] < 0.6


def test_two_scenarios_against_each_other(store):
    """The table names both, in conditional words, and shows in how many draws the second has more."""
    files = (SCENARIOS / "lars-halves.toml", SCENARIOS / "georgia-closes.toml")
    table = " ".join(bordercast("forecast", store, "--compare", *files, "--days", "4")[0].split())
    assert "Georgia closes (second), against Verkhny Lars passes half as many (first)" in table
    assert "people over 4 days, conditional" in table
    assert "Would be waiting at the end" in table
    assert "How earlier forecasts did Up to 3 days ahead" in table
    assert "First: Verkhny Lars passing 0.5 times as many people from 6 Oct." in table


def test_several_scenarios_side_by_side(store):
    """Each has its rows under its own name, with queues, waits and shelter, after things as they stand."""
    found = rows(
        bordercast(
            "forecast", store, "--scenario", SCENARIOS / "georgia-closes.toml",
            "--scenario", SCENARIOS / "beds-in-oral.toml", "--days", "7", "--json",
        )[0]
    )  # fmt: skip
    assert list(dict.fromkeys(row["scenario"] for row in found)) == [
        "as things stand", "Georgia closes", "5,000 beds in Oral",
    ]  # fmt: skip
    for row in found[:: max(1, len(found) // 200)]:
        valid(row, "projection-row")
    assert {"flow", "onward", "queue", "wait", "crossing_flow", "waiting", "present", "beds", "sheltered",
            "without_bed", "days_until_full"} <= {row["measure"] for row in found}  # fmt: skip
    assert {row["unit"] for row in found if row["measure"] == "wait"} == {"hour"}
    assert max(row["day"] for row in found) == "2022-10-11"


def test_a_scenario_with_defects_stops_and_lenient_goes_on(store, tmp_path):
    """Status 3 with file and line and nothing printed; with --lenient the rest is projected and the defect named."""
    path = tmp_path / "mixed.toml"
    path.write_text(
        '[[close]]\nwhere = "RUS>GEO"\n\n[[close]]\nwhere = "RUS>CHN"\n\n[[slow]]\nwhere = "Verkhny Lars"\nfactor = "half"\n',
        "utf-8",
    )
    out, err = bordercast("forecast", store, "--scenario", path, "--days", "3", "--json", status=3)
    assert not out
    assert f"{path}:4: The scenario changes RUS>CHN" in err
    assert f"{path}:9: factor = 'half' is no figure." in err
    assert "--lenient" in err
    out, err = bordercast("forecast", store, "--scenario", path, "--days", "3", "--lenient", "--json")
    assert err.count("Left out.") == 2
    assert {row["scenario"] for row in rows(out)} == {"as things stand", "mixed"}


def test_a_change_after_the_last_day_is_named(store, tmp_path):
    """It is no defect, and somebody who asked should know that it does nothing."""
    path = tmp_path / "late.toml"
    path.write_text('[[close]]\nwhere = "RUS>GEO"\nfrom = 2023-01-01\n', "utf-8")
    err = bordercast("forecast", store, "--scenario", path, "--days", "3", "--json")[1]
    assert "It does nothing" in err


def test_compare_stands_alone(store):
    """--compare with --close is a wrong command line."""
    bordercast("forecast", store, "--compare", "a", "b", "--close", "RUS:GEO", status=2)
    bordercast("forecast", store, "--compare", "as-things-stand", "missing.toml", status=5)


def test_a_scenario_is_published(store, tmp_path):
    """Report, page and tables show the scenario, its queues and what it assumes, in conditional words."""
    bordercast(
        "publish", store, "--out", tmp_path / "out", "--scenario", SCENARIOS / "lars-halves.toml", "--json"
    )
    report = (tmp_path / "out" / "situation.md").read_text("utf-8")
    assert "Verkhny Lars passing 0.5 times as many people from 6 Oct" in report
    assert "hours the last of them would wait" in report
    page = (tmp_path / "out" / "situation.html").read_text("utf-8")
    assert "Queues and shelter at the end of 14 days" in page
    assert "are read from claims" in page
    pressure = (tmp_path / "out" / "pressure.csv").read_text("utf-8")
    assert "crossing:verkhny-lars" in pressure
    for line in (line for line in pressure.splitlines()[1:] if ",person," in line):
        cells = line.split(",")
        assert cells[-3] == "" or float(cells[-3]) >= 9.5


def test_the_same_question_twice_is_the_same_answer(store):
    """Same store, seed and scenario: the same bytes."""
    asked = ("forecast", store, "--scenario", SCENARIOS / "georgia-may-close.toml", "--days", "4", "--json")
    once = bordercast(*asked)[0]
    assert once == bordercast(*asked)[0]
    assert json.loads(once.splitlines()[0])["as_of"] == "2022-10-04"
