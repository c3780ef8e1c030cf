//! Who was at a meeting or held it: told, not asked to do anything.

use crate::extract::mention::scene::Scene;

/// Whether a verb says that somebody was at a meeting.
pub(super) fn attends(scene: Scene<'_>, index: usize) -> bool {
    const ATTENDED: [&str; 9] = ["会议", "大会", "了", "座谈", "考察", "本次", "此次", "这次", "今天"];
    let next = scene.word(index + 1);
    matches!(scene.word(index), "参加" | "出席" | "列席")
        && (next.ends_with('会') || ATTENDED.iter().any(|word| next.starts_with(word)))
}

/// Whether a verb only says whose doing the noun behind it was: 由甲局举办的|会议.
pub(super) fn qualifies(scene: Scene<'_>, index: usize) -> bool {
    const DONE: [&str; 24] = [
        "牵头", "组建", "建设", "实施", "研发", "研制", "承担", "编制", "创建", "投资", "运营", "开发", "组织", "举办",
        "主办", "承办", "召开", "主持", "发起", "创办", "主编", "开办", "印发", "制定",
    ];
    (index..index + 3).any(|at| DONE.contains(&scene.word(at)) && scene.word(at + 1) == "的")
}
