//! Periods, and the parts of texts that name one or look like one.

pub(crate) mod basis;
pub(crate) mod cut_words;
pub(crate) mod dated_name;
pub(crate) mod duration;
pub(crate) mod financial_year;
mod known_year;
mod month_words;
pub(crate) mod open_age;
pub(crate) mod part_of_year;
pub mod period;
pub(crate) mod period_cell;
pub(crate) mod period_words;
pub(crate) mod reported_period;
pub(crate) mod same_period;
pub(crate) mod until_bracket;
