//! Tables in the layouts of offices: what is read from them, and what must never be said of them. One module a
//! kind of layout or of fault; tests/README.md says what each shows.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod branch_offices;
mod cells_and_units;
mod classes_and_seasons;
mod codes_and_scales;
mod column_meanings;
mod columns;
mod comparison_bases;
mod criteria_and_contents;
mod criteria_of_places;
mod crossed_periods;
mod description;
mod directions_of_titles;
mod done_columns;
mod facts_files;
mod falls_and_rises;
mod financial_quarters;
mod grouped_columns;
mod headings_and_titles;
mod indicators_of_places;
mod items_with_breakdowns;
mod keyed_rows;
mod latest_periods;
mod look_alike_periods;
mod measure_columns;
mod measured_cells;
mod measures_by_values;
mod named_by_titles;
mod names_in_percent;
mod one_indicator;
mod other_measures;
mod own_indicators;
mod own_periods;
mod parts_of_year;
mod place_names;
mod places_and_periods;
mod places_of_rows;
mod plan_rows;
mod published_layouts;
mod ranks_years_and_units;
mod rates_of_completion;
mod regions;
mod results_and_forecasts;
mod revised_plans;
mod rows_and_breakdowns;
mod scorecards;
mod scores_and_verdicts;
mod sections_with_units;
mod several_tables;
mod sheet_names;
mod stacked_headings;
mod status;
mod titles_of_plans;
mod totals;
mod two_row_comparisons;
mod two_sides;
mod unused_columns;
mod whole_places;
mod workbooks;

#[path = "../support/english.rs"]
mod english;

#[path = "../support/every.rs"]
mod every;
