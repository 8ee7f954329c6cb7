"""The same documents through every engine: equal facts, and what they cost.

    python bench/engines.py [DOCUMENTS.jsonl] [--megabytes 50] [--engines wheel,polars,…] [--crate target/release/examples/extract]

DOCUMENTS are repeated, under new ids, up to so many megabytes of text; without them, those of `documents.py` are read. Each engine runs in a process of its own, one thread where it can be
told so, from a Parquet file to a Parquet file (`crate`: JSON Lines to JSON Lines; `cluster`: JSON Lines to Parquet, both workers
counted). The seconds are those of the processors, of the process and all that it started, with the engine's own start. The facts are
compared row by row; the exit status is 1 if one differs. `cluster` needs NEWSFACTS_WHEEL.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import itertools
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from documents import documents

ABOUT: dict[str, Any] = {"language": "lang", "published": "reference_date", "keep": "id"}
BATCH = 1000
ENGINES = ["crate", "wheel", "polars", "duckdb", "datafusion", "pandas", "spark", "cluster"]
COMPARED = ["id", "kind", "byte_start", "byte_end", "text", "value", "value_max", "unit", "edtf", "name", "title", "role"]


def repeated(source: Path, megabytes: float) -> Iterator[dict[str, Any]]:
    """The documents of a file, again and again under new ids, up to so many megabytes of text."""
    known = [json.loads(line) for line in source.open(encoding="utf-8")]
    size = 0
    for number, document in enumerate(itertools.cycle(known)):
        if size >= megabytes * 1e6:
            return
        size += len((document.get("text") or "").encode())
        yield document | {"id": str(number)}


def prepare(rows: Iterator[dict[str, Any]], folder: Path) -> int:
    """Writes documents as JSON Lines and Parquet; the bytes of their texts."""
    columns = ["id", "lang", "reference_date", "text"]
    schema = pa.schema([(column, pa.string()) for column in columns])
    size = 0
    with (folder / "documents.jsonl").open("w", encoding="utf-8") as lines:
        with pq.ParquetWriter(folder / "documents.parquet", schema) as parquet:
            while part := list(itertools.islice(rows, BATCH)):
                part = [{column: row.get(column) for column in columns} for row in part]
                lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in part)
                size += sum(len((row["text"] or "").encode()) for row in part)
                parquet.write_table(pa.Table.from_pylist(part, schema), row_group_size=BATCH)
    return size


# ---- engines: each reads documents.parquet of a folder and writes ENGINE.parquet there ----


def wheel(folder: Path) -> None:
    from newsfacts import Extractor

    # What is read ahead would be kept: the whole file in the end.
    file = pq.ParquetFile(folder / "documents.parquet", pre_buffer=False)
    documents = pa.RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches(BATCH, use_threads=False))
    facts = pa.RecordBatchReader.from_stream(Extractor().extract_stream(documents, **ABOUT))
    with pq.ParquetWriter(folder / "wheel.parquet", facts.schema) as out:
        for batch in facts:
            out.write_batch(batch)


def polars(folder: Path) -> None:
    import polars as pl

    from newsfacts.polars import facts

    facts(pl.scan_parquet(folder / "documents.parquet"), **ABOUT).collect().write_parquet(folder / "polars.parquet")


def pandas(folder: Path) -> None:
    import pandas as pd

    from newsfacts.pandas import facts

    facts(pd.read_parquet(folder / "documents.parquet"), **ABOUT).to_parquet(folder / "pandas.parquet")


def duckdb(folder: Path) -> None:
    import duckdb as db

    from newsfacts.duckdb import register

    connection = db.connect(config={"threads": 1})
    register(connection)
    connection.execute(
        f"COPY (SELECT id, unnest(newsfacts(text, lang := lang, published := reference_date), recursive := true) "
        f"FROM '{folder}/documents.parquet') TO '{folder}/duckdb.parquet'"
    )


def datafusion(folder: Path) -> None:
    import datafusion as df

    from newsfacts.datafusion import facts

    context = df.SessionContext(df.SessionConfig().with_target_partitions(1).with_batch_size(BATCH))
    facts(context, context.read_parquet(folder / "documents.parquet"), **ABOUT).write_parquet(
        str(folder / "datafusion.parquet")
    )


def spark(folder: Path) -> None:
    from pyspark.sql import SparkSession

    from newsfacts.spark import facts

    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    builder = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.memory", "2g").getOrCreate()
    found = facts(session.read.parquet(str(folder / "documents.parquet")), **ABOUT)
    found.write.mode("overwrite").parquet(str(folder / "spark.parquet"))
    gateway = session.sparkContext._gateway
    session.stop()
    # The virtual machine ends when its input does; only then its seconds are known.
    gateway.shutdown()
    gateway.proc.stdin.close()
    gateway.proc.wait()


# ---- what they cost and what they found ----


def command(engine: str, folder: Path, crate: str) -> list[str]:
    if engine == "crate":
        # Of a text that is null or in another language it says so in the answer, and by its exit status.
        run = f'"{crate}" --jsonl <"{folder}/documents.jsonl" >"{folder}/crate.jsonl" || [ $? -eq 1 ]'
        return ["bash", "-c", run]
    if engine == "cluster":
        script = Path(__file__).parent.parent / "examples" / "spark_cluster.sh"
        wheel = os.environ["NEWSFACTS_WHEEL"]
        return [str(script), wheel, f"{folder}/documents.jsonl", f"{folder}/cluster.parquet", "8"]
    return [sys.executable, __file__, "--run", engine, str(folder)]


def measure(run: list[str], folder: Path) -> tuple[float, float, str]:
    """Seconds of processors, seconds of the clock, and megabytes of a process of Python at its largest."""
    environment = {**os.environ, "PYTHON": sys.executable, "CLUSTER_DIR": str(folder / "cluster")}
    environment |= {"WORKER_PYTHON": os.path.realpath(sys.executable), "POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1"}
    before, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    process = subprocess.Popen(run, env=environment, stdout=subprocess.DEVNULL)
    _, status = os.waitpid(process.pid, 0)
    wait_for_orphans()
    after, passed = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - clock
    if status:
        sys.exit(f"{' '.join(run)}: exit status {os.waitstatus_to_exitcode(status)}")
    peak = folder / "peak"
    memory = peak.read_text() if peak.exists() else "–"
    peak.unlink(missing_ok=True)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, passed, memory


def adopt_orphans() -> None:
    """Makes this process the parent of what its children leave behind, so that their seconds count (Linux)."""
    subreaper = 36
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(subreaper, 1, 0, 0, 0)


def wait_for_orphans() -> None:
    """Waits for the virtual machines and workers of an engine, which end a little after it."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            time.sleep(0.05)


def lines(engine: str, folder: Path) -> Iterator[tuple[str, ...]]:
    """What is compared of each fact."""
    if engine != "crate":
        table = pq.read_table(folder / f"{engine}.parquet", columns=COMPARED)
        for batch in table.to_batches(10_000):
            columns = [column.cast(pa.string()).to_pylist() for column in batch.select(COMPARED).columns]
            yield from zip(*([value or "" for value in column] for column in columns))
        return
    for line in (folder / "crate.jsonl").open(encoding="utf-8"):
        answer = json.loads(line)
        for fact in answer.get("mentions", []):
            fact |= {"id": answer["id"], "byte_start": fact["start"], "byte_end": fact["end"]}
            fact["value"] = fact.get("value") or fact.get("amount") or fact.get("name")
            fact["value_max"] = fact.get("value_max") or fact.get("amount_max")
            fact["unit"] = fact.get("unit") or fact.get("currency")
            fact["title"] = fact.get("titles", [None])[0]
            yield tuple(str(fact.get(column) or "") for column in COMPARED)


def seen(engine: str, folder: Path) -> tuple[int, str]:
    """How many facts, and a digest of all of them in order. No fact starts at byte 0 as an empty cell: 0 is one too."""
    rows = sorted(tuple("" if cell == "0" else cell for cell in row) for row in lines(engine, folder))
    digest = hashlib.sha256()
    for row in rows:
        digest.update("\t".join(row).encode() + b"\n")
    return len(rows), digest.hexdigest()


def main() -> int:
    if sys.argv[1:2] == ["--run"]:
        folder = Path(sys.argv[3])
        globals()[sys.argv[2]](folder)
        # What a parent is told of its child's memory includes its own; so the child says it, where the system does (Linux).
        status = Path("/proc/self/status")
        if sys.argv[2] != "spark" and status.exists():
            [peak] = re.findall(r"VmHWM:\s+(\d+) kB", status.read_text())
            (folder / "peak").write_text(f"{int(peak) / 1024:.0f}")
        return 0
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path, nargs="?")
    parser.add_argument("--megabytes", type=float, default=50)
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--crate", default="target/release/examples/extract")
    args = parser.parse_args()
    adopt_orphans()
    found = {}
    with tempfile.TemporaryDirectory(prefix="newsfacts-engines-") as name:
        folder = Path(name)
        rows = repeated(args.documents, args.megabytes) if args.documents else documents(args.megabytes)
        size = prepare(rows, folder)
        print(f"{size / 1e6:.1f} MB of text\n\n| engine | facts | CPU s | clock s | memory, MB |\n|---|---|---|---|---|")
        for engine in args.engines.split(","):
            cpu, clock, memory = measure(command(engine, folder, args.crate), folder)
            found[engine] = seen(engine, folder)
            print(f"| {engine} | {found[engine][0]:,} | {cpu:.1f} | {clock:.1f} | {memory} |", flush=True)
    equal = len(set(found.values())) == 1
    print("\nall facts are equal" if equal else f"\nfacts differ: {found}")
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
