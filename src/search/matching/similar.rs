//! Rules that decide whether a partial or misspelt match is similar enough to be a hit.

use super::align::{Alignment, WordHit};
use super::word_match;
use super::word_match::WordMatch;
use crate::search::Tier;
use crate::search::index::vocabulary::WordId;
use crate::search::query::Typed;
use crate::text::syllable::{Tone, is_syllable};

impl Alignment<'_> {
    /// Takes back the matches that only their neighbours can make certain: another spelling of a number, and a word of
    /// three letters with a letter missing.
    pub(crate) fn drop_doubtful(&mut self) {
        if !self
            .found
            .iter()
            .any(|found| self.is_number(found) || self.is_match_of_short_typo(found))
        {
            return;
        }
        let numbers =
            self.found.iter().filter(|found| self.is_number(found) && !self.has_neighbour(found));
        let is_sure = |found: &WordHit| found.word_match == WordMatch::Equal;
        let is_short = |found: &&WordHit| self.is_match_of_short_typo(found);
        let (short, others): (Vec<&WordHit>, Vec<&WordHit>) = self.found.iter().partition(is_short);
        let are_all_sure = short.len() == 1
            && others.iter().all(|found| is_sure(found))
            && (others.iter().any(|found| self.query.words[found.typed].as_typed().length() > 2)
                || self.is_all_of_the_name())
            && self.missing.iter().all(|typed| self.query.is_filler(*typed))
            && self.is_run();
        let short = short.into_iter().filter(|_| !are_all_sure);
        let dropped: Vec<usize> = numbers.chain(short).map(|found| found.typed).collect();
        for found in self.found.iter().filter(|found| dropped.contains(&found.typed)) {
            self.free[found.first..found.first + found.count].fill(true);
        }
        self.found.retain(|found| !dropped.contains(&found.typed));
        self.missing.extend(dropped);
    }

    /// Whether several words matched, and the name has no other ones.
    fn is_all_of_the_name(&self) -> bool {
        self.found.len() > 1 && self.free.iter().all(|free| !free)
    }

    /// Whether a word matches only if a letter is missing in a typed word of three letters.
    fn is_match_of_short_typo(&self, found: &WordHit) -> bool {
        let word = self.index.vocabulary.word(self.name[found.first]);
        found.word_match == WordMatch::Typo
            && word_match::has_short_typo(&self.query.words[found.typed], &word.word_form)
    }

    /// Whether the word typed before or after a word is next to it in the name.
    fn has_neighbour(&self, found: &WordHit) -> bool {
        self.found.iter().any(|other| {
            (other.typed + 1 == found.typed && other.first + other.count == found.first)
                || (found.typed + 1 == other.typed && found.first + found.count == other.first)
        })
    }

    /// Whether a typed syllable is only the end of another one, and the matched words are apart:
    /// "ly hon" is not "nông thôn … xử lý".
    pub(crate) fn are_ends_of_syllables_apart(&self) -> bool {
        let is_end = |found: &WordHit| {
            let word = &self.index.vocabulary.word(self.name[found.first]).word_form;
            found.word_match == WordMatch::Inside
                && word_match::are_syllables(self.query.words[found.typed].as_typed(), word)
        };
        self.found.iter().any(is_end) && !self.is_run()
    }

    /// Whether nothing matched but the initials of two words inside the name: "ok" is not "nhà ở kiên cố".
    pub(crate) fn are_two_initials_inside(&self) -> bool {
        let is_inside = |found: &WordHit| {
            found.word_match == WordMatch::Initials && found.count == 2 && found.first > 0
        };
        self.found.iter().all(is_inside)
    }

    /// Whether the typos make the match doubtful: several words, or one of a short query, match
    /// only with typos and far from the other matches; or half of a short query does and the words
    /// are not adjacent; or all of a short query does and each typed word is a syllable by itself.
    pub(crate) fn are_typos_far_apart(&self) -> bool {
        let has_typo = |found: &&WordHit| found.word_match >= WordMatch::Subsequence;
        let typos = || self.found.iter().filter(has_typo);
        let is_near = |typo: &WordHit| {
            let others = self.found.iter().filter(|other| other.typed != typo.typed);
            let distance = |other: &WordHit| {
                let (first, second) =
                    if other.first < typo.first { (other, typo) } else { (typo, other) };
                second.first - (first.first + first.count - 1)
            };
            others.map(distance).any(|distance| distance <= NEAR)
        };
        let (count, all, short) = (typos().count(), self.found.len(), self.is_short_query());
        let are_half_apart = || 2 * count >= all && !self.are_typos_in_a_run();
        count > 0
            && all > 1
            && ((short && (self.are_other_syllables() || are_half_apart()))
                || ((short || count > 1) && !typos().all(is_near)))
    }

    /// Whether the name begins with the query but for one typo: words of small talk mean a name then ("chi an minh").
    pub(crate) fn is_start_with_one_typo(&self) -> bool {
        let is_typo = |found: &&WordHit| found.word_match >= WordMatch::Subsequence;
        let is_sure =
            |found: &WordHit| found.word_match == WordMatch::Equal && !self.is_contradicted(found);
        self.missing.is_empty()
            && self.in_context.is_empty()
            && self.found.len() >= FEW
            && self.found.iter().filter(is_typo).count() == 1
            && self.found.iter().all(|found| is_typo(&found) || is_sure(found))
            && self.runs_from(0)
    }

    /// Whether every matched word has a typo although it was typed as a valid syllable.
    fn are_other_syllables(&self) -> bool {
        self.found.iter().all(|found| {
            found.word_match == WordMatch::Typo
                && is_syllable(self.query.words[found.typed].as_typed().folded())
        })
    }

    /// Whether the matched words are adjacent, and whole except for typos and the last one.
    fn are_typos_in_a_run(&self) -> bool {
        let last = self.query.words.len() - 1;
        // "Temp" is the beginning of "temporary": a word cut to some letters, that is no syllable, was cut on purpose.
        let is_cut = |found: &WordHit| {
            let typed = self.query.words[found.typed].as_typed();
            found.word_match == WordMatch::Beginning
                && typed.length() >= LEAST_OF_CUT
                && !is_syllable(typed.folded())
        };
        let is_whole = |found: &WordHit| {
            found.word_match <= WordMatch::Phrase
                || found.word_match >= WordMatch::Subsequence
                || is_cut(found)
        };
        self.is_run() && self.found.iter().all(|found| is_whole(found) || found.typed == last)
    }

    /// Whether the name matches only with typos and the rest is in the unit or the section.
    pub(crate) fn are_typos_in_context(&self) -> bool {
        !self.in_context.is_empty()
            && self.found.iter().all(|found| found.word_match >= WordMatch::Phonetic)
    }

    /// Whether too little of a short query with a missing word was found. Of up to three words the
    /// others must all match whole and be adjacent; of four, some may have typos if the whole ones
    /// are adjacent, or three must be whole and in order. A matched abbreviation is enough, since
    /// it means several words.
    pub(crate) fn is_little_of_a_short_query(&self) -> bool {
        let sure = self.found.iter().filter(|found| found.word_match <= WordMatch::Phrase).count();
        let is_run = || self.is_run() || self.is_run_but_for_short_words();
        let is_enough = match self.meant() {
            0..=FEW => sure > 1 && sure == self.found.len() && is_run(),
            SOME => (sure > 1 && is_run()) || (sure >= FEW && self.is_in_order()),
            _ => true,
        };
        !is_enough && !self.has_phrase() && !self.is_nearly_one_word()
    }

    /// Whether the query has all words of the name side by side, as typed, and other words around
    /// them: "nhờ anh gửi tổng đàn trâu sữa giùm em".
    pub(crate) fn is_whole_name_among_others(&self) -> bool {
        let mut typed: Vec<usize> = self.found.iter().map(|found| found.typed).collect();
        typed.sort_unstable();
        let letters = typed.iter().map(|typed| self.query.words[*typed].as_typed().length()).sum();
        let is_sure =
            |found: &WordHit| found.word_match == WordMatch::Equal && !self.is_contradicted(found);
        typed.len() > 1
            && typed.windows(2).all(|pair| pair[1] == pair[0] + 1)
            && self.runs_from(0)
            && self.free.iter().all(|free| !free)
            && self.found.iter().all(is_sure)
            && self.query.is_a_share(letters)
    }

    /// Whether the matched words are adjacent except for missing words that the name has with one
    /// typo between them.
    fn is_run_but_for_short_words(&self) -> bool {
        let mut by_typed: Vec<&WordHit> = self.found.iter().collect();
        by_typed.sort_by_key(|found| found.typed);
        by_typed.is_sorted_by(|a, b| {
            let (end, missing) = (a.first + a.count, a.typed + 1..b.typed);
            let is_similar = |(typed, word): (usize, &WordId)| {
                let word = &self.index.vocabulary.word(*word).word_form;
                self.query.words[typed].as_typed().is_one_typo_from(word)
            };
            let between = self.name.get(end..b.first);
            between.is_some_and(|between| {
                between.is_empty()
                    || (between.len() == missing.len() && missing.zip(between).all(is_similar))
            })
        })
    }

    /// Whether nearly all of the query is a long word that matched whole: "hộ nghèo" where the name
    /// has only "giảm nghèo".
    fn is_nearly_one_word(&self) -> bool {
        self.found.iter().any(|found| {
            let length = self.query.words[found.typed].as_typed().length();
            found.word_match == WordMatch::Equal
                && length >= LONG
                && self.query.is_nearly_all(length)
        })
    }

    /// Whether an abbreviation or an English word matched: it means several words.
    fn has_phrase(&self) -> bool {
        self.found.iter().any(|found| found.word_match == WordMatch::Phrase)
    }

    /// Returns the number of words of the query, without filler words and single characters.
    fn meant(&self) -> usize {
        let is_meant = |typed: &&Typed| !typed.filler && typed.as_typed().length() > 1;
        self.query.words.iter().filter(is_meant).count()
    }

    /// Whether the query has few words, without filler words.
    fn is_short_query(&self) -> bool {
        self.meant() <= FEW
    }

    /// Whether a small-talk query matched words with other accents.
    pub(crate) fn is_talk_with_other_accents(&self) -> bool {
        let others = self.found.iter().filter(|found| self.is_contradicted(found)).count();
        others > 0
            && match self.query.worst {
                Tier::Partial => false,
                // Its words are of small talk and of names: "lâm phát".
                Tier::Respaced | Tier::Typos => 2 * others > self.found.len() || !self.is_run(),
                _ => true,
            }
    }

    /// Whether half of the matched words of a short query, without filler words, have other accents
    /// than typed and they are not adjacent, or all of them in a query with words that the name lacks.
    pub(crate) fn is_other_words(&self) -> bool {
        let meant = || self.found.iter().filter(|found| !self.query.is_filler(found.typed));
        let others = meant().filter(|found| self.is_contradicted(found)).count();
        let half_are = 2 * others >= meant().count() && self.is_short_query() && !self.is_run();
        let all_are = others == meant().count() && !self.missing.is_empty();
        others > 0 && (half_are || all_are)
    }

    /// Whether only one word is meant, and the matched word has other accents than typed: "quỹ" is no "quy". An accent
    /// may still be added to a word that has none.
    pub(crate) fn is_one_other_word(&self) -> bool {
        let is_other = |found: &WordHit| {
            let typed = self.query.words[found.typed].as_typed();
            let word = &self.index.vocabulary.word(self.name[found.first]).word_form;
            // A tone is typed behind the marks of its vowel: "lũ" is no "lữ".
            let is_finished = typed.marked() != typed.folded() || typed.tone != Tone::Level;
            let is_marked = is_finished && letters(typed.marked()) != letters(word.marked());
            let is_toned = typed.tone != Tone::Level && typed.tone != word.tone;
            self.is_contradicted(found) && (is_toned || is_marked)
        };
        let mut meant = (0..self.query.words.len()).filter(|typed| !self.query.is_filler(*typed));
        let only = meant.next().filter(|_| meant.next().is_none());
        only.is_some_and(|only| {
            self.found.iter().any(|found| found.typed == only && is_other(found))
        })
    }

    /// Whether several words, and half of those that are meant, have other accents than typed: "hạnh phúc" is not "hành
    /// … phục".
    pub(crate) fn are_several_other_words(&self) -> bool {
        let meant = || self.found.iter().filter(|found| !self.query.is_filler(found.typed));
        let others = meant().filter(|found| self.is_contradicted(found)).count();
        others > 1 && 2 * others >= meant().count()
    }

    /// Whether a query of several syllables of one or two letters matches only as the beginning of a longer word:
    /// "so do" is hardly "Số đơn". One letter is surely unfinished.
    pub(crate) fn are_short_words_begun(&self) -> bool {
        let words = &self.query.words;
        let is_short = |typed: &Typed| {
            let typed = typed.as_typed();
            typed.length() < 3 && is_syllable(typed.folded())
        };
        // Several words in the order of the name do not match by chance, and accents do not either.
        let is_meant = (words.len() > 2
            || words.iter().all(|typed| typed.as_typed().has_accents()))
            && self.missing.is_empty()
            && self.is_run();
        words.len() > 1
            && !is_meant
            && words.iter().all(is_short)
            && words.last().is_some_and(|last| last.as_typed().length() == 2)
            && self.found.iter().any(|found| found.word_match == WordMatch::Beginning)
    }

    /// Whether the name begins with all that was typed, of which the last word may be unfinished.
    pub(crate) fn is_start_of_name(&self) -> bool {
        self.missing.is_empty() && self.only_last_is_begun() && self.runs_from(0)
    }

    /// Whether a word was typed with another tone than the longer word that it begins: "hóa" is no beginning of "hoạt".
    pub(crate) fn is_begun_otherwise(&self) -> bool {
        let is_other = |found: &WordHit| {
            let typed = self.query.words[found.typed].as_typed();
            let is_begun = found.word_match == WordMatch::Beginning && found.count == 1;
            let word = &self.index.vocabulary.word(self.name[found.first]).word_form;
            is_begun && typed.tone != Tone::Level && typed.tone != word.tone
        };
        self.found.len() > 1 && self.found.iter().any(is_other)
    }

    /// Whether the matched words are in the order typed.
    fn is_in_order(&self) -> bool {
        let mut by_typed: Vec<&WordHit> = self.found.iter().collect();
        by_typed.sort_by_key(|found| found.typed);
        by_typed.is_sorted_by_key(|found| found.first)
    }

    /// Whether most of the query matched (nearly all of it if the order differs) with the typed
    /// accents, and at least half of that as whole words.
    pub(crate) fn is_partial(&self) -> bool {
        let (mut found, mut sure, mut longest) = (0, 0, 0);
        for place in &self.found {
            let typed = &self.query.words[place.typed];
            let length = typed.as_typed().length();
            let is_sure = place.word_match <= WordMatch::Phrase;
            // The keys of an input method may be one letter too many ("luoong").
            let is_other = self.is_contradicted(place) && typed.as_typed().has_accents();
            let is_half = self.query.is_half_of_pair(place.typed, &self.missing);
            if typed.filler
                || is_other
                || is_half
                || !(is_sure || place.word_match >= WordMatch::Phonetic)
            {
                continue;
            }
            found += length;
            if is_sure {
                sure += length;
                longest = longest.max(length);
            }
        }
        let is_most = self.is_in_order() || self.has_phrase() || self.query.is_nearly_all(found);
        self.query.is_partial(found) && is_most && 2 * sure >= found && longest > 2
    }
}

/// Returns marked letters without horns in "ươ", which are often typed on one of both vowels only.
fn letters(marked: &str) -> String {
    let plain = marked.replace(HORN, "");
    if plain.contains("uo") { plain } else { marked.to_owned() }
}

/// The mark of "ơ" and "ư".
const HORN: char = '\u{31b}';

/// The most words of a short query.
const FEW: usize = 3;

/// The least length of a word that is meaningful by itself.
const LONG: usize = 5;

/// The least length of a beginning that a typo may be next to.
const LEAST_OF_CUT: usize = 4;

/// The number of words from which some may have typos while another one is missing.
const SOME: usize = FEW + 1;

/// The most words between a typo and another match.
const NEAR: usize = 2;
