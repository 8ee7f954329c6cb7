//! Runs the command.
#![allow(dead_code, reason = "no test file needs all of it")]

use assert_cmd::Command;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The command, where no terminal and no wish for colours is.
pub(crate) fn newsfacts() -> Command {
    let mut command = Command::cargo_bin("newsfacts").expect("the command is built with its tests");
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("CLICOLOR");
    command
}

/// The sample pages of the library.
pub(crate) fn page(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/pages").join(name)
}

/// What the command prints for some arguments and standard input, its exit code, and what it says beside.
pub(crate) fn run(arguments: &[&str], input: impl Into<Vec<u8>>) -> (String, i32, String) {
    let output = newsfacts().args(arguments).write_stdin(input).output().expect("the command starts");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("what is printed is UTF-8");
    (text(&output.stdout), output.status.code().unwrap_or(-1), text(&output.stderr))
}

/// The lines of JSON that the command prints.
pub(crate) fn lines(arguments: &[&str], input: impl Into<Vec<u8>>) -> Vec<Value> {
    let (out, _, _) = run(arguments, input);
    out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{line}: {e}"))).collect()
}
