"""A deployment's own outlines: loaded whole or not at all, shown with their source, and taken back."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from dongvon.domain.insight.models import Boundary
from dongvon.domain.units.vocabulary import Role
from tests.interfaces.signing_in import sign_in
from tests.operations.insight.portfolio import Portfolio
from tests.operations.units.city import City

RING = [[106.8, 11.0], [106.9, 11.0], [106.9, 11.1], [106.8, 11.0]]


@pytest.fixture
def officer(client: Client, city: City) -> Client:
    sign_in(client, city.person("bao", unit="nhcsxh-chi-nhanh", role=Role.BRANCH_OFFICER))
    return client


def upload(client: Client, content: bytes) -> Any:
    file = SimpleUploadedFile("ranh-gioi.geojson", content)
    return client.post(reverse("insight:draw"), {"key": str(uuid4()), "file": file, "source": "Sở NN&MT, 2026"})


def outlines(*codes: str) -> bytes:
    features = [
        {"type": "Feature", "properties": {"code": code}, "geometry": {"type": "Polygon", "coordinates": [RING]}}
        for code in codes
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def test_outlines_are_drawn_with_their_source(officer: Client, portfolio: Portfolio) -> None:
    assert upload(officer, outlines("26041", "26242")).headers["Location"] == reverse("insight:map")
    page = officer.get(reverse("insight:map")).content.decode()
    assert page.count("<path d=") == 2
    assert "Ranh giới: Sở NN&amp;MT, 2026" in page
    tiles = officer.get(reverse("insight:map"), {"ve": "o"}).content.decode()
    assert "<path d=" not in tiles


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"khong phai json", "không phải GeoJSON"),
        (outlines("26041", "26041"), "có nhiều hơn một ranh giới"),
        (outlines("26041", "11111"), "không có trong hệ thống: 11111"),
        (outlines(""), "thứ 1 trong tệp không có mã"),
    ],
)
def test_a_wrong_file_changes_nothing_and_is_told(officer: Client, content: bytes, told: str) -> None:
    upload(officer, outlines("26041"))
    answer = upload(officer, content)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert Boundary.objects.count() == 1


def test_back_to_tiles(officer: Client, portfolio: Portfolio) -> None:
    upload(officer, outlines("26041"))
    officer.post(reverse("insight:forget"), {"key": str(uuid4())})
    assert not Boundary.objects.exists()
    assert "<path d=" not in officer.get(reverse("insight:map")).content.decode()
