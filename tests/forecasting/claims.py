"""Claims about queues and shelter, as the rules would read them."""

from bordercast.vocabulary import (
    Attribution,
    Basis,
    Claim,
    Hedge,
    Interval,
    Kind,
    Measure,
    Modality,
    Quantity,
    Span,
    Where,
)


def queue_claim(crossing, figure, unit, day, *, modality=Modality.ASSERTED):
    quantity = Quantity(value=figure, low=figure, high=figure, hedge=Hedge.EXACT, unit=unit)
    at = Where(iso3="RUS", name=crossing)
    return _claim(Kind.QUEUE, day, quantity=quantity, via=(at,), at=at, modality=modality)


def shelter_claim(place, country, day, *, beds=None):
    """Beds counted, or full when no number is given."""
    quantity = (
        None if beds is None else Quantity(value=beds, low=beds, high=beds, hedge=Hedge.EXACT, unit="person")
    )
    return _claim(
        Kind.SHELTER,
        day,
        quantity=quantity,
        at=Where(iso3=country, name=place),
        status="full" if beds is None else "capacity",
        measure=Measure.POINT if beds is None else Measure.CAPACITY,
    )


def _claim(kind, day, **said):
    fields = {
        "report_id": "r",
        "kind": kind,
        "term": kind.value,
        "quantity": None,
        "measure": Measure.POINT,
        "population": None,
        "origin": None,
        "destinations": (),
        "via": (),
        "at": None,
        "interval": Interval(start=day, end=day, basis=Basis.EXPLICIT),
        "attribution": Attribution(),
        "modality": Modality.ASSERTED,
        "status": None,
        "evidence": (Span(start=0, end=1, quote="x"),),
    }
    return Claim.of(**(fields | said))
