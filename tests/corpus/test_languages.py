"""The language of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.languages import UNKNOWN, detect_language

SENTENCES = {
    "en": "The road to the harbour was closed for the day.",
    "de": "Die Straße zum Hafen ist heute nicht frei, und das bleibt so.",
    "fr": "La route du port est fermée et les bateaux sont dans la baie.",
    "es": "El camino del puerto está cerrado y los barcos no salen de la bahía.",
    "it": "La strada per il porto è chiusa e le barche sono nella baia.",
    "pt": "A estrada do porto não está aberta e os barcos ficam na baía com o vento.",
    "nl": "De weg naar de haven is dicht en het schip ligt niet in de baai.",
    "sv": "Vägen till hamnen är stängd och det är inte långt till båten.",
    "da": "Vejen til havnen blev lukket, og jeg ved ikke, hvad der er sket af det.",
    "no": "Veien til havnen ble stengt etter stormen, og jeg vet ikke om det er åpent.",
    "fi": "Tie satamaan on kiinni, ja vene ei ole täällä, mutta se tulee.",
    "tr": "Liman yolu bugün kapalı ve tekneler için çok rüzgâr var.",
    "pl": "Droga do portu jest zamknięta i nie wiem, czy to się zmieni.",
    "cs": "Cesta do přístavu je zavřená a nevím, jestli se to změní.",
    "hu": "Az út a kikötőbe ma nem jó, és a hajó is csak egy.",
    "ro": "Drumul spre port este închis și nu știu ce se va întâmpla cu vasul.",
    "id": "Jalan ke pelabuhan ini tidak dibuka dan kapal itu akan pergi dengan orang.",
    "vi": "Đường đến cảng không được mở và những người này đã về.",
    "ru": "Дорога в порт закрыта, и мы её не видим.",
    "uk": "Дорога до порту закрита, і її не видно.",
    "el": "Ο δρόμος είναι κλειστός.",
    "he": "הדרך סגורה היום.",
    "hi": "सड़क आज बंद है।",
    "th": "ถนนปิดวันนี้",
    "ko": "항구로 가는 길이 막혔다.",
    "ja": "港への道は閉まっている。",
    "zh": "去港口的路今天关闭了。",
    "ar": "الطريق إلى الميناء مغلقة اليوم.",
    "fa": "راه بندر امروز بسته است و کشتی‌ها می‌مانند.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_one_sentence_is_enough(language: str) -> None:
    assert detect_language(SENTENCES[language]) == language


@pytest.mark.parametrize("text", ["", "42", "x = y + 1", "GSOMIA", "Lorem ipsum dolor", "😀"])
def test_without_evidence_the_language_is_unknown(text: str) -> None:
    assert detect_language(text) == UNKNOWN


@given(st.text())
def test_any_text_has_an_answer_and_always_the_same(text: str) -> None:
    assert detect_language(text) == detect_language(text)


def test_foreign_names_do_not_change_the_language() -> None:
    assert (
        detect_language("The word 바다 is Korean for the sea, and 海 is the sign for it.") == "en"
    )


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("sign", [" — ", " “ ", " 7 ", " \u2028", " \U0001f600 ", " \ud800 "])
def test_signs_between_words_change_nothing(language: str, sign: str) -> None:
    parted = SENTENCES[language].replace(" ", sign)

    assert detect_language(parted) == language


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "pt", "sv", "da", "fi", "pl", "vi"])
def test_capitals_change_nothing(language: str) -> None:
    assert detect_language(SENTENCES[language].upper()) == language
