//! Stage 9: gives each quantity of a sentence to an indicator, in order.

use std::ops::Range;

use super::draft_row::{Doubt, Row};
use super::fate::{Decision, Fate};
use super::fill;
use super::gap::{Gap, gaps};
use super::items::Sentence;
use super::name::{self, Before, Ending, Name};
use super::quantity::Quantity;
use super::role::{Context, Follow, Role, follow, role};
use super::sentence_reader::{Assigned, Reader, State};
use super::verdict;
use crate::lexicon::prose::{Phrase, UnitClass};
fn first_word(unit: &str) -> &str {
    unit.split(' ').next().unwrap_or(unit)
}

/// Reads a sentence into `state.rows`.
pub(super) fn read(sentence: &Sentence<'_>, state: &mut State) -> Assigned {
    let start = state.rows.len();
    let estimate = sentence.phrase(0) == Some(Phrase::Estimate);
    let mut reader = Reader {
        sentence,
        state,
        row: None,
        start,
        parents: Vec::new(),
        outer: None,
        last: None,
        base: None,
        estimate,
        consumed: None,
        decisions: Vec::new(),
        owners: Vec::new(),
    };
    let (gaps, last) = gaps(sentence);
    let complements: Vec<Range<usize>> =
        gaps.iter().skip(1).map(|gap| gap.complement.clone()).chain([last]).collect();
    let mut at = 0;
    while at < gaps.len() {
        at += reader.step(&gaps, &complements, at);
    }
    verdict::read(&mut reader, &gaps);
    Assigned { decisions: reader.decisions, owners: reader.owners }
}

impl Reader<'_, '_> {
    /// Handles the quantity at `at`; returns how many were handled.
    fn step(&mut self, gaps: &[Gap], complements: &[Range<usize>], at: usize) -> usize {
        let sentence = self.sentence;
        let (gap, quantity) = (&gaps[at], &sentence.quantities[at]);
        let follow = follow(sentence, &complements[at]);
        let tight = gap.opens && gap.body.len() == 1;
        let context = Context {
            sentence,
            quantity,
            gap,
            follow: &follow,
            before_to: gaps.get(at + 1).is_some_and(|next| {
                next.role == Some(Phrase::To)
                    || next.all.clone().any(|at| sentence.phrase(at) == Some(Phrase::To))
            }),
            bracketed: self.last.filter(|_| tight),
            after_plan: at > 0
                && matches!(self::follow(sentence, &gap.complement), Follow::Plan(_)),
            has_row: self.row.is_some(),
        };
        let (role, rule) = role(&context);
        if self.target_begins(gap) {
            self.state.target = true;
        }
        if let Some(many) = self.respectively(gaps, at, role) {
            return many;
        }
        if gap.all.clone().any(|at| sentence.is_mark(at, ";")) {
            self.estimate = false;
        }
        if let Some(many) = self.distribute(gaps, complements, at, role) {
            return many;
        }
        self.close_bracket(gap);
        let decision = self.assign(gap, quantity, &complements[at], &follow, role, rule);
        self.last = Some(role);
        self.decide(decision);
        1
    }

    /// Whether the words before a quantity begin to set targets.
    fn target_begins(&self, gap: &Gap) -> bool {
        let has = |phrase| gap.all.clone().find(|at| self.sentence.phrase(*at) == Some(phrase));
        let reached = gap
            .lead
            .clone()
            .any(|at| matches!(self.sentence.phrase(at), Some(Phrase::Reach | Phrase::Exceed)));
        let _ = reached;
        has(Phrase::Target).is_some_and(|at| {
            at.checked_sub(1).is_none_or(|before| {
                !matches!(
                    self.sentence.phrase(before),
                    Some(Phrase::Compare | Phrase::Reach | Phrase::Exceed)
                )
            })
        })
    }

    /// After a closing bracket, figures belong to the indicator before it again.
    fn close_bracket(&mut self, gap: &Gap) {
        let marks = gap.all.clone().filter(|at| self.sentence.is_mark(*at, "()"));
        for at in marks {
            if self.sentence.is_mark(at, "(") {
                self.outer = self.row;
            } else if let Some(outer) = self.outer.take() {
                self.row = Some(outer);
            }
        }
    }

    fn assign(
        &mut self,
        gap: &Gap,
        quantity: &Quantity,
        complement: &Range<usize>,
        follow: &Follow,
        role: Role,
        rule: &'static str,
    ) -> Decision {
        if role == Role::Passing {
            return Decision::new(Fate::Passing, rule);
        }
        let body = match self.consumed.take() {
            Some(end) if end > gap.body.start => end.min(gap.body.end)..gap.body.end,
            _ => gap.body.clone(),
        };
        let found = name::before(self.sentence, &body);
        if let Some(decision) = self.of_which(quantity, complement, role) {
            return decision;
        }
        if let Some(base) = &found.base {
            self.base = Some(self.sentence.text(base.clone()));
        }
        if matches!(role, Role::Target | Role::GrowthTarget | Role::Earlier)
            && self.row.is_some()
            && (role != Role::Earlier || found.words.is_empty())
        {
            return fill::target_or_earlier(self, quantity, gap, role, rule);
        }
        let ending = name::ending(self.sentence, &found, &body, &gap.lead);
        let fresh = self.is_new(gap, quantity, &found, role, ending, complement);
        if fresh {
            match self.named(gap, quantity, complement, &found, role, ending) {
                Some(name) => self.begin(name, gap, &found),
                None => {
                    if !found.words.is_empty()
                        || gap.all.clone().any(|at| self.sentence.is_mark(at, ";"))
                    {
                        self.row = None;
                    }
                    return Decision::new(Fate::Unread, "no-name");
                }
            }
        } else if let Some(other) = self.counterpart(quantity, complement, role) {
            self.row = Some(other);
        }
        fill::fill(self, quantity, gap, complement, follow, role, rule, fresh)
    }

    /// Whether a quantity begins another indicator.
    fn is_new(
        &self,
        gap: &Gap,
        quantity: &Quantity,
        found: &Before,
        role: Role,
        ending: Ending,
        complement: &Range<usize>,
    ) -> bool {
        let Some(row) = self.row.and_then(|row| self.state.rows.get(row)) else {
            return !(matches!(role, Role::Up | Role::Down)
                && found.words.is_empty()
                && self.counterpart(quantity, complement, role).is_some());
        };
        if !found.words.is_empty() {
            // "đứng đầu khu vực và thứ 8 cả nước" goes on about the same indicator.
            let ranked = role == Role::Rank && !name::is_head(self.sentence, found.words.start);
            return !ranked && !matches!(role, Role::PlacesUp | Role::PlacesDown);
        }
        if found.sum && row.says_something() {
            return true;
        }
        if role == Role::Contribution {
            return true;
        }
        // "5.526 người, bị thương", "87 vụ, 112 đối tượng": something else that is counted.
        let valued = row.actual.is_some() || row.target.is_some();
        let counts_other = quantity.is_count() && valued && row.unit != quantity.unit;
        let behind = matches!(ending, Ending::Verb | Ending::Nothing);
        let tail = !name::tail(self.sentence, complement).is_empty();
        let bare = gap.role.is_none() && !gap.opens;
        let counted = matches!(role, Role::Value | Role::Count | Role::PlanPercent)
            && behind
            && (counts_other || valued && bare && tail);
        counted && !(gap.opens && row.unit.is_none())
    }

    /// The name of a new indicator.
    #[expect(clippy::too_many_arguments, reason = "the surroundings of one quantity")]
    fn named(
        &self,
        gap: &Gap,
        quantity: &Quantity,
        complement: &Range<usize>,
        found: &Before,
        role: Role,
        ending: Ending,
    ) -> Option<Name> {
        let plain = matches!(role, Role::Value | Role::Count | Role::PlanPercent);
        if role == Role::Contribution && found.words.is_empty() {
            let row = &self.state.rows[self.row?];
            let name = row.name.trim_end_matches(" đóng góp");
            return Some(self.inherited(format!("{name} đóng góp")));
        }
        if found.words.is_empty()
            && (found.sum
                || role != Role::Value && role != Role::Count
                || !quantity.is_count()
                    && !quantity.is_percent()
                    && name::tail(self.sentence, complement).is_empty())
            && let Some(row) = self.row.or_else(|| self.previous())
        {
            let same = found.sum
                || self.row.is_none() && matches!(role, Role::Up | Role::Down | Role::Index);
            return same.then(|| self.inherited(self.state.rows[row].name.clone()));
        }
        // "xếp thứ 14 về chỉ số …": what is ranked is behind the rank.
        if role == Role::Rank
            && let Some(name) = name::ranked(self.sentence, complement)
        {
            return Some(name);
        }
        let tail = name::tail(self.sentence, complement);
        let short = found.words.len() <= 3 && !name::is_head(self.sentence, found.words.start);
        let colon = gap.lead.clone().any(|at| self.sentence.is_mark(at, ":"))
            && quantity.is_count()
            && !tail.is_empty();
        let direct = gap.role.is_none()
            && short
            && quantity.is_count()
            && !tail.is_empty()
            && !found.words.is_empty();
        match ending {
            _ if plain && (colon || direct) => {
                name::behind(self.sentence, found, quantity, complement, colon)
            }
            Ending::Verb if plain => {
                name::behind(self.sentence, found, quantity, complement, false)
                    .map(|name| self.with_purpose(name, gap, quantity, complement))
            }
            Ending::Nothing
                if plain
                    && (quantity.is_count()
                        || !name::tail(self.sentence, complement).is_empty()) =>
            {
                name::behind(self.sentence, found, quantity, complement, false)
            }
            Ending::Nothing => None,
            _ => name::noun(self.sentence, found)
                .map(|name| self.with_purpose(name, gap, quantity, complement)),
        }
    }

    /// "kinh phí hỗ trợ 31,2 tỷ đồng … để khắc phục hậu quả bão": money of the last figure with its purpose.
    fn with_purpose(
        &self,
        name: Name,
        gap: &Gap,
        quantity: &Quantity,
        complement: &Range<usize>,
    ) -> Name {
        const WORDS: usize = 16;
        let last = self.sentence.quantities.last().is_some_and(|last| last.from == quantity.from);
        let spent = gap.role.is_none() && quantity.class == UnitClass::Money && last;
        let items = self.sentence.items.len();
        let purpose =
            (complement.start..items).find(|at| matches!(self.sentence.key(*at), "để" | "nhằm"));
        let Some(start) = purpose.filter(|_| spent) else { return name };
        let end = (start..items).find(|at| self.sentence.is_mark(*at, ".;")).unwrap_or(items);
        let words = self.sentence.text(start..end);
        if words.split_whitespace().count() > WORDS {
            return name;
        }
        Name { text: format!("{} {words}", name.text), ..name }
    }

    fn inherited(&self, text: String) -> Name {
        Name { text, label: None, period: None, behind: false }
    }

    /// Begins an indicator.
    pub(super) fn begin(&mut self, name: Name, gap: &Gap, found: &Before) {
        let inherited = found.words.is_empty() && !name.behind;
        self.set_parents(&name, gap, found);
        let mut row = Row {
            parents: self.state.place.iter().cloned().chain(self.parents.iter().cloned()).collect(),
            section: self.state.section,
            paragraph: self.state.at.0,
            sentence: self.state.at.1,
            period: name.period,
            estimate: self.estimate,
            ..Row::default()
        };
        if inherited && let Some(before) = self.row.or_else(|| self.previous()) {
            row.unit = self.state.rows[before].unit.clone().filter(|_| !found.sum);
            row.parents.clone_from(&self.state.rows[before].parents);
            row.doubt(Doubt::NameInherited);
        }
        row.name = name.text;
        if name.behind {
            row.doubt(Doubt::NameBehind);
        }
        row.quote = usize::MAX..0;
        self.state.rows.push(row);
        self.row = Some(self.state.rows.len() - 1);
    }

    /// Keeps the indicator of which parts follow.
    fn set_parents(&mut self, name: &Name, gap: &Gap, found: &Before) {
        if let Some(label) = &name.label {
            self.parents = vec![label.clone()];
        } else if found.part {
            let whole =
                self.row.or_else(|| self.previous()).and_then(|row| self.state.rows.get(row));
            let whole = whole.filter(|row| row.paragraph == self.state.at.0);
            self.parents = whole.map(|row| vec![row.name.clone()]).unwrap_or_default();
        } else if !self.parents.is_empty()
            && gap.all.clone().any(|at| self.sentence.is_mark(at, ")"))
        {
            self.parents.clear();
        }
    }

    /// The indicator to which a change of a count belongs: "giảm 356 người chết" to the one that counts the dead.
    fn counterpart(
        &self,
        quantity: &Quantity,
        complement: &Range<usize>,
        role: Role,
    ) -> Option<usize> {
        if !matches!(role, Role::Up | Role::Down) || !matches!(quantity.class, UnitClass::Count) {
            return None;
        }
        let unit = quantity.unit.as_deref();
        let tail = self.sentence.text(name::tail(self.sentence, complement)).to_lowercase();
        let same: Vec<usize> = (self.state.paragraph_start..self.state.rows.len())
            .filter(|row| {
                self.state.rows[*row].unit.as_deref().map(first_word) == unit.map(first_word)
                    && self.state.rows[*row].actual.is_some()
            })
            .collect();
        let named = same.iter().rev().find(|row| {
            !tail.is_empty() && self.state.rows[**row].name.to_lowercase().contains(&tail)
        });
        named.or(if tail.is_empty() { same.last() } else { None }).copied()
    }
}
