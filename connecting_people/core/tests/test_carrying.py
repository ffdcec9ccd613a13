from django.forms import CharField, Form, IntegerField
from django.http import QueryDict

from connecting_people.core.carrying import carry


class Said(Form):
    words = CharField()
    version = IntegerField()


def test_a_form_that_is_drawn_again_keeps_what_was_typed_and_follows_another_version():
    form = Said(QueryDict("words=Tea+for+all&version=1"))
    carry(form, version=2)

    assert form.is_valid()
    assert form.cleaned_data == {"words": "Tea for all", "version": 2}
