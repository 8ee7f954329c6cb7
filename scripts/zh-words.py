#!/usr/bin/env python3
"""Makes scripts/lexicon/zh-words.tsv: common words of Chinese, with what they are to a name beside them.

    scripts/zh-words.py DICT            writes it
    scripts/zh-words.py --check DICT    compares it with the one in the repository
    scripts/zh-words.py --check         checks what needs no list: that the rows keep the rules below, in order

DICT is `jieba/dict.txt` of jieba 0.42.1 (MIT; `pip download jieba==0.42.1 --no-deps`), a list of words with their counts in news and
books and their parts of speech. Kept are words of two to four simplified characters that are frequent enough to meet:
  verb, function, time   a name may end before such a word: verbs; adverbs, conjunctions, prepositions, pronouns; times
  noun                   what begins like a surname and is no name; only such words are asked for
Words that are given names of the persons in the same list (建国) are left out, and what `name-words.tsv` or `zh-words-extra.tsv` says already.
"""

import collections
import hashlib
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
ZH = SCRIPTS.parent / "src/lang/zh"
LEXICON = SCRIPTS / "lexicon"
SHA256 = "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8"
FOLLOWS = {"v": "verb", "vd": "verb", "vi": "verb", "t": "time"} | dict.fromkeys("d c p ad r f s u".split(), "function")
NOUNS = set("n vn a an b z l i".split())
LEAST = {"verb": 60, "function": 50, "time": 50, "noun": 80}
# No words, though the list has them.
JUNK = {"正说", "我行", "安上", "生发", "明说", "一上午", "一下午"}
HEAD = [
    "# Common words with what they are to a name beside them, and their counts; made by scripts/zh-words.py from the list of jieba (MIT).",
    "form\tclass\tcount",
]


def rows(path):
    lines = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if not line.startswith("#")]
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def forms(row):
    return [row["form"], *row.get("forms", "").split("|")]


def simplified(word):
    try:
        word.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return all("\u4e00" <= c <= "\u9fff" for c in word)


class Rules:
    """What a row must keep, whatever list it comes from."""

    def __init__(self):
        kinds = ("plain", "word", "verb")
        self.surnames = {r["form"] for r in rows(ZH / "surnames.tsv") if len(r["form"]) == 1 and r["kind"] in kinds}
        weighed = rows(ZH / "name-words.tsv")
        self.weighed = {column: {form for r in weighed if r.get(column) for form in forms(r)} for column in ("after", "not")}
        self.by_hand = {r["form"] for r in rows(LEXICON / "zh-words-extra.tsv")} | JUNK

    def fault(self, word, of, count):
        """Why a word may not stand as one of a class, if it may not."""
        if of not in LEAST:
            return f"no class `{of}`"
        if not simplified(word) or not 2 <= len(word) <= 4:
            return "not of two to four simplified characters"
        if count < LEAST[of]:
            return f"counted less than {LEAST[of]} times"
        if word in self.by_hand:
            return "in zh-words-extra.tsv, or no word"
        if of == "noun" and word[0] not in self.surnames:
            return "a noun that begins like no surname"
        if word in self.weighed["not" if of == "noun" else "after"]:
            return "in name-words.tsv"
        return None


def made(path):
    """The lines of the table, made from a list of words."""
    text = Path(path).read_bytes()
    if hashlib.sha256(text).hexdigest() != SHA256:
        sys.exit(f"{path} is not the list of jieba 0.42.1")
    rules = Rules()
    words, given = {}, collections.Counter()
    for line in text.decode("utf-8").splitlines():
        word, count, kind = line.split()
        if simplified(word):
            words[word] = (int(count), kind)
            if kind == "nr" and len(word) == 3 and word[0] in rules.surnames:
                given[word[1:]] += 1
    found = []
    for word, (count, kind) in words.items():
        of = FOLLOWS.get(kind) or ("noun" if kind in NOUNS else "")
        if not given[word] and rules.fault(word, of, count) is None:
            found.append((of, -count, word))
    return HEAD + [f"{word}\t{of}\t{-count}" for of, count, word in sorted(found)]


def faults(lines):
    """What is wrong with the lines of the table, as far as the repository tells."""
    if lines[: len(HEAD)] != HEAD:
        yield 1, "not the head that the script writes"
    rules, last = Rules(), None
    for number, line in enumerate(lines[len(HEAD) :], len(HEAD) + 1):
        cells = line.split("\t")
        if len(cells) != 3 or not cells[2].isdigit():
            yield number, "not a word, a class and a count"
            continue
        word, of, count = cells[0], cells[1], int(cells[2])
        key = (of, -count, word)
        if last and key <= last:
            yield number, "out of order, or twice"
        last = key
        fault = rules.fault(word, of, count)
        if fault:
            yield number, f"{word}: {fault}"


def main():
    table = LEXICON / "zh-words.tsv"
    check, lists = "--check" in sys.argv[1:], [a for a in sys.argv[1:] if a != "--check"]
    if len(lists) > 1 or not (check or lists):
        sys.exit(__doc__)
    there = table.read_text(encoding="utf-8").splitlines() if table.exists() else []
    if lists and not check:
        table.write_text("\n".join(made(lists[0])) + "\n", encoding="utf-8")
    elif lists and made(lists[0]) != there:
        sys.exit(f"{table} is not as scripts/zh-words.py makes it from {lists[0]}")
    elif check:
        wrong = [f"{table}, line {number}: {what}" for number, what in faults(there)]
        if wrong:
            sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
