//! What could not be opened, in words.

use yew::Callback;

use crate::open::Problem;
use crate::web::state::{Action, Argument, Words};

/// So many files are told one by one; more are counted.
const FEW: usize = 3;

/// Tells what could not be opened.
pub(super) fn tell(problems: Vec<(String, Problem)>, dispatch: &Callback<Action>) {
    if problems.len() <= FEW {
        for (name, problem) in &problems {
            dispatch.emit(Action::Warn(words(problem).and("name", Argument::Text(name.clone()))));
        }
        return;
    }
    let names: Vec<&str> = problems.iter().take(FEW).map(|(name, _)| &**name).collect();
    let words = Words::plain("problem-many-files")
        .and("n", Argument::Number(problems.len()))
        .and("names", Argument::Text(names.join("、")));
    dispatch.emit(Action::Warn(words));
}

/// A file that the browser does not hand over.
pub(super) fn unreadable(name: &str) -> Words {
    Words::plain("problem-unreadable-file").and("name", Argument::Text(name.to_owned()))
}

fn words(problem: &Problem) -> Words {
    match problem {
        Problem::Empty => Words::plain("problem-empty-file"),
        Problem::Binary => Words::plain("problem-binary-file"),
        Problem::Encoding(_) => Words::plain("problem-encoding"),
        Problem::TooLong => Words::plain("problem-long-file"),
        Problem::TooLarge => Words::plain("problem-large-file"),
        Problem::TooMuch => Words::plain("problem-bursting-file"),
        Problem::TooDeep => Words::plain("problem-deep-file"),
        Problem::OtherOffice => Words::plain("problem-office-file"),
        Problem::NoLetters => Words::plain("problem-letterless-file"),
        Problem::ProtectedPdf => Words::plain("problem-protected-file"),
        Problem::Locked => Words::plain("problem-locked-file"),
        Problem::Newer => Words::plain("problem-newer-file"),
        Problem::NoReader => Words::plain("problem-no-reader"),
        Problem::NoText => Words::plain("problem-textless-file"),
        Problem::Damaged(reason) => Words::plain("problem-own-file").and("reason", Argument::Text(reason.clone())),
    }
}
