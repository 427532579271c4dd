"""Which borders are open, restricted, closed or undecided, and how it is said."""

import pytest
from extraction_reader import claims


def said(text, **how):
    """(deciding country, status, modality) of each border claim."""
    return [
        (c.at.iso3 if c.at else None, c.status, c.modality.value)
        for c in claims(text, **how)
        if c.kind.value == "border_status"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad closed its border with Sudan on Monday.", [("TCD", "closed", "asserted")]),
        ("Chad reopened its border with Sudan on Monday.", [("TCD", "open", "asserted")]),
        ("Chad will close its border with Sudan on Friday.", [("TCD", "closed", "planned")]),
        ("Chad could close its border with Sudan.", [("TCD", "closed", "projected")]),
        ("Chad denied that it had closed its border with Sudan.", [("TCD", "closed", "denied")]),
        ("Chad does not intend to close its border with Sudan.", [("TCD", "closed", "denied")]),
        (
            "No decision on closing Chad's border has been taken, the interior ministry said.",
            [("TCD", "undecided", "undecided")],
        ),
        ("Chad has banned men aged 18 to 60 from leaving the country.", [("TCD", "restricted", "asserted")]),
        ("Finland is closing its border to Russian tourists.", [("FIN", "restricted", "asserted")]),
        ("Egypt requires a visa of all Sudanese.", [("EGY", "restricted", "asserted")]),
        ("Will Chad close its border with Sudan?", []),
    ],
)
def test_english(text, expected):
    """Status and modality come from the act and the words around it; a question says nothing."""
    assert said(text) == expected


def test_one_ban_by_three_countries_is_three_claims():
    """Each deciding country has its own border claim."""
    text = "Kenya, Uganda and Rwanda have closed their borders with Burundi."
    assert set(said(text)) == {(c, "closed", "asserted") for c in ("KEN", "UGA", "RWA")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Чад закрыл границу с Суданом.", [("TCD", "closed", "asserted")]),
        ("Чад не намерен закрывать границу с Суданом.", [("TCD", "closed", "denied")]),
        ("Решение о закрытии границы Чада не принято.", [("TCD", "undecided", "undecided")]),
    ],
)
def test_russian(text, expected):
    """The same in Russian."""
    assert said(text, language="ru") == expected


def test_no_decision_outranks_no_intention():
    """Of one speaker who says both, the border is undecided."""
    text = (
        "Chad does not plan to close its borders, interior minister Zara Idriss said.\n\n"
        '"So far no decision on this has been taken," Idriss said.'
    )
    assert said(text) == [("TCD", "undecided", "undecided")]
