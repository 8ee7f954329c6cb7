"""The examples of the README, as they stand there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
ENGINES = ["pyarrow", "polars", "pandas", "duckdb", "datafusion", "spacy", "pyspark"]


def engines(example: str) -> list[str]:
    return [engine for engine in ENGINES if re.search(rf"^(import|from).*\b{engine}\b", example, re.MULTILINE)]


def case(example: str) -> object:
    marks = [pytest.mark.spark] if "pyspark" in example else []
    return pytest.param(example, id="-".join(engines(example)) or "newsfacts", marks=marks)


@pytest.mark.parametrize("example", [case(example) for example in EXAMPLES])
def test_example(example: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for engine in engines(example):
        pytest.importorskip(engine)
    if "pyspark" in example:
        monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
        monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    # In a process of its own, as for a reader who pastes it.
    done = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr


def test_every_helper_has_an_example() -> None:
    helpers = {path.stem for path in (Path(__file__).parent.parent / "package" / "newsfacts").glob("[a-z]*.py")}
    assert {name for name in helpers if f"newsfacts.{name}" not in README} == set()
    assert {name for name in helpers if name != "spacy"} <= set(re.findall(r"from newsfacts\.(\w+) import", README))


def test_two_commands_give_a_result() -> None:
    [commands] = re.findall(r"^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    build, run = commands.strip().splitlines()
    assert build.startswith("pip install ./python")
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path}
    done = subprocess.run(["bash", "-c", run], capture_output=True, text=True, env=environment, timeout=600)
    assert done.returncode == 0, done.stderr
    assert "2,5 procent  2.5 percent" in done.stdout
    assert "riksbankschef Eva Lind  Eva Lind riksbankschef" in done.stdout
