//! Tables whose title ends with "so với (%)": their headings name the bases of comparisons, and no values.

use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices};
use crate::lexicon::heading::Heading;
use crate::lexicon::measure::measure;
use crate::lexicon::role::Role;

/// Makes columns whose headings are nothing but periods comparisons with these: "Tháng 9/2025", "Cùng kỳ năm trước".
pub(crate) fn bases(columns: &[HeaderColumn]) -> Vec<Change> {
    let is_period = |column: &HeaderColumn| {
        let of_period =
            matches!(&column.role, Role::Actual(_) | Role::Comparison(_) | Role::Unknown);
        let named = !column.heading.trim().is_empty() && measure(&column.heading).is_empty();
        of_period && named && column.profile.are_figures()
    };
    let compared = |at: usize| {
        let heading = format!("So với (%) · {}", columns[at].heading);
        Change::Heading(at, Heading::of(&heading))
    };
    indices(columns, is_period).map(compared).collect()
}
