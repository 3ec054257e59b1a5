"""The addresses of the site; they are kept stable."""

from django.urls import include, path

from giaoluu.web import views

pages = [
    path("", views.overview, name="overview"),
    path("activities", views.activity_list, name="activities"),
    path("activities/<int:number>", views.activity_page, name="activity"),
    path("articles", views.article_list, name="articles"),
    path("articles/<int:number>", views.article_page, name="article"),
    path("statements", views.statement_list, name="statements"),
    path("commitments", views.commitment_list, name="commitments"),
    path("search", views.search_page, name="search"),
    path("review", views.review, name="review"),
    path("review/<int:number>", views.decide, name="decide"),
    path("review/decisions", views.decision_list, name="decisions"),
    path("review/decisions/<int:number>/undo", views.take_back, name="undo"),
    path("people", views.person_list, name="people"),
    path("people/<int:number>", views.person_page, name="person"),
]
urlpatterns = [path("", include((pages, "web"))), path("language/", include("django.conf.urls.i18n"))]
