"""The command ``backtest``: a scenario folder or a store in, the score of forecasts made before the fact out."""

from dataclasses import asdict
from pathlib import Path

from bordercast.cli import show
from bordercast.cli.exits import Exit
from bordercast.vocabulary import BASELINES, OURS, BackTest, InvalidSetting, Part, Score, Truth

FOR_FOLDERS = (3, 7, 14, 30)
FOR_STORES = (3, 7, 14)
ENOUGH = 0.15  # skill from which a forecast is called better on the screen; below it, "about as good"
TITLES = {
    Truth.REPORTED: "Held against what was reported",
    Truth.BETWEEN: "Held against a straight line between reports, every week",
}
# --json has all parts
ON_SCREEN = {Truth.REPORTED: (Part.ALL, Part.RUNNING, Part.NEW), Truth.BETWEEN: (Part.ALL,)}
PARTS = {
    Part.ALL: "all",
    Part.RUNNING: "places with people",
    Part.OPENING: "places yet to open",
    Part.NEW: "days ahead alone",
    Part.SINCE: "totals that began before",
}


def tested(target: str, *, horizons: str, seed: int, lenient: bool, as_json: bool, fail_empty: bool) -> Exit:
    """Score the target, print the scores, and return the exit status."""
    asked = _horizons(horizons)
    folder = Path(target)
    test = (
        _of_folder(folder, asked or FOR_FOLDERS, lenient=lenient)
        if folder.is_dir()
        else _of_store(target, asked or FOR_STORES, seed=seed)
    )
    if test is None:
        show.say(
            f"{target}: no figure was reported after a forecast that could have foretold it. There is nothing to score yet."
        )
        return Exit.EMPTY if fail_empty else Exit.OK
    if as_json:
        _lines(test)
    else:
        _tables(test)
    return Exit.OK


def _horizons(text: str) -> tuple[int, ...]:
    try:
        days = tuple(sorted({int(part) for part in text.split(",") if part.strip()}))
    except ValueError:
        days = (0,)
    if any(not 1 <= day <= 90 for day in days):
        raise InvalidSetting(
            f"--horizons {text!r} is not a list of days from 1 to 90. Write, for instance, --horizons 3,7,14."
        )
    return days


def _of_folder(folder: Path, horizons: tuple[int, ...], *, lenient: bool) -> BackTest:
    from bordercast import pipeline  # noqa: PLC0415

    with show.progress() as bar:
        return pipeline.backtest_folder(folder, horizons=horizons, lenient=lenient, progress=bar)


def _of_store(target: str, horizons: tuple[int, ...], *, seed: int) -> BackTest | None:
    from bordercast import pipeline  # noqa: PLC0415
    from bordercast.store import Store  # noqa: PLC0415

    with Store.opened(target) as store, show.progress() as bar:
        return pipeline.backtest(store, horizons=horizons, seed=seed, progress=bar)


def _lines(test: BackTest) -> None:
    show.line(
        {
            "row": "backtest",
            "subject": test.subject,
            "start": test.start,
            "until": test.until,
            "method": test.method,
            "notes": test.notes,
        }
    )
    for score in test.scores:
        show.line({"row": "score", **asdict(score)})


def _tables(test: BackTest) -> None:
    show.draw(
        f"[bold]{test.subject}[/bold]: forecasts made on each day from {test.start} to {test.until}, from what was known by then"
    )
    for truth in Truth:
        rows = [s for s in test.scores if s.truth is truth and s.part in ON_SCREEN[truth]]
        if rows:
            _table(rows, TITLES[truth])
    for horizon in test.horizons:
        words = _verdict(test, horizon)
        if words:
            show.draw(words)
    for note in test.notes:
        show.draw(note)
    show.draw(
        "Scores are CRPS: lower is better, and 0.1 on the log scale is an error of about a tenth. "
        "Coverage is how often the 50, 80 and 95 % intervals held what came."
    )


def _table(rows: list[Score], title: str) -> None:
    from rich.table import Table  # noqa: PLC0415

    table = Table(
        "days ahead", "forecasts", "forecaster", "log CRPS", "CRPS", "50 / 80 / 95 %", "ARD", title=title
    )
    for column in table.columns:
        column.justify = "left" if column.header == "forecaster" else "right"
    for part, label in PARTS.items():
        for horizon in sorted({s.horizon for s in rows if s.part is part}):
            group = [s for s in rows if s.part is part and s.horizon == horizon]
            best = min(s.crps_log for s in group)
            for i, score in enumerate(group):
                shown = f"{score.crps_log:.4f}"
                table.add_row(
                    str(horizon) if i == 0 else "",
                    f"{score.count:,} {label}" if i == 0 else "",
                    score.forecaster,
                    f"[bold]{shown}[/bold]" if score.crps_log == best else shown,
                    f"{score.crps:,.0f}",
                    f"{100 * score.cover50:.0f} / {100 * score.cover80:.0f} / {100 * score.cover95:.0f}",
                    "" if score.ard is None else f"{score.ard:.3f}",
                    end_section=i == len(group) - 1,
                )
    show.draw(table)


def _verdict(test: BackTest, horizon: int) -> str:
    """One sentence on how much a forecast so far ahead can be trusted."""
    ours, best, skill = test.of(OURS, horizon), test.best_baseline(horizon), test.skill(horizon)
    persistence = test.of(BASELINES[0], horizon)
    if ours is None or best is None or skill is None or persistence is None:
        return ""
    if skill >= ENOUGH:
        how = f"{skill:.0%} better than"
    else:
        how = "about as good as" if skill > -ENOUGH / 3 else f"[bold]{-skill:.0%} worse than[/bold]"
    return f"{horizon} days ahead the forecast was {how} the best simple one ({best.forecaster}); its 80 % intervals held {ours.cover80:.0%}."
