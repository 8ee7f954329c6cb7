//! Officials through whole documents: every mention of each, and how it was linked.

use newsfacts::{Extractor, Link, Person};

const SWEDISH: &str = "\
Utrikesministern nöjd med resan till Lettland

Utrikesminister Astrid Wennerholm (S) avslutade på torsdagen sitt besök i Riga, där hon togs emot av Lettlands president \
Valdis Kalnberg. (Foto: Maria Wennerholm)

– Samtalen var öppna, sade Wennerholm till svenska medier.

Vid mötet deltog även vice premiärminister och inrikesminister Ilze Ozola. Enligt Ozola ska de båda länderna utbyta \
fler uppgifter om gränsen. Vice premiärministern lovade ett svar före jul.

Astrid Wennerholm reste vidare till Vilnius. Där väntade den litauiske presidenten, som vill höra mer om \
Wennerholms förslag.

Lettlands president sade att han ser fram emot ett besök i Sverige. Kalnberg-lägret i parlamentet är splittrat, och \
Pavel Kalnberg, som äger en tidning, är kritisk. Utrikesministrarna möts igen i maj.

Sydkoreas president Kang Min-soo väntas till Stockholm i höst. Kang ska träffa kungen.
";

const CHINESE: &str = "\
2月3日下午，瑞典首相安娜·林德奎斯特在斯德哥尔摩会见越南国家主席阮文德。

林德奎斯特表示，两国关系良好。阮文德指出，越南愿扩大合作。

瑞典首相表示感谢。瑞典首相府随后发表声明。
";

fn show(people: &[Person<'_>]) -> Vec<String> {
    let mention = |m: &newsfacts::Mention<'_, Link>| format!("{} ({:?})", m.text(), m.value());
    let person = |p: &Person<'_>| {
        let offices: Vec<_> = p.offices().iter().map(|o| o.title()).collect();
        let mentions: Vec<_> = p.mentions().iter().map(mention).collect();
        format!("{}: {} | {}", p.name(), offices.join("; "), mentions.join(", "))
    };
    people.iter().map(person).collect()
}

#[test]
fn swedish_page() {
    let people = Extractor::new().people(SWEDISH);
    let expected = [
        "Astrid Wennerholm: Utrikesminister | Utrikesministern (Title), Astrid Wennerholm (Office), Wennerholm (ShortName), \
         Astrid Wennerholm (Name), Wennerholm (ShortName)",
        "Valdis Kalnberg: Lettlands president | Valdis Kalnberg (Office), Lettlands president (Title)",
        "Ilze Ozola: vice premiärminister; inrikesminister | Ilze Ozola (Office), Ozola (ShortName), \
         Vice premiärministern (Title)",
        "Kang Min-soo: Sydkoreas president | Kang Min-soo (Office), Kang (ShortName)",
    ];
    assert_eq!(show(&people), expected);
    assert_eq!(people[0].party().map(|party| party.name()), Some("S"));
}

#[test]
fn chinese_page() {
    let expected = [
        "安娜·林德奎斯特: 瑞典首相 | 安娜·林德奎斯特 (Office), 林德奎斯特 (ShortName), 瑞典首相 (Title)",
        "阮文德: 越南国家主席 | 阮文德 (Office), 阮文德 (Name)",
    ];
    assert_eq!(show(&Extractor::new().people(CHINESE)), expected);
}

/// Where a name ends is told by all of the document: a paragraph alone would end these names elsewhere, or take none.
const REPEATED: &str = "\
政务司长林方安生于今日上午启程，前往广州。总理谢赫·哈西德所希望的合作也在议程上。

林方安生将停留两天。她说，此行很重要。哈西德表示欢迎。

镇长任我行走遍全村。这一带的路还没有修好。

“要修路。”任我行说。任我行告诉记者，明年路就通了。
";

#[test]
fn names_are_told_by_the_whole_document() {
    let extractor = Extractor::new();
    let expected = [
        "林方安生: 政务司长 | 林方安生 (Office), 林方安生 (Name)",
        "谢赫·哈西德: 总理 | 谢赫·哈西德 (Office), 哈西德 (ShortName)",
        "任我行: 镇长 | 任我行 (Office), 任我行 (Name), 任我行 (Name)",
    ];
    assert_eq!(show(&extractor.people(REPEATED)), expected);
    let alone: Vec<_> = extractor.officials(REPEATED).map(|m| m.value().name().to_owned()).collect();
    assert_eq!(alone, ["林方安", "谢赫·哈西德"], "facts are told by their paragraph alone");
}

#[test]
fn every_mention_is_a_slice_in_order_and_disjoint() {
    for text in [SWEDISH, CHINESE, REPEATED] {
        let people = Extractor::new().people(text);
        let mut spans: Vec<_> =
            people.iter().flat_map(|p| p.mentions()).map(|m| (m.span(), m.text())).collect();
        spans.sort_by_key(|(span, _)| *span);
        assert!(spans.iter().all(|(span, words)| &text[*span] == *words));
        assert!(spans.windows(2).all(|w| w[0].0.end() <= w[1].0.start()));
        for person in &people {
            assert!(person.mentions().is_sorted_by_key(|m| m.span()));
        }
    }
}

#[test]
fn names_that_several_share_are_left_alone() {
    let text = "Finansminister Eva Ekholm mötte justitieminister Olof Ekholm. Ekholm talade länge.";
    let people = Extractor::new().people(text);
    assert_eq!(people.len(), 2);
    assert!(people.iter().all(|p| p.mentions().len() == 1));
}

/// Who stands in for another, and who holds an office for the time being, is said so.
#[test]
fn deputies_and_acting_holders_are_told_apart() {
    use newsfacts::{Extractor, value::Tenure};
    let held = |text: &str| {
        let official = Extractor::new().officials(text).next().expect("an official").into_value();
        (official.offices()[0].is_deputy(), official.offices()[0].tenure())
    };
    assert_eq!(held("常务副省长陈光出席。"), (true, Tenure::Current));
    assert_eq!(held("代市长赵刚出席。"), (false, Tenure::Acting));
    assert_eq!(held("时任云江市市长李明出席。"), (false, Tenure::Then));
    assert_eq!(held("全国人大代表李明出席。"), (false, Tenure::Current));
    assert_eq!(held("Vice statsminister Anna Ek talade."), (true, Tenure::Current));
    assert_eq!(held("Servicechefen på Polisen, tf rikspolischef Anna Ek, talade."), (false, Tenure::Acting));
}

/// Of people with one surname the title tells which is meant; a title that neither holds makes a third.
#[test]
fn titles_tell_namesakes_apart() {
    let text = "Finansminister Eva Ekholm mötte talman Olof Ekholm. Talman Ekholm log, och minister Ekholm skrattade. \
                Senator Ekholm kom inte.";
    let expected = [
        "Eva Ekholm: Finansminister; minister | Eva Ekholm (Office), Ekholm (Office)",
        "Olof Ekholm: talman | Olof Ekholm (Office), Ekholm (Office)",
        "Ekholm: Senator | Ekholm (Office)",
    ];
    let people = Extractor::new().people(text);
    assert_eq!(show(&people), expected);
}

#[test]
fn names_are_compared_in_any_case_and_links_say_how_sure_they_are() {
    let text =
        "FINANSMINISTER EVA EKHOLM\n\nFinansminister Eva Ekholm gick. Ekholm log, sade finansministern.";
    let people = Extractor::new().people(text);
    assert_eq!(people.len(), 1, "{:?}", show(&people));
    let certain: Vec<_> = people[0].mentions().iter().map(|m| m.value().is_certain()).collect();
    assert_eq!(certain, [true, true, false, false]);
}

/// What the table of guards says of words after a title, word by word.
#[test]
fn a_title_before_a_word_that_turns_it_is_not_its_holder() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lang/zh/official-guards.tsv");
    let table = std::fs::read_to_string(path).unwrap();
    let extractor = Extractor::new();
    let mentions = |word: &str| {
        let text = format!("瑞典首相安娜·林德到访。\n\n晚些时候，瑞典首相{word}也有变化。");
        extractor.people(&*text)[0].mentions().len()
    };
    assert_eq!(mentions("表示"), 2);
    let rows = table.lines().filter(|row| !row.starts_with('#'));
    let words: Vec<&str> = rows
        .filter_map(|row| {
            let mut cells = row.split('\t');
            let (word, after) = (cells.next()?, cells.nth(1)?);
            after.split(' ').any(|class| class == "turns").then_some(word)
        })
        .collect();
    assert!(words.len() > 40, "{words:?}");
    for word in words {
        assert_eq!(mentions(word), 1, "{word}");
    }
}
