//! A column of a header while its role is being decided, and the changes that the corrections ask for.
//!
//! A correction looks at the columns as the corrections before it left them and returns what it would change; only
//! [`corrected`] changes them.

use std::sync::Arc;

use super::column_profile::ColumnProfile;
use crate::lexicon::heading::Heading;
use crate::lexicon::ranking;
use crate::lexicon::role::Role;

/// A column of a header.
#[derive(Debug, Clone)]
pub(crate) struct HeaderColumn {
    /// Its heading as published, with the levels of a merged heading separated by " · ".
    pub(crate) heading: String,
    /// What it is: first what the words of the heading suggest, then what the corrections say.
    pub(crate) role: Role,
    /// The unit in its heading.
    pub(crate) unit: Option<String>,
    /// What it contains below the header.
    pub(crate) profile: ColumnProfile,
    /// The place that it is of, if the columns are of several.
    pub(crate) place: Option<Arc<str>>,
    /// The class that it is of, if the columns are of several.
    pub(crate) class: Option<Arc<str>>,
}

impl HeaderColumn {
    /// The columns below some headings, with one profile for each.
    pub(super) fn all(headings: Vec<Heading>, profiles: Vec<ColumnProfile>) -> Vec<Self> {
        let column = |(heading, profile): (Heading, ColumnProfile)| {
            let Heading { text: heading, role, unit } = heading;
            Self { heading, role, unit, profile, place: None, class: None }
        };
        headings.into_iter().zip(profiles).map(column).collect()
    }

    /// The last level of the heading.
    pub(crate) fn last_level(&self) -> &str {
        self.heading.rsplit(" · ").next().unwrap_or_default()
    }

    /// Whether it contains scores.
    pub(crate) fn is_of_scores(&self) -> bool {
        ranking::is_of_scores(&self.heading, &self.role)
    }

    /// Whether it contains actuals.
    pub(crate) fn is_actual(&self) -> bool {
        matches!(self.role, Role::Actual(_))
    }

    /// Whether it contains plans.
    pub(crate) fn is_plan(&self) -> bool {
        matches!(self.role, Role::Plan(_))
    }

    /// Whether it contains plans or actuals.
    pub(super) fn is_plan_or_actual(&self) -> bool {
        self.is_plan() || self.is_actual()
    }

    /// Whether it contains plans, actuals or comparisons.
    pub(super) fn is_value(&self) -> bool {
        is_value(&self.role)
    }
}

/// Whether a role is that of plans, actuals or comparisons.
pub(super) fn is_value(role: &Role) -> bool {
    matches!(role, Role::Plan(_) | Role::Actual(_) | Role::Comparison(_))
}

/// What a correction changes in a column, which is counted from 0.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Change {
    Role(usize, Role),
    Unit(usize, Option<String>),
    Place(usize, Arc<str>),
    Class(usize, Arc<str>),
    /// It gets the heading, role and unit of another column, or none.
    Heading(usize, Heading),
}

impl Change {
    /// The column that it changes.
    pub(super) fn column(&self) -> usize {
        match self {
            Self::Role(at, _)
            | Self::Unit(at, _)
            | Self::Place(at, _)
            | Self::Class(at, _)
            | Self::Heading(at, _) => *at,
        }
    }
}

/// A correction: what the columns so far say about the roles of some of them.
pub(super) type Correction = fn(&[HeaderColumn]) -> Vec<Change>;

/// The columns after a correction.
pub(super) fn corrected(
    mut columns: Vec<HeaderColumn>,
    correction: impl FnOnce(&[HeaderColumn]) -> Vec<Change>,
) -> Vec<HeaderColumn> {
    for change in correction(&columns) {
        apply(change, &mut columns);
    }
    columns
}

fn apply(change: Change, columns: &mut [HeaderColumn]) {
    let Some(column) = columns.get_mut(change.column()) else { return };
    match change {
        Change::Role(_, role) => column.role = role,
        Change::Unit(_, unit) => column.unit = unit,
        Change::Place(_, place) => column.place = Some(place),
        Change::Class(_, class) => column.class = Some(class),
        Change::Heading(_, Heading { text, role, unit }) => {
            (column.heading, column.role, column.unit) = (text, role, unit);
        }
    }
}

/// The changes that give the columns these roles, one for each column: for corrections in which the role of one
/// column depends on what was decided for another.
pub(super) fn to_roles(columns: &[HeaderColumn], roles: Vec<Role>) -> Vec<Change> {
    let pairs = columns.iter().zip(roles).enumerate();
    let changed = pairs.filter(|(_, (column, role))| column.role != *role);
    changed.map(|(at, (_, role))| Change::Role(at, role)).collect()
}

/// The columns that satisfy a condition, by index.
pub(crate) fn indices(
    columns: &[HeaderColumn],
    is_wanted: impl Fn(&HeaderColumn) -> bool,
) -> impl Iterator<Item = usize> {
    let columns = columns.iter().enumerate();
    columns.filter(move |(_, column)| is_wanted(column)).map(|(at, _)| at)
}

/// The first column with a heading or a cell, if it has no heading: the columns left of it are not used.
pub(super) fn first_unnamed(columns: &[HeaderColumn]) -> Option<usize> {
    let is_unnamed = |column: &HeaderColumn| column.heading.trim().is_empty();
    let is_used =
        |column: &HeaderColumn| !is_unnamed(column) || column.profile.filled().next().is_some();
    columns.iter().position(is_used).filter(|at| is_unnamed(&columns[*at]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_sees_what_the_ones_before_it_changed() {
        let headings = ["Chỉ tiêu", "Cột", "Cột"].map(Heading::of).to_vec();
        let columns = HeaderColumn::all(headings, vec![ColumnProfile::default(); 3]);
        let to_unit = |at| move |_: &[HeaderColumn]| vec![Change::Role(at, Role::Unit)];
        let units_to_notes = |columns: &[HeaderColumn]| {
            indices(columns, |column| column.role == Role::Unit)
                .map(|at| Change::Role(at, Role::Note))
                .collect()
        };
        let columns =
            corrected(corrected(corrected(columns, to_unit(1)), units_to_notes), to_unit(2));
        let roles: Vec<Role> = columns.into_iter().map(|column| column.role).collect();
        assert_eq!(roles, [Role::Name, Role::Note, Role::Unit]);
    }
}
