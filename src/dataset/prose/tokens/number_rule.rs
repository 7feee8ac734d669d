//! The rules that decide what became of a number, each with the name that `chitieu import --explain` prints.

/// Declares the rules with their names, so that none lacks one.
macro_rules! number_rules {
    ($($(#[$doc:meta])* $rule:ident $name:literal,)*) => {
        /// The rule that decided what became of a number of a text.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum NumberRule { $($(#[$doc])* $rule,)* }

        impl NumberRule {
            /// Every rule, by the stage that applies it.
            pub const ALL: &[Self] = &[$(Self::$rule,)*];

            /// The name of the rule, for scripts.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$rule => $name,)* }
            }
        }
    };
}

number_rules! {
    // Numbers that are no figures.
    /// The number of an item of a list: "1.", "1.2.", "a)".
    ListNumber "list-number",
    /// The mark of a footnote: "8,01%(1)".
    FootnoteMark "footnote-mark",
    /// A telephone number or an emergency number.
    TelephoneOrCode "telephone-or-code",
    /// The number of a building in a street.
    Street "street",
    /// A latitude or longitude.
    Position "position",
    /// "24/24 giờ", "24/7".
    AroundTheClock "around-the-clock",
    /// A day before its month in English: "6 April 2025".
    DayOfMonth "day-of-month",
    /// A number right behind an opening quotation mark: "4 tại chỗ".
    Slogan "slogan",
    /// A code of capitals with a point: "ĐT.326".
    Code "code",
    /// Digits that begin or continue a word: "4G", "Covid-19".
    AttachedToWord "attached-to-word",
    /// The number of a document: "148/QĐ-TTg".
    DocumentNumber "document-number",
    /// "14/6/2022".
    FullDate "full-date",
    /// "ngày 15/6", "June 28".
    DayAndMonth "day-and-month",
    /// "tháng 7/2024".
    MonthOfYear "month-of-year",
    /// "quý I/2025".
    QuarterOfYear "quarter-of-year",
    /// How many indicators the text is about: "05/28 chỉ tiêu".
    Totals "totals",
    /// Who was there, voted or was elected: "34/34 đại biểu tán thành".
    Procedure "procedure",
    /// The name of what is complete: "19/19 tiêu chí".
    CompleteCriteria "complete-criteria",
    /// The year of a law, of prices or of a standard: "Luật Giáo dục 2019", "giá so sánh năm 2010".
    YearInName "year-in-name",
    /// "năm 2024", "2021 - 2025".
    Year "year",
    /// The base of a rate: "/10.000 dân".
    RoundBase "round-base",
    /// "6 tháng đầu năm", "dưới 5 tuổi".
    DurationOrAge "duration-or-age",
    /// "lần thứ 3", "bão số 3", "lớp 1".
    Ordinal "ordinal",
    /// A small number in the name of a rate: "tiêm đủ 8 loại vắc xin đạt 71,9%".
    NumberInRate "number-in-rate",
    /// A bound in the name of a count: "Số hộ có thu nhập 100 triệu đồng trở lên là 1.240 hộ".
    ConditionInName "condition-in-name",
    /// How many offices are addressed: "giao 14 sở, ngành".
    Offices "offices",
    /// The size of a group: "trong 11 nhóm hàng".
    SizeOfGroup "size-of-group",
    /// How many groups the text arranges what it says in: "có 7 nhóm tăng giá".
    GroupsOfThings "groups-of-things",
    /// A place with a number in its name: "xã Tam Xuân 2".
    NumberedPlace "numbered-place",
    /// The same sum in another currency: "($1.2 million)".
    MoneyInBrackets "money-in-brackets",

    // What a quantity says, by the words around it.
    /// A comparison with something else in passing.
    ComparedWithOther "compared-with-other",
    /// The value of what is compared with: "so với 6,3 triệu đồng".
    ValueOfOther "value-of-other",
    /// How it was in other periods: "(quý I tăng 7,61%)".
    OtherPeriods "other-periods",
    /// The value of an earlier period: "(năm 2023 là 12,5%)".
    EarlierValue "earlier-value",
    /// Under another condition: "nếu loại trừ yếu tố giá tăng 6,9%".
    Condition "condition",
    /// The value of what is compared with, behind a factor: "gấp 2,3 lần Nga Sơn (9.310 tấn)".
    OfTheOther "of-the-other",
    /// A fraction of a whole, and no count: "2/3 số xã".
    FractionOfWhole "fraction-of-whole",
    /// "gấp 2,3 lần".
    Factor "factor",
    /// A change whose direction is behind it: "0.4 quintals/ha higher".
    ChangeBehind "change-behind",
    /// "xếp thứ 3".
    Rank "rank",
    /// A score before what it is of, with its rank behind it: "Với 67,2 điểm, chỉ số PCI xếp thứ 5/63".
    ScoreBeforeRank "score-before-rank",
    /// The rate of a count with its target: "đạt tỷ lệ 84%, vượt 0,5% so với chỉ tiêu (83,5%)".
    RateWithTarget "rate-with-target",
    /// The rate behind a count, of all that are counted alike: "21.340 hộ nghèo, chiếm tỷ lệ 14,6%".
    RateOfCount "rate-of-count",
    /// "tăng 5 bậc".
    Places "places",
    /// The value of the base of a change: "so với năm 2023 (3,2%)".
    BaseInBrackets "base-in-brackets",
    /// "(kế hoạch 12%)".
    TargetInBrackets "target-in-brackets",
    /// "không vượt quá 3%".
    Limit "limit",
    /// How much more or less than planned.
    BeyondPlan "beyond-plan",
    /// "đạt 98% kế hoạch".
    PercentOfPlan "percent-of-plan",
    /// "bằng 104% so với cùng kỳ".
    Index "index",
    /// The first of two values: "từ 3,2% còn 2,9%".
    FromTo "from-to",
    /// "đóng góp 1,2 điểm phần trăm".
    Contribution "contribution",
    /// "chiếm 12%".
    Share "share",
    /// A change with a sign before it: "(+2,1%)".
    SignedChange "signed-change",
    /// The change in percent behind the change: "giảm 26 vụ (10,83%)".
    ChangeInBrackets "change-in-brackets",
    /// "tăng 8,5%".
    Change "change",
    /// "12/15 xã".
    PartOfWhole "part-of-whole",
    /// No words say anything else.
    Value "value",

    // Which indicator a quantity belongs to.
    /// A change without a word that says so, next to one that has it.
    ChangeGoesOn "change-goes-on",
    /// The growth of the next item of a list: "agriculture grew 2.71%; services 6.95%".
    GrowthGoesOn "growth-goes-on",
    /// One figure for each name of a list: "lần lượt đạt 1, 2 và 3".
    Respectively "respectively",
    /// One percent of plan for each of the last indicators.
    PercentsInOrder "percents-in-order",
    /// A plan that is named before its result.
    PlanBeforeResult "plan-before-result",
    /// The result behind the plan that it belongs to.
    ResultOfPlan "result-of-plan",
    /// A target of how many more or fewer there are to be: "giảm 1.150 hộ nghèo".
    TargetOfChange "target-of-change",
    /// How many fulfil a condition, behind the number of all.
    ConditionOfCount "condition-of-count",
    /// A change of what is named behind it, which is no indicator of the sentence.
    ChangeOfOther "change-of-other",
    /// A change in the average of some years: "giảm bình quân 1,5%/năm".
    AverageChange "average-change",
    /// What no field of an indicator holds, in its note: "còn thiếu 13%", "gấp 3 lần".
    RemarkInNote "remark-in-note",
    /// A target in another unit than the indicator's, in its note.
    TargetInNote "target-in-note",
    /// A change of what is named behind it, in the note of the indicator before it.
    ChangeOfOtherInNote "change-of-other-in-note",
    /// A change of something that is counted otherwise, without a name.
    ChangeOfSomethingElse "change-of-something-else",
    /// No words name an indicator.
    NoName "no-name",

    // How a quantity fits into the indicator.
    /// What was added, as a value of its own: "vốn tăng thêm 1.342 triệu USD".
    Added "added",
    /// A target.
    Target "target",
    /// The value at the start of a period: "đầu năm là 17,9%".
    ValueAtStart "value-at-start",
    /// An actual between two values.
    Range "range",
    /// A value in another unit than that of the indicator.
    ValueInOtherUnit "value-in-other-unit",
    /// The percent that the actual and the target make.
    PercentOfTarget "percent-of-target",
    /// The percent that a part and its whole make.
    RatioOfCount "ratio-of-count",
    /// A percent of plan as the one before it.
    PercentOfPlanInherited "percent-of-plan-inherited",
    /// An index as the one before it.
    IndexInherited "index-inherited",
    /// The percent of a sum that a budget plans.
    PercentOfBudget "percent-of-budget",
    /// A percent of something that is not named.
    PercentOfUnknown "percent-of-unknown",
    /// The value behind its share of the plan: "18,1% (1.372,2 tỷ đồng)".
    ValueInBrackets "value-in-brackets",
    /// A share behind the value.
    ShareInBrackets "share-in-brackets",
    /// A share that no field holds.
    ShareInNote "share-in-note",
    /// A value of an indicator that has one.
    SecondValue "second-value",
    /// A target whose indicator has one.
    SecondTarget "second-target",
    /// An amount beyond the plan whose indicator has a verdict.
    SecondVerdict "second-verdict",
    /// Beyond the plan of a rate that was not read.
    BeyondPlanOfOther "beyond-plan-of-other",
    /// "vượt 110,3% kế hoạch": mostly meant as percent of it.
    PercentBeyondPlan "percent-beyond-plan",
    /// A growth that is planned.
    GrowthTarget "growth-target",
    /// A planned growth that no field holds.
    GrowthTargetInNote "growth-target-in-note",
    /// A change between two amounts.
    RangeOfChange "range-of-change",
    /// A change of a share, not of the indicator.
    ChangeOfShare "change-of-share",
    /// A change in another unit than that of the indicator.
    ChangeInOtherUnit "change-in-other-unit",
    /// The change of a count whose indicator is a rate.
    ChangeOfCountInNote "change-of-count-in-note",
    /// A change for the better of what may be better higher or lower: "cải thiện 1,8 điểm phần trăm".
    Improvement "improvement",
    /// The change of an indicator that is named behind it.
    ChangeByName "change-by-name",
    /// What is in brackets behind a base, and no value of it.
    BaseOfOther "base-of-other",
    /// A part without its whole.
    Count "count",
    /// Part and whole of a rate that is given.
    CountOfRate "count-of-rate",
    /// Points of a maximum: "85/100 điểm".
    Score "score",
    /// "1.936/3.500 ha": actual and plan.
    ActualAndPlan "actual-and-plan",
    /// A rank that is a target: "phấn đấu xếp thứ 10 cả nước".
    RankAimedAt "rank-aimed-at",
    /// A rank that is not in what is ranked, or a second one.
    RankOutOfRange "rank-out-of-range",
    /// A number that cannot be computed with.
    OutOfRange "out-of-range",
    /// There is no indicator that the number could belong to.
    NoIndicator "no-indicator",

    // What concerns the text as a whole.
    /// In the title.
    Title "title",
    /// In a heading.
    Heading "heading",
    /// In a sentence about a single case.
    Anecdote "anecdote",
    /// In a row of a table.
    InTable "in-table",
    /// Digits within a word.
    DigitsInAWord "digits-in-a-word",
    /// Digits of a unit: "m2".
    NumberInUnit "number-in-unit",
    /// Digits and separators that are no number.
    UnreadableNumber "unreadable-number",
    /// No rule fits.
    NoRule "no-rule",
    /// Its indicator is in doubt, and only the sure ones are kept.
    LeftOutBySure "left-out-by-sure",
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_rule_has_a_name_of_its_own() {
        let names: BTreeSet<&str> = NumberRule::ALL.iter().map(|rule| rule.name()).collect();
        assert_eq!(names.len(), NumberRule::ALL.len());
    }
}
