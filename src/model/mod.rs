//! The data model: indicators, plans, periods, and what can be derived from them. It knows no file
//! formats and no screens.
//!
//! Figures are exact decimals that keep the published digits. Published values are the fields of
//! [`Indicator`]; derived values are computed by the functions of [`mod@derive`] and never written
//! back, so the two cannot mix.
//!
//! ```
//! use chitieu::model::{derive, Decimal};
//! // 57 is 102 % of plan. The target was not published; its interval follows from the rounding.
//! let target = derive::target(Decimal::from(57), Decimal::from(102)).unwrap();
//! assert_eq!(target.estimate.to_string(), "55.9");
//! assert_eq!(target.shown().to_string(), "55.1 … 56.7");
//! ```

mod actual;
pub(crate) mod assessment;
mod change;
mod check;
mod collection;
mod coverage;
mod dataset;
pub mod derive;
mod indicator;
mod interval;
mod packed;
mod part_of_plan;
mod period;
mod period_form;
mod period_in_year;
mod period_value;
mod place;
mod plan;
mod rank;
mod ranking;
mod season;
mod series;
mod status;
mod unassessed;
mod value_range;
mod words;

pub use actual::Actual;
pub use assessment::{against_target, better_percent, of_percent, status};
pub use change::{Change, ChangeUnit};
pub use check::{TotalsMismatch, Warning, totals_mismatches, warnings};
pub use collection::{Collection, Entry};
pub use coverage::Coverage;
pub use dataset::{Dataset, NumberInText, Section, Source, StatusCounts, Totals, percent_of_plan};
pub use derive::Derived;
pub use indicator::{Better, Count, Indicator, PointsOf, Reference};
pub use interval::Interval;
pub use packed::Indicators;
pub(crate) use packed::{Grouping, SharedIdentity};
pub use part_of_plan::PartOfPlan;
pub use period::{Period, Span, days_of};
pub use period_value::PeriodValue;
pub use place::{InnerPlace, Place};
pub use plan::{Plan, PlanTerms, Target, Verdict};
pub use rank::Rank;
pub use ranking::{Quartiles, RankedPlace, Ranking};
pub use rust_decimal::Decimal;
pub use season::Season;
pub use series::{Series, SeriesPoint, is_same_kind};
pub use status::Status;
pub use unassessed::{Unassessed, why_not_assessed};
pub use value_range::ValueRange;
pub use words::is_countable;
pub(crate) use words::{is_rank_unit, is_score_unit};
