"""The commands. Data goes to stdout, words to stderr; exit statuses are in ``exits``."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bordercast.cli import evals, show
from bordercast.cli.exits import Exit, guarded
from bordercast.vocabulary import Kind

if TYPE_CHECKING:
    from bordercast.cli.asking import Asked
    from bordercast.cli.settings import Settings
    from bordercast.vocabulary import Situation


class FleeRules(StrEnum):
    """Whose behaviour `flee` follows."""

    FLEE = "flee"
    MENDED = "mended"


app = typer.Typer(
    name="bordercast",
    help="Reads the reports of a sudden exodus: who said what, how many crossed where, how sure we are, what if a border closes.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    add_completion=True,
    pretty_exceptions_enable=False,
)
app.add_typer(evals.app)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date. Write it as 2022-10-04.") from None


Paths = Annotated[
    list[Path],
    typer.Argument(help="Reports: text, Markdown or HTML files, or folders of them.", show_default=False),
]
StorePath = Annotated[
    str, typer.Argument(metavar="FILE.db", help="A store made by `bordercast run`.", show_default=False)
]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=_day,
        metavar="DATE",
        help="Use only what was published by this day. Default: the day of the store's latest estimate, or of its latest report.",
        show_default=False,
    ),
]
Published = Annotated[
    date | None,
    typer.Option(
        "--published",
        parser=_day,
        metavar="DATE",
        help="Publication day of reports that do not state one.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
Seed = Annotated[
    int | None,
    typer.Option(
        "--seed", help="Seed of all chance; same input and seed give the same bytes.", show_default="0"
    ),
]
Days = Annotated[
    int | None, typer.Option("--days", min=1, max=90, help="Days to look ahead.", show_default="14")
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", min=1, help="Processes that extract side by side; the result is the same.", show_default="1"
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="DIR", help="Folder for the report, the page and the tables.", show_default=False
    ),
]
Offline = Annotated[
    bool, typer.Option("--offline", help="Stay off the network. Nothing here uses it, so this is always so.")
]
Close = Annotated[
    list[str] | None,
    typer.Option(
        "--close",
        metavar="RUS:GEO",
        help="Project a closure of this corridor; may be repeated. RUS:GEO@2022-10-06 sets its own day.",
        show_default=False,
    ),
]
ScenarioFiles = Annotated[
    list[str] | None,
    typer.Option(
        "--scenario",
        metavar="FILE.toml",
        help="Project the scenario in this file; may be repeated. docs/reference/scenario.md has its form.",
        show_default=False,
    ),
]
Lenient = Annotated[
    bool, typer.Option("--lenient", help="Leave out what cannot be read in a scenario file, and say so.")
]
Compare = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--compare",
        metavar="A B",
        help="Set scenario B against A; each a FILE.toml or as-things-stand.",
        show_default=False,
    ),
]
From = Annotated[
    date | None,
    typer.Option(
        "--from",
        parser=_day,
        metavar="DATE",
        help="First day of the closures. Default: the day after as-of.",
        show_default=False,
    ),
]
FailEmpty = Annotated[
    bool, typer.Option("--fail-empty", help="Exit with status 4 when there is nothing to print.")
]


def _print_version(asked: bool) -> None:
    if asked:
        from bordercast import __version__  # noqa: PLC0415

        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _root(
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    no_progress: Annotated[bool, typer.Option("--no-progress", help="No progress bars.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks.")] = False,
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version and exit."),
    ] = False,
) -> None:
    show.configure(quiet=quiet, progress=not no_progress and not quiet, debug=debug)


@app.command()
@guarded
def read(
    paths: Paths,
    json: AsJson = False,
    published: Published = None,
    fail_empty: FailEmpty = False,
    offline: Offline = True,
) -> Exit:
    """Print what each report is: title, publisher, date, language; with --json also the text that offsets refer to."""
    from bordercast.reading import read as read_reports  # noqa: PLC0415

    return show.reports(read_reports(paths, published=published), as_json=json, fail_empty=fail_empty)


@app.command()
@guarded
def extract(
    paths: Paths,
    json: AsJson = False,
    published: Published = None,
    fail_empty: FailEmpty = False,
    offline: Offline = True,
) -> Exit:
    """Print the claims of the reports, each with the sentence that says it.

    Example: `bordercast extract article.txt --published 2022-09-26 --json`
    """
    from bordercast.extraction import extract as extract_claims  # noqa: PLC0415
    from bordercast.reading import read as read_reports  # noqa: PLC0415

    return show.claims(
        read_reports(paths, published=published), extract_claims, as_json=json, fail_empty=fail_empty
    )


@app.command()
@guarded
def reconcile(store: StorePath, as_of: AsOf = None, seed: Seed = None, json: AsJson = False) -> Exit:
    """Print daily flows with intervals, in the forecast-hub long form with --json.

    Rows: as_of, origin, destination, day, measure, output_type, output_type_id, value.
    """
    situation = _situation(store, as_of=as_of, seed=seed)
    return show.estimate(situation, as_json=json)


@app.command()
@guarded
def forecast(
    store: StorePath, close: Close = None, start: From = None, scenario: ScenarioFiles = None, compare: Compare = None,
    lenient: Lenient = False, as_of: AsOf = None, days: Days = None, seed: Seed = None, json: AsJson = False,
) -> Exit:  # fmt: skip
    """Print what would happen next: who crosses, queues and needs a bed, as things stand and in scenarios.

    Example: `bordercast forecast crisis.db --scenario georgia-closes.toml`
    """
    from bordercast.cli.asking import Asked  # noqa: PLC0415

    if compare and (close or scenario):
        raise typer.BadParameter("Give the two scenarios to --compare alone, without --close and --scenario.")
    asked = Asked(
        close=tuple(close or ()), start=start, files=compare or tuple(scenario or ()), lenient=lenient
    )
    situation = _tested(_situation(store, as_of=as_of, seed=seed, days=days, asked=asked), store, seed=seed)
    if compare:
        return show.comparison(situation, as_json=json)
    return show.projections(situation, as_json=json)


@app.command()
@guarded
def backtest(
    target: Annotated[str, typer.Argument(metavar="TARGET", help="A store made by `bordercast run`, or a scenario folder of Flee.", show_default=False)],
    horizons: Annotated[str, typer.Option("--horizons", metavar="DAYS", help="Days ahead to score, such as 3,7,14.", show_default="3,7,14 and for folders 30")] = "",
    lenient: Annotated[bool, typer.Option("--lenient", help="Go on in spite of grave defects of a folder's files.")] = False,
    seed: Seed = None, json: AsJson = False, fail_empty: FailEmpty = False,
) -> Exit:  # fmt: skip
    """Print how good forecasts made before the fact would have been, beside simple ones.

    Example: `bordercast backtest crisis.db --horizons 3,7,14`
    """
    from bordercast.cli.backtest import tested  # noqa: PLC0415

    chosen = _settings().seed if seed is None else seed
    return tested(
        target, horizons=horizons, seed=chosen, lenient=lenient, as_json=json, fail_empty=fail_empty
    )


@app.command()
@guarded
def flee(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A scenario folder of Flee: input_csv and source_data, or their files flat.", show_default=False)],
    settings: Annotated[Path | None, typer.Option("--settings", metavar="FILE.yml", help="A simsetting.yml. Default: the folder's, else Flee's defaults.", show_default=False)] = None,
    days: Annotated[int | None, typer.Option("--days", min=1, help="Days to simulate. Default: the Length in the folder.", show_default=False)] = None,
    seeds: Annotated[int, typer.Option("--seeds", min=1, help="How many independent runs.")] = 10,
    seed: Seed = None,
    rules: Annotated[FleeRules, typer.Option("--rules", help="flee: what Flee does; mended: what its manual says.")] = FleeRules.FLEE,
    lenient: Annotated[bool, typer.Option("--lenient", help="Go on although files have grave defects, and list them.")] = False,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE.csv", help="Write Flee's out.csv of the first run here.", show_default=False)] = None,
    places: Annotated[Path | None, typer.Option("--places", metavar="FILE.csv", help="Write people in every place on every day here, over all runs.", show_default=False)] = None,
    json: AsJson = False,
) -> Exit:  # fmt: skip
    """Simulate a scenario folder of Flee on counts: camps against what was counted, ARD, every place on every day.

    Example: `bordercast flee mali2012 --settings simsetting.yml --out out.csv`
    """
    from bordercast.cli.flee import simulated  # noqa: PLC0415

    return simulated(
        folder, settings=settings, days=days, seeds=seeds, seed=_settings().seed if seed is None else seed, rules=rules.value,
        lenient=lenient, out=out, places=places, as_json=json,
    )  # fmt: skip


@app.command()
@guarded
def publish(
    store: StorePath, out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder to write to.", show_default=False)],
    close: Close = None, start: From = None, scenario: ScenarioFiles = None, lenient: Lenient = False,
    as_of: AsOf = None, days: Days = None, seed: Seed = None,
    small_counts: Annotated[bool, typer.Option("--small-counts", help="Also publish counts below 10, which are withheld by default.")] = False,
    json: AsJson = False,
) -> Exit:  # fmt: skip
    """Write the situation report, the page and the tables."""
    from bordercast.cli.asking import Asked  # noqa: PLC0415
    from bordercast.publishing import publish as publish_situation  # noqa: PLC0415

    asked = Asked(close=tuple(close or ()), start=start, files=tuple(scenario or ()), lenient=lenient)
    situation = _situation(store, as_of=as_of, seed=seed, days=days, asked=asked)
    files = publish_situation(situation, out, small_counts=small_counts or _settings().small_counts)
    return show.files(files, as_json=json)


@app.command()
@guarded
def run(
    paths: Paths,
    into: Annotated[str, typer.Option("--into", metavar="FILE.db", help="The store; made when missing, added to when there.", show_default=False)],
    as_of: AsOf = None, out: Out = None, published: Published = None, close: Close = None, start: From = None,
    scenario: ScenarioFiles = None, lenient: Lenient = False, days: Days = None, seed: Seed = None, jobs: Jobs = None, offline: Offline = True, json: AsJson = False,
) -> Exit:  # fmt: skip
    """Do everything: read, extract, reconcile, forecast, publish.

    Example: `bordercast run reports/ --into crisis.db --as-of 2022-10-04 --out situation/`
    """
    from bordercast.cli.asking import Asked  # noqa: PLC0415

    return _run(
        paths,
        into,
        as_of=as_of,
        out=out,
        published=published,
        asked=Asked(close=tuple(close or ()), start=start, files=tuple(scenario or ()), lenient=lenient),
        days=days,
        seed=seed,
        jobs=jobs,
        json=json,
    )


@app.command()
@guarded
def inspect(
    path: Annotated[Path, typer.Argument(help="A store, or a folder or file that a stage left on disk.")],
    json: AsJson = False,
) -> Exit:
    """Show what a stage left on disk: the tables of a store, or the rows of a published table."""
    return show.inspection(path, as_json=json)


@app.command()
@guarded
def explain(
    store: StorePath,
    origin: Annotated[str, typer.Argument(help="Where people left: a country code such as RUS, or its name.")],
    destination: Annotated[str, typer.Argument(help="Where they went: KAZ, a group such as EU, OTHER, or ANY for all.")],
    day: Annotated[date, typer.Argument(parser=_day, metavar="DATE", help="The day.")],
    as_of: AsOf = None, seed: Seed = None, json: AsJson = False,
) -> Exit:  # fmt: skip
    """Print how a number came to be: the claims used, folded and set aside, each with its sentence and source.

    Example: `bordercast explain crisis.db RUS KAZ 2022-09-26`
    """
    situation = _situation(store, as_of=as_of, seed=seed)
    return show.explanation(situation, _code(origin), _code(destination), day, as_json=json)


@app.command()
@guarded
def diff(
    store: StorePath,
    start: Annotated[date, typer.Option("--from", parser=_day, metavar="DATE", help="The earlier day.", show_default=False)],
    until: Annotated[date, typer.Option("--to", parser=_day, metavar="DATE", help="The later day.", show_default=False)],
    seed: Seed = None, json: AsJson = False,
) -> Exit:  # fmt: skip
    """Print what changed between the estimates of two days, and which claims moved it.

    Example: `bordercast diff crisis.db --from 2022-09-27 --to 2022-10-04`
    """
    earlier, later = (_situation(store, as_of=day, seed=seed) for day in (start, until))
    return show.difference(earlier, later, as_json=json)


@app.command()
@guarded
def demo(
    example: Annotated[str, typer.Argument(help="russia-2022 or nagorno-karabakh-2023.")] = "russia-2022",
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for everything it makes.")] = Path(
        "demo-out"
    ),
    browse: Annotated[
        bool, typer.Option("--open", help="Then show it as a page in the browser, until Ctrl-C.")
    ] = False,
    offline: Offline = True,
    json: AsJson = False,
) -> Exit:
    """Run the bundled example, print the situation and write the report. Offline, a few seconds."""
    from bordercast.cli.asking import Asked  # noqa: PLC0415
    from bordercast.cli.examples import DEMOS, reports_of  # noqa: PLC0415

    if example not in DEMOS:
        raise typer.BadParameter(f"There is no example {example!r}. Choose from: {', '.join(DEMOS)}.")
    what, store = DEMOS[example], out / f"{example}.db"
    done = _run(
        [reports_of(example)], str(store), as_of=what.as_of, out=out / example, published=None,
        asked=Asked(close=(what.close,), start=what.start), days=None, seed=None, jobs=None, json=json,
    )  # fmt: skip
    if not browse:
        return done
    from bordercast.cli.serve import Door  # noqa: PLC0415
    from bordercast.cli.serve import serve as show_page  # noqa: PLC0415

    return show_page(store, Door(port=0), _settings(), path=f"/?as_of={what.as_of}", browse=True)


@app.command()
@guarded
def serve(
    store: StorePath,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port to listen on; 0 for any that is free.")] = 8321,
    host: Annotated[str, typer.Option("--host", help="Address to listen on. Any but this machine's own needs a token.")] = "127.0.0.1",
    token: Annotated[str | None, typer.Option("--token", envvar="BORDERCAST_TOKEN", help="Token to ask for. Default: none on this machine alone, else a new one.", show_default=False)] = None,
    name: Annotated[list[str] | None, typer.Option("--name", metavar="HOST", help="A further name it answers for, such as a proxy's; may be repeated.", show_default=False)] = None,
    browse: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="Take no verdicts.")] = False,
    embed: Annotated[bool, typer.Option("--embed", help="Show the embedded map to anybody who reaches the server, without the token.")] = False,
) -> Exit:  # fmt: skip
    """Show a store as a page in the browser: map, timelines, claims, borders, shelter, scenarios, review.

    Example: `bordercast serve crisis.db --open`
    """
    from bordercast.cli.serve import Door  # noqa: PLC0415
    from bordercast.cli.serve import serve as show_page  # noqa: PLC0415

    door = Door(host=host, port=port, token=token, names=tuple(name or ()), read_only=read_only, embed=embed)
    return show_page(store, door, _settings(), browse=browse)


@app.command()
@guarded
def review(
    store: StorePath,
    verdicts: Annotated[str | None, typer.Option("--verdicts", metavar="FILE.jsonl", help="Take down the verdicts of this file, one JSON object a line; - reads standard input.", show_default=False)] = None,
    history: Annotated[bool, typer.Option("--history", help="Print every verdict, those taken back too.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Show the claims that have their verdict too.")] = False,
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only claims of this kind.", show_default=False)] = None,
    analyst: Annotated[str, typer.Option("--analyst", envvar="BORDERCAST_ANALYST", metavar="NAME", help="Who decides; kept with every verdict.", show_default=False)] = "",
    proposed: Annotated[bool, typer.Option("--proposed", help="Show the claims that a model proposes and the rules lack or read otherwise.")] = False,
    as_of: AsOf = None, json: AsJson = False, fail_empty: FailEmpty = False,
) -> Exit:  # fmt: skip
    """Go through claims one by one, each with its sentence: accept, reject, correct, mark duplicates, undo.

    Example: `bordercast review crisis.db --kind flow`
    """
    from bordercast.cli import review as reviewing  # noqa: PLC0415
    from bordercast.store import Store  # noqa: PLC0415

    if verdicts and history:
        raise typer.BadParameter("Give --verdicts or --history, not both.")
    if verdicts:
        with Store.opened(store) as opened:
            return reviewing.taken_down(
                opened, verdicts, analyst=analyst, as_json=json, fail_empty=fail_empty
            )
    situation = _situation(store, as_of=as_of, seed=None)
    with Store.opened(store) as opened:
        if proposed:
            from bordercast.pipeline import proposed as proposals_of  # noqa: PLC0415

            situation = proposals_of(opened, situation)
        if history:
            return reviewing.history(opened, situation, as_json=json, fail_empty=fail_empty)
        return reviewing.reviewed(
            opened,
            situation,
            kind=kind,
            everything=everything,
            analyst=analyst,
            as_json=json,
            fail_empty=fail_empty,
        )


@app.command()
@guarded
def propose(
    store: StorePath,
    endpoint: Annotated[str, typer.Option("--endpoint", envvar="BORDERCAST_MODEL_ENDPOINT", metavar="URL", help="The model's server, such as http://127.0.0.1:8080/v1. Without one nothing is asked.", show_default=False)] = "",
    model: Annotated[str, typer.Option("--model", envvar="BORDERCAST_MODEL", metavar="NAME", help="The model to ask there.", show_default=False)] = "",
    most: Annotated[int | None, typer.Option("--most", min=1, help="Ask about so many reports, the latest first. Default: all.", show_default=False)] = None,
    timeout: Annotated[float, typer.Option("--timeout", min=1, max=3600, help="Seconds to wait for one answer.")] = 120.0,
    json: AsJson = False, fail_empty: FailEmpty = False,
) -> Exit:  # fmt: skip
    """Let a language model propose claims, and print how they stand to what the rules read. Sends reports to the server you name.

    Example: `bordercast propose crisis.db --endpoint http://127.0.0.1:8080/v1 --model qwen`
    """
    from bordercast.cli.propose import proposed  # noqa: PLC0415

    return proposed(store, endpoint, model, most=most, timeout_s=timeout, as_json=json, fail_empty=fail_empty)


@app.command()
@guarded
def doctor(json: AsJson = False) -> Exit:
    """Check this installation: versions, packaged data, disk, languages."""
    from bordercast.cli.doctor import examine  # noqa: PLC0415

    return show.diagnosis(examine(), as_json=json)


@app.command()
@guarded
def config(json: AsJson = False) -> Exit:
    """Print the settings in force and where each came from."""
    return show.settings(_settings(), as_json=json)


def _run(
    paths: list[Path], into: str, *, as_of: date | None, out: Path | None, published: date | datetime | None, asked: "Asked",
    days: int | None, seed: int | None, jobs: int | None, json: bool,
) -> Exit:  # fmt: skip
    from bordercast import pipeline  # noqa: PLC0415
    from bordercast.publishing import publish as publish_situation  # noqa: PLC0415
    from bordercast.store import Store, shown  # noqa: PLC0415

    settings = _settings()
    with Store(into) as opened:
        with show.progress() as bar:
            pipeline.gather(opened, paths, published=published, jobs=jobs or settings.jobs, progress=bar)
        with show.working("Reconciling"):
            situation = pipeline.assess(
                opened,
                as_of=as_of,
                scenarios=asked.scenarios(days or settings.days),
                days=days or settings.days,
                seed=settings.seed if seed is None else seed,
            )
    files = publish_situation(situation, out, small_counts=settings.small_counts) if out else ()
    return show.situation(situation, shown(into), files, as_json=json)


def _situation(
    store: str,
    *,
    as_of: date | None,
    seed: int | None,
    days: int | None = None,
    asked: "Asked | None" = None,
) -> "Situation":
    from bordercast import pipeline  # noqa: PLC0415
    from bordercast.store import Store  # noqa: PLC0415

    settings = _settings()
    with Store.opened(store) as opened, show.working("Reconciling"):
        when = as_of or opened.latest() or pipeline.latest_day(opened)
        return pipeline.assess(
            opened,
            as_of=when,
            scenarios=asked.scenarios(days or settings.days) if asked else (),
            days=days or settings.days,
            seed=settings.seed if seed is None else seed,
        )


def _tested(situation: "Situation", store: str, *, seed: int | None) -> "Situation":
    """Put the score of forecasts made on earlier days beside those of a situation; made once, then kept."""
    from dataclasses import replace  # noqa: PLC0415

    from bordercast import pipeline  # noqa: PLC0415
    from bordercast.store import Store  # noqa: PLC0415

    chosen = _settings().seed if seed is None else seed
    if situation.estimate is None:
        return situation
    with Store.opened(store) as opened, show.progress() as bar:
        test = pipeline.track_record(opened, as_of=situation.as_of, seed=chosen, progress=bar)
    return replace(situation, backtest=test)


def _settings() -> "Settings":
    from bordercast.cli.settings import load_settings  # noqa: PLC0415 - 110 ms that --help does not need

    return load_settings()


def _code(place: str) -> str:
    """Return a country's code from its code or name; groups and ANY pass as they are."""
    from bordercast import atlas  # noqa: PLC0415

    if place.upper() in {c.iso3 for c in atlas.countries()} or len(place) <= 3 or place.isupper():
        return place.upper()
    found = [p for p in atlas.find(place) if p.level is atlas.Level.COUNTRY]
    return found[0].id if found else place


def main() -> None:
    """Run the command line."""
    app()
