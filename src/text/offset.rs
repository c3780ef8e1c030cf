//! Offsets into a text, one type per unit. All are zero-based.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What all kinds of offset have in common: an order and a distance.
pub trait Offset: Copy + Ord + fmt::Debug {
    /// The position as a plain number of this unit.
    fn get(self) -> u32;
    /// An offset of this kind at a plain position.
    fn at(position: u32) -> Self;
}

macro_rules! offset {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl Offset for $name {
            fn get(self) -> u32 {
                self.0
            }
            fn at(position: u32) -> Self {
                Self(position)
            }
        }

        impl $name {
            /// The position as an index.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl From<usize> for $name {
            /// Positions beyond `u32::MAX` stay at it: texts are limited far below.
            fn from(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }
        }
    };
}

offset! {
    /// Bytes of UTF-8. The unit inside the program.
    ByteOffset
}
offset! {
    /// UTF-16 code units. The unit of the DOM and of some tools' files.
    Utf16Offset
}
offset! {
    /// Unicode code points (scalar values). The unit of the project's own files.
    CharOffset
}
