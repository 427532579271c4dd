"""Claim-level scores on our own gold."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from gold import Case, Tally, compare, match

from bordercast.extraction import extract


def score(  # noqa: C901 - one pass over the cases, told in order
    cases: Iterable[Case], *, errors: list[str] | None = None
) -> dict[str, Tally]:
    """Return a tally per kind, and under "all" for everything; ``errors`` collects lines for people to read."""
    tallies: dict[str, Tally] = {"all": Tally()}
    causes: Counter[str] = Counter()
    for case in cases:
        claims = list(extract([case.report]))
        pairs = match(claims, list(case.gold), case.report.text)
        for claim in claims:
            for key in ("all", claim.kind.value):
                tallies.setdefault(key, Tally()).found += 1
        for wanted in case.gold:
            for key in ("all", wanted["kind"]):
                tallies.setdefault(key, Tally()).gold += 1
        for claim, wanted in pairs:
            for key in ("all", claim.kind.value):
                tally = tallies[key]
                tally.right += 1
                for name, right in compare(claim, wanted).items():
                    tally.count(name, right=right)
            wrong = [name for name, right in compare(claim, wanted).items() if not right]
            causes.update(wrong)
            if errors is not None and wrong:
                errors.append(f"FIELD {case.report.source} {wrong}: {claim} || {wanted}")
        if errors is not None:
            matched = [id(c) for c, _ in pairs]
            errors += [f"EXTRA {case.report.source}: {c}" for c in claims if id(c) not in matched]
            found = [id(g) for _, g in pairs]
            errors += [f"MISS {case.report.source}: {g}" for g in case.gold if id(g) not in found]
    return tallies


def rows(cases: Iterable[Case]) -> list[dict[str, object]]:
    """Return a row for each claim of the gold and each that is in none, for ``bordercast evals compare``.

    Held-out rows hold no words of a text: a claim of the gold is its number there, another one its place.
    """
    out: list[dict[str, object]] = []
    for case in cases:
        claims = list(extract([case.report]))
        pairs = match(claims, list(case.gold), case.report.text)
        said = {id(wanted): claim for claim, wanted in pairs}
        name = f"{case.source}/{case.split}/{Path(case.report.source).name or case.report.id}"
        for i, wanted in enumerate(case.gold):
            claim = said.get(id(wanted))
            fields = compare(claim, wanted) if claim else {}
            out.append(
                {
                    "case": name,
                    "key": f"{i}",
                    "kind": wanted["kind"],
                    "found": claim is not None,
                    "fields": fields,
                }
            )
        matched = {id(claim) for claim, _ in pairs}
        for claim in claims:
            if id(claim) not in matched:
                key = f"extra:{claim.kind}:{claim.evidence[0].start}:{claim.quantity.middle if claim.quantity else ''}"
                out.append({"case": name, "key": key, "kind": claim.kind.value, "found": False, "fields": {}})
    return out
