# By hand: what keeps the text index of each database in step (community/index_tables.py).

from django.db import migrations

from connecting_people.community import index_tables


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0001_initial'),
    ]

    operations = [
        migrations.RunPython(index_tables.keep_in_step, index_tables.take_away),
    ]
