"""Case forms by rule."""

import pytest

from bordercast.atlas.russian import adjective_forms, forms, people_forms


@pytest.mark.parametrize(
    ("name", "form"),
    [("Москва", "Москву"), ("Казань", "Казани"), ("Ростов-на-Дону", "Ростове-на-Дону"), ("Нижний Новгород", "Нижнего Новгорода"),
     ("Санкт-Петербург", "Санкт-Петербурге"), ("Новая Зеландия", "Новой Зеландии"), ("Улан-Удэ", "Улан-Удэ"),
     ("Великобритания", "Великобританией"), ("Филиппины", "Филиппинах"), ("Нидерланды", "Нидерландов"), ("Донецк", "Донецком"),
     ("Ростовская область", "Ростовской области"), ("Закавказье", "Закавказья"), ("Китай", "Китае"), ("Израиль", "Израиля"),
     ("Чечня", "Чечню"), ("Иваново", "Иванове"), ("Босния и Герцеговина", "Боснии и Герцеговине"), ("страны Балтии", "странами Балтии"), ("Европейский союз", "Европейского союза")],
)  # fmt: skip
def test_names_decline(name, form):
    """Common patterns of place names give the forms reports write."""
    assert form in forms(name)


@pytest.mark.parametrize("name", ["Чили", "Перу", "Тбилиси", "Сочи", "Баку", "Мали"])
def test_indeclinable_names_stay(name):
    """Names that Russian does not decline keep their one form."""
    assert forms(name) == {name}


def test_adjectives_and_people():
    """Adjectives and nouns of people decline, singular and plural."""
    assert {"российских", "российскому", "российская"} <= adjective_forms("российский")
    assert {"россиян", "россиянам", "россиянин", "россиянка"} <= people_forms("россияне")
    assert {"казахов", "казах"} <= people_forms("казахи")
    assert {"украинцев", "украинец"} <= people_forms("украинцы")
    assert {"турок", "турками"} <= people_forms("турки")
