"""Captures and small stories for the tests of the room."""

from hashlib import sha256

from giaoluu.model.capture import Capture, MediaType

# ruff: noqa: E501  # a paragraph is one line here, as in the pages

PARAGRAPHS = {
    "vi": [
        "Chiều ngày hôm qua, đoàn nghệ thuật thành phố Huế đã có buổi biểu diễn tại Luleå trước hơn ba trăm khán giả địa phương.",
        "Bà Lê Thị Hồng Sương, trưởng đoàn, cho biết đây là lần đầu tiên đoàn sang Thụy Điển và mong sẽ còn trở lại.",
        "Sau buổi diễn, hai bên trao đổi về kế hoạch đưa học sinh Luleå sang Huế vào mùa hè năm sau.",
    ],
    "en": [
        "The art troupe of the city of Hue performed in Lulea yesterday before more than three hundred people of the town.",
        "Le Thi Hong Suong, who leads the troupe, said that it was their first visit to Sweden and that they hope to return.",
        "After the performance both sides spoke of sending pupils from Lulea to Hue in the summer of next year.",
    ],
    "sv": [
        "Konsttruppen från staden Hue uppträdde i Luleå i går inför mer än trehundra personer från orten.",
        "Le Thi Hong Suong, som leder truppen, sade att det var deras första besök i Sverige och att de hoppas komma tillbaka.",
        "Efter föreställningen talade båda sidor om att skicka elever från Luleå till Hue nästa sommar.",
    ],
    "zh": [
        "越南顺化市艺术团昨天在瑞典吕勒奥演出，三百多名当地观众观看了演出，现场气氛十分热烈。",
        "艺术团团长黎氏红霜表示，这是艺术团第一次访问瑞典，希望今后能够再次来到吕勒奥演出。",
        "演出结束后，双方就明年夏天安排吕勒奥学生前往顺化交流的计划进行了深入讨论。",
    ],
}
TITLES = {
    "vi": "Nghệ sĩ Huế biểu diễn tại Luleå trước ba trăm khán giả",
    "en": "Artists of Hue perform in Lulea before three hundred people",
    "sv": "Konstnärer från Hue uppträder i Luleå inför trehundra personer",
    "zh": "顺化艺术团在吕勒奥为三百名观众演出",
}
HEADS = {"vi": "Tin bài liên quan", "en": "Related news", "sv": "Läs också", "zh": "相关新闻"}
LINKS = {
    "vi": ["Hội chợ hoa xuân mở cửa đón khách tại Đà Lạt", "Mở đường bay mới nối Huế với Stockholm từ tháng sau"],
    "en": ["Flower fair opens its gates to guests in Da Lat", "New flights to link Hue with Stockholm next month"],
    "sv": ["Blomstermässan slår upp portarna för gäster i Da Lat", "Nya flyg ska knyta Hue till Stockholm nästa månad"],
    "zh": ["大叻春季花卉博览会向游客开放", "顺化至斯德哥尔摩新航线下月开通"],
}
TEASER = {
    "vi": "Hội chợ năm nay có hơn hai trăm gian hàng của các nhà vườn trong và ngoài tỉnh, mở cửa đến hết tuần.",
    "en": "The fair has more than two hundred stalls of growers from the province and beyond, and is open all week.",
    "sv": "Mässan har mer än tvåhundra montrar med odlare från provinsen och annorstädes, och är öppen hela veckan.",
    "zh": "今年的博览会设有两百多个展位，来自省内外的花农参加展出，开放至本周末结束，欢迎前来参观。",
}


def text_capture(text: str) -> Capture:
    """Return a capture that holds stripped text."""
    return Capture("page", text.encode(), sha256(text.encode()).hexdigest(), text, MediaType.TEXT)


def html_capture(page: str) -> Capture:
    """Return a capture that holds HTML."""
    content = page.encode(errors="surrogatepass")
    return Capture("page", content, sha256(content).hexdigest(), page, MediaType.HTML)
