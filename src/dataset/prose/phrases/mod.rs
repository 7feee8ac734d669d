//! Stage 4: what words name: an indicator, a period, a place.

pub(super) mod actor;
pub(super) mod before_figure;
pub(super) mod clause_period;
mod clause_places;
pub(super) mod current_period;
pub(super) mod dateline;
mod english_day;
pub(super) mod finished_name;
mod first_place;
pub(super) mod heading_facts;
pub(super) mod heading_place;
mod joined_names;
mod kind_of_place;
mod legal_basis;
mod limit;
pub(super) mod name;
pub(super) mod name_ending;
mod name_label;
pub(super) mod name_tail;
pub(super) mod name_trim;
pub(super) mod name_word;
pub(super) mod name_words;
pub(super) mod period_mentions;
pub(super) mod period_words;
pub(super) mod running_total;
pub(super) mod some_days;
pub(super) mod text_places;
