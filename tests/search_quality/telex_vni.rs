//! Telex and VNI: the keys of any syllable are decoded to that syllable.

use chitieu::model::{Collection, Dataset};
use chitieu::search::Index;
use chitieu::text::syllable::{Spelling, is_syllable};
use chitieu::text::typing::{telex, vni};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

const INITIALS: &str = "b c ch d đ g gh h k kh l m n ng ngh nh p ph qu r s t th tr v x";
const NUCLEI: &str = "a ă â e ê i o ô ơ u ư y ai ao au âu ay ây eo êu ia iê yê iu oa oă oe oi ôi ơi ua uâ \
    uê ui uô uy ưa ươ ưi ưu iêu yêu oai oay uôi uây ươi ươu uya uyê";
const FINALS: &str = "c ch m n ng nh p t";

/// A syllable, split into initial, nucleus, final and tone.
#[derive(Debug, Clone)]
struct Syllable {
    initial: String,
    nucleus: String,
    last: String,
    /// 0 for none, then sắc, huyền, hỏi, ngã, nặng, as VNI numbers them.
    tone: usize,
}

/// The position of the keys for marks and tone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Marks after their letters, the tone at the end.
    Usual,
    /// Marks after their letters, the tone after the vowels.
    ToneInside,
    /// Marks and tone at the end.
    AllAtEnd,
}

fn syllable() -> impl Strategy<Value = Syllable> {
    let one_of =
        |list: &'static str| prop::sample::select(list.split_whitespace().collect::<Vec<_>>());
    let (initial, last) = (prop::option::of(one_of(INITIALS)), prop::option::of(one_of(FINALS)));
    (initial, one_of(NUCLEI), last, 0..6usize)
        .prop_map(|(initial, nucleus, last, tone)| Syllable {
            initial: initial.unwrap_or_default().to_owned(),
            nucleus: nucleus.to_owned(),
            last: last.unwrap_or_default().to_owned(),
            tone,
        })
        // qu contains the u of the nucleus; few vowels follow it.
        .prop_filter("no such syllable", |s| {
            s.initial != "qu"
                || matches!(
                    s.nucleus.as_str(),
                    "a" | "ă" | "â" | "e" | "ê" | "i" | "y" | "ay" | "ây"
                )
        })
        .prop_filter("not Vietnamese", |s| is_syllable(&Spelling::of(&s.written()).folded))
}

fn style() -> impl Strategy<Value = Style> {
    prop::sample::select(vec![Style::Usual, Style::ToneInside, Style::AllAtEnd])
}

impl Syllable {
    fn written(&self) -> String {
        let tones = ["", "\u{301}", "\u{300}", "\u{309}", "\u{303}", "\u{323}"];
        let mut nucleus = self.nucleus.clone();
        // The position of the tone in the nucleus makes no difference.
        nucleus.push_str(tones[self.tone]);
        format!("{}{nucleus}{}", self.initial, self.last).nfc().collect()
    }

    /// The keys of the syllable; `mark` returns the letter and key of a marked letter, `tone` is the key of
    /// the tone.
    fn keys(&self, style: Style, mark: fn(char) -> Option<(char, char)>, tone: &str) -> String {
        let (mut keys, mut late) = (String::new(), String::new());
        let mut spell = |text: &str, keys: &mut String| {
            for c in text.chars() {
                match mark(c) {
                    Some((letter, key)) => {
                        keys.push(letter);
                        let to = if style == Style::AllAtEnd { &mut late } else { &mut *keys };
                        to.push(key);
                    }
                    None => keys.push(c),
                }
            }
        };
        spell(&self.initial, &mut keys);
        spell(&self.nucleus, &mut keys);
        if style == Style::ToneInside {
            keys.push_str(tone);
        }
        spell(&self.last, &mut keys);
        keys.push_str(&late);
        if style != Style::ToneInside {
            keys.push_str(tone);
        }
        keys
    }

    fn telex(&self, style: Style) -> String {
        let mark = |c| match c {
            'ă' => Some(('a', 'w')),
            'â' => Some(('a', 'a')),
            'ê' => Some(('e', 'e')),
            'ô' => Some(('o', 'o')),
            'ơ' => Some(('o', 'w')),
            'ư' => Some(('u', 'w')),
            'đ' => Some(('d', 'd')),
            _ => None,
        };
        let keys = self.keys(style, mark, ["", "s", "f", "r", "x", "j"][self.tone]);
        // One w marks both letters of ươ.
        if style == Style::AllAtEnd { keys.replacen("ww", "w", 1) } else { keys }
    }

    fn vni(&self, style: Style) -> String {
        let mark = |c| match c {
            'ă' => Some(('a', '8')),
            'â' => Some(('a', '6')),
            'ê' => Some(('e', '6')),
            'ô' => Some(('o', '6')),
            'ơ' => Some(('o', '7')),
            'ư' => Some(('u', '7')),
            'đ' => Some(('d', '9')),
            _ => None,
        };
        let keys = self.keys(style, mark, ["", "1", "2", "3", "4", "5"][self.tone]);
        if style == Style::AllAtEnd { keys.replacen("77", "7", 1) } else { keys }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn telex_keys_decode_to_the_syllable(syllable in syllable(), style in style(), capitals: bool) {
        let (keys, written) = (syllable.telex(style), syllable.written());
        let typed = if capitals { keys.to_uppercase() } else { keys.clone() };
        match telex::decode(&typed) {
            Some(read) => prop_assert_eq!(read, Spelling::of(&written), "{} for {}", keys, written),
            None => prop_assert_eq!(keys, written, "nothing to decode"),
        }
    }

    #[test]
    fn vni_keys_decode_to_the_syllable(syllable in syllable(), style in style(), capitals: bool) {
        let (keys, written) = (syllable.vni(style), syllable.written());
        let typed = if capitals { keys.to_uppercase() } else { keys.clone() };
        match vni::decode(&typed) {
            Some(read) => prop_assert_eq!(read, Spelling::of(&written), "{} for {}", keys, written),
            None => prop_assert_eq!(keys, written, "nothing to decode"),
        }
    }

    #[test]
    fn any_text_is_decoded_without_a_panic(text in any::<String>()) {
        let _ = (telex::decode(&text), vni::decode(&text), Spelling::of(&text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn nfc_and_nfd_give_the_same_hits(
        names in prop::collection::vec(prop::collection::vec(syllable(), 1..5), 1..12),
        query in prop::collection::vec(syllable(), 1..3),
        odd in "[a-zà-ỹ0-9 -]{0,6}",
    ) {
        let text = |words: &[Syllable]| {
            words.iter().map(Syllable::written).collect::<Vec<_>>().join(" ")
        };
        let query = format!("{} {odd}", text(&query));
        let search = |decompose: bool, query: &str| {
            let names: Vec<String> = names
                .iter()
                .map(|words| if decompose { text(words).nfd().collect() } else { text(words) })
                .collect();
            let dataset = Dataset::of_names("names", names.iter().map(String::as_str));
            let collection = Collection::new(vec![dataset]);
            let index = Index::new(&collection);
            let hits = index.search(&collection, query, 10);
            hits.iter()
                .map(|hit| {
                    let name = &names[hit.index];
                    let matched = hit.places.iter().map(|place| name[place.clone()].nfc().collect());
                    (hit.index, hit.score, matched.collect::<Vec<String>>())
                })
                .collect::<Vec<_>>()
        };
        let (nfc, nfd): (String, String) = (query.nfc().collect(), query.nfd().collect());
        let found = search(false, &nfc);
        prop_assert_eq!(&search(false, &nfd), &found);
        prop_assert_eq!(&search(true, &nfc), &found);
    }
}
