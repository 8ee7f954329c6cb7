//! Articles: what is read of a page, in which encoding, and pages that are broken on purpose.

#![cfg(feature = "html")]

use newsfacts::{Article, ArticleOptions, Extractor, Language, Limits, PublishedSource, decode};

fn text(html: &str) -> String {
    Article::from_html(html).unwrap().text().to_owned()
}

/// A page in Swedish whose story is long enough to be known as one.
fn page(head: &str, before: &str, after: &str) -> Article {
    let story = "<p>Kommunen bygger om torget i Sandviken under hösten, och bilarna får parkera vid ån så länge.</p>
        <p>Arbetet kostar 14 miljoner kronor, varav regionen betalar en tredjedel enligt det nya avtalet.</p>";
    Article::from_html(&format!(
        "<html lang=sv><head><title>Torget byggs om - Sandbladet</title>{head}</head>
         <body>{before}<div><h1>Torget byggs om</h1>{story}{after}</div></body></html>"
    ))
    .unwrap()
}

fn dated(head: &str, after: &str) -> Option<(String, PublishedSource)> {
    let page = page(head, "", after);
    Some((page.published()?.to_string(), page.published_source()?))
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
fn a_story_that_the_page_hides_is_read_if_there_is_no_other() {
    let story = "Hamnen i Norrvik byggs ut under hösten, och bilarna får parkera vid ån så länge.";
    let under_a_dialog = format!(
        "<div role=dialog><p>Välj.</p></div><div aria-hidden=true><nav>Meny</nav><p>{story}</p></div>"
    );
    assert_eq!(text(&under_a_dialog), story);
    assert_eq!(text(&format!("<nav>Meny<div><p>{story}</p></div>")), story);
    assert_eq!(text(&format!("<div style='visibility: hidden'><p>{story}</p></div>")), story);
}

#[test]
fn the_text_begins_with_the_headline() {
    let page = page("", "", "");
    assert_eq!(page.title(), Some("Torget byggs om"));
    assert!(page.text().starts_with("Torget byggs om\n\nKommunen"));
    assert!(page.body().starts_with("Kommunen"));
    assert_eq!(page.element_at(0).unwrap(), "html > body > div > h1");
    // A title may be cut short before the name of the site.
    let cut = "<html lang=sv><title>Torget i Norrvik byggs om - Norrposten</title>\
        <article><h1>Torget i Norrvik byggs om efter två års väntan</h1><p>Så är det.</article>";
    let page = Article::from_html(cut).unwrap();
    assert_eq!(page.text(), "Torget i Norrvik byggs om efter två års väntan\n\nSå är det.");
    // Where no heading holds it, it comes from the head.
    let page = Article::from_html("<html lang=sv><title>Kostar 5 000 kronor</title><p>Så är det.").unwrap();
    assert_eq!(page.text(), "Kostar 5 000 kronor\n\nSå är det.");
    assert_eq!(page.element_at(0).unwrap(), "html > head > title");
    assert_eq!(Extractor::new().money(page.document()).count(), 1);
}

#[test]
fn dates_come_from_where_pages_put_them() {
    use PublishedSource::{Address, JsonLd, Label, Meta, Microdata, Script, Stamp, Time};
    let is = |head: &str, after: &str, date: &str, source| {
        assert_eq!(dated(head, after), Some((date.to_owned(), source)), "{head} {after}");
    };
    is(
        r#"<meta property="article:published_time" content="2024-02-29T23:10:00+01:00">"#,
        "",
        "2024-02-29",
        Meta,
    );
    is(r#"<meta name="PubDate" content="20240301">"#, "", "2024-03-01", Meta);
    let ld = r#"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-07-04T08:00"}</script>"#;
    is(ld, "", "2023-07-04", JsonLd);
    is("", "<span itemprop=datePublished>4 juli 2023</span>", "2023-07-04", Microdata);
    is(r#"<script>state={"publishTime":"2023-07-04 08:00"}</script>"#, "", "2023-07-04", Script);
    is("", "<p>Publicerad: 4 juli 2023</p>", "2023-07-04", Label);
    is(r#"<link rel=canonical href="https://s.example/2023/07/04/torget">"#, "", "2023-07-04", Address);
    is("", "<time datetime=2023-07-04>i juli</time>", "2023-07-04", Time);
    let stamp = page("", "", "").text().len();
    assert!(stamp > 0);
    let stamped = Article::from_html(
        "<html lang=sv><h1>Torget byggs om</h1><div>Uppdaterad 5 juli 2023 <b>Publicerad 4 juli 2023</b></div>
         <p>Kommunen bygger om torget i Sandviken under hösten, och bilarna får parkera vid ån så länge.</p>",
    )
    .unwrap();
    assert_eq!(stamped.published_source(), Some(Stamp));
    assert_eq!(stamped.published(), Some(jiff::civil::date(2023, 7, 4)));
    assert_eq!(stamped.modified(), Some(jiff::civil::date(2023, 7, 5)));
    assert!(!stamped.text().contains("2023"), "a stamp is no part of the story");
}

#[test]
fn dates_of_other_things_are_not_taken() {
    for (head, after) in [
        ("", ""),
        (r#"<meta name="date" content="2024-02-31">"#, ""),
        (r#"<meta name="date" content="1970-01-01">"#, ""),
        (r#"<meta name="lastmod" content="2024-02-03">"#, ""),
        (r#"<script>var t={"time":"2024-02-03 10:00","svr_time":1718904600}</script>"#, ""),
        (r#"<script>a={"publishedAt":"2024-02-03"};b={"publishedAt":"2024-02-04"}</script>"#, ""),
        (
            r#"<script type="application/ld+json">{"@type":"WebSite","datePublished":"2011-02-03"}</script>"#,
            "",
        ),
        ("", "<p>Bron invigdes den 14 juni 1996.</p>"),
        ("", "<aside><time datetime=2021-06-07>7 juni</time></aside>"),
        ("", "<ul class=comments><li>Bo 2024-02-03 12:01 <p>Bra!</ul>"),
        ("", "<div class=related><a href=/x>Mer</a> <time datetime=2021-06-07>7 juni</time></div>"),
        ("", "<p>© 2024 Sandbladet</p><p>Uppdaterad 2024-02-03</p>"),
    ] {
        assert_eq!(dated(head, after), None, "{head} {after}");
    }
    let options = ArticleOptions::new().with_today(jiff::civil::date(2020, 5, 1));
    let on = |day: &str| options.read(&format!("<meta name=pubdate content={day}><p>x")).unwrap().published();
    assert!(on("2020-05-02").is_some(), "it is later elsewhere");
    assert_eq!(on("2020-05-03"), None);
}

#[test]
fn by_line_section_and_captions_are_kept_apart() {
    let head = r#"<meta name="author" content="Siv Ek"><meta property="article:section" content="Lokalt">"#;
    let page =
        page(head, "", "<figure><img><figcaption>Torget i kvällsljus. Foto: Bo Alm</figcaption></figure>");
    assert_eq!((page.byline(), page.section()), (Some("Siv Ek"), Some("Lokalt")));
    assert_eq!(page.captions().collect::<Vec<_>>(), ["Torget i kvällsljus. Foto: Bo Alm"]);
    assert!(!page.text().contains("Bo Alm"));
}

#[test]
fn language_and_region() {
    let page = Article::from_html("<html lang=zh-TW><title> 標題 </title><p>5元</p>").unwrap();
    assert_eq!((page.title(), page.language()), (Some("標題"), Language::Chinese));
    assert_eq!(page.document().region(), Some(newsfacts::Region::Taiwan));
    let page = Article::from_html("<link rel=canonical href='https://a.hk/1'><p>票價五十元。").unwrap();
    assert_eq!(page.document().region(), Some(newsfacts::Region::HongKong));
    // A template in another language does not make the page one.
    let page = Article::from_html("<html lang=sv><p>票价五十元，下月起执行。").unwrap();
    assert_eq!(page.language(), Language::Chinese);
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
fn those_who_know_their_pages_say_so() {
    let html = "<title>Hamnen</title><div class=a><p>Annat.</p></div><div class=b><p>Hamnen byggs ut.</p><i>Köp</i></div>
        <em>3 maj 2024</em>";
    let options = ArticleOptions::new().with_body(".b").unwrap().with_dropped("i").unwrap();
    let page = options.with_date("em").unwrap().read(html).unwrap();
    assert_eq!(page.body(), "Hamnen byggs ut.");
    assert_eq!(page.published_source(), Some(PublishedSource::Selector));
    assert!(ArticleOptions::new().with_date("p[").unwrap_err().is_selector());
}

mod encodings {
    use super::*;

    const PROSE: &str = "北京地铁票价下月调整，起步价三元。";

    fn encoded(label: &str, text: &str) -> Vec<u8> {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
        if encoding == encoding_rs::UTF_16LE {
            return text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        }
        if encoding == encoding_rs::UTF_16BE {
            return text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        }
        let (bytes, used, unmappable) = encoding.encode(text);
        assert!(used == encoding && !unmappable);
        bytes.into_owned()
    }

    #[test]
    fn stated_by_the_page_or_the_header_or_not_at_all() {
        let traditional = "台北捷運票價下月調整，起步價三十元，月票不變，市民表示可以接受。";
        let swedish = "Räksmörgåsen kostar 98 kronor på Öland, säger kaféägaren Åsa Sjö.";
        for (label, prose) in [
            ("utf-8", PROSE),
            ("gbk", PROSE),
            ("gb2312", PROSE),
            ("gb18030", PROSE),
            ("big5", traditional),
            ("windows-1252", swedish),
            ("iso-8859-1", swedish),
            ("utf-16le", PROSE),
            ("utf-16be", swedish),
        ] {
            let page =
                |meta: &str| encoded(label, &format!("<html><head>{meta}</head><p>{prose}</p></html>"));
            let text = |bytes: &[u8], header: Option<&str>| {
                Article::from_bytes(bytes, header)
                    .unwrap_or_else(|e| panic!("{label}: {e}"))
                    .text()
                    .to_owned()
            };
            let header = format!("text/html; charset={label}");
            assert_eq!(text(&page(""), Some(&header)), prose, "{label}: header");
            assert_eq!(text(&page(&format!("<meta charset='{label}'>")), None), prose, "{label}: meta");
            let old = format!("<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset={label}'>");
            assert_eq!(text(&page(&old), Some("text/html")), prose, "{label}: old meta");
            assert_eq!(text(&page(""), None), prose, "{label}: guess");
        }
    }

    #[test]
    fn a_mark_is_believed_before_all_else() {
        for (mark, label) in
            [(&b"\xEF\xBB\xBF"[..], "utf-8"), (b"\xFF\xFE", "utf-16le"), (b"\xFE\xFF", "utf-16be")]
        {
            let bytes = [mark, &encoded(label, "<meta charset=big5><p>Örebro")].concat();
            assert_eq!(Article::from_bytes(&bytes, Some("text/html; charset=gbk")).unwrap().text(), "Örebro");
        }
    }

    #[test]
    fn what_is_stated_is_not_believed_against_the_bytes() {
        let utf_8 = "<meta charset=gbk><p>Räksmörgås på Öland är dyrare än på Åland</p>";
        assert_eq!(decode(utf_8.as_bytes(), Some("text/html; charset=iso-8859-1")).unwrap(), utf_8);
        let gbk = encoded("gbk", "<meta charset=gb2312><p>下月起调整票价</p>");
        assert!(decode(&gbk, Some("text/html; charset=utf-8")).unwrap().contains("下月起调整票价"));
        // One broken character does not cost the page.
        let broken = [&encoded("utf-8", &PROSE.repeat(40))[..], b"\xE5"].concat();
        assert!(decode(&broken, None).unwrap().starts_with(PROSE));
    }

    #[test]
    fn wrong_labels_and_characters_beyond_them() {
        let page = |label: &str, prose: &str, stated: &str| {
            let bytes = encoded(label, &format!("<meta charset={stated}><p>{prose}</p>"));
            Article::from_bytes(&bytes, None)
                .unwrap_or_else(|e| panic!("{label} as {stated}: {e}"))
                .text()
                .to_owned()
        };
        // Characters that are in GBK, and in GB18030, not in what they are said to be in.
        let rare = "市长陶喆镕昨日说，囧字路口的红绿灯今年改造，预算八百万元。";
        assert_eq!(page("gbk", rare, "gb2312"), rare);
        let rarer = format!("{rare}㐂字街也要改。");
        assert_eq!(page("gb18030", &rarer, "gb2312"), rarer);
        assert_eq!(page("gbk", PROSE, "utf-8"), PROSE);
        assert_eq!(page("gbk", &PROSE.repeat(4), "big5"), PROSE.repeat(4));
        assert_eq!(page("utf-8", &PROSE.repeat(4), "big5"), PROSE.repeat(4));
        let swedish = "Räksmörgåsen kostar 98 kronor på Öland, säger kaféägaren Åsa Sjö.";
        assert_eq!(page("windows-1252", swedish, "utf-8"), swedish);
        assert_eq!(page("utf-8", swedish, "iso-8859-1"), swedish);
        // Hong Kong's supplement.
        let supplement = b"<meta charset=big5-hkscs><p>\xb4\xe4\xc5\x4b\x9d\xef\xb2\xbc\xbb\xf9\xa4\x55\xa4\xeb\xa5\x5b\x9d\xf7\xa8\xe2\xb0\x41";
        assert!(decode(supplement, None).is_ok_and(|text| text.ends_with("港鐵嘅票價下月加咗兩蚊")));
    }

    #[test]
    fn a_page_that_is_cut_within_a_character_is_read() {
        for (label, prose) in
            [("gbk", PROSE), ("big5", "台北捷運票價下月調整，起步價三十元"), ("utf-8", PROSE)]
        {
            for meta in [format!("<meta charset={label}>"), String::new()] {
                let mut bytes = encoded(label, &format!("{meta}<p>{prose}市"));
                bytes.pop();
                let text = Article::from_bytes(&bytes, None)
                    .unwrap_or_else(|e| panic!("{label}: {e}"))
                    .text()
                    .to_owned();
                assert!(text.starts_with(prose), "{label}: {text}");
            }
        }
    }

    #[test]
    fn what_is_no_text_is_refused_and_the_error_says_what_was_tried() {
        let picture: Vec<u8> = (0..2000_u32).map(|i| (i * i % 251) as u8).collect();
        let error = decode(&picture, Some("text/html; charset=Big5")).unwrap_err();
        assert!(error.is_encoding());
        let message = error.to_string();
        assert!(
            message.contains("stated: Big5 (header)") && message.contains("tried: Big5, UTF-8"),
            "{message}"
        );
        assert!(Article::from_bytes(&picture, None).unwrap_err().to_string().contains("stated: nothing"));
        let unknown = decode(&picture, Some("text/html; charset=x-gnu")).unwrap_err().to_string();
        assert!(unknown.contains("stated: x-gnu (header, unknown)"), "{unknown}");
    }
}

#[test]
fn broken_pages_are_read() {
    for broken in ["", "<", "</", "<p", "<!--", "<p><table><p></b></p>", "\0", "<\u{130}>", "<p>å</"] {
        Article::from_html(broken).unwrap();
    }
    let flat = "<p>5 mars 2025".repeat(5000);
    assert_eq!(Extractor::new().dates(Article::from_html(&flat).unwrap().document()).count(), 5000);
}

/// Pages of a megabyte made to stop a service, each with whether it is refused. What is read has its whole text.
#[test]
fn hostile_pages_are_refused_or_read() {
    const MB: usize = 1 << 20;
    let fill = |unit: &str| unit.repeat(MB / unit.len());
    let numbered = |make: &dyn Fn(usize) -> String| {
        let mut page = String::new();
        let mut i = 0;
        while page.len() < MB {
            page.push_str(&make(i));
            i += 1;
        }
        page
    };
    let bold: String = (0..500).map(|i| format!("<b id={i}>")).collect();
    let wide: String = (0..900).map(|i| format!(" a{i}")).collect();
    let pages = [
        ("deep", fill("<div>"), true),
        ("stray end tags", fill("<div></x>"), true),
        ("open formatting", format!("<p>{bold}{}", fill("<p>x")), true),
        ("formatting that closes blocks", fill("<a><b><i><div></a>x"), true),
        ("attributes of a tag", format!("<p{}>", numbered(&|i| format!(" a{i}"))), true),
        ("quoted attributes", format!("<p{}>", numbered(&|i| format!(" a{i}='>'"))), true),
        ("attributes of the body", numbered(&|i| format!("<body a{i}>")), false),
        ("many attributes, copied", format!("<p>{}{}", format!("<b{wide}>").repeat(3), fill("<p>x")), true),
        ("tables in tables", fill("<table><tr><td>"), true),
        ("text pushed out of a table", format!("<table>{}", fill("<b>x")), true),
        ("foreign elements", format!("<svg>{}", fill("<g>")), true),
        ("templates", fill("<template>"), true),
        ("out of the table", format!("<table>{}", fill("x<tr>")), false),
        ("unclosed paragraphs", fill("<p>x"), false),
        ("an unclosed comment", format!("<!--{}", fill("- >")), false),
        ("lists of names", numbered(&|i| format!("<x{i}></x{i}>")), false),
        ("end tags only", fill("</p>"), false),
        ("lone brackets", fill("< "), false),
        ("links", fill("<a href=x>y</a> "), false),
        ("entities", fill("&amp;"), false),
        ("one script", format!("<script>{}", fill("publishTime:")), false),
        ("labels", fill("<p>Publicerad 3 maj "), false),
        ("dates", fill("<p>2099-01-01 "), false),
        ("headings", fill("<h1>x</h1>"), false),
        ("articles", fill("<article>x</article>"), false),
        ("nested names", format!("{}{}", "<div class=comment>".repeat(400), fill("<p>x")), false),
        ("json", format!("<script type='application/ld+json'>{}", fill("[")), false),
        ("times", fill("<time datetime=x>y</time>"), false),
        ("lists in lists", format!("{}{}", "<dl><dd>".repeat(200), fill("<dt>x<dd>y")), false),
        ("end tags that make elements", format!("{}{}", "<div>".repeat(400), fill("</p></br>")), false),
        ("paragraphs in links", fill("<a><p>x</a>"), false),
        ("formatting around blocks", fill("<b><p></b>"), false),
        ("headings of the title", format!("<title>Om 5 maj</title>{}", fill("<h1>Om 5 maj</h1>")), false),
        ("an unclosed section of a picture", format!("<svg><![CDATA[{}", fill("]] ]>x")), false),
        ("a name of a character without an end", format!("<p>&{}", fill("a")), false),
        ("marks over one letter", format!("<p>a{}", fill("\u{301}\u{323}")), false),
        ("characters that are none", format!("<p>{}", fill("a\0b")), false),
        (
            "scripts with data",
            fill("<script type='application/ld+json'>{\"datePublished\":\"2031-05-05\"}</script>"),
            false,
        ),
        ("addresses", format!("<link rel=canonical href='/{}'><p>x", fill("2031/05/05/")), false),
        ("one class", format!("<div class='{}'><p>x", fill("comment byline ")), false),
        ("small print over characters", fill("<ruby>中<rt>x<rp>("), true),
        ("lines that must not break", fill("<nobr><i>x"), true),
        ("frames", fill("<frameset><frame>"), true),
        ("things that open", fill("<details><summary>x"), true),
    ];
    // CSS selectors may ask for any attribute, so all are kept.
    let all = ArticleOptions::new().with_dropped("p").unwrap();
    assert!(all.read(&numbered(&|i| format!("<body a{i}>"))).unwrap_err().is_limit());
    for (name, html, refused) in pages {
        match Article::from_html(&html) {
            Ok(_) => assert!(!refused, "{name} is read"),
            Err(error) => assert!(refused && error.is_limit(), "{name}: {error}"),
        }
    }
}

#[test]
fn limits_are_the_callers() {
    let read = |limits: Limits, html: &str| ArticleOptions::new().with_limits(limits).read(html).map(|_| ());
    let limits = Limits::default();
    assert!(read(limits.with_bytes(10), "<p>Tolv byte</p>").unwrap_err().is_limit());
    assert!(read(limits.with_depth(5), "<div><div><div><div>x").unwrap_err().is_limit());
    assert!(read(limits.with_depth(6), "<div><div><div><div>x").is_ok());
    assert!(read(limits.with_attributes(2), "<p a b c>x").unwrap_err().is_limit());
    assert!(read(limits.with_nodes(4), "<p>x<p>y").unwrap_err().is_limit());
    assert!(read(limits.with_nodes(5), "<p>x<p>y").is_ok());
    let bytes = ArticleOptions::new().with_limits(limits.with_bytes(3)).read_bytes(b"<p>x", None);
    assert_eq!(bytes.unwrap_err().to_string(), "page with more than 3 bytes");
}

const CHINESE: &str =
    "<p>　　江城市水务局昨日通报，全市十二座水库平稳度汛，拦蓄洪水三点六亿立方米，下游没有发生险情。</p>
    <p>　　局长周启明说，下一步将投入两亿元加固老旧堤防，明年四月底前完成所有水库的自动监测设备安装。</p>";

fn chinese(before: &str, after: &str) -> Article {
    let html = format!(
        "<title>十二座水库平稳度汛_江城网</title><body>{before}<div class=zw>{CHINESE}{after}</div></body>"
    );
    ArticleOptions::new().with_today(jiff::civil::date(2026, 1, 1)).read(&html).unwrap()
}

#[test]
fn a_stamp_is_no_prose_however_long_it_is() {
    let stamp = "<div>发布时间：2025-09-30 来源：江城市水务局 作者：林小树、何大江 浏览次数：312次【字体：大 中 小】</div>";
    let page = chinese(&format!("<h1>十二座水库平稳度汛</h1>{stamp}"), "");
    assert_eq!(page.published().unwrap().to_string(), "2025-09-30");
    assert!(page.body().starts_with("江城市水务局"), "{}", page.body());
    // Year, day and time in elements of their own, above the headline.
    let head = "<div><div><span><em>2025</em></span> <span><em>10</em>/<em> 17</em></span><span> 08:31:05</span></div>
        <div>来源：江城网</div><h1>十二座水库平稳度汛</h1></div>";
    assert_eq!(chinese(head, "").published().unwrap().to_string(), "2025-10-17");
    // A calendar has no time of day.
    assert_eq!(chinese("<div>2025 10/ 17 星期五</div><h1>十二座水库平稳度汛</h1>", "").published(), None);
}

#[test]
fn notes_of_the_site_and_texts_under_pictures_are_no_story() {
    let after = "<p>图为江城水库，堤上的树木已经泛黄，远处是今年新建的泵站和管理用房。林小树 摄</p>
        <h3>热点视频</h3><p>本网站所刊载信息，不代表江城网观点，刊用本网站稿件，务经书面授权，违者将依法追究法律责任。</p>";
    let page = chinese("<h1>十二座水库平稳度汛</h1>", after);
    assert!(page.body().ends_with("监测设备安装。"), "{}", page.body());
    assert_eq!(page.captions().len(), 1);
    let offer = "<h2>Läs vidare i Sandbladet</h2><p>Sedan 149 kronor i månaden, ingen bindningstid, du avslutar när du vill.</p>";
    assert!(page_of(offer).body().ends_with("det nya avtalet."), "{}", page_of(offer).body());
    let caption =
        "<p>Torget i Sandviken en vanlig tisdag, innan maskinerna kommer till hösten. Foto: Eva Lund</p>";
    assert_eq!(page_of(caption).captions().len(), 1);
}

fn page_of(after: &str) -> Article {
    page("", "", after)
}

#[test]
fn what_stands_before_the_headline_is_not_of_the_story() {
    let other = "<div><a href=/b><b>Bron stängs</b></a><br>Bron över ån stängs för bilar i tre veckor, skriver kommunen. <i>2025-10-19 09:00</i></div>";
    let html = format!(
        "<html lang=sv><title>Torget byggs om</title><body>{other}{other}<h1>Torget byggs om</h1><div>Av Pia Rask 2025-10-21 06:15</div>
         <p>Kommunen bygger om torget i Sandviken under hösten, och bilarna får parkera vid ån så länge.</p>
         <p>Arbetet kostar 14 miljoner kronor, varav regionen betalar en tredjedel enligt det nya avtalet.</p>"
    );
    let page = Article::from_html(&html).unwrap();
    assert!(page.body().starts_with("Kommunen"), "{}", page.body());
    assert_eq!(page.published().unwrap().to_string(), "2025-10-21");
}

#[test]
fn the_last_change_is_the_date_where_there_is_no_other() {
    let page = page("", "", "");
    assert_eq!(page.published(), None);
    let html = "<title>Torget byggs om</title><h1>Torget byggs om</h1><p>Uppdaterad: 12 mars 2004, 14.20</p>
        <p>Kommunen bygger om torget i Sandviken under hösten, och bilarna får parkera vid ån så länge.</p>";
    let page = Article::from_html(html).unwrap();
    assert_eq!(page.published().unwrap().to_string(), "2004-03-12");
    assert_eq!(page.published_source(), Some(PublishedSource::Stamp));
}
