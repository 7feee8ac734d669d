//! The corrections of the roles that headings suggest, in the order in which they are applied: by what the columns
//! contain and by the other columns.

use super::carried_capital;
use super::done_columns;
use super::examining_authorities;
use super::measure_columns;
use super::misnamed_columns;
use super::percent_columns;
use super::planned_changes;
use super::ranks_with_results;
use super::rates;
use super::score_columns;
use super::shares_of_counts;
use super::unnamed_values;
use super::verdicts_of_places;
use super::worded_indicators;
use super::years_in_cells;
use crate::dataset::table::layout::header_column::Correction;
use crate::dataset::table::layout::place_columns;

/// The corrections that need nothing but the columns.
pub(crate) const CORRECTIONS: &[Correction] = &[
    // A name that has a word for values is none of them.
    place_columns::places_named_like_values,
    // Headings first: a sum gets its period from the words of the others, and a heading over two columns must be over
    // the one with the values before cells are compared with it.
    unnamed_values::sums_of_parts,
    unnamed_values::reported_parts,
    misnamed_columns::headings_over_empty_columns,
    misnamed_columns::answers,
    misnamed_columns::directions,
    misnamed_columns::sources,
    misnamed_columns::labelled_codes,
    worded_indicators::criteria_of_band,
    years_in_cells::years_of_events,
    // Then the columns of names, because what follows looks for values next to them.
    misnamed_columns::plans_named_as_names,
    misnamed_columns::codes_named_as_names,
    // A rate that is one of the counts gets its name before anything is made of rates without one.
    shares_of_counts::named_shares,
    // Percentages that compare other columns are no values: before those are counted.
    percent_columns::percents_of_groups,
    percent_columns::percents_of_amounts,
    percent_columns::achievements,
    // Where no actual is left, one is chosen; the surest evidence first, and each only if those before found none.
    percent_columns::rates_alone,
    unnamed_values::current_states,
    unnamed_values::values_after_baselines,
    rates::rate_of_target,
    planned_changes::planned_changes,
    carried_capital::plans_of_results,
    // Marks and ranks, which say whether the table is a ranking; there a column of numbers needs no heading that is
    // known.
    misnamed_columns::marks_and_ranks,
    score_columns::changes_of_ranks,
    score_columns::changes_named_as_ranks,
    ranks_with_results::places,
    unnamed_values::only_figures,
    measure_columns::quantity_and_value,
    measure_columns::priced_goods,
    unnamed_values::periods_of_one_measure,
    done_columns::done,
    // Verdicts of several authorities: one of them decides, before any other words become the verdict.
    examining_authorities::highest_verdict,
    // Words under headings of values, now that it is known which columns contain results.
    misnamed_columns::assessments,
    misnamed_columns::dated_verdicts,
    misnamed_columns::colours,
    misnamed_columns::arrows,
    misnamed_columns::verdicts_and_words,
    misnamed_columns::unnamed_units,
    // A verdict about the place of a row says nothing about its plan.
    verdicts_of_places::recognitions,
    // Scores last: they are the actual only where no other column is.
    score_columns::dates_of_ranks,
    score_columns::maxima_that_are_none,
    score_columns::scores_of_scale,
    score_columns::results,
];
