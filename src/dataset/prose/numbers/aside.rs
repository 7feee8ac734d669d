//! Sets the numbers aside that are no figures: dates, ordinals, documents, parts of names.

use super::aside_classes::{class_of_counted, class_of_damage, crops_a_year};
use super::aside_contacts::{position, street, telephone};
use super::aside_dates::{
    around_the_clock, day_and_month, day_of_month, duration, full_date, month, quarter,
    range_of_dates, year, year_in_name,
};
use super::aside_groups::{
    converted, group, group_before_comma, groups, offices, procedure, some_of_totals, spread_over,
    totals, whole_of_percent,
};
use super::aside_names::{
    attached, code, condition, criteria, document, footnote, in_rate, list_number,
    numbered_district, numbered_place, ordinal, round_base, slogan, threshold, variety,
};
use crate::dataset::prose::tokens::fate::{Decision, Fate};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::token::{Token, TokenKind};

/// Tokens that were set aside together, such as "14/6/2022".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aside {
    /// The first token.
    pub(crate) from: usize,
    /// The token after the last one.
    pub(crate) to: usize,
    /// What they are, and the rule that says so.
    pub(crate) decision: Decision,
}

/// Finds where the aside that begins with a number ends, from the tokens and the index of the number.
type FindEnd = fn(&[Token<'_>], usize) -> Option<usize>;

/// The rules in order; the first that fits decides.
const RULES: &[(NumberRule, Fate, FindEnd)] = &[
    (NumberRule::ListNumber, Fate::Date, list_number),
    (NumberRule::FootnoteMark, Fate::Date, footnote),
    (NumberRule::TelephoneOrCode, Fate::Passing, telephone),
    (NumberRule::Street, Fate::Passing, street),
    (NumberRule::Position, Fate::Passing, position),
    (NumberRule::AroundTheClock, Fate::Date, around_the_clock),
    (NumberRule::DayOfMonth, Fate::Date, day_of_month),
    (NumberRule::Slogan, Fate::Name, slogan),
    (NumberRule::Code, Fate::Name, code),
    (NumberRule::Code, Fate::Name, variety),
    (NumberRule::AttachedToWord, Fate::Name, attached),
    (NumberRule::DocumentNumber, Fate::Date, document),
    (NumberRule::NumberedPlace, Fate::Name, numbered_district),
    (NumberRule::FullDate, Fate::Date, full_date),
    (NumberRule::DayAndMonth, Fate::Date, range_of_dates),
    (NumberRule::DayAndMonth, Fate::Date, day_and_month),
    (NumberRule::MonthOfYear, Fate::Date, month),
    (NumberRule::QuarterOfYear, Fate::Date, quarter),
    (NumberRule::Totals, Fate::Total, totals),
    (NumberRule::Totals, Fate::Total, some_of_totals),
    (NumberRule::Procedure, Fate::Passing, procedure),
    (NumberRule::CompleteCriteria, Fate::Name, criteria),
    (NumberRule::YearInName, Fate::Name, year_in_name),
    (NumberRule::Year, Fate::Date, year),
    (NumberRule::RoundBase, Fate::Name, round_base),
    (NumberRule::DurationOrAge, Fate::Name, duration),
    (NumberRule::RoundBase, Fate::Name, threshold),
    (NumberRule::Ordinal, Fate::Date, ordinal),
    (NumberRule::Ordinal, Fate::Name, class_of_counted),
    (NumberRule::NumberInRate, Fate::Name, in_rate),
    (NumberRule::ConditionInName, Fate::Name, condition),
    (NumberRule::ConditionInName, Fate::Name, class_of_damage),
    (NumberRule::ConditionInName, Fate::Name, crops_a_year),
    (NumberRule::Offices, Fate::Passing, offices),
    (NumberRule::SizeOfGroup, Fate::Passing, group),
    (NumberRule::SizeOfGroup, Fate::Passing, whole_of_percent),
    (NumberRule::SizeOfGroup, Fate::Passing, group_before_comma),
    (NumberRule::SizeOfGroup, Fate::Passing, spread_over),
    (NumberRule::GroupsOfThings, Fate::Passing, groups),
    (NumberRule::NumberedPlace, Fate::Name, numbered_place),
    (NumberRule::MoneyInBrackets, Fate::Passing, converted),
];

/// Sets numbers of a sentence aside, in order and without overlaps.
pub(crate) fn asides(tokens: &[Token<'_>]) -> Vec<Aside> {
    let mut found: Vec<Aside> = list_letter(tokens).into_iter().collect();
    let mut at = found.first().map_or(0, |letter| letter.to);
    while at < tokens.len() {
        let number = tokens[at].kind == TokenKind::Number;
        let aside = RULES.iter().filter(|_| number).find_map(|(rule, fate, end)| {
            end(tokens, at).map(|to| Aside { from: at, to, decision: Decision::new(*fate, *rule) })
        });
        at = aside.as_ref().map_or(at + 1, |aside| aside.to);
        found.extend(aside);
    }
    found
}

/// The letter of an item of a list, which is no part of a name: "c) Phấn đấu …", "- đ) Duy trì …".
fn list_letter(tokens: &[Token<'_>]) -> Option<Aside> {
    let from =
        tokens.iter().position(|token| !matches!(token.text, "-" | "–" | "+" | "*" | "•" | "("))?;
    let letter = tokens.get(from)?;
    let mark = tokens.get(from + 1)?;
    let single = letter.kind == TokenKind::Word && letter.text.chars().count() == 1;
    let tight = letter.span.end == mark.span.start && tokens.len() > from + 2;
    let decision = Decision::new(Fate::Date, NumberRule::ListNumber);
    (single && mark.is(")") && tight).then_some(Aside { from, to: from + 2, decision })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::prose::tokens::token::tokens;

    fn set_aside(sentence: &str) -> Vec<(String, &'static str)> {
        let tokens = tokens(sentence);
        let text = |aside: &Aside| {
            sentence[tokens[aside.from].span.start..tokens[aside.to - 1].span.end].to_owned()
        };
        asides(&tokens).iter().map(|aside| (text(aside), aside.decision.rule.name())).collect()
    }

    #[test]
    fn numbers_that_are_no_figures() {
        for (sentence, wanted) in [
            (
                "theo Quyết định số 1127/QĐ-UBND ngày 14/6/2022",
                &[("1127/QĐ-UBND", "document-number"), ("14/6/2022", "full-date")][..],
            ),
            ("Chỉ thị số 35-CT/TW", &[("35-CT/TW", "document-number")]),
            ("trong 9 tháng đầu năm 2024", &[("9", "duration-or-age"), ("2024", "year")]),
            ("giai đoạn 2021 - 2025 đạt 5.257 ha", &[("2021 - 2025", "year")]),
            ("quý I/2025 tăng 3%", &[("2025", "quarter-of-year")]),
            (
                "tháng 7/2024 và ngày 15.6",
                &[("7/2024", "month-of-year"), ("15.6", "day-and-month")],
            ),
            ("Có 05/28 chỉ tiêu không đạt", &[("05/28", "totals")]),
            ("6 xã hoàn thành 19/19 tiêu chí", &[("19/19", "complete-criteria")]),
            ("trẻ em dưới 5 tuổi là 15,1%", &[("5", "duration-or-age")]),
            ("31,6 giường bệnh/10.000 dân", &[("10.000", "round-base")]),
            ("cơn bão số 3 (Yagi)", &[("3", "ordinal")]),
            ("đứng thứ 5 cả nước", &[]),
            ("xếp vị trí 22/63 tỉnh", &[]),
            (
                "Trong 11 nhóm hàng, có 7 nhóm tăng",
                &[("11", "size-of-group"), ("7", "groups-of-things")],
            ),
            ("phủ sóng 4G đạt 99,8%(1)", &[("4G", "attached-to-word"), ("1", "footnote-mark")]),
            ("tuổi thọ trung bình đạt 74 tuổi", &[]),
            ("1. Tốc độ tăng", &[("1", "list-number")]),
            ("đạt 2.024 tấn và 2024 con", &[]),
        ] {
            let found = set_aside(sentence);
            let found: Vec<_> = found.iter().map(|(text, rule)| (text.as_str(), *rule)).collect();
            assert_eq!(found, wanted, "{sentence}");
        }
    }
}
