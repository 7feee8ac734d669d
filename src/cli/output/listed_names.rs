//! The names of the rows of a list: parts are below their wholes, and a whole that has no row there is a heading.

use crate::model::Indicator;

/// What is printed before a row, and how far the row is indented.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct ListedName {
    /// The names of wholes without a row, outermost first, each one level deeper than the one before. The last one is
    /// directly above the row.
    pub(super) headings: Vec<String>,
    /// The number of wholes above the row.
    pub(super) depth: usize,
}

impl ListedName {
    /// The level of the first heading.
    pub(super) fn first_level(&self) -> usize {
        self.depth - self.headings.len()
    }
}

/// The names above the next row, outermost first.
#[derive(Debug, Default)]
pub(super) struct ListedNames(Vec<String>);

impl ListedNames {
    /// Adds a row.
    pub(super) fn next(&mut self, indicator: &Indicator) -> ListedName {
        let parents = &indicator.parents;
        let known = self.0.iter().zip(parents).take_while(|(own, name)| own == name).count();
        self.0.truncate(known);
        let headings = parents[known..].to_vec();
        self.0.extend(headings.iter().cloned());
        self.0.push(indicator.name.clone());
        ListedName { headings, depth: parents.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_without_a_row_is_a_heading_once() {
        let mut names = ListedNames::default();
        let mut next = |name: &str, parents: &[&str]| {
            let parents = parents.iter().map(|name| (*name).to_owned()).collect();
            let next = names.next(&Indicator { parents, ..Indicator::named("x", name) });
            (next.headings.join(" › "), next.depth)
        };
        assert_eq!(next("Dân số", &[]), (String::new(), 0));
        assert_eq!(next("Nam", &["Dân số", "Theo giới"]), ("Theo giới".to_owned(), 2));
        assert_eq!(next("Nữ", &["Dân số", "Theo giới"]), (String::new(), 2));
        assert_eq!(next("Lao động", &[]), (String::new(), 0));
        assert_eq!(next("Nam", &["Lao động", "Theo giới"]), ("Theo giới".to_owned(), 2));
        assert_eq!(next("Nam", &["Dân số", "Theo giới"]), ("Dân số › Theo giới".to_owned(), 2));
    }
}
