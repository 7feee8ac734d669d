//! Vietnamese letters without their marks, so that what is typed without accents finds what was
//! published with them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Drops marks and case: `Tỷ lệ hộ nghèo` becomes `ty le ho ngheo`, in NFC as in NFD. đ and its
/// look-alikes (Ð U+00D0, Ɖ U+0189) become d.
///
/// ```
/// use chitieu::text::fold::fold;
/// assert_eq!(fold("Điện ĐIỆN Ðiện"), "dien dien dien");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(plain).collect()
}

/// Lower case in NFC: what is left to tell apart once case and encoding no longer matter.
///
/// ```
/// use chitieu::text::fold::accented;
/// assert_eq!(accented("HO\u{302}\u{323}"), "hộ");
/// ```
#[must_use]
pub fn accented(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).nfc().collect()
}

fn plain(c: char) -> char {
    match c {
        'đ' | 'ð' | 'ɖ' => 'd',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// All lower-case Vietnamese letters with a mark.
    const LETTERS: &str = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

    #[test]
    fn every_vietnamese_letter_loses_its_marks() {
        for letter in LETTERS.chars() {
            for text in [letter.to_string(), letter.to_uppercase().to_string()] {
                let folded = fold(&text);
                assert!(folded.len() == 1 && folded.is_ascii(), "{text} folds to {folded}");
                assert_eq!(fold(&text.nfd().collect::<String>()), folded);
            }
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn the_encoding_does_not_matter(text in "[a-zà-ỹđĐ ]*") {
            let (nfc, nfd) = (text.nfc().collect::<String>(), text.nfd().collect::<String>());
            prop_assert_eq!(fold(&nfc), fold(&nfd));
            prop_assert_eq!(accented(&nfc), accented(&nfd));
        }
    }
}
