"""What a template can end in: words in between at its end reach nothing, those inside it do."""

import pytest

from giaoluu.langs.endings import idle_ending


@pytest.mark.parametrize(
    ("source", "slot"),
    [
        ("trade talks{any}", "any"),
        ("trade talks[ {words}]", "words"),
        ("(of {few}|trade) talks", None),
        ("talks (on trade|to {few})", "few"),
        ("talks[ on {any}] today", None),
        ("talks[ on {any} matters]", None),
        ("talks on <matters>", "words"),
        ("<matters> talks", None),
        ("talks {rest}", None),
        ("talks {clause}", None),
        ("{any}talks", None),
        (r"talks \{any\}", None),
    ],
)
def test_only_a_slot_at_the_end_is_idle(source: str, slot: str | None) -> None:
    assert idle_ending(source, {"matters": "(trade|the matter of {words})"}) == slot
