"""Spark, in this process and as a cluster: the facts are those of one process."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import SV, ZH
from test_arrow import ABOUT

from newsfacts import Extractor

pytestmark = pytest.mark.spark

SCRIPT = Path(__file__).parent.parent / "examples" / "spark_cluster.sh"
WHEEL = os.environ.get("NEWSFACTS_WHEEL")
needs_wheel = pytest.mark.skipif(not WHEEL, reason="NEWSFACTS_WHEEL names no wheel: the cluster is not tested")
needs_pgrep = pytest.mark.skipif(not shutil.which("pgrep"), reason="there is no pgrep: no worker can be killed")
# The Python on which the virtual environment stands: it has none of its packages.
BASE_PYTHON = os.path.realpath(sys.executable)


@pytest.fixture(scope="module")
def spark():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.memory", "512m").getOrCreate()
    yield session
    session.stop()


def test_local(spark, documents, expected) -> None:
    from newsfacts.spark import facts

    frame = spark.createDataFrame(list(zip(*documents.values())), "id string, text string, lang string, day date")
    found = facts(frame.repartition(3), **ABOUT)
    names = ["id", "kind", "char_start", "char_end", "text", "value"]
    assert sorted(map(tuple, found.select(names).collect())) == sorted(expected)
    own = facts(frame, extractor=Extractor(kinds=["money"]), keep={"id": "key"})
    assert {row.kind for row in own.select("key", "kind").collect()} == {"money"}
    with pytest.raises(ValueError, match="there is no column `url`"):
        facts(frame, keep="url")


def write(path: Path, count: int, size: int) -> None:
    with path.open("w", encoding="utf-8") as out:
        for i in range(count):
            lang, text = [("sv", SV), ("zh", ZH), ("en", SV), (None, ZH)][i % 4]
            text = "\n\n".join([f"{i % 97} procent. {text}"] * size)
            document = {"id": str(i), "lang": lang, "reference_date": "2025-08-13", "text": text}
            out.write(json.dumps(document, ensure_ascii=False) + "\n")


def cluster(tmp_path: Path, *arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHON": sys.executable, "WORKER_PYTHON": BASE_PYTHON}
    environment["CLUSTER_DIR"] = str(tmp_path / "cluster")
    if wheels := os.environ.get("NEWSFACTS_WHEELS"):
        # What workers get was fetched before; nothing is asked of the network in a test.
        environment |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": wheels}
    run = [str(SCRIPT), str(WHEEL), *arguments]
    return subprocess.Popen(run, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def one_process(path: Path) -> Counter:
    """The facts of the documents, read by one process."""
    lines = [json.loads(line) for line in path.open(encoding="utf-8")]
    table = pa.Table.from_pylist(lines)
    found = Extractor().extract_batch(table, language="lang", published="reference_date", keep="id")
    return Counter(map(repr, pa.table(found).to_pylist()))


def of_parquet(path: Path) -> Counter:
    return Counter(map(repr, pq.read_table(path).to_pylist()))


def children(pid: int) -> list[int]:
    """The processes that a process has started, and those that they have."""
    done = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True)
    own = [int(line) for line in done.stdout.split()]
    return own + [below for child in own for below in children(child)]


@needs_wheel
@needs_pgrep
def test_cluster_with_a_worker_killed_in_mid_run(tmp_path: Path) -> None:
    """The workers' Python has no newsfacts: it comes with `spark.archives`. One worker dies after the first part."""
    bare = subprocess.run([BASE_PYTHON, "-I", "-c", "import newsfacts"], capture_output=True)
    if bare.returncode == 0:
        pytest.skip("the workers' Python has newsfacts installed: nothing can be shipped to it")
    documents, facts = tmp_path / "documents.jsonl", tmp_path / "facts"
    write(documents, count=240, size=25)
    run = cluster(tmp_path, str(documents), str(facts), "24")
    try:
        end = time.monotonic() + 900
        while not list(facts.glob("_temporary/0/task_*")):
            assert run.poll() is None, run.stdout.read()
            assert time.monotonic() < end, "no part was written"
            time.sleep(0.1)
        worker = int((tmp_path / "cluster" / "worker-1.pid").read_text())
        for pid in [*children(worker), worker]:
            os.kill(pid, signal.SIGKILL)
        output, _ = run.communicate(timeout=900)
    finally:
        run.terminate()
    assert run.returncode == 0, output
    assert "Lost executor" in (tmp_path / "cluster" / "driver.log").read_text(), "the worker was not killed in mid-run"
    found = of_parquet(facts)
    assert found == one_process(documents)
    assert found.total() > 15_000


