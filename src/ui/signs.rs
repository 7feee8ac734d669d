//! The signs of the screen: each has one meaning, also where they become ASCII.

/// Before a whole whose parts are shown, and before one whose parts are not: the keys that fold and
/// unfold all. An arrow is the selection's.
pub(super) const OPEN: &str = "-";
pub(super) const FOLDED: &str = "+";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Status;
    use crate::text::ascii::ascii;
    use crate::ui::comparison::signs::{BEST, ESTIMATE, WORST};
    use crate::ui::theme::{MARK, TO_REVIEW, WARNING, status_marker};

    #[test]
    fn no_sign_has_two_meanings() {
        let of_status = Status::ALL.map(status_marker);
        // Derived; the selection; a result in a chart; the former place; sorts; the mark of 100 %.
        let others = ["≈", "▸", "●", "◦", "↑", "↓", "┃"];
        let signs = [MARK, TO_REVIEW, WARNING, BEST, WORST, ESTIMATE, OPEN, FOLDED];
        let all: Vec<&str> = of_status.into_iter().chain(signs).chain(others).collect();
        let in_ascii: Vec<_> = all.iter().map(|sign| ascii(sign).into_owned()).collect();
        for (at, sign) in in_ascii.iter().enumerate() {
            let same = in_ascii.iter().position(|other| other == sign);
            assert_eq!(same, Some(at), "{:?} and {:?} are {sign}", all[at], same.map(|at| all[at]));
        }
    }
}
