"""Made-up readings in the shape of `giaoluu read --format reading`: many activities, few famous names, four languages.

Five activities and some forty claims a page, two bodies, and in one page of five an edition of a series; names, words
and places are drawn so that a few are everywhere and most are rare. The same seed makes the same file.
"""

import json
import random
from bisect import bisect
from collections.abc import Iterator
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

A_PAGE = 5
CONTEXT = 32

WORDS = {
    "vi": "hợp tác hữu nghị nhân dân hai nước giao lưu văn hóa giáo dục thanh niên địa phương kinh tế thương mại hội "
    "đàm trao đổi tăng cường quan hệ đoàn đại biểu tình bằng thúc đẩy phát triển cấp cao truyền thống nông "
    "nghiệp du lịch y tế kỷ niệm thành lập trưởng phó chủ tịch quốc gia tỉnh biên giới cửa khẩu",
    "en": "cooperation friendship people exchange culture education youth local economy trade talks visit delegation "
    "relations support development agreement training festival anniversary province border health research city "
    "council university scholarship partnership meeting ceremony chairman ambassador minister region",
    "sv": "samarbete vänskap utbyte kultur utbildning ungdom kommun ekonomi handel samtal besök delegation relationer "
    "stöd utveckling avtal festival årsdag region hälsa forskning stad universitet stipendium partnerskap möte "
    "ceremoni ordförande ambassadör minister",
    "zh": "合作 友好 人民 交流 文化 教育 青年 地方 经济 贸易 会谈 访问 代表团 关系 支持 发展 协议 培训 艺术节 周年 省 "
    "边境 卫生 研究 城市 大学 奖学金 伙伴 会见 仪式 主席 大使 部长 地区",
}
SURNAMES = {
    "vi": "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý",
    "zh": "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱",
}
GIVEN = {
    "vi": "Minh Anh Hương Tuấn Khuê Mai Lan Dũng Hải Sơn Thảo Vân Quang Phúc Hà Linh Nam Bình Châu Đức Vạn Thu Ngọc",
    "zh": "明 伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 涛 超 秀 霞 平 刚 桂 英 万 华 文 建 国 志",
    "sv": "Anna Erik Lars Karin Eva Nils Maria Johan Sofia Oskar Elin Gustav Ingrid Axel Astrid Hugo",
    "en": "James Mary John Linda Robert Susan David Karen Paul Nancy Mark Laura Peter Alice Henry Grace",
}
FAMILY = {
    "sv": "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Lindberg Ek",
    "en": "Smith Jones Brown Taylor Wilson Evans Walker White Green Hall Wood Hill Clark Baker Carter Ward",
}
PLACES = {
    "vi": "Hà Nội|Huế|Đà Nẵng|Hải Phòng|Cần Thơ|Lạng Sơn|Lào Cai",
    "zh": "北京|南宁|昆明|广州|上海|成都",
    "en": "London|Hanoi|Oslo|Beijing|Geneva",
    "sv": "Stockholm|Uppsala|Malmö|Göteborg|Lund",
}
KEYS = {
    "Hà Nội": "VN-HN", "Huế": "VN-26", "Đà Nẵng": "VN-DN", "Hải Phòng": "VN-HP", "Cần Thơ": "VN-CT",
    "Lạng Sơn": "VN-09", "Lào Cai": "VN-02", "北京": "CN-BJ", "南宁": "CN-nanning", "昆明": "CN-kunming",
    "广州": "CN-guangzhou", "上海": "CN-SH", "成都": "CN-chengdu", "London": "GB-london", "Hanoi": "VN-HN",
    "Oslo": "NO-oslo", "Beijing": "CN-BJ", "Geneva": "CH-geneva", "Stockholm": "SE-stockholm",
    "Uppsala": "SE-uppsala", "Malmö": "SE-malmo", "Göteborg": "SE-goteborg", "Lund": "SE-lund",
}  # fmt: skip
BODIES = {"vi": "Hội hữu nghị {}", "zh": "{}友好协会", "en": "{} Friendship Society", "sv": "Vänskapsförbundet {}"}
SERIES = {"vi": "Diễn đàn {} lần thứ {}", "zh": "{}论坛第{}届", "en": "Forum {} no {}", "sv": "Forum {} nr {}"}
A_LANGUAGE = 3_000
"""Bodies of a language; of series there are a tenth."""

IN_SERIES = 5
"""One page of so many tells of an edition of a series."""

KINDS = "meeting talks visit ceremony signing forum festival donation training message"
CODES = {"vi": ("VN", "CN"), "zh": ("CN", "VN"), "en": ("VN", "GB"), "sv": ("SE", "VN")}
PEOPLE = 20_000


class Drawn:
    """Draws from a list so that the n-th is n times rarer than the first."""

    def __init__(self, values: list[str]) -> None:
        self.values = values
        self.sums = list(accumulate(1 / (place + 1) for place in range(len(values))))

    def one(self, chance: random.Random) -> str:
        """Return one of the values, the first ones most often."""
        return self.values[bisect(self.sums, chance.random() * self.sums[-1])]


def names(language: str, chance: random.Random) -> list[str]:
    """Return made-up names of a language, each once."""
    found: dict[str, None] = {}
    while len(found) < PEOPLE // 4:
        given = [chance.choice(GIVEN[language].split()) for _ in range(2)]
        if language == "zh":
            name = chance.choice(SURNAMES["zh"].split()) + "".join(given[: chance.choice((1, 2, 2))])
        elif language == "vi":
            name = " ".join([chance.choice(SURNAMES["vi"].split()), *given])
        else:
            middle = f" {chance.choice('ABCDEFGHIJKLMNOPRSTVW')}." if chance.random() < 0.95 else ""
            name = f"{given[0]} {given[1]}{middle} {chance.choice(FAMILY[language].split())}"
        found[name] = None
        if language in {"zh", "vi"} and len(found) > 3500:
            break
    return list(found)


def bodies(language: str) -> list[str]:
    """Return made-up names of bodies."""
    places = PLACES[language].split("|")
    return [BODIES[language].format(f"{places[turn % len(places)]} {turn}") for turn in range(A_LANGUAGE)]


class Corpus:
    """Makes pages."""

    def __init__(self, seed: int = 7) -> None:
        self.chance = random.Random(seed)
        self.people = {language: Drawn(names(language, self.chance)) for language in WORDS}
        self.bodies = {language: Drawn(bodies(language)) for language in WORDS}
        self.words = {language: Drawn(words.split()) for language, words in WORDS.items()}
        self.rare = [f"{one}{other}" for one in ("ka", "lu", "mo", "ne", "ri", "so", "ta") for other in range(4000)]

    def page(self, number: int) -> dict:
        """Return the reading of one page."""
        chance = self.chance
        language = chance.choices(("vi", "zh", "en", "sv"), (5, 3, 3, 1))[0]
        joint = "" if language == "zh" else " "
        lines, marks = [f"{self._words(language, 8, joint)} {number}"], []
        year, month = chance.choice((2019, 2021, 2022, 2023, 2024, 2025, 2026)), chance.randint(1, 12)
        parties = [self.people[language].one(chance) for _ in range(4)]
        hosts = sorted({self.bodies[language].one(chance) for _ in range(2)})
        told = (chance.randint(1, A_LANGUAGE // 10), chance.randint(1, 30))
        series = (SERIES[language].format(*told), told[1]) if number % IN_SERIES == 0 else None
        for turn in range(A_PAGE):
            day = chance.randint(1, 28)
            date, who = f"{day}/{month}/{year}", parties[turn % 4]
            place, kind = chance.choice(PLACES[language].split("|")), chance.choice(KINDS.split())
            before, after = self._words(language, 10, joint), self._words(language, 12, joint)
            verb = self.words[language].one(chance)
            more = "".join(f", {name}" for name in (*hosts, *(series or ())[:1])) if turn == 0 else ""
            lines.append(f"{date}, {place}, {who} {verb} {before} {chance.choice(self.rare)} {after}{more}.")
            marks.append((turn, f"{year}-{month:02}-{day:02}", date, place, who, verb, kind))
        return self._reading(number, language, lines, marks, (hosts, series))

    def _words(self, language: str, count: int, joint: str) -> str:
        return joint.join(self.words[language].one(self.chance) for _ in range(count))

    def _reading(self, number: int, language: str, lines: list[str], marks: list[tuple], more: tuple) -> dict:  # noqa: PLR0915 - one page, told from top to bottom
        hosts, series = more
        text = "\n".join(lines)
        starts = [0, *accumulate(len(line) + 1 for line in lines)]
        zones = [
            {"start": starts[turn], "end": starts[turn] + len(line), "zone": "title" if turn == 0 else "body"}
            for turn, line in enumerate(lines)
        ]

        def cite(value: str, words: str, line: int, **more: object) -> dict:
            start = text.index(words, starts[line])
            end = start + len(words)
            span = {"start": start, "end": end, "exact": words}
            span |= {"prefix": text[max(0, start - CONTEXT) : start], "suffix": text[end : end + CONTEXT]}
            return {"value": value, "span": span, "rule": "made", **more}

        title = cite(lines[0], lines[0], 0)
        home, other = CODES[language]
        published = cite(marks[-1][1], marks[-1][2], A_PAGE)
        people, places, activities, claims = (
            {},
            {},
            [],
            [("article", "title", title), ("article", "published", published)],
        )
        for turn, edtf, date, place, who, verb, kind in marks:
            line, ident = turn + 1, f"a{turn + 1}"
            if who not in people:
                name = cite(who, who, line)
                people[who] = {"id": f"p{len(people) + 1}", "names": [name], "mentions": [name["span"]]}
                people[who]["country"] = {**cite(home, who, line), "inferred": True}
                claims += [(people[who]["id"], "name", name), (people[who]["id"], "country", people[who]["country"])]
            if place not in places:
                name = cite(place, place, line)
                places[place] = {"id": f"l{len(places) + 1}", "name": name, "level": "city", "country": home}
                places[place]["key"] = KEYS[place]
                claims.append((places[place]["id"], "name", name))
            told, day = cite(kind, verb, line), cite(edtf, date, line)
            own = cite(who, who, line)["span"]
            who_is = people[who]["id"]
            participant = {"id": f"{ident}.1", "party": who_is, "role": "attendee", "span": own, "rule": "made"}
            participant["side"] = home if turn % 2 else other
            activity = {"id": ident, "kind": told, "date": day, "places": [places[place]["id"]]}
            activity |= {"participants": [participant], "evidence": [own]}
            activities.append(activity | ({} if turn < 3 else {"main": False}))
            whole = {"value": who_is, "span": own, "rule": "made"}
            shown = {"value": own["exact"], "span": own, "rule": "page"}
            claims += [
                (ident, "kind", told),
                (ident, "date", day),
                (ident, "participant", whole),
                (ident, "evidence", shown),
            ]
        first, organisations, occasions = activities[0], [], []
        for turn, name in enumerate(hosts):
            own, ident, country = cite(name, name, 1), f"b{turn + 1}", CODES[language][turn]
            organisations.append({"id": ident, "names": [own], "mentions": [own["span"]], "kind": "association"})
            organisations[-1]["country"] = {**cite(country, name, 1), "inferred": True}
            one = {"id": f"a1.{turn + 2}", "party": ident, "role": "organiser", "span": own["span"], "rule": "made"}
            first["participants"].append(one | {"side": country})
            claims += [(ident, "name", own), ("a1", "participant", {"value": ident, "span": own["span"]})]
        if series:
            name, edition = cite(series[0], series[0], 1), cite(series[1], str(series[1]), 1)
            occasions.append({"id": "o1", "kind": "series", "name": name, "edition": edition})
            first["occasions"] = ["o1"]
            claims.append(("o1", "name", name))
        said = cite("", lines[1].split(", ", 2)[-1], 1)["span"]
        quotation, commitment = promised(said, activities[0]["participants"][0]["party"], home)
        claims += [
            ("u1", "quotation", {"value": "commit", "span": said}),
            ("c1", "commitment", {"value": "w3", "span": said}),
        ]
        ident = f"page-{number}"
        written = [claim_of(ident if subject == "article" else subject, name, one) for subject, name, one in claims]
        return {
            "format": "giaoluu.reading/1", "id": ident, "text": text, "zones": zones, "claims": written,
            "article": {
                "digest": sha256(text.encode()).hexdigest(), "language": language, "title": title,
                "published": published, "outlet": f"Outlet {number % 40}",
                "url": f"https://outlet{number % 40}.example/{number}",
            },
            "run": {"reader": "0.1.0", "packs": [[language, "1"]]},
            "is_exchange": True, "exchange_reason": "two sides meet", "people": [*people.values()],
            "organisations": organisations, "occasions": occasions,
            "places": [*places.values()], "activities": activities, "quotations": [quotation],
            "commitments": [commitment],
        }  # fmt: skip


def promised(said: dict, speaker: str, side: str) -> tuple[dict, dict]:
    """Return a statement that promises, and the promise."""
    shared = {"speaker": speaker, "rule": "made", "sides": [side]}
    quotation = {"id": "u1", "act": "commit", "content": said, "activity": "a1", **shared}
    return quotation, {"id": "c1", "quotation": "u1", "action": said, "strength": "w3", "specificity": "s2", **shared}


def claim_of(subject: str, name: str, one: dict) -> dict:
    """Return a claim as readings hold it."""
    span = {key: one["span"][key] for key in ("start", "end", "exact")}
    told = {"subject": subject, "property": name, "value": one["value"], "rule": one.get("rule", "made")}
    return {**span, **told, "inferred": one.get("inferred", False)}


def lines_of(activities: int) -> Iterator[bytes]:
    """Yield the lines of a file of so many activities."""
    corpus = Corpus()
    for number in range(activities // A_PAGE):
        yield json.dumps(corpus.page(number), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def write(path: Path, activities: int) -> None:
    """Write the file, whole or not at all."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.writelines(lines_of(activities))
    part.replace(path)
