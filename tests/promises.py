"""Small invented crises to test promises on: reports about people leaving Malawi, in our own words."""

from datetime import UTC, datetime

from bordercast.vocabulary import Report


def report(text, *, day, publisher="Lake Gazette", title=""):
    """Return a report of October 2023."""
    return Report.of(
        text=text,
        title=title,
        publisher=publisher,
        published=datetime(2023, 10, day, 12, tzinfo=UTC),
        source=f"{publisher} {day}",
    )


CRISIS = (
    report(
        "The government in Lilongwe announced a state of emergency and a mobilisation on 1 October.", day=1
    ),
    report(
        "Tanzania's immigration department said that 4,200 Malawians had entered the country since 1 October.",
        day=3,
    ),
    report("About 2,000 people crossed from Malawi into Zambia on Tuesday, the Zambian police said.", day=4),
    report(
        "More than 11,000 people have fled Malawi for Tanzania and Mozambique since 1 October, UNHCR said.",
        day=5,
    ),
    report(
        "Around 900 Malawians had already left Zambia for other countries, mainly Zimbabwe, the head of Zambia's immigration "
        "department, Grace Phiri, said on 6 October.",
        day=6,
    ),
    report(
        "No decision on closing the border with Malawi has been taken, the Tanzanian interior ministry said on 6 October.",
        day=6,
    ),
    report(
        "Tanzania's immigration department said that 9,800 Malawians had entered the country since 1 October.",
        day=7,
    ),
    report("Economists expect that 60,000 people could leave Malawi by the end of the year.", day=7),
)
