//! Capital letters.

/// Writes the first letter of a text as a capital: "thị xã" becomes "Thị xã".
pub(crate) fn with_capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_letter_becomes_a_capital() {
        assert_eq!(with_capital("đặc khu"), "Đặc khu");
        assert_eq!(with_capital("GDP"), "GDP");
        assert_eq!(with_capital(""), "");
    }
}
