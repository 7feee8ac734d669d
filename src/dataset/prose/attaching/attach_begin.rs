//! Begins an indicator with its parents.

use std::ops::Range;

use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::Name;
use crate::dataset::prose::roles::role::Role;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::period_scope::{Aim, is_start};
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::tokens::place_name::{KINDS, capitalized, is_office};
use crate::lexicon::prose::Phrase;

impl SentenceReader<'_, '_> {
    /// Begins an indicator.
    pub(super) fn begin(&mut self, name: Name, gap: &Gap, found: &BeforeFigure) {
        let inherited = found.words.is_empty() && !name.behind;
        self.set_parents(&name, gap, found);
        let scope = self.period_at(name.period.as_deref(), gap, found.part);
        let aim = self.aims_at(&scope);
        let mut row = DraftRow {
            parents: self.all_parents(gap),
            section: self.state.section,
            paragraph: self.state.at.0,
            sentence: self.state.at.1,
            period: scope
                .named
                .as_ref()
                .filter(|named| named.period.is_some())
                .map(|named| named.words.clone()),
            at_start: name.period.as_deref().is_some_and(is_start),
            estimate: self.estimate,
            whole: self.outer.or_else(|| self.whole_row(found)),
            ..DraftRow::default()
        };
        row.period_of_earlier = self.current == Role::Earlier && row.period.is_some();
        if self.names_other_place(gap) {
            row.doubt(Doubt::PlaceOpen);
        }
        if scope.open {
            row.doubt(Doubt::PeriodOpen);
        }
        if aim == Aim::Perhaps {
            row.doubt(Doubt::TargetOrActual);
        }
        if inherited && let Some(before) = self.row.or_else(|| self.previous()) {
            row.unit = self.state.rows[before].unit.clone().filter(|_| !found.sum);
            row.parents.clone_from(&self.state.rows[before].parents);
            // "Năm 2023 đạt 7.400 tỷ đồng; năm 2024 ước đạt 8.120 tỷ đồng": nothing else can be meant.
            let explicit = found.period.is_some() && gap.role == Some(Phrase::Reach) && !found.sum;
            if !explicit {
                row.doubt(Doubt::NameInherited);
            }
        }
        row.name = self.without_place(name.text, gap);
        if name.behind {
            row.doubt(Doubt::NameBehind);
        }
        // Nothing is quoted yet: each figure widens the range.
        row.quote = Range { start: usize::MAX, end: 0 };
        self.state.rows.push(row);
        self.row = Some(self.state.rows.len() - 1);
    }

    /// A name without the place with which its clause begins: "Thị xã Duy Tiên thu ngân sách".
    fn without_place(&self, name: String, gap: &Gap) -> String {
        let place = self.place(gap).or_else(|| self.state.whole_place.clone());
        let rest = place.and_then(|place| {
            let (kind, rest) = name.split_once(&place)?;
            let kind = kind.trim();
            let known = kind.is_empty()
                || KINDS.iter().any(|one| one.to_lowercase() == kind.to_lowercase());
            let verb = rest.strip_prefix(' ')?.trim_start();
            (known && verb.contains(' ')).then(|| verb.to_owned())
        });
        rest.unwrap_or(name)
    }

    /// Whether the words before a figure name another place than that of the clause: "huyện A đạt 99%, huyện B đạt …".
    fn names_other_place(&self, gap: &Gap) -> bool {
        let Some(place) = self.place(gap) else { return false };
        let text = self.sentence.text(gap.all.clone());
        let mut named = KINDS.iter().filter_map(|kind| {
            let (before, behind) = text.split_once(kind)?;
            let alone = !before.ends_with(char::is_alphanumeric);
            let name = capitalized(behind.strip_prefix(' ')?);
            (alone && !name.is_empty() && !is_office(&name)).then_some(name)
        });
        named.any(|name| name != place)
    }

    /// The place, unless a label names it, with the labels.
    fn all_parents(&self, gap: &Gap) -> Vec<String> {
        let labels = &self.parents;
        let place = self.place(gap).filter(|_| !self.names_other_place(gap));
        let place = place.filter(|place| !labels.iter().any(|one| one.contains(place)));
        place.into_iter().chain(labels.iter().cloned()).collect()
    }

    /// The place that distinguishes an indicator, where a text is about several.
    fn place(&self, gap: &Gap) -> Option<String> {
        let item = self.sentence.items.get(gap.all.end)?;
        let token = self.sentence.tokens.get(item.from)?;
        self.state.places.at(self.state.offset + token.span.start)
    }

    /// The indicator of the sentence whose parts are listed, or of which one is named.
    fn whole_row(&self, found: &BeforeFigure) -> Option<usize> {
        let whole = self.parents.last()?;
        let named = |row: &usize| self.state.rows[*row].name == *whole;
        if found.part {
            self.row.or_else(|| self.previous())
        } else {
            self.own_rows().rev().take(100).find(named)
        }
    }

    /// Keeps the indicator of which parts follow.
    pub(super) fn set_parents(&mut self, name: &Name, gap: &Gap, found: &BeforeFigure) {
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
}
