"""The page that `run` writes: it fits a phone, works with the keyboard, asks nobody for anything, and axe finds nothing."""

import pytest

from bordercast.cli.examples import DEMOS, reports_of
from bordercast.pipeline import run

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The address of the page of the bundled example, on disk."""
    out = tmp_path_factory.mktemp("page")
    reports, as_of = reports_of("russia-2022"), DEMOS["russia-2022"].as_of
    run([reports], into=out / "russia-2022.db", as_of=as_of, out=out / "out")
    return (out / "out" / "situation.html").as_uri()


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_the_page_fits(visit, written, size):
    """No width makes the page scroll sideways."""
    page = visit(written, size=size)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(visit, complaints, written, theme):
    """Contrast, names, landmarks, tables and headings are as WCAG 2.2 AA asks, in light and dark."""
    assert complaints(visit(written, theme=theme)) == []


def test_a_number_leads_to_its_sentence_by_keyboard(visit, written):
    """Enter on the first number shows the claims behind it; Enter on a claim shows its sentence, marked."""
    page = visit(written)
    page.locator('main a[href^="#evidence"]').first.press("Enter")
    evidence = page.locator(":target")
    assert evidence.get_attribute("id").startswith("evidence")
    evidence.locator('a[href^="#claim"]').first.press("Enter")
    claim = page.locator(":target")
    assert claim.get_attribute("id").startswith("claim")
    assert claim.locator("mark").first.inner_text()
    top, height = page.evaluate(
        "[document.querySelector(':target').getBoundingClientRect().top, innerHeight]"
    )
    assert 0 <= top < height


def test_every_ribbon_can_be_reached_and_is_named(visit, written):
    """Each ribbon of the map takes the focus and says its corridor and number."""
    page = visit(written)
    ribbon = page.locator(
        "svg a[aria-label*='Kazakhstan'], svg [tabindex='0'][aria-label*='Kazakhstan']"
    ).first
    ribbon.focus()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == ribbon.get_attribute(
        "aria-label"
    )
