from django.urls import path

from connecting_people.journey.views import between, drafting, looking, sharing, timeline, together, writing

app_name = "journey"
urlpatterns = [
    path("", timeline.timeline, name="timeline"),
    path("write/", writing.write, name="write"),
    path("entries/<uuid:entry_id>/", timeline.entry, name="entry"),
    path("entries/<uuid:entry_id>/reword/", writing.reword, name="reword"),
    path("entries/<uuid:entry_id>/see-differently/", between.see_differently, name="see_differently"),
    path("entries/<uuid:entry_id>/agree/", between.agree, name="agree"),
    path("entries/<uuid:entry_id>/confirm/", between.confirm, name="confirm"),
    path("entries/<uuid:entry_id>/share/", between.share_own, name="share_own"),
    path("entries/<uuid:entry_id>/answer/", between.answer, name="answer"),
    path("ask/", between.ask, name="ask"),
    path("promises/", together.promises, name="promises"),
    path("promises/new/", together.promise, name="promise"),
    path("promises/<uuid:promise_id>/", together.settle, name="settle"),
    path("skills/", together.skills, name="skills"),
    path("skills/new/", together.see_skill, name="see_skill"),
    path("skills/<uuid:skill_id>/", together.answer_skill, name="answer_skill"),
    path("feedback/", together.feedback, name="feedback"),
    path("support/", together.support, name="support"),
    path("own/", writing.own, name="own"),
    path("sharing/", sharing.sharing, name="sharing"),
    path("shared/", sharing.shared, name="shared"),
    path("who-has-looked/", looking.who_looked, name="who_looked"),
    path("draft/", drafting.draft, name="draft"),
]
