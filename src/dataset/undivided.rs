//! Finds separators that were read as parts of names: in "Nhóm;Giao;Đạt" as one name, and in every line below.

use super::{Diagnostic, FileProblem};

/// The number of lines that are examined.
const LINES: usize = 80;

/// A diagnostic if most lines of a text that was read as names, one a line, have the same number of a
/// separator. Commas also occur within names: they count only if the first line has as many.
pub(super) fn find(file: &str, text: &str) -> Option<Diagnostic> {
    let lines: Vec<&str> =
        text.lines().filter(|line| !line.trim().is_empty()).take(LINES).collect();
    let (heading, names) = lines.split_first()?;
    let count = |line: &str, separator: char| line.matches(separator).count();
    let consistent = |separator: &char| {
        let first = names.first().map_or(0, |line| count(line, *separator));
        let same = names.iter().filter(|line| count(line, *separator) == first).count();
        let own = count(heading, *separator);
        let headed = own == first || own == 0 && !matches!(separator, ',');
        first > 0 && headed && same * 5 >= names.len() * 4
    };
    let separator = [';', '\t', '|', ','].into_iter().find(consistent)?;
    Some(Diagnostic::of_line(FileProblem::Undivided { separator }, (file, 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_separators_in_most_lines() {
        let found = |text: &str| find("x", text).is_some();
        assert!(found("Vùng;Mức\nA;1\nB;2\n"));
        assert!(found("name\nA|1\nB|2\n"));
        assert!(found("Vùng,Mức\nA,1\nB,2\nC,3\n"));
        assert!(!found("Chỉ tiêu\nNông, lâm nghiệp\nThuế, phí\n"));
        assert!(!found("Chỉ tiêu\nThu; chi\nNợ\nVốn\n"));
        assert!(!found("Chỉ tiêu\n"));
    }
}
