"""The addresses of the site; they are kept stable."""

from django.urls import include, path

from giaoluu.web import entry_urls, views
from giaoluu.web.admin import site
from giaoluu.web.api.service import api

pages = [
    path("", views.overview, name="overview"),
    path("activities", views.activity_list, name="activities"),
    path("activities/<int:number>", views.activity_page, name="activity"),
    path("activities/<int:number>/beside/<int:other>", views.comparison_page, name="comparison"),
    path("articles", views.article_list, name="articles"),
    path("articles/<int:number>", views.article_page, name="article"),
    path("statements", views.statement_list, name="statements"),
    path("commitments", views.commitment_list, name="commitments"),
    path("commitments/follow-ups/<int:number>", views.say_of_follow_up, name="say_of_follow_up"),
    path("series", views.series_list, name="series_list"),
    path("series/<int:number>", views.series_page, name="series"),
    path("places", views.place_map, name="map"),
    path("places/basemap.svg", views.base_map, name="base_map"),
    path("places/<str:key>", views.place_page, name="place"),
    path("timeline", views.timeline, name="timeline"),
    path("network", views.network_page, name="network"),
    path("sources", views.source_list, name="sources"),
    path("search", views.search_page, name="search"),
    path("search/keep", views.keep_search, name="keep_search"),
    path("search/kept/<int:number>/forget", views.forget_search, name="forget_search"),
    path("review", views.review, name="review"),
    path("review/articles/<int:number>", views.review_article, name="review_article"),
    path("review/<int:number>", views.decide, name="decide"),
    path("review/decisions", views.decision_list, name="decisions"),
    path("review/decisions/<int:number>/undo", views.take_back, name="undo"),
    path("review/batches/<slug:batch>/undo", views.undo_batch, name="undo_batch"),
    path("review/pairs", views.pair_list, name="pairs"),
    path("review/pairs/<int:number>", views.say_of_pair, name="say_of_pair"),
    path("<slug:table>/<int:number>/split", views.split_off, name="split"),
    path("<slug:table>/<int:number>/join", views.join, name="join"),
    path("people/<int:number>/same", views.same_as, name="same_as"),
    path("bodies", views.body_list, name="bodies"),
    path("bodies/<int:number>", views.body_page, name="body"),
    path("people", views.person_list, name="people"),
    path("people/<int:number>", views.person_page, name="person"),
    path("login", views.login, name="login"),
    path("logout", views.logout, name="logout"),
    path("password", views.password, name="password"),
    path("tokens", views.tokens, name="tokens"),
    path("tokens/<int:number>/revoke", views.revoke_token, name="revoke"),
    path("accounts", views.account_list, name="accounts"),
    path("accounts/<int:number>", views.change_account, name="account"),
    path("audit", views.audit_list, name="audit"),
    path("audit.csv", views.audit_csv, name="audit_csv"),
]
urlpatterns = [
    path("", include(([*pages, *entry_urls.pages], "web"))),
    path("language/", include("django.conf.urls.i18n")),
    path("admin/", site.urls),
    path("api/v1/", api.urls),
]
