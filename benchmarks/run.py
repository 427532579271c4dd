"""Is it fast? Each figure stands beside a peer measured in the same run on the same machine.

Seconds differ between machines; ratios are what to compare. Peers that are not installed are left out and said so.
"""

import json
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
from bordercast.extraction import extract
from bordercast.reading import read
from bordercast.vocabulary import Report

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = 4_400  # characters: about 700 words: an ordinary news article
ARTICLES = 60
REPEATS = 3


def main() -> None:
    """Print every figure as JSON lines, and a table for people on stderr."""
    reports = articles()
    base = per_second(lambda r: re.findall(r"\w+|[^\w\s]", r.text), reports)
    figures: list[dict[str, object]] = [row("plain regex tokeniser", base, base)]
    figures.append(row("atlas.scan", per_second(lambda r: atlas.scan(r.text), reports), base))
    figures.append(row("bordercast.extract", per_second(lambda r: list(extract([r])), reports), base))
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
