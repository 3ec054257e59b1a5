"""What each address answers."""

from giaoluu.web.views.activities import activity_list, activity_page
from giaoluu.web.views.articles import article_list, article_page
from giaoluu.web.views.overview import overview
from giaoluu.web.views.people import person_list, person_page
from giaoluu.web.views.review import decide, decision_list, review, take_back
from giaoluu.web.views.said import commitment_list, statement_list
from giaoluu.web.views.search import search_page

__all__ = [
    "activity_list",
    "activity_page",
    "article_list",
    "article_page",
    "commitment_list",
    "decide",
    "decision_list",
    "overview",
    "person_list",
    "person_page",
    "review",
    "search_page",
    "statement_list",
    "take_back",
]
