//! Brackets that say up to when a period runs: "FY24 YTD (through March)".

use crate::text::fold::fold;

/// The text before such brackets.
pub(crate) fn until_in_brackets(text: &str) -> Option<&str> {
    const UNTIL: [&str; 8] =
        ["as at ", "as of ", "den ", "through ", "thru ", "tinh den ", "to ", "up to "];
    let (before, inside) = text.trim().strip_suffix(')')?.rsplit_once('(')?;
    let inside = fold(inside.trim());
    UNTIL.iter().any(|until| inside.starts_with(until)).then_some(before.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_end_in_brackets_counts() {
        assert_eq!(until_in_brackets("FY24 YTD (through March)"), Some("FY24 YTD"));
        assert_eq!(until_in_brackets("YTD (to 31 March)"), Some("YTD"));
        assert_eq!(until_in_brackets("Toán (lớp 9)"), None);
        assert_eq!(until_in_brackets("FY24 YTD"), None);
    }
}
