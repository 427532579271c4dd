"""Finding place names in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bordercast import atlas
from bordercast.atlas import Form


def found(text):
    """What a scan reads, as (surface, form, id or country of the best candidate)."""
    return [
        (
            m.surface,
            m.form.value,
            m.candidates[0].iso3 if m.candidates[0].id.startswith("city:") else m.candidates[0].id,
        )
        for m in atlas.scan(text)
    ]


SEEDS = ["Russia", "в Казахстане", "West Kazakhstan Region", "U.S.", "Norwegian Refugee Council", "россиян", "Of", "Ё",
         "Верхнего Ларса", "N'Djamena", "—", ". ", "\n", "Нур-Султан", "İstanbul", "Côte d’Ivoire", " ", "-"]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(SEEDS), st.text(max_size=8)), max_size=25).map("".join))
def test_mentions_quote_the_text_in_order(text):
    """Whatever the text, mentions never overlap, run from left to right, and quote it exactly."""
    end = 0
    for mention in atlas.scan(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.surface == text[mention.start : mention.end]
        assert mention.candidates
        end = mention.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Niger, not Nigeria", [("Niger", "name", "NER"), ("Nigeria", "name", "NGA")]),
        ("a Nigerien and a Nigerian", [("Nigerien", "adjective", "NER"), ("Nigerian", "adjective", "NGA")]),
        ("the DRC and the Republic of the Congo", [("DRC", "name", "COD"), ("Republic of the Congo", "name", "COG")]),
        ("the Democratic Republic of the Congo", [("Democratic Republic of the Congo", "name", "COD")]),
        ("Dominica and the Dominican Republic", [("Dominica", "name", "DMA"), ("Dominican Republic", "name", "DOM")]),
        (
            "Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea",
            [("Guinea", "name", "GIN"), ("Guinea-Bissau", "name", "GNB"), ("Equatorial Guinea", "name", "GNQ"),
             ("Papua New Guinea", "name", "PNG")],
        ),
        ("North Korea and South Korea", [("North Korea", "name", "PRK"), ("South Korea", "name", "KOR")]),
        ("from Sudan to South Sudan", [("Sudan", "name", "SDN"), ("South Sudan", "name", "SSD")]),
        ("in New Mexico", [("New Mexico", "name", "USA-NM")]),
        ("in the West Kazakhstan Region", [("West Kazakhstan Region", "name", "KAZ-27")]),
        ("the Central Asian nation", [("Central Asian", "adjective", "CENTRAL_ASIA")]),
        ("Georgian police let Georgians in", [("Georgian", "adjective", "GEO"), ("Georgians", "demonym", "GEO")]),
        ("near Lake Chad, in Chad", [("Lake Chad", "name", "water:lake-chad"), ("Chad", "name", "TCD")]),
        ("the U.S. and the UK", [("U.S.", "name", "USA"), ("UK", "name", "GBR")]),
        ("in Côte d’Ivoire and the Ivory Coast", [("Côte d’Ivoire", "name", "CIV"), ("Ivory Coast", "name", "CIV")]),
        ("the Russia-Georgia border", [("Russia", "name", "RUS"), ("Georgia", "name", "GEO")]),
        ("the Russian–Georgian border", [("Russian", "adjective", "RUS"), ("Georgian", "adjective", "GEO")]),
        ("Kazakhstan's ministry", [("Kazakhstan", "name", "KAZ")]),
        ("the European Union (EU)", [("European Union", "name", "EU"), ("EU", "name", "EU")]),
        ("St. Petersburg, Rostov-on-Don", [("St. Petersburg", "name", "RUS"), ("Rostov-on-Don", "name", "RUS")]),
        ("at Upper Lars", [("Upper Lars", "name", "crossing:verkhny-lars")]),
        ("Syunik and Vayots Dzor", [("Syunik", "name", "ARM-SU"), ("Vayots Dzor", "name", "ARM-VD")]),
    ],
)  # fmt: skip
def test_english(text, expected):
    """English names, adjectives and people are read, the longest match first."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("из Казахстана в Грузию", [("Казахстана", "name", "KAZ"), ("Грузию", "name", "GEO")]),
        ("в Уральске", [("Уральске", "name", "KAZ")]),
        ("у Верхнего Ларса", [("Верхнего Ларса", "name", "crossing:verkhny-lars")]),
        ("число россиян", [("россиян", "demonym", "RUS")]),
        ("российских граждан", [("российских", "adjective", "RUS")]),
        ("Российские власти", [("Российские", "adjective", "RUS")]),
        ("казахстанский министр о казахстанцах", [("казахстанский", "adjective", "KAZ"), ("казахстанцах", "demonym", "KAZ")]),
        ("в страны Евросоюза", [("страны Евросоюза", "name", "EU")]),
        ("странам Центральной Азии", [("странам Центральной Азии", "name", "CENTRAL_ASIA")]),
        ("из Нагорного Карабаха в Армению", [("Нагорного Карабаха", "name", "AZE-X-KARABAKH"), ("Армению", "name", "ARM")]),
        ("в Нижнем Новгороде и Санкт-Петербурге", [("Нижнем Новгороде", "name", "RUS"), ("Санкт-Петербурге", "name", "RUS")]),
        ("в Ростовской области", [("Ростовской области", "name", "RUS-ROS")]),
        ("из Южного Судана", [("Южного Судана", "name", "SSD")]),
        ("Лачинским коридором", [("Лачинским коридором", "name", "crossing:lachin-corridor")]),
        ("в США и ОАЭ", [("США", "name", "USA"), ("ОАЭ", "name", "ARE")]),
        ("узбекских и киргизских", [("узбекских", "adjective", "UZB"), ("киргизских", "adjective", "KGZ")]),
    ],
)  # fmt: skip
def test_russian(text, expected):
    """Russian names are read in every case, adjectives and people in lower case too."""
    assert found(text) == expected


@pytest.mark.parametrize("case", ["Россия", "России", "Россию", "Россией", "Финляндии", "Монголией", "Узбекистаном", "Китае", "Беларуси",
                                  "Латвию", "Польшей", "Турции", "Израиля", "Сирией", "Украиной", "Кореей", "Чехии"])  # fmt: skip
def test_russian_cases_of_countries(case):
    """Country names are countries in each grammatical case."""
    (mention,) = atlas.scan(f"с {case} на")
    assert mention.candidates[0].level is atlas.Level.COUNTRY


@pytest.mark.parametrize(
    "text",
    ["the Norwegian Refugee Council said", "Danish Refugee Council", "the New York Times", "Radio Free Europe",
     "the Islamic State of Iraq and the Levant", "South China Morning Post", "Kurdistan Workers' Party",
     "Idel.Realities, and Siberia.Realities", "The Moscow Times", "Bank of Georgia"],
)  # fmt: skip
def test_organisations_are_masked(text):
    """An organisation's name is not a place."""
    assert atlas.scan(text) == ()


@pytest.mark.parametrize(
    "text",
    ["Reading the report took long.", "On March 5 many people said so.", "Most of them left. Says Young: Of course.",
     "Ministry Says No Order To Shut Crossings As Thousands Run To Avoid", "Man, the police and the bar. Nice people."],
)  # fmt: skip
def test_words_that_are_also_towns(text):
    """Common words at the start of a sentence or in a headline are not read as towns."""
    assert atlas.scan(text) == ()


def test_ambiguous_words_are_marked():
    """Oral is found as a city of Kazakhstan, and marked as a word that needs context."""
    (mention,) = atlas.scan("a cinema in the city of Oral said")
    assert mention.ambiguous
    assert mention.candidates[0].iso3 == "KAZ"
    (moscow,) = atlas.scan("in Moscow")
    assert not moscow.ambiguous


def test_first_names_are_not_towns():
    """A town's name before a family name is a first name; before a comma it is a town."""
    assert atlas.scan("President Vladimir Putin spoke") == ()
    assert atlas.scan("президент Владимир Путин") == ()
    assert [m.ambiguous for m in atlas.scan("in Vladimir, people queue")] == [True]


def test_a_town_and_its_crossing_are_both_candidates():
    """Where a crossing bears its town's name, both are candidates, in Russian cases too."""
    for text in ("in Kyakhta", "в Кяхте"):
        (mention,) = atlas.scan(text)
        assert {place.level for place in mention.candidates} == {atlas.Level.CITY, atlas.Level.CROSSING}


def test_regions_have_peoples():
    """Peoples of regions point to their region."""
    assert found("of Tyvan, Buryat and Kalmyk origin") == [
        ("Tyvan", "adjective", "RUS-TY"),
        ("Buryat", "adjective", "RUS-BU"),
        ("Kalmyk", "adjective", "RUS-KL"),
    ]


def test_seed_article_places():
    """Every place of the seed article's sentences is read, and nobody's words are."""
    text = (
        "No Step Taken To Shut The Frontier As Thousands Leave Russia. Tens of thousands of cars "
        "with fleeing Russians cross into Georgia, Finland, Kazakhstan, and Mongolia. He said around 40,000 Russian citizens had "
        "left for Uzbekistan and Kyrgyzstan. With reporting by TASS, Interfax, Idel.Realities, and Siberia.Realities"
    )
    assert [m.surface for m in atlas.scan(text)] == [
        "Russia", "Russians", "Georgia", "Finland", "Kazakhstan", "Mongolia", "Russian", "Uzbekistan", "Kyrgyzstan",
    ]  # fmt: skip


def test_headlines_in_capitals():
    """A headline in capitals still names its places."""
    assert found("RUSSIANS FLEE UKRAINE") == [("RUSSIANS", "demonym", "RUS"), ("UKRAINE", "name", "UKR")]


def test_every_country_name_is_scanned():
    """The display name of each country is read back as that country."""
    for country in atlas.countries():
        mentions = atlas.scan(f"in {country.name} today")
        assert any(country.iso3 in [place.id for place in m.candidates] for m in mentions), country.name
        assert all(m.form is Form.NAME for m in mentions), country.name
