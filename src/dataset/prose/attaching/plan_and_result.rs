//! A plan that comes before its result: "Ban A: kế hoạch 890 tỷ đồng, giải ngân 214 tỷ đồng (24%)", "Dự toán thu được
//! giao 4.200 tỷ đồng, thực hiện 4.350 tỷ đồng", "kế hoạch giảm 3%, thực hiện giảm 3,1%".

use std::ops::Range;

use rust_decimal::Decimal;

use super::planned_name::planned_name;
use super::quantity_ahead::QuantityAhead;
use super::shared_verb::lower_first;
use crate::dataset::prose::filling::fill_value::value;
use crate::dataset::prose::filling::filled_row::{figure, row, widen};
use crate::dataset::prose::numbers::magnitude::converted;
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::{Name, noun, tidy};
use crate::dataset::prose::phrases::name_word::{has_content, is_head};
use crate::dataset::prose::phrases::name_words::before;
use crate::dataset::prose::phrases::period_mentions::period_of;
use crate::dataset::prose::phrases::period_words::period_in;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{GIVES_CAPITAL, GIVES_PLANS, RESULT_VERBS};
use crate::model::Target;
use crate::text::lower_case::LowerCase;

/// The most items between a plan and its result.
const NEAR: usize = 12;

/// A plan and the result behind it.
struct PlanAndResult<'g> {
    gap: &'g Gap,
    next: &'g Gap,
    plan: &'g Quantity,
    /// The plan in the unit of the result.
    target: Decimal,
    role: QuantityRole,
}

/// Handles a plan and the result behind it.
pub(super) fn plan_and_result(
    reader: &mut SentenceReader<'_, '_>,
    ahead: &QuantityAhead<'_>,
) -> Option<usize> {
    let QuantityAhead { gaps, at, role, .. } = *ahead;
    let sentence = reader.sentence;
    let (gap, next) = (gaps.get(at)?, gaps.get(at + 1)?);
    let (plan, result) = (sentence.quantities.get(at)?, sentence.quantities.get(at + 1)?);
    let target = in_unit_of_result(plan, result).filter(|_| !reader.state.sentence.target);
    let target = target.or_else(|| reader.sum_of_given_capital(gap, plan, result))?;
    let pair = PlanAndResult { gap, next, plan, target, role };
    let name = name_of_pair(reader.sentence, &pair)?;
    reader.begin(name, gap, &BeforeFigure::default());
    reader.take_plan(&pair);
    reader.decide(figure(NumberRule::PlanBeforeResult));
    let decision = value(reader, result, next, NumberRule::ResultOfPlan);
    reader.decide(decision);
    reader.before.role = Some(QuantityRole::Value);
    Some(2)
}

impl SentenceReader<'_, '_> {
    /// The sum of given capital without a unit, in that of what was paid of it: "được giao 520, đã
    /// giải ngân 480 tỷ đồng".
    fn sum_of_given_capital(
        &self,
        gap: &Gap,
        plan: &Quantity,
        result: &Quantity,
    ) -> Option<Decimal> {
        let single = |one: &Quantity| one.whole.is_none() && one.high.is_none();
        let bare = plan.unit.is_none() && single(plan) && single(result);
        let money = result.unit.is_none() || result.class == UnitClass::Money;
        let fits = bare && money && !self.state.sentence.target;
        given_capital(self.sentence, gap).filter(|_| fits).map(|_| plan.value)
    }

    /// Gives the plan to the indicator that begins with it.
    fn take_plan(&mut self, pair: &PlanAndResult<'_>) {
        let PlanAndResult { gap, next, plan, target, role, .. } = *pair;
        let sentence = self.sentence;
        let language = self.state.document.language;
        let planned = period_in(sentence, gap.all.clone()).map(|words| sentence.text(words));
        let done = period_in(sentence, next.all.clone()).map(|words| sentence.text(words));
        let document = self.state.document.period;
        let Some(row) = row(self) else { return };
        // The name is that of the verb, and not inherited.
        row.doubts.retain(|doubt| *doubt != Doubt::NameInherited);
        row.unit = None;
        row.target = Some(Target::Value(target));
        if role != QuantityRole::Value {
            row.name = language.growth(&row.name, role == QuantityRole::Up);
            row.is_growth = true;
        }
        // "Dự toán năm 2024 là 4.200 tỷ đồng, thực hiện 9 tháng 3.150 tỷ đồng".
        if let Some(done) = done {
            row.plan_period = planned.as_deref().and_then(period_of).or(document);
            row.period = Some(done);
        }
        widen(self, plan, &(gap.all.end..gap.all.end));
    }
}

/// The plan in the unit of its result.
fn in_unit_of_result(plan: &Quantity, result: &Quantity) -> Option<Decimal> {
    let single = |one: &Quantity| one.whole.is_none() && one.high.is_none();
    let (own, unit) = (plan.unit.as_ref()?, result.unit.as_ref()?);
    let rate = matches!(plan.class, UnitClass::Percent | UnitClass::Points);
    let value = match rate {
        true => (own == unit).then_some(plan.value),
        false => converted(plan.value, own, unit),
    };
    value.filter(|_| single(plan) && single(result))
}

/// "Sở Xây dựng": no verb.
fn starts_with_capital(sentence: &Sentence<'_>, at: usize) -> bool {
    let token = sentence.items.get(at).and_then(|item| sentence.tokens.get(item.from));
    token.is_some_and(|token| token.text.starts_with(char::is_uppercase))
}

fn is_direction(phrase: Phrase) -> bool {
    matches!(phrase, Phrase::Up | Phrase::Down)
}

/// The words right behind a plan up to the next mark: "1.500 ha rừng, thực hiện …". `None` if they are no name.
fn tail_of_plan(sentence: &Sentence<'_>, next: &Gap) -> Option<Range<usize>> {
    const LONGEST: usize = 5;
    let mark = next.all.clone().find(|at| sentence.is_mark(*at, ",;("))?;
    let tail = next.all.start..mark;
    let named = |at: usize| {
        sentence.items[at].what == What::Word || sentence.phrase(at) == Some(Phrase::Word)
    };
    (tail.len() <= LONGEST && tail.clone().all(named)).then_some(tail)
}

/// The verb of a result, if nothing else is named between the plan and it: "giải ngân", "thực hiện".
fn verb_of_result(sentence: &Sentence<'_>, next: &Gap) -> Option<&'static str> {
    let mark = next.all.clone().find(|at| sentence.is_mark(*at, ",;("))?;
    let words = mark + 1..next.all.end;
    let said = |at: usize| match sentence.items[at].what {
        What::Date => true,
        What::Mark => sentence.is_mark(at, ",:"),
        What::Phrase(
            Phrase::Reach
            | Phrase::Estimate
            | Phrase::Adverb
            | Phrase::Approx
            | Phrase::Time
            | Phrase::Up
            | Phrase::Down,
        ) => true,
        _ => matches!(&*sentence.lower(at), "giải ngân" | "kết quả" | "th" | "trong" | "cả"),
    };
    if next.all.len() > NEAR || !words.clone().all(said) {
        return None;
    }
    let text = sentence.lower_text(words);
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    // The letters of "th" are also in "tháng": a time alone is no verb.
    let has = |verb: &str| {
        let verb: Vec<&str> = verb.split(' ').collect();
        words.windows(verb.len()).any(|part| part == verb)
    };
    if has("giải ngân") {
        return Some("giải ngân");
    }
    RESULT_VERBS.iter().any(|verb| has(verb)).then_some("thực hiện")
}

/// The name of what was planned and done; `None` if the words say no such thing.
fn name_of_pair(sentence: &Sentence<'_>, pair: &PlanAndResult<'_>) -> Option<Name> {
    let PlanAndResult { gap, next, role, .. } = *pair;
    let changes = match role {
        QuantityRole::Value => false,
        QuantityRole::Up | QuantityRole::Down => true,
        _ => return None,
    };
    let direction = |gap: &Gap| gap.role.filter(|role| is_direction(*role));
    if direction(gap) != direction(next) || changes != direction(gap).is_some() {
        return None;
    }
    if let Some(words) = planned_name(sentence, gap.body.clone()) {
        let found = before(sentence, &words);
        let name = noun(sentence, &found)?;
        let done = found.words.len() == 1
            && !sentence.is_mark(found.words.end, ":")
            && sentence.phrase(found.words.start) == Some(Phrase::Verb);
        return of_planned(sentence, name, done, pair);
    }
    if let Some(name) = capital_used(sentence, pair) {
        return Some(name);
    }
    if let Some(verb) = disbursed(sentence, pair) {
        return Some(Name { text: verb, label: None, period: None, behind: false });
    }
    // Money, land and things are planned for somebody; what changes is named.
    let label = tidy(&sentence.text(owner_of_plan(sentence, &gap.body).filter(|_| !changes)?));
    let text = verb_of_result(sentence, next)?;
    (!pair.plan.is_percent()).then(|| Name {
        text: text.to_owned(),
        label: Some(label),
        period: None,
        behind: false,
    })
}

/// The words that name capital before "được giao" or "được phân bổ": "vốn đầu tư công được giao 520 tỷ đồng".
fn given_capital(sentence: &Sentence<'_>, gap: &Gap) -> Option<Range<usize>> {
    let found = before(sentence, &gap.body).words;
    let text = sentence.lower_text(found.clone());
    let capital = ["vốn ", "nguồn vốn ", "tổng vốn "].iter().any(|head| text.starts_with(head));
    let given = GIVES_CAPITAL.iter().any(|verb| text.ends_with(&format!("được {verb}")));
    let passive = found.clone().rev().find(|at| sentence.lower(*at).starts_with("được"))?;
    let named = found.start..passive;
    (capital && given && named.len() > 1).then_some(named)
}

/// The name of capital that was given and used: "Giải ngân vốn đầu tư công".
fn capital_used(sentence: &Sentence<'_>, pair: &PlanAndResult<'_>) -> Option<Name> {
    let named = given_capital(sentence, pair.gap)?;
    let verb = verb_of_result(sentence, pair.next)?;
    let period = period_in(sentence, pair.gap.body.clone());
    Some(Name {
        text: format!("{verb} {}", lower_first(&tidy(&sentence.text(named)))),
        label: None,
        period: period.map(|words| sentence.text(words)),
        behind: false,
    })
}

/// The verb of money that only has a plan: "Kế hoạch vốn được giao 520 tỷ đồng, giải ngân 480 tỷ đồng".
fn disbursed(sentence: &Sentence<'_>, pair: &PlanAndResult<'_>) -> Option<String> {
    let body = pair.gap.body.clone();
    let plan = body.clone().find(|at| sentence.phrase(*at) == Some(Phrase::Plan))?;
    let verb = verb_of_result(sentence, pair.next).filter(|verb| *verb == "giải ngân")?;
    let given = |at: usize| GIVES_PLANS.contains(sentence.key(at));
    let alone = body.clone().all(|at| !has_content(sentence, at..at + 1) || given(at));
    let capital = if sentence.lower(plan).contains("vốn") { " vốn" } else { "" };
    alone.then(|| format!("{verb}{capital}"))
}

/// The name of something planned, with the words behind its plan, and with what was done with money. `done`: whether
/// it is only a verb, whose object is what is counted.
fn of_planned(
    sentence: &Sentence<'_>,
    mut name: Name,
    done: bool,
    pair: &PlanAndResult<'_>,
) -> Option<Name> {
    let tail = tail_of_plan(sentence, pair.next)?;
    // "Dự toán thu được giao": the passive is that of the plan.
    let text = name.text.strip_suffix(" được").unwrap_or(&name.text).to_owned();
    let lower = text.lower_case();
    let noun = pair.plan.noun.filter(|_| done && pair.plan.is_count());
    let noun = noun.map(|noun| join(&sentence.tokens, noun, pair.plan.to));
    let words = [text, noun.unwrap_or_default(), sentence.text(tail)];
    let words = words.iter().filter(|words| !words.is_empty()).map(String::as_str);
    name.text = words.collect::<Vec<_>>().join(" ");
    let verb = verb_of_result(sentence, pair.next)?;
    if verb == "giải ngân" && !lower.contains("giải ngân") {
        if lower.starts_with("vốn") {
            name.text = format!("{verb} {}", name.text);
        } else {
            name.label = Some(std::mem::replace(&mut name.text, verb.to_owned()));
        }
    }
    Some(name)
}

/// The words before a colon or "được giao" behind which nothing but the plan is named.
fn owner_of_plan(sentence: &Sentence<'_>, body: &Range<usize>) -> Option<Range<usize>> {
    let is_plan = |at: &usize| {
        matches!(sentence.phrase(*at), Some(Phrase::Plan | Phrase::Adverb | Phrase::Time))
            || sentence.phrase(*at) == Some(Phrase::Verb) && !starts_with_capital(sentence, *at)
            || matches!(sentence.key(*at), "vốn" | "giao" | "được" | "năm")
    };
    let first = body.clone().rev().take_while(is_plan).last()?;
    let assigned = (first..body.end).any(|at| sentence.key(at) == "giao");
    let planned = (first..body.end).any(|at| sentence.phrase(at) == Some(Phrase::Plan));
    let end = first.checked_sub(1)?;
    let colon = sentence.is_mark(end, ":");
    let end = if colon { end } else { first };
    let start = body.clone().rev().find(|at| *at < end && sentence.is_mark(*at, ";,:"));
    let start = start.map_or(body.start, |at| at + 1);
    // "Tổng nguồn vốn được giao 51 tỷ đồng" is an indicator, and owns none.
    let owner = colon || !is_head(sentence, start);
    (start < end && owner && (assigned || colon && planned)).then_some(start..end)
}
