//! The styles of markers, and what a marker is.

use super::line::PART;

/// The styles of markers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::extract) enum Style {
    /// 【今年的任务】, alone on its line
    Titled,
    /// 第一部分、第一章
    Part,
    /// 一 关于今年的任务: a blank sets the numeral off, on a line without a sentence
    Spaced,
    /// 一、
    Numeral,
    /// （一）
    NumeralInBrackets,
    /// 1. 1、
    Digit,
    /// 1 1.1 2.3.1, with the count of its parts. The number joins them, two digits to each.
    Decimal(u8),
    /// （1） 1） ①
    DigitInBrackets,
    /// 第一个问题： 第二方面， 第三点，: a numbered point, with the first character of what it is
    /// called. Where both occur, 第一， stands below it.
    Point(char),
    /// 第一，
    Ordinal,
    /// 第二场硬仗： a numbered noun, which only a series shows to be a marker.
    Counted,
    /// 第一件，头一件，第二项是: a numbered classifier, which only its neighbour in a series shows to be one.
    Thing(char),
    /// 首先，其次，最后，
    Sequence,
    /// 一是 二要 其一，: the numeral is fused with a verb, a copula or a pronoun.
    Fused(char),
    /// 一打 二打: fused with a verb that only the same one in the neighbour shows to be a marker.
    Struck(char),
}

impl Style {
    /// The usual rank: the smaller, the further out.
    pub(super) fn rank(self) -> u8 {
        match self {
            Self::Titled | Self::Part => 0,
            Self::Numeral | Self::Spaced => 1,
            Self::NumeralInBrackets => 2,
            Self::Digit => 3,
            Self::Decimal(parts) => 2 + parts.min(4),
            Self::DigitInBrackets => 7,
            Self::Point(_) | Self::Ordinal | Self::Counted | Self::Thing(_) | Self::Sequence => 8,
            Self::Fused(_) | Self::Struck(_) => 9,
        }
    }

    /// Whether the number is part of a sentence.
    pub(super) fn fused(self) -> bool {
        matches!(self, Self::Fused(_) | Self::Struck(_))
    }
}

/// A marker at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Marker {
    /// How it is written.
    pub(in crate::extract) style: Style,
    /// Its number; for 最后 the largest there is.
    pub(in crate::extract) number: u32,
    /// Its length in bytes, with the mark that belongs to it.
    pub(in crate::extract) length: usize,
}

impl Marker {
    /// It is the first one of its series.
    pub(super) fn opens(&self) -> bool {
        match self.style {
            Style::Decimal(_) => self.number % PART == 1,
            _ => self.number == 1,
        }
    }

    /// Whether a number of the same style is the next one behind it.
    pub(super) fn precedes(&self, next: u32) -> bool {
        let (part, number) = (PART, self.number);
        let section = matches!(self.style, Style::Decimal(_)) && next == (number / part + 1) * part + 1;
        number.checked_add(1) == Some(next) || section
    }
}

/// 最后 ends every sequence.
pub(super) const LAST: u32 = u32::MAX;
