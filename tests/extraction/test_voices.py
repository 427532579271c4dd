"""Who says it."""

import pytest
from extraction_reader import claims, only


def voice(text, **how):
    """(speaker, role, organisation, kind of voice) of the first claim with a figure."""
    said = next(c for c in claims(text, **how) if c.quantity).attribution
    return said.speaker, said.role, said.organisation, said.source_type.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad's interior minister, Idriss Mabrouk, said 500 people had arrived from Sudan.",
            ("Idriss Mabrouk", "Chad's interior minister", None, "official"),
        ),
        (
            "500 people have arrived in Chad from Sudan, the head of the refugee commission, Ali Senoussi, told reporters.",
            ("Ali Senoussi", "head of the refugee commission", "refugee commission", "official"),
        ),
        ("500 people fled Sudan for Chad, according to UNHCR.", (None, None, "UNHCR", "international")),
        (
            "Several newspapers say that 500 people fled Sudan for Chad.",
            (None, None, "Several newspapers", "media"),
        ),
        (
            "CHAD: 500 people arrived from Sudan on Monday (Border Police).",
            (None, None, "Border Police", "official"),
        ),
        ("Chad counted 500 arrivals from Sudan on Monday.", (None, None, "Chad", "official")),
        ("500 people fled Sudan for Chad, a nurse said.", (None, "nurse", None, "witness")),
        (
            "500 people fled Sudan for Chad, said Ali Senoussi, chairman of the relief commission.",
            ("Ali Senoussi", "chairman of the relief commission", "relief commission", "official"),
        ),
    ],
)
def test_who_speaks(text, expected):
    """Apposition, "according to", brackets, inversion and the counting body itself name the voice."""
    assert voice(text) == expected


def test_the_relative_pronoun_is_not_the_world_health_organization():
    """The word "who" in lower case is a pronoun, whoever speaks."""
    text = "The number of people who have fled to Chad reached 500, the border police said."
    assert voice(text)[2:] == ("border police", "official")


def test_the_agency_stands_in_the_chain_of_whom_it_quotes():
    """A ministry quoted by an agency speaks; the agency is only in the chain."""
    text = "500 people have entered Chad from Sudan, the interior ministry said, Lake Wire reports."
    said = only(text, "flow", publisher="Desert Post").attribution
    assert said.organisation == "interior ministry"
    assert said.chain[0] == "Desert Post"


def test_russian_voice_behind_the_verb():
    """«Сообщили в ...» names the body after the verb."""
    text = "За сутки в Чад из Судана въехали 500 человек, сообщили в Министерстве внутренних дел."
    assert "Министерстве внутренних дел" in (voice(text, language="ru")[2] or "")
