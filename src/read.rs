//! The engine: reads a document block by block, each finder in turn, and hands out what they found.

use crate::{
    Decision, Document, Fact, Language, Mention, Segment, Span,
    buffers::{Buffers, PartBuffers},
    claim::Claim,
    kind::{finder::Scope, memory::Memory},
    pipeline::Pipelines,
    resolve,
    scan::Hit,
    text::{Block, Blocks},
    value::Official,
};
use std::{ops::Range, sync::Arc};

/// Bytes that are read together: each finder in turn goes over all of them, so that its code and tables stay near.
const BATCH: usize = 4 * 1024;

/// What a block counts beside its bytes, so that blank lines too fill a batch.
const BLOCK: usize = 64;

/// Iterates over facts of all kinds; see [`Extractor::facts`](crate::Extractor::facts).
///
/// ```
/// use newsfacts::{Extractor, Facts};
///
/// let mut facts: Facts = Extractor::new().facts("Den 5 maj 2025 var det 3 procent.");
/// assert_eq!(facts.next().unwrap().text(), "Den 5 maj 2025");
/// assert_eq!(facts.count(), 1);
/// ```
///
/// It reads some blocks (paragraphs, 32 KiB each and 36 KiB together at most) at a time, so what it holds does not grow
/// with the text.
#[derive(Debug)]
pub struct Facts<'t> {
    pipelines: Arc<Pipelines>,
    document: Document<'t>,
    language: Language,
    blocks: Blocks<'t>,
    /// What is used again and again; given back at the end.
    buffers: Option<Box<Buffers>>,
    memory: Memory,
    /// What was noted for [`Extractor::people`](crate::Extractor::people), if it is read for that.
    noted: Option<Noted>,
    /// The verdicts of the kinds, if they were asked for.
    trace: Option<Vec<Decision>>,
    /// The blocks of the batch whose facts were not yet handed out.
    unread: Range<usize>,
}

/// The blocks of a document, each with the hits of offices in it, for those who go over them again.
#[derive(Debug, Default)]
pub(crate) struct Noted {
    /// The blocks, and where the hits of each end.
    blocks: Vec<(Span, usize)>,
    hits: Vec<Hit>,
}

impl Noted {
    /// The blocks in order.
    pub(crate) fn blocks(&self) -> impl Iterator<Item = (Span, &[Hit])> {
        let mut from = 0;
        self.blocks.iter().map(move |&(span, to)| (span, &self.hits[std::mem::replace(&mut from, to)..to]))
    }
}

impl<'t> Facts<'t> {
    /// All officials, with evidence from all of the document, not from the block alone; and what was noted on the way.
    pub(crate) fn officials_at_large(mut self) -> (Vec<Mention<'t, Official>>, Noted) {
        self.noted = Some(Noted::default());
        let official = |fact| if let Fact::Official(official) = fact { Some(official) } else { None };
        let officials = self.by_ref().filter_map(|mention| mention.filter_map(official)).collect();
        (officials, self.noted.take().unwrap_or_default())
    }

    /// Reads all of it, and gives the verdicts of the kinds.
    pub(crate) fn decisions(mut self) -> Vec<Decision> {
        self.trace = Some(Vec::new());
        self.by_ref().for_each(drop);
        self.trace.take().unwrap_or_default()
    }

    pub(crate) fn new(pipelines: Arc<Pipelines>, document: Document<'t>) -> Self {
        Self {
            language: document.language_or_script(),
            blocks: Blocks::new(document.text()),
            buffers: Some(pipelines.buffers.take()),
            memory: Memory { reference: document.published(), ..Memory::default() },
            noted: None,
            trace: None,
            unread: 0..0,
            document,
            pipelines,
        }
    }

    /// Reads the next blocks, each with its hits; how many there are.
    fn read_blocks(&mut self) -> usize {
        let text = self.document.text();
        let (Some(pipeline), Some(buffers)) = (self.pipelines.pipeline(self.language), &mut self.buffers)
        else {
            return 0;
        };
        let (mut parts, mut bytes) = (0, 0);
        while bytes < BATCH
            && let Some(span) = self.blocks.next()
        {
            if parts == buffers.parts.len() {
                buffers.parts.push(PartBuffers::default());
            }
            let part = &mut buffers.parts[parts];
            let mut block = Block::within(std::mem::take(&mut part.block), text).spaced(pipeline.spaced);
            part.span = span;
            block.read(span);
            pipeline.anchors.scan(&block, &mut buffers.hits);
            part.hits.resize_with(pipeline.finders.len(), Vec::new);
            part.hits.iter_mut().for_each(Vec::clear);
            for &hit in buffers.hits.iter().filter(|hit| !block.in_address(hit.from)) {
                // Most are for one finder.
                let mut finders = pipeline.wanted[hit.anchor as usize];
                while finders != 0 {
                    part.hits[finders.trailing_zeros() as usize].push(hit);
                    finders &= finders - 1;
                }
            }
            if let Some(noted) = &mut self.noted {
                let offices = pipeline.finders.iter().zip(&part.hits).filter(|(f, _)| f.finds_officials());
                offices.for_each(|(_, hits)| noted.hits.extend_from_slice(hits));
                noted.blocks.push((span, noted.hits.len()));
            }
            part.block = block.into_buffers();
            parts += 1;
            bytes += span.len() + BLOCK;
        }
        parts
    }

    /// Finds the facts of the next blocks, and turns their places into bytes of the text; false at its end.
    fn read_batch(&mut self) -> bool {
        let (parts, text) = (self.read_blocks(), self.document.text());
        let (Some(pipeline), Some(buffers)) = (self.pipelines.pipeline(self.language), &mut self.buffers)
        else {
            return false;
        };
        let Buffers { parts: blocks, scratch, .. } = &mut **buffers;
        let batch = &mut blocks[..parts];
        let kinds = &self.pipelines.kinds;
        let people = self.noted.is_some();
        for turn in 0..pipeline.finders.len() {
            // Officials come last, but first where only they are wanted: all else matters beside one of them alone, which it may
            // overlap.
            let number = if people { pipeline.finders.len() - 1 - turn } else { turn };
            let finder = &pipeline.finders[number];
            if !kinds.iter().any(|kind| finder.kinds.contains(kind)) {
                continue;
            }
            let alone = people && !finder.finds_officials();
            for PartBuffers { span, block, hits, found } in batch.iter_mut() {
                let hits = &hits[number];
                if hits.is_empty() || alone && found.is_empty() {
                    continue;
                }
                let mut scope = Scope {
                    lexicon: &pipeline.lexicon,
                    anchors: &pipeline.anchors,
                    document: &self.document,
                    kinds,
                    figureless: self.pipelines.figureless,
                    sight: if people { Span::new(0, text.len()) } else { *span },
                    memory: &mut self.memory,
                    scratch: &mut *scratch,
                    trace: self.trace.as_mut(),
                };
                let read = Block::within(std::mem::take(block), text);
                finder.finder.get(&pipeline.lexicon).find(&read, hits, &mut scope, found);
                *block = read.into_buffers();
            }
        }
        for PartBuffers { block: kept, found, .. } in batch {
            let block = Block::within(std::mem::take(kept), text);
            // A number may begin in an address and end outside.
            found.retain(|claim| !block.in_address(claim.start));
            resolve::settle(found);
            for claim in found.iter_mut() {
                let span = block.span(claim.start, claim.end);
                (claim.start, claim.end) = (span.start(), span.end());
            }
            // The first is handed out first, from the end.
            found.reverse();
            *kept = block.into_buffers();
        }
        self.unread = 0..parts;
        parts > 0
    }
}

impl Drop for Facts<'_> {
    fn drop(&mut self) {
        if let Some(mut buffers) = self.buffers.take() {
            buffers.parts[self.unread.clone()].iter_mut().for_each(|part| part.found.clear());
            self.pipelines.buffers.give_back(buffers);
        }
    }
}

impl<'t> Iterator for Facts<'t> {
    type Item = Mention<'t, Fact>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let parts = &mut self.buffers.as_mut()?.parts[self.unread.clone()];
            for part in parts {
                if let Some(Claim { start, end, fact }) = part.found.pop() {
                    return Some(Mention::new(self.document.text(), Span::new(start, end), fact));
                }
                self.unread.start += 1;
            }
            if !self.read_batch() {
                return None;
            }
        }
    }
}

impl std::iter::FusedIterator for Facts<'_> {}

/// Iterates over the facts of one kind; see [`Extractor::dates`](crate::Extractor::dates) and its like.
///
/// ```
/// use newsfacts::{Extractor, Mentions, value::Percent};
///
/// let percents: Mentions<Percent> = Extractor::new().percents("Den steg från 2 till 3 procent.");
/// assert_eq!(percents.last().unwrap().value().value().to_string(), "3");
/// ```
#[derive(Debug)]
pub struct Mentions<'t, V> {
    pub(crate) facts: Facts<'t>,
    pub(crate) pick: fn(Fact) -> Option<V>,
}

impl<'t, V> Iterator for Mentions<'t, V> {
    type Item = Mention<'t, V>;

    fn next(&mut self) -> Option<Self::Item> {
        let pick = self.pick;
        self.facts.find_map(|mention| mention.filter_map(pick))
    }
}

impl<V> std::iter::FusedIterator for Mentions<'_, V> {}

/// Iterates over the gapless cover of a document; see [`Extractor::segments`](crate::Extractor::segments).
///
/// ```
/// use newsfacts::{Extractor, Segments};
///
/// let segments: Segments = Extractor::new().segments("Den är 3 procent nu.");
/// assert_eq!(segments.map(|segment| segment.text()).collect::<Vec<_>>(), ["Den är ", "3 procent", " nu."]);
/// ```
#[derive(Debug)]
pub struct Segments<'t> {
    pub(crate) text: &'t str,
    pub(crate) at: usize,
    pub(crate) facts: Facts<'t>,
    pub(crate) next: Option<Mention<'t, Fact>>,
}

impl<'t> Iterator for Segments<'t> {
    type Item = Segment<'t>;

    fn next(&mut self) -> Option<Segment<'t>> {
        let next = self.next.take().or_else(|| self.facts.next());
        let (start, end) =
            next.as_ref().map_or((self.text.len(), self.text.len()), |m| (m.span().start(), m.span().end()));
        if start > self.at {
            let plain = &self.text[self.at..start];
            self.at = start;
            self.next = next;
            return Some(Segment::Plain(plain));
        }
        self.at = end;
        next.map(Segment::Fact)
    }
}

impl std::iter::FusedIterator for Segments<'_> {}
