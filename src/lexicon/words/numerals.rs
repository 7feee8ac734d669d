//! Small numbers as names and queries write them: "3", "III", "ba".

use std::sync::LazyLock;

use super::phrase::is_typed;
use crate::text::syllable::Spelling;
use crate::text::word_form::WordForm;

/// A small number in digits, in Roman numerals and as a word; few names have more.
const WRITTEN: [(&str, &str, &str); 10] = [
    ("1", "i", "một"),
    ("2", "ii", "hai"),
    ("3", "iii", "ba"),
    ("4", "iv", "bốn"),
    ("5", "v", "năm"),
    ("6", "vi", "sáu"),
    ("7", "vii", "bảy"),
    ("8", "viii", "tám"),
    ("9", "ix", "chín"),
    ("10", "x", "mười"),
];

/// The spellings of a number.
struct Numeral {
    /// In digits, in Roman numerals, as a word.
    forms: [WordForm; 3],
    /// For each of them: how names write the number otherwise.
    others: [Vec<WordForm>; 3],
}

static ALL: LazyLock<Vec<Numeral>> = LazyLock::new(|| {
    let form = |written: &str| WordForm::new(&Spelling::of(written));
    let read = |(digits, roman, word): &(&str, &str, &str)| {
        // In a name "năm" is a year, and "một" rarely a number.
        let words: Vec<_> = Some(*word).filter(|word| *word != "năm").into_iter().collect();
        let others = [
            [vec![*roman], words.clone()].concat(),
            [vec![*digits], words].concat(),
            vec![*digits, *roman],
        ];
        Numeral {
            forms: [form(digits), form(roman), form(word)],
            others: others.map(|others| others.into_iter().map(form).collect()),
        }
    };
    WRITTEN.iter().map(read).collect()
});

/// Returns the other spellings of a typed number; none if the word is no number.
pub(crate) fn other_spellings(typed: &WordForm) -> &'static [WordForm] {
    let spelt = |(form, others): (&WordForm, &'static Vec<WordForm>)| {
        is_typed(typed, form).then_some(others.as_slice())
    };
    let mut all = ALL.iter().flat_map(|number| number.forms.iter().zip(&number.others));
    all.find_map(spelt).unwrap_or_default()
}

/// Reads a number of several words at the start of a text: its number of words and its digits.
pub(crate) fn read(words: &[&WordForm]) -> Option<(usize, String)> {
    let digit = |at: usize| {
        let word = words.get(at)?;
        let is = |(_, word_form): &(usize, &WordForm)| is_typed(word, word_form);
        let plain = (1_usize..).zip(ALL.iter().map(|number| &number.forms[2])).take(9);
        let special = LazyLock::force(&AFTER_TENS).iter().map(|(digit, form)| (*digit, form));
        plain.chain(special).find(is).map(|(digit, _)| digit)
    };
    let is = |at: usize, form: &WordForm| words.get(at).is_some_and(|word| is_typed(word, form));
    let ten = &ALL[9].forms[2];
    if is(0, ten) {
        return Some((2, format!("1{}", digit(1)?)));
    }
    let tens = digit(0).filter(|_| is(1, &TENS))?;
    Some(digit(2).map_or((2, format!("{tens}0")), |units| (3, format!("{tens}{units}"))))
}

/// The word for tens: "hai mươi".
static TENS: LazyLock<WordForm> = LazyLock::new(|| WordForm::new(&Spelling::of("mươi")));

/// Digits that are called otherwise behind tens: "mười lăm", "hai mươi mốt".
static AFTER_TENS: LazyLock<Vec<(usize, WordForm)>> = LazyLock::new(|| {
    let words = [(1, "mốt"), (4, "tư"), (5, "lăm"), (5, "nhăm")];
    words.map(|(digit, word)| (digit, WordForm::new(&Spelling::of(word)))).into()
});

#[cfg(test)]
mod tests {
    use super::*;

    fn form(word: &str) -> WordForm {
        WordForm::new(&Spelling::of(word))
    }

    #[test]
    fn a_number_has_other_spellings() {
        let others = |word: &str| {
            let others = other_spellings(&form(word)).iter().map(WordForm::folded);
            others.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(others("bốn"), "4 iv");
        assert_eq!(others("tam"), "8 viii");
        assert_eq!(others("VII"), "7 bay");
        assert_eq!(others("5"), "v");
        assert_eq!(others("nằm") + &others("ba2") + &others("tạm"), "");
    }

    #[test]
    fn reads_numbers_of_several_words() {
        let number = |text: &str| {
            let forms: Vec<_> = text.split(' ').map(form).collect();
            read(&forms.iter().collect::<Vec<_>>())
        };
        assert_eq!(number("mười bảy tiêu chí"), Some((2, "17".to_owned())));
        assert_eq!(number("hai muoi lam xa"), Some((3, "25".to_owned())));
        assert_eq!(number("ba mươi xã"), Some((2, "30".to_owned())));
        assert_eq!(number("muối một vụ"), None);
        assert_eq!(number("ba xã"), None);
        assert_eq!(number("mười"), None);
    }
}
