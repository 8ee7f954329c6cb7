"""The wheel's own speed in one thread beside the library's.

    cargo build --release -p newsfacts-arrow --example speed
    python bench/wheel.py DOCUMENTS.jsonl [ROUNDS] [--speed target/release/examples/speed]

Seconds are those of the processor, the least of the rounds; with `--speed` the library reads the same documents in turns with the wheel, so that
a busy machine slows both, and its speed is 1. `library` finds facts and forgets them, `arrow` makes columns of them, both in Rust;
`extract_batch` is the wheel's call on batches of 1,000 documents, `extract` its call on one after the other, with a dataclass a fact.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import time
from collections.abc import Callable, Iterator

import pyarrow as pa

from newsfacts import Extractor


def timed(work: Callable[[], int]) -> tuple[float, int]:
    start = time.process_time()
    facts = work()
    return time.process_time() - start, facts


def library(example: str, documents: str) -> Iterator[tuple[str, tuple[float, int]]]:
    """What one round of the library's example prints."""
    told = subprocess.run([example, documents, "1"], capture_output=True, text=True, check=True).stdout
    for line in told.splitlines():
        name, facts, seconds, _ = line.split("\t")
        yield name, (float(seconds.split()[0]), int(facts.split()[0]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents")
    parser.add_argument("rounds", type=int, nargs="?", default=5)
    parser.add_argument("--speed")
    args = parser.parse_args()
    with open(args.documents, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    columns = {key: [row.get(key) for row in rows] for key in ("lang", "reference_date", "text")}
    size = sum(len((text or "").encode()) for text in columns["text"])
    batches = pa.table(columns).to_batches(max_chunksize=1000)
    extractor = Extractor()

    def arrow() -> int:
        about = {"language": "lang", "published": "reference_date"}
        return sum(extractor.extract_batch(batch, **about).num_rows for batch in batches)

    def single() -> int:
        known = [row for row in zip(*columns.values()) if row[2] is not None and row[0] in (None, "sv", "zh")]
        return sum(len(extractor.extract(text, language=lang, published=day)) for lang, day, text in known)

    best: dict[str, tuple[float, int]] = {}
    for _ in range(args.rounds):
        round = dict(library(args.speed, args.documents)) if args.speed else {}
        round |= {"extract_batch": timed(arrow), "extract": timed(single)}
        best = {name: min(round[name], best.get(name, round[name])) for name in round}
    for name, (seconds, facts) in best.items():
        share = f"\t{best['library'][0] / seconds:.2f}" if args.speed else ""
        print(f"{name}\t{facts} facts\t{seconds:.3f} s\t{size / 1e6 / seconds:.1f} MB/s{share}")


if __name__ == "__main__":
    main()
