//! The command line: the same engine as the page's, on files.

mod check;
mod convert;
mod diff;
mod extract;
mod input;
mod progress;
mod reanchor;

use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

/// Turns Chinese work speeches into annotations: headings, measures, targets, units, deadlines.
///
/// The exit code is 0 if all went well, 1 if a file could not be done (the others are) or something is
/// left to look at, 2 if the command was not understood.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Extracts suggestions from speeches and prints them.
    Extract(extract::Arguments),
    /// Turns files of annotations into another format.
    Convert(convert::Arguments),
    /// Checks files: schema, offsets, quotes, hash.
    Check(check::Arguments),
    /// Compares two files of annotations of the same texts.
    Diff(diff::Arguments),
    /// Carries annotations over to a new version of their text.
    Reanchor(reanchor::Arguments),
    /// Prints a script that completes this program's arguments in a shell.
    #[command(after_help = "Example:\n  juyao completions bash > /etc/bash_completion.d/juyao")]
    Completions {
        /// The shell.
        shell: Shell,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Extract(arguments) => extract::run(&arguments),
        Command::Convert(arguments) => convert::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Reanchor(arguments) => reanchor::run(&arguments),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "juyao", &mut script);
            print(&script)
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            complain("", &error);
            ExitCode::FAILURE
        }
    }
}

/// Whether everything could be done; or why the program cannot go on.
type Done = Result<bool, String>;

/// Writes to the standard output. A reader that has had enough is no mistake.
fn print(bytes: &[u8]) -> Done {
    let mut output = std::io::stdout().lock();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
        Err(error) => Err(format!("standard output: {error}")),
        Ok(()) => Ok(true),
    }
}

/// Says what is wrong with a file.
fn complain(about: &str, error: &dyn std::fmt::Display) {
    let about = if about.is_empty() {
        String::new()
    } else {
        format!("{about}: ")
    };
    // Nothing is left to do where even the standard error is closed.
    let _ = writeln!(std::io::stderr(), "juyao: {about}{error}");
}
