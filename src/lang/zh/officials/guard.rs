//! The words beside titles and bodies that decide how far they reach and what they are.

use crate::kind::guard::classes;

classes! {
    /// What a word is to the title, the body's name or the person's name beside it.
    OfficialClass {
        /// Before: a word that is no part of a body's name.
        Stop "stop",
        /// Before: a word of a body's name, though it holds one that is none: 对外, 自然.
        Inside "inside",
        /// Before: a word that ends like a word of tenure and is another: 目前, 平原.
        Joined "joined",
        /// Before: a word that ends like a level and is another: 城市.
        Unlevel "unlevel",
        /// Before a title: what says that somebody holds it: 担任.
        Holds "holds",
        /// Before the one character that stands for a country: what a country may follow: 与, 访.
        Meets "meets",
        /// Before: what a person is called after the name: 先生.
        Honorific "honorific",
    }
}
