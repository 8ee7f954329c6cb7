#!/usr/bin/env python3
"""Makes the tables that are derived from counts and from what is known of words.

    scripts/tables.py            writes them
    scripts/tables.py --check    compares them with those in the repository

`scripts/counts/` holds what was counted (see `count.py`), `scripts/lexicon/` what people say: which words there are, of what kind
each is, and with a reason what counts cannot tell. A weight is in bits: log2 of how much likelier something is beside or in a name than in running
text.
"""

import math
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def read(path):
    """Comments, and rows as dictionaries."""
    lines = (ROOT / "scripts" / path).read_text(encoding="utf-8").splitlines()
    comments = [line[1:].strip() for line in lines if line.startswith("#")]
    table = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return comments, [dict(zip(table[0], row + [""] * len(table[0]))) for row in table[1:]]


def totals(comments):
    """The numbers that a file of counts gives for all of the text: `names: 9904`."""
    pairs = (comment.split(": ") for comment in comments if ": " in comment)
    return {name: int(number) for name, number in pairs if number.isdigit()}


def table(comment, header, rows):
    lines = [f"# {line}" for line in comment.splitlines()]
    lines += ["\t".join(map(str, row)) for row in [header, *rows]]
    return "\n".join(lines) + "\n"


# So many words stand in a row.
MOST = 20


def grouped(rows):
    """Rows of words that say the same, so that a process reads few rows: a word, what it says, and the others, which are its further forms."""
    alike = {}
    for word, *says in rows:
        alike.setdefault(tuple(says), []).append(word)
    return [
        [words[i], *says, "|".join(words[i + 1 : i + MOST])] for says, words in alike.items() for i in range(0, len(words), MOST)
    ]


def bits(prior, seen, expected, strength):
    """How much likelier something is than expected, in bits: what was seen, beside `strength` expected cases in which the prior
    holds. Where little was expected and seen the prior stays."""
    return math.log2((seen + strength * 2**prior) / (expected + strength))


def within(low, number, high):
    return max(low, min(high, round(number)))


# The kinds of words: the weight of a word that is seldom seen beside names, and the most that its counts may make of it. What is read as
# an action needs 6, as a word 4 (see `names/`). The sample is too small to say that a word stands beside names less often than its kind.
AFTER = {
    "kin": (8, 8), "scene": (8, 9), "acts": (6, 7), "often": (5, 6), "word": (4, 5), "sign": (3, 3), "headline": (2, 3),
    "doubtful": (1, 2), "place": (0, 0),
}  # fmt: skip
BEFORE = {"opens": (5, 6), "may": (4, 5)}
NOT = {"common": (12, 14), "word": (7, 11), "rare": (5, 6), "either": (4, 4)}
# What a word that stands beside names as often as anywhere weighs: it still is a word, which a name that goes on would not hold.
WORD_AFTER, WORD_BEFORE = 4, 5.5


def name_words():
    comments, rows = read("counts/zh-name-words.tsv")
    all_of = totals(comments)
    counts = {row["form"]: {column: int(row[column]) for column in ["text", "after", "before"]} for row in rows}
    nothing = {"text": 0, "after": 0, "before": 0}
    made = []
    for row in read("lexicon/zh-name-words.tsv")[1]:
        count = counts.get(row["form"], nothing)
        expected = count["text"] * all_of["names"] / all_of["characters"]

        def beside(column, kinds, word):
            if not row[column]:
                return ""
            least, most = kinds[row[column]]
            return within(least, word + bits(least - word, count[column], expected, 4), most)

        # The commoner a word, the surer it is no name: twice the bits of its count, for names grow rarer as words grow common.
        least, most = NOT.get(row["not"], (0, 0))
        against = -within(least, 4 + 2 * math.log2(1 + count["text"]), most) if row["not"] else ""
        cells = [row["form"], beside("after", AFTER, WORD_AFTER), beside("before", BEFORE, WORD_BEFORE), against]
        made.append(cells)
    comment = """Made by scripts/tables.py: edit scripts/lexicon/zh-name-words.tsv.
Words around names, with how much they say in bits. after: that a name may end before the word; before: that a name which its office
follows may start after the word (对江主席); not: that what begins like a surname is this word, and no name."""
    return table(comment, ["form", "after", "before", "not", "forms"], grouped(made))


# So often a noun is met that is surely no name, however much its characters look like one.
FREQUENT = 300


def words():
    rows = [row for path in ["lexicon/zh-words.tsv", "lexicon/zh-words-extra.tsv"] for row in read(path)[1]]
    comment = f"""Made by scripts/tables.py: scripts/zh-words.py tells of the words, and scripts/lexicon/zh-words-extra.tsv is to be edited.
Common words with what they are to a name beside them. frequent: met {FREQUENT} times at least."""
    says = [[row["form"], row["class"], "+" if int(row["count"]) >= FREQUENT else ""] for row in rows]
    return table(comment, ["form", "class", "frequent", "forms"], grouped(says))


# What a character weighs that is not listed.
ABSENT = {"given": -7, "foreign": -8}


def name_characters():
    comments, rows = read("counts/zh-name-characters.tsv")
    all_of = totals(comments)
    priors = {model: {} for model in ABSENT}
    for row in read("lexicon/zh-name-characters.tsv")[1]:
        priors[row["model"]].update(dict.fromkeys(row["characters"], int(row["weight"])))
    # A character that is a word beside names is one there, unless it is known from names.
    words = {row["form"] for row in read("lexicon/zh-name-words.tsv")[1]}
    counts = {row["character"]: row for row in rows}
    lines = []
    for model, absent in ABSENT.items():
        by_weight = {}
        for character in sorted(priors[model].keys() | counts.keys() - words):
            count = counts.get(character, {"text": 0, model: 0})
            prior = priors[model].get(character, absent)
            expected = int(count["text"]) * all_of[model] / all_of["text"]
            # A single sighting may be a mistake.
            seen = max(0, int(count[model]) - 1)
            weight = within(absent, bits(prior, seen, expected, 64), 6)
            by_weight.setdefault(weight, []).append(character)
        # No word of the tables may hold them, and yet they are not rare.
        known = [character for character in by_weight.pop(absent) if character in priors[model]]
        if known:
            by_weight[absent] = known
        lines += [[model, weight, "".join(by_weight[weight])] for weight in sorted(by_weight, reverse=True)]
    comment = f"""Made by scripts/tables.py from counts.
How a character weighs in a name against running text, in bits. given = in the given name of a Chinese, Vietnamese or Korean person; foreign =
in a name spelt by its sound. Others weigh {ABSENT["given"]} and {ABSENT["foreign"]}; but one that no word of the
tables holds is rare, and may well be in a given name."""
    return table(comment, ["model", "weight", "characters"], lines)


# So often a word must begin a name to be a given name by that alone.
ENOUGH = 3


def given_names():
    counted = {row["form"] for row in read("counts/sv-given-names.tsv")[1] if int(row["count"]) >= ENOUGH}
    rows = read("lexicon/sv-given-names.tsv")[1]
    no = {row["form"] for row in rows if row["given"] == "no"}
    names = (counted | {row["form"] for row in rows}) - no
    comment = """Made by scripts/tables.py: edit scripts/lexicon/sv-given-names.tsv.
Given names of persons in Swedish news, the evidence that a name begins here and not a word later. A double
name is known by its first part."""
    return table(comment, ["form", "forms"], grouped([name] for name in sorted(names)))


def letters():
    rows = read("counts/sv-letters.tsv")[1]
    order = [row["letter"] for row in rows]
    alone = {row["letter"]: int(row["all"]) for row in rows}
    rare = lambda count, of: min(9, round(-1.2 * math.log((count + 1) / (of + len(order)))))
    lines = []
    for row in rows:
        counts = [int(row[letter]) for letter in order]
        then = "".join(str(rare(count, sum(counts))) for count in counts)
        lines.append([row["letter"], rare(alone[row["letter"]], sum(alone.values())), then])
    comment = """Made by scripts/tables.py from counts.
How rare letters are in news: -1.2 ln p, at most 9. all: at any place; then: after the letter, for each letter of the table in order."""
    return table(comment, ["letter", "all", "then"], lines)


def traditional():
    by = {}
    for row in read("lexicon/zh-variants.tsv")[1]:
        by.setdefault(row["simplified"], []).append(row["variant"])
    comment = """Made by scripts/tables.py: edit scripts/lexicon/zh-variants.tsv.
Traditional characters and printed variants, by the simplified character they are read as."""
    lines = [[simple, "".join(sorted(by[simple]))] for simple in sorted(by)]
    return table(comment, ["simplified", "traditional"], lines)


TABLES = {
    "src/lang/zh/name-words.tsv": name_words,
    "src/lang/zh/words.tsv": words,
    "src/lang/zh/name-characters.tsv": name_characters,
    "src/lang/sv/given-names.tsv": given_names,
    "src/lang/letters.tsv": letters,
    "src/lang/zh/traditional.tsv": traditional,
}


def main():
    stale = []
    for path, make in TABLES.items():
        made, there = make(), ROOT / path
        if sys.argv[1:] == ["--check"]:
            if not there.exists() or there.read_text(encoding="utf-8") != made:
                stale.append(path)
        else:
            there.write_text(made, encoding="utf-8")
    if stale:
        sys.exit(f"not as scripts/tables.py makes them: {', '.join(stale)}")


if __name__ == "__main__":
    main()
