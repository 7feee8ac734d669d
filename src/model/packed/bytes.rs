//! The byte encoding of packed records: numbers as varints (seven bits a byte); texts as length and
//! bytes, or as a number if many records share them; decimals as digits and scale.
//!
//! A missing value is 0, and zeros at the end are omitted: reading past the end gives zeros. So
//! fields that are missing at the end of an indicator need no bytes.

use rust_decimal::Decimal;

use super::interner::Texts;

/// The byte before the digits of a decimal; 0 if there is no decimal.
mod form {
    pub(crate) const DECIMAL: u8 = 1;
    pub(crate) const NEGATIVE: u8 = 1 << 1;
    /// The digits need more than 64 bits.
    pub(crate) const LONG: u8 = 1 << 2;
    /// From this bit on: the number of decimals, 28 at most.
    pub(crate) const SCALE: u8 = 3;
}

/// A writer of one record.
#[derive(Debug)]
pub(crate) struct Packer<'a> {
    bytes: &'a mut Vec<u8>,
    texts: &'a mut Texts,
    /// The end of the last text: zeros before it must not be omitted.
    kept: usize,
    /// Whether names are shared texts.
    shares_names: bool,
}

impl<'a> Packer<'a> {
    /// Starts a record at the end of `bytes`.
    pub(crate) fn new(bytes: &'a mut Vec<u8>, texts: &'a mut Texts, shares_names: bool) -> Self {
        let kept = bytes.len();
        Self { bytes, texts, kept, shares_names }
    }

    /// Removes the zeros at the end.
    pub(crate) fn finish(self) {
        let zeros = self.bytes[self.kept..].iter().rev().take_while(|byte| **byte == 0).count();
        self.bytes.truncate(self.bytes.len() - zeros);
    }

    pub(crate) fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    pub(crate) fn number(&mut self, number: u32) {
        push_number(self.bytes, number.into());
    }

    /// Writes an optional number.
    pub(crate) fn maybe_number(&mut self, number: Option<u32>) {
        push_number(self.bytes, number.map_or(0, |number| u64::from(number) + 1));
    }

    /// Writes a text of this record.
    pub(crate) fn text(&mut self, text: &str) {
        self.size(text.len());
        self.bytes.extend_from_slice(text.as_bytes());
        self.kept = self.bytes.len();
    }

    /// Writes a name or an id: a text of this record, or the number of a shared one. The lowest bit says which.
    pub(crate) fn name(&mut self, text: &str) {
        if self.shares_names {
            let number = self.texts.number(text);
            self.size(number << 1 | 1);
        } else {
            self.size(text.len() << 1);
            self.bytes.extend_from_slice(text.as_bytes());
        }
        self.kept = self.bytes.len();
    }

    /// Writes an optional text of this record.
    pub(crate) fn maybe_text(&mut self, text: Option<&str>) {
        self.byte(u8::from(text.is_some()));
        if let Some(text) = text {
            self.text(text);
        }
    }

    /// Writes an optional text that other records share.
    pub(crate) fn shared(&mut self, text: Option<&str>) {
        let number = text.map_or(0, |text| self.texts.number(text) + 1);
        self.size(number);
    }

    /// Writes a path of shared texts, outermost first.
    pub(crate) fn path(&mut self, path: &[String]) {
        let number = self.texts.path(path);
        self.size(number);
    }

    pub(crate) fn decimal(&mut self, decimal: Option<Decimal>) {
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

    pub(crate) fn list<T>(&mut self, items: &[T], pack: impl Fn(&mut Self, &T)) {
        self.size(items.len());
        items.iter().for_each(|item| pack(self, item));
    }

    fn size(&mut self, size: usize) {
        push_size(self.bytes, size);
    }
}

/// Writes a size.
pub(crate) fn push_size(bytes: &mut Vec<u8>, size: usize) {
    // usize is at most 64 bits.
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

/// A reader of one record. Bytes that were not written by a [`Packer`] eventually read as `None`.
#[derive(Debug, Clone)]
pub(crate) struct Unpacker<'a> {
    left: &'a [u8],
    texts: &'a Texts,
}

impl<'a> Unpacker<'a> {
    pub(crate) fn new(bytes: &'a [u8], texts: &'a Texts) -> Self {
        Self { left: bytes, texts }
    }

    pub(crate) fn byte(&mut self) -> u8 {
        take_byte(&mut self.left)
    }

    pub(crate) fn number<T: TryFrom<u64>>(&mut self) -> Option<T> {
        take_number(&mut self.left)
    }

    pub(crate) fn maybe_number(&mut self) -> Option<Option<u32>> {
        Some(match self.number::<u64>()?.checked_sub(1) {
            Some(number) => Some(number.try_into().ok()?),
            None => None,
        })
    }

    pub(crate) fn text(&mut self) -> Option<&'a str> {
        simdutf8::basic::from_utf8(self.bytes()?).ok()
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        take(&mut self.left)
    }

    /// Reads a name or an id.
    pub(crate) fn name(&mut self) -> Option<&'a str> {
        match self.name_or_number()? {
            Ok(bytes) => simdutf8::basic::from_utf8(bytes).ok(),
            Err(number) => self.texts.text(number),
        }
    }

    /// Reads a name or an id as its bytes, without checking that they are UTF-8, or as the number of a shared text.
    pub(crate) fn name_or_number(&mut self) -> Option<Result<&'a [u8], usize>> {
        let number: usize = self.number()?;
        if number & 1 == 1 {
            return Some(Err(number >> 1));
        }
        let (taken, left) = self.left.split_at_checked(number >> 1)?;
        self.left = left;
        Some(Ok(taken))
    }

    pub(crate) fn maybe_text(&mut self) -> Option<Option<&'a str>> {
        Some(if self.byte() == 0 { None } else { Some(self.text()?) })
    }

    pub(crate) fn shared(&mut self) -> Option<Option<&'a str>> {
        Some(match self.number::<usize>()?.checked_sub(1) {
            Some(number) => Some(self.texts.text(number)?),
            None => None,
        })
    }

    /// Reads the texts of a path, innermost first.
    pub(crate) fn path(&mut self) -> Option<impl Iterator<Item = &'a str> + use<'a>> {
        Some(self.texts.texts_of(self.number()?))
    }

    pub(crate) fn decimal(&mut self) -> Option<Option<Decimal>> {
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

    pub(crate) fn list<T>(&mut self, unpack: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count: usize = self.number()?;
        (0..count).map(|_| unpack(self)).collect()
    }
}

/// Reads a number from the front of `bytes`.
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

/// Reads a length and that many bytes from the front of `bytes`.
pub(crate) fn take<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = take_number(bytes)?;
    let (taken, left) = bytes.split_at_checked(length)?;
    *bytes = left;
    Some(taken)
}
