
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('training', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='note',
            name='tells_group',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='note',
            name='tells_who',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='room',
            name='timer_length',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='trainee',
            name='taken_down',
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name='landing',
            name='where',
            field=models.CharField(choices=[('directory', 'directory'), ('gap', 'gap'), ('rating', 'rating'), ('improvement', 'improvement'), ('way_round', 'way_round'), ('idea', 'idea')], max_length=12),
        ),
    ]
