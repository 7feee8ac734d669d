//! Chooses the verdict among those of several authorities: "Xã tự đánh giá | Huyện thẩm tra | Tỉnh
//! thẩm định". The highest one that has judged decides.

use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices};
use crate::lexicon::examiner::{Authority, Examination};
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::phrases::key;
use crate::lexicon::place::is_place;
use crate::lexicon::role::Role;

/// A column of verdicts, and who gives them.
struct Judged {
    at: usize,
    examination: Examination,
    authority: Option<Authority>,
    /// Whether its heading names the examination.
    is_named: bool,
}

impl Judged {
    fn of(at: usize, column: &HeaderColumn) -> Self {
        let examination = Examination::of(&column.heading);
        let authority = Authority::of(&column.heading);
        let is_named = examination.is_some();
        let examination = examination.unwrap_or(Examination::Assessed);
        Self { at, examination, authority, is_named }
    }

    fn is_own(&self) -> bool {
        self.examination == Examination::SelfAssessed
    }

    /// Its place among the others: nobody who is judged is above an examiner, whatever "theo tiêu chí của tỉnh" says.
    fn rank(&self, by_authority: bool) -> (bool, Option<Authority>, Examination) {
        (!self.is_own(), self.authority.filter(|_| by_authority), self.examination)
    }
}

/// Makes the column of the highest authority the verdict, and the others those of lower ones.
pub(super) fn highest_verdict(columns: &[HeaderColumn]) -> Vec<Change> {
    let judged = indices(columns, has_verdicts).map(|at| Judged::of(at, &columns[at]));
    let judged: Vec<Judged> = judged.collect();
    let by_authority = judged.iter().all(|one| one.is_own() || one.authority.is_some());
    let rank = |one: &Judged| one.rank(by_authority);
    let Some(highest) = judged.iter().map(rank).max() else { return Vec::new() };
    let (decide, lower): (Vec<&Judged>, Vec<&Judged>) =
        judged.iter().partition(|one| rank(one) == highest);
    // Of two that are equal, as for two years or places, neither is the other's examiner.
    let is_cross = |one: &&Judged| columns[one.at].role == Role::Cross;
    let is_certain = decide.iter().all(|one| one.is_named)
        && (decide.len() == 1 || decide.iter().all(is_cross))
        && !lower.is_empty()
        && !are_of_several_years(&judged, columns);
    if !is_certain {
        return Vec::new();
    }
    let verdicts = decide.iter().filter(|one| !is_cross(one) && !has_only_results(one.at, columns));
    let verdicts = verdicts.map(|one| Change::Role(one.at, Role::Verdict));
    let lower = lower.iter().map(|one| Change::Role(one.at, Role::LowerVerdict));
    verdicts.chain(lower).collect()
}

/// Whether a column contains verdicts that somebody gives, and neither the plan nor the results of a place.
fn has_verdicts(column: &HeaderColumn) -> bool {
    let HeaderColumn { heading, role, profile, .. } = column;
    let is_open = match role {
        Role::Verdict | Role::Cross => true,
        Role::Unknown | Role::Actual(_) | Role::Comparison(_) => Examination::of(heading).is_some(),
        _ => false,
    };
    is_open
        && (*role == Role::Cross || profile.are_verdicts())
        && !heading.split(" · ").any(is_place)
}

/// Whether a column has numbers that no other column has; then they are the results.
fn has_only_results(at: usize, columns: &[HeaderColumn]) -> bool {
    let has_results = |(other, column): (usize, &HeaderColumn)| {
        other != at && column.is_actual() && column.profile.are_figures()
    };
    columns[at].profile.has_figures() && !columns.iter().enumerate().any(has_results)
}

fn are_of_several_years(judged: &[Judged], columns: &[HeaderColumn]) -> bool {
    let year = |one: &Judged| HeadingPeriod::of(&key(&columns[one.at].heading)).year;
    let mut years = judged.iter().filter_map(year);
    let first = years.next();
    years.any(|year| Some(year) != first)
}
