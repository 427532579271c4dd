"""The command ``flee``: a scenario folder of Flee in, people in every place on every day out."""

import sys
from dataclasses import asdict
from pathlib import Path

import numpy as np

from bordercast.cli import show
from bordercast.cli.exits import Exit
from bordercast.vocabulary import CaseRun, Defect, DefectiveCase

LISTED = 40  # defects named on the screen; --json names all


def simulated(
    folder: Path, *, settings: Path | None, days: int | None, seeds: int, seed: int, rules: str, lenient: bool,
    out: Path | None, places: Path | None, as_json: bool,
) -> Exit:  # fmt: skip
    """Run the folder, print and write what was asked for, and return the exit status."""
    from bordercast import pipeline  # noqa: PLC0415
    from bordercast.publishing import case_run  # noqa: PLC0415

    try:
        with show.progress() as bar:
            run = pipeline.flee(
                folder,
                settings=settings,
                days=days,
                seeds=seeds,
                seed=seed,
                rules=rules,
                lenient=lenient,
                progress=bar,
            )
    except DefectiveCase as problem:
        _name([d for d in problem.defects if isinstance(d, Defect)], as_json=as_json)
        sys.stderr.write(
            f"bordercast: {folder} was not run. The lines marked with '!' would make its figures wrong. "
            "Mend them, or go on as they stand with --lenient.\n"
        )
        return Exit.INVALID
    _name(list(run.defects), as_json=as_json)
    files = [case_run.write_out(run, out)] if out else []
    files += [case_run.write_places(run, places)] if places else []
    if as_json:
        _lines(run)
    else:
        _table(run)
    for file in files:
        show.say(f"Wrote {file}")
    return Exit.OK


def _name(defects: list[Defect], *, as_json: bool) -> None:
    if as_json:
        for defect in defects:
            show.line({"row": "defect", **asdict(defect)})
    ordered = sorted(defects, key=lambda defect: not defect.grave)
    for defect in ordered[:LISTED]:
        show.say(f"{'!' if defect.grave else ' '} {defect}")
    if len(ordered) > LISTED:
        show.say(f"  ... and {len(ordered) - LISTED} more; --json lists all.")


def _lines(run: CaseRun) -> None:
    from bordercast.forecasting.flee import ard, rescaled  # noqa: PLC0415
    from bordercast.publishing import case_run  # noqa: PLC0415

    show.line(
        {
            "row": "score",
            "case": run.case,
            "rules": run.rules,
            "method": run.method,
            "seed": run.seed,
            "start": run.start,
            "days": run.present.shape[1],
            "ard": [round(float(x), 6) for x in ard(run)],
            "rescaled_ard": [round(float(x), 6) for x in rescaled(run)],
            "people": run.total[:, -1].tolist(),
        }
    )
    for score in case_run.camp_scores(run):
        show.line({"row": "camp", **asdict(score)})
    for row in case_run.place_days(run):
        show.line({"row": "place", **asdict(row)})


def _table(run: CaseRun) -> None:
    from rich.table import Table  # noqa: PLC0415

    from bordercast.forecasting.flee import ard, rescaled  # noqa: PLC0415
    from bordercast.publishing import case_run  # noqa: PLC0415

    members, days, places = run.present.shape
    show.draw(
        f"[bold]{run.case}[/bold]  {run.days[0]} to {run.days[-1]}, {days} days, {places} places, {members} seeds, rules: {run.rules}"
    )
    table = Table(
        "camp",
        "simulated",
        "80% of seeds",
        "counted",
        "mean difference",
        title=f"On the last day, {run.days[-1]}",
    )
    for column in table.columns[1:]:
        column.justify = "right"
    for score in case_run.camp_scores(run):
        table.add_row(
            score.camp,
            f"{score.simulated:,.0f}",
            f"{score.low:,} to {score.high:,}",
            f"{score.counted:,}",
            f"{score.difference:,.0f}",
        )
    show.draw(table)
    show.draw(f"ARD            {_spread(ard(run))}")
    show.draw(f"rescaled ARD   {_spread(rescaled(run))}")
    if members > 1:
        covered = np.mean([score.covered for score in case_run.camp_scores(run)])
        show.draw(
            f"The 80% interval of the seeds holds what was counted on {covered:.0%} of camp-days: it is the luck of the "
            "draw, not the doubt about the model."
        )
    show.draw("The folder gives the inflow and most capacities from the counts it is scored against.")


def _spread(values: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> str:
    text = f"{values.mean():.4f}"
    return (
        text
        if len(values) == 1
        else f"{text}  ({values.min():.4f} to {values.max():.4f} over {len(values)} seeds)"
    )
