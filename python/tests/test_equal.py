"""All engines find the same facts in the same documents: a small run of the bench."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SV, ZH

ROOT = Path(__file__).parent.parent
BENCH = ROOT / "bench" / "engines.py"
# The library's example, where it was built before.
CRATE = Path(os.environ.get("NEWSFACTS_EXTRACT", ROOT.parent / "target" / "release" / "examples" / "extract"))


def engines() -> list[str]:
    have = ["wheel"]
    have += [engine for engine in ("polars", "duckdb", "datafusion", "pandas") if importlib.util.find_spec(engine)]
    if importlib.util.find_spec("pyspark") and (shutil.which("java") or os.environ.get("JAVA_HOME")):
        have.append("spark")
    if CRATE.exists():
        have.append("crate")
    return have


def test_all_engines_find_the_same(tmp_path: Path) -> None:
    documents = tmp_path / "documents.jsonl"
    texts = [("sv", SV), ("zh", ZH), (None, "\n\n".join([ZH, SV])), ("sv", "Inget."), (None, f"𠮷 {SV * 3}")]
    lines = [{"lang": lang, "reference_date": "2025-08-13", "text": text} for lang, text in texts]
    documents.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    run = [sys.executable, str(BENCH), str(documents), "--megabytes", "0.3", "--crate", str(CRATE)]
    done = subprocess.run([*run, "--engines", ",".join(engines())], capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "all facts are equal" in done.stdout
    if len(engines()) < 7:
        pytest.skip(f"only {', '.join(engines())} were compared")
