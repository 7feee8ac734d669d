//! The columns of tables of capital: the work that was done and what was paid for it are two
//! results of one plan ("Kế hoạch vốn | Khối lượng thực hiện | Giải ngân"), and what is collected
//! has a plan of its own next to them ("Dự toán thu | Thực hiện thu | Kế hoạch vốn | Giải ngân").

use super::measure_groups::{MeasureColumns, MeasureGroup, MeasureUnit, Measures};
use crate::dataset::table::layout::header::Header;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::measure::{is_same, measure};
use crate::lexicon::phrases::{has, key};
use crate::lexicon::role::Role;
use crate::lexicon::subject::subjects;
use crate::text::one_line::one_line;

/// The measures of a table of capital; `None` for any other.
pub(super) fn stages_of_capital(header: &Header) -> Option<Measures> {
    let values = header.values();
    let text = |at: usize| key(&header.columns[at].heading);
    if !values.iter().any(|at| has(&text(*at), &["giai ngan"])) {
        return None;
    }
    let pairs = pairs_in_order(header, &values).or_else(|| results_of_one_plan(header, &values))?;
    let named = pairs.into_iter().map(|columns| {
        let unit = columns.iter().find_map(|at| header.columns[*at].unit.clone());
        let unit = unit.map_or(MeasureUnit::OfRow, MeasureUnit::Named);
        MeasureColumns { measure: MeasureGroup { name: name(header, &columns), unit }, columns }
    });
    Some(Measures { all: named.collect() })
}

/// A plan and the result right of it, several times, where the plans are of different measures.
fn pairs_in_order(header: &Header, values: &[usize]) -> Option<Vec<Vec<usize>>> {
    let is_pair = |pair: &[usize]| {
        matches!(pair, [plan, actual] if header.columns[*plan].is_plan()
            && !header.columns[*actual].is_plan())
    };
    let pairs: Vec<Vec<usize>> = values.chunks(2).map(<[usize]>::to_vec).collect();
    let words: Vec<Vec<String>> =
        pairs.iter().map(|pair| measure(&header.columns[pair[0]].heading)).collect();
    let differ = (1..words.len()).all(|at| words[..at].iter().all(|one| !is_same(one, &words[at])));
    (pairs.len() > 1 && pairs.iter().all(|pair| is_pair(pair)) && differ).then_some(pairs)
}

/// The work done and what was paid for it, each with the plan of both.
fn results_of_one_plan(header: &Header, values: &[usize]) -> Option<Vec<Vec<usize>>> {
    let (plans, results): (Vec<usize>, Vec<usize>) =
        values.iter().copied().partition(|at| header.columns[*at].is_plan());
    let is = |at: &usize, words: &[&str]| has(&key(&header.columns[*at].heading), words);
    let [first, second] = results[..] else { return None };
    let same_period = match (&header.columns[first].role, &header.columns[second].role) {
        (Role::Actual(first), Role::Actual(second)) => first == second,
        _ => false,
    };
    let paid = [first, second].into_iter().find(|at| is(at, &["giai ngan"]))?;
    let done = [first, second].into_iter().find(|at| is(at, &["khoi luong", "kl"]))?;
    let of = |at: usize| plans.iter().copied().chain([at]).collect();
    (same_period && paid != done).then(|| vec![of(paid), of(done)])
}

/// The name of a measure: what its headings are about, or else the heading of its result.
fn name(header: &Header, columns: &[usize]) -> String {
    let heading = |at: &usize| header.columns[*at].heading.as_str();
    let of_result = columns.last().map(|at| one_line(&without_unit(heading(at))));
    let subject = columns.last().and_then(|at| subjects(heading(at)).pop());
    let shared = subject.filter(|_| columns.len() == 2 && measure(heading(&columns[0])).len() == 1);
    let name = shared.filter(|name| !has(&key(name), &["khoi luong"])).or(of_result);
    let name = name.unwrap_or_default();
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
