//! What a number of the text was read as: the field of its indicator, in the words of the detail.

use rust_decimal::Decimal;

use crate::model::{Actual, Indicator};
use crate::text::parse_number::{Separators, parse};
use crate::text::sanitize::visible;
use crate::ui::words::Words;

/// The field of an indicator that has a number as written: "thực hiện", "thay đổi: tăng 1,5 % so
/// với cùng kỳ". `None` for a number that was converted, such as "27,8 nghìn" of a figure in
/// millions.
pub(super) fn meaning(number: &str, indicator: &Indicator, words: Words) -> Option<String> {
    let read = parse(number)?;
    let forms: Vec<Decimal> = [Separators::Comma, Separators::Point]
        .into_iter()
        .filter_map(|style| read.with(style))
        .map(|form| form.normalize())
        .collect();
    let is = |figure: Decimal| forms.contains(&figure.abs().normalize());
    let plan = indicator.plan.as_ref();
    of_figure(indicator, words, is)
        .or_else(|| {
            let percent = plan.and_then(|plan| plan.percent());
            percent.is_some_and(is).then(|| words.percent().to_owned())
        })
        .or_else(|| {
            let target = plan.and_then(|plan| plan.target());
            target.is_some_and(|target| target.figures().any(is)).then(|| words.plan().to_owned())
        })
        .or_else(|| of_change(indicator, words, is))
        .or_else(|| of_others(indicator, words, is))
}

fn of_figure(indicator: &Indicator, words: Words, is: impl Fn(Decimal) -> bool) -> Option<String> {
    let is_own = match &indicator.actual {
        Some(Actual::Figure(figure)) => is(*figure),
        Some(Actual::Words(_)) | None => false,
    };
    is_own.then(|| words.actual_label().to_owned())
}

/// A change, also one that is written as an index: "104 %".
fn of_change(indicator: &Indicator, words: Words, is: impl Fn(Decimal) -> bool) -> Option<String> {
    let is_written =
        |amount: Decimal| is(amount) || amount.checked_add(Decimal::ONE_HUNDRED).is_some_and(&is);
    let change = indicator.changes.iter().find(|change| is_written(change.amount))?;
    let text = words.change_since(change, indicator, &visible(&change.period));
    Some(format!("{}: {text}", words.change()))
}

/// A rank, a count, a value of another period, the end of a scale.
fn of_others(indicator: &Indicator, words: Words, is: impl Fn(Decimal) -> bool) -> Option<String> {
    let of_rank = indicator.ranks.iter().find(|rank| {
        let places = [Some(rank.position), rank.of].into_iter().flatten().map(Decimal::from);
        places.chain(rank.change.map(Decimal::from)).any(&is)
    });
    if let Some(rank) = of_rank {
        return Some(format!("{}: {}", words.rank(), words.rank_sentence(rank, None, None)));
    }
    if indicator.count.is_some_and(|count| is(count.part) || is(count.whole)) {
        return Some(words.count().to_owned());
    }
    let is_earlier = |value: &Actual| matches!(value, Actual::Figure(figure) if is(*figure));
    let earlier = indicator.earlier.iter().find(|earlier| is_earlier(&earlier.value));
    earlier.map(|earlier| visible(&earlier.period).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Lang;
    use crate::model::{Change, ChangeUnit, PlanTerms};

    #[test]
    fn a_number_is_named_by_the_field_that_has_it() {
        let indicator = Indicator {
            actual: Some(Actual::Figure(Decimal::from(7245))),
            plan: Some(PlanTerms::Percent { percent: Decimal::new(1012, 1), verdict: None }.into()),
            changes: vec![Change {
                period: "cùng kỳ".to_owned(),
                amount: Decimal::new(15, 1),
                unit: ChangeUnit::Percent,
            }],
            ..Indicator::named("x", "Gieo trồng")
        };
        let of = |number: &str| meaning(number, &indicator, Words(Lang::Vietnamese));
        assert_eq!(of("7.245").as_deref(), Some("Thực hiện"));
        assert_eq!(of("101,2").as_deref(), Some("% kế hoạch"));
        assert_eq!(of("1,5").as_deref(), Some("Thay đổi: tăng 1,5 % so với cùng kỳ"));
        assert_eq!(of("33"), None);
    }
}
