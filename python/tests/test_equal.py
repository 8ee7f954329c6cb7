"""All engines find the same facts in the same documents: a small run of the bench."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SV, ZH

BENCH = Path(__file__).parent.parent / "bench" / "engines.py"
# The library's example `extract`, where the caller has just built it.
CRATE = os.environ.get("NEWSFACTS_EXTRACT", "")


IN_PROCESS = ["polars", "duckdb", "datafusion", "pandas"]


def engines() -> list[str]:
    have = ["wheel", *(engine for engine in IN_PROCESS if importlib.util.find_spec(engine))]
    return [*have, "crate"] if CRATE else have


def compare(folder: Path, engines: list[str]) -> None:
    """Runs the bench over a small file."""
    documents = folder / "documents.jsonl"
    texts = [("sv", SV), ("zh", ZH), (None, "\n\n".join([ZH, SV])), ("sv", "Inget."), (None, f"𠮷 {SV * 3}")]
    lines = [{"lang": lang, "reference_date": "2025-08-13", "text": text} for lang, text in texts]
    documents.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    run = [sys.executable, str(BENCH), str(documents), "--megabytes", "0.3", "--crate", CRATE]
    done = subprocess.run([*run, "--engines", ",".join(engines)], capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "all facts are equal" in done.stdout


def test_all_engines_find_the_same(tmp_path: Path) -> None:
    compare(tmp_path, engines())
    if missing := {*IN_PROCESS, "crate"} - {*engines()}:
        pytest.skip(f"all others were compared: {', '.join(sorted(missing))} is not there")


@pytest.mark.spark
def test_spark_finds_the_same(tmp_path: Path) -> None:
    compare(tmp_path, ["wheel", "spark"])
