"""Zones of stripped pages."""

import pickle

import pytest
from tests.articles.pages import HEADS, LINKS, PARAGRAPHS, TEASER, TITLES, text_capture

from giaoluu.articles import OutletMemory, article_of
from giaoluu.model.article import ZoneKind
from giaoluu.model.errors import ArticleError


def kinds(text: str) -> dict[str, ZoneKind]:
    """Return the kind of each line of a page."""
    article = article_of(text_capture(text))
    return {text[zone.start : zone.end]: zone.kind for zone in article.zones}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("language", ["vi", "en", "sv", "zh"])
def test_related_lists_are_furniture_and_paragraphs_are_not(language, gap):
    link, other = LINKS[language]
    lines = [TITLES[language], *PARAGRAPHS[language], HEADS[language], link, link, TEASER[language], other]
    found = kinds(gap.join(lines))
    assert found[TITLES[language]] is ZoneKind.TITLE
    assert all(not found[paragraph].is_furniture for paragraph in PARAGRAPHS[language])
    assert all(found[line].is_furniture for line in (HEADS[language], link, TEASER[language], other))


@pytest.mark.parametrize("language", ["vi", "en", "sv", "zh"])
def test_a_page_without_furniture_loses_nothing(language):
    text = "\n\n".join([f"# {TITLES[language]}", "## Huế", *PARAGRAPHS[language], "- Luleå", "- Stockholm"])
    assert not any(kind.is_furniture for kind in kinds(text).values())


def test_links_in_a_run_under_the_first_paragraph_are_not_headings():
    lines = [TITLES["vi"], PARAGRAPHS["vi"][0], *LINKS["vi"], *PARAGRAPHS["vi"][1:], HEADS["vi"], LINKS["vi"][0]]
    found = kinds("\n".join(lines))
    assert found[LINKS["vi"][1]] is ZoneKind.INLINE_RELATED


def test_menus_over_and_under_an_article_without_known_words_are_furniture():
    menu = [f"Zug {sign}" for sign in "abcdefghijkl"]
    found = kinds("\n".join([*menu, TITLES["en"], *PARAGRAPHS["en"], *(f"Rut {sign}" for sign in "abcdefghijkl")]))
    assert all(found[line].is_furniture for line in menu)
    assert all(found[line] is ZoneKind.BODY for line in PARAGRAPHS["en"][1:])


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("![]() |", ZoneKind.CAPTION),
        ("| Đoàn nghệ thuật Huế trên sân khấu. (Ảnh: Thư viện Luleå) |", ZoneKind.CAPTION),
        ("Konsttruppen på scenen. Foto: Maj Ek/Luleå bibliotek", ZoneKind.CAPTION),
        ("The troupe on the stage. (Photo: Lulea Library)", ZoneKind.CAPTION),
        ("顺化艺术团在台上。新华社记者 林小雪 摄", ZoneKind.CAPTION),
        ("Bà Lê Thị Mai, Giám đốc Nhà hát Huế (thứ hai từ trái sang) tiếp ông Nils Ek.", ZoneKind.CAPTION),
        ("Nils Ek, kulturchef i Luleå (till vänster) tar emot teaterchefen Lê Thị Mai.", ZoneKind.CAPTION),
        ("Lê Thị Mai (left), head of the Hue Theatre, meets Nils Ek of Lulea.", ZoneKind.CAPTION),
        ("顺化剧院院长黎氏梅（右二）会见埃克。", ZoneKind.CAPTION),
        ("Xem thêm: Mở đường bay mới nối Huế với Stockholm", ZoneKind.INLINE_RELATED),
    ],
)
def test_lines_between_paragraphs(line, kind):
    assert kinds("\n".join([TITLES["vi"], PARAGRAPHS["vi"][0], line, *PARAGRAPHS["vi"][1:]]))[line] is kind


def test_a_caption_printed_twice_is_marked_and_counted_once():
    caption = "Đoàn nghệ thuật Huế trên sân khấu. (Ảnh: Thư viện Luleå)"
    text = "\n".join([TITLES["vi"], PARAGRAPHS["vi"][0], caption, caption, *PARAGRAPHS["vi"][1:]])
    article = article_of(text_capture(text))
    first, second = (zone for zone in article.zones if zone.kind is ZoneKind.CAPTION)
    assert (first.repeats, second.repeats, len(article.captions)) == (None, first.start, 1)
    assert article.captions[0].credit.value == "Thư viện Luleå"
    assert article.captions[0].words.exact == "Đoàn nghệ thuật Huế trên sân khấu."


def test_every_line_with_words_lies_in_one_zone_with_exact_offsets():
    text = (
        "\ufeff \n".lstrip("\ufeff")
        + "\n \n".join([TITLES["vi"], *PARAGRAPHS["vi"], HEADS["vi"], *LINKS["vi"]])
        + "\n\n"
    )
    zones = article_of(text_capture(text)).zones
    assert [text[zone.start : zone.end] for zone in zones] == [
        line.strip() for line in text.split("\n") if line.strip()
    ]


def test_headlines_in_the_furniture_become_leads_once():
    text = "\n".join(
        [TITLES["en"], *PARAGRAPHS["en"], HEADS["en"], *LINKS["en"], "Most read", LINKS["en"][0], "Short one"]
    )
    assert [lead.span.exact for lead in article_of(text_capture(text)).leads] == LINKS["en"]


def test_lines_that_recur_on_an_outlets_pages_are_furniture():
    slogan = "The town paper that tells you what your neighbours did today and why they did it."
    memory = OutletMemory(pages=2)
    for language in ("vi", "sv"):
        memory.remember("\n".join([slogan, *PARAGRAPHS[language]]))
    memory = pickle.loads(pickle.dumps(memory))
    text = "\n".join([TITLES["en"], slogan, *PARAGRAPHS["en"]])
    article = article_of(text_capture(text), memory=memory)
    assert article.zone_at(text.index(slogan)).kind.is_furniture
    assert not article_of(text_capture(text)).zone_at(text.index(slogan)).kind.is_furniture


def test_the_memory_of_an_outlet_is_bounded():
    memory = OutletMemory(limit=10)
    memory.remember("\n".join(f"line number {number}" for number in range(50)))
    assert len(memory) == 10


def test_a_line_of_megabytes_is_one_zone():
    assert len(article_of(text_capture("word and more words, " * 200_000)).zones) == 1


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_an_empty_text_is_refused_with_its_name(text):
    with pytest.raises(ArticleError, match="page: the text is empty"):
        article_of(text_capture(text))


@pytest.mark.parametrize("language", ["vi", "en", "sv", "zh"])
def test_a_line_printed_once_more_behind_the_text_is_a_caption(language):
    first, *rest, last = PARAGRAPHS[language]
    found = kinds("\n\n".join([TITLES[language], "\n".join([first, *rest, last]), rest[0]]))
    assert found[rest[0]] is ZoneKind.CAPTION
    assert all(found[line] is not ZoneKind.CAPTION for line in (first, *rest[1:], last))
