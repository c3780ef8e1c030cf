//! The task table as the page shows and edits it: rows, columns, order, and what an edit changes. Pure.

mod arrangement;
mod column;
mod edit;
mod row;

pub use arrangement::{Arrangement, Group, Missing, arrange};
pub use column::Column;
pub use edit::{TaskEdit, can_edit, edit};
pub use row::{Row, rows};
