//! How the parts of a record are written: numbers in as few bytes as they need, seven bits a byte; texts
//! as their length and their bytes, or as a number if many records share them; decimals as their digits
//! and where the point stands.
//!
//! Nothing is 0, and zeros at the end are left out: whoever reads on past the end reads zeros. So what an
//! indicator lacks at its end takes no byte at all.

use rust_decimal::Decimal;

use super::interner::Texts;

/// The byte before the digits of a decimal; without one there is no decimal.
mod form {
    pub(in crate::model) const DECIMAL: u8 = 1;
    pub(in crate::model) const NEGATIVE: u8 = 1 << 1;
    /// There are more than 64 bits of digits.
    pub(in crate::model) const LONG: u8 = 1 << 2;
    /// From this bit on: how many of the digits stand behind the point, 28 at most.
    pub(in crate::model) const SCALE: u8 = 3;
}

/// A record that is being written.
#[derive(Debug)]
pub(in crate::model) struct Packer<'a> {
    bytes: &'a mut Vec<u8>,
    texts: &'a mut Texts,
    /// Where the last text ends: zeros before that are not at the end.
    kept: usize,
}

impl<'a> Packer<'a> {
    /// Begins a record at the end of `bytes`.
    pub(in crate::model) fn new(bytes: &'a mut Vec<u8>, texts: &'a mut Texts) -> Self {
        let kept = bytes.len();
        Self { bytes, texts, kept }
    }

    /// Leaves out the zeros at the end.
    pub(in crate::model) fn finish(self) {
        let zeros = self.bytes[self.kept..].iter().rev().take_while(|byte| **byte == 0).count();
        self.bytes.truncate(self.bytes.len() - zeros);
    }

    pub(in crate::model) fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    pub(in crate::model) fn number(&mut self, number: u32) {
        push_number(self.bytes, number.into());
    }

    /// A number or nothing.
    pub(in crate::model) fn maybe_number(&mut self, number: Option<u32>) {
        push_number(self.bytes, number.map_or(0, |number| u64::from(number) + 1));
    }

    /// A text of its own.
    pub(in crate::model) fn text(&mut self, text: &str) {
        self.size(text.len());
        self.bytes.extend_from_slice(text.as_bytes());
        self.kept = self.bytes.len();
    }

    /// A text of its own, or nothing.
    pub(in crate::model) fn maybe_text(&mut self, text: Option<&str>) {
        self.byte(u8::from(text.is_some()));
        if let Some(text) = text {
            self.text(text);
        }
    }

    /// A text that others share, or nothing.
    pub(in crate::model) fn shared(&mut self, text: Option<&str>) {
        let number = text.map_or(0, |text| self.texts.number(text) + 1);
        self.size(number);
    }

    /// Texts that stand one under the other, and that others share.
    pub(in crate::model) fn path(&mut self, path: &[String]) {
        let number = self.texts.path(path);
        self.size(number);
    }

    pub(in crate::model) fn decimal(&mut self, decimal: Option<Decimal>) {
        let Some(decimal) = decimal else { return self.byte(0) };
        let digits = decimal.mantissa().unsigned_abs();
        let (low, high) = (digits as u64, (digits >> u64::BITS) as u64);
        let sign = if decimal.is_sign_negative() { form::NEGATIVE } else { 0 };
        let long = if high > 0 { form::LONG } else { 0 };
        self.byte(form::DECIMAL | sign | long | (decimal.scale() as u8) << form::SCALE);
        push_number(self.bytes, low);
        if high > 0 {
            push_number(self.bytes, high);
        }
    }

    pub(in crate::model) fn list<T>(&mut self, items: &[T], pack: impl Fn(&mut Self, &T)) {
        self.size(items.len());
        items.iter().for_each(|item| pack(self, item));
    }

    fn size(&mut self, size: usize) {
        push_size(self.bytes, size);
    }
}

/// Writes a number of things.
pub(in crate::model) fn push_size(bytes: &mut Vec<u8>, size: usize) {
    // No machine counts further.
    push_number(bytes, size as u64);
}

fn push_number(bytes: &mut Vec<u8>, number: u64) {
    let mut left = number;
    while left > 0x7f {
        bytes.push(left as u8 | 0x80);
        left >>= 7;
    }
    bytes.push(left as u8);
}

/// A record that is being read. What was not written by a [`Packer`] reads as `None` sooner or later.
#[derive(Debug, Clone)]
pub(in crate::model) struct Unpacker<'a> {
    left: &'a [u8],
    texts: &'a Texts,
}

impl<'a> Unpacker<'a> {
    pub(in crate::model) fn new(bytes: &'a [u8], texts: &'a Texts) -> Self {
        Self { left: bytes, texts }
    }

    pub(in crate::model) fn byte(&mut self) -> u8 {
        take_byte(&mut self.left)
    }

    pub(in crate::model) fn number<T: TryFrom<u64>>(&mut self) -> Option<T> {
        take_number(&mut self.left)
    }

    pub(in crate::model) fn maybe_number(&mut self) -> Option<Option<u32>> {
        Some(match self.number::<u64>()?.checked_sub(1) {
            Some(number) => Some(number.try_into().ok()?),
            None => None,
        })
    }

    pub(in crate::model) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    /// The bytes of a text, for one that does not want it.
    pub(in crate::model) fn bytes(&mut self) -> Option<&'a [u8]> {
        take(&mut self.left)
    }

    pub(in crate::model) fn maybe_text(&mut self) -> Option<Option<&'a str>> {
        Some(if self.byte() == 0 { None } else { Some(self.text()?) })
    }

    pub(in crate::model) fn shared(&mut self) -> Option<Option<&'a str>> {
        Some(match self.number::<usize>()?.checked_sub(1) {
            Some(number) => Some(self.texts.text(number)?),
            None => None,
        })
    }

    /// The texts of a path, the last first.
    pub(in crate::model) fn path(&mut self) -> Option<impl Iterator<Item = &'a str> + use<'a>> {
        Some(self.texts.up(self.number()?))
    }

    pub(in crate::model) fn decimal(&mut self) -> Option<Option<Decimal>> {
        let form = self.byte();
        if form == 0 {
            return Some(None);
        }
        let low: u64 = self.number()?;
        let high: u64 = if form & form::LONG == 0 { 0 } else { self.number()? };
        let digits = i128::from(high) << u64::BITS | i128::from(low);
        let scale = u32::from(form >> form::SCALE);
        let mut decimal = Decimal::try_from_i128_with_scale(digits, scale).ok()?;
        decimal.set_sign_negative(form & form::NEGATIVE != 0);
        Some(Some(decimal))
    }

    pub(in crate::model) fn list<T>(
        &mut self,
        unpack: impl Fn(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let count: usize = self.number()?;
        (0..count).map(|_| unpack(self)).collect()
    }
}

/// Takes a number off the front of `bytes`.
fn take_number<T: TryFrom<u64>>(bytes: &mut &[u8]) -> Option<T> {
    let mut number = 0;
    for shift in (0..u64::BITS).step_by(7) {
        let byte = take_byte(bytes);
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return number.try_into().ok();
        }
    }
    None
}

fn take_byte(bytes: &mut &[u8]) -> u8 {
    let Some((first, left)) = bytes.split_first() else { return 0 };
    *bytes = left;
    *first
}

/// Takes a length, and as many bytes as it says, off the front of `bytes`.
pub(in crate::model) fn take<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = take_number(bytes)?;
    let (taken, left) = bytes.split_at_checked(length)?;
    *bytes = left;
    Some(taken)
}
