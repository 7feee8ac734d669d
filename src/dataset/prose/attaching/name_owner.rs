//! Whose the things are that are counted behind a verb: "Bệnh viện Bãi Cháy khám 45.000 lượt người".

use std::ops::Range;

use super::counted_cases::school;
use super::shared_verb::lower_first;
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::Name;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::{Gap, quantity_behind};
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::place_name::{behind_kind, capitalized, is_office};
use crate::lexicon::place;
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{ACTORS, BARE_ACTORS, CLASSIFIERS, OWNERS, SERVICES};
use crate::text::lower_case::LowerCase;

impl SentenceReader<'_, '_> {
    /// A name with the owner that is before the verb, where that is no place of the report.
    pub(super) fn with_owner(&self, name: Name, found: &BeforeFigure) -> Name {
        let school = school(self.sentence, found).filter(|_| name.behind);
        if school.is_some() {
            return Name { label: school, ..name };
        }
        if !name.behind {
            return name;
        }
        // "Lĩnh vực di sản: Quần thể di tích Tràng An đón …": the owner below the label is in the name.
        if name.label.is_some() {
            let owner = self.named_owner(found).filter(|_| found.label.is_some());
            let owner = owner.filter(|owner| !name.text.contains(&**owner));
            let text = owner
                .map_or(name.text.clone(), |owner| format!("{owner} {}", lower_first(&name.text)));
            return Name { text, ..name };
        }
        let label = self.listed_owner(found).or_else(|| self.named_owner(found));
        let label = label.or_else(|| several_owners(self.sentence, found));
        let Some(owner) = label else { return name };
        let own = owner.lower_case();
        let text = name.text.strip_prefix(&owner).map_or(&*name.text, str::trim_start).to_owned();
        let text = if text.is_empty() { name.text.clone() } else { text };
        // The place of the sentence is a parent already.
        let place = self.own_place().is_some_and(|place| place.lower_case() == own);
        Name { text, label: Some(owner).filter(|_| !place), ..name }
    }

    /// "Trong đó, Nhật Bản có 45 dự án; Hàn Quốc có 78 dự án".
    fn listed_owner(&self, found: &BeforeFigure) -> Option<String> {
        let sentence = self.sentence;
        let words = found.words.clone();
        let has = words.clone().find(|at| sentence.phrase(*at) == Some(Phrase::Have));
        let within = found.part || !self.parts.is_empty();
        let owner = sentence.text(words.start..has.filter(|_| within)?);
        let own = self.state.document.place.as_ref() == Some(&owner);
        let proper = owner.contains(' ') && capitalized(&owner) == owner && !is_office(&owner);
        (proper && !own).then_some(owner)
    }

    /// "Nhà máy thủy điện Hố Hô sản xuất 42 triệu kWh", "Vịnh Hạ Long đón 2,3 triệu lượt khách": an institution or a
    /// site with a name of its own.
    fn named_owner(&self, found: &BeforeFigure) -> Option<String> {
        const LONGEST: usize = 8;
        let sentence = self.sentence;
        let words = found.words.clone();
        let verb = words.clone().find(|at| {
            matches!(sentence.phrase(*at), Some(Phrase::Verb | Phrase::Have | Phrase::Adverb))
        })?;
        let owner = sentence.text(words.start..verb);
        let lower = owner.lower_case();
        let kind = OWNERS
            .iter()
            .any(|kind| lower.strip_prefix(kind).is_some_and(|rest| rest.starts_with(' ')));
        let count = owner.split(' ').count();
        let service = SERVICES.iter().any(|kind| lower.starts_with(kind));
        // "Bệnh viện Đa khoa tỉnh": the capital is behind the kind.
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let last = owner.split(' ').next_back();
        let named = service
            || last.is_some_and(|last| capitalized(last) == last)
            || kind && owner.split(' ').skip(1).any(capital);
        let whole =
            self.state.document.place.as_ref().is_some_and(|place| owner.ends_with(&**place));
        let site = count > 1
            && capitalized(&owner) == owner
            && !is_office(&owner)
            && !place::is_known(&owner)
            && behind_kind(&owner).is_none()
            && !ACTORS.iter().any(|actor| lower.starts_with(actor));
        let commas = words.clone().any(|at| sentence.is_mark(at, ",;:()"));
        (named && (kind || service || site && !whole) && !commas && count <= LONGEST)
            .then_some(owner)
    }

    /// The place with which the sentence begins.
    fn own_place(&self) -> Option<String> {
        self.state.paragraph.places.at(self.state.sentence.offset)
    }
}

/// "Các bảo tàng, di tích trên địa bàn đón 356.200 lượt khách": institutions of some kinds together.
fn several_owners(sentence: &Sentence<'_>, found: &BeforeFigure) -> Option<String> {
    const LONGEST: usize = 8;
    let words = found.words.clone();
    let verb = words.clone().find(|at| sentence.phrase(*at) == Some(Phrase::Verb))?;
    let plain = |at: &usize| {
        sentence.items[*at].what == What::Word
            || sentence.phrase(*at) == Some(Phrase::Word)
            || sentence.is_mark(*at, ",")
    };
    let several = |at: &usize| matches!(sentence.key(*at), "các" | "những");
    let before = (0..words.start).rev().take(LONGEST).take_while(plain).find(several);
    let start = if several(&words.start) { words.start } else { before? };
    let where_they_are = |at: &usize| {
        matches!(sentence.phrase(*at), Some(Phrase::Place | Phrase::Prep | Phrase::Adverb))
            || sentence.key(*at) == "trên"
    };
    let end = (start..verb).find(where_they_are).unwrap_or(verb);
    let kinds = sentence.lower_text(start + 1..end);
    let institution = OWNERS.iter().any(|kind| kinds.starts_with(kind));
    // "Các đơn vị thu hồi 21 tỷ đồng": whose they are is not said.
    (institution && !BARE_ACTORS.contains(&kinds)).then(|| sentence.text(start..end))
}

/// "nâng tổng số phương tiện lên 81.640 xe ô tô và 1.026.700 xe mô tô": what is behind the figure says of which kind.
pub(super) fn counts_kind(sentence: &Sentence<'_>, gap: &Gap) -> bool {
    let counted = quantity_behind(sentence, gap).is_some_and(Quantity::is_count);
    let word = |at: usize| sentence.items.get(at).is_some_and(|item| item.what == What::Word);
    gap.role == Some(Phrase::To) && counted && word(gap.all.end + 1)
}

/// Whether an English name ends with a verb whose object is behind the figure: "Work started on 86 affordable homes",
/// "Planning officers decided 92% of major applications".
pub(super) fn is_cut_before_object(sentence: &Sentence<'_>, name: &str, gap: &Gap) -> bool {
    let lower = name.lower_case();
    let done = name.is_ascii() && lower.ends_with("ed") && lower.contains(' ');
    let Some(quantity) = quantity_behind(sentence, gap).filter(|_| done) else { return false };
    let noun = quantity.noun.map(|noun| join(&sentence.tokens, noun, quantity.to).lower_case());
    let head = noun.as_deref().and_then(|noun| noun.rsplit(' ').next());
    let other = head.is_some_and(|head| !lower.split(' ').any(|word| word == head));
    let share = quantity.is_percent() && sentence.key(gap.all.end + 1) == "of";
    share || other && gap.role.is_none() && quantity.is_count()
}

/// Whether what is counted by a mere classifier is named before the verb: "tàu biển đóng mới 9 chiếc".
pub(super) fn is_made_thing(
    sentence: &Sentence<'_>,
    quantity: &Quantity,
    found: &BeforeFigure,
    behind: &Range<usize>,
) -> bool {
    let noun = quantity.noun.map(|noun| join(&sentence.tokens, noun, quantity.to).lower_case());
    let classified = noun.is_some_and(|noun| CLASSIFIERS.contains(&noun));
    let words = found.words.clone();
    let verb = words.clone().find(|at| sentence.phrase(*at) == Some(Phrase::Verb));
    let lower = sentence.lower_text(words.clone());
    let done = ACTORS.iter().any(|actor| lower.starts_with(actor));
    classified && behind.is_empty() && !done && verb.is_some_and(|verb| verb > words.start + 1)
}
