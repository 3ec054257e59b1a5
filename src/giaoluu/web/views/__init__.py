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
from giaoluu.web.views.bodies import body_list, body_page
from giaoluu.web.views.comparison import comparison_page
from giaoluu.web.views.joining import join, pair_list, same_as, say_of_pair, split_off
from giaoluu.web.views.overview import overview
from giaoluu.web.views.people import person_list, person_page
from giaoluu.web.views.review import decide, decision_list, review, take_back
from giaoluu.web.views.said import commitment_list, say_of_follow_up, statement_list
from giaoluu.web.views.search import forget_search, keep_search, search_page

__all__ = [
    "account_list",
    "activity_list",
    "activity_page",
    "article_list",
    "article_page",
    "audit_csv",
    "audit_list",
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
    "overview",
    "pair_list",
    "password",
    "person_list",
    "person_page",
    "review",
    "revoke_token",
    "same_as",
    "say_of_follow_up",
    "say_of_pair",
    "search_page",
    "split_off",
    "statement_list",
    "take_back",
    "tokens",
]
