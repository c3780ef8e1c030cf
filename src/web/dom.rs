//! The browser's document: where spans become DOM ranges and the other way round.

pub mod blocks;
pub mod download;
pub mod frame;
pub mod geometry;
pub mod highlight;
pub mod inheritance;
pub mod margin;
pub mod measure;
pub mod media;
pub mod picture;
pub mod placed;
pub mod regions;
pub mod seen;
pub mod selection;
pub mod words;
