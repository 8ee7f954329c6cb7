//! The crate's own sources, read well enough to check how they are built: tokens, imports, functions.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// A piece of source text that is no comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A name, a keyword or a number.
    Word(String),
    Sign(char),
    /// What a string or a character literal says.
    Literal(String),
}

/// A file of source, without its tests.
#[derive(Debug)]
pub(crate) struct Source {
    /// Its path under `src/`, or under the root of the package.
    pub(crate) path: String,
    pub(crate) text: String,
    /// Tokens with their lines, counted from 1.
    pub(crate) tokens: Vec<(usize, Token)>,
    /// Lines that are not part of a test module.
    pub(crate) lines: usize,
    /// Modules that exist under test only and stand in files of their own.
    test_modules: Vec<String>,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let all = tokens(text);
        let (mut kept, mut test_modules, mut hidden) = (Vec::new(), Vec::new(), 0);
        let mut i = 0;
        while i < all.len() {
            if !is_test(&all[i..]) {
                kept.push(all[i].clone());
                i += 1;
                continue;
            }
            let end = i + item(&all[i..]);
            hidden += all[end - 1].0 - all[i].0 + 1;
            if let [.., (_, Token::Word(name)), (_, Token::Sign(';'))] = &all[i..end] {
                test_modules.push(name.clone());
            }
            i = end;
        }
        let lines = text.lines().count() - hidden;
        Self { path: path.to_owned(), text: text.to_owned(), tokens: kept, lines, test_modules }
    }

    /// Strings and characters with their lines.
    pub(crate) fn literals(&self) -> impl Iterator<Item = (usize, &str)> {
        self.tokens.iter().filter_map(|(line, token)| match token {
            Token::Literal(text) => Some((*line, text.as_str())),
            _ => None,
        })
    }

    pub(crate) fn words(&self) -> impl Iterator<Item = (usize, &str)> {
        self.tokens.iter().filter_map(|(line, token)| match token {
            Token::Word(word) => Some((*line, word.as_str())),
            _ => None,
        })
    }

    /// The module that the file holds: `kind::date` for `kind/date.rs` and for `kind/date/mod.rs`.
    fn module(&self) -> Vec<String> {
        let path = self.path.strip_suffix(".rs").unwrap_or(&self.path);
        let path = path.strip_suffix("/mod").unwrap_or(path);
        if path == "lib" { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
    }

    /// The functions with a body: name, first and last line.
    pub(crate) fn functions(&self) -> Vec<(String, usize, usize)> {
        let mut functions = Vec::new();
        for (i, (line, token)) in self.tokens.iter().enumerate() {
            let Some((_, Token::Word(name))) = self.tokens.get(i + 1) else { continue };
            if *token != Token::Word("fn".to_owned()) {
                continue;
            }
            let end = i + item(&self.tokens[i..]);
            if self.tokens[end - 1].1 == Token::Sign('}') {
                functions.push((name.clone(), *line, self.tokens[end - 1].0));
            }
        }
        functions
    }

    /// Every path that the file names from the crate's root, from a parent or from itself, with whether it is
    /// handed on (`pub use`).
    fn paths(&self) -> Vec<(Vec<String>, bool)> {
        let mut paths = Vec::new();
        let here = self.module();
        let mut i = 0;
        while i < self.tokens.len() {
            match &self.tokens[i].1 {
                Token::Word(word) if word == "use" => {
                    let handed_on = self.is_public(i);
                    let mut found = Vec::new();
                    let end = tree(&self.tokens, i + 1, &mut Vec::new(), &mut found);
                    paths.extend(found.into_iter().map(|path| (path, handed_on)));
                    i = end;
                }
                Token::Word(word)
                    if (word == "crate" || word == "super") && self.starts_path(i) && self.goes_on(i) =>
                {
                    let mut path = vec![word.clone()];
                    while self.goes_on(i) {
                        let Some((_, Token::Word(next))) = self.tokens.get(i + 3) else { break };
                        path.push(next.clone());
                        i += 3;
                    }
                    paths.push((path, false));
                    i += 1;
                }
                _ => i += 1,
            }
        }
        paths.into_iter().filter_map(|(path, on)| Some((absolute(&here, path)?, on))).collect()
    }

    /// Whether the `use` at `i` is public, were it only to a part of the crate.
    fn is_public(&self, i: usize) -> bool {
        let before = &self.tokens[..i];
        let mut words = before
            .iter()
            .rev()
            .map(|(_, t)| t)
            .take_while(|t| !matches!(t, Token::Sign(';' | '}' | '{' | ']')));
        words.any(|t| *t == Token::Word("pub".to_owned()))
    }

    fn starts_path(&self, i: usize) -> bool {
        i == 0 || self.tokens[i - 1].1 != Token::Sign(':')
    }

    /// Whether `::` and a name follow.
    fn goes_on(&self, i: usize) -> bool {
        let sign = |at: usize| self.tokens.get(at).is_some_and(|(_, t)| *t == Token::Sign(':'));
        sign(i + 1) && sign(i + 2)
    }
}

/// The paths of a `use`; gives the place after it.
fn tree(
    tokens: &[(usize, Token)],
    mut i: usize,
    prefix: &mut Vec<String>,
    paths: &mut Vec<Vec<String>>,
) -> usize {
    let depth = prefix.len();
    let mut ended = false;
    while let Some((_, token)) = tokens.get(i) {
        match token {
            Token::Word(word) if word == "as" => i += 1,
            Token::Word(word) => prefix.push(word.clone()),
            Token::Sign('*') => {}
            Token::Sign('{') => {
                i = tree(tokens, i + 1, prefix, paths);
                ended = true;
                continue;
            }
            Token::Sign(end @ (',' | '}' | ';')) => {
                if !ended && prefix.len() > depth {
                    paths.push(prefix.clone());
                }
                prefix.truncate(depth);
                ended = false;
                if *end != ',' {
                    return i + 1;
                }
            }
            _ => {}
        }
        i += 1;
    }
    i
}

/// A path from the crate's root; nothing for one of another crate.
fn absolute(here: &[String], path: Vec<String>) -> Option<Vec<String>> {
    let mut at = match path.first()?.as_str() {
        "crate" => Vec::new(),
        "self" => here.to_vec(),
        "super" => here.get(..here.len().checked_sub(1)?)?.to_vec(),
        // A child of this module, or another crate; who asks knows.
        _ => return Some(std::iter::once(String::new()).chain(here.iter().cloned()).chain(path).collect()),
    };
    for part in &path[1..] {
        match part.as_str() {
            "super" => drop(at.pop()?),
            "self" => {}
            _ => at.push(part.clone()),
        }
    }
    Some(at)
}

/// Whether `#[cfg(test)]` or `#[test]` starts here.
fn is_test(tokens: &[(usize, Token)]) -> bool {
    let word = |w: &str| Token::Word(w.to_owned());
    let starts =
        |shape: &[Token]| tokens.len() > shape.len() && tokens.iter().zip(shape).all(|((_, t), s)| t == s);
    let sign = Token::Sign;
    starts(&[sign('#'), sign('['), word("cfg"), sign('('), word("test"), sign(')'), sign(']')])
        || starts(&[sign('#'), sign('['), word("test"), sign(']')])
}

/// How many tokens an item has, its attributes included: to its `;`, or to the end of its body.
fn item(tokens: &[(usize, Token)]) -> usize {
    const KEYWORDS: &[&str] =
        &["fn", "mod", "use", "struct", "impl", "const", "static", "enum", "trait", "type", "macro_rules"];
    let (mut depth, mut named) = (0_usize, false);
    for (i, (_, token)) in tokens.iter().enumerate() {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(close @ (')' | ']' | '}')) => {
                depth = depth.saturating_sub(1);
                if depth == 0 && *close == '}' {
                    return i + 1;
                }
            }
            Token::Sign(';') if depth == 0 => return i + 1,
            // A field or an arm.
            Token::Sign(',') if depth == 0 && !named => return i + 1,
            Token::Word(word) if depth == 0 => named |= KEYWORDS.contains(&word.as_str()),
            _ => {}
        }
    }
    tokens.len()
}

fn tokens(text: &str) -> Vec<(usize, Token)> {
    let chars: Vec<char> = text.chars().collect();
    let (mut tokens, mut i, mut line) = (Vec::new(), 0, 1);
    let get = |i: usize| chars.get(i).copied().unwrap_or('\0');
    while i < chars.len() {
        let start = i;
        let token = match get(i) {
            '/' if get(i + 1) == '/' => {
                i += chars[i..].iter().take_while(|&&c| c != '\n').count();
                None
            }
            '/' if get(i + 1) == '*' => {
                let mut depth = 0;
                loop {
                    match (get(i), get(i + 1)) {
                        ('/', '*') => (depth, i) = (depth + 1, i + 2),
                        ('*', '/') => (depth, i) = (depth - 1, i + 2),
                        _ => i += 1,
                    }
                    if depth == 0 || i >= chars.len() {
                        break;
                    }
                }
                None
            }
            '"' => {
                i = string_end(&chars, i);
                Some(Token::Literal(unescaped(&chars[start + 1..i - 1])))
            }
            '\'' if get(i + 1) == '\\' || get(i + 2) == '\'' => {
                i += if get(i + 1) == '\\' { 3 } else { 2 };
                i += chars[i..].iter().take_while(|&&c| c != '\'').count() + 1;
                Some(Token::Literal(unescaped(&chars[start + 1..i - 1])))
            }
            'r' | 'b' | 'c' if raw(&chars, i).is_some() => {
                let (open, hashes) = raw(&chars, i).expect("asked above");
                let closes = |at: usize| get(at) == '"' && (0..hashes).all(|k| get(at + 1 + k) == '#');
                let end = (open..chars.len()).find(|&at| closes(at)).unwrap_or(chars.len());
                i = end + 1 + hashes;
                Some(Token::Literal(chars[open..end].iter().collect()))
            }
            c if c.is_alphanumeric() || c == '_' => {
                i += chars[i..].iter().take_while(|c| c.is_alphanumeric() || **c == '_').count();
                Some(Token::Word(chars[start..i].iter().collect()))
            }
            c => {
                i += 1;
                (!c.is_whitespace()).then_some(Token::Sign(c))
            }
        };
        tokens.extend(token.map(|token| (line, token)));
        line += chars[start..i.min(chars.len())].iter().filter(|&&c| c == '\n').count();
    }
    tokens
}

/// Where a raw string that starts at `i` says something, and how many `#` close it.
fn raw(chars: &[char], i: usize) -> Option<(usize, usize)> {
    let prefix = chars[i..].iter().take_while(|c| matches!(c, 'r' | 'b' | 'c')).count();
    let is_raw = prefix <= 2 && chars[i + prefix - 1] == 'r';
    let hashes = chars[i + prefix..].iter().take_while(|&&c| c == '#').count();
    (is_raw && chars.get(i + prefix + hashes) == Some(&'"')).then_some((i + prefix + hashes + 1, hashes))
}

fn string_end(chars: &[char], start: usize) -> usize {
    let mut i = start + 1;
    while i < chars.len() && chars[i] != '"' {
        i += if chars[i] == '\\' { 2 } else { 1 };
    }
    i + 1
}

/// A literal with its `\u{…}` written out; other escapes say nothing of a language.
fn unescaped(chars: &[char]) -> String {
    let text: String = chars.iter().collect();
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap_or((part, ""));
        plain.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        plain.push_str(rest);
    }
    plain
}

/// The paths of the files of a kind under a directory of the package, seen from there, in order.
pub(crate) fn files(directory: &str, extension: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(directory);
    let (mut paths, mut directories) = (Vec::new(), vec![root.clone()]);
    while let Some(directory) = directories.pop() {
        for entry in fs::read_dir(&directory).expect("a directory of the package") {
            let path = entry.expect("an entry of it").path();
            if path.is_dir() {
                directories.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                let path = path.strip_prefix(&root).expect("under it");
                paths.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    paths.sort();
    paths
}

/// The files of Rust under a directory of the package, in order.
pub(crate) fn read(directory: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(directory);
    let text = |path: &String| fs::read_to_string(root.join(path)).expect("UTF-8");
    files(directory, "rs").iter().map(|path| Source::new(path, &text(path))).collect()
}

/// Files of a crate without those that only its tests have.
pub(crate) fn without_tests(sources: Vec<Source>) -> Vec<Source> {
    let tests: BTreeSet<Vec<String>> = sources
        .iter()
        .flat_map(|s| {
            s.test_modules.iter().map(|name| s.module().into_iter().chain([name.clone()]).collect())
        })
        .collect();
    sources.into_iter().filter(|s| !tests.contains(&s.module())).collect()
}

/// Which file imports from which: the file that declares a name, not those that hand it on.
pub(crate) fn imports(sources: &[Source]) -> BTreeMap<&str, BTreeSet<&str>> {
    let modules: BTreeMap<Vec<String>, usize> = (0..).zip(sources).map(|(i, s)| (s.module(), i)).collect();
    // What a module hands on, by name.
    let mut handed: BTreeMap<(usize, String), Vec<String>> = BTreeMap::new();
    let paths: Vec<Vec<(Vec<String>, bool)>> = sources.iter().map(|s| of_crate(s, &modules)).collect();
    for (i, paths) in (0..).zip(&paths) {
        for (path, _) in paths.iter().filter(|(_, on)| *on) {
            if let Some(name) = path.last() {
                handed.insert((i, name.clone()), path.clone());
            }
        }
    }
    let mut imports: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (source, paths) in sources.iter().zip(&paths) {
        let to = imports.entry(&source.path).or_default();
        for (path, handed_on) in paths {
            // Handing on is no import where the file does nothing with the name itself.
            let used = |name: &String| source.words().filter(|(_, word)| word == name).count() > 1;
            if *handed_on && !path.last().is_some_and(used) {
                continue;
            }
            let file = &sources[declared(path, &modules, &handed, 8)].path;
            if *file != source.path {
                to.insert(file);
            }
        }
    }
    imports
}

/// The paths of a file that stay in the crate.
fn of_crate(source: &Source, modules: &BTreeMap<Vec<String>, usize>) -> Vec<(Vec<String>, bool)> {
    let here = source.module();
    let inside = |(path, on): (Vec<String>, bool)| {
        if path.first().is_none_or(|first| !first.is_empty()) {
            return Some((path, on));
        }
        // The name of a child module, or of another crate.
        let child = path[1..].get(..here.len() + 1)?.to_vec();
        modules.contains_key(&child).then(|| (path[1..].to_vec(), on))
    };
    source.paths().into_iter().filter_map(inside).collect()
}

/// The file that declares what a path names.
fn declared(
    path: &[String],
    modules: &BTreeMap<Vec<String>, usize>,
    handed: &BTreeMap<(usize, String), Vec<String>>,
    depth: usize,
) -> usize {
    let known = |len: &usize| modules.contains_key(&path[..*len]);
    let length = (0..=path.len()).rev().find(known).unwrap_or(0);
    let file = modules[&path[..length]];
    match path.get(length).and_then(|name| handed.get(&(file, name.clone()))) {
        Some(to) if depth > 0 && to != path => {
            let to: Vec<String> = to.iter().chain(&path[length + 1..]).cloned().collect();
            declared(&to, modules, handed, depth - 1)
        }
        _ => file,
    }
}

/// Circles of imports: each as the files it goes through, one for each file that is in a circle at most.
pub(crate) fn circles(imports: &BTreeMap<&str, BTreeSet<&str>>) -> Vec<Vec<String>> {
    let reach = |from: &str| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(file) = next.pop() {
            for to in imports.get(file.as_str()).into_iter().flatten() {
                if seen.insert((*to).to_owned()) {
                    next.push((*to).to_owned());
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&str, BTreeSet<String>> = imports.keys().map(|f| (*f, reach(f))).collect();
    let (mut circles, mut done) = (Vec::new(), BTreeSet::new());
    for (file, to) in &reached {
        if to.contains(*file) && !done.contains(*file) {
            let circle: Vec<String> = to
                .iter()
                .filter(|t| reached.get(t.as_str()).is_some_and(|r| r.contains(*file)))
                .cloned()
                .collect();
            done.extend(circle.iter().cloned());
            circles.push(circle);
        }
    }
    circles
}
