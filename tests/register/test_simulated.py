"""Two thousand simulated decisions on pages that change afterwards: nearly all move along, the rest is listed."""

import random
from dataclasses import dataclass, field, replace

import pytest

from giaoluu.register import adrift, ingest, judge_all
from giaoluu.register.models import Anchor, Article, Claim, Judgement
from giaoluu.register.showing import reading_of
from giaoluu.samples import pages
from giaoluu.sources import capture_of

WANTED = 2000
SHARE = 0.995


@dataclass
class Tally:
    """What became of decisions whose words still stand and are still read."""

    placed: int = 0
    wrong: int = 0
    listed: int = 0
    silent: list[str] = field(default_factory=list)


def plain_pages() -> list[str]:
    """The texts of the sample pages, as captures hold them once stripped."""
    from giaoluu import read

    return [read(capture_of(path.read_bytes())).article.text for path in pages()]


def changed(text: str, turn: int) -> str:
    """The page as it may look later: lines added above and between, furniture and figures renewed, lines swapped."""
    chance = random.Random(turn)
    lines = text.split("\n")
    lines.insert(1, f"Updated 0{chance.randint(1, 9)}:{chance.randint(10, 59)}")
    for _ in range(1 + turn % 3):
        lines.insert(chance.randrange(2, len(lines) + 1), f"— {chance.randint(1000, 9999)} —")
    return "\n".join([*lines, "", f"© {2030 + turn}"])


def line_of(claim: Claim, text: str) -> str:
    """The line that holds a claim's words."""
    return text[text.rfind("\n", 0, claim.start) + 1 :].split("\n")[0]


def simulate(texts: list[str], turn: int) -> Tally:
    """Decide every claim that waits on every page, change and read the pages anew, and see where decisions stand."""
    from giaoluu import read

    tally = Tally()
    for number, text in enumerate(texts):
        both = f"{text}\n\nNo. {turn}", changed(text, turn)
        url = f"https://page.example/{turn}/{number}"
        first, second = (replace(capture_of(words.encode()), url=url) for words in both)
        assert ingest([(first, read(first))]).new == 1
        old = Article.objects.get(page=url)
        claims = list(old.claims.filter(weight__gt=0))
        made = judge_all(claims[::2], "accept", who="An") + judge_all(claims[1::2], "reject", who="An")
        before = {row.pk: claim for row, claim in zip(made, claims[::2] + claims[1::2], strict=True)}
        assert ingest([(second, read(second))]).changed == 1
        new = Article.objects.get(page=url, current=True)
        texts_of = reading_of(old).article.text, reading_of(new).article.text
        lines = set(texts_of[1].split("\n"))
        read_now = {(c.property, c.exact, line_of(c, texts_of[1])) for c in new.claims.all()}
        anchors = {anchor.judgement_id: anchor for anchor in Anchor.objects.filter(article=new).select_related("claim")}
        for key, claim in before.items():
            line = line_of(claim, texts_of[0])
            anchor = anchors.get(key)
            if anchor is None:
                tally.silent.append(str(claim))
            elif (claim.property, claim.exact, line) not in read_now or line not in lines:
                continue
            elif anchor.state not in {"held", "moved"}:
                tally.listed += 1
            else:
                tally.placed += 1
                same = (anchor.claim.property, anchor.claim.exact, line_of(anchor.claim, texts_of[1]))
                tally.wrong += same != (claim.property, claim.exact, line)
    return tally


@pytest.mark.slow
def test_two_thousand_decisions_outlive_changed_pages(home):
    texts = plain_pages()
    placed = wrong = listed = turn = 0
    while placed + listed < WANTED:
        tally = simulate(texts, turn)
        assert tally.silent == []
        placed, wrong, listed, turn = placed + tally.placed, wrong + tally.wrong, listed + tally.listed, turn + 1
    told = f"{placed + listed} decisions: {placed} placed, {wrong} wrongly, {listed} listed"
    assert wrong == 0, told
    assert placed / (placed + listed) >= SHARE, told
    states = Anchor.objects.filter(article__current=True, state__in=("unsure", "lost")).count()
    assert len(adrift()) == states
    assert Judgement.objects.count() >= WANTED
