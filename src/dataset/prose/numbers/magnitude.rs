//! Units of different magnitudes: 27,8 "nghìn người" are 0,0278 "triệu người".

use std::rc::Rc;

use rust_decimal::Decimal;

use crate::lexicon::prose::{UNITS, UnitClass};
use crate::text::lower_case::LowerCase;
use crate::text::remembered::Remembered;

/// Converts a value to the magnitude of another unit. `None` if the units count different things, or if a number is
/// too large to be computed.
pub(crate) fn converted(value: Decimal, from: &str, to: &str) -> Option<Decimal> {
    let (from, to) = (Magnitude::of(from)?, Magnitude::of(to)?);
    let alike = from.thing == to.thing || from.thing.is_empty();
    if !alike {
        return None;
    }
    value.checked_mul(from.factor)?.checked_div(to.factor).map(|value| value.normalize())
}

/// What a unit measures, whatever its magnitude: money for "nghìn tỷ đồng".
pub(crate) fn class_of(unit: &str) -> Option<UnitClass> {
    thread_local! {
        static CLASSES: Remembered<Option<UnitClass>> = Remembered::default();
    }
    CLASSES.with(|classes| classes.of(unit, read_class))
}

fn read_class(unit: &str) -> Option<UnitClass> {
    let lower = unit.lower_case();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let thing = words.iter().position(|word| factor_of(word).is_none())?;
    let own = UNITS.longest(&words[thing..]).map(|(_, class)| class);
    // "new enterprises": a known noun behind an adjective.
    let noun =
        || (thing..words.len()).find_map(|at| UNITS.longest_of(&words[at..], UnitClass::Count));
    own.or_else(|| noun().map(|_| UnitClass::Count))
}

/// A unit split into its magnitude and the first word of what is counted.
struct Magnitude {
    factor: Decimal,
    thing: String,
}

impl Magnitude {
    /// `None` for a factor that no decimal holds: "tỷ tỷ tỷ tỷ đồng".
    fn of(unit: &str) -> Option<Rc<Self>> {
        thread_local! {
            static MAGNITUDES: Remembered<Option<Rc<Magnitude>>> = Remembered::default();
        }
        MAGNITUDES.with(|magnitudes| magnitudes.of(unit, |unit| Self::read(unit).map(Rc::new)))
    }

    fn read(unit: &str) -> Option<Self> {
        let lower = unit.lower_case();
        // What a unit is per is the same for a value and its change, and is often left out.
        let own = lower.split('/').next().unwrap_or_default();
        let mut factor = Decimal::ONE;
        let mut thing = String::new();
        for word in own.split_whitespace() {
            match factor_of(word) {
                Some(more) => factor = factor.checked_mul(more)?,
                None if thing.is_empty() => thing = currency(word).to_owned(),
                None => {}
            }
        }
        Some(Self { factor, thing })
    }
}

/// What a word such as "triệu" multiplies by.
fn factor_of(word: &str) -> Option<Decimal> {
    let scale = UNITS.longest_of(&[word], UnitClass::Scale).is_some();
    let power = match word {
        "chục" => 1,
        "trăm" => 2,
        "nghìn" | "ngàn" | "thousand" => 3,
        "vạn" => 4,
        "triệu" | "million" | "mn" => 6,
        "tỷ" | "tỉ" | "billion" | "bn" => 9,
        "trillion" => 12,
        "quadrillion" => 15,
        _ => return None,
    };
    scale.then(|| Decimal::from(10_u64.pow(power)))
}

/// The spellings of one currency, and of other units that are written in two ways.
fn currency(word: &str) -> &str {
    match word {
        "vnđ" | "vnd" | "đ" => "đồng",
        "$" | "us$" | "dollars" | "đô" => "usd",
        "hecta" | "héc-ta" | "hectare" | "hectares" => "ha",
        "tonnes" | "tonne" | "ton" => "tons",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_converted_between_magnitudes_of_one_unit() {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        for (value, from, to, wanted) in [
            ("27.8", "nghìn người", "triệu người", Some("0.0278")),
            ("86500", "triệu đồng", "tỷ đồng", Some("86.5")),
            ("4200", "nghìn đồng", "triệu đồng/người/năm", Some("4.2")),
            ("150", "ha", "nghìn ha", Some("0.15")),
            ("1.2", "nghìn tấn", "tấn", Some("1200")),
            ("1.5", "nghìn tỷ đồng", "tỷ đồng", Some("1500")),
            ("120", "nghìn", "triệu con", Some("0.12")),
            ("85", "US$ million", "US$ billion", Some("0.085")),
            ("22", "trường", "%", None),
            ("3", "tỷ đồng", "triệu USD", None),
            ("5", "tỷ tỷ tỷ tỷ đồng", "tỷ đồng", None),
        ] {
            assert_eq!(
                converted(number(value), from, to),
                wanted.map(number),
                "{value} {from} {to}"
            );
        }
    }
}
