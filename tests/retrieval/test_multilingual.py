"""The right sentence is found in languages that English rules do not serve."""

import pytest

from corpus.languages import detect_language
from tests.retrieval.making import document, index_of, places

CORPORA = {
    "ko": (
        "비가 서울에 내렸다. | 군사정보보호협정은 23일 0시에 종료된다. | 장관은 도쿄를 방문했다.",
        "협정이 언제 종료되나요?",
    ),
    "ja": (
        "東京では雨が降った。 | 軍事情報協定は二十三日に失効する。 | 大臣はソウルを訪問した。",
        "協定はいつ失効しますか",
    ),
    "zh": (
        "首尔昨天下雨。 | 军事情报协定将于二十三日终止。 | 部长访问了东京。",
        "协定什么时候终止？",
    ),
    "tr": (
        "Orada kar yağdı. | Askeri anlaşma bu cumartesi bitiyor. | Bakan bir gün geldi.",
        "Anlaşma ne zaman bitecek?",
    ),
    "ar": (
        "هطل المطر في سيول أمس. | تنتهي الاتفاقية العسكرية يوم السبت. | زار الوزير طوكيو.",
        "متى ستنتهي اتفاقية سيول العسكرية؟",
    ),
}


@pytest.mark.parametrize("language", sorted(CORPORA))
def test_the_second_of_three_sentences_is_found(language: str) -> None:
    text, question = CORPORA[language]
    index = index_of(document("a", text, language=language))

    assert places(index, question, language=language)[0] == ("a", 1)


@pytest.mark.parametrize("language", sorted(CORPORA))
def test_the_language_of_the_sentences_is_told(language: str) -> None:
    assert detect_language(CORPORA[language][0].replace(" | ", " ")) == language


@pytest.mark.parametrize("language", sorted(CORPORA))
def test_one_index_holds_them_all(language: str) -> None:
    documents = [document(name, text, language=name) for name, (text, _) in CORPORA.items()]
    index = index_of(*documents)

    assert places(index, CORPORA[language][1], language=language)[0] == (language, 1)


def test_arabic_is_found_without_its_vowel_points() -> None:
    index = index_of(document("a", "هطل المطر. | تَنْتَهِي الِاتِّفَاقِيَّةُ.", language="ar"))

    assert places(index, "الاتفاقية", language="ar")[0] == ("a", 1)


def test_a_name_in_styled_letters_is_found() -> None:
    index = index_of(document("a", "Rain falls. | GSOMIA expires."))

    assert places(index, "when does 𝐆𝐒𝐎𝐌𝐈𝐀 end")[0] == ("a", 1)
