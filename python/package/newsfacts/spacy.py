"""A component of spaCy pipelines: `nlp.add_pipe("newsfacts")` fills `doc.spans["newsfacts"]` and `doc.ents`.

Each span has its fact in `span._.fact`; `doc.user_data["published"]` gives the day that dates without a year refer to.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from newsfacts import LANGUAGES, Extractor

if not Span.has_extension("fact"):
    Span.set_extension("fact", default=None)


@Language.factory("newsfacts", default_config={"kinds": None, "ents": True}, assigns=["doc.spans", "doc.ents"])
def component(nlp: Language, name: str, kinds: list[str] | None, ents: bool) -> Callable[[Doc], Doc]:
    """The languages are those of the pipeline, or told by the script where it has another."""
    extractor = Extractor(kinds=kinds)
    language = nlp.lang if nlp.lang in LANGUAGES else None

    def read(doc: Doc) -> Doc:
        spans = []
        for fact in extractor.extract(doc.text, language=language, published=doc.user_data.get("published")):
            # Where tokens are longer than the fact, the span is that of the tokens.
            span = doc.char_span(fact.start, fact.end, label=fact.kind.upper(), alignment_mode="expand")
            if span is not None:
                span._.fact = fact
                spans.append(span)
        doc.spans[name] = spans
        if ents:
            doc.ents = filter_spans([*spans, *doc.ents])
        return doc

    return read
