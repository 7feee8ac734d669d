//! Numbers that English reports write in words: "three", "twenty-five", "one and a half", "two point five",
//! "half a", "three quarters of a".

use rust_decimal::Decimal;

/// A number in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EnglishNumber {
    pub(crate) value: Decimal,
    /// How many words and hyphens it has.
    pub(crate) length: usize,
}

impl EnglishNumber {
    fn new(value: Decimal, length: usize) -> Self {
        Self { value, length }
    }
}

/// Whether a number in words may begin with a word in lower case.
pub(crate) fn begins_number(word: &str) -> bool {
    matches!(word, "a" | "an" | "half") || below_twenty(word).or_else(|| tens(word)).is_some()
}

/// Reads the number at the start of words and hyphens in lower case.
pub(crate) fn read<K: AsRef<str>>(words: &[K]) -> Option<EnglishNumber> {
    let word = |at: usize| words.get(at).map_or("", AsRef::as_ref);
    if let Some(fraction) = fraction(&word) {
        return Some(fraction);
    }
    if matches!(word(0), "a" | "an") {
        let full = usize::from(matches!(word(1), "full" | "whole" | "further" | "single"));
        return Some(EnglishNumber::new(Decimal::ONE, 1 + full));
    }
    let whole = whole(&word)?;
    let next = whole.length;
    if word(next) == "full" {
        return Some(EnglishNumber { length: next + 1, ..whole });
    }
    if word(next) == "point" {
        let digit = below_twenty(word(next + 1)).filter(|digit| *digit < 10)?;
        return Some(EnglishNumber::new(whole.value + Decimal::new(digit, 1), next + 2));
    }
    let part = match (word(next), word(next + 1), word(next + 2)) {
        ("and", "a" | "one", "half") => Some(Decimal::new(5, 1)),
        ("and", "a" | "one", "quarter") => Some(Decimal::new(25, 2)),
        ("and", "three", "quarters") => Some(Decimal::new(75, 2)),
        _ => None,
    };
    Some(part.map_or(whole, |part| EnglishNumber::new(whole.value + part, next + 3)))
}

/// "half a", "a quarter of a", "three-quarters of a", "two tenths of a": part of a unit.
fn fraction<'k>(word: &impl Fn(usize) -> &'k str) -> Option<EnglishNumber> {
    match (word(0), word(1)) {
        ("half", "a" | "of") => {
            let article = usize::from(word(1) == "of") + 1;
            return Some(EnglishNumber::new(Decimal::new(5, 1), 1 + article));
        }
        ("a" | "one", "half") if word(2) != "of" => {
            return Some(EnglishNumber::new(Decimal::new(5, 1), 2));
        }
        _ => {}
    }
    let many = if matches!(word(0), "a" | "an") { Some(1) } else { below_twenty(word(0)) }?;
    let name = 1 + usize::from(word(1) == "-");
    let each = match word(name) {
        "half" => Decimal::new(5, 1),
        "quarter" | "quarters" => Decimal::new(25, 2),
        "fifth" | "fifths" => Decimal::new(2, 1),
        "tenth" | "tenths" => Decimal::new(1, 1),
        _ => return None,
    };
    let article = match (word(name + 1), word(name + 2)) {
        ("of", "a" | "one") => 2,
        ("of", _) | ("a", _) => 1,
        _ => 0,
    };
    Some(EnglishNumber::new(each * Decimal::from(many), name + 1 + article))
}

/// "three", "thirty", "twenty-five", "one hundred".
fn whole<'k>(word: &impl Fn(usize) -> &'k str) -> Option<EnglishNumber> {
    if let Some(value) = below_twenty(word(0)) {
        let hundred = word(0) == "one" && word(1) == "hundred";
        let (value, length) = if hundred { (100, 2) } else { (value, 1) };
        return Some(EnglishNumber::new(value.into(), length));
    }
    let tens = tens(word(0))?;
    let hyphen = usize::from(word(1) == "-");
    match below_twenty(word(1 + hyphen)).filter(|digit| *digit < 10) {
        Some(digit) => Some(EnglishNumber::new((tens + digit).into(), 2 + hyphen)),
        None => Some(EnglishNumber::new(tens.into(), 1)),
    }
}

fn below_twenty(word: &str) -> Option<i64> {
    Some(match word {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        _ => return None,
    })
}

fn tens(word: &str) -> Option<i64> {
    Some(match word {
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_in_words() {
        for (text, wanted, length) in [
            ("three percent", "3", 1),
            ("twenty - five percent", "25", 3),
            ("thirty percent", "30", 1),
            ("one and a half points", "1.5", 4),
            ("two point five percent", "2.5", 3),
            ("half a percentage point", "0.5", 2),
            ("a half point", "0.5", 2),
            ("a quarter of a point", "0.25", 4),
            ("three - quarters of a point", "0.75", 5),
            ("two tenths of a point", "0.2", 4),
            ("a full percentage point", "1", 2),
            ("one hundred percent", "100", 2),
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            assert!(begins_number(words[0]), "{text}");
            let wanted = EnglishNumber::new(wanted.parse().unwrap(), length);
            assert_eq!(read(&words), Some(wanted), "{text}");
        }
        assert_eq!(read(&["the", "percent"]), None);
        assert_eq!(read::<&str>(&[]), None);
    }
}
