"""The language of a text: by its script first, then by its most frequent small words.

It is a short guess for choosing stop words, stems and sentence rules. Where the evidence is thin
the answer is "und"; the same text gives the same answer in every process.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

__all__ = ["UNKNOWN", "detect_language"]

UNKNOWN = "und"

# Characters looked at, from the start of the text: more changes nothing but the time.
_SAMPLE = 4_000

_SCRIPTS = {
    "hangul": re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]"),
    "kana": re.compile(r"[\u3041-\u309f\u30a1-\u30fa]"),
    "han": re.compile(r"[\u3400-\u9fff\uf900-\ufaff]"),
    "arabic": re.compile(r"[\u0620-\u06d3]"),
    "thai": re.compile(r"[\u0e01-\u0e5b]"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]"),
    "greek": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "hebrew": re.compile(r"[\u05d0-\u05ea]"),
    "devanagari": re.compile(r"[\u0900-\u097f]"),
}
_NOT_LATIN = re.compile(r"[^A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_OTHER = re.compile(r"[\x00-\u024f\u1e00-\u1eff\u2000-\u206f]+")
_SCRIPT_LANGUAGE = {"hangul": "ko", "thai": "th", "greek": "el", "hebrew": "he", "devanagari": "hi"}

_PERSIAN = re.compile(r"[پچژگکی]")
_ARABIC_ONLY = re.compile(r"[ةىكيأإ]")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN = re.compile(r"[ыэъёЫЭЪЁ]")

# A text in kanji has kana between them: at least one in ten.
_KANA_SHARE = 0.1

# About twenty of the commonest words of each language, leaving out those that say little alone.
_WORDS = {
    "en": "the of and to in is that for was with as on by are his this from it be not were at he",
    "de": "der die und das ist nicht ein eine mit den von zu auf für dem sich auch im wird des sie",
    "fr": "le la les des et est dans une du que pour qui pas sur au avec il ce sont par aux elle",
    "es": "el la los las de que y en una por con para del se es no su como más al fue lo pero",
    "it": "il di che la per un una non è del della con sono gli nel dei anche le più alla si da",
    "pt": "o os de que não uma do da em para com por se no na mais dos ao foi são as um é",
    "nl": "de het een van en is dat op te zijn met voor niet aan er door ook bij naar was ik",
    "sv": "och att det som en är av för inte på med till den har ett om han var jag de från",
    "da": "og at det er en af til på ikke den med for de har et som der var jeg han fra blev",
    "no": "og at det er en av til på ikke den med for de har et som var jeg han fra ble etter",
    "fi": "ja on ei että se hän oli ovat mutta kun myös joka sen niin ole kuin tai vain nyt mitä",
    "tr": "ve bir bu için ile da de çok olarak daha olan gibi ne kadar sonra ise değil var en o",
    "pl": "i w na z się nie do że jest to o jak po co ale od za przez dla są był tym ich",
    "cs": "a v se na je že to s z do o i jsem ve jako ale pro by si jsou byl být také podle",
    "hu": "a az és hogy nem is egy ez meg van volt de azt csak már ha mint még vagy ki el",
    "ro": "și de în la a cu nu pe că este din un o se care mai pentru sunt ce fi sau al lui",
    "id": "yang dan di ini itu dengan untuk tidak dari dalam akan pada adalah ke karena juga ada",
    "vi": "và của là có không được cho một trong người các với này những đã khi từ như về đến",
}

# Letters that few languages have; one in a hundred letters weighs as much as one small word in ten.
_LETTERS = {
    "de": "ßäöü", "fr": "çèêœëùà", "es": "ñ¿¡áíóú", "it": "àèìòù", "pt": "ãõçáâê", "sv": "åäö",
    "da": "æøå", "no": "æøå", "fi": "äö", "tr": "ğışç", "pl": "ąęłńśźżć", "cs": "ěščřžýůď",
    "hu": "őűáéö", "ro": "șțăâîşţ", "vi": "ơưđạảấầậắặẹếềệịọốồộớờợụứừự",
}  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_LATIN_1 = re.compile(r"(?![\x00-\xff])[^\W\d_]")
_ASCII = bytes(range(128))
# Share of words that must be small ones of the language, and how many there must be.
_LEAST_SHARE, _LEAST_WORDS = 0.12, 2
_MOST_WORDS = 600
_MOST_LETTER_WEIGHT = 0.3


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the language that most of a text is in, or "und".

    >>> detect_language("The meeting is on the first of May.")
    'en'
    >>> detect_language("회의는 5월 1일에 열린다.")
    'ko'
    >>> detect_language("12345")
    'und'
    """
    sample = text[:_SAMPLE]
    rest = _beyond_ascii(sample)
    other = _OTHER.sub("", rest)
    if not other:
        return _latin_language(sample, rest)
    counts = {script: len(letters.findall(other)) for script, letters in _SCRIPTS.items()}
    # A syllable block or a Han character says about as much as three letters.
    weights = {s: n * (3 if s in {"hangul", "han", "kana"} else 1) for s, n in counts.items()}
    script = max(weights, key=lambda name: weights[name])
    if not weights[script] or weights[script] < len(_NOT_LATIN.sub("", sample)):
        return _latin_language(sample, rest)
    if script in {"han", "kana"}:
        return "ja" if counts["kana"] >= _KANA_SHARE * counts["han"] else "zh"
    if script == "arabic":
        return "fa" if _more(sample, _PERSIAN, _ARABIC_ONLY) else "ar"
    if script == "cyrillic":
        return "uk" if _more(sample, _UKRAINIAN, _RUSSIAN) else "ru"
    return _SCRIPT_LANGUAGE[script]


def _more(sample: str, one: re.Pattern[str], other: re.Pattern[str]) -> bool:
    return len(one.findall(sample)) > len(other.findall(sample))


def _beyond_ascii(sample: str) -> str:
    """Return the characters of a text that are not ASCII, most often a handful."""
    encoded = sample.encode("utf-8", "surrogatepass")
    return encoded.translate(None, _ASCII).decode("utf-8", "surrogatepass")


def _latin_language(sample: str, rest: str) -> str:
    words = _words(sample, rest)
    if not words:
        return UNKNOWN
    speakers = _speakers()
    n_small: defaultdict[str, int] = defaultdict(int)
    for word, count in Counter(filter(speakers.__contains__, words)).items():
        for name in speakers[word]:
            n_small[name] += count
    letters = [letter for letter in rest.lower() if letter in _letters()]
    n_letters = sum(map(len, words)) if letters else 0
    scores = {
        name: count / len(words) + (_letter_weight(name, letters, n_letters) if letters else 0)
        for name, count in n_small.items()
        if count >= _LEAST_WORDS
    }
    best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    is_tied = len(best) > 1 and best[0][1] == best[1][1]
    if not best or best[0][1] < _LEAST_SHARE or is_tied:
        return UNKNOWN
    return best[0][0]


def _words(sample: str, rest: str) -> list[str]:
    """Return the first words in small letters; by bytes, if all letters have a place in Latin-1."""
    if _BEYOND_LATIN_1.search(rest):
        return _WORD.findall(sample.lower())[:_MOST_WORDS]
    encoded = sample.encode("latin-1", "replace")
    return encoded.translate(_small_letters()).decode("latin-1").split()[:_MOST_WORDS]


@cache
def _small_letters() -> bytes:
    """Return the small letter of each byte that is a letter in Latin-1, and spaces for others."""
    signs = map(chr, range(256))
    return "".join(s.lower() if _WORD.match(s) else " " for s in signs).encode("latin-1")


@cache
def _speakers() -> dict[str, list[str]]:
    """Return the languages of each small word."""
    speakers: dict[str, list[str]] = {}
    for language, words in _WORDS.items():
        for word in words.split():
            speakers.setdefault(word, []).append(language)
    return speakers


@cache
def _letters() -> frozenset[str]:
    """Return the letters that tell any language."""
    return frozenset("".join(_LETTERS.values()))


def _letter_weight(language: str, letters: Sequence[str], n_letters: int) -> float:
    own = sum(map(letters.count, _LETTERS.get(language, "")))
    return min(_MOST_LETTER_WEIGHT, 10 * own / n_letters)
