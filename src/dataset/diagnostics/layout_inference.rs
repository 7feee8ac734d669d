//! What was inferred about the layout of a table: which rows and columns are places and periods, and where the names
//! of indicators come from.

use super::rule::Rule;

/// Something that was inferred about a table, with its evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayoutInference {
    /// What was inferred.
    pub kind: InferredLayout,
    /// Whether the headings say so; otherwise only what is below them does.
    pub is_certain: bool,
    /// How many places, periods, parts, indicators or lines there are.
    pub count: usize,
    /// The first of their names.
    pub names: Vec<String>,
}

/// What was inferred. A range is of row numbers, or of the letters of columns: the first and the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InferredLayout {
    /// Each row is a place.
    RowPlaces {
        /// The rows.
        range: (String, String),
        /// The heading of their names; empty if there is none.
        heading: String,
    },
    /// The rows are places, and nothing names their indicator, so that it is called after each of them.
    PlaceNames {
        /// The rows.
        range: (String, String),
        /// The heading of their names; empty if there is none.
        heading: String,
    },
    /// Each row is a period.
    RowPeriods {
        /// The rows.
        range: (String, String),
        /// The heading of the periods; empty if there is none.
        heading: String,
    },
    /// A column names the place of each row.
    PlaceColumn {
        /// Its heading.
        heading: String,
    },
    /// A column names the period of each row.
    PeriodColumn {
        /// Its heading.
        heading: String,
    },
    /// The names of rows end with their periods: "Dân số năm 2023".
    NamePeriods {
        /// The rows.
        range: (String, String),
    },
    /// Each column is of a place.
    ColumnPlaces {
        /// The columns.
        range: (String, String),
    },
    /// Each column is of a period.
    ColumnPeriods {
        /// The columns.
        range: (String, String),
    },
    /// Lines without values name the place of the rows below them.
    LinePlaces {
        /// The rows.
        range: (String, String),
    },
    /// The name of the sheet is a period, a place or a section.
    SheetName {
        /// The name.
        sheet: String,
        /// What it was read as.
        reading: SheetNameReading,
    },
    /// The lines above a later table of a sheet name its place or its period.
    Caption,
    /// Lines without values give the rows below them a unit.
    LineUnits {
        /// The rows.
        range: (String, String),
    },
    /// The indicator has its name from the title.
    TitleName,
    /// The indicator has its name from the sheet or the file, as neither title nor headings name it.
    FileName,
    /// Classes became parts of their total.
    ClassParts {
        /// The heading of the classes.
        heading: String,
    },
    /// Columns, or groups of columns under one heading, became indicators.
    ColumnIndicators {
        /// The columns.
        range: (String, String),
    },
}

/// What the name of a sheet was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetNameReading {
    /// The period of its table: "Quý I".
    Period,
    /// The place of its table: "Huyện Ba Bể".
    Place,
    /// The section of rows that have none: "Kinh tế".
    Section,
}

impl LayoutInference {
    /// The rule that it is reported under: what the headings say is a note, the rest is a warning.
    #[must_use]
    pub fn rule(&self) -> Rule {
        if self.is_certain { Rule::LayoutRead } else { Rule::LayoutAssumed }
    }
}
