//! Frames: a measure with its section, units, deadline, targets, modality and instrument class.

use super::clause::Clause;
use super::clean::{CleanOffset, Cleaned};
use super::extraction::{Frame, Mention, Statement};
use super::outline::Outline;

/// How binding a measure is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Modality {
    /// 必须、严格、确保
    Must,
    /// 要、应: the default for a directive.
    #[default]
    Should,
    /// 鼓励、支持、引导
    Encourage,
    /// 探索、研究、试点
    Explore,
    /// 严禁、不得、杜绝
    Forbid,
}

impl Modality {
    /// The modality's id in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
            Self::Encourage => "encourage",
            Self::Explore => "explore",
            Self::Forbid => "forbid",
        }
    }
}

/// A class of policy instrument, as policy-instrument analysis tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// The class as `group/class`, e.g. `supply/talent`.
    pub class: &'static str,
}

/// Builds one frame per measure, in the order of the measures.
pub fn frames(
    _cleaned: &Cleaned,
    _outline: &Outline,
    _clauses: &[Clause],
    _mentions: &[Mention<CleanOffset>],
    _statements: &[Statement<CleanOffset>],
) -> Vec<Frame> {
    Vec::new()
}
