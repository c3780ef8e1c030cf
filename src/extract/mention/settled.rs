//! Who is told to act, once it is known what is ordered and what is reported.

use crate::extract::clean::{CleanOffset, Cleaned};
use crate::extract::extraction::{Label, Mention, Statement};
use crate::extract::word_list::word_groups;

word_groups! {
    /// The words of `bodies.txt` that tell bodies from others, where the comments say what each group is.
    WORDS: Words = "../data/bodies.txt" {
        bodies "body"
        anyone "anyone"
    }
}

/// Settles who is an actor: work that was done and what is wrong tell nobody to act, so a body in them is an
/// organization, and others are nothing. `statements` are in reading order.
pub fn settled(
    cleaned: &Cleaned,
    mut mentions: Vec<Mention<CleanOffset>>,
    statements: &[Statement<CleanOffset>],
) -> Vec<Mention<CleanOffset>> {
    mentions.retain_mut(|mention| {
        let start = mention.span.start();
        let next = statements.partition_point(|statement| statement.span.end() <= start);
        let reported = statements.get(next).is_some_and(|statement| {
            statement.span.start() <= start && matches!(statement.label, Label::Achievement | Label::Problem)
        });
        // 此项工作由甲局负责，目前已完成一半: whoever is put in charge stays so.
        let charged = matches!(mention.reason.rule, "actor/duty" | "actor/label" | "actor/bracket");
        if mention.label != Label::Actor || !reported || charged {
            return true;
        }
        let name = cleaned.slice(mention.span);
        let body = WORDS.bodies.iter().any(|end| name.ends_with(end))
            && !WORDS.anyone.iter().any(|start| name.starts_with(start));
        (mention.label, mention.role) = (Label::Organization, None);
        mention.reason.rule = "organization/reported";
        body
    });
    mentions
}
