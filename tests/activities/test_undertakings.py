"""What is undertaken: one undertaking a verb of action; with whom, how and on what ground belong to it."""

import pytest

from giaoluu.pipeline import read
from giaoluu.sources import capture_of

ZH = "老挝外长坎潘会见王海明\n2024-05-08\n\n老挝外长坎潘5月7日在万象会见中国驻老挝大使王海明。坎潘表示，{}。\n"
VI = (
    "Thứ trưởng Trần Văn Lâm tiếp Đại sứ Lào\n08/05/2024\n\nChiều 7/5/2024, tại Hà Nội, Thứ trưởng Bộ Ngoại giao"
    " Trần Văn Lâm tiếp Đại sứ Lào Khampha Sisavath. Thứ trưởng khẳng định Việt Nam {}.\n"
)
EN = (
    "Lao envoy received\n8 May 2024\n\nHANOI, 7 May 2024 - Vietnamese Deputy Foreign Minister Tran Van Lam received"
    " Lao Ambassador Khampha Sisavath. Lam said Vietnam {}.\n"
)

CASES = [
    (
        ZH,
        "老方愿同中方一道，深化各领域务实合作，扩大两国青年人员往来",
        ["老方愿同中方一道，深化各领域务实合作", "扩大两国青年人员往来"],
    ),
    (ZH, "老方愿以建交七十周年为契机，同中方一道，深化合作", ["老方愿以建交七十周年为契机，同中方一道，深化合作"]),
    (ZH, "老方愿深化各领域务实合作，扩大两国青年人员往来", ["老方愿深化各领域务实合作", "扩大两国青年人员往来"]),
    (
        VI,
        "sẽ trên cơ sở kết quả đã đạt được, đẩy mạnh hợp tác giáo dục",
        ["trên cơ sở kết quả đã đạt được, đẩy mạnh hợp tác giáo dục"],
    ),
    (
        VI,
        "sẽ đẩy mạnh hợp tác giáo dục, mở rộng giao lưu nhân dân",
        ["đẩy mạnh hợp tác giáo dục", "mở rộng giao lưu nhân dân"],
    ),
    (
        EN,
        "is ready to expand trade with Laos, strengthen cultural exchange",
        ["expand trade with Laos", "strengthen cultural exchange"],
    ),
]


@pytest.mark.parametrize(("page", "words", "expected"), CASES)
def test_an_undertaking_keeps_with_whom_and_on_what_ground(page, words, expected):
    reading = read(capture_of(page.format(words).encode()))
    assert [one.action.exact for one in reading.commitments] == expected
