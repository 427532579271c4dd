"""Is it fast? Each figure stands beside a peer measured in the same run on the same machine.

Seconds differ between machines; ratios are what to compare. Peers that are not installed are left out and said so.
"""

import json
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from bordercast import atlas
from bordercast.extraction import extract, worth_reading
from bordercast.extraction.sentences import sentences
from bordercast.reading import read
from bordercast.vocabulary import Claim, Report

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = 4_400  # characters: about 700 words: an ordinary news article
ARTICLES = 60
REPEATS = 3
EVERYDAY = [
    "The orchestra opened its season on Friday with two works that it had not played for forty years.",
    "Shares in the retailer fell by 4 per cent after it said that sales in the autumn had been slower than a year before.",
    "The coach said that the team had trained well and that nobody was hurt.",
    "A new bakery has taken over the corner shop in the high street, which had stood empty since the spring.",
    "Scientists have measured how fast the glacier moves, and found that it slowed down last year.",
    "The council voted 31 to 12 for a cycle path along the river, to be built by 2027.",
    "Her second novel, which took nine years to write, won the prize on Tuesday evening.",
    "The price of a litre of milk rose to 1.20 on average, the statistics office said.",
    "About 2,400 people heard the concert, and 600 more stood in the square outside.",
    "The minister praised the teachers and promised that their pay would be looked at again before the summer.",
]


def main() -> None:
    """Print every figure as JSON lines, and a table for people on stderr."""
    reports = articles()
    base = per_second(lambda r: re.findall(r"\w+|[^\w\s]", r.text), reports)
    figures: list[dict[str, object]] = [row("plain regex tokeniser", base, base)]
    figures.append(row("atlas.scan", per_second(lambda r: atlas.scan(r.text), reports), base))
    figures.append(
        row("first look, at what is read", per_second(lambda r: worth_reading(r.text), reports), base)
    )
    others = elsewhere()
    figures.append(
        row("first look, at something else", per_second(lambda r: worth_reading(r.text), others), base)
    )
    figures.append(row("bordercast.extract, all of it to be read", per_second(_claims, reports), base))
    mixed = [*reports[: len(reports) // 6], *others * (5 * len(reports) // 6 // len(others))]
    figures.append(row("bordercast.extract, a sixth of it to be read", per_second(_claims, mixed), base))
    figures.append(density(reports))
    figures += peers(reports, base)
    figures += [cold_start(), journey()]
    for figure in figures:
        print(json.dumps(figure))
    sys.stderr.write(
        "\n".join(f"{f['what']:44} {f['value']:>10} {f['unit']:22} {f['ratio']}" for f in figures) + "\n"
    )


def articles() -> list[Report]:
    """Return articles of 4.4 KB made by joining the example reports, English and Russian apart."""
    found = [
        r
        for name in ("russia-2022", "nagorno-karabakh-2023")
        for r in read([ROOT / "examples" / name / "reports"])
        if isinstance(r, Report)
    ]
    out: list[Report] = []
    for language in ("en", "ru"):
        text = "\n\n".join(r.text for r in found if r.language == language)
        text *= 1 + ARTICLE * ARTICLES // (2 * len(text))
        out += [
            Report.of(
                text=text[i * ARTICLE : (i + 1) * ARTICLE],
                language=language,
                published=found[0].published,
                source=f"{language}{i}",
            )
            for i in range(ARTICLES // 2)
        ]
    return out


def elsewhere() -> list[Report]:
    """Return articles of 4.4 KB about something else, made of everyday sentences in a new order each time."""
    chance = random.Random(7)  # noqa: S311
    texts = [" ".join(chance.choices(EVERYDAY, k=60))[:ARTICLE] for _ in range(10)]
    assert not any(worth_reading(text) for text in texts)
    return [Report.of(text=text, language="en", source=f"other{i}") for i, text in enumerate(texts)]


def density(reports: list[Report]) -> dict[str, object]:
    """Return how much there is to read in an article: sentences that make claims, of all."""
    pieces = said = claims = 0
    for report in reports:
        found = list(extract([report]))
        starts = {span.start for claim in found for span in claim.evidence}
        pieces += len(sentences(report.text))
        said += len(starts)
        claims += len(found)
    return {
        "what": "claims in an article",
        "value": round(claims / len(reports), 1),
        "unit": "claims",
        "ratio": f"{said / pieces:.2f} of {pieces / len(reports):.0f} sentences",
    }


def _claims(report: Report) -> list[Claim]:
    return list(extract([report]))


def per_second(work: Callable[[Report], object], reports: list[Report]) -> float:
    """Return articles a second of CPU, the best of three runs after a first that warms caches."""
    work(reports[0])
    rates = []
    for _ in range(REPEATS):
        start = time.process_time()
        for report in reports:
            work(report)
        rates.append(len(reports) / (time.process_time() - start))
    return max(rates)


def row(what: str, rate: float, base: float) -> dict[str, object]:
    """Return one figure beside the tokeniser's."""
    return {
        "what": what,
        "value": round(rate, 1),
        "unit": "articles/s on one core",
        "ratio": f"{rate / base:.4f} of the regex tokeniser",
    }


def peers(reports: list[Report], base: float) -> list[dict[str, object]]:
    """Return the peers that are installed."""
    out = []
    if find_spec("spacy"):
        import spacy  # noqa: PLC0415

        blank = spacy.blank("en")
        blank.add_pipe("sentencizer")
        out.append(row("spaCy blank + sentencizer", per_second(lambda r: blank(r.text), reports), base))
    if find_spec("dateparser"):
        from dateparser.search import search_dates  # noqa: PLC0415

        some = reports[:: max(1, len(reports) // 6)]
        out.append(
            row(
                "dateparser.search_dates",
                per_second(lambda r: search_dates(r.text, languages=["en", "ru"]), some),
                base,
            )
        )
    for name in ("spacy", "dateparser"):
        if not find_spec(name):
            sys.stderr.write(f"{name} is not installed: pip install 'bordercast[bench]'\n")
    return out


def cold_start() -> dict[str, object]:
    """Return the median time of ``import bordercast.cli`` in a fresh process, beside that of ``import typer, rich``."""

    def median(code: str) -> float:
        times = []
        for _ in range(7):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            times.append(time.perf_counter() - start)
        return statistics.median(times)

    empty, peer, ours = (
        median(code) for code in ("pass", "import typer, rich.console", "import bordercast.cli")
    )
    return {
        "what": "import, fresh process",
        "value": round((ours - empty) * 1000),
        "unit": "ms",
        "ratio": f"{(ours - empty) / (peer - empty):.2f} of typer + rich",
    }


def journey() -> dict[str, object]:
    """Return the wall time and peak memory of the whole demo in a fresh process, beside reading the same files."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "bordercast", "demo", "--out", folder, "--json"],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        whole = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    start = time.perf_counter()
    list(read([ROOT / "examples" / "russia-2022" / "reports"]))
    reading = time.perf_counter() - start
    return {
        "what": "demo, 63 reports, fresh process",
        "value": round(whole, 2),
        "unit": f"s, peak {peak:.0f} MB",
        "ratio": f"{whole / reading:.1f} times reading the files",
    }


if __name__ == "__main__":
    main()
