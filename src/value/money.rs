//! Amounts of money.

use super::{Basis, Currency, Direction, Modifier, quantity::Qualifiers};
use rust_decimal::Decimal;
use std::fmt;

/// An amount of money, or a range of two amounts, in the main unit of a currency (öre, 分 and cents are converted).
///
/// ```
/// use newsfacts::{Extractor, value::Money};
///
/// let text = "Bidraget höjs med drygt 1,2 miljarder norska kronor.";
/// let mention = Extractor::new().money(text).next().unwrap();
/// let money: &Money = mention.value();
/// assert_eq!(money.amount().to_string(), "1200000000");
/// assert_eq!(money.currency().code(), "NOK");
/// assert!(!money.currency_assumed());
/// assert_eq!(money.to_string(), ">1200000000 NOK");
/// ```
///
/// What its clause says of it stands beside the amount; what nobody stated is none:
///
/// ```
/// use newsfacts::{Extractor, value::{Direction, Modifier}};
///
/// let all = |text| Extractor::new().money(text).map(|m| m.into_value()).collect::<Vec<_>>();
/// assert_eq!(all("Den kostar drygt 5 miljoner euro.")[0].modifier(), Some(Modifier::MoreThan));
/// let cost = &all("Kostnaden ökade från 3 till 5 miljoner euro.")[1];
/// assert_eq!(cost.direction(), Some(Direction::Up));
/// assert_eq!((cost.from().unwrap().to_string(), cost.basis()), ("3000000".into(), None));
///
/// let range = &all("Priset är 5–6 norska kronor per kilo.")[0];
/// assert_eq!((range.amount_max().unwrap().to_string(), range.per()), ("6".into(), Some("kilo")));
/// assert_eq!(range.currency_alternative(), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Money {
    pub(crate) amount: Decimal,
    pub(crate) max: Option<Decimal>,
    pub(crate) currency: Currency,
    pub(crate) assumed: bool,
    pub(crate) alternative: Option<Currency>,
    pub(crate) per: Option<Box<str>>,
    pub(crate) qualifiers: Qualifiers,
}

impl Money {
    /// The amount; of a range the lower one.
    pub fn amount(&self) -> Decimal {
        self.amount
    }

    /// The upper amount of a range.
    pub fn amount_max(&self) -> Option<Decimal> {
        self.max
    }

    /// The currency.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// Whether several currencies go by the name in the text (元, *kronor*, *dollar*, `$`) and nothing in it says
    /// which one is meant.
    pub fn currency_assumed(&self) -> bool {
        self.assumed
    }

    /// Another currency that is about as likely as the assumed one: of *300 kronor* in a sentence about Norway that of
    /// Norway.
    pub fn currency_alternative(&self) -> Option<Currency> {
        self.alternative
    }

    /// How a word beside the amount bounds it. Of a vague one (数百亿元, *tiotals miljoner kronor*) the amount is the
    /// order of magnitude that the text names, which it is not below.
    pub fn modifier(&self) -> Option<Modifier> {
        self.qualifiers.modifier
    }

    /// Which way the amount went, where its clause says so.
    pub fn direction(&self) -> Option<Direction> {
        self.qualifiers.direction
    }

    /// With what the change is compared, where the clause says so.
    pub fn basis(&self) -> Option<Basis> {
        self.qualifiers.basis
    }

    /// The amount that it changed from, where both stand in one clause (*från 3 till 5 miljoner kronor*).
    pub fn from(&self) -> Option<Decimal> {
        self.qualifiers.from
    }

    /// What the amount is the price of one of, as written: `公斤` of 8元/公斤, *timme* of *kronor per timme*.
    pub fn per(&self) -> Option<&str> {
        self.per.as_deref()
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(modifier) = self.qualifiers.modifier {
            f.write_str(modifier.sign())?;
        }
        write!(f, "{}", self.amount)?;
        if let Some(max) = self.max {
            write!(f, "–{max}")?;
        }
        write!(f, " {}", self.currency)?;
        if let Some(per) = &self.per {
            write!(f, "/{per}")?;
        }
        Ok(())
    }
}

/// `amount`, `amount_max`?, `currency`, `currency_assumed`?, `currency_alternative`?, `modifier`?, `direction`?, `basis`?, `from`?, `per`?;
/// amounts are strings, so that no reader makes floats of them.
#[cfg(feature = "serde")]
impl serde::Serialize for Money {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("amount", &self.amount.to_string())?;
        if let Some(max) = self.max {
            map.serialize_entry("amount_max", &max.to_string())?;
        }
        map.serialize_entry("currency", &self.currency)?;
        if self.assumed {
            map.serialize_entry("currency_assumed", &true)?;
        }
        if let Some(alternative) = self.alternative {
            map.serialize_entry("currency_alternative", &alternative)?;
        }
        self.qualifiers.fields(&mut map)?;
        if let Some(per) = &self.per {
            map.serialize_entry("per", per)?;
        }
        map.end()
    }
}
