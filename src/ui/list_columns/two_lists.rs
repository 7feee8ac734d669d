//! The columns of one of two lists next to each other.

use super::super::wanted_columns::LONG_NAME;
use super::{Columns, PERCENT, RowCell, UnitPlace, Wanted};
use RowCell::{Gauge, Percent};

impl Columns {
    /// Columns for one of two lists next to each other, with the unit after the name, from the form that says more:
    /// with a column for the figure if there is room, and with the figure after the name as well.
    pub(crate) fn halves(width: usize, wanted: Wanted) -> Vec<Self> {
        let short = Wanted { name: LONG_NAME, unit: 0, plan: 0, change: 0, periods: 0, ..wanted };
        let unit = UnitPlace::AfterName;
        let with_figure = Self { unit, ..Self::with_unit_column(width, short) };
        let with_figure = Some(with_figure).filter(|columns| !columns.stacked);
        let forms = with_figure.into_iter().chain([Self::without_figure(width, wanted)]);
        forms.map(Self::with_whole_names).collect()
    }

    /// Columns without one for the figure, which follows the name.
    fn without_figure(width: usize, wanted: Wanted) -> Self {
        let (gauge, percent) = if wanted.percent { (8, PERCENT - 1) } else { (0, 0) };
        let columns = Self {
            lead: wanted.lead,
            unit: UnitPlace::AfterName,
            figure_after_name: wanted.figure > 0,
            ..Self::default()
        };
        let columns = columns.with(Gauge, gauge).with(Percent, percent);
        Self { name: width.saturating_sub(wanted.lead + columns.taken()), ..columns }
    }
}
