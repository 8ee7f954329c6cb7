#!/usr/bin/env python3
"""Mutants of the parsing and value code: which of them do the fast tests catch?

    scripts/mutants.py FOLDER [--draw N] [--seed S] [--jobs J] [--lib] [--only NUMBER…]

copies the sources to FOLDER, which lies outside of the repository, writes all mutants into them (`scripts/mutants/`), builds the tests
once, and runs them once for each mutant that is drawn, chosen by an environment variable. Mutants that no test fails for are listed with
file and line; they are to be read one by one. A run that does not end counts as caught.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# What reads and what holds values. Left out is what only saves time (a glance that is wider than it need be changes nothing).
PARTS = ["src/kind", "src/value", "src/number", "src/lang", "src/claim.rs", "src/resolve.rs", "src/text/lines.rs"]
SPARED = ["glance.rs", "openings.rs", "rows.rs", "weights.rs", "scratch.rs", "memory.rs", "deserialize.rs"]
TESTS = ["recorded", "corpus", "guards", "values", "serde", "money", "dates", "people", "wrapped", "rows"]
LIMIT = 300


def run(command, **options):
    return subprocess.run(command, check=True, text=True, **options)


def copy(folder):
    """The sources with all mutants in them; gives the mutants."""
    # What was built in the folder before stays, so that only what has changed is built again.
    for old in folder.glob("*"):
        if old.name != "target":
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns("target", ".git", "__pycache__"), dirs_exist_ok=True)
    files = []
    for part in PARTS:
        path = folder / part
        files += [path] if path.is_file() else sorted(path.rglob("*.rs"))
    files = [str(f.relative_to(folder)) for f in files if f.name not in SPARED and f.name != "tests.rs"]
    tool = ["cargo", "run", "--quiet", "--release", "--manifest-path", str(ROOT / "scripts/mutants/Cargo.toml"), "--", "1", *files]
    listed = run(tool, cwd=folder, stdout=subprocess.PIPE).stdout
    (folder / "mutants.tsv").write_text(listed)
    (folder / "src/mutant.rs").write_text((ROOT / "scripts/mutants/mutant.rs").read_text())
    lib = folder / "src/lib.rs"
    lib.write_text(lib.read_text().replace("mod mention;", "mod mention;\nmod mutant;", 1))
    return [line.split("\t") for line in listed.splitlines()]


def build(folder, tests, lib):
    """The programs of the tests."""
    command = ["cargo", "test", "--no-run", "--message-format=json"]
    command += [part for test in tests for part in ("--test", test)] + (["--lib"] if lib else [])
    out = subprocess.run(command, cwd=folder, text=True, stdout=subprocess.PIPE)
    messages = [json.loads(line) for line in out.stdout.splitlines() if line.startswith("{")]
    for message in messages:
        if message.get("message", {}).get("level") == "error":
            print(message["message"]["rendered"], file=sys.stderr)
    if out.returncode:
        sys.exit("the mutants do not build")
    programs = {m["target"]["name"]: m["executable"] for m in messages if m.get("executable") and m.get("profile", {}).get("test")}
    return [programs[t] for t in tests] + ([programs["newsfacts"]] if lib else [])


def verdict(folder, programs, number):
    """The test that catches a mutant, or None."""
    for program in programs:
        name = re.sub(r"-[0-9a-f]+$", "", pathlib.Path(program).name)
        env = {**os.environ, "NEWSFACTS_MUTANT": number, "PROPTEST_CASES": "40", "RUST_BACKTRACE": "0", "PROPTEST_FAILURE_PERSISTENCE": "off"}
        skip = ["--skip", "lints", "--skip", "linear"] if name == "newsfacts" else []
        try:
            done = subprocess.run([program, *skip], cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=LIMIT)
        except subprocess.TimeoutExpired:
            return f"{name} (does not end)"
        if done.returncode:
            return name
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--draw", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--lib", action="store_true", help="the tests inside the library too")
    parser.add_argument("--only", nargs="*", help="these mutants, by number, of the copy that is there")
    options = parser.parse_args()
    folder = options.folder.resolve()
    mutants = copy(folder)
    programs = build(folder, TESTS, options.lib)
    if (caught := verdict(folder, programs, "0")) is not None:
        sys.exit(f"{caught} fails without a mutant")
    drawn = random.Random(options.seed).sample(mutants, min(options.draw, len(mutants)))
    if options.only:
        drawn = [m for m in mutants if m[0] in options.only]
    survivors = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for mutant, caught in zip(drawn, pool.map(lambda m: verdict(folder, programs, m[0]), drawn)):
            survivors += caught is None
            print("\t".join([caught or "SURVIVED", *mutant]), flush=True)
    share = 1 - survivors / len(drawn)
    print(f"{len(drawn)} of {len(mutants)} mutants, seed {options.seed}: {len(drawn) - survivors} caught, {share:.1%}")


if __name__ == "__main__":
    main()
