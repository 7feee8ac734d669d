//! The capital with which a name begins.

/// A name with a capital at its start.
pub(crate) fn with_capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_letter_changes() {
        assert_eq!(with_capital("đường GTNT"), "Đường GTNT");
        assert_eq!(with_capital(""), "");
    }
}
