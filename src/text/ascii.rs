//! Converts text to ASCII for terminals that show nothing else: the Linux console, `TERM=dumb`, a locale
//! without UTF-8.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

/// Returns the text in ASCII, at the same display width. Letters lose their accents, symbols and box-drawing
/// characters become the ASCII character that looks most alike, and anything else becomes one `?` per column.
///
/// ```
/// use chitieu::text::ascii::ascii;
/// assert_eq!(ascii("Trẻ em dưới 5 tuổi ✓"), "Tre em duoi 5 tuoi v");
/// ```
#[must_use]
pub fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match lookalike(c) {
            Some(plain) => {
                // Two dots show that text was cut; one dot would look like the end of a sentence.
                if c == '…' && out.pop().is_some() {
                    out.push('.');
                }
                out.push(plain);
            }
            None => out.extend(std::iter::repeat_n('?', c.width().unwrap_or(0))),
        }
    }
    Cow::Owned(out)
}

/// The code of a currency whose sign looks like no ASCII letter.
#[must_use]
pub fn currency_name(sign: &str) -> Option<&'static str> {
    match sign {
        "£" => Some("GBP"),
        "€" => Some("EUR"),
        "¥" => Some("JPY"),
        "₫" => Some("VND"),
        _ => None,
    }
}

fn lookalike(c: char) -> Option<char> {
    Some(match c {
        c if c.is_ascii() => c,
        'đ' => 'd',
        'Đ' | 'Ð' | 'Ɖ' => 'D',
        '─' | '–' | '—' | '−' | '┄' => '-',
        // A heavy border marks the focused pane; a plan in the middle of a line and at its top.
        '━' => '=',
        '▔' => '"',
        '│' | '┃' | '║' => '|',
        '┌' | '┐' | '└' | '┘' | '╭' | '╮' | '╰' | '╯' | '┏' | '┓' | '┗' | '┛' | '├' | '┤' | '┬'
        | '┴' | '┼' => '+',
        '▐' => ':',
        // What is full is darkest.
        '█' => '#',
        '▉' | '▊' | '▋' | '▌' => '=',
        '▍' | '▎' | '▏' => '-',
        // The heights of a sparkline.
        '▁' | '▂' => '_',
        '▃' | '▄' => '-',
        '▅' | '▆' => '=',
        '▇' => '#',
        // Of the signs of the screen each has a character of its own; tests in `ui/signs.rs` see to it.
        '▲' => '^',
        '▼' | '▾' => 'v',
        // A sort from the least up, and from the greatest down.
        '↑' => '/',
        '↓' => '\\',
        '◂' | '←' | '‹' | '«' => '<',
        '▸' | '→' | '›' | '»' => '>',
        '✓' => 'v',
        '◔' => 'c',
        '✗' | '×' => 'x',
        '·' | '•' => '.',
        // The best and the worst of a row.
        '◆' => '}',
        '◇' => '{',
        '●' => '@',
        '○' | '◌' => 'o',
        // The former place in a ranking.
        '◦' => '\'',
        '≈' => '~',
        '…' => '.',
        // Where there is room for it, `currency_name` says more.
        '£' => 'L',
        '€' => 'E',
        '¥' => 'Y',
        '₫' => 'd',
        '≤' => '<',
        '≥' => '>',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '\u{a0}' => ' ',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn keeps_case_and_letters() {
        assert_eq!(ascii("ĐÔ THỊ Ước"), "DO THI Uoc");
        assert_eq!(ascii("┏━┓▌漢"), "+=+=??");
        assert_eq!(ascii("e\u{302}\u{323}"), "e");
        assert_eq!(ascii("Trồng rừn…"), "Trong ru..");
        assert_ne!(ascii("≈"), ascii("…"));
        assert_eq!(ascii("▐█▇▌"), ":##=");
    }

    proptest! {
        #[test]
        fn is_ascii_of_the_same_width(text in "[ -~à-ÿĂ-ăơ-ƯẠ-ỹđĐ─█✓…漢]*") {
            let plain = ascii(&text);
            prop_assert!(plain.is_ascii());
            prop_assert_eq!(plain.width(), text.width());
        }
    }
}
