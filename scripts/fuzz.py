"""Give the reader hostile reports for as long as asked: `python scripts/fuzz.py --minutes 60 --seed 1`.

Texts are made from the project's own example sentences and from what breaks readers: cut, doubled, shouted, mixed
between languages and encodings, full of marks that cannot be seen. Of each it is asked that

* extraction does not raise, and every claim quotes its report to the letter;
* the claims are the same when no pattern is ever silent (see `bordercast.extraction.hearing`);
* the claims are the same when the report is read twice;
* it takes no more CPU a character than fifty times what an ordinary report takes;
* as bytes in a file, it becomes a report or an `Unreadable` that says what, where and what to do.

A text that fails is made as short as it still fails and printed with the seed that makes it again. The last line is
a summary; the exit status is 1 when anything failed.
"""

import argparse
import json
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bordercast.extraction import extract, sentence
from bordercast.extraction.sentences import sentences
from bordercast.reading import read
from bordercast.vocabulary import Report, Unreadable

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "ru", "uk", "fr", "es")
PUBLISHED = datetime(2023, 5, 8, 12, tzinfo=UTC)
SLOW = 50  # times an ordinary report's CPU a character
LEAST = 0.2  # seconds of CPU below which nothing is called slow
ODD = [
    "\u200f", "\u200e", "\u202e", "\u202d", "\u2066", "\u2069", "\u200b", "\u200d", "\ufeff", "\u00ad", "\x00", "\x0b", "\x1b[31m", "\u2028",
    "İ", "ı", "ſ", "K", "Σ", "ß", "ﬁ", "e\u0301", "\u0301" * 40, "𝟜𝟘𝟘𝟘", "٤٠٠٠", "४०००", "½", "²", "③", "9" * 300, "1,1,1,1", "1.2.3.4", "1e999", "-0",
    "30 February", "31.02.2023", "99/99/2023", "2023-13-45", "00:99", "since since since", "until until", "from to from to",
    "«", "»", "“", "”", '"', "'", "((", "))", "[", "]", "{", "}", "§", "#", "§§§ ###", "|", ";", ":", "—", " -- ", "…", "?!?!", "\n", "\n\n- ", "\t", "\r\n",
    "Ã©", "â€œ", "Ð¿Ñ€Ð¸", "�", "&nbsp;", "&lt;b&gt;", "<div>", "</div>", "<script>", "<!--", "]]>", "%s", "{0}", "\\", "\\u0000", "a" * 3000, "A " * 500, ". " * 500, "said, " * 300,
    "half of half of", "one and one and", "thousand thousand", "тысяч тысяч", "four-", "-five", "20-30-40", "of whom of whom",
]  # fmt: skip


Broken = Callable[[str, str, Path], str]


def main() -> int:
    """Fuzz until the time is over; return 1 when something failed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--minutes", type=float, default=1.0)
    options.add_argument("--seed", type=int, default=0)
    asked = options.parse_args()
    pool = _pool()
    usual = _usual(pool)
    counts: Counter[str] = Counter()
    failures: dict[str, str] = {}
    worst = 0.0
    until = time.monotonic() + 60 * asked.minutes
    number = asked.seed * 1_000_000_000
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < until:
            number += 1
            made = Maker(number, pool)
            text, language = made.text(), made.language
            for name, broken in (("claims", _claims_broken), ("file", _file_broken)):
                found = broken(text, language, Path(folder))
                if found and found not in failures:
                    failures[found] = shortest(text, partial(_fails, broken, found, language, Path(folder)))
                    print(f"seed {number} {language} {name}: {found}\n{failures[found]!r}\n", flush=True)
                counts[f"{name} failed" if found else name] += 1
            started = time.process_time()
            counts["claims made"] += len(list(extract([_report(text, language)])))
            took = time.process_time() - started
            worst = max(worst, took / max(len(text), 200) / usual)
            if took > LEAST and took / max(len(text), 200) > SLOW * usual:
                counts["slow"] += 1
                print(f"seed {number} {language} slow: {took:.2f} s for {len(text)} characters", flush=True)
            counts["characters"] += len(text)
    summary = {"minutes": asked.minutes, "seed": asked.seed, **counts, "slowest, times an ordinary report": round(worst, 1), "failures": len(failures)}  # fmt: skip
    print(json.dumps(summary))
    return 1 if failures or counts["slow"] else 0


class Maker:
    """One text, the same for the same number."""

    def __init__(self, number: int, pool: dict[str, list[str]]) -> None:
        self.chance = random.Random(number)  # noqa: S311 - texts, not secrets
        self.language = self.chance.choice(LANGUAGES)
        self.pool = pool

    def text(self) -> str:
        """Return sentences and odd pieces, each perhaps damaged, joined in some way."""
        chance = self.chance
        pieces = [self._piece() for _ in range(chance.randint(1, chance.choice((3, 12, 60))))]
        whole = chance.choice((" ", " ", "\n", "\n\n", "", "\u00a0", ", ")).join(pieces)
        for _ in range(chance.choice((0, 0, 1, 4))):
            whole = self._damaged(whole)
        return whole[:60_000]

    def _piece(self) -> str:
        chance = self.chance
        if chance.random() < 0.25:
            return chance.choice(ODD) * chance.choice((1, 1, 1, 3, 40))
        language = self.language if chance.random() < 0.85 else chance.choice(LANGUAGES)
        piece = chance.choice(self.pool[language])
        return self._damaged(piece) if chance.random() < 0.4 else piece

    def _damaged(self, text: str) -> str:
        chance = self.chance
        a, b = sorted(chance.choices(range(len(text) + 1), k=2))
        damages: tuple[Callable[[], str], ...] = (
            lambda: text[:a],
            lambda: text[a:],
            lambda: text[:a] + text[b:],
            lambda: text[:a] + text[a:b] * 3 + text[b:],
            lambda: text[:a] + chance.choice(ODD) + text[a:],
            text.upper,
            text.lower,
            lambda: text[:a] + text[a:b][::-1] + text[b:],
            lambda: "\u200b".join(text[a:b]) + text[b:],
            lambda: text.encode("utf-8").decode("cp1252", "replace"),
            lambda: text.encode("cp1251", "replace").decode("latin-1"),
            lambda: text.replace(" ", chance.choice(("", "  ", "\u00a0", "\n"))),
            lambda: "".join(chance.choice((c, c, c, c, c.swapcase(), "")) for c in text),
            lambda: text.replace(chance.choice("aeiо ,.0"), chance.choice(ODD)),
        )
        return chance.choice(damages)()


def _pool() -> dict[str, list[str]]:
    """Return the sentences of the dev reports and short texts, by language."""
    found: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for path in sorted((ROOT / "examples" / "sentences").glob("*.jsonl")):
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            found[row["language"]].append(row["text"])
    for report in read([ROOT / "examples" / "russia-2022" / "reports"]):
        if isinstance(report, Report):
            found[report.language] += [report.text[a:b] for a, b, _ in sentences(report.text)]
    return found


def _usual(pool: dict[str, list[str]]) -> float:
    """Return the CPU seconds a character of an ordinary text, the median over languages."""
    rates = []
    for language, texts in pool.items():
        report = _report(" ".join(texts)[:20_000], language)
        list(extract([report]))
        started = time.process_time()
        list(extract([report]))
        rates.append((time.process_time() - started) / len(report.text))
    return sorted(rates)[len(rates) // 2]


def _report(text: str, language: str) -> Report:
    return Report.of(text=text, language=language, published=PUBLISHED)


def _fails(broken: Broken, found: str, language: str, folder: Path, text: str) -> bool:
    return broken(text, language, folder) == found


def _claims_broken(text: str, language: str, _: Path) -> str:
    """Return what is wrong with what extraction makes of a text; "" when nothing is."""
    report = _report(text, language)
    try:
        claims = list(extract([report]))
        again = list(extract([report]))
        hearing, sentence.hear = sentence.hear, lambda language, *_, **__: language
        try:
            deaf = list(extract([report]))
        finally:
            sentence.hear = hearing
    except Exception:  # noqa: BLE001 - whatever is raised is what we look for
        return _where()
    if not all(claim.quotes(report) for claim in claims):
        return "a claim does not quote its report"
    if claims != again:
        return "other claims when read again"
    return "" if claims == deaf else "other claims when no pattern is silent"


def _file_broken(text: str, _: str, folder: Path) -> str:
    """Return what is wrong with how a file of the text is read; "" when nothing is."""
    chance = random.Random(text)  # noqa: S311
    data = text.encode(chance.choice(("utf-8", "utf-16", "cp1251", "cp1252", "shift_jis")), "replace")
    if chance.random() < 0.3 and data:
        data = b"".join(
            bytes([chance.randrange(256)]) if chance.random() < 0.02 else bytes([b]) for b in data
        )
    file = folder / f"report{chance.choice(('.txt', '.md', '.html', ''))}"
    if file.suffix == ".html":
        data = b"<html><body><p>" * chance.choice((1, 1, 50)) + data
    file.write_bytes(data)
    try:
        (found,) = read([file])
    except Exception:  # noqa: BLE001
        return _where()
    finally:
        file.unlink()
    if isinstance(found, Unreadable):
        return "" if found.source and found.found and found.remedy else "a refusal does not say what to do"
    return "" if found.text.strip() else "a report without text"


def _where() -> str:
    """Return the exception being handled and the line that raised it."""
    kind, _, trace = sys.exc_info()
    last = traceback.extract_tb(trace)[-1]
    return f"{kind.__name__ if kind else ''} at {Path(last.filename).name}:{last.name}"


def shortest(text: str, fails: Callable[[str], bool]) -> str:
    """Return the text with all stretches left out that are not needed for it to fail."""
    size = len(text) // 2
    tries = 400
    while size and tries:
        for cut in _cuts(text, size):
            tries -= 1
            if fails(cut):
                text = cut
                break
            if not tries:
                break
        else:
            size //= 2
    return text


def _cuts(text: str, size: int) -> Iterator[str]:
    return (text[:i] + text[i + size :] for i in range(0, len(text), size))


if __name__ == "__main__":
    sys.exit(main())
