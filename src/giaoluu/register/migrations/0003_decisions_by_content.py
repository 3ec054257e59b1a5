"""Decisions are known by page, quote, field and value; claims know whether they wait for a person."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0002_days_of_words"),
    ]

    operations = [
        migrations.CreateModel(
            name="Anchor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=8)),
                ("reason", models.TextField(blank=True)),
            ],
        ),
        migrations.AddField(
            model_name="activity",
            name="rejected",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="claim",
            name="corrected",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="claim",
            name="current",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="claim",
            name="verdict",
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddField(
            model_name="claim",
            name="weight",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="judgement",
            name="about",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="judgement",
            name="correction",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="judgement",
            name="digest",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="judgement",
            name="end",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="judgement",
            name="exact",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="judgement",
            name="page",
            field=models.CharField(blank=True, max_length=400),
        ),
        migrations.AddField(
            model_name="judgement",
            name="prefix",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="judgement",
            name="start",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="judgement",
            name="subject",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name="judgement",
            name="suffix",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AlterField(
            model_name="judgement",
            name="row",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AlterField(
            model_name="judgement",
            name="table",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("current", True), ("verdict", ""), ("weight__gt", 0)),
                fields=["-weight", "-id"],
                name="claim_waiting",
            ),
        ),
        migrations.AddIndex(
            model_name="judgement",
            index=models.Index(fields=["page"], name="judgement_page"),
        ),
        migrations.AddField(
            model_name="anchor",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="anchors", to="register.article"
            ),
        ),
        migrations.AddField(
            model_name="anchor",
            name="claim",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="anchors", to="register.claim"
            ),
        ),
        migrations.AddField(
            model_name="anchor",
            name="judgement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="anchors", to="register.judgement"
            ),
        ),
        migrations.AddIndex(
            model_name="anchor",
            index=models.Index(
                condition=models.Q(("state__in", ("unsure", "lost"))), fields=["article"], name="anchor_adrift"
            ),
        ),
        migrations.AddConstraint(
            model_name="anchor",
            constraint=models.UniqueConstraint(fields=("judgement", "article"), name="anchor_once"),
        ),
    ]
