"""The page looks as it did: screens compared with kept pictures, tolerant of a pixel here and there.

``BORDERCAST_REWRITE_SHOTS=1 pytest tests/browser/test_looks.py`` keeps new pictures; look at them before you commit.
"""

import io
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter

pytestmark = pytest.mark.browser
SHOTS = Path(__file__).parent / "shots"
CLOSE = 48  # of 255: what a blurred pixel may differ by (letters lie a fraction of a pixel elsewhere)
SHARE = 0.015  # of pixels that may differ by more; a moved panel or a lost ribbon is several times that
LOOKS = {
    "situation-light": ("/", {}),
    "situation-dark": ("/", {"theme": "dark"}),
    "situation-contrast": ("/", {"theme": "contrast"}),
    "situation-arabic": ("/", {"language": "ar"}),
    "situation-phone": ("/", {"size": "phone"}),
    "corridor": ("/corridors/RUS-KAZ", {}),
    "borders-russian": ("/borders", {"language": "ru"}),
}


@pytest.mark.parametrize("name", LOOKS)
def test_it_looks_as_it_did(visit, invented, name):
    """The screen, half size and softened, against the kept picture."""
    address, reader = LOOKS[name]
    page = visit(invented + address, **reader)
    page.locator("main svg").first.wait_for()
    page.locator("main .chart svg, main section table").first.wait_for()
    page.wait_for_timeout(300)
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    small = shot.resize((shot.width // 2, shot.height // 2), Image.Resampling.LANCZOS)
    kept = SHOTS / f"{name}.png"
    if os.environ.get("BORDERCAST_REWRITE_SHOTS"):
        SHOTS.mkdir(exist_ok=True)
        small.quantize(96).save(kept, optimize=True)
    before = Image.open(kept).convert("RGB")
    assert small.size == before.size
    soft = [np.asarray(image.filter(ImageFilter.GaussianBlur(1.2)), dtype=int) for image in (small, before)]
    apart = np.abs(soft[0] - soft[1]).max(axis=2) > CLOSE
    assert apart.mean() < SHARE, f"{apart.mean():.1%} of the pixels differ"
