//! The schemas of what comes out.

use crate::{Columns, Error, column::Group, facts::Facts, people::People};
use arrow_schema::{DataType, Field, FieldRef, Fields, Schema, SchemaRef};
use std::{collections::HashMap, sync::Arc};

/// The version of the schemas. It grows when a column changes its name, place, type or meaning, or goes; a column that is
/// added at the end does not count.
///
/// Version 2 has ids, kinds of bodies, terms, countries of parties and the anchors of lengths of time beside version 1.
///
/// ```
/// use arrow_schema::Schema;
/// use newsfacts_arrow::{Columns, SCHEMA_VERSION, SCHEMA_VERSION_KEY, fact_schema};
///
/// let schema = fact_schema(&Schema::empty(), &Columns::new("text"))?;
/// assert_eq!(schema.metadata()[SCHEMA_VERSION_KEY], SCHEMA_VERSION.to_string());
/// # Ok::<(), newsfacts_arrow::Error>(())
/// ```
pub const SCHEMA_VERSION: u32 = 2;

/// The key of the metadata of a schema under which its version stands.
pub const SCHEMA_VERSION_KEY: &str = "newsfacts.schema";

/// The columns of a fact, in order.
///
/// | column | type | null | what it holds |
/// | --- | --- | --- | --- |
/// | `kind` | string | never | the name of the [kind](newsfacts::Kind): `date`, `money`, `percent`, `official` … |
/// | `byte_start`, `byte_end` | int64 | never | the place in the text in bytes of UTF-8, half-open |
/// | `char_start`, `char_end` | int64 | never | the same in characters (Unicode scalar values), as Python counts |
/// | `text` | string | never | the words of the text, unchanged |
/// | `value` | string | never | the exact value: TIMEX3 of times, the number of amounts (of a range the lower), the name of persons |
/// | `modifier` | string | where none is stated | how a word beside it bounds or blurs it: `approx`, `more_than`, `start`, `since` … |
/// | `alternative` | string | where there is none | another reading that is about as likely: a TIMEX3 value, a currency |
/// | `edtf` | string | but for dates | the date in EDTF, level 2 |
/// | `start_date`, `end_date` | date32 | but for dates whose days are settled | first and last day, both belong to it |
/// | `granularity` | string | but for dates | `day`, `week`, `month`, `quarter`, `year` … |
/// | `part_of_day` | string | where none is stated | `morning`, `evening` … |
/// | `start_time`, `end_time` | string | where none is stated | times by the clock, `14:30` |
/// | `partial` | bool | but for dates | whether something that the calendar needs, such as the year, is unknown |
/// | `origin` | string | where all is stated | the least sure origin of a part of a date: `neighbour` or `reference` |
/// | `inferred` | string | where all is stated | the parts that are not stated, with spaces between: `year`, `year month` |
/// | `number`, `number_max`, `number_from` | decimal128(38, 9) | where there is none, or it has more than nine decimals | the number, the upper one of a range, the one it changed from; fractions only if the denominator is 1 |
/// | `value_max`, `value_from` | string | where there is none | the exact text of the latter two |
/// | `unit` | string | but for amounts, percentages, lengths | ISO 4217 code; `percent`, `point`, `permille` …; `year`, `day` … |
/// | `per` | string | where none is stated | what an amount is the price of one of, as written |
/// | `direction` | string | where none is stated | which way an amount went (`up`, `down`); on which side of its anchor a length of time lies (`before`, `after`) |
/// | `basis` | string | where none is stated | with what an amount is compared (`year`, `month` …) |
/// | `anchor`, `reach` | string | but for lengths of time that are anchored | the point of time that it counts from or to (`now`, `event`), and what of it is meant (`point`, `window`, `within`) |
/// | `currency_assumed` | bool | but for money | whether nothing in the text says which of several currencies is meant |
/// | `multiple` | bool | but for fractions | whether it says how many times, not which part |
/// | `name` | string | but for persons | the personal name alone, as written |
/// | `name_byte_start`, `name_byte_end`, `name_char_start`, `name_char_end` | int64 | but for persons | where it stands in the text |
/// | `person_id` | string | but for rows of yours | the id that your row gives the name |
/// | `party`, `party_id`, `party_country` | string | where none is given, or not known | the party given with the name, its Wikidata item or your id, its country |
/// | `title`, `office_id`, `role`, `role_wikidata` | string | but for persons, or where not known | the first office: its title as written, the id that your row gives it, [role](newsfacts::Role), the role's Wikidata item |
/// | `body`, `body_kind`, `body_id` | string | where none is named, or not known | the body of that office as written, its [kind](newsfacts::value::BodyKind), its Wikidata item or your id |
/// | `country`, `tenure`, `deputy` | string; the last bool | but for persons, or where not stated | its ISO 3166-1 code, [tenure](newsfacts::value::Tenure), whether it is a deputy's |
/// | `term`, `term_value`, `term_start_date`, `term_end_date` | string, string, date32, date32 | where no date stands beside it | what the date beside it says of it (`during`, `since`, `until`), that date in TIMEX3, its first and last day |
/// | `offices` | list of structs | but for persons | all offices: the same columns, and the place of the title as above |
///
/// ```
/// let fields = newsfacts_arrow::fact_fields();
/// assert_eq!(fields[0].name(), "kind");
/// assert_eq!(fields.last().unwrap().name(), "offices");
/// ```
pub fn fact_fields() -> Fields {
    Facts::fields().into()
}

/// The columns of a person, in order.
///
/// | column | type | null | what it holds |
/// | --- | --- | --- | --- |
/// | `name` | string | never | the fullest form of the name in the document |
/// | `person_id`, `party` … `term_end_date` | | where not stated | who it is and the first office, as for [facts](fact_fields) |
/// | `offices` | list of structs | never | all offices, each title once |
/// | `mentions` | list of structs | never | all mentions in order: `byte_start`, `byte_end`, `char_start`, `char_end`, `text`, [`link`](newsfacts::Link) |
///
/// ```
/// let fields = newsfacts_arrow::person_fields();
/// assert_eq!((fields[0].name().as_str(), fields.last().unwrap().name().as_str()), ("name", "mentions"));
/// ```
pub fn person_fields() -> Fields {
    People::fields().into()
}

/// The type of a column of lists of facts: what [`extract_list`](crate::extract_list) gives.
///
/// ```
/// use arrow_schema::DataType;
/// use newsfacts_arrow::{fact_fields, fact_list_type};
///
/// let DataType::List(item) = fact_list_type() else { unreachable!() };
/// assert_eq!(item.data_type(), &DataType::Struct(fact_fields()));
/// ```
pub fn fact_list_type() -> DataType {
    DataType::List(Arc::new(Field::new("item", DataType::Struct(fact_fields()), true)))
}

/// The schema of what [`extract_batch`](crate::extract_batch) makes of batches of a schema: kept columns, then facts.
///
/// # Errors
///
/// If a kept column is not there, or its name would stand twice.
pub fn fact_schema(input: &Schema, columns: &Columns) -> Result<SchemaRef, Error> {
    Ok(schema(columns.kept(input, Facts::fields())?.1))
}

/// The schema of what [`people_batch`](crate::people_batch) makes of batches of a schema: kept columns, then persons.
///
/// # Errors
///
/// If a kept column is not there, or its name would stand twice.
///
/// ```
/// use arrow_schema::{DataType, Field, Schema};
/// use newsfacts_arrow::{Columns, person_fields, person_schema};
///
/// let input = Schema::new(vec![Field::new("id", DataType::Int64, false), Field::new("text", DataType::Utf8, true)]);
/// let schema = person_schema(&input, &Columns::new("text").keep("id"))?;
/// assert_eq!(schema.fields().len(), 1 + person_fields().len());
/// # Ok::<(), newsfacts_arrow::Error>(())
/// ```
pub fn person_schema(input: &Schema, columns: &Columns) -> Result<SchemaRef, Error> {
    Ok(schema(columns.kept(input, People::fields())?.1))
}

fn schema(fields: Vec<FieldRef>) -> SchemaRef {
    let version = HashMap::from([(SCHEMA_VERSION_KEY.to_owned(), SCHEMA_VERSION.to_string())]);
    Arc::new(Schema::new(fields).with_metadata(version))
}
