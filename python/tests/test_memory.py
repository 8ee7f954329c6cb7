"""What is held does not grow with the data: four times as much takes no more memory."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import SV, ZH

START = f"""
import resource, sys
import pyarrow as pa
from newsfacts import Extractor

text = "\\n\\n".join([{SV!r}, {ZH!r}] * 20)
count = int(sys.argv[1])
"""
STREAM = """
batch = pa.record_batch({"text": [text] * 20})
reader = pa.RecordBatchReader.from_batches(batch.schema, (batch for _ in range(count)))
facts = sum(rows.num_rows for rows in pa.RecordBatchReader.from_stream(Extractor().extract_stream(reader)))
"""
PARQUET = """
import os, tempfile
import pyarrow.parquet as pq

batch = pa.record_batch({"text": [text] * 20})
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "documents.parquet")
    with pq.ParquetWriter(path, batch.schema) as documents:
        for _ in range(count):
            documents.write_batch(batch)
    file = pq.ParquetFile(path, pre_buffer=False)
    reader = pa.RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches(20, use_threads=False))
    found = pa.RecordBatchReader.from_stream(Extractor().extract_stream(reader))
    with pq.ParquetWriter(os.path.join(folder, "facts.parquet"), found.schema) as out:
        for rows in found:
            out.write_batch(rows)
    facts = pq.read_metadata(os.path.join(folder, "facts.parquet")).num_rows
"""
SINGLE = """
extractor = Extractor()
facts = sum(len(extractor.extract(text)) for _ in range(20 * count))
"""
PEOPLE = """
extractor = Extractor()
facts = sum(len(extractor.people(text)) for _ in range(20 * count))
"""
END = "print(facts, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"


def peak(script: str, count: int) -> tuple[int, int]:
    """How many facts a script finds, and the most memory that it takes, in KiB."""
    run = [sys.executable, "-c", START + script + END, str(count)]
    done = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", check=True, timeout=600)
    facts, memory = map(int, done.stdout.split())
    return facts, memory


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the peak is counted in other units")
@pytest.mark.parametrize("script", [STREAM, PARQUET, SINGLE, PEOPLE], ids=["stream", "parquet", "single", "people"])
def test_memory_is_flat(script: str) -> None:
    facts, memory = peak(script, 5)
    more, peak_of_more = peak(script, 20)
    assert more == 4 * facts > 0
    assert peak_of_more < memory + 8 * 1024, f"{memory} KiB, then {peak_of_more} KiB"
