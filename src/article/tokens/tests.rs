//! The trees of odd pages, beside those that the tokenizer of `html5ever` gives.

use super::*;
use crate::article::tree::{Builder, Tree};
use html5ever::{
    TokenizerResult,
    tree_builder::{TreeBuilder, TreeSink},
};
use proptest::prelude::*;

/// The tree by the tokenizer of `html5ever`.
fn by_the_standard(html: &str) -> Tree {
    let builder = TreeBuilder::new(Builder::new(html.len()), Default::default());
    let tokenizer = Tokenizer::new(builder, Default::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.sink.finish()
}

fn by_ours(html: &str) -> Tree {
    let builder = TreeBuilder::new(Builder::new(html.len()), Default::default());
    assert!(tokenize(html, &builder, Attributes::All, usize::MAX, || false));
    builder.sink.finish()
}

fn same(html: &str) {
    assert_eq!(by_ours(html).to_string(), by_the_standard(html).to_string(), "{html:?}");
}

#[test]
fn odd_pages_are_cut_as_the_standard_does() {
    for html in [
        "<p a=1 A=2 b='3' c=\"4\" d e = f/g h/i>x</P >y</p a=b>z",
        "<p/><br/ ><br / /><a / b/>c<i =x y==z>d<b \"'<>e",
        "a < b <3 </ c </> d </3> <? e > f <! g > h <!-- i --> j <!--> k <!---> l <!--- m --!> n <!----> o",
        "<!-- a <!-- b --> c <!-- -- > d --->e<!--f--!g-->h<!-- i",
        "&amp &amp; &ampx &notit; &notin; &nope; &; & &#65; &#x42 &#x; &#; &#0; &#x80; &#xD800; &#99999999999;x&#13;",
        "<a href='?a=1&copy=2&amp=3&ampx&amp;y&lt'>&lt</a><a b=&amp;c>&NotEqualTilde;&ac",
        "<title>a &amp; <b> </titles> </TITLE x=y>b<textarea>\n<p></textarea\n>c",
        "<style>a</b>&amp;</style >c<script>d<!--e</script>f",
        "<script>a<!--b<script>c</script>d--></script>e<script><!--><script></script>f<script><!--<scripty></script>g",
        "<script><!--<script>-</script>--</script>-->h</script>i<script></script",
        "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 3.2//EN' \"x>y\"><p><table>z",
        "<!doctype>a<!DOCTYPE b",
        "<svg><![CDATA[a]]b]]>c<title><p>d</title></svg><![CDATA[e]]>f<math><mi>g<p>h",
        "a\r\nb\rc<pre>\r\nd</pre>\0e<p \0=\0>\0<title>\0</title><svg>\0<![CDATA[\0]]>",
        "<plaintext>a</plaintext>&amp;\0",
        "<p a='b",
        "<p a",
        "<p",
        "</p",
        "</",
        "<",
        "<template><p>a<b></template>c<select><option>d<p>e",
        "<b><p>a</b>b<table>c<tr>d<td>e</table>f<a>g<a>h",
        "",
    ] {
        same(html);
    }
}

const PIECES: &[&str] = &[
    "<",
    ">",
    "/",
    "</",
    "!",
    "-",
    "--",
    "<!--",
    "-->",
    "--!>",
    "=",
    "\"",
    "'",
    " ",
    "\n",
    "\r",
    "\0",
    "a",
    "B",
    "é",
    "中",
    "&",
    "&amp",
    "&notit;",
    "&#x80;",
    "&#",
    ";",
    "#",
    "x41",
    "<p>",
    "</p>",
    "<b c=d>",
    "</b>",
    "<script>",
    "</script>",
    "<script",
    "script",
    "<title>",
    "</title>",
    "<style>",
    "</style",
    "<textarea>",
    "<svg>",
    "</svg>",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE html>",
    "<!doctype",
    "PUBLIC",
    "<table>",
    "<tr>",
    "<td>",
    "<a href=?b&copy=1>",
    "<plaintext>",
    "<?",
    "<template>",
    "<select>",
    "<math>",
    "<br/>",
    "<noscript>",
    "<meta charset=utf-8>",
    "<body a>",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn any_page_is_cut_as_the_standard_does(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        same(&pieces.concat());
    }
}
