"""The wheel's own speed in one thread, to set beside the library's (`cargo run --release -p newsfacts-arrow --example speed`).

    python bench/wheel.py DOCUMENTS.jsonl [ROUNDS]
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

import pyarrow as pa

from newsfacts import Extractor


def main(path: str, rounds: str = "3") -> None:
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    columns = {key: [row.get(key) for row in rows] for key in ("lang", "reference_date", "text")}
    size = sum(len(text.encode()) for text in columns["text"])
    batches = pa.table(columns).to_batches(max_chunksize=1000)
    extractor = Extractor()

    def arrow() -> int:
        about = {"language": "lang", "published": "reference_date"}
        return sum(extractor.extract_batch(batch, **about).num_rows for batch in batches)

    def single() -> int:
        about = zip(columns["text"], columns["lang"], columns["reference_date"])
        return sum(len(extractor.extract(text, language=lang, published=day)) for text, lang, day in about)

    for name, work in {"extract_batch": arrow, "extract": single}.items():
        seconds, facts = min(timed(work) for _ in range(int(rounds)))
        print(f"{name}\t{facts} facts\t{seconds:.3f} s\t{size / 1e6 / seconds:.1f} MB/s")


def timed(work: Callable[[], int]) -> tuple[float, int]:
    start = time.process_time()
    facts = work()
    return time.process_time() - start, facts


if __name__ == "__main__":
    main(*sys.argv[1:])
