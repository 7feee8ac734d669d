//! The rules of the model: examples from the report, and properties of the derived intervals.

use chitieu::model::{
    Actual, Better, Change, ChangeUnit, Collection, Count, Dataset, Decimal, Indicator, Interval,
    Plan, PlanTerms, Rank, Status, Target, Verdict, Warning, against_target, derive, status,
    warnings,
};
use proptest::prelude::*;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn indicator(actual: Option<&str>, better: Option<Better>, plan: Option<Plan>) -> Indicator {
    Indicator {
        id: "a".to_owned(),
        name: "A".to_owned(),
        actual: actual.map(|figure| Actual::Figure(decimal(figure))),
        better,
        plan,
        ..Indicator::default()
    }
}

#[test]
fn a_lower_value_exceeds_the_plan_if_less_is_better() {
    let poverty = |actual, percent, better| {
        status(&indicator(Some(actual), better, Some(value("5", Some(percent)))))
    };
    assert_eq!(poverty("4.87", "97.4", Some(Better::Lower)), Status::Exceeded);
    assert_eq!(poverty("5.2", "104", Some(Better::Lower)), Status::Missed);
    assert_eq!(poverty("4.87", "102.7", Some(Better::Lower)), Status::Exceeded, "as published");
    assert_eq!(poverty("4.87", "97.4", Some(Better::Higher)), Status::Missed);
    assert_eq!(poverty("4.87", "97.4", None), Status::Missed);
}

fn percent(percent: &str) -> Plan {
    PlanTerms::Percent { percent: decimal(percent), verdict: None }.into()
}

fn value(target: &str, percent: Option<&str>) -> Plan {
    let target = Target::Value(decimal(target));
    PlanTerms::Target { target, percent: percent.map(decimal), verdict: None }.into()
}

fn verdict(status: Status) -> Verdict {
    Verdict { text: "lời của nguồn".to_owned(), status }
}

#[test]
fn a_published_percent_decides_in_either_direction() {
    for (published, expected) in [
        ("100", Status::Met),
        ("100.0001", Status::Exceeded),
        ("99.9999", Status::Missed),
        ("164.8", Status::Exceeded),
    ] {
        for better in [None, Some(Better::Higher), Some(Better::Lower)] {
            assert_eq!(status(&indicator(Some("5"), better, Some(percent(published)))), expected);
        }
    }
}

#[test]
fn the_direction_decides_between_two_values() {
    let with = |actual, better| status(&indicator(Some(actual), better, Some(value("15.5", None))));
    assert_eq!(with("15.1", Some(Better::Lower)), Status::Exceeded);
    assert_eq!(with("15.1", Some(Better::Higher)), Status::Missed);
    assert_eq!(with("15.50", Some(Better::Lower)), Status::Met);
    assert_eq!(with("15.50", None), Status::Met);
    assert_eq!(with("15.1", None), Status::NotAssessed, "no direction, no verdict");
}

#[test]
fn a_verdict_gives_a_status_without_figures() {
    let plan = PlanTerms::Verdict(verdict(Status::Exceeded)).into();
    let told = indicator(Some("97.4"), Some(Better::Higher), Some(plan));
    assert_eq!(status(&told), Status::Exceeded);
    assert_eq!(chitieu::model::percent_of_plan(&told), None);
    assert_eq!(derive::target_of(&told), None);
    assert_eq!(status(&indicator(Some("97.4"), None, None)), Status::NotAssessed);
}

#[test]
fn compares_with_ranges_and_bounds() {
    let d = decimal;
    let range = Target::Range { low: d("7.5"), high: d("8.0") };
    let (higher, lower) = (Some(Better::Higher), Some(Better::Lower));
    for (actual, target, better, expected) in [
        ("7.5", range, higher, Status::Met),
        ("8.0", range, None, Status::Met),
        ("8.1", range, higher, Status::Exceeded),
        ("8.1", range, lower, Status::Missed),
        ("7.4", range, lower, Status::Exceeded),
        ("7.4", range, None, Status::NotAssessed),
        ("4.1", Target::Over(d("4")), None, Status::Met),
        ("4", Target::Over(d("4")), None, Status::Missed),
        ("2.9", Target::Under(d("3")), None, Status::Met),
        ("3", Target::Under(d("3")), None, Status::Missed),
        ("86", Target::AtLeast(d("86")), None, Status::Met),
        ("90", Target::AtLeast(d("86")), None, Status::Met),
        ("85", Target::AtLeast(d("86")), None, Status::Missed),
        ("5", Target::AtMost(d("5")), None, Status::Met),
        ("4", Target::AtMost(d("5")), None, Status::Met),
        ("4", Target::About(d("4")), None, Status::Met),
        ("5", Target::About(d("4")), higher, Status::Exceeded),
    ] {
        assert_eq!(against_target(d(actual), target, better), expected, "{actual} {target:?}");
    }
}

#[test]
fn a_derived_target_has_a_rounding_interval() {
    for (actual, percent, estimate, shown) in [
        ("57", "102", "55.9", "55.1 … 56.7"),
        ("10120", "120.6", "8391", "8387 … 8396"),
        ("4", "100", "4", "3.48 … 4.53"),
        ("1900", "100", "1900", "1890 … 1911"),
        ("15.1", "100", "15.1", "14.9 … 15.3"),
    ] {
        let derived = derive::target(decimal(actual), decimal(percent)).unwrap();
        assert_eq!(derived.estimate.to_string(), estimate, "{actual} at {percent} %");
        assert_eq!(derived.shown().to_string(), shown, "{actual} at {percent} %");
    }
    for (actual, percent) in [("57", "0"), ("0", "100"), ("-5", "100"), ("5", "-3")] {
        assert_eq!(derive::target(decimal(actual), decimal(percent)), None, "{actual} {percent}");
    }
}

#[test]
fn derives_no_percent_if_it_is_meaningless() {
    assert_eq!(derive::percent(decimal("5"), decimal("0")), None);
    assert_eq!(derive::percent(decimal("-4.13"), decimal("2.28")), None);
    assert_eq!(derive::percent(decimal("-4"), decimal("-2")), None);
    assert_eq!(derive::percent(decimal("15.5"), decimal("31")), Some(decimal("50")));
    let published = indicator(Some("5"), None, Some(value("10", Some("50"))));
    assert_eq!(derive::percent_of(&published), None, "the percent was published");
    let words = Indicator {
        actual: Some(Actual::Words("Xuất siêu".to_owned())),
        ..indicator(None, None, Some(value("3", None)))
    };
    assert_eq!(derive::percent_of(&words), None);
    assert_eq!(status(&words), Status::NotAssessed);
}

#[test]
fn never_rounds_a_derived_percent_to_100() {
    for (percent, shown) in [
        ("100", "100"),
        ("100.0001", "100.0001"),
        ("99.96", "99.96"),
        ("97.41935", "97.4"),
        ("33.3333", "33.3"),
    ] {
        assert_eq!(derive::rounded_percent(decimal(percent)).to_string(), shown);
    }
}

#[test]
fn derives_the_value_before_a_change() {
    let change = |amount: &str, unit| Change {
        period: "năm trước".to_owned(),
        amount: decimal(amount),
        unit,
    };
    let before =
        |actual: &str, amount, unit| derive::previous(decimal(actual), &change(amount, unit));
    let retail = before("10120", "16.7", ChangeUnit::Percent).unwrap();
    assert_eq!(retail.estimate.to_string(), "8672");
    assert_eq!(retail.shown().to_string(), "8667 … 8676");
    let papi = before("43.35", "0.91", ChangeUnit::Points).unwrap();
    assert_eq!(papi.estimate.to_string(), "42.44");
    assert!(papi.interval.contains(decimal("42.44")));
    assert_eq!(before("43.35", "8", ChangeUnit::Places), None);
    assert_eq!(before("10", "-100", ChangeUnit::Percent), None);
    assert_eq!(before("-10", "5", ChangeUnit::Percent), None);
    assert_eq!(before("-10", "5", ChangeUnit::Points).unwrap().estimate, decimal("-15"));
}

fn rank(position: u32, of: u32, change: Option<i32>) -> Rank {
    Rank { position, of: Some(of), among: None, change, since: None }
}

#[test]
fn derives_the_rank_before_a_change() {
    assert_eq!(derive::previous_rank(&rank(22, 63, Some(8))), Some(30));
    assert_eq!(derive::previous_rank(&rank(57, 63, Some(4))), Some(61));
    assert_eq!(derive::previous_rank(&rank(5, 63, Some(-4))), Some(1));
    assert_eq!(derive::previous_rank(&rank(5, 63, None)), None);
    assert_eq!(derive::previous_rank(&rank(60, 63, Some(4))), None);
    assert_eq!(derive::previous_rank(&rank(1, 63, Some(i32::MIN))), None);
    let open = Rank { of: None, ..rank(60, 63, Some(4)) };
    assert_eq!(derive::previous_rank(&open), Some(64), "among how many is not known");
    assert_eq!(open.to_string(), "60");
}

#[test]
fn reports_inconsistent_figures() {
    let base = || indicator(Some("96.83"), None, None);
    let count =
        |part: &str, whole: &str| Some(Count { part: decimal(part), whole: decimal(whole) });
    let percentage = Some("% số thôn".to_owned());

    let villages = Indicator { unit: percentage.clone(), count: count("1251", "1292"), ..base() };
    assert_eq!(warnings(&villages), []);
    let off = Indicator { unit: percentage, count: count("1250", "1292"), ..base() };
    let (from_count, actual) = (decimal("96.7"), decimal("96.83"));
    assert_eq!(warnings(&off), [Warning::CountAgainstActual { from_count, actual }]);
    let above = Indicator { count: count("1293", "1292"), ..base() };
    assert!(matches!(warnings(&above)[..], [Warning::PartAboveWhole(_)]));
    let whole = Indicator { count: count("108", "108"), ..indicator(Some("108"), None, None) };
    assert_eq!(warnings(&whole), []);

    let ranked = |position, change| Indicator { ranks: vec![rank(position, 63, change)], ..base() };
    assert_eq!(warnings(&ranked(22, Some(8))), []);
    assert!(matches!(warnings(&ranked(64, None))[..], [Warning::RankOutOfRange(_)]));
    assert!(matches!(warnings(&ranked(60, Some(4)))[..], [Warning::PreviousRankOutOfRange(_)]));

    let scored = Indicator { scale: Some(decimal("80")), ..base() };
    assert!(matches!(warnings(&scored)[..], [Warning::ScoreAboveScale { .. }]));

    let planned = |percent| indicator(Some("57"), None, Some(value("56", Some(percent))));
    assert_eq!(warnings(&planned("102")), []);
    assert!(matches!(warnings(&planned("110"))[..], [Warning::PercentAgainstPlan { .. }]));
    let of_province = |percent| Indicator {
        other_plans: vec![Plan {
            name: Some("Tỉnh giao".to_owned()),
            ..value("56", Some(percent))
        }],
        ..planned("102")
    };
    assert_eq!(warnings(&of_province("102")), []);
    assert!(matches!(
        &warnings(&of_province("110"))[..],
        [Warning::OtherPlan { name: Some(name), warning }]
            if name == "Tỉnh giao" && matches!(**warning, Warning::PercentAgainstPlan { .. })
    ));
    let nothing = |percent| indicator(Some("0"), None, Some(value("10", Some(percent))));
    assert_eq!(warnings(&nothing("0")), []);
    assert!(matches!(warnings(&nothing("-1"))[..], [Warning::PercentAgainstPlan { .. }]));

    let told = |status| {
        let verdict = Some(verdict(status));
        indicator(
            Some("57"),
            None,
            Some(PlanTerms::Percent { percent: decimal("102"), verdict }.into()),
        )
    };
    assert_eq!(warnings(&told(Status::Exceeded)), []);
    assert!(matches!(warnings(&told(Status::Missed))[..], [Warning::VerdictAgainstFigures { .. }]));
}

/// A positive published figure: up to seven digits, up to three decimals.
fn published() -> impl Strategy<Value = Decimal> {
    (1i64..9_999_999, 0u32..4).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

/// Returns a value inside an interval, at `share` thousandths of its width.
fn inside(interval: Interval, share: u32) -> Decimal {
    interval.low + (interval.high - interval.low) * Decimal::new(i64::from(share), 3)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Every target inside the interval is possible: some actual rounds to the published one, and
    /// its percent of that target rounds to the published percent.
    #[test]
    fn every_target_inside_reproduces_the_published_pair(
        actual in published(), percent in published(), share in 1u32..1000,
    ) {
        let Some(derived) = derive::target(actual, percent) else { return Ok(()) };
        let target = inside(derived.interval, share);
        let possible = Interval::of_rounded(actual).unwrap();
        let exact = (target * percent / Decimal::ONE_HUNDRED).clamp(possible.low, possible.high);
        let recomputed = derive::percent(exact, target).unwrap();
        let rounding = Interval::of_rounded(percent).unwrap();
        let slack = Decimal::new(1, 18);
        prop_assert!(rounding.low - slack <= recomputed && recomputed <= rounding.high + slack,
            "{target}: {recomputed} against {percent}");
    }

    /// No possible target is outside: all exact values that round to the published pair give a
    /// target inside.
    #[test]
    fn no_possible_target_is_outside(
        target in 1i64..9_999_999, actual in 1i64..9_999_999, scale in 0u32..3, decimals in 0u32..3,
    ) {
        let (target, actual) = (Decimal::new(target, 3), Decimal::new(actual, 3));
        let exact = derive::percent(actual, target).unwrap();
        if let Some(derived) = derive::target(actual.round_dp(scale), exact.round_dp(decimals)) {
            prop_assert!(derived.interval.contains(target), "{target} in {}", derived.interval);
        }
    }

    #[test]
    fn the_estimate_is_in_the_shown_interval(actual in published(), percent in published()) {
        if let Some(derived) = derive::target(actual, percent) {
            let shown = derived.shown();
            prop_assert!(shown.contains(derived.estimate), "{} in {shown}", derived.estimate);
            prop_assert!(shown.low <= derived.interval.low && derived.interval.high <= shown.high);
        }
    }

    #[test]
    fn no_possible_previous_value_is_outside(
        before in 1i64..9_999_999, actual in 1i64..9_999_999, scale in 0u32..3, decimals in 0u32..3,
    ) {
        let (before, actual) = (Decimal::new(before, 3), Decimal::new(actual, 3));
        let growth = (actual - before) * Decimal::ONE_HUNDRED / before;
        for (amount, unit) in [(growth, ChangeUnit::Percent), (actual - before, ChangeUnit::Points)] {
            let change = Change { period: String::new(), amount: amount.round_dp(decimals), unit };
            if let Some(derived) = derive::previous(actual.round_dp(scale), &change) {
                prop_assert!(derived.interval.contains(before), "{before} in {}", derived.interval);
            }
        }
    }

    #[test]
    fn huge_figures_do_not_panic(
        actual in any::<i128>(), percent in any::<i128>(), scale in 0u32..29, better in any::<bool>(),
    ) {
        let big = |digits: i128| {
            let digits = digits % 79_228_162_514_264_337_593_543_950_335;
            Decimal::from_i128_with_scale(digits, scale)
        };
        let (actual, percent) = (big(actual), big(percent));
        let _ = derive::target(actual, percent);
        for unit in [ChangeUnit::Percent, ChangeUnit::Points] {
            let _ = derive::previous(actual, &Change { period: String::new(), amount: percent, unit });
        }
        let target = Target::Value(percent);
        let better = Some(if better { Better::Higher } else { Better::Lower });
        let whole = Indicator {
            actual: Some(Actual::Figure(actual)),
            count: Some(Count { part: actual, whole: percent }),
            unit: Some("%".to_owned()),
            ..indicator(None, better, Some(PlanTerms::Target { target, percent: Some(actual), verdict: None }.into()))
        };
        let _ = (warnings(&whole), status(&whole), chitieu::model::percent_of_plan(&whole));
    }
}

#[test]
fn about_is_met_within_its_rounding() {
    let against = |actual: &str, better| {
        against_target(actual.parse().unwrap(), Target::About(Decimal::from(4)), better)
    };
    for better in [None, Some(Better::Higher), Some(Better::Lower)] {
        assert_eq!(against("3.9", better), Status::Met);
        assert_eq!(against("4.4", better), Status::Met);
    }
    assert_eq!(against("5", Some(Better::Higher)), Status::Exceeded);
    assert_eq!(against("3", Some(Better::Lower)), Status::Exceeded);
    assert_eq!(against("3", Some(Better::Higher)), Status::NotAssessed);
    assert_eq!(against("5", None), Status::NotAssessed);
}

#[test]
fn compares_totals_with_counted_indicators() {
    use chitieu::model::{Dataset, Section, Totals, TotalsMismatch, totals_mismatches};
    let dataset = |missed_named, plan_indicators| Dataset {
        id: "x".to_owned(),
        place: "x".into(),
        period: "x".to_owned(),
        source: None,
        totals: Some(Box::new(Totals {
            plan_indicators,
            missed: 5,
            missed_named,
            reference: None,
            note: None,
        })),
        sections: [Section { name: "s".to_owned(), indicators: 0..2 }].into(),
        indicators: ["90", "102"]
            .map(|of_plan| indicator(None, None, Some(percent(of_plan))))
            .into_iter()
            .collect(),
    };
    assert_eq!(totals_mismatches(&dataset(1, 28)), []);
    assert_eq!(
        totals_mismatches(&dataset(0, 28)),
        [TotalsMismatch::Missed { published: 0, counted: 1 }]
    );
    assert_eq!(
        totals_mismatches(&dataset(1, 1)),
        [TotalsMismatch::Assessed { published: 1, counted: 2 }]
    );
}

#[test]
fn a_collection_is_empty_without_indicators() {
    assert!(Collection::new(Vec::<Dataset>::new()).is_empty());
    assert!(Collection::new([Dataset::of_names("Nơi", [])]).is_empty());
    assert!(!Collection::new([Dataset::of_names("Nơi", ["A"])]).is_empty());
}

#[test]
fn a_percent_that_contradicts_the_values_gives_no_status() {
    // 200 is the ratio of the plan to the actual, which says nothing where the direction is not known.
    for (percent, expected) in
        [("120", Status::NotAssessed), ("50", Status::Missed), ("200", Status::NotAssessed)]
    {
        let target = Some(Target::Value(decimal("100")));
        let plan = Plan::of(target, None, Some(decimal(percent)), None);
        assert_eq!(status(&indicator(Some("50"), None, plan)), expected, "{percent}");
    }
}
