//! Builders of columns, and groups of columns that are null together.

use arrow_array::{
    ArrayRef,
    builder::{
        ArrayBuilder, BooleanBuilder, Date32Builder, Decimal128Builder, Int64Builder, ListBuilder,
        StringBuilder,
    },
};
use arrow_schema::{DataType, FieldRef};
use newsfacts::{Decimal, jiff::civil};
use std::sync::Arc;

/// Digits of a number in all, and after the point.
pub(crate) const PRECISION: u8 = 38;
pub(crate) const SCALE: i8 = 9;

/// A builder of a type that is known without a value. Rows in which nothing is put are null; they cost nothing until a later
/// row is.
pub(crate) trait Column: Default {
    fn data_type() -> DataType;
    fn len(&self) -> usize;
    fn append_nulls(&mut self, count: usize);
    fn finish(&mut self) -> ArrayRef;

    /// The builder, with all rows before this one.
    fn at(&mut self, row: usize) -> &mut Self {
        let missing = row - self.len();
        if missing > 0 {
            self.append_nulls(missing);
        }
        self
    }
}

/// A column whose cells are values.
pub(crate) trait Cells<T>: Column {
    fn append(&mut self, value: T);

    /// Puts a value into a row, if there is one.
    fn put(&mut self, row: usize, value: impl Into<Option<T>>) {
        if let Some(value) = value.into() {
            self.at(row).append(value);
        }
    }
}

macro_rules! column {
    ($builder:ty, $value:ty, $type:expr) => {
        impl Column for $builder {
            fn data_type() -> DataType {
                $type
            }

            fn len(&self) -> usize {
                ArrayBuilder::len(self)
            }

            fn append_nulls(&mut self, count: usize) {
                <$builder>::append_nulls(self, count);
            }

            fn finish(&mut self) -> ArrayRef {
                Arc::new(<$builder>::finish(self))
            }
        }

        impl Cells<$value> for $builder {
            fn append(&mut self, value: $value) {
                self.append_value(value);
            }
        }
    };
}

column!(StringBuilder, &str, DataType::Utf8);
column!(Int64Builder, i64, DataType::Int64);
column!(BooleanBuilder, bool, DataType::Boolean);
column!(Date32Builder, i32, DataType::Date32);

/// Exact decimals.
#[derive(Debug)]
pub(crate) struct NumberBuilder(Decimal128Builder);

impl Default for NumberBuilder {
    fn default() -> Self {
        Self(Decimal128Builder::new().with_data_type(Self::data_type()))
    }
}

/// A number that has more decimals than the column is null: never another number.
impl Cells<Decimal> for NumberBuilder {
    fn append(&mut self, number: Decimal) {
        self.0.append_option(scaled(number));
    }
}

impl Column for NumberBuilder {
    fn data_type() -> DataType {
        DataType::Decimal128(PRECISION, SCALE)
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn append_nulls(&mut self, count: usize) {
        self.0.append_nulls(count);
    }

    fn finish(&mut self) -> ArrayRef {
        Arc::new(self.0.finish())
    }
}

/// The number in units of the scale, if it is a whole number of them.
fn scaled(number: Decimal) -> Option<i128> {
    let number = if number.scale() > SCALE as u32 { number.normalize() } else { number };
    let missing = (SCALE as u32).checked_sub(number.scale())?;
    // A decimal has 96 bits at most: with nine digits more it still has 38 digits or fewer.
    number.mantissa().checked_mul(10_i128.pow(missing))
}

/// Days since 1970-01-01, as Arrow counts them.
pub(crate) fn day(date: civil::Date) -> i32 {
    (date.duration_since(civil::date(1970, 1, 1)).as_secs() / (24 * 60 * 60)) as i32
}

/// A list of rows, each with several columns; its items are named as Arrow names them if nobody says otherwise.
impl<T: Group> Column for ListBuilder<T> {
    fn data_type() -> DataType {
        DataType::new_list(DataType::Struct(T::fields().into()), true)
    }

    fn len(&self) -> usize {
        ArrayBuilder::len(self)
    }

    fn append_nulls(&mut self, count: usize) {
        Self::append_nulls(self, count);
    }

    fn finish(&mut self) -> ArrayRef {
        Arc::new(Self::finish(self))
    }
}

/// Several columns of equal length.
pub(crate) trait Group: ArrayBuilder + Default {
    fn fields() -> Vec<FieldRef>;
}

/// Declares a group: its columns in order, each with its builder and whether it may be null.
macro_rules! group {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $builder:ty, $nullable:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Default)]
        pub(crate) struct $name {
            $(pub(crate) $field: $builder,)*
            rows: usize,
        }

        #[allow(dead_code, reason = "not every group has rows without it")]
        impl $name {
            pub(crate) fn fields() -> Vec<arrow_schema::FieldRef> {
                use $crate::column::Column;
                vec![$(std::sync::Arc::new(arrow_schema::Field::new(
                    stringify!($field),
                    <$builder>::data_type(),
                    $nullable,
                ))),*]
            }

            /// A row without it.
            pub(crate) fn skip(&mut self) {
                self.rows += 1;
            }

            /// A row with it, by its number, and the columns to put something into.
            pub(crate) fn row(&mut self) -> (usize, &mut Self) {
                self.rows += 1;
                (self.rows - 1, self)
            }

            pub(crate) fn arrays(&mut self) -> Vec<arrow_array::ArrayRef> {
                use $crate::column::Column;
                let rows = std::mem::take(&mut self.rows);
                vec![$(Column::finish(Column::at(&mut self.$field, rows))),*]
            }
        }
    };
}
pub(crate) use group;

/// Makes a struct of groups a builder of struct arrays.
macro_rules! struct_builder {
    ($name:ident, $($part:ident: $group:ident),*) => {
        impl $crate::column::Group for $name {
            fn fields() -> Vec<arrow_schema::FieldRef> {
                [$($group::fields()),*].concat()
            }
        }

        impl arrow_array::builder::ArrayBuilder for $name {
            fn len(&self) -> usize {
                self.rows
            }

            fn finish(&mut self) -> arrow_array::ArrayRef {
                self.rows = 0;
                let columns = [$(self.$part.arrays()),*].concat();
                let fields = <Self as $crate::column::Group>::fields().into();
                std::sync::Arc::new(arrow_array::StructArray::new(fields, columns, None))
            }

            fn finish_cloned(&self) -> arrow_array::ArrayRef {
                unimplemented!("the lists of this crate are finished once")
            }

            fn as_any(&self) -> &dyn std::any::Any {
                self
            }

            fn as_any_mut(&mut self) -> &mut dyn std::any::Any {
                self
            }

            fn into_box_any(self: Box<Self>) -> Box<dyn std::any::Any> {
                self
            }
        }
    };
}
pub(crate) use struct_builder;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_or_absent() {
        let scaled = |text: &str| scaled(text.parse().unwrap());
        assert_eq!(scaled("1.5"), Some(1_500_000_000));
        assert_eq!(scaled("-0.000000001"), Some(-1));
        assert_eq!(scaled("0.1000000000000"), Some(100_000_000));
        assert_eq!(scaled("0.0000000001"), None);
        assert_eq!(
            scaled("79228162514264337593543950335"),
            Some(79228162514264337593543950335 * 1_000_000_000)
        );
    }

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(day(civil::date(1970, 1, 1)), 0);
        assert_eq!(day(civil::date(1969, 12, 31)), -1);
        assert_eq!(day(civil::date(2025, 8, 13)), 20_313);
    }
}
