//! Splits the value columns of a table whose rows are places or periods by the indicators that they are of: "Dân số
//! (người)", "Lúa · KH", "Lúa · TH".

use std::sync::Arc;

use rust_decimal::Decimal;

use super::class_parts::name_classes;
use super::heading_levels::{keep_acts, keep_terms, remove_places, remove_translations};
use super::measured_object::ListedMeasures;
use crate::dataset::table::layout::header::Header;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::measure::measure;
use crate::lexicon::period_words::is_period;
use crate::lexicon::phrases::{has as has_word, key};
use crate::lexicon::place::is_class;
use crate::lexicon::ranking::is_bare_score as is_bare;
use crate::lexicon::role::Role;
use crate::lexicon::subject::{act_alone, is_of_part, percent_in_brackets, subjects};
use crate::text::fold::fold;
use crate::text::one_line::one_line;
use crate::text::parse_number::Separators;

/// The indicator that columns are of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::dataset::table) struct ColumnIndicator {
    /// The last level of the heading.
    pub(in crate::dataset::table) name: String,
    /// The levels above it, outermost first.
    pub(in crate::dataset::table) parents: Vec<String>,
    pub(in crate::dataset::table) unit: Option<String>,
    /// Whether the name is that in the title.
    pub(in crate::dataset::table) is_titled: bool,
}

/// The indicators of the value columns, each with its columns, in order. Columns whose headings only say when, or
/// plan and result, are of the `subject` of the title.
pub(super) fn column_indicators(
    header: &Header,
    subject: Option<&str>,
) -> Vec<(Arc<ColumnIndicator>, Vec<usize>)> {
    let values = header.values();
    let mut levels: Vec<Vec<String>> =
        values.iter().map(|at| subjects(&header.columns[*at].heading)).collect();
    remove_translations(&mut levels);
    keep_acts(header, &values, &mut levels);
    keep_terms(header, &values, &mut levels);
    if subject.is_some() && is_bare_score(header, &values) {
        levels.iter_mut().for_each(Vec::clear);
    }
    remove_places(header, &values, &mut levels);
    name_classes(header, (&values, &mut levels), subject);
    // The column left of a part that is none: "Nữ" of one indicator is not that of the next.
    let is_part = |at: usize| is_of_part(&header.columns[at].heading);
    let whole = |at: usize| {
        let left = values.iter().rev().find(|left| **left < at && !is_part(**left));
        left.filter(|_| is_part(at)).copied()
    };
    let mut found: Vec<(ColumnIndicator, Vec<usize>)> = Vec::new();
    for (at, mut parents) in values.iter().copied().zip(levels) {
        // "Chỉ tiêu (học sinh)" over plans names none.
        let is_plan = matches!(header.columns[at].role, Role::Plan(_));
        if let [only] = parents.as_slice()
            && is_plan
            && fold(only) == "chi tieu"
        {
            parents.clear();
        }
        let is_titled = parents.is_empty() && subject.is_some();
        let name = parents.pop().or_else(|| subject.map(str::to_owned)).unwrap_or_default();
        let column = &header.columns[at];
        // "TL%" says it without brackets.
        let is_percent = || column.heading.trim_end().ends_with('%');
        let in_percent = percent_in_brackets(&column.heading) || is_percent();
        let percent = || in_percent.then(|| "%".to_owned());
        let unit = column.unit.clone().or_else(percent);
        let folded = |unit: &Option<String>| unit.as_deref().map(fold);
        let same = found.iter_mut().find(|(known, columns)| {
            let units = folded(&known.unit).zip(folded(&unit));
            let same_unit = units.is_none_or(|(known, unit)| known == unit);
            fold(&known.name) == fold(&name)
                && known.parents == parents
                && same_unit
                && columns.first().is_none_or(|first| whole(*first) == whole(at))
        });
        match same {
            Some((known, columns)) => {
                known.unit = known.unit.take().or(unit);
                columns.push(at);
            }
            None => {
                found.push((ColumnIndicator { name, parents, unit, is_titled }, vec![at]));
            }
        }
    }
    name_done_next_to_registered(header, &mut found);
    name_changes(&mut found);
    join_other_periods(header, &mut found);
    join_unnamed_plans(header, &mut found);
    join_named_plans(header, &mut found);
    // A heading that names nothing, such as "Giá trị", is better than no name.
    for (indicator, columns) in found.iter_mut().filter(|(one, _)| one.name.trim().is_empty()) {
        let heading = columns.last().map_or("", |at| header.columns[*at].heading.as_str());
        // "Giá trị (tỷ đồng) · 2022" is a value of each year.
        let levels = heading.split(" · ").filter(|level| !is_period(&key(level)));
        let levels: Vec<String> = levels.map(without_unit).collect();
        let name = one_line(&levels.join(" · "));
        let act = act_alone(heading);
        let is_named = !name.trim().is_empty();
        indicator.name =
            act.or(is_named.then_some(name)).unwrap_or_else(|| unnamed(header, heading));
    }
    name_objects(&mut found, subject);
    found.into_iter().map(|(indicator, columns)| (Arc::new(indicator), columns)).collect()
}

/// Whether the only values are scores whose headings do not say of what: "Điểm", "Điểm đạt (thang điểm 100)".
fn is_bare_score(header: &Header, values: &[usize]) -> bool {
    let heading = |at: &usize| header.columns[*at].heading.as_str();
    values.iter().all(|at| subjects(heading(at)).iter().all(|level| is_bare(level)))
}

/// The name of the values below a heading that only says when they are: what they are of, if that is a class ("2022
/// Nam"), or else that they are values; the last of several years is no name.
fn unnamed(header: &Header, heading: &str) -> String {
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let class = heading.split_whitespace().next_back().filter(|word| is_class(word));
    if class.is_some() && heading.split_whitespace().any(|word| is_number(&word)) {
        return class.unwrap_or_default().to_owned();
    }
    let in_english = header.columns.iter().all(|column| column.heading.is_ascii());
    match is_period(&key(heading)) {
        true if in_english => "Value".to_owned(),
        true => "Giá trị".to_owned(),
        false => one_line(heading),
    }
}

/// Adds what the title says the measures are of to the name of each measure that it lists. The
/// measure of the only column is that of the title if it begins with it: "Diện tích lúa hè thu" above "Diện tích (ha)".
fn name_objects(found: &mut [(ColumnIndicator, Vec<usize>)], subject: Option<&str>) {
    let Some(subject) = subject else { return };
    let is_only = matches!(found, [(_, columns)] if columns.len() == 1);
    let names: Vec<String> = found.iter().map(|(one, _)| fold(&one.name)).collect();
    let list = ListedMeasures::of(subject, &names);
    let Some(list) = list.filter(|list| is_only || list.are_several()) else { return };
    for ((one, _), name) in found.iter_mut().zip(&names) {
        if !one.is_titled && list.has(name) {
            one.name = list.name(&one.name);
        }
    }
}

/// Gives "Vốn thực hiện" next to "Vốn đăng ký" its whole name: the two are indicators of their own.
fn name_done_next_to_registered(header: &Header, found: &mut [(ColumnIndicator, Vec<usize>)]) {
    let registered: Vec<String> = found.iter().map(|(one, _)| fold(&one.name)).collect();
    for (indicator, columns) in found {
        let behind = format!("{} dang ky", fold(&indicator.name));
        let heading = columns.first().map(|at| &header.columns[*at].heading);
        if let (true, Some(heading)) = (registered.contains(&behind), heading) {
            let level = heading.split(" · ").find(|level| level.contains(&indicator.name));
            indicator.name = one_line(&without_unit(level.unwrap_or(heading)));
        }
    }
}

/// Gives "Kế hoạch giảm" right of "Số hộ nghèo" the name of what falls.
fn name_changes(found: &mut [(ColumnIndicator, Vec<usize>)]) {
    for at in 1..found.len() {
        let (left, right) = found.split_at_mut(at);
        let (Some((counted, _)), Some((own, _))) = (left.last(), right.first_mut()) else { return };
        if matches!(fold(&own.name).as_str(), "giam" | "tang") && !counted.name.is_empty() {
            own.name = format!("{} {}", counted.name, own.name);
        }
    }
}

/// Joins the columns that name no indicator to the only one that they may be of, if its columns are of other periods:
/// "Số tiêu chí đạt năm 2023 | Kế hoạch năm 2024 | Thực hiện năm 2024".
fn join_other_periods(header: &Header, found: &mut Vec<(ColumnIndicator, Vec<usize>)>) {
    let is_unnamed = |one: &ColumnIndicator| one.is_titled || one.name.is_empty();
    let mut unnamed = (0..found.len()).filter(|at| is_unnamed(&found[*at].0));
    let (Some(at), None) = (unnamed.next(), unnamed.next()) else { return };
    let (of_none, own) = &found[at];
    let role = |at: &usize| &header.columns[*at].role;
    let may_be = |(one, columns): &(ColumnIndicator, Vec<usize>)| {
        let units = one.unit.as_deref().zip(of_none.unit.as_deref());
        let overlap = columns.iter().any(|at| own.iter().any(|other| role(at) == role(other)));
        let fits = units.is_none_or(|(one, other)| fold(one) == fold(other));
        fits && !overlap && columns.iter().all(|at| is_of_period(role(at)))
    };
    let mut others = (0..found.len()).filter(|other| *other != at && may_be(&found[*other]));
    let (Some(named), None) = (others.next(), others.next()) else { return };
    let (_, columns) = found.remove(at);
    if let Some((_, own)) = found.get_mut(if named > at { named - 1 } else { named }) {
        own.extend(columns);
        own.sort_unstable();
    }
}

/// Whether a heading of this role says of when its values are.
fn is_of_period(role: &Role) -> bool {
    match role {
        Role::Plan(when) | Role::Actual(when) => when.year.is_some() || when.part || when.previous,
        _ => false,
    }
}

/// Gives plans whose headings name nothing to the indicator of the next result, or else of the one before, that has no
/// plan: "Kế hoạch | Số tiêu chí đạt".
fn join_unnamed_plans(header: &Header, found: &mut Vec<(ColumnIndicator, Vec<usize>)>) {
    let has = |columns: &[usize], wanted: fn(&Role) -> bool| {
        columns.iter().any(|at| wanted(&header.columns[*at].role))
    };
    let is_plan = |role: &Role| matches!(role, Role::Plan(_));
    let is_actual = |role: &Role| matches!(role, Role::Actual(_));
    let is_unnamed = |(one, columns): &(ColumnIndicator, Vec<usize>)| {
        (one.is_titled || one.name.is_empty()) && !has(columns, is_actual)
    };
    let Some(at) = found.iter().position(is_unnamed) else { return };
    let (unnamed, plans) = found[at].clone();
    let Some((first, last)) = plans.first().copied().zip(plans.last().copied()) else { return };
    let heading = |at: &usize| header.columns[*at].heading.as_str();
    // "Kế hoạch vốn" is the plan of what is done with capital, and not of "Huy động của dân".
    let is_capital = plans.iter().all(|at| has_word(&key(heading(at)), &["von"]));
    let may_be = |(one, columns): &(ColumnIndicator, Vec<usize>)| {
        let done = ["von", "giai ngan", "thanh toan", "thuc hien", "quyet toan"];
        let of_capital = columns.iter().any(|at| has_word(&key(heading(at)), &done));
        let units = one.unit.as_deref().zip(unnamed.unit.as_deref());
        has(columns, is_actual)
            && !has(columns, is_plan)
            && (!is_capital || of_capital)
            && units.is_none_or(|(one, other)| fold(one) == fold(other))
    };
    let others = || found.iter().enumerate().filter(|(_, one)| may_be(one));
    let of = |wanted: &dyn Fn(usize) -> bool| {
        let columns =
            others().flat_map(|(of, (_, columns))| columns.iter().map(move |at| (*at, of)));
        columns.filter(|(column, _)| wanted(*column)).collect::<Vec<_>>()
    };
    let supported: Vec<(usize, usize)> = of(&|column| is_supported(header, column, &plans));
    let only = supported.first().copied().filter(|_| supported.len() == 1);
    let next = of(&|column| column > last).into_iter().min();
    let owner = only.or(next).or_else(|| of(&|column| column < first).into_iter().max());
    let Some((_, owner)) = owner else {
        if is_capital && found.len() > 1 {
            (found[at].0.name, found[at].0.is_titled) =
                (one_line(&without_unit(heading(&first))), false);
        }
        return;
    };
    found[owner].1.extend(plans);
    found[owner].1.sort_unstable();
    // "Đã được công nhận" says what was done about what the title names.
    if unnamed.is_titled && found[owner].0.name.to_lowercase().starts_with("đã ") {
        found[owner].0.name.clone_from(&unnamed.name);
        found[owner].0.is_titled = true;
    }
    found.remove(at);
}

/// Whether a percentage of plan is the ratio of a result and one of these plans in most rows.
fn is_supported(header: &Header, actual: usize, plans: &[usize]) -> bool {
    let is_result = matches!(header.columns[actual].role, Role::Actual(_));
    let percents =
        header.all(|role| matches!(role, Role::Comparison(Comparison::Plan | Comparison::Either)));
    let numbers = |at: usize| header.columns[at].profile.numbers(Separators::Comma);
    let are_ratios = |percents: usize, plan: usize| {
        let all = numbers(actual).zip(numbers(plan)).zip(numbers(percents));
        let rows: Vec<bool> = all
            .filter_map(|((actual, plan), percent)| Some(is_ratio(actual?, plan?, percent?)))
            .collect();
        rows.iter().filter(|is| **is).count() * 2 > rows.len()
    };
    is_result && percents.into_iter().any(|at| plans.iter().any(|plan| are_ratios(at, *plan)))
}

/// Whether a percentage is the ratio of two values, as it is rounded.
fn is_ratio(actual: Decimal, plan: Decimal, percent: Decimal) -> bool {
    let ratio = actual.checked_mul(Decimal::ONE_HUNDRED).and_then(|part| part.checked_div(plan));
    ratio.is_some_and(|ratio| ratio.round_dp(percent.scale()) == percent)
}

/// Gives a plan whose heading names a rate to the result that has the same words and unit: "Hộ nghèo · Tỷ lệ (%) | Chỉ
/// tiêu tỷ lệ hộ nghèo (%)".
fn join_named_plans(header: &Header, found: &mut Vec<(ColumnIndicator, Vec<usize>)>) {
    let has = |columns: &[usize], wanted: fn(&Role) -> bool| {
        columns.iter().any(|at| wanted(&header.columns[*at].role))
    };
    let is_plan = |role: &Role| matches!(role, Role::Plan(_));
    let is_actual = |role: &Role| matches!(role, Role::Actual(_));
    let words = |columns: &[usize]| {
        let last = columns.last().map(|at| header.columns[*at].heading.as_str());
        let mut words: Vec<String> = last.map(measure).unwrap_or_default();
        words.retain(|word| !matches!(word.as_str(), "chi" | "tieu"));
        words.sort_unstable();
        words
    };
    for at in (0..found.len()).rev() {
        let (plan, columns) = &found[at];
        if has(columns, is_actual) || plan.unit.is_none() {
            continue;
        }
        let own = words(columns);
        let is_owner = |(one, others): &(ColumnIndicator, Vec<usize>)| {
            let of_unit = one.unit.as_deref().map(fold) == plan.unit.as_deref().map(fold);
            let open = has(others, is_actual) && !has(others, is_plan);
            open && of_unit && !own.is_empty() && words(others) == own
        };
        let mut owners = (0..found.len()).filter(|owner| is_owner(&found[*owner]));
        if let (Some(owner), None) = (owners.next(), owners.next()) {
            let plans = columns.clone();
            found[owner].1.extend(plans);
            found[owner].1.sort_unstable();
            found.remove(at);
        }
    }
}
