#!/usr/bin/env python3
"""Mutants of the parsing and value code: which of them do the fast tests catch?

    scripts/mutants.py FOLDER [--draw N] [--seed S] [--jobs J] [--only NUMBER…] [--search TIMES]

The operators are those of `cargo-mutants`, the tool of the field; `scripts/mutants/src/main.rs` lists them. That tool builds the crate
anew for each mutant, which takes minutes; here all mutants are written into one copy of the sources in FOLDER, which lies outside of the
repository. Mutants that would not compile are found by the compiler and left out, as there. The tests are built once. Mutants that
are drawn are tried on the texts of `tests/varied.rs` first, all in one program (`scripts/mutants/texts.rs`); for each that is left all
tests run, with the mutant chosen by an environment variable. Each folder of the code is drawn from in proportion. Mutants that no test
fails for are listed with file and line; they are to be read one by one. A run that does not end counts as caught.

With `--search` mutants that are left are tried on so many times as many other variations, and texts that tell them apart are listed:
those that are worth it go to `tests/recorded/{language}-telling.txt`.
"""

import argparse
import collections
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
# What reads and what holds values.
PARTS = ["src/kind", "src/value", "src/number", "src/lang", "src/claim.rs", "src/resolve.rs", "src/text/lines.rs"]
# Left out is what only saves time: a glance that is wider than it need be, or memory that is not used again, changes nothing that a
# test could see. That a glance is never too narrow is tested against its naive twin.
SPARED = ["glance.rs", "openings.rs", "scratch.rs", "memory.rs"]
TESTS = ["recorded", "guards", "whole", "people", "serde", "api", "varied", "money", "dates", "rows", "wrapped", "corpus", "values"]
# Tests of the tables, which take long, and of time.
SKIP = ["lints", "linear"]
# Seconds; a test that takes some by itself may take many where much else runs.
LIMIT = 400


def run(command, **options):
    return subprocess.run(command, check=True, text=True, **options)


def is_test(file):
    """Whether a file is a module of tests alone."""
    above = [file.parent / "mod.rs", file.parent.with_suffix(".rs")]
    return any(re.search(rf"#\[cfg\(test\)\]\s+mod {file.stem};", f.read_text()) for f in above if f.exists())


def sync(stage, folder):
    """Brings what is staged to the folder; what has not changed keeps its time, so that only the rest is built again."""
    for old in sorted(folder.rglob("*"), reverse=True):
        path = old.relative_to(folder)
        if path.parts[0] != "target" and old.is_file() and not (stage / path).exists():
            old.unlink()
    for new in stage.rglob("*"):
        old = folder / new.relative_to(stage)
        if new.is_file() and not (old.is_file() and old.read_bytes() == new.read_bytes()):
            old.parent.mkdir(parents=True, exist_ok=True)
            old.write_bytes(new.read_bytes())


def write(stage, dropped, unasked):
    """The sources with all mutants in them, but those that are dropped; gives the mutants."""
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(ROOT, stage, ignore=shutil.ignore_patterns("target", ".git", "__pycache__"))
    files = []
    for part in PARTS:
        path = stage / part
        files += [path] if path.is_file() else sorted(path.rglob("*.rs"))
    files = [str(f.relative_to(stage)) for f in files if f.name not in SPARED and not is_test(f)]
    lists = [stage / "dropped.txt", stage / "unasked.txt"]
    for path, numbers in zip(lists, [dropped, unasked]):
        path.write_text("\n".join(map(str, sorted(numbers))))
    tool = ["cargo", "run", "--quiet", "--release", "--manifest-path", str(ROOT / "scripts/mutants/Cargo.toml"), "--"]
    listed = run([*tool, *map(str, lists), *files], cwd=stage, stdout=subprocess.PIPE).stdout
    shutil.copy(ROOT / "scripts/mutants/mutant.rs", stage / "src/mutant.rs")
    lib = stage / "src/lib.rs"
    lib.write_text(lib.read_text().replace("mod mention;", "mod mention;\n#[doc(hidden)]\npub mod mutant;", 1))
    varied = stage / "tests/varied.rs"
    varied.write_text(varied.read_text() + '\n#[path = "../scripts/mutants/texts.rs"]\nmod texts;\n')
    return listed


def refused(folder):
    """Mutants that the compiler refuses, and those that it does not let ask: of each error the one that begins last before it."""
    command = ["cargo", "check", "--lib", "--message-format=json"]
    out = subprocess.run(command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    dropped, unasked, unknown = set(), set(), []
    for line in out.stdout.splitlines():
        message = json.loads(line).get("message")
        if not isinstance(message, dict) or message["level"] != "error" or not message["spans"]:
            continue
        span = next(s for s in message["spans"] if s["is_primary"])
        text = (folder / span["file_name"]).read_bytes()[: span["byte_start"]].decode()
        before = re.findall(r"mutant::(one?|differs|ask)\(\s*(\d+)", text)
        if before:
            how, number = before[-1]
            (unasked if how == "ask" else dropped).add(int(number))
        else:
            unknown.append(message["rendered"])
    if out.returncode and not dropped and not unasked:
        sys.exit("the mutants do not build\n" + "\n".join(unknown))
    return dropped, unasked


def viable(folder):
    """Mutants that compile, written into the folder."""
    stage = folder.with_name(folder.name + ".stage")
    # What was refused before will be again.
    known = [folder / "target/refused.txt", folder / "target/unasked.txt"]
    before = [set(path.read_text().splitlines()) if path.exists() else set() for path in known]
    every = dict(line.split("\t", 1) for line in write(stage, set(), set()).splitlines())
    left_out = [{int(number) for number, mutant in every.items() if mutant in old} for old in before]
    while True:
        listed = write(stage, *left_out)
        sync(stage, folder)
        more = refused(folder)
        if not any(more):
            break
        print(f"{len(more[0])} more do not compile, {len(more[1])} may not ask", file=sys.stderr, flush=True)
        for path, old, numbers, new in zip(known, before, left_out, more):
            numbers |= new
            path.write_text("\n".join(sorted(old | {every[str(number)] for number in numbers})))
    shutil.rmtree(stage)
    return [line.split("\t") for line in listed.splitlines()]


def build(folder):
    """The programs of the tests, by name."""
    command = ["cargo", "test", "--no-run", "--message-format=json", "--lib"]
    command += [part for test in TESTS for part in ("--test", test)]
    out = subprocess.run(command, cwd=folder, text=True, stdout=subprocess.PIPE)
    messages = [json.loads(line) for line in out.stdout.splitlines() if line.startswith("{")]
    for message in messages:
        if message.get("message", {}).get("level") == "error":
            print(message["message"]["rendered"], file=sys.stderr)
    if out.returncode:
        sys.exit("the tests do not build")
    programs = {m["target"]["name"]: m["executable"] for m in messages if m.get("executable") and m.get("profile", {}).get("test")}
    return {test: programs[test] for test in [*TESTS, "newsfacts"]}


def told_apart(folder, programs, numbers, search):
    """Texts that tell mutants apart, by their numbers; all mutants in one program for each language."""
    asked = folder / "target/asked.txt"
    asked.write_text("\n".join(numbers))

    def of(language):
        told = folder / f"target/told-{language}.txt"
        told.write_text("")
        env = {**os.environ, "NEWSFACTS_MUTANTS": str(asked), "NEWSFACTS_TOLD": str(told), "NEWSFACTS_LANGUAGE": language}
        env |= {"NEWSFACTS_SEARCH": str(search)} if search else {}
        while not (text := told.read_text()).endswith("all\n"):
            if text and not text.endswith("\n"):
                # The last one ended the program.
                told.write_text(text + "(ends the program)\n")
            command = [programs["varied"], "--exact", "texts::mutants"]
            subprocess.run(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if told.read_text() == text:
                sys.exit(f"no text of {language} is read")
        lines = (line.split("\t") for line in text.splitlines()[:-1])
        return {number: f"{language} {found}" for number, found in lines if found}

    languages = [path.name for path in sorted((ROOT / "tests/corpus").iterdir())]
    with concurrent.futures.ThreadPoolExecutor() as pool:
        return dict(item for found in pool.map(of, languages) for item in found.items())


def verdict(folder, programs, number):
    """The test that catches a mutant, or None."""
    env = {**os.environ, "NEWSFACTS_MUTANT": number, "PROPTEST_CASES": "40", "RUST_BACKTRACE": "0", "PROPTEST_FAILURE_PERSISTENCE": "off"}
    for name, program in programs.items():
        # `texts::` is the program that asks all mutants.
        skip = [part for test in (SKIP if name == "newsfacts" else ["texts::"]) for part in ("--skip", test)]
        try:
            done = subprocess.run([program, *skip], cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=LIMIT)
        except subprocess.TimeoutExpired:
            return f"{name} (does not end)"
        if done.returncode:
            return name
    return None


def draw(mutants, count, seed):
    """Mutants of each folder in proportion to how many it has."""
    strata = collections.defaultdict(list)
    for mutant in mutants:
        strata[os.path.dirname(mutant[1])].append(mutant)
    random_ = random.Random(seed)
    left, drawn = min(count, len(mutants)), []
    rest = len(mutants)
    for folder in sorted(strata):
        share = round(left * len(strata[folder]) / rest)
        drawn += random_.sample(strata[folder], share)
        left, rest = left - share, rest - len(strata[folder])
    # In no order, so that a run that is stopped has seen all parts.
    random_.shuffle(drawn)
    return drawn


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--draw", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", nargs="*", help="these mutants, by number")
    parser.add_argument("--search", type=int, help="so many times as many texts, for mutants that survive")
    options = parser.parse_args()
    folder = options.folder.resolve()
    (folder / "target").mkdir(parents=True, exist_ok=True)
    mutants = viable(folder)
    programs = build(folder)
    if (caught := verdict(folder, programs, "0")) is not None:
        sys.exit(f"{caught} fails without a mutant")
    drawn = draw(mutants, options.draw, options.seed)
    if options.only:
        drawn = [m for m in mutants if m[0] in options.only]
    told = told_apart(folder, programs, [m[0] for m in drawn], None)
    survivors = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        verdicts = pool.map(lambda m: "texts" if m[0] in told else verdict(folder, programs, m[0]), drawn)
        for mutant, caught in zip(drawn, verdicts):
            survivors += [] if caught else [mutant]
            print("\t".join([caught or "SURVIVED", *mutant]), flush=True)
    share = 1 - len(survivors) / len(drawn)
    print(f"{len(drawn)} of {len(mutants)} mutants, seed {options.seed}: {len(drawn) - len(survivors)} caught, {share:.1%}")
    if options.search:
        found = told_apart(folder, programs, [m[0] for m in survivors], options.search)
        for mutant in survivors:
            print("\t".join([*mutant, found.get(mutant[0], "")]))


if __name__ == "__main__":
    main()
