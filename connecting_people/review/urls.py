"""Addresses of looking back."""

from django.urls import include, path

from connecting_people.review.views import looking, next, own, report, reviews

app_name = "review"
_OF_ONE = [
    path("", reviews.review, name="review"),
    path("look/<slug:heading>/", looking.look, name="look"),
    path("look/<slug:heading>/<slug:item>/", looking.look_at, name="look_at"),
    path("said/<uuid:said_id>/", looking.reword, name="reword"),
    path("put/", reviews.put, name="put"),
    path("agree/", reviews.agree, name="agree"),
    path("differently/", reviews.differ, name="differ"),
    path("next/", next.propose, name="next"),
    path("next/<uuid:next_id>/agree/", next.agree, name="next_agree"),
    path("next/<uuid:next_id>/differently/", next.differ, name="next_differ"),
    path("next/<uuid:next_id>/do/", next.do_now, name="next_do"),
    path("your-view/", own.view, name="view"),
    path("your-view/back/", own.take_back, name="view_back"),
    path("our-journey/", report.report, name="report"),
    path("our-journey/choose/", report.choose, name="choose"),
    path("our-journey/<slug:size>.pdf", report.paper_file, name="paper"),
]
urlpatterns = [
    path("partnerships/<uuid:partnership_id>/review/", reviews.reviews, name="reviews"),
    path("partnerships/<uuid:partnership_id>/review/begin/", reviews.begin, name="begin"),
    path("partnerships/<uuid:partnership_id>/review/<uuid:review_id>/", include(_OF_ONE)),
]
