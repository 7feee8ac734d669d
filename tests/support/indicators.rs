//! Strategies for arbitrary indicators, from the texts and numbers that a test allows.

use chitieu::model::{
    Actual, Better, Change, ChangeUnit, Count, Decimal, Indicator, Period, PeriodValue, Plan,
    PlanTerms, Rank, Reference, Status, Target, Verdict,
};
use proptest::option::of;
use proptest::prelude::*;

/// The strategies for the texts and numbers of indicators.
pub struct Parts {
    pub text: BoxedStrategy<String>,
    pub number: BoxedStrategy<Decimal>,
}

impl Parts {
    fn text(&self) -> BoxedStrategy<String> {
        self.text.clone()
    }

    fn number(&self) -> BoxedStrategy<Decimal> {
        self.number.clone()
    }

    fn above_zero(&self) -> impl Strategy<Value = Decimal> + use<> {
        self.number()
            .prop_filter("zero", |number| !number.is_zero())
            .prop_map(|number| number.abs())
    }

    fn actual(&self) -> impl Strategy<Value = Actual> + use<> {
        prop_oneof![self.number().prop_map(Actual::Figure), self.text().prop_map(Actual::Words)]
    }

    fn target(&self) -> impl Strategy<Value = Target> + use<> {
        prop_oneof![
            self.number().prop_map(Target::Value),
            (self.number(), self.number())
                .prop_map(|(a, b)| Target::Range { low: a.min(b), high: a.max(b) }),
            self.number().prop_map(Target::Over),
            self.number().prop_map(Target::Under),
            self.number().prop_map(Target::AtLeast),
            self.number().prop_map(Target::AtMost),
            self.number().prop_map(Target::About),
        ]
    }

    fn verdict(&self) -> impl Strategy<Value = Verdict> + use<> {
        let status = prop::sample::select(vec![
            Status::Exceeded,
            Status::Met,
            Status::Missed,
            Status::InProgress,
        ]);
        (self.text(), status).prop_map(|(text, status)| Verdict { text, status })
    }

    fn plan(&self) -> impl Strategy<Value = Plan> + use<> {
        let terms = prop_oneof![
            (self.target(), of(self.number()), of(self.verdict())).prop_map(
                |(target, percent, verdict)| PlanTerms::Target { target, percent, verdict }
            ),
            (self.number(), of(self.verdict()))
                .prop_map(|(percent, verdict)| PlanTerms::Percent { percent, verdict }),
            (self.text(), of(self.number()), of(self.verdict()))
                .prop_map(|(text, percent, verdict)| PlanTerms::Words { text, percent, verdict }),
            self.verdict().prop_map(PlanTerms::Verdict),
        ];
        (terms, of(period()), of(self.text())).prop_map(|(terms, period, name)| Plan {
            terms,
            period,
            name,
        })
    }

    fn change(&self) -> impl Strategy<Value = Change> + use<> {
        let units = vec![ChangeUnit::Percent, ChangeUnit::Points, ChangeUnit::Places];
        (self.text(), self.number(), prop::sample::select(units))
            .prop_map(|(period, amount, unit)| Change { period, amount, unit })
    }

    fn rank(&self) -> impl Strategy<Value = Rank> + use<> {
        (1..99u32, of(1..99u32), of(self.text()), of(any::<i32>()), of(self.text())).prop_map(
            |(position, of, among, change, since)| Rank { position, of, among, change, since },
        )
    }

    pub fn reference(&self) -> impl Strategy<Value = Reference> + use<> {
        (of(self.text()), of(1..99u32), of(1..99u32), of(self.text())).prop_map(
            |(document, paragraph, sentence, quote)| Reference {
                document,
                paragraph,
                sentence,
                quote,
            },
        )
    }

    pub fn indicator(&self) -> impl Strategy<Value = Indicator> + use<> {
        let earlier =
            (self.text(), self.actual()).prop_map(|(period, value)| PeriodValue { period, value });
        let better = of(prop::sample::select(vec![Better::Higher, Better::Lower]));
        let count = (self.number(), self.above_zero())
            .prop_map(|(part, whole)| Count { part: part.abs(), whole });
        let first = (
            self.text(),
            list(self.text()),
            of(self.text()),
            of(self.actual()),
            (any::<bool>(), any::<bool>(), of(period())),
            better,
            any::<bool>(),
        );
        let second = (
            (of(self.plan()), list(self.plan())),
            list(self.change()),
            list(earlier),
            of(self.above_zero()),
            list(self.rank()),
            of(count),
        );
        (first, second, of(self.reference()), of(self.text()), list(self.text())).prop_map(
            |(first, second, reference, note, review)| {
                let (
                    name,
                    parents,
                    unit,
                    actual,
                    (estimate, preliminary, period),
                    better,
                    better_assumed,
                ) = first;
                let ((plan, other_plans), changes, earlier, scale, ranks, count) = second;
                Indicator {
                    id: String::new(),
                    name,
                    parents,
                    unit,
                    actual,
                    period,
                    estimate,
                    preliminary,
                    better,
                    better_assumed,
                    plan,
                    other_plans,
                    changes,
                    earlier,
                    scale,
                    ranks,
                    count,
                    reference,
                    note,
                    review,
                }
            },
        )
    }
}

/// An arbitrary period.
pub fn period() -> impl Strategy<Value = Period> {
    let year = 1950..2090_u16;
    prop_oneof![
        year.clone().prop_map(Period::year),
        Just(Period::any_year()),
        (of(year.clone()), 1..=4_u8).prop_filter_map("no quarter", |(y, q)| Period::quarter(y, q)),
        (of(year.clone()), 1..=12_u8).prop_filter_map("no month", |(y, m)| Period::month(y, m)),
        (of(year.clone()), 1..=12_u8).prop_filter_map("none", |(y, m)| Period::first_months(y, m)),
        of(year.clone()).prop_map(Period::second_half),
        of(year.clone()).prop_map(Period::to_date),
        year.clone().prop_map(Period::split_year),
        (year.clone(), 1..=4_u8).prop_filter_map("none", |(y, q)| Period::split_quarter(y, q)),
        (year.clone(), 2..6_u16).prop_filter_map("none", |(y, n)| Period::years(y, y + n)),
        (of(year.clone()), 1..=12_u8, 0..=31_u8)
            .prop_filter_map("none", |(y, month, day)| Period::until(y, month, day)),
        (of(year.clone()), 1..=53_u8).prop_filter_map("none", |(y, week)| Period::week(y, week)),
        year.clone().prop_map(Period::fiscal_year),
        (year.clone(), 1..=4_u8).prop_filter_map("none", |(y, q)| Period::fiscal_quarter(y, q)),
        (year.clone(), 2..=3_u8).prop_filter_map("none", |(y, q)| Period::fiscal_quarters(y, q)),
        year.prop_map(Period::by),
    ]
}

/// A short list.
pub fn list<T: std::fmt::Debug>(item: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
    prop::collection::vec(item, 0..3)
}
