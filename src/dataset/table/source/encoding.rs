//! Decodes the bytes of a delimited file: UTF-8, UTF-16, windows-1258, or the 8-bit encodings of legacy
//! fonts.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

use crate::text::legacy_encoding;

/// The number of bytes from which the encoding is inferred.
const SAMPLE: usize = 64 * 1024;

/// Decoded text, with its encoding unless that is UTF-8.
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) encoding: Option<&'static Encoding>,
    /// Whether invalid bytes in UTF-8 were replaced by U+FFFD.
    pub(crate) broken: bool,
}

/// Decodes the bytes of a file. A byte order mark decides; otherwise the encoding is inferred.
pub(crate) fn decode(bytes: &[u8]) -> Decoded<'_> {
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
        // windows-1258 encodes tones as separate characters.
        Cow::Owned(text.nfc().collect())
    } else {
        text
    };
    Decoded { text, encoding: Some(encoding), broken: false }
}

/// Whether bytes are UTF-8 with few errors, as when a file was cut within a letter. Text in another encoding
/// contains hardly any valid multi-byte sequences.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    const LETTERS_EACH: usize = 4;
    let (mut letters, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    letters > broken * LETTERS_EACH
}

/// Infers the encoding of bytes that are neither UTF-8 nor UTF-16.
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

/// Detects UTF-16 without a byte order mark, by the many zero bytes at even or odd offsets.
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
    fn utf8_with_some_invalid_bytes_is_read_as_utf8() {
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
