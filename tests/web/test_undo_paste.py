"""What came of a paste is taken back by who decided it: an editor too, and nobody else's decisions."""

from tests.web.teams import browser, team
from tests.web.test_entering import pasted, ticks

from giaoluu import samples
from giaoluu.register.accounts_roles import Role
from giaoluu.register.joining import keep_apart
from giaoluu.register.judging import judge
from giaoluu.register.models import Article, Judgement


def post_page(client, page: str) -> str:
    """Paste a page, save it as it is proposed, and return where that leads."""
    html = client.get(pasted(client, samples.page_of(page).read_text("utf-8"))).content.decode()
    answer = client.post("/paste/look", {**ticks(html), "answer": "open"})
    assert answer.status_code == 302
    return answer.headers["Location"]


def test_an_editor_takes_back_what_came_of_their_own_paste_alone(empty_home):
    with team() as accounts:
        editor, theirs = browser(accounts[Role.EDITOR]), browser(accounts[Role.REVIEWER])
        links = {one: post_page(client, page) for one, client, page in (
            ("first", theirs, "readout-vi"), ("second", editor, "readout-zh"))}  # fmt: skip
        first, second = Article.objects.order_by("pk")
        one, other = (row.activities.filter(main=True)[0] for row in (first, second))
        keep_apart(other, one, who="editor")
        judge(second.claims.filter(weight__gt=0)[0], "accept", who="reviewer")
        judge(second.claims.filter(weight__gt=0)[1], "reject", who="editor")
        kept = Judgement.objects.exclude(who="editor").count()
        html = editor.get(links["second"]).content.decode()
        undo = f"/paste/{second.pk}/undo"
        assert f'action="{undo}"' in html
        assert browser(accounts[Role.READER]).post(undo).status_code == 403
        assert editor.post(undo).status_code == 302
        assert editor.post(f"/paste/{first.pk}/undo").status_code == 302
        standing = Judgement.objects.filter(undone_by=None).exclude(verdict="undo")
        assert not standing.filter(who="editor").exists()
        assert standing.count() == kept
        assert Judgement.objects.filter(verdict="undo").count() == 2
        assert editor.post(f"/review/decisions/{standing[0].pk}/undo").status_code == 403
