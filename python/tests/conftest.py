"""What the tests share."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess

import pytest

from newsfacts import Extractor

# Virtual machines that live for some seconds: what they compile at length they would not use.
os.environ.setdefault("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")

SV = (
    "Regeringen lägger 1,4 miljarder kronor på skolan, sade utbildningsminister Karin Holm (L) i måndags. "
    "Räntan höjs med 0,25 procentenheter den 5 mars 2025."
)
ZH = "👩‍🚀12月5日，国家统计局局长陈明表示，前三季度投资1.2万亿元，同比增长5.2%，比上年同期提高0.3个百分点。𠮷"


def no_spark() -> str | None:
    """Why Spark cannot be tested here, or None."""
    if importlib.util.find_spec("pyspark") is None:
        return "pyspark is not installed"
    home = os.environ.get("JAVA_HOME")
    java = shutil.which(f"{home}/bin/java" if home else "java")
    if java is None:
        return "there is no Java"
    told = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    version = re.search(r'version "(\d+)', told)
    return None if version and int(version[1]) >= 17 else "Spark needs Java 17 or later"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    marked = [item for item in items if item.get_closest_marker("spark")]
    if marked and (reason := no_spark()):
        for item in marked:
            item.add_marker(pytest.mark.skip(reason=f"{reason}: Spark is not tested"))


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def documents() -> dict[str, list]:
    """Columns of documents: texts of both languages, one of another, one that is null, a day that is null."""
    import datetime

    return {
        "id": ["a", "b", "c", "d", "e"],
        "text": [SV, ZH, "The rate rose by 2 percent.", None, ZH],
        "lang": ["sv", "zh", "en", "sv", None],
        "day": [datetime.date(2025, 8, 13), datetime.date(2022, 12, 6), None, None, None],
    }


@pytest.fixture(scope="session")
def expected(extractor: Extractor, documents: dict[str, list]) -> list[tuple]:
    """The facts of the documents as the class of single documents gives them."""
    rows = []
    for key, text, language, day in zip(*documents.values()):
        if text is None or language == "en":
            continue
        for fact in extractor.extract(text, language=language, published=day):
            value = getattr(fact, "value", None) or getattr(fact, "amount", None) or fact.name
            rows.append((key, fact.kind, fact.start, fact.end, fact.text, str(value)))
    assert len(rows) > 10
    return rows
