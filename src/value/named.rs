//! Enums whose variants have names: one list gives the names, and reading, writing and listing by them.

/// Gives an enum `ALL`, `name`, `FromStr` by name and, with the feature `serde`, its form in output: the name.
macro_rules! named {
    ($type:ident, $what:literal, { $($variant:ident $name:literal),* $(,)? }) => {
        impl $type {
            /// All of them, in order.
            ///
            #[doc = concat!(
                "```\nuse newsfacts::value::", stringify!($type), ";\n\n",
                "assert!(", stringify!($type), "::ALL.iter().all(|one| one.name().parse() == Ok(*one)));\n```",
            )]
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name used in output and in tables.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// The one of a name.
            #[allow(dead_code, reason = "not every enum of names stands in a table")]
            pub(crate) fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.name() == name)
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::Error;

            /// Reads the name.
            fn from_str(name: &str) -> Result<Self, $crate::Error> {
                Self::named(name).ok_or_else(|| $crate::error::ErrorKind::Name { what: $what, name: name.into() }.into())
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = std::borrow::Cow::<str>::deserialize(deserializer)?;
                name.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use named;
