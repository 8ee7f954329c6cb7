//! The marks of a page: every fact, and the later mentions of its officials.

use super::words;
use newsfacts::{
    Extractor, Fact, Kind, Language, Link, Mention, Person, Span,
    value::{Date, DatePart, Duration, Office, Official, Origin, Party, Tenure, Term, TimeAnchor, TimeReach},
};

/// What a mark stands for.
#[derive(Debug)]
pub(crate) enum What {
    Fact(Fact),
    /// A mention of a person apart from an office: the number of the person.
    Mention(usize),
}

/// A marked piece of the text.
#[derive(Debug)]
pub(crate) struct Mark<'t> {
    pub(crate) span: Span,
    pub(crate) text: &'t str,
    pub(crate) what: What,
    /// The value that is shown beside the words.
    pub(crate) beside: Option<String>,
    /// Whether a part of the value is not stated but inferred, assumed or missing.
    pub(crate) doubtful: bool,
    /// All that is known, for the tooltip.
    pub(crate) fields: Vec<(&'static str, String)>,
}

impl Mark<'_> {
    /// The kind, which gives the mark its look.
    pub(crate) fn kind(&self) -> Kind {
        match &self.what {
            What::Fact(fact) => fact.kind(),
            What::Mention(..) => Kind::Official,
        }
    }

    /// The kind in words.
    pub(crate) fn kind_name(&self) -> &'static str {
        match &self.what {
            What::Fact(fact) => kind_name(fact.kind()),
            What::Mention(..) => "later mention",
        }
    }

    pub(crate) const fn fact(&self) -> Option<&Fact> {
        match &self.what {
            What::Fact(fact) => Some(fact),
            What::Mention(..) => None,
        }
    }
}

/// A kind in words.
pub(crate) const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Money => "amount",
        Kind::Percent => "percentage",
        Kind::VagueTime => "vague time",
        other => other.name(),
    }
}

/// How many of a kind: `1 amount`, `3 amounts`.
pub(crate) fn counted(n: usize, kind: Kind) -> String {
    super::lists::count(n, kind_name(kind))
}

/// The marks of a text in order, disjoint, and its officials.
pub(crate) fn marks<'t>(
    extractor: &Extractor,
    document: &newsfacts::Document<'t>,
) -> (Vec<Mark<'t>>, Vec<Person<'t>>) {
    let language = document.language_or_script();
    let people = extractor.people(document);
    let mut marks: Vec<Mark<'t>> = extractor.facts(document).map(|fact| of_fact(fact, language)).collect();
    let facts: Vec<Span> = marks.iter().map(|m| m.span).collect();
    let is_free = |span: Span| {
        let next = facts.partition_point(|f| f.end() <= span.start());
        facts.get(next).is_none_or(|f| !f.overlaps(span))
    };
    for (number, person) in people.iter().enumerate() {
        let later = person.mentions().iter().filter(|m| is_free(m.span()));
        marks.extend(later.map(|mention| of_mention(mention, number, person)));
    }
    marks.sort_by_key(|m| m.span);
    (marks, people)
}

fn of_fact<'t>(mention: Mention<'t, Fact>, language: Language) -> Mark<'t> {
    let fact = mention.value();
    let mut fields = vec![("value", words::value(fact, language))];
    match fact {
        Fact::Date(date) => of_date(date, &mut fields),
        Fact::Money(money) => {
            let currency = money.currency();
            fields.push(("currency", format!("{} ({currency})", currency.name())));
            if money.currency_assumed() {
                fields.push(("assumed", "which currency is meant is not stated".to_owned()));
            }
            if let Some(other) = money.currency_alternative() {
                fields.push(("or", format!("{} ({other})", other.name())));
            }
            if let Some(per) = money.per() {
                fields.push(("per", per.to_owned()));
            }
            modifier(money.modifier().map(|m| m.name()), &mut fields);
            change(money.direction().map(|d| d.name()), money.basis().map(|b| b.name()), &mut fields);
            if let Some(from) = money.from() {
                fields.push(("from", words::number(from, language)));
            }
        }
        Fact::Percent(percent) => {
            fields.push(("unit", percent.unit().name().replace('_', " ")));
            modifier(percent.modifier().map(|m| m.name()), &mut fields);
            change(percent.direction().map(|d| d.name()), percent.basis().map(|b| b.name()), &mut fields);
            if let Some(from) = percent.from() {
                fields.push(("from", words::number(from, language)));
            }
        }
        Fact::Official(official) | Fact::Role(official) => of_official(official, &mut fields),
        Fact::Duration(length) => of_length(length, &mut fields),
        _ => {}
    }
    let span = mention.span();
    fields.push(("bytes", format!("{}–{}", span.start(), span.end())));
    let doubtful = match fact {
        Fact::Date(date) => date.is_inferred() || date.is_partial() || date.alternative().is_some(),
        Fact::Money(money) => money.currency_assumed(),
        _ => false,
    };
    let beside = words::beside(fact, mention.text(), language);
    Mark {
        span: mention.span(),
        text: mention.text(),
        beside,
        doubtful,
        fields,
        what: What::Fact(mention.into_value()),
    }
}

fn of_date(date: &Date, fields: &mut Vec<(&'static str, String)>) {
    fields.push(("TIMEX3", date.timex()));
    if date.edtf() != date.timex() {
        fields.push(("EDTF", date.edtf()));
    }
    if let (Some(first), Some(last)) = (date.start_date(), date.end_date())
        && first != last
    {
        fields.push(("days", format!("{first} to {last}")));
    }
    let parts = |wanted: Origin| {
        let of = |part: &&DatePart| date.origin(**part) == Some(wanted);
        DatePart::ALL.iter().filter(of).map(|part| part.name()).collect::<Vec<_>>().join(", ")
    };
    for (name, origin) in [
        ("stated", Origin::Stated),
        ("from a date beside it", Origin::Neighbour),
        ("from the reference date", Origin::Reference),
    ] {
        let parts = parts(origin);
        if !parts.is_empty() {
            fields.push((name, parts));
        }
    }
    if let Some(other) = date.alternative() {
        fields.push(("or", words::date(&Date::from(other))));
    }
    if date.is_partial() {
        fields.push(("partial", "a part that the calendar needs is not known".to_owned()));
    }
    modifier(date.modifier().map(|m| m.name()), fields);
    fields.push(("granularity", date.granularity().name().to_owned()));
    if let Some(part) = date.part_of_day() {
        fields.push(("part of day", part.name().to_owned()));
    }
}

/// How a length of time lies to a point of time.
fn of_length(length: &Duration, fields: &mut Vec<(&'static str, String)>) {
    fields.push(("TIMEX3", length.timex()));
    let Some(at) = length.anchored() else { return };
    let (now, side) = (at.anchor() == TimeAnchor::Now, at.direction().name());
    fields.push(("lies", format!("{side} {}", if now { "now" } else { "another event" })));
    let reach = match at.reach() {
        TimeReach::Point => "its far end",
        TimeReach::Window => "all of it",
        TimeReach::Within => "some time in it",
        _ => at.reach().name(),
    };
    fields.push(("meant is", reach.to_owned()));
}

fn modifier(modifier: Option<&str>, fields: &mut Vec<(&'static str, String)>) {
    if let Some(modifier) = modifier {
        fields.push(("modifier", modifier.replace('_', " ")));
    }
}

fn change(direction: Option<&str>, basis: Option<&str>, fields: &mut Vec<(&'static str, String)>) {
    if let Some(direction) = direction {
        fields.push(("direction", direction.to_owned()));
    }
    if let Some(basis) = basis {
        fields.push(("compared with", format!("the {basis} before")));
    }
}

fn of_official(official: &Official, fields: &mut Vec<(&'static str, String)>) {
    fields[0] = ("name", official.name().to_owned());
    fields.extend(official.id().map(|id| ("id", id.to_owned())));
    of_offices(official.offices(), official.party(), fields);
}

/// All that is known of the offices of a person, and of its party.
fn of_offices(offices: &[Office], party: Option<&Party>, fields: &mut Vec<(&'static str, String)>) {
    for office in offices {
        fields.push(("office", joined([Some(office.title()), office.id()])));
        let deputy = office.is_deputy().then_some("deputy");
        let tenure = (office.tenure() != Tenure::Current).then(|| office.tenure().name());
        let role = office.role().as_str().replace('-', " ");
        fields.push(("role", joined([Some(&*role), office.role().wikidata(), deputy, tenure])));
        if let Some(body) = office.body() {
            let kind = body.kind().map(|kind| kind.name().replace('-', " "));
            fields.push(("body", joined([Some(body.name()), kind.as_deref(), body.id()])));
        }
        fields.extend(office.country().map(|country| ("country", country.to_string())));
        fields.extend(office.term().map(|held| ("term", term(held))));
    }
    if let Some(party) = party {
        let country = party.country().map(|country| country.to_string());
        fields.push(("party", joined([Some(party.name()), country.as_deref(), party.id()])));
    }
}

/// What is known of several things, with commas between.
fn joined<'a>(parts: impl IntoIterator<Item = Option<&'a str>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// When an office is or was held: `since 2022`.
fn term(term: &Term) -> String {
    let (sense, date) = (term.sense().name(), words::date(term.date()));
    // The date may say itself that it is a beginning or an end.
    if date.starts_with(sense) { date } else { format!("{sense} {date}") }
}

/// An office in a line: its title, what it is, where and when.
pub(crate) fn office(office: &Office) -> String {
    let mut about = vec![office.role().as_str().replace('-', " ")];
    if office.is_deputy() {
        about.push("deputy".to_owned());
    }
    if office.tenure() != Tenure::Current {
        about.push(office.tenure().name().to_owned());
    }
    about.extend(office.body().map(|body| body.name().to_owned()));
    about.extend(office.country().map(|c| c.to_string()));
    about.extend(office.term().map(term));
    format!("{} ({})", office.title(), about.join(", "))
}

fn of_mention<'t>(mention: &Mention<'t, Link>, number: usize, person: &Person<'t>) -> Mark<'t> {
    let link = *mention.value();
    let how = match link {
        Link::Office => "the name beside an office",
        Link::Name => "the full name",
        Link::ShortName => "a part of the name that no other official here has",
        Link::Surname => "a surname with an office that agrees",
        Link::Title => "a title that only one official here holds",
        _ => link.name(),
    };
    let mut fields = vec![("name", person.name().to_owned()), ("linked by", how.to_owned())];
    of_offices(person.offices(), person.party(), &mut fields);
    fields.push(("bytes", format!("{}–{}", mention.start(), mention.end())));
    Mark {
        span: mention.span(),
        text: mention.text(),
        what: What::Mention(number),
        beside: (mention.text() != person.name()).then(|| person.name().to_owned()),
        doubtful: !link.is_certain(),
        fields,
    }
}

/// What a fact says, in one cell of a table.
pub(crate) fn summary(fact: &Fact, language: Language) -> String {
    let (Fact::Official(official) | Fact::Role(official)) = fact else { return words::value(fact, language) };
    let held = |office: &Office| {
        let term = office.term().map(|held| format!(" ({})", term(held)));
        format!("{}{}", office.title(), term.unwrap_or_default())
    };
    let offices: Vec<String> = official.offices().iter().map(held).collect();
    format!("{}: {}", official.name(), offices.join("; "))
}
