//! The other readings of a query: translated, with abbreviations instead of phrases, without the value behind a name.

use std::sync::Arc;

use super::translation;
use super::{Method, Placement, Query, Typed, text_of};
use crate::lexicon::phrase::is_typed;
use crate::lexicon::{
    abbreviations, joint_words, numerals, query_words, report_line, said_measures, said_units,
    synonyms,
};
use crate::search::Tier;
use crate::search::index::Index;
use crate::search::index::context::Context;
use crate::search::index::vocabulary::Vocabulary;
use crate::search::tokenize::{is_rate, words_and_rates, words_or_signs};
use crate::text::fold::fold;
use crate::text::syllable::is_syllable;
use crate::text::word_form::WordForm;

/// Returns the readings of a typed text, as typed last. In a line of a report only what names its value is read
/// otherwise.
pub(crate) fn readings(text: &str, index: &Index) -> Arc<[Query]> {
    let typed = Query::new(text);
    let worst = typed.worst;
    let line = of_report_line(text);
    let name = line.as_ref().unwrap_or(&typed);
    let translation = translation::of(name, index);
    let is_english = translation.as_ref().is_some_and(|english| english.is_all)
        && index.vocabulary.is_accented();
    let translated = translation.map(|english| english.query);
    let other = translated.or_else(|| name.abbreviated(&index.vocabulary));
    let others = [
        other,
        name.with_synonyms(index),
        name.with_measures(),
        name.without_output(),
        name.with_numbers(),
        name.apart(&index.vocabulary),
        name.without_row_number(index),
        name.of_total(index),
        name.without_links(index),
        name.of_section(index),
        name.with_section_name(index),
        name.with_written_units(),
    ];
    let others = others.into_iter().flatten().chain(line.clone());
    // Small talk is no line of a report either.
    let others = others.map(|query| Query { worst: query.worst.min(worst), ..query });
    let others: Vec<Query> = others.collect();
    others.into_iter().chain([if is_english { typed.as_foreign() } else { typed }]).collect()
}

/// Returns the words that name the value of a line, with the value and its unit next to them.
fn of_report_line(text: &str) -> Option<Query> {
    let line = report_line::read(text)?;
    let verb = words_and_rates(line.verb).into_iter();
    let verb = verb.map(|word| Typed { filler: true, ..Typed::new(word) });
    let words = Query::new(line.name).words.into_iter().chain(verb);
    let unit = words_or_signs(line.unit).map(Typed::behind_name);
    Some(Query::read(words.chain([Typed::behind_name(line.value)]).chain(unit).collect()))
}

impl Query {
    /// Returns the query with each phrase replaced by its abbreviation, if there is any: a known
    /// one, or the initials of the phrase if some name has them in capitals.
    fn abbreviated(&self, vocabulary: &Vocabulary) -> Option<Self> {
        let mut words = self.words.clone();
        for known in abbreviations::all() {
            let phrase = || known.phrase.iter().map(WordForm::folded);
            let is_phrase = |run: &[Typed]| {
                !run.iter().any(|typed| typed.is_behind_name)
                    && run.iter().map(|typed| typed.as_typed().folded()).eq(phrase())
            };
            let at = words.windows(known.phrase.len()).position(is_phrase);
            let short =
                !is_rate(&known.short) && at.is_some() && vocabulary.has_abbreviation(&known.short);
            if let Some(at) = at.filter(|_| short) {
                words.splice(at..at + known.phrase.len(), [Typed::short(&known.short)]);
            }
        }
        // "Công viên" is no "CV".
        let is_pair = |run: &[Typed]| match run {
            [first, second] => joint_words::neighbours(first.as_typed())
                .is_some_and(|neighbours| neighbours.has(None, Some(second.as_typed()))),
            _ => false,
        };
        for length in (2..=8.min(words.len())).rev() {
            let initials = |run: &[Typed]| -> String {
                run.iter().filter_map(|typed| typed.as_typed().folded().chars().next()).collect()
            };
            let capitals = |run: &[Typed]| {
                // "Điện thoại iPhone" is no DTI.
                let syllables =
                    run.iter().filter(|typed| is_syllable(typed.as_typed().folded())).count();
                let in_one_language = syllables == 0 || syllables == run.len();
                in_one_language
                    && !is_pair(run)
                    && !run.iter().any(|typed| typed.is_behind_name)
                    && vocabulary.has_in_capitals(&initials(run))
            };
            if let Some(at) = words.windows(length).position(capitals) {
                let short = Typed::short(&initials(&words[at..at + length]));
                words.splice(at..at + length, [short]);
            }
        }
        (words.len() < self.words.len()).then(|| Self::of(words))
    }

    /// Returns the query with digits split from the word that they touch ("sạn5 sao", "10000"), if
    /// there are any and both parts are words of names.
    fn apart(&self, vocabulary: &Vocabulary) -> Option<Self> {
        let mut words = Vec::with_capacity(self.words.len() + 1);
        for typed in &self.words {
            let parts = split_at_digits(&typed.text).filter(|_| !typed.is_behind_name);
            let are_words =
                |parts: &Vec<&str>| parts.iter().all(|part| vocabulary.has_folded(&fold(part)));
            match parts.filter(are_words) {
                Some(parts) => words.extend(parts.into_iter().map(Typed::new)),
                None => words.push(typed.clone()),
            }
        }
        (words.len() > self.words.len()).then(|| Self::read(words))
    }

    /// Returns the query without the number of a row that was copied with its name: "12 điện thương phẩm", but not "15
    /// tuổi" if a name has that.
    fn without_row_number(&self, index: &Index) -> Option<Self> {
        let (number, name) = self.words.split_first()?;
        let is_number = number.text.len() <= LONGEST_ROW_NUMBER
            && number.text.bytes().all(|byte| byte.is_ascii_digit());
        (is_number
            && name.iter().filter(|typed| !typed.is_behind_name).count() > 1
            && !index.has_pair([number, &name[0]].map(|typed| typed.as_typed().folded())))
        .then(|| Self::of(name.to_vec()))
    }

    /// Returns the query with units as tables write them ("triệu USD") for those that people say
    /// ("triệu đô"), if it has any.
    fn with_written_units(&self) -> Option<Self> {
        let forms: Vec<&WordForm> = self.words.iter().map(Typed::as_typed).collect();
        let (mut words, mut at) = (Vec::with_capacity(forms.len()), 0);
        let mut is_replaced = false;
        while let Some(typed) = self.words.get(at) {
            let said = if typed.is_behind_name { None } else { said_units::read(&forms[at..]) };
            is_replaced |= said.is_some();
            match said {
                Some((_, unit)) => words.extend(unit.split(' ').map(Typed::new)),
                None => words.push(typed.clone()),
            }
            at += said.map_or(1, |(count, _)| count);
        }
        is_replaced.then(|| Self::read(words))
    }

    /// Returns the query with words for which names have other ones ("heo", "lợn"), if it has any.
    fn with_synonyms(&self, index: &Index) -> Option<Self> {
        self.replaced(|forms, typed| {
            let (count, phrases) = synonyms::read(forms)?;
            let phrases = phrases.iter().map(Vec::as_slice).collect();
            let word = Typed::meaning(&text_of(&typed[..count]), phrases, Method::Synonym);
            Some((count, Typed { literal: index.has_typed(&forms[..count]), ..word }))
        })
    }

    /// Returns the query with what names have before an animal or a crop for what people say: "số trâu" for "đàn trâu".
    fn with_measures(&self) -> Option<Self> {
        let query = self.replaced(|forms, typed| {
            let said = said_measures::read(forms)?;
            let named = said.named.iter().map(Vec::as_slice).collect();
            let text = text_of(&typed[..said.count]);
            Some((said.count, Typed::meaning(&text, named, Method::Synonym)))
        })?;
        Some(Self { placement: Placement::Start, ..query })
    }

    /// Returns the query without words that say only that an output is meant: a product may be the name of its output.
    fn without_output(&self) -> Option<Self> {
        let forms: Vec<&WordForm> = self.words.iter().map(Typed::as_typed).collect();
        let (at, count) = (0..forms.len())
            .find_map(|at| Some((at, said_measures::said_of_output(&forms[at..])?)))?;
        let mut words = self.words.clone();
        words.drain(at..at + count);
        let query = Self::of(words);
        let (tier, placement) = (Tier::Beginnings, Placement::Start);
        (query.letters_meant() > 1).then_some(Self { best: tier, worst: tier, placement, ..query })
    }

    /// Returns the query with words around a name that say only that the total, the mean or the number of the place is
    /// meant: a name need not have them.
    fn of_total(&self, index: &Index) -> Option<Self> {
        let forms: Vec<&WordForm> = self.words.iter().map(Typed::as_typed).collect();
        let place = query_words::place_before(&forms, index.places());
        let start = place + query_words::said_before(&forms[place..]);
        let mut end = forms.len();
        let mut is_behind = false;
        while end > start {
            let said = query_words::said_behind(&forms[start..end], index.places());
            if said == 0 && !self.is_filler(end - 1) {
                break;
            }
            is_behind |= said > 0;
            end -= said.max(1);
        }
        if start >= end || (start == 0 && !is_behind) {
            return None;
        }
        let mut words = self.words.clone();
        words[..start].iter_mut().for_each(|typed| typed.filler = true);
        words[end..].iter_mut().for_each(|typed| typed.filler = true);
        let query = Self::of(words);
        let tier = Tier::WithoutFillers;
        Some(Self { best: query.best.max(tier), worst: query.worst.min(tier), ..query })
    }

    /// Returns the query without words that link others ("thu từ thuế", "chi cho y tế"), where no
    /// name has them next to the same word; with synonyms, since these are of linked words too.
    fn without_links(&self, index: &Index) -> Option<Self> {
        let folded = |at: usize| self.words.get(at).map(|typed| typed.as_typed().folded());
        let has = |a: usize, b: usize| {
            let pair = folded(a).zip(folded(b));
            pair.is_some_and(|(a, b)| index.has_pair([a, b]))
        };
        let is_link = |at: &usize| {
            let typed = &self.words[*at];
            !typed.filler
                && !typed.is_behind_name
                && query_words::is_link(typed.as_typed())
                && !has(at - 1, *at)
                && !has(*at, at + 1)
        };
        let links: Vec<usize> = (1..self.words.len().max(2) - 1).filter(is_link).collect();
        if links.is_empty() {
            return None;
        }
        let kept = self.words.iter().enumerate().filter(|(at, _)| !links.contains(at));
        let query = Self::read(kept.map(|(_, typed)| typed.clone()).collect());
        let query = query.with_synonyms(index).unwrap_or(query);
        Some(Self { best: query.best.max(Tier::WithoutFillers), ..query })
    }

    /// Returns the query without a word that says that a section follows, if one does: "lĩnh vực y tế số bác sĩ".
    fn of_section(&self, index: &Index) -> Option<Self> {
        let forms: Vec<&WordForm> = self.words.iter().map(Typed::as_typed).collect();
        let count = query_words::said_before_section(&forms);
        let behind = forms.get(count..).filter(|_| count > 0)?;
        let is_begun = |context: &Context| {
            let [_, section] = context.parts();
            let mut pairs = section.iter().take(LEAST_OF_SECTION).zip(behind);
            !section.is_empty()
                && behind.len() > section.len().min(LEAST_OF_SECTION)
                && pairs.all(|(id, typed)| is_typed(typed, &index.vocabulary.word(*id).word_form))
        };
        index.contexts().any(is_begun).then(|| Self::read(self.words[count..].to_vec()))
    }

    /// Returns the query with numbers of several words in digits, if it has any.
    fn with_numbers(&self) -> Option<Self> {
        self.replaced(|forms, typed| {
            let (count, digits) = numerals::read(forms)?;
            Some((count, Typed { text: text_of(&typed[..count]), ..Typed::new(&digits) }))
        })
    }

    /// Returns the query with words that only match themselves, where names have them in their own language.
    fn as_foreign(&self) -> Self {
        let foreign = |typed: &Typed| {
            let word = Typed::meaning(&typed.text, Vec::new(), Method::English);
            Typed { filler: typed.filler, ..word }
        };
        Self {
            worst: self.worst.min(Tier::Words),
            ..Self::of(self.words.iter().map(foreign).collect())
        }
    }

    /// Returns the query with words replaced: `read` returns how many of the next words it replaces, and by what.
    fn replaced(
        &self,
        read: impl Fn(&[&WordForm], &[Typed]) -> Option<(usize, Typed)>,
    ) -> Option<Self> {
        let forms: Vec<&WordForm> = self.words.iter().map(Typed::as_typed).collect();
        let (mut words, mut at) = (Vec::with_capacity(forms.len()), 0);
        let mut is_replaced = false;
        while let Some(typed) = self.words.get(at) {
            let found =
                if typed.is_behind_name { None } else { read(&forms[at..], &self.words[at..]) };
            is_replaced |= found.is_some();
            let (count, word) = found.unwrap_or_else(|| (1, typed.clone()));
            words.push(word);
            at += count;
        }
        is_replaced.then(|| Self::of(words))
    }
}

/// How many of the first words of a section mean it.
const LEAST_OF_SECTION: usize = 2;

/// The most digits of the number of a row.
const LONGEST_ROW_NUMBER: usize = 3;

/// Splits a number from the words that touch it, in front, behind or both ("ocop3sao"); or a number
/// of five or six digits at its thousands, as names write it (10.000).
fn split_at_digits(word: &str) -> Option<Vec<&str>> {
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if is_number(word) {
        let thousands = word.split_at_checked(word.len().checked_sub(3)?);
        return thousands.filter(|(a, _)| a.len() > 1).map(|(a, b)| vec![a, b]);
    }
    let mut chars: Vec<(usize, char)> = word.char_indices().collect();
    chars.retain({
        let mut before = None;
        move |(_, c)| before.replace(c.is_ascii_digit()) != Some(c.is_ascii_digit())
    });
    let ends = chars.iter().skip(1).map(|(at, _)| *at).chain([word.len()]);
    let parts: Vec<&str> = chars.iter().zip(ends).map(|((at, _), end)| &word[*at..end]).collect();
    let is_word = |part: &str| part.chars().all(char::is_alphabetic) && part.chars().count() > 1;
    let numbers = parts.iter().filter(|part| is_number(part)).count();
    let are_parts = parts.iter().all(|part| is_number(part) || is_word(part));
    (numbers == 1 && (2..=3).contains(&parts.len()) && are_parts).then_some(parts)
}
