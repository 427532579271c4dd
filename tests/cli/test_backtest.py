"""The command: folders and stores, what it prints, and what it says of wrong requests."""

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from bordercast.cli.main import app

RUN = CliRunner()
EXAMPLE = Path(__file__).parents[2] / "examples" / "nagorno-karabakh-2023" / "reports"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small scenario folder with two camps, counted every five days."""
    rng = np.random.default_rng(2)
    (tmp_path / "sim_period.csv").write_text("StartDate,2030-01-01\nLength,120\n")
    (tmp_path / "locations.csv").write_text(
        "#name,region,country,latitude,longitude,location_type,conflict_date,population\n"
        "Town,R,Home,1,1,conflict_zone,0,100000\nNorth,R,Away,2,1,camp,,5000\nSouth,R,Away,0,1,camp,,5000\n"
    )
    (tmp_path / "routes.csv").write_text(
        "#name1,name2,distance,forced_redirection\nTown,North,100,0\nTown,South,90,0\n"
    )
    (tmp_path / "closures.csv").write_text("#closure_type,name1,name2,closure_start,closure_end\n")
    (tmp_path / "conflicts.csv").write_text("#Day,Town\n" + "".join(f"{day},1\n" for day in range(121)))
    (tmp_path / "data_layout.csv").write_text("total,total.csv\nNorth,north.csv\nSouth,south.csv\n")
    dates = np.datetime_as_string(np.datetime64("2030-01-01") + np.arange(0, 120, 5))
    for name in ("north", "south", "total"):
        people = np.round(4000 * np.exp(np.cumsum(rng.normal(0, 0.05, dates.size)))).astype(int)
        rows = [f"{day},{count}" for day, count in zip(dates, people, strict=True)]
        (tmp_path / f"{name}.csv").write_text("\n".join(rows) + "\n")
    return tmp_path


def test_a_folder_is_scored_in_lines(folder: Path) -> None:
    done = RUN.invoke(app, ["backtest", str(folder), "--horizons", "7,5", "--json"])
    assert done.exit_code == 0, done.output
    head, *scores = [json.loads(line) for line in done.stdout.splitlines()]
    assert head["row"] == "backtest"
    assert {s["row"] for s in scores} == {"score"}
    assert {s["horizon"] for s in scores} == {5, 7}
    assert {s["forecaster"] for s in scores} == {
        "bordercast",
        "persistence",
        "drift",
        "shares held",
        "ensemble",
    }
    assert {s["truth"] for s in scores} == {"reported", "between"}


def test_a_folder_is_scored_in_tables_and_words(folder: Path) -> None:
    done = RUN.invoke(app, ["backtest", str(folder), "--horizons", "5"])
    assert done.exit_code == 0, done.output
    for words in ("persistence", "shares held", "5 days ahead the forecast was", "Coverage"):
        assert words in " ".join(done.stdout.split())


def test_a_defect_in_a_series_stops_and_lenient_goes_on(folder: Path) -> None:
    (folder / "data_layout.csv").write_text(
        "total,total.csv\nNorth,north.csv\nSouth,south.csv\nWest,west.csv\n"
    )
    stopped = RUN.invoke(app, ["backtest", str(folder)])
    assert stopped.exit_code == 3
    assert "data_layout.csv" in stopped.output
    assert RUN.invoke(app, ["backtest", str(folder), "--lenient", "--horizons", "5"]).exit_code == 0


def test_a_defect_in_a_file_that_is_not_used_is_passed_by(folder: Path) -> None:
    (folder / "routes.csv").write_text("#name1,name2,distance,forced_redirection\nTown,Nowhere,-5,0\n")
    assert RUN.invoke(app, ["backtest", str(folder), "--horizons", "5"]).exit_code == 0


@pytest.mark.parametrize("horizons", ["x", "0", "3,-1", "400"])
def test_wrong_horizons_are_named(folder: Path, horizons: str) -> None:
    done = RUN.invoke(app, ["backtest", str(folder), "--horizons", horizons])
    assert done.exit_code == 3
    assert "--horizons" in done.output


def test_a_target_that_is_neither_is_refused(tmp_path: Path) -> None:
    assert RUN.invoke(app, ["backtest", str(tmp_path / "none.db")]).exit_code in {3, 5}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of some reports of the example."""
    path = str(tmp_path_factory.mktemp("store") / "crisis.db")
    reports = [str(p) for p in sorted(EXAMPLE.glob("2023-09-2[5678]*"))[:14]]
    assert RUN.invoke(app, ["--quiet", "run", *reports, "--into", path]).exit_code in {0, 1}
    return path


def test_a_store_is_scored_and_the_same_twice(store: str) -> None:
    first = RUN.invoke(app, ["backtest", store, "--horizons", "3", "--json"])
    assert first.exit_code == 0, first.output
    head, *scores = [json.loads(line) for line in first.stdout.splitlines()]
    assert "figures, forecast from" in head["notes"][0]
    assert all(s["count"] > 0 and s["truth"] == "reported" for s in scores)
    assert RUN.invoke(app, ["backtest", store, "--horizons", "3", "--json"]).stdout == first.stdout


def test_a_store_with_nothing_later_says_so(tmp_path: Path) -> None:
    path = str(tmp_path / "one.db")
    report = str(min(EXAMPLE.glob("2023-09-2[5678]*")))
    RUN.invoke(app, ["--quiet", "run", report, "--into", path])
    done = RUN.invoke(app, ["backtest", path])
    assert done.exit_code == 0
    assert "nothing to score" in done.output
    assert RUN.invoke(app, ["backtest", path, "--fail-empty"]).exit_code == 4
