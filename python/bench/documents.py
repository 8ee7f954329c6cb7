"""Documents to measure with, made of the articles of `benches/texts`: so many megabytes of text as JSON Lines.

    python bench/documents.py MEGABYTES >DOCUMENTS.jsonl

Articles are drawn by lot and joined to texts of one to four, each with its own day; one in eight has characters beyond the first 65,536
before its paragraphs. Some name no language, some another one, some are null. The same number of megabytes gives the same documents.
"""

from __future__ import annotations

import datetime
import itertools
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).parent.parent.parent / "benches" / "texts"
FIRST_DAY = datetime.date(2019, 1, 1)
DAYS = 2500
RARE = ["🚀 ", "👩‍🚀 ", "𠮷", "🇸🇪 ", "𝟤 "]


def articles(language: str) -> list[str]:
    return (TEXTS / f"{language}-news.txt").read_text(encoding="utf-8").split("\n\n\n")


def documents(megabytes: float) -> Iterator[dict[str, Any]]:
    """Rows with `id`, `lang`, `reference_date` and `text`."""
    lot = random.Random(20190101)
    known = {language: articles(language) for language in ("sv", "zh")}
    size = 0.0
    for number in itertools.count():
        if size >= megabytes * 1e6:
            return
        language = lot.choice(["sv", "zh"])
        text: str | None = "\n\n".join(lot.choices(known[language], k=lot.randint(1, 4)))
        if number % 8 == 0:
            text = "\n\n".join(lot.choice(RARE) + paragraph for paragraph in text.split("\n\n"))
        day = FIRST_DAY + datetime.timedelta(lot.randrange(DAYS))
        # Those that give no facts at all are few.
        said = None if number % 5 == 0 else "en" if number % 97 == 0 else language
        text = None if number % 101 == 0 else text
        size += len((text or "").encode())
        yield {"id": str(number), "lang": said, "reference_date": day.isoformat(), "text": text}


if __name__ == "__main__":
    for document in documents(float(sys.argv[1])):
        print(json.dumps(document, ensure_ascii=False))
