"""Articles of HTML pages."""

from dataclasses import replace

import pytest
from tests.articles.pages import PARAGRAPHS, TITLES, html_capture

from giaoluu.articles import article_of
from giaoluu.model.article import ZoneKind
from giaoluu.model.errors import ArticleError

LINKED = (
    '{"@type": "NewsArticle", "headline": "%s", "datePublished": "2024-05-03T16:41:00+07:00", '
    '"author": [{"name": "Maj Lund"}, {"name": "Tor Ek"}]}'
)
PAGE = """<html lang="en"><head><title>{title} - The Town Paper</title>
<meta property="og:title" content="{title} - The Town Paper">
<meta property="og:site_name" content="The Town Paper"><link rel="canonical" href="https://example.org/a">
<script type="application/ld+json">{linked}</script></head><body><nav><a href="/">Home</a><a href="/n">News</a></nav>
<article><h1>{title}</h1><p>{first}</p>
<figure><img src="a.jpg"><figcaption>The troupe on the stage. (Photo: City Library)</figcaption></figure>
<p>{second}</p><p>{third}</p><p>{first} Once more.</p></article>
<section><h3>Most read</h3><a href="/b">Flower fair opens its gates to guests in Da Lat</a></section></body></html>"""


def page(language: str = "en", *, linked: str = LINKED) -> str:
    """Return a page in a language."""
    first, second, third = PARAGRAPHS[language]
    title = TITLES[language]
    filled = linked % title if "%s" in linked else linked
    return PAGE.format(title=title, linked=filled, first=first, second=second, third=third)


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize("language", ["vi", "en", "sv", "zh"])
def test_a_page_says_of_itself(language, fast):
    article = article_of(html_capture(page(language)), fast=fast)
    assert article.title.value == TITLES[language]
    assert [author.value for author in article.authors] == ["Maj Lund", "Tor Ek"]
    assert (str(article.published.value), article.published_at.value) == ("2024-05-03", "2024-05-03T16:41:00+07:00")
    assert (article.outlet, article.url, article.language) == ("The Town Paper", "https://example.org/a", language)
    assert all(paragraph in article.body for paragraph in PARAGRAPHS[language])


def test_captions_stand_in_their_place_with_credits():
    article = article_of(html_capture(page()))
    kinds = [zone.kind for zone in article.zones]
    assert kinds[:5] == [ZoneKind.TITLE, ZoneKind.DATELINE, ZoneKind.BYLINE, ZoneKind.BODY, ZoneKind.CAPTION]
    caption = article.captions[0]
    assert (caption.words.exact, caption.credit.value) == ("The troupe on the stage.", "City Library")


def test_links_under_a_head_become_leads():
    article = article_of(html_capture(page()))
    assert [(lead.span.exact, lead.zone) for lead in article.leads] == [
        ("Flower fair opens its gates to guests in Da Lat", ZoneKind.MOST_READ)
    ]
    assert article.zone_at(article.leads[0].span.start).kind.is_furniture


@pytest.mark.parametrize("linked", ["{broken", "[" * 50_000, '"a string"', "{}", '{"headline": null, "author": 3}'])
def test_broken_linked_data_leaves_the_rest(linked):
    article = article_of(html_capture(page(linked=linked)))
    assert article.title.value == TITLES["en"]
    assert article.authors == ()


def test_a_title_cut_in_the_middle_of_a_sign_can_be_written():
    """Pages cut their titles for linked data by halves of characters."""
    cut = LINKED.replace("%s", f"{TITLES['en']} \\ud83c\\udf89 \\ud83c").replace("Tor Ek", "Tor \\udf89Ek")
    article = article_of(html_capture(page(linked=cut)))
    assert article.text.encode()
    assert "Maj Lund" in article.text


@pytest.mark.parametrize(
    ("given", "got", "url"),
    [
        ("https://example.org/a?b=1", "https://example.org/x", "https://example.org/a?b=1"),
        ("/tin/1", "https://example.org/x/y", "https://example.org/tin/1"),
        ("//example.org/tin/1", "http://example.org/x", "http://example.org/tin/1"),
        ("/tin/1", None, None),
        ("https://example.org/", "https://example.org/tin/1", "https://example.org/tin/1"),
        ("https://example.org", None, None),
        ("javascript:alert(1)", "https://example.org/x", "https://example.org/x"),
        ("http://[bad/a", "https://example.org/x", "https://example.org/x"),
        ("", "https://example.org/x", "https://example.org/x"),
    ],
)
def test_an_address_that_names_no_page_is_not_that_of_the_article(given, got, url):
    """All pages of a site that names its first page would be versions of one, and lists show the last alone."""
    shown = page().replace("https://example.org/a", given)
    assert article_of(replace(html_capture(shown), url=got)).url == url


@pytest.mark.parametrize(
    ("piece", "kept"),
    [
        ("<div>" * 20_000 + "<p>{}</p>", True),
        ("<p>" + "<b>" * 20_000 + "{}", True),
        ("<p><<<>>><a href='x'<p>{}</p></div></html>", True),
        ("<!-- a --><p>{}</p>", True),
        ("{}", True),
        ("<?xml version='1.0' encoding='utf-8'?><html><body><p>{}</p></body></html>", True),
        ("<p>\x01{}\x00</p>", True),
    ],
)
def test_broken_and_deep_markup_is_read(piece, kept):
    words = PARAGRAPHS["en"][0]
    assert (words in article_of(html_capture(piece.replace("{}", words))).text) is kept


@pytest.mark.parametrize("fast", [False, True])
def test_fast_reading_of_deep_markup_ends(fast):
    text = "<div><p>The choir of the town sang in the hall today for everybody.</p>" * 3_000
    assert len(article_of(html_capture(text), fast=fast).zones) > 2_000


@pytest.mark.parametrize(
    "text", ["", " \n", "<html></html>", "<html><head><title>T</title></head><body></body></html>"]
)
def test_a_page_without_text_is_refused(text):
    with pytest.raises(ArticleError, match=r"^page: "):
        article_of(html_capture(text))


PICTURE = '<img src="b.jpg">'
CAPTIONS = [
    (
        '<figure class="widget-picture">' + PICTURE + "<figcaption>The choir rests.</figcaption></figure>",
        "The choir rests.",
    ),
    ('<div class="teaser-image">' + PICTURE + '<p class="caption">The choir rests.</p></div>', "The choir rests."),
    ("<div>" + PICTURE + '<div class="detail-img__description">The choir rests.</div></div>', "The choir rests."),
    (
        "<figure>" + PICTURE + '<figcaption>The choir rests. Foto: <i class="credit">Tor Ek</i></figcaption></figure>',
        "The choir rests.",
    ),
    ('<div class="related-teaser">' + PICTURE + '<p class="caption">The choir rests.</p></div>', None),
    ("<div>" + PICTURE + '<a href="/c">More</a><div class="big-ad-caption">Advertisement of a shop</div></div>', None),
    ("<div>" + PICTURE + '<a href="/c">More</a><div class="text-caption">Three minutes to read</div></div>', None),
    ("<figure>" + PICTURE + "<figcaption>By Maj Lund, reporter</figcaption></figure>", None),
    ("<figure>" + PICTURE + "<figcaption>Share this article</figcaption></figure>", None),
]


@pytest.mark.parametrize(("markup", "words"), CAPTIONS)
def test_a_picture_of_the_article_has_its_words_alone(markup, words):
    shown = page().replace("<figure>", markup + "<figure>", 1)
    captions = [caption.words.exact for caption in article_of(html_capture(shown)).captions]
    assert captions == [*filter(None, [words]), "The troupe on the stage."]


PRINTED = [
    ('<p class="byline">By Maj Lund and Tor Ek</p>', ["Maj Lund", "Tor Ek"]),
    ('<a rel="author" href="/m">Maj Lund</a>', ["Maj Lund"]),
    ('<span itemprop="author">Maj Lund</span>', ["Maj Lund"]),
    ('<p class="authorities">The council met on the hill</p>', []),
    ('<p class="byline">The news room of the paper writes here</p>', []),
]


@pytest.mark.parametrize("named", ["", "The Town Paper"])
@pytest.mark.parametrize(("printed", "authors"), PRINTED)
def test_authors_are_those_printed_where_the_head_names_none_or_the_outlet(printed, authors, named):
    linked = '{"@type": "NewsArticle", "headline": "%s", "author": "' + named + '"}'
    shown = page(linked=linked).replace("</h1>", "</h1>" + printed)
    found = [author.value for author in article_of(html_capture(shown)).authors]
    assert found == (authors or ([named] if named else []))
