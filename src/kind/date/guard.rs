//! What a word beside a date can be to it.

use crate::kind::guard::classes;

classes! {
    /// The classes of the tables `date-guards`.
    DateClass {
        /// A number before the word counts it: *1500 meter*.
        Counted "counted",
        /// A number after the word is a count: *drygt 1500*, 近5年.
        Count "count",
        /// A year or a day follows it: *sedan 1500*, 在5日.
        Leads "leads",
    }
}
