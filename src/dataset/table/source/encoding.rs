//! The bytes of a delimited file as text: UTF-8, UTF-16, windows-1258, or what old fonts were written in.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

use crate::text::legacy_encoding;

/// How many bytes are looked at to tell an encoding.
const SAMPLE: usize = 64 * 1024;

/// Text, and the encoding it was in where that is not UTF-8.
pub(in crate::dataset::table) struct Decoded<'a> {
    pub(in crate::dataset::table) text: Cow<'a, str>,
    pub(in crate::dataset::table) encoding: Option<&'static Encoding>,
    /// Whether some bytes of what is UTF-8 otherwise are none: they read as U+FFFD.
    pub(in crate::dataset::table) broken: bool,
}

/// Decodes the bytes of a file; a byte order mark decides, then what the bytes can be.
pub(in crate::dataset::table) fn decode(bytes: &[u8]) -> Decoded<'_> {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (Some(encoding), &bytes[mark..]),
        None => (utf16(&bytes[..bytes.len().min(SAMPLE)]), bytes),
    };
    if encoding.is_none_or(|encoding| encoding == UTF_8)
        && let Ok(text) = simdutf8::basic::from_utf8(bytes)
    {
        return Decoded { text: Cow::Borrowed(text), encoding: None, broken: false };
    }
    if encoding.is_none_or(|encoding| encoding == UTF_8)
        && (encoding.is_some() || is_nearly_utf8(bytes))
    {
        let text = String::from_utf8_lossy(bytes);
        return Decoded { text, encoding: None, broken: true };
    }
    let encoding = encoding.unwrap_or_else(|| guess(bytes));
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let text = if encoding == WINDOWS_1258 {
        // Its tones are characters of their own.
        Cow::Owned(text.nfc().collect())
    } else {
        text
    };
    Decoded { text, encoding: Some(encoding), broken: false }
}

/// Whether bytes are UTF-8 but for a few, as where a file was cut within a letter. What is written in another
/// encoding has hardly any letters that are UTF-8.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    const LETTERS_EACH: usize = 4;
    let (mut letters, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    letters > broken * LETTERS_EACH
}

/// The encoding of what is neither UTF-8 nor UTF-16.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let words = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        match legacy_encoding::recognise([text.as_ref()]) {
            Some((_, convert)) => legacy_encoding::common_words(&convert(&text)),
            None => legacy_encoding::common_words(&text),
        }
    };
    let (in_1258, in_fonts) = (words(WINDOWS_1258), words(WINDOWS_1252));
    if in_1258.max(in_fonts) > 0 {
        return if in_fonts > in_1258 { WINDOWS_1252 } else { WINDOWS_1258 };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, sample.len() == bytes.len());
    detector.guess(Some(b"vn"), Utf8Detection::Deny)
}

/// UTF-16 without a mark: where every other byte of many is zero.
fn utf16(sample: &[u8]) -> Option<&'static Encoding> {
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    let (high_first, high_second) = (zeros(0), zeros(1));
    let many = sample.len() / 8;
    if sample.len() < 4 || high_first.max(high_second) <= many {
        None
    } else if high_second > high_first {
        Some(UTF_16LE)
    } else {
        Some(UTF_16BE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_utf8_with_some_other_bytes_stays_one() {
        let text = "Chỉ tiêu;Thực hiện\nTỷ lệ hộ nghèo;12,5\n".as_bytes();
        let cut = [text, b"Thu h\xe1\xbb"].concat();
        let decoded = decode(&cut);
        assert_eq!((decoded.encoding, decoded.broken), (None, true));
        assert!(decoded.text.ends_with("hộ nghèo;12,5\nThu h\u{fffd}"));
        let (in_1258, ..) =
            WINDOWS_1258.encode("Ti\u{300}nh hi\u{300}nh th\u{1b0}\u{323}c hi\u{ea}\u{323}n");
        assert_eq!(decode(&in_1258).encoding, Some(WINDOWS_1258));
        let marked = [b"\xef\xbb\xbfa;\xff\n".as_slice(), text].concat();
        assert!(decode(&marked).broken && !decode(text).broken);
    }
}
