"""The page in a real browser: it fits a phone, works with the keyboard, asks nobody for anything, and axe finds nothing."""

import shutil
from pathlib import Path

import pytest

from bordercast.cli.examples import DEMOS, reports_of
from bordercast.pipeline import run

pytestmark = pytest.mark.browser
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
needs_browser = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="needs Debian's chromium and chromium-driver"
)
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-quic",
)  # fmt: skip


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    out = tmp_path_factory.mktemp("page")
    run(
        [reports_of("russia-2022")],
        into=out / "russia-2022.db",
        as_of=DEMOS["russia-2022"].as_of,
        out=out / "out",
    )
    return (out / "out" / "situation.html").as_uri()


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


def sized(browser, width, *, dark=False):
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500},
    )
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {
            "features": [
                {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
                {"name": "prefers-reduced-motion", "value": "reduce"},
            ]
        },
    )


@needs_browser
@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_fits(browser, page, width):
    """No width makes the page scroll sideways."""
    sized(browser, width)
    browser.get(page)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


@needs_browser
@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing(browser, page, dark):
    """Contrast, names, landmarks, tables and headings are as WCAG 2 AA asks, in light and dark."""
    from axe_core_python.selenium import Axe

    sized(browser, 1280, dark=dark)
    browser.get(page)
    found = Axe().run(
        browser, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
    )
    assert [(v["id"], v["nodes"][0]["target"], v["help"]) for v in found["violations"]] == []


@needs_browser
def test_nobody_else_is_asked_and_nothing_is_logged(browser, page):
    """The page makes no request but for itself, and the console stays silent."""
    sized(browser, 1280)
    browser.get_log("performance")
    browser.get(page)
    asked = [
        entry["message"].split('"url":"')[1].split('"')[0]
        for entry in browser.get_log("performance")
        if "Network.requestWillBeSent" in entry["message"] and '"url":"' in entry["message"]
    ]
    assert [url for url in asked if not url.startswith(("file://", "data:"))] == []
    assert browser.get_log("browser") == []


@needs_browser
def test_a_number_leads_to_its_sentence_by_keyboard(browser, page):
    """Enter on the first number shows the claims behind it; Enter on a claim shows its sentence, marked."""
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.support.ui import WebDriverWait

    sized(browser, 1280)
    browser.get(page)

    def follow(link):
        target = browser.find_element(By.ID, link.get_attribute("href").split("#")[1])
        link.send_keys(Keys.ENTER)
        WebDriverWait(browser, 5).until(
            lambda b: 0 <= b.execute_script("return arguments[0].getBoundingClientRect().top", target) < 900
        )
        return target

    claims = follow(browser.find_element(By.CSS_SELECTOR, 'main a[href^="#evidence"]'))
    claim = follow(claims.find_element(By.CSS_SELECTOR, 'a[href^="#claim"]'))
    assert claim.find_element(By.TAG_NAME, "mark").text


@needs_browser
def test_every_ribbon_can_be_reached_and_is_named(browser, page):
    """Each ribbon of the map takes the focus and says its corridor and number."""
    from selenium.webdriver.common.by import By

    sized(browser, 1280)
    browser.get(page)
    named = [
        e.get_attribute("aria-label")
        for e in browser.find_elements(By.CSS_SELECTOR, "svg a[aria-label], svg [tabindex='0'][aria-label]")
    ]
    assert any("Kazakhstan" in name for name in named if name)


def test_the_fixture_names_a_file():
    """The examples the browser tests need are there, browser or not."""
    assert Path(reports_of("russia-2022")).is_dir()
