use newsfacts::{Extractor, Kind};
fn main() {
    let e = Extractor::builder().kinds([Kind::Official, Kind::Role]).build().unwrap();
    for text in std::env::args().skip(1) {
        println!("{text}");
        for f in e.facts(text.as_str()) {
            println!("   => {} {:?}", f.value(), f.value());
        }
        for p in e.people(text.as_str()) {
            println!(
                "   people {} {:?}",
                p.name(),
                p.mentions().iter().map(|m| (m.text().to_owned(), *m.value())).collect::<Vec<_>>()
            );
        }
    }
}
