"""Every word of the site in every language, and .mo as fresh as .po."""

import io
from gettext import GNUTranslations

import pytest

from giaoluu.langs.kinds import kinds
from giaoluu.web import messages, words


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_nothing_is_untranslated(language):
    assert [str(message.id) for message in messages.untranslated(language)] == []


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_compiled_words_are_those_of_the_source(language):
    found = messages.po_file(language).with_suffix(".mo").read_bytes()
    old, new = (GNUTranslations(io.BytesIO(content))._catalog for content in (found, messages.compiled(language)))
    assert {**old, "": ""} == {**new, "": ""}  # the header names the version that compiled


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_nothing_is_left_over(language):
    wanted = {(context, words if isinstance(words, str) else words[0]) for context, words in messages.wanted()}
    catalog = {(m.context, m.id if isinstance(m.id, str) else m.id[0]) for m in messages.read_catalog(language) if m.id}
    assert catalog - wanted == set()


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_placeholders_stay(language):
    for message in messages.read_catalog(language):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and all(strings):
            assert {p.count("%(") for p in strings} <= {p.count("%(") for p in ids}, message.id


def test_kinds_and_modes_have_labels_in_both_languages():
    for kind in kinds().values():
        for entry in (kind, *kind.modes.values()):
            assert {"vi", "en"} <= set(entry.label)


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("2025-03-11", "11/3/2025", "11 March 2025"),
        ("2025-03", "tháng 3 năm 2025", "March 2025"),
        ("2025", "2025", "2025"),
        ("2017/2023", "2017 – 2023", "2017 – 2023"),
        ("2025-01/..", "từ tháng 1 năm 2025", "from January 2025"),
        ("../2025-01-02", "đến 2/1/2025", "until 2 January 2025"),
        ("2024~", "khoảng 2024", "about 2024"),
        ("XXXX-09-23", "23 tháng 9, không rõ năm", "23 September, year not stated"),
        ("2025-11-03/2025-11-05", "3 – 5/11/2025", "3 – 5 November 2025"),
        ("", "", ""),
    ],
)
def test_dates_in_words(text, vi, en):
    from django.utils.translation import override

    for language, expected in (("vi", vi), ("en", en)):
        with override(language):
            assert words.edtf_words(text) == expected


def test_unknown_codes_stay_readable():
    assert words.kind_label("some_kind") == "some kind"
    assert words.mode_label("meeting", "some_mode") == "some mode"
    assert words.country_name("XY") == "XY"
    assert words.label("role", "some_role") == "some role"
