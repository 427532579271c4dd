"""The page behind a real server, in Debian's Chromium; skipped, with the reason, where there is no browser or no page."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from bordercast.cli.examples import DEMOS, reports_of
from bordercast.pipeline import run
from bordercast.web import Access, StoreSource, application, built

ROOT = Path(__file__).parents[2]
# importlib mode puts no folder on the path
sys.path[:0] = [str(ROOT / folder) for folder in ("tests/web", "tests/publishing", "benchmarks")]

from invented_situation import build  # noqa: E402
from large_situation import FixedSource  # noqa: E402
from serving import served  # noqa: E402

CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--disable-quic", "--font-render-hinting=none", "--disable-lcd-text"]  # fmt: skip
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = {"desk": (1280, 900), "phone": (390, 844)}


@pytest.fixture(scope="package")
def chromium():
    if CHROMIUM is None:
        pytest.skip("needs Debian's chromium")
    if not built():
        pytest.skip("needs the page: make page")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def invented():
    """The address of a server that shows the invented situation: nothing about it changes with the model."""
    with served(application(FixedSource(build()), Access())) as address:
        yield address


@pytest.fixture(scope="package")
def kept(tmp_path_factory):
    """A store of the bundled example."""
    store = tmp_path_factory.mktemp("example") / "russia-2022.db"
    run([reports_of("russia-2022")], into=store, as_of=DEMOS["russia-2022"].as_of)
    return store


@pytest.fixture(scope="package")
def example(kept):
    """The address of a server that shows the bundled example."""
    with stored(kept) as address:
        yield address


@pytest.fixture
def own(kept, tmp_path):
    """The address of a server on a copy of the example, to be changed."""
    for file in kept.parent.iterdir():
        (shutil.copytree if file.is_dir() else shutil.copy)(file, tmp_path / file.name)
    with stored(tmp_path / kept.name) as address:
        yield address


@contextmanager
def stored(store) -> Iterator[str]:
    source = StoreSource(store)
    try:
        with served(application(source, Access(small_counts=True))) as address:
            for view in ("situation", "changes"):  # works the estimates out, so that no page waits for them
                httpx.get(f"{address}/api/{view}", timeout=120).raise_for_status()
            yield address
    finally:
        source.close()


@pytest.fixture
def visit(chromium):
    """Open an address as a reader with a language, a theme and a screen; at the end nothing may have gone wrong."""
    contexts, wrong = [], []

    def open_page(address, *, language="en", theme="light", size="desk", reduced=True, quiet=True):
        width, height = SIZES[size]
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if theme == "dark" else "light",
            reduced_motion="reduce" if reduced else "no-preference",
            locale="en-GB",
            timezone_id="UTC",
            has_touch=size == "phone",
            accept_downloads=True,
        )
        contexts.append(context)
        context.add_init_script(
            f"localStorage.setItem('bordercast.theme', '{theme}'); localStorage.setItem('bordercast.language', '{language}')"
        )
        page = context.new_page()
        page.set_default_timeout(
            90_000
        )  # an estimate made anew takes seconds, and a shared machine takes its time
        host = address.split("/")[2]
        if quiet:
            page.on("console", lambda said: said.type in ("error", "warning") and wrong.append(said.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda asked: (
                asked.url.split("/")[2] != host
                and asked.url.startswith("http")
                and wrong.append(f"asked another host: {asked.url}")
            ),
        )
        page.goto(address, wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def complaints():
    """What axe finds wrong with a page: the rule, the element, and what to do; WCAG 2.2 AA and good practice."""
    if not AXE.exists():
        pytest.skip("needs what the page is made with: make page")
    axe = AXE.read_text("utf-8")

    def found(page):
        page.evaluate(axe)
        return [
            (found["id"], found["nodes"][0]["target"], found["nodes"][0]["failureSummary"])
            for found in page.evaluate(
                "rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(r => r.violations)",
                RULES,
            )
        ]

    return found
