"""Countries and places: written from their sources, the same keys in all languages, traps marked."""

import re
import subprocess
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LANGS = ROOT / "src" / "giaoluu" / "langs"
LANGUAGES = ("vi", "zh", "en", "sv")
BLOCS = {"APEC", "ASEAN", "BRICS", "EU", "NATO", "SCO", "UN"}


def table(language: str, name: str) -> list[tuple[str, ...]]:
    lines = (LANGS / language / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def first(language: str, name: str, word: str) -> tuple[str, ...] | None:
    return next((row for row in table(language, name) if row[0] == word), None)


@pytest.mark.parametrize("script", ["make_countries.py", "make_places.py"])
def test_tables_are_current(script: str) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / script), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_countries_have_four_columns(language: str) -> None:
    forms = {"name", "variant", "genitive", "adjective", "demonym", "side", "bloc", "short"}
    for row in table(language, "countries"):
        name, country, form, caution = row
        assert name == unicodedata.normalize("NFC", name).strip()
        assert re.fullmatch("[A-Z]{2}", country) or country in BLOCS
        assert form in forms
        assert (form == "bloc") == (country in BLOCS) or form in {"short", "side"}
        assert caution in {"0", "1"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_of_a_name_means_one_country(language: str) -> None:
    meanings = defaultdict(set)
    for name, country, form, _ in table(language, "countries"):
        meanings[name.lower(), form].add(country)
    assert [name for name, found in meanings.items() if len(found) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_the_same_countries(language: str) -> None:
    named = {row[1] for row in table(language, "countries") if row[2] in {"name", "bloc"}}
    assert {row[1] for row in table("en", "countries") if row[2] in {"name", "bloc"}} == named


@pytest.mark.parametrize(
    ("language", "word", "country", "form", "caution"),
    [
        ("vi", "Thuỵ Điển", "SE", "name", "0"),
        ("vi", "Liên bang Nga", "RU", "variant", "0"),
        ("vi", "Cộng hoà Dân chủ Nhân dân Lào", "LA", "variant", "0"),
        ("vi", "Ca-dắc-xtan", "KZ", "variant", "0"),
        ("vi", "Áo", "AT", "name", "1"),
        ("vi", "Nga", "RU", "name", "1"),
        ("vi", "Ý", "IT", "variant", "1"),
        ("vi", "Việt", "VN", "short", "1"),
        ("zh", "中方", "CN", "side", "0"),
        ("zh", "老撾", "LA", "variant", "0"),
        ("zh", "越", "VN", "short", "1"),
        ("zh", "东盟", "ASEAN", "bloc", "0"),
        ("en", "U.S.", "US", "variant", "0"),
        ("en", "US", "US", "variant", "1"),
        ("en", "Georgia", "GE", "name", "1"),
        ("en", "Laotians", "LA", "demonym", "0"),
        ("sv", "vietnamesiska", "VN", "adjective", "0"),
        ("sv", "Kinas", "CN", "genitive", "0"),
        ("sv", "Island", "IS", "name", "1"),
        ("sv", "svenskarna", "SE", "demonym", "0"),
    ],
)
def test_forms_of_countries(language: str, word: str, country: str, form: str, caution: str) -> None:
    assert first(language, "countries", word) == (word, country, form, caution)


@pytest.mark.parametrize(
    ("language", "word"), [("zh", "中共"), ("zh", "越共"), ("zh", "阿方"), ("zh", "瑞"), ("sv", "Laoss")]
)
def test_words_that_are_no_country(language: str, word: str) -> None:
    assert first(language, "countries", word) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_have_seven_columns(language: str) -> None:
    rows = table(language, "places")
    keys = {row[1] for code in LANGUAGES for row in table(code, "places")}
    for name, key, level, country, within, valid, caution in rows:
        assert name == unicodedata.normalize("NFC", name).strip() != ""
        if not key:
            assert (level, country, within, valid, caution) == ("", "", "", "", "0")
            continue
        assert key.startswith(country + "-")
        assert level in {"province", "city", "district", "site"}
        assert within == "" or within in keys
        assert re.fullmatch(r"(/\d{4}-\d\d|\d{4}-\d\d/)?", valid)
        assert caution in {"0", "1"}
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_of_two_places_asks_for_context(language: str) -> None:
    meanings = defaultdict(set)
    for row in table(language, "places"):
        meanings[row[0].lower()].add((row[1], row[6]))
    shared = [found for found in meanings.values() if len({key for key, _ in found}) > 1]
    assert shared or language == "zh"
    assert all(caution == "1" for found in shared for _, caution in found)


def test_a_key_lies_in_the_same_country_in_every_language() -> None:
    facts = defaultdict(set)
    for language in LANGUAGES:
        for row in table(language, "places"):
            facts[row[1], row[2]].add(row[3:6])
    assert [key for key, found in facts.items() if len(found) > 1] == []


@pytest.mark.parametrize(
    ("language", "word", "key", "level"),
    [
        ("vi", "Bắc Kinh", "CN-BJ", "city"),
        ("en", "Beijing", "CN-BJ", "city"),
        ("zh", "北京", "CN-BJ", "city"),
        ("sv", "Peking", "CN-BJ", "city"),
        ("vi", "Mát-xcơ-va", "RU-moscow", "city"),
        ("sv", "Köpenhamn", "DK-copenhagen", "city"),
        ("zh", "河內", "VN-HN", "city"),
        ("vi", "Khánh Hoà", "VN-34", "province"),
        ("en", "Quang Ninh", "VN-13", "province"),
        ("vi", "Quế Lâm", "CN-guilin", "city"),
        ("zh", "釣魚台國賓館", "CN-diaoyutai", "site"),
        ("vi", "Phủ Chủ tịch", "VN-presidential-palace", "site"),
        ("sv", "Arvfurstens palats", "SE-arvfurstens-palats", "site"),
        ("en", "White House", "US-white-house", "site"),
        ("vi", "Viêng Chăn", "LA-VT", "city"),
    ],
)
def test_places_in_their_languages(language: str, word: str, key: str, level: str) -> None:
    row = first(language, "places", word)
    assert row is not None
    assert row[1:3] == (key, level)


def test_provinces_that_the_merger_ended_are_dated() -> None:
    provinces = {(row[1], row[5]) for row in table("vi", "places") if row[1].startswith("VN-") and row[2] != "site"}
    ended = {key for key, valid in provinces if valid == "/2025-06"}
    assert len(ended) == 29
    lasting = {key for key, valid in provinces if not valid and re.fullmatch(r"VN-([A-Z]{2}|\d\d)", key)}
    assert len(lasting) == 34


@pytest.mark.parametrize(("language", "country", "least"), [("zh", "CN", 150), ("vi", "CN", 150), ("sv", "SE", 60)])
def test_many_cities(language: str, country: str, least: int) -> None:
    assert len({row[1] for row in table(language, "places") if row[3] == country and row[2] == "city"}) >= least


@pytest.mark.parametrize(
    ("language", "word", "inner"),
    [("vi", "Thái Bình Dương", "Thái Bình"), ("zh", "隆重庆祝", "重庆"), ("vi", "Công ước Viên", "Viên")],
)
def test_longer_names_that_are_no_place_have_no_key(language: str, word: str, inner: str) -> None:
    assert first(language, "places", word) == (word, "", "", "", "", "", "0")
    assert first(language, "places", inner) is not None


@pytest.mark.parametrize("word", ["和平", "太平", "中山", "边和", "国公", "大庆", "海口", "汉堡"])
def test_pieces_of_chinese_words_are_places_only_with_their_unit(word: str) -> None:
    assert first("zh", "places", word) is None
    assert any(first("zh", "places", word + unit) for unit in "省市县")
