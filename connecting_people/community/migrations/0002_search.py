# By hand at its end: what keeps the text index of each database in step (community/index_tables.py).

import django.db.models.deletion
import uuid
from django.db import migrations, models

from connecting_people.community import index_tables


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Indexed',
            fields=[
                ('number', models.BigAutoField(primary_key=True, serialize=False)),
                ('name', models.TextField()),
                ('about', models.TextField()),
                ('text', models.TextField()),
                ('facets', models.TextField()),
                ('latitude', models.FloatField(null=True)),
                ('longitude', models.FloatField(null=True)),
                ('places', models.TextField()),
                ('minimum_age', models.FloatField(null=True)),
                ('maximum_age', models.FloatField(null=True)),
                ('closed', models.BooleanField()),
                ('ends_day', models.PositiveIntegerField(null=True)),
                ('tokens', models.TextField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.agency')),
                ('asset', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='indexed', to='community.asset')),
            ],
        ),
        migrations.CreateModel(
            name='Word',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('word', models.CharField(max_length=40)),
                ('stem', models.CharField(max_length=40)),
                ('length', models.PositiveSmallIntegerField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.agency')),
            ],
            options={
                'indexes': [models.Index(fields=['agency', 'stem'], name='words_by_stem'), models.Index(fields=['agency', 'length'], name='words_by_length')],
                'constraints': [models.UniqueConstraint(fields=('agency', 'word'), name='a_word_stands_once')],
            },
        ),
        migrations.RunPython(index_tables.keep_in_step, index_tables.take_away),
    ]
