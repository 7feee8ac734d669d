//! Legacy encodings of Vietnamese: fonts that draw Latin-1 characters as Vietnamese letters. Without the font
//! such text is unreadable.
//!
//! ```
//! use chitieu::text::legacy_encoding::{Legacy, recognise};
//! let (encoding, convert) = recognise(["Céng hßa x· héi chñ nghÜa ViÖt Nam"]).unwrap();
//! assert_eq!(encoding, Legacy::Tcvn3);
//! assert_eq!(convert("ChØ tiªu kÕ ho¹ch"), "Chỉ tiêu kế hoạch");
//! assert!(recognise(["Chỉ tiêu kế hoạch", "Targets"]).is_none());
//! ```

use std::fmt;

use unicode_normalization::UnicodeNormalization;

/// A legacy encoding that is defined by a font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Legacy {
    /// TCVN3, also called ABC: the fonts .VnTime, .VnArial and others. One character for each letter.
    Tcvn3,
    /// VNI-Windows: the fonts VNI-Times and others. A mark follows its letter.
    VniWindows,
}

impl fmt::Display for Legacy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Tcvn3 => "TCVN3 (.VnTime)",
            Self::VniWindows => "VNI-Windows (VNI-Times)",
        })
    }
}

/// Converts text of a legacy encoding to Unicode.
pub type Convert = fn(&str) -> String;

/// The number of additional common words that a conversion must produce to be accepted.
const ENOUGH: usize = 2;

/// Common syllables, all with marks: nearly every table of indicators contains some of them.
const COMMON: &[&str] = &[
    "chỉ", "tiêu", "kế", "hoạch", "thực", "hiện", "tỷ", "tỉ", "lệ", "đồng", "số", "năm", "của",
    "người", "hộ", "tổng", "sản", "xuất", "phẩm", "nông", "nghiệp", "công", "dịch", "vụ", "xã",
    "hội", "tỉnh", "đơn", "vị", "tính", "đó", "trên", "được", "và", "ngân", "sách", "giá", "trị",
    "vốn", "đầu", "tư", "dân", "trẻ", "lao", "động", "đạt", "chuẩn", "rừng", "diện", "tích", "tấn",
    "triệu", "nghìn", "huyện", "thủy", "lâm", "nhà", "nước", "so", "kỳ", "ước", "nghèo", "tế",
    "việt", "độc", "lập",
];

/// Detects the legacy encoding of a set of texts. Returns it with its conversion, or `None` if the texts are
/// in Unicode or in no known encoding.
#[must_use]
pub fn recognise<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Option<(Legacy, Convert)> {
    const SAMPLE: usize = 16 * 1024;
    let mut sample = String::new();
    for text in texts {
        // The fonts draw none of the letters that only Unicode has, so that a line with one of them
        // needs no conversion.
        let is_open = |line: &&str| {
            line.chars().any(|c| matches!(c, '\u{a1}'..='\u{ff}')) && !line.chars().any(is_unicode)
        };
        for line in text.as_ref().lines().filter(is_open) {
            sample.push_str(line);
            sample.push('\n');
            if sample.len() > SAMPLE {
                break;
            }
        }
        if sample.len() > SAMPLE {
            break;
        }
    }
    let already = common_words(&sample);
    let ways: [(Legacy, Convert); 2] =
        [(Legacy::Tcvn3, from_tcvn3), (Legacy::VniWindows, from_vni)];
    let scored = ways.map(|(legacy, convert)| (common_words(&convert(&sample)), legacy, convert));
    let (score, legacy, convert) = scored.into_iter().max_by_key(|(score, ..)| *score)?;
    (score >= already + ENOUGH).then_some((legacy, convert))
}

/// Whether a letter is Vietnamese and not in Latin-1.
fn is_unicode(c: char) -> bool {
    matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}')
}

/// Returns the number of words that are common Vietnamese syllables with marks.
#[must_use]
pub fn common_words(text: &str) -> usize {
    let lower = text.nfc().flat_map(char::to_lowercase).collect::<String>();
    lower.split(|c: char| !c.is_alphabetic()).filter(|word| COMMON.contains(word)).count()
}

/// Converts TCVN3 to Unicode.
#[must_use]
pub fn from_tcvn3(text: &str) -> String {
    const FIRST: u32 = 0xa1;
    // Indexed from U+00A1; a space means that the font has no letter there.
    const LETTERS: &str = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";
    let letter = |c: char| {
        let at = u32::from(c).checked_sub(FIRST)?;
        LETTERS.chars().nth(at as usize).filter(|letter| *letter != ' ')
    };
    text.chars().map(|c| letter(c).unwrap_or(c)).collect()
}

/// Converts VNI-Windows to Unicode.
#[must_use]
pub fn from_vni(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        let vowel = out.chars().next_back().is_some_and(|last| "aeouyAEOUYơưƠƯ".contains(last));
        match (alone(c), marks(c)) {
            // After a vowel the character is a mark; elsewhere it is a letter of its own.
            (_, Some(marks)) if vowel => out.push_str(marks),
            (Some(letter), _) => out.push(letter),
            _ => out.push(c),
        }
    }
    out.nfc().collect()
}

/// Returns the letter that a VNI character is when it does not follow a vowel.
fn alone(c: char) -> Option<char> {
    Some(match c {
        'ô' => 'ơ',
        'Ô' => 'Ơ',
        'ö' => 'ư',
        'Ö' => 'Ư',
        'ñ' => 'đ',
        'Ñ' => 'Đ',
        'í' => 'í',
        'ì' => 'ì',
        'æ' => 'ỉ',
        'Æ' => 'Ỉ',
        'ó' => 'ĩ',
        'Ó' => 'Ĩ',
        'ò' => 'ị',
        'Ò' => 'Ị',
        'î' => 'ỵ',
        'Î' => 'Ỵ',
        _ => return None,
    })
}

/// Returns the combining marks that a VNI character adds to the vowel before it.
fn marks(c: char) -> Option<&'static str> {
    let lower = c.to_lowercase().next()?;
    Some(match lower {
        'ù' => "\u{301}",
        'ø' => "\u{300}",
        'û' => "\u{309}",
        'õ' => "\u{303}",
        'ï' => "\u{323}",
        'â' => "\u{302}",
        'á' => "\u{302}\u{301}",
        'à' => "\u{302}\u{300}",
        'å' => "\u{302}\u{309}",
        'ã' => "\u{302}\u{303}",
        'ä' => "\u{302}\u{323}",
        'ê' => "\u{306}",
        'é' => "\u{306}\u{301}",
        'è' => "\u{306}\u{300}",
        'ú' => "\u{306}\u{309}",
        'ü' => "\u{306}\u{303}",
        'ë' => "\u{306}\u{323}",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_the_national_motto_in_both_encodings() {
        let motto = "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc";
        assert_eq!(
            from_tcvn3("Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc"),
            motto
        );
        assert_eq!(
            from_vni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp - Töï do - Haïnh phuùc"),
            motto
        );
    }

    #[test]
    fn distinguishes_the_encodings_and_unicode() {
        let recognised = |text| recognise([text]).map(|(legacy, _)| legacy);
        assert_eq!(recognised("Tæng s¶n phÈm, ®¬n vÞ tÝnh tû ®ång"), Some(Legacy::Tcvn3));
        assert_eq!(recognised("Toång saûn phaåm, ñôn vò tính tyû ñoàng"), Some(Legacy::VniWindows));
        for text in [
            "Tổng sản phẩm, đơn vị tính",
            "Lao động đã qua đào tạo\nSố đã cấp, đã giao",
            "à la carte, déjà vu, Zürich",
            "Tong san pham",
            "",
        ] {
            assert_eq!(recognised(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_converted(text in any::<String>()) {
            let _ = (from_tcvn3(&text), from_vni(&text), recognise([text.as_str()]));
        }
    }
}
