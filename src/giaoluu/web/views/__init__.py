"""What each address answers."""

from giaoluu.web.views.accounts import (
    account_list,
    audit_csv,
    audit_list,
    change_account,
    login,
    logout,
    password,
    revoke_token,
    tokens,
)
from giaoluu.web.views.activities import activity_list, activity_page
from giaoluu.web.views.articles import article_list, article_page
from giaoluu.web.views.batches import review_article, undo_batch
from giaoluu.web.views.bodies import body_list, body_page
from giaoluu.web.views.comparison import comparison_page
from giaoluu.web.views.joining import join, pair_list, same_as, say_of_pair, split_off
from giaoluu.web.views.overview import overview
from giaoluu.web.views.people import person_list, person_page
from giaoluu.web.views.pictures import base_map, network_page, place_map, place_page, timeline
from giaoluu.web.views.review import decide, decision_list, review, take_back
from giaoluu.web.views.said import commitment_list, say_of_follow_up, statement_list
from giaoluu.web.views.search import forget_search, keep_search, search_page
from giaoluu.web.views.series import series_list, series_page
from giaoluu.web.views.sources import source_list

__all__ = [
    "account_list",
    "activity_list",
    "activity_page",
    "article_list",
    "article_page",
    "audit_csv",
    "audit_list",
    "base_map",
    "body_list",
    "body_page",
    "change_account",
    "commitment_list",
    "comparison_page",
    "decide",
    "decision_list",
    "forget_search",
    "join",
    "keep_search",
    "login",
    "logout",
    "network_page",
    "overview",
    "pair_list",
    "password",
    "person_list",
    "person_page",
    "place_map",
    "place_page",
    "review",
    "review_article",
    "revoke_token",
    "same_as",
    "say_of_follow_up",
    "say_of_pair",
    "search_page",
    "series_list",
    "series_page",
    "source_list",
    "split_off",
    "statement_list",
    "take_back",
    "timeline",
    "tokens",
    "undo_batch",
]
