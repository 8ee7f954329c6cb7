//! Extractors as the command line asks for them, with rows of the user's own.

use crate::args::Reading;
use newsfacts::{Extractor, ExtractorBuilder, Kind, Language, LexiconTable};
use std::{fs, path::Path};

/// An extractor of the kinds and rows that are asked for.
///
/// # Errors
///
/// If a file of rows cannot be read, or a row is wrong; the message names file, line and column.
pub(crate) fn extractor(reading: &Reading) -> Result<Extractor, String> {
    let mut builder = Extractor::builder();
    let all = |kinds: &[crate::args::Kinds]| kinds.iter().flat_map(|k| k.0.clone()).collect::<Vec<Kind>>();
    if !reading.kind.is_empty() {
        builder = builder.kinds(all(&reading.kind));
    }
    builder = builder.also(all(&reading.also));
    for file in &reading.lexicon {
        builder = with_file(builder, file)?;
    }
    builder.build().map_err(|error| error.to_string())
}

/// The rows of one table, as they stand in a file. Empty lines stand for those before them, so that the lines that errors
/// name are those of the file.
struct Section {
    language: Language,
    table: LexiconTable,
    rows: String,
}

fn with_file(mut builder: ExtractorBuilder, file: &Path) -> Result<ExtractorBuilder, String> {
    let name = file.display();
    let text = fs::read_to_string(file).map_err(|error| format!("{name}: {error}"))?;
    for section in sections(&text).map_err(|(line, problem)| format!("{name}, line {line}: {problem}"))? {
        builder = builder.lexicon(section.language, section.table, &section.rows);
        // At once, so that a fault is known to be of this file.
        builder.build().map_err(|error| format!("{name}, {error}"))?;
    }
    Ok(builder)
}

fn sections(text: &str) -> Result<Vec<Section>, (usize, String)> {
    let mut sections: Vec<Section> = Vec::new();
    for (number, line) in (1..).zip(text.trim_start_matches('\u{FEFF}').lines()) {
        let heading = line.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        if let Some(heading) = heading {
            let (language, table) = heading
                .split_once(' ')
                .ok_or_else(|| (number, format!("`[{heading}]` is not of the form [language table]")))?;
            let fault = |error: newsfacts::Error| (number, error.to_string());
            let code = language.trim();
            let language = code.parse().map_err(fault)?;
            if language == Language::Other {
                let read: Vec<String> =
                    Language::ALL.iter().map(|language| format!("`{language}`")).collect();
                return Err((number, format!("`{code}` is not read; {} are", read.join(" and "))));
            }
            sections.push(Section {
                language,
                table: table.trim().parse().map_err(fault)?,
                rows: "\n".repeat(number),
            });
        } else if let Some(section) = sections.last_mut() {
            section.rows.push_str(line);
            section.rows.push('\n');
        } else if !line.trim().is_empty() && !line.starts_with('#') {
            let problem = "rows before a line that names language and table, such as [sv currencies]";
            return Err((number, problem.into()));
        }
    }
    if sections.is_empty() {
        return Err((1, "no line names a language and table, such as [sv currencies]".into()));
    }
    Ok(sections)
}
