"""Swedish: which kind of activity the usual wordings tell, with a day between their words too."""

import hashlib

import pytest

from giaoluu.model.capture import Capture, MediaType
from giaoluu.pipeline import read

LONGER = " De vietnamesiska gästerna fick också se staden och de svenska värdarna berättade om sitt arbete."


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "meeting",
            "Onsdagen den 5 juni 2024 fick talman Anna Lind besök av Vietnams ambassadör Tran Van Bach i Stockholm.",
        ),
        (
            "meeting",
            "Den 5 juni 2024 fick kommunalrådet Per Ek besök av Vietnams ambassadör Tran Van Bach i Växjö.",
        ),
        ("meeting", "Onsdagen den 5 juni 2024 gav Kungen audiens för Tran Van Bach, talman i Vietnam, i Stockholm."),
        ("visit", "Den 5 juni 2024 besökte Vietnams ambassadör Tran Van Bach Växjö."),
        ("visit", "Den 5 juni 2024 gästades Växjö av en delegation från Vietnam."),
        (
            "visit",
            "Den 5 juni 2024 kom en vietnamesisk delegation till Växjö för att lära sig mer om avfallshantering.",
        ),
        ("visit", "Den 5 juni 2024 kom tolv elever från Hanoi på utbytesbesök till Lund."),
        ("talks", "Den 5 juni 2024 förhandlade Sverige och Vietnam om ett nytt skatteavtal i Hanoi."),
        (
            "phone_call",
            "Den 5 juni 2024 samtalade statsminister Anna Lind på telefon med Vietnams premiärminister Tran Van Bach.",
        ),
        (
            "credentials",
            "Ambassadör Anna Lind har den 5 juni 2024 lämnat sina kreditiv till Vietnams president i Hanoi.",
        ),
        ("signing", "Linnéuniversitetet och Hanoi universitet skrev den 5 juni 2024 under ett samarbetsavtal i Hanoi."),
        ("award", "Barnläkaren Lars Ek fick den 5 juni 2024 ta emot Vietnams vänskapsmedalj i Hanoi."),
        (
            "award",
            "Vietnams ambassadör Tran Van Bach delade den 5 juni 2024 ut vänskapsmedaljen till Lars Ek i Stockholm.",
        ),
        (
            "award",
            "Den vietnamesiska forskaren Le Thi Hoa tilldelades den 5 juni 2024 Stockholm Water Prize i Stockholm.",
        ),
        ("celebration", "Vietnams ambassad i Stockholm firade den 5 juni 2024 Vietnams nationaldag."),
        (
            "celebration",
            "Svenska ambassaden i Hanoi ordnade luciafirande med vietnamesiska vänner den 13 december 2024.",
        ),
        (
            "celebration",
            "Den 5 juni 2024 hölls en jubileumsmiddag i Stockholm för att fira Sveriges vänskap med Vietnam.",
        ),
        (
            "commemoration",
            "En minnesstund för Vietnams förre president hölls den 5 juni 2024 på Vietnams ambassad i Stockholm.",
        ),
        (
            "forum",
            "Rundabordssamtal om gröna investeringar mellan Sverige och Vietnam hölls i Stockholm den 5 juni 2024.",
        ),
        (
            "forum",
            "Svensk-vietnamesiska föreningen bjöd den 5 juni 2024 in till föredrag om Vietnam i Stockholm.",
        ),
        ("press", "Statsminister Anna Lind och premiärminister Tran Van Bach mötte pressen i Hanoi den 5 juni 2024."),
        ("performance", "Vietnams vattendockteater gästspelade den 5 juni 2024 i Stockholm."),
        ("performance", "Den svenska kammarkören uppträdde den 5 juni 2024 i operahuset i Hanoi."),
        (
            "donation",
            "Svensk-vietnamesiska föreningen överlämnade den 5 juni 2024 40 000 kronor till ett barnhem i Hue.",
        ),
        (
            "training",
            "Tjugo vietnamesiska tjänstemän deltog den 5 juni 2024 i en utbildning om jämställdhet i Stockholm.",
        ),
    ],
)
def test_kinds_by_their_usual_words(kind: str, text: str) -> None:
    content = (text + LONGER).encode()
    told = read(Capture("page", content, hashlib.sha256(content).hexdigest(), text + LONGER, MediaType.TEXT))
    assert [one.kind.value for one in told.activities if one.main] == [kind]
