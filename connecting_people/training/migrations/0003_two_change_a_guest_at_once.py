from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('training', '0002_who_could_have_written'),
    ]

    operations = [
        migrations.AddField(
            model_name='guest',
            name='version',
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='speaker',
            name='version',
            field=models.PositiveIntegerField(default=1),
        ),
    ]
