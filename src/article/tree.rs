//! The tree of a page: nodes in one block of memory, linked by their numbers.
//!
//! `html5ever` builds it through [`Builder`]. It keeps what a page is read by: elements with their attributes, and texts.
//! (Scraper's own tree costs more to build than to read; one is made from this for those who give CSS selectors.)

use html5ever::{
    Attribute, LocalName, Namespace, QualName, local_name, ns,
    tendril::StrTendril,
    tree_builder::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink},
};
use scraper::{Html, HtmlTreeSink, Selector};
use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
    collections::HashMap,
};

/// The number of a node; the document is the first.
pub(super) type Id = u32;
const ROOT: Id = 0;
const NONE: Id = Id::MAX;

#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: QualName,
    pub(super) attributes: Vec<Attribute>,
}

#[derive(Debug)]
pub(super) enum Content {
    Document,
    Element(Element),
    Text(StrTendril),
    /// Comments, and what a `<template>` holds.
    Unread,
}

#[derive(Debug)]
struct Node {
    content: Content,
    parent: Id,
    previous: Id,
    next: Id,
    first: Id,
    last: Id,
}

impl Node {
    const fn new(content: Content) -> Self {
        Self { content, parent: NONE, previous: NONE, next: NONE, first: NONE, last: NONE }
    }
}

const fn some(id: Id) -> Option<Id> {
    if id == NONE { None } else { Some(id) }
}

#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// How many elements there are.
    elements: usize,
    /// The length of all texts.
    text_bytes: usize,
    quirks: QuirksMode,
}

impl Tree {
    pub(super) const ROOT: Id = ROOT;

    pub(super) fn elements(&self) -> usize {
        self.elements
    }

    pub(super) fn text_bytes(&self) -> usize {
        self.text_bytes
    }

    fn node(&self, id: Id) -> &Node {
        &self.nodes[id as usize]
    }

    fn node_mut(&mut self, id: Id) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    pub(super) fn content(&self, id: Id) -> &Content {
        &self.node(id).content
    }

    pub(super) fn parent(&self, id: Id) -> Option<Id> {
        some(self.node(id).parent)
    }

    pub(super) fn first_child(&self, id: Id) -> Option<Id> {
        some(self.node(id).first)
    }

    pub(super) fn next_sibling(&self, id: Id) -> Option<Id> {
        some(self.node(id).next)
    }

    /// The text of an element that holds nothing else.
    pub(super) fn text(&self, id: Id) -> Option<&str> {
        match self.content(self.first_child(id)?) {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }

    fn add(&mut self, content: Content) -> Id {
        let id = self.nodes.len() as Id;
        self.nodes.push(Node::new(content));
        id
    }

    /// Puts a node without a parent before another, or last if there is none.
    fn link(&mut self, parent: Id, child: Id, next: Id) {
        let previous = if next == NONE { self.node(parent).last } else { self.node(next).previous };
        let node = self.node_mut(child);
        (node.parent, node.previous, node.next) = (parent, previous, next);
        match some(previous) {
            Some(previous) => self.node_mut(previous).next = child,
            None => self.node_mut(parent).first = child,
        }
        match some(next) {
            Some(next) => self.node_mut(next).previous = child,
            None => self.node_mut(parent).last = child,
        }
    }

    fn unlink(&mut self, child: Id) {
        let &Node { parent, previous, next, .. } = self.node(child);
        if parent == NONE {
            return;
        }
        match some(previous) {
            Some(previous) => self.node_mut(previous).next = next,
            None => self.node_mut(parent).first = next,
        }
        match some(next) {
            Some(next) => self.node_mut(next).previous = previous,
            None => self.node_mut(parent).last = previous,
        }
        self.node_mut(child).parent = NONE;
    }

    /// Puts a node or a text before another node, or last if there is none. Texts side by side are one.
    fn insert(&mut self, parent: Id, child: NodeOrText<Handle>, next: Id) {
        match child {
            NodeOrText::AppendNode(child) => self.link(parent, child.id, next),
            NodeOrText::AppendText(text) => {
                self.text_bytes += text.len();
                let previous = if next == NONE { self.node(parent).last } else { self.node(next).previous };
                if previous != NONE
                    && let Content::Text(before) = &mut self.node_mut(previous).content
                {
                    before.push_tendril(&text);
                    return;
                }
                let child = self.add(Content::Text(text));
                self.link(parent, child, next);
            }
        }
    }

    /// Whether more than so many nodes stand around a node.
    fn is_deeper_than(&self, id: Id, most: usize) -> bool {
        std::iter::successors(self.parent(id), |&id| self.parent(id)).nth(most).is_some()
    }

    /// The elements that CSS selectors match, each in the order of the page.
    pub(super) fn select(&self, selectors: &[&Selector]) -> Vec<Vec<Id>> {
        let sink = HtmlTreeSink::new(Html::new_document());
        sink.set_quirks_mode(self.quirks);
        let mut ids: HashMap<<HtmlTreeSink as TreeSink>::Handle, Id> = HashMap::new();
        let mut open = vec![(self.first_child(ROOT), sink.get_document())];
        while let Some((Some(id), parent)) = open.pop() {
            open.push((self.next_sibling(id), parent));
            match self.content(id) {
                Content::Element(Element { name, attributes }) => {
                    let copy = sink.create_element(name.clone(), attributes.clone(), ElementFlags::default());
                    sink.append(&parent, NodeOrText::AppendNode(copy));
                    ids.insert(copy, id);
                    open.push((self.first_child(id), copy));
                }
                Content::Text(text) => sink.append(&parent, NodeOrText::AppendText(text.clone())),
                Content::Document | Content::Unread => {}
            }
            while open.last().is_some_and(|(next, _)| next.is_none()) {
                open.pop();
            }
        }
        let html = sink.finish();
        selectors
            .iter()
            .map(|css| html.select(css).filter_map(|e| ids.get(&e.id()).copied()).collect())
            .collect()
    }
}

/// A node as the parser knows it: with its name, which the parser asks for again and again.
#[derive(Debug, Clone)]
pub(super) struct Handle {
    id: Id,
    ns: Namespace,
    local: LocalName,
}

impl Handle {
    fn unnamed(id: Id) -> Self {
        Self { id, ns: ns!(), local: local_name!("") }
    }
}

impl ElemName for &Handle {
    fn ns(&self) -> &Namespace {
        &self.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.local
    }
}

/// Builds a tree, and counts.
#[derive(Debug)]
pub(super) struct Builder {
    tree: RefCell<Tree>,
    /// Elements, their attributes, and comments.
    nodes: Cell<usize>,
    /// Attributes added to elements that exist: those of further `<html>` and `<body>` tags.
    late_attributes: Cell<usize>,
    /// The element that was put into the tree last. New elements go where the parser stands, so its depth is that of
    /// the parser's stack, but for elements that a table sends up by some levels.
    newest: Cell<Id>,
}

impl Builder {
    /// For a page of so many bytes.
    pub(super) fn new(bytes: usize) -> Self {
        let mut nodes = Vec::with_capacity(16 + bytes / 32);
        nodes.push(Node::new(Content::Document));
        Self {
            tree: RefCell::new(Tree { nodes, elements: 0, text_bytes: 0, quirks: QuirksMode::NoQuirks }),
            nodes: Cell::new(0),
            late_attributes: Cell::new(0),
            newest: Cell::new(ROOT),
        }
    }

    pub(super) fn nodes(&self) -> usize {
        self.nodes.get()
    }

    pub(super) fn late_attributes(&self) -> usize {
        self.late_attributes.get()
    }

    pub(super) fn newest_is_deeper_than(&self, most: usize) -> bool {
        self.tree.borrow().is_deeper_than(self.newest.get(), most)
    }

    fn create(&self, content: Content, nodes: usize) -> Id {
        self.nodes.set(self.nodes.get() + nodes);
        self.tree.borrow_mut().add(content)
    }

    fn insert(&self, parent: Id, child: NodeOrText<Handle>, next: Id) {
        if let NodeOrText::AppendNode(child) = &child {
            self.newest.set(child.id);
        }
        self.tree.borrow_mut().insert(parent, child, next);
    }
}

impl TreeSink for Builder {
    type Output = Tree;
    type Handle = Handle;
    type ElemName<'a> = &'a Handle;

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let (ns, local) = (name.ns.clone(), name.local.clone());
        let template = local == local_name!("template") && ns == ns!(html);
        let count = 1 + attributes.len();
        self.tree.borrow_mut().elements += 1;
        let id = self.create(Content::Element(Element { name, attributes }), count);
        if template {
            let mut tree = self.tree.borrow_mut();
            let contents = tree.add(Content::Unread);
            tree.link(id, contents, NONE);
        }
        Handle { id, ns, local }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        Handle::unnamed(self.create(Content::Unread, 1))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        Handle::unnamed(self.create(Content::Unread, 1))
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.id, child, NONE);
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let NodeOrText::AppendNode(child) = &child {
            self.tree.borrow_mut().unlink(child.id);
        }
        let parent = self.tree.borrow().parent(sibling.id);
        if let Some(parent) = parent {
            self.insert(parent, child, sibling.id);
        }
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.tree.borrow().parent(element.id).is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        self.nodes.set(self.nodes.get() + attributes.len());
        self.late_attributes.set(self.late_attributes.get() + attributes.len());
        if let Content::Element(element) = &mut self.tree.borrow_mut().node_mut(target.id).content {
            for attribute in attributes {
                if element.attributes.iter().all(|a| a.name != attribute.name) {
                    element.attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.tree.borrow_mut().unlink(target.id);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        let mut tree = self.tree.borrow_mut();
        while let Some(child) = tree.first_child(node.id) {
            tree.unlink(child);
            tree.link(parent.id, child, NONE);
        }
    }

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn get_document(&self) -> Handle {
        Handle::unnamed(ROOT)
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        Handle::unnamed(self.tree.borrow().first_child(target.id).unwrap_or(target.id))
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a Handle {
        target
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.tree.borrow_mut().quirks = mode;
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn parse_error(&self, _: Cow<'static, str>) {}
}

#[cfg(test)]
impl std::fmt::Display for Tree {
    /// Elements with their attributes, and texts, as an outline.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut open = vec![(Self::ROOT, 0)];
        while let Some((id, depth)) = open.pop() {
            open.extend(self.next_sibling(id).map(|next| (next, depth)));
            open.extend(self.first_child(id).map(|child| (child, depth + 1)));
            match self.content(id) {
                Content::Document => write!(f, "{:?}", self.quirks)?,
                Content::Element(e) => {
                    write!(f, "{:depth$}{} {}", "", &*e.name.ns, &*e.name.local)?;
                    e.attributes.iter().try_for_each(|a| write!(f, " {}={:?}", &*a.name.local, &*a.value))?;
                }
                Content::Text(text) => write!(f, "{:depth$}{:?}", "", &**text)?,
                Content::Unread => write!(f, "{:depth$}-", "")?,
            }
            writeln!(f)?;
        }
        Ok(())
    }
}
