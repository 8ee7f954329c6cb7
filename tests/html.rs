//! Articles: what is read of a page, and pages that are broken on purpose.

#![cfg(feature = "html")]

use newsfacts::{Article, Extractor, Language};

fn text(html: &str) -> String {
    Article::from_html(html).unwrap().text().to_owned()
}

#[test]
fn nothing_is_glued_and_nothing_inside_a_line_is_split() {
    assert_eq!(text("<p>Ulf<br>Berg</p><p>Anna</p>"), "Ulf\nBerg\n\nAnna");
    assert_eq!(text("<p>Ul<b>f B</b>erg,   <i>minister</i>\n i  går</p>"), "Ulf Berg, minister i går");
    assert_eq!(text("<ul><li>ett<li>två</ul>tre"), "ett\n\ntvå\n\ntre");
    assert_eq!(text("<p>外交部\n  部长，\n李明 说\nAPEC</p>"), "外交部部长，李明 说 APEC");
    assert_eq!(text("<table><tr><td>5</td><td>mars</td></tr><tr><td>6</td></tr></table>"), "5\tmars\n\n6");
    assert_eq!(text("<p>12\u{a0}500&nbsp;kr pro&shy;cent</p>"), "12\u{a0}500\u{a0}kr pro\u{ad}cent");
}

#[test]
fn what_is_not_the_article_is_dropped() {
    let page = "<body><header>A</header><nav>B</nav><script>var c='5 mars'</script><style>p{}</style>
        <noscript><p>D</p></noscript><p hidden>E</p><div role=navigation>F</div><p>G</p><footer>H</footer></body>";
    assert_eq!(text(page), "G");
    assert_eq!(text("<body><p>Puff</p><article><p>Nyheten</p></article><p>Mer</p></body>"), "Nyheten");
}

#[test]
fn metadata_are_read_wherever_pages_put_them() {
    let date = |head: &str| {
        Article::from_html(&format!("<head>{head}</head><p>x</p>"))
            .unwrap()
            .published()
            .map(|d| d.to_string())
    };
    assert_eq!(
        date(r#"<meta property="article:published_time" content="2024-02-29T23:10:00+01:00">"#).as_deref(),
        Some("2024-02-29")
    );
    assert_eq!(date(r#"<meta name="PubDate" content="20240301">"#).as_deref(), Some("2024-03-01"));
    assert_eq!(
        date(r#"<script type="application/ld+json">{"datePublished": "2023-07-04T08:00"}</script>"#)
            .as_deref(),
        Some("2023-07-04")
    );
    assert_eq!(date(r#"<meta name="date" content="2024-02-31">"#), None);
    assert_eq!(date(""), None);

    let page = Article::from_html("<html lang=zh-TW><title> 標題 </title><p>5元</p>").unwrap();
    assert_eq!((page.title(), page.language()), (Some("標題"), Language::Chinese));
    assert_eq!(page.document().region(), Some(newsfacts::Region::Taiwan));
}

#[test]
fn a_byte_of_the_text_leads_back_to_its_element() {
    let page =
        Article::from_html("<article><p>Ett</p><aside>x</aside><p>Två <em>tre</em> fyra</p></article>")
            .unwrap();
    let at = |word: &str| page.element_at(page.text().find(word).unwrap()).unwrap();
    assert_eq!(at("Ett"), "html > body > article > p");
    assert_eq!(at("tre"), "html > body > article > p:nth-of-type(2) > em");
    assert_eq!(at("fyra"), "html > body > article > p:nth-of-type(2)");
    assert_eq!(page.element_at(page.text().len()), None);
}

#[test]
fn hostile_pages_are_refused_or_read() {
    let deep = "<div>".repeat(5000) + "5 mars 2025" + &"</div>".repeat(5000);
    assert!(Article::from_html(&deep).unwrap_err().is_depth());
    let flat = "<p>5 mars 2025".repeat(5000);
    assert_eq!(Extractor::new().dates(Article::from_html(&flat).unwrap().document()).count(), 5000);
    for broken in ["", "<", "</", "<p", "<!--", "<p><table><p></b></p>", "\0", "<\u{130}>", "<p>å</"] {
        Article::from_html(broken).unwrap();
    }
}
