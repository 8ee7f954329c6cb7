#!/usr/bin/env python3
"""Rebuilds src/lang/zh/words.tsv: common words of Chinese, with what they are to a name beside them.

usage: zh-words.py DICT > src/lang/zh/words.tsv

DICT is `jieba/dict.txt` of jieba 0.42.1 (MIT; `pip download jieba==0.42.1 --no-deps`), a list of words with their counts in news and
books and their parts of speech. Kept are words of two to four simplified characters that are frequent enough to meet:
  verb, function, time   a name may end before such a word: verbs; adverbs, conjunctions, prepositions, pronouns; times
  noun                   what begins like a surname and is no name; only such words are asked for
Words that are given names of the persons in the same list (建国) are left out, and what `name-words.tsv` weighs already.
"""
import collections
import sys
from pathlib import Path

ZH = Path(__file__).resolve().parent.parent / "src/lang/zh"
FOLLOWS = {"v": "verb", "vd": "verb", "vi": "verb", "t": "time"} | dict.fromkeys("d c p ad r f s u".split(), "function")
NOUNS = set("n vn a an b z l i".split())
LEAST = {"verb": 60, "function": 50, "time": 50, "noun": 80}
# No words, though the list has them.
JUNK = {"正说", "我行", "安上", "生发", "明说", "一上午", "一下午"}


def rows(name):
    lines = [line.rstrip("\n").split("\t") for line in open(ZH / name) if not line.startswith("#")]
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def simplified(word):
    try:
        word.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return all("\u4e00" <= c <= "\u9fff" for c in word)


def main():
    surnames = {r["form"] for r in rows("surnames.tsv") if len(r["form"]) == 1 and r["kind"] in ("plain", "word", "verb")}
    weighed = {column: {r["form"] for r in rows("name-words.tsv") if r.get(column)} for column in ("after", "not")}
    by_hand = {r["form"] for r in rows("words-extra.tsv")}
    words, given = {}, collections.Counter()
    for line in open(sys.argv[1]):
        word, count, kind = line.split()
        if simplified(word):
            words[word] = (int(count), kind)
            if kind == "nr" and len(word) == 3 and word[0] in surnames:
                given[word[1:]] += 1
    found = []
    for word, (count, kind) in words.items():
        if not 2 <= len(word) <= 4 or given[word] or word in JUNK or word in by_hand:
            continue
        of = FOLLOWS.get(kind)
        if of is None and kind in NOUNS and word[0] in surnames:
            of = "noun"
        if of and count >= LEAST[of] and word not in weighed["not" if of == "noun" else "after"]:
            found.append((of, -count, word))
    print("# Common words with what they are to a name beside them, and their counts; made by scripts/zh-words.py from the list of jieba (MIT).")
    print("form\tclass\tcount")
    for of, count, word in sorted(found):
        print(f"{word}\t{of}\t{-count}")


main()
