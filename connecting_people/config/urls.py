"""Every address, room by room."""

from django.urls import include, path

from connecting_people.config.health import healthz

urlpatterns = [
    path("", include("connecting_people.home.urls")),
    path("partnerships/<uuid:partnership_id>/journey/", include("connecting_people.journey.urls")),
    path("", include("connecting_people.ui.urls")),
    path("model/", include("connecting_people.guide.urls")),
    path("", include("connecting_people.people.urls")),
    path("partnerships/", include("connecting_people.partnership.urls")),
    path("", include("connecting_people.getting_started.urls")),
    path("partnerships/<uuid:partnership_id>/connections/", include("connecting_people.connections.urls")),
    path("", include("connecting_people.plans.urls")),
    path("partnerships/<uuid:partnership_id>/introductions/", include("connecting_people.introductions.urls")),
    path("partnerships/<uuid:partnership_id>/stepping-out/", include("connecting_people.stepping_out.urls")),
    path("", include("connecting_people.measures.urls")),
    path("", include("connecting_people.barriers.urls")),
    path("", include("connecting_people.taking_stock.urls")),
    path("", include("connecting_people.review.urls")),
    path("agency/<uuid:agency_id>/how-we-work/", include("connecting_people.culture.urls")),
    path("", include("connecting_people.training.urls")),
    path("agency/<uuid:agency_id>/community/", include("connecting_people.community.urls")),
    path("api/open-referral-uk/<uuid:agency_id>/", include("connecting_people.api.urls")),
    path("accounts/", include("allauth.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("healthz", healthz, name="healthz"),
]
handler400 = "connecting_people.ui.views.bad_request"
handler403 = "connecting_people.ui.views.permission_denied"
handler404 = "connecting_people.ui.views.page_not_found"
handler500 = "connecting_people.ui.views.server_error"
