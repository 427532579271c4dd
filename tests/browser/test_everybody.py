"""The page is for everybody: axe finds nothing in any view, theme and language; it fits a phone; right to left is right."""

import json
import re

import pytest

pytestmark = pytest.mark.browser
LANGUAGES = ("en", "fr", "ru", "uk", "ar")
THEMES = ("light", "dark", "contrast")
SCENARIO = "/scenarios?a=close,where=RUS>GEO;shelter,where=KAZ,beds=5000&b=slow,where=RUS>KAZ,factor=0.5"
# each view, and what is there when it has come
VIEWS = {
    "/": ".chart svg",
    "/corridors/RUS-KAZ": ".chart svg",
    "/claims": "tbody tr",
    "/claims/{claim}": "blockquote mark",
    "/reports/{report}": "article mark",
    "/contradictions": ".versus",
    "/borders": "section table",
    "/shelter": "tbody tr",
    SCENARIO: "#follows-h",
    "/review": ".verdict",
    "/export": "table",
    "/nowhere": "h1",
}


@pytest.fixture(scope="module")
def views(invented):
    import httpx

    claim = httpx.get(f"{invented}/api/claims?order=surprise").json()["items"][0]
    return {
        address.format(claim=claim["id"], report=claim["report_id"]): sign for address, sign in VIEWS.items()
    }


def turn(page, address, sign):
    """Go to a view without loading the page anew."""
    page.evaluate(
        "a => { history.pushState(null, '', a); dispatchEvent(new PopStateEvent('popstate')) }", address
    )
    page.locator(f"main {sign}").first.wait_for()
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(visit, complaints, invented, views, *, language, theme):
    """WCAG 2.2 AA and good practice, in every view."""
    page = visit(invented, language=language, theme=theme)
    found = {}
    for address, sign in views.items():
        turn(page, address, sign)
        found[address] = complaints(page)
    assert {address: rows for address, rows in found.items() if rows} == {}


def test_axe_finds_nothing_in_the_embedded_map(visit, complaints, invented):
    """The map that stands in other pages."""
    page = visit(f"{invented}/embed")
    assert complaints(page) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_view_fits_a_phone(visit, invented, views, language):
    """Nothing scrolls sideways at 390 pixels but tables in their own frame."""
    page = visit(invented, language=language, size="phone")
    wide = {}
    for address, sign in views.items():
        turn(page, address, sign)
        wide[address] = page.evaluate("document.documentElement.scrollWidth")
    assert {address: width for address, width in wide.items() if width > 390} == {}


def test_right_to_left(visit, invented):
    """The three traps: ranges read low to high, directions are words, and chart and slider run the same way."""
    page = visit(f"{invented}/?corridor=RUS-KAZ", language="ar")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    low, high = page.evaluate(
        """() => {
            const text = document.querySelector('.answer .interval').firstChild;
            const [, a, b] = /([\\d,]+)–([\\d,]+)/.exec(text.data);
            const left = word => { const r = document.createRange(); const at = text.data.indexOf(word);
                r.setStart(text, at); r.setEnd(text, at + word.length); return r.getBoundingClientRect().left };
            return [left(a), left(b)] }"""
    )
    assert low < high
    names = [*page.locator("tbody th").all_inner_texts(), page.locator("#line-h").inner_text()]
    assert not any(re.search("[→←>]", name) for name in names)
    slider = page.get_by_role("slider").first
    spot = page.locator("circle.spot")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(re.compile("day="))
    before = float(spot.get_attribute("cx"))
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(
        "x => Number(document.querySelector('circle.spot').getAttribute('cx')) < x", arg=before
    )
    assert slider.evaluate("e => getComputedStyle(e).direction") == "ltr"


def test_everything_by_keyboard(visit, invented):
    """Tab reaches every ribbon, sign, mark, number and control; what has the focus can be seen; the skip link skips."""
    page = visit(f"{invented}/?corridor=RUS-KAZ")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached, outlined = set(), True
    for _ in range(250):
        page.keyboard.press("Tab")
        what = page.evaluate(
            """() => { const e = document.activeElement; const s = getComputedStyle(e);
                const inner = [...e.querySelectorAll('path, rect')].some(p => getComputedStyle(p).stroke !== 'none');
                return [e.tagName.toLowerCase(), e.getAttribute('class')?.split(' ')[0] ?? '', e.getAttribute('aria-label') ?? e.innerText ?? '',
                    s.outlineStyle !== 'none' || inner] }"""
        )
        if what[0] == "body":
            break
        reached.add(tuple(what[:2]))
        outlined = outlined and what[3]
    assert {("a", "ribbon"), ("a", "mark"), ("a", "claim")} <= reached
    assert {"button", "select", "input", "summary"} <= {tag for tag, _ in reached}
    assert outlined


def test_the_map_and_the_charts_can_be_heard(visit, invented):
    """A screen reader hears what the map and each chart show, and finds the days as a table."""
    page = visit(invented)
    assert re.search(
        r"Map of \d+ flows", page.locator(".mapping svg[role=group]").get_attribute("aria-label")
    )
    said = page.locator(".chart svg[role=group]").get_attribute("aria-label")
    assert re.search(r"Timeline, .+ people .+ Highest on ", said)
    page.get_by_text("The days as a table").click()
    assert page.locator(".chart tbody tr").count() > 10


@pytest.mark.parametrize("address", ["/", "/reports/{report}", "/claims"])
def test_report_text_never_becomes_markup(visit, invented, address):
    """A report, a voice and a quote full of markup and code are shown as the text they are."""
    hostile = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
    page = visit(f"{invented}/export")

    def poisoned(route):
        body = route.fetch().text()
        for name in ("text", "quote", "voice", "title", "name", "publisher"):
            body = re.sub(rf'"{name}":"(?=[^"]{{3}})', f'"{name}":' + json.dumps(hostile)[:-1], body)
        route.fulfill(body=body, content_type="application/json")

    page.route("**/api/**", poisoned)
    report = page.request.get(f"{invented}/api/claims").json()["items"][0]["report_id"]
    page.goto(invented + address.format(report=report), wait_until="networkidle")
    page.locator("main h1").wait_for()
    assert "onerror" in page.locator("body").inner_text()
    assert page.locator("main img, main script").count() == 0
    assert page.title() != "owned"


def test_reduced_motion(visit, invented):
    """Where less motion is asked for, nothing moves by itself."""
    page = visit(invented)
    moving = page.evaluate(
        "document.getAnimations().length + [...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0).length"
    )
    assert moving == 0
