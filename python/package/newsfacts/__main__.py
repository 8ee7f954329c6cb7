"""The command: facts of files, or of documents as JSON Lines.

newsfacts [--date YYYY-MM-DD] [--lang zh|sv] FILE…   a table; files are text or HTML in any encoding, `-` is standard input
newsfacts --jsonl                                    {"id", "lang"?, "reference_date"?, "text" or "html"} in, a line each;
                                                     {"id", "mentions": […]} out, or {"line", "error"} in its place
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from newsfacts import Article, Error, Extractor, __version__, decode


def answer(extractor: Extractor, document: Any) -> str:
    """The answer to one document of a stream."""
    if not isinstance(document, dict) or ("text" in document) == ("html" in document):
        raise Error("a document has either `text` or `html`")
    about = {"language": document.get("lang"), "published": (document.get("reference_date") or "")[:10] or None}
    head: dict[str, Any] = {"id": document.get("id")}
    source: str | Article = document["text"] if "text" in document else Article.from_html(document["html"])
    mentions = extractor.extract_json(source, **about)
    tail = ""
    if isinstance(source, Article):
        page = {
            "title": source.title,
            "published": source.published and source.published.isoformat(),
            "published_source": source.published_source,
            "language": source.language,
            "text": source.text,
        }
        tail = ", " + json.dumps(page, ensure_ascii=False)[1:-1]
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "mentions": {mentions}{tail}}}'


def stream(extractor: Extractor, lines: Iterable[bytes]) -> Iterator[tuple[str, bool]]:
    """An answer a line, and whether the line could be read."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield answer(extractor, json.loads(line)), True
        except (ValueError, TypeError) as error:
            yield json.dumps({"line": number, "error": str(error)}, ensure_ascii=False), False


def table(extractor: Extractor, name: str, args: argparse.Namespace) -> Iterator[str]:
    """The facts of a file."""
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    text = decode(data)
    html = name.lower().endswith((".html", ".htm", ".xhtml")) or text.lstrip("\ufeff \n\r\t")[:1] == "<"
    source: str | Article = Article.from_html(text) if html else text
    yield f"{name}: {source.title or name}" if isinstance(source, Article) else name
    for mention in json.loads(extractor.extract_json(source, language=args.lang, published=args.date)):
        value = mention.get("value") or mention.get("amount") or mention.get("name")
        unit = mention.get("currency") or mention.get("unit") or "; ".join(mention.get("titles", []))
        words = mention["text"].replace("\n", " ")
        yield f"  {mention['kind']:<9} {words}  {value} {unit}".rstrip()


def main(argv: list[str] | None = None) -> int:
    about, _, usage = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(
        "newsfacts", description=about, epilog=usage, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--jsonl", action="store_true", help="documents as JSON Lines from standard input")
    parser.add_argument("--date", help="the date of publication")
    parser.add_argument("--lang", help="the language")
    parser.add_argument("--version", action="version", version=f"newsfacts {__version__}")
    args = parser.parse_args(argv)
    if args.jsonl == bool(args.files):
        parser.error("give files, or --jsonl")
    extractor, whole = Extractor(), True
    if args.jsonl:
        for line, read in stream(extractor, sys.stdin.buffer):
            whole &= read
            print(line)
        return 0 if whole else 1
    for name in args.files:
        try:
            print("\n".join(table(extractor, name, args)))
        except (OSError, ValueError) as error:
            whole = False
            print(f"newsfacts: {name}: {error}", file=sys.stderr)
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
