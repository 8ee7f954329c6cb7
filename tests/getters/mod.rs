//! A fact as JSON, made from what its getters say: it must be what `Serialize` writes.

use newsfacts::{
    Decimal, Fact, Span,
    jiff::civil,
    value::{Anchored, Date, Money, Office, Official, Percent, Term, TimeDirection},
};
use serde_json::{Map, Value, json};

/// An object without the fields that say nothing.
fn object(fields: Value) -> Value {
    let says = |(_, value): &(String, Value)| {
        !value.is_null() && *value != json!(false) && value.as_object().is_none_or(|o| !o.is_empty())
    };
    let Value::Object(fields) = fields else { panic!("{fields} is no object") };
    Value::Object(fields.into_iter().filter(says).collect::<Map<_, _>>())
}

fn joined(fields: Value, more: Value) -> Value {
    match (object(fields), object(more)) {
        (Value::Object(mut fields), Value::Object(more)) => {
            fields.extend(more);
            Value::Object(fields)
        }
        other => panic!("{other:?}"),
    }
}

fn number(of: Decimal) -> String {
    of.normalize().to_string()
}

fn clock(of: Option<civil::Time>) -> Option<String> {
    of.map(|t| t.strftime("%H:%M").to_string())
}

fn date(of: &Date) -> Value {
    let inferred: Map<String, Value> =
        of.inferred().map(|(part, origin)| (part.name().to_owned(), json!(origin.name()))).collect();
    assert_eq!(of.is_inferred(), !inferred.is_empty(), "{of:?}");
    assert_eq!(of.is_partial(), of.start_date().is_none() || of.end_date().is_none(), "{of:?}");
    assert_eq!(of.is_range(), of.end().is_some(), "{of:?}");
    assert_eq!(of.start_date(), of.start().first(), "{of:?}");
    assert_eq!(of.end_date(), of.end().unwrap_or(of.start()).last(), "{of:?}");
    object(json!({
        "value": of.timex(), "edtf": of.edtf(),
        "start_date": of.start_date().map(|d| d.to_string()), "end_date": of.end_date().map(|d| d.to_string()),
        "modifier": of.modifier().map(|m| m.name()), "part_of_day": of.part_of_day().map(|p| p.name()),
        "time": clock(of.time()), "end_time": clock(of.end_time()), "inferred": inferred,
        "alternative": of.alternative().map(|a| a.timex()),
    }))
}

fn money(of: &Money) -> Value {
    object(json!({
        "amount": number(of.amount()), "amount_max": of.amount_max().map(number), "currency": of.currency().code(),
        "currency_assumed": of.currency_assumed(),
        "currency_alternative": of.currency_alternative().map(|c| c.code().to_owned()),
        "modifier": of.modifier().map(|m| m.to_string()), "direction": of.direction().map(|d| d.to_string()),
        "basis": of.basis().map(|b| b.to_string()), "from": of.from().map(number), "per": of.per(),
    }))
}

fn percent(of: &Percent) -> Value {
    object(json!({
        "value": number(of.value()), "value_max": of.value_max().map(number), "unit": of.unit().name(),
        "modifier": of.modifier().map(|m| m.to_string()), "direction": of.direction().map(|d| d.to_string()),
        "basis": of.basis().map(|b| b.to_string()), "from": of.from().map(number),
    }))
}

fn span(of: Span) -> Value {
    json!({"start": of.start(), "end": of.end()})
}

fn term(of: &Term) -> Value {
    joined(joined(json!({"sense": of.sense().name()}), span(of.span())), date(of.date()))
}

fn office(of: &Office) -> Value {
    let fields = json!({
        "title": of.title(), "id": of.id(), "role": of.role().as_str(), "body": of.body().map(|b| b.name()),
        "body_kind": of.body().and_then(|b| b.kind()).map(|k| k.name()), "body_id": of.body().and_then(|b| b.id()),
        "country": of.country().map(|c| c.code().to_owned()), "tenure": of.tenure().name(), "deputy": of.is_deputy(),
        "term": of.term().map(term),
    });
    joined(fields, span(of.span()))
}

/// What of the first office stands beside the name too.
const KERNEL: &[&str] = &["role", "body", "body_kind", "country", "tenure", "deputy"];

fn official(of: &Official) -> Value {
    let offices: Vec<Value> = of.offices().iter().map(office).collect();
    let titles: Vec<&str> = of.offices().iter().map(Office::title).collect();
    let party = of.party();
    let fields = json!({
        "name": of.name(), "name_start": of.name_span().start(), "name_end": of.name_span().end(), "id": of.id(),
        "party": party.map(|p| p.name()), "party_id": party.and_then(|p| p.id()),
        "party_country": party.and_then(|p| p.country()).map(|c| c.code().to_owned()),
        "titles": titles, "offices": offices,
    });
    let first = offices.first().and_then(Value::as_object).expect("an office");
    let kernel = first.iter().filter(|(name, _)| KERNEL.contains(&name.as_str()));
    joined(fields, Value::Object(kernel.map(|(name, value)| (name.clone(), value.clone())).collect()))
}

/// The fields of a fact.
pub(crate) fn fields(of: &Fact) -> Value {
    match of {
        Fact::Date(v) => date(v),
        Fact::Money(v) => money(v),
        Fact::Percent(v) => percent(v),
        Fact::Official(v) | Fact::Role(v) => official(v),
        Fact::Fraction(v) => {
            let (above, below) = (number(v.numerator()), number(v.denominator()));
            let value = if v.denominator() == Decimal::ONE { above } else { format!("{above}/{below}") };
            json!({"value": value, "multiple": v.is_multiple()})
        }
        Fact::Duration(v) => {
            if let Some(anchored) = v.anchored() {
                let point = Some(anchored.anchor());
                let after = anchored.direction() == TimeDirection::After;
                let ends = if after { (point, None) } else { (None, point) };
                assert_eq!(
                    (anchored.begin(), anchored.end()),
                    ends,
                    "a length lies on one side of its point of time"
                );
            }
            let with = |f: fn(&Anchored) -> &'static str| v.anchored().as_ref().map(f);
            object(json!({
                "value": v.timex(), "direction": with(|a| a.direction().name()),
                "anchor": with(|a| a.anchor().name()), "reach": with(|a| a.reach().name()),
            }))
        }
        Fact::Recurrence(v) => json!({"value": v.timex()}),
        Fact::VagueTime(v) => json!({"value": v.timex()}),
        other => panic!("{other:?}"),
    }
}
