//! Dates as news states them: a period or a range of the calendar, with what the text says beside it, and where each
//! part of the value comes from.

use super::{
    clock::Clock,
    origin::{DatePart, Origin, Origins},
    period::{DateModifier, Granularity, PartOfDay, Period},
};
use jiff::civil;
use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
};

/// One end of a date.
type End = (Period, Option<Clock>);

/// A day and its time; the next day where the time is past midnight.
fn turned(day: Period, clock: Option<Clock>) -> End {
    match clock.map(|clock| (clock, clock.past_midnight())) {
        Some((_, Some(time))) => {
            let next = day.first().filter(|_| day.granularity() == Granularity::Day);
            next.and_then(|d| d.tomorrow().ok()).map_or((day, None), |next| (Period::day(next), Some(time)))
        }
        _ => (day, clock),
    }
}

/// A calendar point or period stated in a text.
///
/// It is one [`Period`], or the two ends of a range; beside them what the text says of the modifier, the part of day
/// and the clock. What the text leaves open and the context could not settle stays open: `XXXX-12-05`.
///
/// ```
/// use newsfacts::{Document, Extractor, value::{Granularity, PartOfDay}};
/// use jiff::civil::date;
///
/// let text = "12月5日下午，双方举行会谈。";
/// let extractor = Extractor::new();
/// let open = extractor.dates(text).next().unwrap().into_value();
/// assert_eq!((open.timex(), open.is_partial()), ("XXXX-12-05".into(), true));
///
/// let document = Document::new(text).with_published(date(2022, 12, 6));
/// let settled = extractor.dates(&document).next().unwrap().into_value();
/// assert_eq!(settled.timex(), "2022-12-05");
/// assert_eq!(settled.granularity(), Granularity::Day);
/// assert_eq!(settled.part_of_day(), Some(PartOfDay::Afternoon));
/// assert_eq!(settled.start_date(), Some(date(2022, 12, 5)));
/// ```
///
/// A range has two ends, and may have times by the clock:
///
/// ```
/// use newsfacts::Extractor;
/// use newsfacts::jiff::civil::{date, time};
///
/// let dates = Extractor::new();
/// let range = dates.dates("Mässan hålls 3–5 mars 2025.").next().unwrap().into_value();
/// assert!(range.is_range() && range.is_inferred()); // month and year of its first day are those of its last
/// assert_eq!((range.start().timex(), range.end().unwrap().timex()), ("2025-03-03".into(), "2025-03-05".into()));
/// assert_eq!((range.start_date(), range.end_date()), (Some(date(2025, 3, 3)), Some(date(2025, 3, 5))));
///
/// let hours = dates.dates("Det är öppet den 5 maj 2024 klockan 9–11.30.").next().unwrap().into_value();
/// assert_eq!((hours.time(), hours.end_time()), (Some(time(9, 0, 0, 0)), Some(time(11, 30, 0, 0))));
/// ```
///
/// One can be made, and read from its value:
///
/// ```
/// use newsfacts::value::{Date, DateModifier, PartOfDay, Period};
/// use newsfacts::jiff::civil::time;
///
/// let day: Date = "2025-08-13".parse()?;
/// assert_eq!((day.modifier(), day.alternative()), (None, None));
/// let timed = day.clone().with_time(Some(time(9, 0, 0, 0))).with_end_time(Some(time(11, 0, 0, 0)));
/// assert_eq!(timed.timex(), "2025-08-13T09:00/2025-08-13T11:00");
/// assert_eq!(day.with_part_of_day(Some(PartOfDay::Morning)).part_of_day(), Some(PartOfDay::Morning));
/// let about = Date::from(Period::year(1900).unwrap()).with_modifier(Some(DateModifier::Approximate));
/// assert_eq!(about.edtf(), "1900~");
/// # Ok::<(), newsfacts::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Date {
    from: Period,
    to: Option<Period>,
    modifier: Option<DateModifier>,
    part_of_day: Option<PartOfDay>,
    time: Option<Clock>,
    end_time: Option<Clock>,
    origins: Origins,
    alternative: Option<Period>,
}

impl Date {
    /// The range from one period to another, both inclusive; `None` if it ends before it starts.
    ///
    /// ```
    /// use newsfacts::value::{Date, Period};
    ///
    /// let range = Date::range(Period::month(1997, 3).unwrap(), Period::month(1997, 5).unwrap()).unwrap();
    /// assert_eq!((range.timex(), range.edtf()), ("1997-03/1997-05".into(), "1997-03/1997-05".into()));
    /// assert!(Date::range(Period::year(2001).unwrap(), Period::year(1999).unwrap()).is_none());
    /// ```
    pub fn range(from: Period, to: Period) -> Option<Self> {
        let turned = matches!((from.first(), to.last()), (Some(a), Some(b)) if b < a)
            || matches!((from.first(), to.first()), (Some(a), Some(b)) if b < a);
        let to = (to != from).then_some(to);
        (!turned).then_some(Self { to, ..Self::from(from) })
    }

    /// With a modifier.
    #[must_use]
    pub const fn with_modifier(mut self, modifier: Option<DateModifier>) -> Self {
        self.modifier = modifier;
        self
    }

    /// With a part of day.
    #[must_use]
    pub const fn with_part_of_day(mut self, part: Option<PartOfDay>) -> Self {
        self.part_of_day = part;
        self
    }

    /// With a time of day by the clock; of a range that of its first day.
    #[must_use]
    pub fn with_time(mut self, time: Option<civil::Time>) -> Self {
        self.time = time.map(Clock::from);
        self
    }

    /// With a time of day by the clock at which it ends.
    #[must_use]
    pub fn with_end_time(mut self, time: Option<civil::Time>) -> Self {
        self.end_time = time.map(Clock::from);
        self
    }

    /// With the modifier, the part of day and the times of another.
    pub(crate) fn with_details_of(self, other: &Self) -> Self {
        let Self { modifier, part_of_day, time, end_time, .. } = *other;
        Self { modifier, part_of_day, time, end_time, ..self }
    }

    /// With the times of its ends. One past midnight is of the next day, and the day that is named the other reading.
    pub(crate) fn with_clocks(mut self, from: Option<Clock>, to: Option<Clock>) -> Self {
        let named = self.from;
        if from.is_none() && to.is_none() {
            let to = self.to.filter(|&last| last != named);
            return Self { to, time: None, end_time: None, ..self };
        }
        let (first, time) = turned(named, from);
        let (last, end_time) = turned(self.to.unwrap_or(named), to);
        let ranges = self.to.is_some() || end_time.is_some();
        if first != named {
            self.alternative = Some(named);
        }
        self.to = (ranges && last != first).then_some(last);
        Self { from: first, time, end_time, ..self }
    }

    pub(crate) const fn with_origins(mut self, origins: Origins, alternative: Option<Period>) -> Self {
        (self.origins, self.alternative) = (origins, alternative);
        self
    }

    #[cfg(feature = "serde")]
    pub(crate) const fn origins(&self) -> Origins {
        self.origins
    }

    /// The period, or the first of a range.
    pub const fn start(&self) -> Period {
        self.from
    }

    /// The last period of a range.
    pub const fn end(&self) -> Option<Period> {
        self.to
    }

    /// Whether it is a range of two stated ends.
    pub const fn is_range(&self) -> bool {
        self.to.is_some()
    }

    /// How fine it is; of a range the finer end.
    pub fn granularity(&self) -> Granularity {
        self.to.map_or(self.from.granularity(), |to| to.granularity().max(self.from.granularity()))
    }

    /// The first day, if it could be settled.
    pub fn start_date(&self) -> Option<civil::Date> {
        self.from.first()
    }

    /// The last day, which belongs to the date, if it could be settled.
    pub fn end_date(&self) -> Option<civil::Date> {
        self.to.unwrap_or(self.from).last()
    }

    /// What the words around it make of it.
    pub const fn modifier(&self) -> Option<DateModifier> {
        self.modifier
    }

    /// The part of day, if stated.
    pub const fn part_of_day(&self) -> Option<PartOfDay> {
        self.part_of_day
    }

    /// The time by the clock, if stated; of a range that of its first day. 24:00 is only in the
    /// [value](Self::timex).
    pub fn time(&self) -> Option<civil::Time> {
        self.time.and_then(Clock::time)
    }

    /// The time by the clock at which it ends, if stated: *klockan 9–11*, 20日8时至22日20时.
    pub fn end_time(&self) -> Option<civil::Time> {
        self.end_time.and_then(Clock::time)
    }

    /// Where a part of the value comes from; `None` if the value has no such part, or it is unknown.
    ///
    /// ```
    /// use newsfacts::{Document, Extractor, value::{DatePart, Origin}};
    /// use jiff::civil::date;
    ///
    /// let document = Document::new("12月5日下午，双方举行会谈。").with_published(date(2022, 12, 6));
    /// let day = Extractor::new().dates(&document).next().unwrap().into_value();
    /// assert_eq!(day.origin(DatePart::Month), Some(Origin::Stated));
    /// assert_eq!(day.origin(DatePart::Year), Some(Origin::Reference));
    /// assert_eq!(day.inferred().collect::<Vec<_>>(), [(DatePart::Year, Origin::Reference)]);
    /// ```
    pub const fn origin(&self, part: DatePart) -> Option<Origin> {
        self.origins.get(part)
    }

    /// The parts of the value that the text does not state, and where they come from.
    pub fn inferred(&self) -> impl Iterator<Item = (DatePart, Origin)> + use<> {
        self.origins.inferred()
    }

    /// Whether some part of the value is not stated by the text.
    pub fn is_inferred(&self) -> bool {
        self.inferred().next().is_some()
    }

    /// The other reading, where the text leaves two about equally near to the reference date.
    pub const fn alternative(&self) -> Option<Period> {
        self.alternative
    }

    /// Whether something that the calendar needs, such as the year, is unknown.
    pub fn is_partial(&self) -> bool {
        self.from.is_partial() || self.to.is_some_and(Period::is_partial)
    }

    /// The TIMEX3 value; a range is `A/B`, and a day with a time by the clock `2025-08-13T14:30`.
    pub fn timex(&self) -> String {
        let (from, to) = self.ends();
        let side = |(period, clock): End| match clock {
            Some(clock) => format!("{}T{clock}", period.timex()),
            None => period.timex(),
        };
        match to {
            Some(to) => format!("{}/{}", side(from), side(to)),
            None => side(from),
        }
    }

    /// Its two ends with their times by the clock; the second only if it is another than the first.
    fn ends(&self) -> (End, Option<End>) {
        let day = |period: Period| period.granularity() == Granularity::Day;
        let end = self.to.or(self.end_time.map(|_| self.from));
        let first = (self.from, self.time.filter(|_| day(self.from)));
        (first, end.map(|end| (end, self.end_time.filter(|_| day(end)))))
    }

    /// The value in EDTF, level 2: a range or a week is an interval, `since` and `after` leave its end open,
    /// `until` and `before` its start, and an approximate date carries `~`.
    pub fn edtf(&self) -> String {
        if self.modifier.is_none() && self.to.is_none() && self.time.is_none() && self.end_time.is_none() {
            return self.from.edtf();
        }
        let approximate = if self.modifier == Some(DateModifier::Approximate) { "~" } else { "" };
        // EDTF has no uncertain times.
        let time = |clock: Option<Clock>| match clock.filter(|_| approximate.is_empty()) {
            Some(clock) => format!("T{clock}:00"),
            None => String::new(),
        };
        let mark = |(period, clock): End| {
            let (edtf, time) = (period.edtf(), time(clock.filter(|_| !period.is_partial())));
            let (first, last) = edtf.split_once('/').unwrap_or((&edtf, &edtf));
            (format!("{first}{time}{approximate}"), format!("{last}{time}{approximate}"))
        };
        let (from, to) = self.ends();
        let (first, one) = mark(from);
        let last = to.map_or(one, |to| mark(to).1);
        match self.modifier {
            Some(DateModifier::Since | DateModifier::After) => format!("{first}/.."),
            Some(DateModifier::Until | DateModifier::Before) => format!("../{last}"),
            _ if first == last => first,
            _ => format!("{first}/{last}"),
        }
    }
}

impl Date {
    /// All that counts for equality: what the date is, not where it comes from.
    #[allow(clippy::type_complexity)]
    const fn key(
        &self,
    ) -> ([Option<Period>; 2], [Option<Clock>; 2], Option<DateModifier>, Option<PartOfDay>) {
        ([Some(self.from), self.to], [self.time, self.end_time], self.modifier, self.part_of_day)
    }
}

/// Two dates are equal if they are the same, wherever their parts come from.
impl PartialEq for Date {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Date {}

/// By the first day, then by the last. Dates of other values with the same days are in no order, nor is one whose days are
/// not known.
impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        if self == other {
            return Some(Ordering::Equal);
        }
        let days = |date: &Self| Some((date.start_date()?, date.end_date()?));
        let order = days(self)?.cmp(&days(other)?);
        Some(order).filter(|order| order.is_ne())
    }
}

impl Hash for Date {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl From<Period> for Date {
    fn from(period: Period) -> Self {
        Self {
            from: period,
            to: None,
            modifier: None,
            part_of_day: None,
            time: None,
            end_time: None,
            origins: Origins::stated(period),
            alternative: None,
        }
    }
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Period::day(date).into()
    }
}

/// The TIMEX3 value.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.timex())
    }
}

/// `{"value", "edtf", "start_date"?, "end_date"?, "modifier"?, "part_of_day"?, "time"?, "end_time"?, "inferred"?,
/// "alternative"?}`; `inferred` names the parts that the text does not state, each with its [`Origin`].
#[cfg(feature = "serde")]
impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use std::collections::BTreeMap;

        #[derive(serde::Serialize)]
        struct Fields {
            value: String,
            edtf: String,
            #[serde(skip_serializing_if = "Option::is_none")]
            start_date: Option<civil::Date>,
            #[serde(skip_serializing_if = "Option::is_none")]
            end_date: Option<civil::Date>,
            #[serde(skip_serializing_if = "Option::is_none")]
            modifier: Option<&'static str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            part_of_day: Option<&'static str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            time: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            end_time: Option<String>,
            #[serde(skip_serializing_if = "BTreeMap::is_empty")]
            inferred: BTreeMap<&'static str, &'static str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            alternative: Option<String>,
        }
        Fields {
            value: self.timex(),
            edtf: self.edtf(),
            start_date: self.start_date(),
            end_date: self.end_date(),
            modifier: self.modifier.map(DateModifier::name),
            part_of_day: self.part_of_day.map(PartOfDay::name),
            time: self.time.map(|t| t.to_string()),
            end_time: self.end_time.map(|t| t.to_string()),
            inferred: self.inferred().map(|(part, origin)| (part.name(), origin.name())).collect(),
            alternative: self.alternative.map(Period::timex),
        }
        .serialize(serializer)
    }
}
