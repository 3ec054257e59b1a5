"""Tables that lay out a page: the paragraphs in their cell stay apart; tables of figures stay as they are."""

import pytest
from lxml.html import fromstring
from tests.articles.pages import PARAGRAPHS, TITLES, html_capture

from giaoluu.articles import article_of
from giaoluu.articles.tables import unfold_tables
from giaoluu.model.article import ZoneKind

LAID_OUT = (
    "<html><head><title>{title}</title></head><body><table><tr><td><a href='/'>a</a></td><td>"
    "<div class='nav'><a href='/'>b</a></div>{body}<p align='center'><img src='a.jpg'></p>"
    "<p align='center'>{caption}</p><div class='foot'>c</div></td></tr></table></body></html>"
)


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("zh", "演出现场（周文 摄）"),
        ("en", "The troupe in the hall. (Photo: City Library)"),
        ("vi", "Đoàn nghệ thuật tại nhà hát. (Ảnh: Báo Huế)"),
    ],
)
def test_a_page_in_a_table_is_read_by_paragraph(language: str, caption: str) -> None:
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS[language])
    article = article_of(html_capture(LAID_OUT.format(title=TITLES[language], body=body, caption=caption)))
    zones = [(zone.kind, article.text[zone.start : zone.end]) for zone in article.zones]
    assert [words for kind, words in zones if kind is ZoneKind.BODY] == PARAGRAPHS[language]
    assert [words[:4] for kind, words in zones if kind is ZoneKind.CAPTION] == [caption[:4]]
    assert len(article.captions) == 1
    assert article.captions[0].credit is not None


@pytest.mark.parametrize(
    ("page", "unfolded"),
    [
        ("<table><tr><td><p>One</p><p>Two</p><p>Three</p></td><td>x</td></tr></table>", True),
        ("<table><tr><td>One<br>Two<br>Three<br></td></tr></table>", True),
        (
            "<table><tr><td><p>1</p></td><td><p>2</p></td></tr><tr><td><p>3</p></td><td><p>4</p></td></tr></table>",
            False,
        ),
        ("<table><tr><td>one</td><td>two and more words</td></tr></table>", False),
        ("<table></table>", False),
    ],
)
def test_only_tables_that_hold_a_text_are_unfolded(page: str, *, unfolded: bool) -> None:
    tree = fromstring(f"<div>{page}</div>")
    unfold_tables(tree)
    assert (next(tree.iter("table"), None) is None) is unfolded
