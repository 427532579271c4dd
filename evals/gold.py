"""Gold claims: where they are, and how an extracted claim is matched to one."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bordercast.reading import read
from bordercast.vocabulary import Claim, Report

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ("russia-2022", "nagorno-karabakh-2023", "reports", "second-series")
SENTENCES = {"sentences": "gold.jsonl", "more-sentences": "more.jsonl"}
Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One report with its gold claims; ``split`` is dev (looked at) or heldout (never tuned on)."""

    source: str
    split: str
    report: Report
    gold: tuple[Gold, ...]


def example_cases() -> Iterator[Case]:
    """Yield the reports of the bundled examples."""
    for name in EXAMPLES:
        folder = ROOT / "examples" / name
        rows = [line.split(",") for line in (folder / "split.csv").read_text("utf-8").split("\n")[1:] if line]
        split = {row[0].removesuffix(".md"): row[1].strip() for row in rows}
        for report in read([folder / "reports"]):
            assert isinstance(report, Report), report
            stem = Path(report.source).stem
            lines = (folder / "gold" / f"{stem}.jsonl").read_text("utf-8").splitlines()
            yield Case(name, split[stem], report, tuple(json.loads(line) for line in lines if line.strip()))


def sentence_cases() -> Iterator[Case]:
    """Yield the short texts from many crises, one source for each file."""
    for source, name in SENTENCES.items():
        path = ROOT / "examples" / "sentences" / name
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            report = Report.of(
                text=row["text"],
                published=datetime.fromisoformat(row["published"] + "T12:00:00+00:00"),
                language=row["language"],
                source=row["id"],
            )
            yield Case(source, row["split"], report, tuple(row["claims"]))


def seed_cases() -> Iterator[Case]:
    """Yield the news story that the project was specified by, when it is in the shared folder; its gold is ours."""
    path = ROOT.parent / "shared" / "data" / "seed_article.txt"
    if not path.exists():
        print("seed article: skipped, it is not in the shared folder")
        return
    (report,) = read([path], published=date(2022, 9, 26))
    assert isinstance(report, Report), report
    lines = (ROOT / "evals" / "seed_gold.jsonl").read_text("utf-8").splitlines()
    yield Case("seed", "dev", report, tuple(json.loads(line) for line in lines))


@dataclass(slots=True)
class Tally:
    """Counts of claims and fields."""

    right: int = 0
    found: int = 0
    gold: int = 0
    fields: dict[str, list[int]] = field(default_factory=dict)  # name -> [right, compared]

    @property
    def precision(self) -> float:
        """Share of extracted claims that are in the gold."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of gold claims that were extracted."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def count(self, name: str, *, right: bool) -> None:
        """Add one comparison of a field."""
        entry = self.fields.setdefault(name, [0, 0])
        entry[0] += right
        entry[1] += 1


def match(claims: list[Claim], gold: list[Gold], text: str) -> list[tuple[Claim, Gold]]:
    """Return pairs of extracted and gold claims, best first, each used once.

    A pair agrees in kind and figure (value within 1 %, same unit); claims without a figure agree in kind and
    overlap in evidence.
    """
    scored = []
    for i, claim in enumerate(claims):
        for j, wanted in enumerate(gold):
            score = _agreement(claim, wanted, text)
            if score > 0:
                scored.append((-score, i, j))
    pairs, used_i, used_j = [], set(), set()
    for _, i, j in sorted(scored):
        if i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            pairs.append((claims[i], gold[j]))
    return pairs


def _agreement(claim: Claim, wanted: Gold, text: str) -> float:
    if claim.kind.value != wanted["kind"]:
        return 0.0
    quote = wanted.get("quote") or text
    start = text.find(quote)
    overlap = any(s.start < start + len(quote) and start < s.end for s in claim.evidence)
    q = wanted["quantity"]
    if (q is None) != (claim.quantity is None):
        return 0.0
    if q is not None and claim.quantity is not None:
        if not same_figure(claim, q):
            return 0.0
    elif not overlap:
        return 0.0
    compared = compare(claim, wanted)
    return 1.0 + 5.0 * overlap + sum(compared.values()) / (len(compared) or 1)


def same_figure(claim: Claim, q: Gold) -> bool:
    """Whether a claim's figure is the gold one."""
    assert claim.quantity is not None
    said = [claim.quantity.value, claim.quantity.low, claim.quantity.high]
    want = [q["value"], q["low"], q["high"]]
    pick = 0 if want[0] is not None and said[0] is not None else 1
    a, b = (
        (said[pick], want[pick]) if said[pick] is not None and want[pick] is not None else (said[2], want[2])
    )
    return (
        a is not None
        and b is not None
        and abs(a - b) <= 0.01 * max(abs(b), 1e-9)
        and claim.quantity.unit == q["unit"]
    )


def compare(claim: Claim, wanted: Gold) -> dict[str, bool]:
    """Return which fields of a matched claim agree with the gold; fields the gold leaves out are not compared."""
    out: dict[str, bool] = {
        "term": claim.term == wanted["term"],
        "modality": claim.modality.value == wanted["modality"],
    }
    if wanted["quantity"] is not None and claim.quantity is not None:
        out["hedge"] = claim.quantity.hedge.value == wanted["quantity"]["hedge"]
        out["measure"] = claim.measure.value == wanted["measure"]
    if wanted["kind"] in ("flow", "onward", "return"):
        out["origin"] = (claim.origin.iso3 if claim.origin else None) == wanted["origin"]
        out["destinations"] = {d.iso3 or _group(d.name) for d in claim.destinations} == set(
            wanted["destinations"]
        )
    elif wanted["at"] is not None:
        out["at"] = claim.at is not None and claim.at.iso3 == wanted["at"]["iso3"]
    if wanted["interval"] is not None and wanted["interval"]["start"]:
        out["interval"] = claim.interval is not None and (
            str(claim.interval.end) == str(wanted["interval"]["end"])
            and (str(claim.interval.start) == str(wanted["interval"]["start"]))
        )
    if wanted["status"] is not None:
        out["status"] = claim.status == wanted["status"]
    said = wanted["attribution"]
    out["source_type"] = claim.attribution.source_type.value == said["source_type"]
    name = said["speaker"] or said["organisation"] or said["role"]
    mine = " ".join(
        x for x in (claim.attribution.speaker, claim.attribution.organisation, claim.attribution.role) if x
    )
    out["speaker"] = _close(name, mine) if name else not mine
    return out


def _group(name: str) -> str:
    return {"European Union": "EU"}.get(name, name)


def _close(wanted: str, said: str) -> bool:
    """Whether half the longer words of the gold's speaker stand in ours, by their first five letters."""
    words = [w[:5].lower() for w in wanted.replace("-", " ").split() if len(w) > 3] or [wanted.lower()]
    return sum(w in said.lower() for w in words) >= len(words) / 2
