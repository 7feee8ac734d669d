//! The period of a target, where that is a later one than its figure's.

use crate::dataset::prose::phrases::period_mentions::period_of;
use crate::dataset::prose::phrases::period_words::period_in;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::ANNUAL_TARGETS;
use crate::model::Period;

/// The period of a target that is to be reached later than its figure: "(mục tiêu đến năm 2025: 80%)" behind that of
/// 2023, "against a year-end target of 13.5%" in the middle of a year.
pub(super) fn period_of_target(reader: &SentenceReader<'_, '_>, gap: &Gap) -> Option<Period> {
    let sentence = reader.sentence;
    let row = reader.row.and_then(|row| reader.state.rows.get(row))?;
    let own = row.period.as_deref().and_then(period_of).or(reader.state.document.period);
    let planned = gap
        .all
        .clone()
        .find(|at| matches!(sentence.phrase(*at), Some(Phrase::Plan | Phrase::Target)))?;
    let words = sentence.lower_text(planned..gap.all.end);
    let named = period_in(sentence, planned..gap.all.end);
    let named = named.and_then(|words| period_of(&sentence.text(words)));
    let named = named.or_else(|| words.split(' ').find_map(year_of_target));
    let year = named.and_then(Period::last_year);
    let later =
        year.is_some_and(|year| own.and_then(Period::last_year).is_none_or(|own| own < year));
    if later {
        return named;
    }
    let of_year = ANNUAL_TARGETS.iter().any(|target| words.contains(target));
    let part = own.is_some_and(Period::is_part_of_year);
    let year = own.and_then(Period::first_year);
    (of_year && part).then(|| year.map_or_else(Period::any_year, Period::year))
}

/// "đến 2025" names a year without the word for one.
fn year_of_target(word: &str) -> Option<Period> {
    let year = word.trim_matches(|c: char| !c.is_ascii_digit());
    let known = (year.len() == 4).then(|| year.parse::<u16>().ok()).flatten();
    known.filter(|year| (1900..2100).contains(year)).map(Period::year)
}
