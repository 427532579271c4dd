"""Dated triggers."""

from datetime import date

from bordercast import atlas


def test_enough_events_in_order():
    """There are at least 30 events with unique ids, oldest first, each in a known country."""
    events = atlas.events()
    assert len(events) >= 30
    assert len({event.id for event in events}) == len(events)
    assert [event.date for event in events] == sorted(event.date for event in events)
    for event in events:
        assert atlas.country(event.country)
        assert event.end is None or event.end >= event.date
        assert event.names
        assert all(name == name.lower() for name in event.names)


def test_the_dates_of_both_examples():
    """The mobilisation of 2022 and the offensive of 2023 have their dates."""
    dates = {event.id: event.date for event in atlas.events()}
    assert dates["russia-mobilisation-2022"] == date(2022, 9, 21)
    assert dates["karabakh-offensive-2023"] == date(2023, 9, 19)
    assert dates["karabakh-surrender-2023"] == date(2023, 9, 20)
    assert dates["lachin-blockade-2022"] == date(2022, 12, 12)
