#!/usr/bin/env python3
"""Counts words, names and letters in texts, for the tables that `tables.py` makes.

    scripts/count.py zh TEXTS.jsonl[.gz] [--names NAMES.tsv] [--after AFTER.tsv] [--before BEFORE.tsv]
    scripts/count.py sv TEXTS.jsonl[.gz] [--names NAMES.tsv]

A text is a JSON object a line with a field `text`. Names in it are those that `target/release/examples/extract` finds. NAMES, AFTER
and BEFORE add counts from labelled texts: `name<TAB>count`, what stood after a name and before one. Only counts are kept, in
`scripts/counts/`: no text, and no name of a person as a whole.
"""

import argparse
import collections
import gzip
import json
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
COUNTS = ROOT / "scripts/counts"
LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


def rows(path):
    """The rows of a table of the crate as dictionaries."""
    lines = [line.rstrip("\n") for line in open(path, encoding="utf-8") if line.strip() and line[0] != "#"]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t") + [""] * len(header))) for line in lines[1:]]


def counted(path, fold=lambda text: text):
    """`text<TAB>count` lines below a header."""
    pairs = collections.Counter()
    if path:
        for line in list(open(path, encoding="utf-8"))[1:]:
            text, count = line.rstrip("\n").rsplit("\t", 1)
            pairs[fold(text)] += int(count)
    return pairs


def texts(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def names_in(documents):
    """The officials that the extractor finds: name, what stands before it and after it."""
    lines = "\n".join(json.dumps(document, ensure_ascii=False) for document in documents)
    command = [ROOT / "target/release/examples/extract", "--jsonl"]
    output = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    for document, line in zip(documents, output.splitlines()):
        text = document["text"].encode()
        for mention in json.loads(line)["mentions"]:
            if mention["kind"] == "official":
                start, end = mention["name_start"], mention["name_end"]
                before = text[max(0, start - 60) : start].decode(errors="ignore")
                yield mention["name"], before, text[end : end + 60].decode(errors="ignore")


def write(name, comment, header, lines):
    with open(COUNTS / name, "w", encoding="utf-8") as file:
        file.write("".join(f"# {line}\n" for line in comment.splitlines()))
        for line in [header, *lines]:
            file.write("\t".join(map(str, line)) + "\n")


def chinese(args):
    fold = {ord(t): row["simplified"] for row in rows(ROOT / "src/lang/zh/traditional.tsv") for t in row["traditional"]}
    simple = lambda text: text.translate(fold)
    documents = texts(args.texts)
    running = simple("\n".join(document["text"] for document in documents))
    people, after, before = counted(args.names, simple), counted(args.after, simple), counted(args.before, simple)
    names = sum(people.values())
    forms = {row["form"] for row in rows(ROOT / "scripts/lexicon/zh-name-words.tsv")}
    longest = max(map(len, forms))
    follows, precedes, found = collections.Counter(), collections.Counter(), collections.Counter()
    for name, left, right in names_in(documents):
        left, right, names = simple(left), simple(right), names + 1
        found[simple(name)] += 1
        follows.update(right[:k] for k in range(1, longest + 1) if len(right) >= k and right[:k] in forms)
        precedes.update(left[-k:] for k in range(1, longest + 1) if len(left) >= k and left[-k:] in forms)
    lines = []
    for form in sorted(forms):
        follows[form] += sum(n for text, n in after.items() if text.startswith(form))
        precedes[form] += sum(n for text, n in before.items() if text.endswith(form))
        line = [running.count(form), follows[form], precedes[form]]
        if any(line):
            lines.append([form, *line])
    comment = f"""How often words stand in running text, right after a name, and right before one.
characters: {len(running)}
names: {names}"""
    write("zh-name-words.tsv", comment, ["form", "text", "after", "before"], lines)

    surnames = {row["form"] for row in rows(ROOT / "src/lang/zh/surnames.tsv")}
    han = lambda c: "\u4e00" <= c <= "\u9fff"
    text, given, foreign = collections.Counter(c for c in running if han(c)), collections.Counter(), collections.Counter()
    # Where there are labelled names the extractor shall not learn from itself.
    for name, count in (people or found).items():
        letters = [c for c in name if han(c)]
        if "·" in name or len(letters) > 3 and letters[0] not in surnames:
            foreign.update({c: count * letters.count(c) for c in letters})
        elif len(letters) > 1 and letters[0] in surnames:
            given.update({c: count * letters[1:].count(c) for c in letters[1:]})
    comment = f"""How often characters stand in running text, in given names, and in names spelt by their sound.
text: {sum(text.values())}
given: {sum(given.values())}
foreign: {sum(foreign.values())}"""
    lines = [[c, text[c], given[c], foreign[c]] for c in sorted(text | given | foreign)]
    write("zh-name-characters.tsv", comment, ["character", "text", "given", "foreign"], lines)


def swedish(args):
    documents = texts(args.texts)
    single, pair = collections.Counter(), collections.Counter()
    for document in documents:
        text = document["text"].lower()
        single.update(c for c in text if c in LETTERS)
        pair.update(a + b for a, b in zip(text, text[1:]) if a in LETTERS and b in LETTERS)
    comment = "How often letters stand in Swedish news, and how often which follows which."
    lines = [[a, single[a], *(pair[a + b] for b in LETTERS)] for a in LETTERS]
    write("sv-letters.tsv", comment, ["letter", "all", *LETTERS], lines)

    given = collections.Counter()
    people = counted(args.names)
    people.update(name for name, _, _ in names_in(documents))
    for name, count in people.items():
        parts = name.split()
        if len(parts) > 1:
            given[parts[0].split("-")[0].lower()] += count
    comment = "How often names of persons in Swedish news begin with a word."
    lines = [[name, count] for name, count in sorted(given.items()) if count > 1 and name.isalpha()]
    write("sv-given-names.tsv", comment, ["form", "count"], lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("language", choices=["zh", "sv"])
    parser.add_argument("texts")
    for option in ["--names", "--after", "--before"]:
        parser.add_argument(option)
    args = parser.parse_args()
    (chinese if args.language == "zh" else swedish)(args)


if __name__ == "__main__":
    main()
