//! Places that a list names for one measure: "Thu ngân sách: huyện A 12,3 tỷ đồng; huyện B 9,8 tỷ đồng".

use crate::dataset::prose::numbers::magnitude::converted;
use crate::dataset::prose::phrases::finished_name::without_dangling;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::{Gap, quantity_behind};
use crate::dataset::prose::tokens::place_name::{behind_kind, capitalized, is_office};
use crate::dataset::prose::tokens::token::tokens;
use crate::lexicon::place::is_province;
use crate::lexicon::prose::{NAME_WORDS, NameWord};
use crate::lexicon::prose_words::SUPERLATIVES;
use crate::text::lower_case::LowerCase;

impl SentenceReader<'_, '_> {
    /// Gives an indicator that has only the name of a place the name of what is measured there: that of the label, or
    /// that of the indicator before it.
    pub(super) fn measure_in_place(&mut self, row: &mut DraftRow, gap: &Gap) {
        // A name with more words in lower case is that of a measure.
        let small = |word: &&str| word.starts_with(char::is_lowercase);
        if row.name.split(' ').filter(small).count() > 2 {
            return;
        }
        let with_kind = place_of(&row.name);
        let bare = || Some(row.name.clone()).filter(|name| is_capitalized(name));
        let Some(place) = with_kind.clone().or_else(bare) else { return };
        let listed = with_kind.is_some() || is_province(&place);
        if self.parts.whole().is_some_and(|label| is_measure(label)) && listed {
            let Some(label) = self.parts.whole().filter(|label| !self.names_row(label)) else {
                return;
            };
            row.name.clone_from(label);
            row.parents = vec![place];
            row.evident = true;
            row.doubts.retain(|doubt| !matches!(doubt, Doubt::Construction | Doubt::PlaceOpen));
            return;
        }
        // "kế đến là Hàm Thuận Bắc 11 người, Hàm Tân 9 người": the place of the clause is that of its first figure.
        let of_clause = self.place(gap);
        let in_row =
            self.own_rows().next_back().is_some_and(|row| self.state.rows[row].of_listed_place);
        let other =
            |parent: &String| *parent != place && !(in_row && Some(parent) == of_clause.as_ref());
        if row.parents.iter().any(other) {
            return;
        }
        match self.measure_before(&place, gap, with_kind.is_some()) {
            Some(measure) => {
                row.name = measure;
                row.parents = vec![place];
                row.of_listed_place = true;
                if with_kind.is_none() {
                    row.doubts.retain(|doubt| *doubt != Doubt::PlaceOpen);
                }
            }
            // "huyện A 320 ha" behind something else: nobody can say of what.
            None if with_kind.is_some() => row.doubt(Doubt::UnknownName),
            None => {}
        }
    }

    /// "Phan Thiết là địa phương có số người chết cao nhất với 14 người": what is counted in the place, which the next
    /// ones of the row are measured by.
    pub(super) fn without_superlative(&self, row: &mut DraftRow, gap: &Gap) {
        let first = self.place(gap).filter(|place| row.parents.first() == Some(place));
        let called = first.is_some_and(|place| {
            let text = self.sentence.text(0..gap.all.end.min(20));
            text.contains(&format!("{place} là "))
        });
        let measure = SUPERLATIVES.iter().find_map(|most| row.name.strip_suffix(most));
        let measure = measure.map(|measure| measure.trim_end().to_owned());
        if let Some(measure) = measure.filter(|_| called) {
            row.name = measure;
            row.of_listed_place = true;
        }
    }

    /// Whether an indicator of the sentence names its place, in a text about several, so that the
    /// next ones may be about that place or not: "Tỷ lệ che phủ rừng của Ninh Thuận là 47,2%; trong
    /// năm xảy ra 4 vụ cháy rừng".
    pub(super) fn may_go_on_about_place(&self, gap: &Gap) -> bool {
        const NEAR: usize = 8;
        let several = self.state.document.several_places && self.place(gap).is_none();
        several
            && self.own_rows().rev().take(NEAR).any(|row| {
                let row = &self.state.rows[row];
                !row.of_listed_place && split_place(&row.name).is_some()
            })
    }

    /// Keeps the place with which a clause begins: "…, huyện Kim Bình có diện tích rừng 21.000 ha". It holds up to the
    /// next one, or to a semicolon.
    pub(super) fn take_place_of_clause(&mut self, gap: &Gap) {
        let sentence = self.sentence;
        let ends = |at: usize| sentence.is_mark(at, ";");
        if gap.all.clone().any(ends) {
            self.clause_place = None;
        }
        let mut starts = gap.body.clone().filter(|at| sentence.is_mark(*at, ",;")).map(|at| at + 1);
        let Some(start) = starts.rfind(|start| *start < gap.body.end) else { return };
        let kind = matches!(
            sentence.key(start),
            "huyện" | "xã" | "thị" | "thành" | "phường" | "quận" | "tp"
        );
        if !kind {
            return;
        }
        let words = sentence.text(start..gap.body.end);
        if let Some(place) = place_at_start(&words) {
            self.clause_place = Some(place);
        }
    }

    /// Whether an indicator of the sentence has a name, so that what follows are its parts.
    fn names_row(&self, name: &str) -> bool {
        self.own_rows().rev().take(100).any(|row| {
            let row = &self.state.rows[row];
            row.name == *name && row.parents.is_empty()
        })
    }

    /// The name of the indicator before, which is measured alike, without its place.
    fn measure_before(&mut self, place: &str, gap: &Gap, with_kind: bool) -> Option<String> {
        let unit = quantity_behind(self.sentence, gap)?.unit.clone()?;
        let before = self.own_rows().next_back()?;
        let changed = matches!(self.current, QuantityRole::Up | QuantityRole::Down);
        let own = self.place(gap);
        let row = self.state.rows.get_mut(before)?;
        // "Thu ngân sách Hà Nam tăng 8%, Ninh Bình giảm 4%".
        let grown = changed && row.actual.is_none() && !row.changes.is_empty();
        if !grown {
            converted(rust_decimal::Decimal::ONE, &unit, row.unit.as_deref()?)?;
        }
        if row.of_listed_place {
            return Some(row.name.clone());
        }
        let placed = row.parents.first().is_some_and(|first| {
            is_province(first) && first != place && own.as_deref() == Some(place)
        });
        if placed {
            row.of_listed_place = true;
            return Some(row.name.clone());
        }
        match split_place(&row.name) {
            Some(named) if named.place != place => {
                row.name.clone_from(&named.measure);
                row.parents.insert(0, named.place);
                row.of_listed_place = true;
                row.doubts.retain(|doubt| *doubt != Doubt::PlaceOpen);
                Some(named.measure)
            }
            _ => Some(row.name.clone()).filter(|name| with_kind && is_measure(name)),
        }
    }
}

/// Whether words begin like the name of an indicator.
pub(super) fn is_measure(words: &str) -> bool {
    NAME_WORDS.longest_of(&tokens(words), NameWord::Head).is_some()
}

/// The place that a whole name is: "Lâm Thượng" of "huyện Lâm Thượng".
pub(super) fn place_of(name: &str) -> Option<String> {
    let name = ["tại ", "ở "].iter().find_map(|word| strip_lower(name, word)).unwrap_or(name);
    behind_kind(name).filter(|rest| is_capitalized(rest)).map(str::to_owned)
}

/// A name without a preposition with which it begins, however that is written.
fn strip_lower<'n>(name: &'n str, word: &str) -> Option<&'n str> {
    name.lower_case().starts_with(word).then(|| name.get(word.len()..)).flatten()
}

/// Whether a text is nothing but the capitalized words of a name, of which there are several.
pub(super) fn is_capitalized(text: &str) -> bool {
    text.contains(' ') && capitalized(text) == text && !is_office(text)
}

/// A name with a place in it: "diện tích rừng tại huyện Kim Bình".
pub(super) struct PlacedName {
    /// What is measured.
    pub(super) measure: String,
    pub(super) place: String,
}

/// A name split into what is measured and the place behind it.
pub(super) fn split_place(name: &str) -> Option<PlacedName> {
    let starts = name.match_indices(' ').map(|(at, _)| at + 1);
    starts.into_iter().find_map(|at| {
        let (measure, rest) = name.split_at_checked(at)?;
        let measure = measure.trim_end();
        let placed = ["tại", "ở", "của"].iter().any(|word| measure.ends_with(word));
        let place = place_of(rest).or_else(|| {
            let named = |rest: &String| placed && is_capitalized(rest) || is_province(rest);
            Some(rest.to_owned()).filter(named)
        })?;
        let measure = without_dangling(measure);
        (!measure.is_empty()).then_some(PlacedName { measure, place })
    })
}

/// The place below a province with which words begin, if they go on behind it: "huyện Kim Bình có diện tích rừng".
fn place_at_start(words: &str) -> Option<String> {
    let rest = behind_kind(words)?;
    let kind = words.strip_suffix(rest)?;
    if kind.lower_case() == "tỉnh " {
        return None;
    }
    let name = capitalized(rest);
    let behind = rest.get(name.len()..)?;
    // "huyện Sơn Hà (71,2%)" has only its figure behind it.
    let goes_on = behind.starts_with(' ') && behind.trim_start().starts_with(char::is_alphabetic);
    (!name.is_empty() && !is_office(&name) && goes_on).then_some(name)
}
