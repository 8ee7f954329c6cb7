//! Facts and persons as Python's dataclasses.

use newsfacts::{
    Decimal, Fact, Mention, Person, Segment, Span,
    jiff::civil,
    value::{
        Body, BodyKind, Country, Date, Granularity, Money, Office, Official, PartOfDay, Party, Percent,
        Period, Term,
    },
};
use newsfacts_arrow::Chars;
use pyo3::{
    Borrowed,
    call::PyCallArgs,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDate, PyDict, PyList, PyTime, PyTuple},
};

/// The classes, found once.
struct Classes {
    decimal: Py<PyAny>,
    date: Py<PyAny>,
    money: Py<PyAny>,
    percent: Py<PyAny>,
    official: Py<PyAny>,
    role: Py<PyAny>,
    office: Py<PyAny>,
    term: Py<PyAny>,
    fraction: Py<PyAny>,
    duration: Py<PyAny>,
    recurrence: Py<PyAny>,
    vague_time: Py<PyAny>,
    person: Py<PyAny>,
    person_mention: Py<PyAny>,
    segment: Py<PyAny>,
}

static CLASSES: PyOnceLock<Classes> = PyOnceLock::new();

impl Classes {
    fn get(py: Python<'_>) -> PyResult<&'static Self> {
        CLASSES.get_or_try_init(py, || {
            let facts = py.import("newsfacts._facts")?;
            let class = |name: &str| facts.getattr(name).map(Bound::unbind);
            Ok(Self {
                decimal: py.import("decimal")?.getattr("Decimal")?.unbind(),
                date: class("Date")?,
                money: class("Money")?,
                percent: class("Percent")?,
                official: class("Official")?,
                role: class("RoleHolder")?,
                office: class("Office")?,
                term: class("Term")?,
                fraction: class("Fraction")?,
                duration: class("Duration")?,
                recurrence: class("Recurrence")?,
                vague_time: class("VagueTime")?,
                person: class("Person")?,
                person_mention: class("PersonMention")?,
                segment: class("Segment")?,
            })
        })
    }
}

/// The words, and where they stand: characters, then bytes.
type Place<'t> = (&'t str, i64, i64, usize, usize);

/// Makes values of one document.
pub(crate) struct Maker<'py, 't> {
    py: Python<'py>,
    classes: &'static Classes,
    text: &'t str,
    chars: Chars<'t>,
}

impl<'py, 't> Maker<'py, 't> {
    pub(crate) fn new(py: Python<'py>, text: &'t str) -> PyResult<Self> {
        Ok(Self { py, classes: Classes::get(py)?, text, chars: Chars::new(text) })
    }

    fn place(&mut self, span: Span) -> Place<'t> {
        let (start, end) = (self.chars.before(span.start()), self.chars.before(span.end()));
        (&self.text[span], start, end, span.start(), span.end())
    }

    fn call<A: PyCallArgs<'py>>(
        &self,
        class: &'static Py<PyAny>,
        arguments: A,
    ) -> PyResult<Bound<'py, PyAny>> {
        Borrowed::from(class.bind(self.py)).call1(arguments)
    }

    fn decimal(&self, number: Decimal) -> PyResult<Bound<'py, PyAny>> {
        self.call(&self.classes.decimal, (number.to_string(),))
    }

    fn maybe(&self, number: Option<Decimal>) -> PyResult<Option<Bound<'py, PyAny>>> {
        number.map(|number| self.decimal(number)).transpose()
    }

    pub(crate) fn facts(&mut self, found: &[Mention<'_, Fact>]) -> PyResult<Bound<'py, PyList>> {
        let list = PyList::empty(self.py);
        for mention in found {
            list.append(self.fact(mention)?)?;
        }
        Ok(list)
    }

    fn fact(&mut self, mention: &Mention<'_, Fact>) -> PyResult<Bound<'py, PyAny>> {
        let place = self.place(mention.span()).into_pyobject(self.py)?;
        match mention.value() {
            Fact::Date(date) => self.date(&place, date),
            Fact::Money(money) => self.money(&place, money),
            Fact::Percent(percent) => self.percent(&place, percent),
            Fact::Official(official) => self.official(&place, official, &self.classes.official),
            Fact::Role(official) => self.official(&place, official, &self.classes.role),
            Fact::Fraction(f) => {
                let parts = (self.decimal(f.numerator())?, self.decimal(f.denominator())?, f.is_multiple());
                self.with(&self.classes.fraction, &place, parts)
            }
            Fact::Duration(d) => {
                let at = d.anchored();
                let parts = (
                    d.timex(),
                    self.decimal(d.amount())?,
                    d.unit().name(),
                    at.map(|at| at.direction().name()),
                    at.map(|at| at.anchor().name()),
                    at.map(|at| at.reach().name()),
                );
                self.with(&self.classes.duration, &place, parts)
            }
            Fact::Recurrence(r) => self.with(&self.classes.recurrence, &place, (r.timex(),)),
            Fact::VagueTime(v) => self.with(&self.classes.vague_time, &place, (v.timex(),)),
            // A kind that is newer than this package; none is made without being asked for by name.
            _ => Err(pyo3::exceptions::PyNotImplementedError::new_err(mention.value().kind().name())),
        }
    }

    /// Calls a class with a place and what is said there.
    fn with<A>(
        &self,
        class: &'static Py<PyAny>,
        place: &Bound<'py, PyTuple>,
        parts: A,
    ) -> PyResult<Bound<'py, PyAny>>
    where
        A: IntoPyObject<'py, Target = PyTuple, Output = Bound<'py, PyTuple>, Error = PyErr>,
    {
        let parts = parts.into_pyobject(self.py)?;
        let all = place.as_sequence().concat(parts.as_sequence())?;
        self.call(class, all.to_tuple()?)
    }

    fn date(&self, place: &Bound<'py, PyTuple>, date: &Date) -> PyResult<Bound<'py, PyAny>> {
        let inferred = PyDict::new(self.py);
        for (part, origin) in date.inferred() {
            inferred.set_item(part.name(), origin.name())?;
        }
        let parts = (
            date.timex(),
            date.edtf(),
            self::date(self.py, date.start_date())?,
            self::date(self.py, date.end_date())?,
            Granularity::name(date.granularity()),
            date.is_partial(),
            date.modifier().map(|m| m.name()),
            date.part_of_day().map(PartOfDay::name),
            time(self.py, date.time())?,
            time(self.py, date.end_time())?,
            inferred,
            date.alternative().map(Period::timex),
        );
        self.with(&self.classes.date, place, parts)
    }

    fn money(&self, place: &Bound<'py, PyTuple>, money: &Money) -> PyResult<Bound<'py, PyAny>> {
        self.with(
            &self.classes.money,
            place,
            (
                self.decimal(money.amount())?,
                money.currency().code(),
                self.maybe(money.amount_max())?,
                money.currency_assumed(),
                money.currency_alternative().map(|c| c.code().to_owned()),
                money.modifier().map(|m| m.name()),
                money.direction().map(|d| d.name()),
                money.basis().map(|b| b.name()),
                self.maybe(money.from())?,
                money.per(),
            ),
        )
    }

    fn percent(&self, place: &Bound<'py, PyTuple>, percent: &Percent) -> PyResult<Bound<'py, PyAny>> {
        self.with(
            &self.classes.percent,
            place,
            (
                self.decimal(percent.value())?,
                percent.unit().name(),
                self.maybe(percent.value_max())?,
                percent.modifier().map(|m| m.name()),
                percent.direction().map(|d| d.name()),
                percent.basis().map(|b| b.name()),
                self.maybe(percent.from())?,
            ),
        )
    }

    fn official(
        &mut self,
        place: &Bound<'py, PyTuple>,
        official: &Official,
        class: &'static Py<PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (_, start, end, ..) = self.place(official.name_span());
        let offices = self.offices(official.offices())?;
        let (party, party_id, party_country) = self::party(official.party());
        self.with(
            class,
            place,
            (official.name(), start, end, official.id(), offices, party, party_id, party_country),
        )
    }

    fn offices(&mut self, offices: &[Office]) -> PyResult<Bound<'py, PyTuple>> {
        let all = offices.iter().map(|office| self.office(office)).collect::<PyResult<Vec<_>>>()?;
        PyTuple::new(self.py, all)
    }

    fn office(&mut self, office: &Office) -> PyResult<Bound<'py, PyAny>> {
        let place = self.place(office.span()).into_pyobject(self.py)?;
        let (country, body) = (office.country(), office.body());
        let parts = (
            office.id(),
            office.role().as_str(),
            office.role().wikidata(),
            body.map(Body::name),
            body.and_then(Body::kind).map(BodyKind::name),
            body.and_then(Body::id),
            country.as_ref().map(Country::code),
            office.tenure().name(),
            office.is_deputy(),
            office.term().map(|term| self.term(term)).transpose()?,
        );
        self.with(&self.classes.office, &place, parts)
    }

    fn term(&mut self, term: &Term) -> PyResult<Bound<'py, PyAny>> {
        let place = self.place(term.span()).into_pyobject(self.py)?;
        let date = term.date();
        let (start, end) = (self::date(self.py, date.start_date())?, self::date(self.py, date.end_date())?);
        self.with(&self.classes.term, &place, (term.sense().name(), date.timex(), start, end))
    }

    pub(crate) fn person(&mut self, person: &Person<'_>) -> PyResult<Bound<'py, PyAny>> {
        let offices = self.offices(person.offices())?;
        let mentions = person.mentions().iter().map(|mention| {
            let place = self.place(mention.span()).into_pyobject(self.py)?;
            self.with(&self.classes.person_mention, &place, (mention.value().name(),))
        });
        let mentions = mentions.collect::<PyResult<Vec<_>>>()?;
        let mentions = PyTuple::new(self.py, mentions)?;
        let (party, party_id, party_country) = self::party(person.party());
        self.call(
            &self.classes.person,
            (person.name(), person.id(), party, party_id, party_country, offices, mentions),
        )
    }

    /// A piece of a text that begins at a byte.
    pub(crate) fn segment(&mut self, segment: &Segment<'_>, from: usize) -> PyResult<Bound<'py, PyAny>> {
        let (text, start, end, ..) = self.place(Span::new(from, from + segment.text().len()));
        let fact = match segment {
            Segment::Plain(_) => None,
            Segment::Fact(mention) => Some(self.fact(mention)?),
        };
        self.call(&self.classes.segment, (text, start, end, fact))
    }
}

/// The name of a party, its id and its country.
fn party(party: Option<&Party>) -> (Option<&str>, Option<&str>, Option<String>) {
    let country = party.and_then(Party::country).map(|country| country.code().to_owned());
    (party.map(Party::name), party.and_then(Party::id), country)
}

/// A day as `datetime.date`, which has the years 1 to 9999; no day of another year.
pub(crate) fn date(py: Python<'_>, date: Option<civil::Date>) -> PyResult<Option<Bound<'_, PyDate>>> {
    let date = date.filter(|date| date.year() > 0);
    date.map(|d| PyDate::new(py, d.year().into(), d.month() as u8, d.day() as u8)).transpose()
}

fn time(py: Python<'_>, time: Option<civil::Time>) -> PyResult<Option<Bound<'_, PyTime>>> {
    time.map(|t| PyTime::new(py, t.hour() as u8, t.minute() as u8, 0, 0, None)).transpose()
}
