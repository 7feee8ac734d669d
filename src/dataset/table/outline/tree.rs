//! The levels of a table: numbering, signs, indentation, capitals and "Trong đó:".
//!
//! Every row has a rank by which it stands under the row before it or beside one further up:
//!
//! ```text
//! A          letter
//!   I        Roman
//!     KINH TẾ          capitals, where nothing is numbered
//!       1    number
//!         1.1          … of more parts
//!           a)         small letter
//!             Công nghiệp    no sign: by indentation
//!               -      dash, then +
//! ```

use super::totals::Total;
use crate::dataset::table::source::limits;
use crate::lexicon::markers::MarkedName;
use crate::lexicon::rank::Marker;

/// The rows that a row may stand under.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct Outline {
    open: Vec<Open>,
    /// What was open, for the room that its names took: a million rows open and close.
    closed: Vec<Open>,
    /// "Trong đó:" stood alone on the row before.
    of_which: bool,
    letters: Option<char>,
}

#[derive(Debug)]
struct Open {
    mark: Marker,
    name: String,
    of_which: bool,
    /// Whether the row has values of its own.
    has_values: bool,
}

impl Outline {
    /// Reads the marker of a row, from its own cell or from the beginning of its name.
    pub(in crate::dataset::table) fn mark(&mut self, cell: &str, name: &str) -> MarkedName {
        MarkedName::of(cell, name, &mut self.letters)
    }

    /// Puts a row in its place: the names that it stands under, outermost first.
    pub(in crate::dataset::table) fn place(&mut self, marked: &MarkedName) -> Vec<String> {
        if marked.of_which && marked.name.is_empty() {
            self.of_which = true;
            return Vec::new();
        }
        let below = std::mem::take(&mut self.of_which);
        let of_which = match marked.mark {
            Marker::Plain(indent) => self.close_for_plain(indent, below),
            mark => {
                self.close_for(mark);
                false
            }
        };
        self.close(limits::LEVELS - 1);
        let parents = self.open.iter().map(|open| open.name.clone()).collect();
        let name = self.closed.pop().map(|closed| closed.name).unwrap_or_default();
        let mut open = Open { mark: marked.mark, name, of_which, has_values: false };
        open.name.clone_from(&marked.name);
        self.open.push(open);
        parents
    }

    /// Says whether the row that was placed last has values.
    pub(in crate::dataset::table) fn has_values(&mut self, has_values: bool) {
        if let Some(open) = self.open.last_mut() {
            open.has_values = has_values;
        }
    }

    /// Closes what a total is no part of: everything, or the rows with values of the group that it sums up.
    pub(in crate::dataset::table) fn close_for_total(&mut self, total: Total) {
        let at = match total {
            Total::All => Some(0),
            Total::Group => self.open.iter().position(|open| open.has_values),
        };
        if let Some(at) = at {
            self.close(at);
        }
    }

    /// Closes all but the first so many rows.
    fn close(&mut self, left: usize) {
        self.closed.extend(self.open.drain(left.min(self.open.len())..));
    }

    /// How many rows are open above the last placed one.
    pub(in crate::dataset::table) fn depth(&self) -> usize {
        self.open.len().saturating_sub(1)
    }

    /// Whether a number of fewer parts is open.
    pub(in crate::dataset::table) fn is_part_of_number(&self, number: Marker) -> bool {
        let above = |open: &Open| matches!(open.mark, Marker::Number(_)) && open.mark < number;
        self.open.iter().any(above)
    }

    /// Closes what is no longer above a row without a sign; whether the row is part of what is above.
    fn close_for_plain(&mut self, indent: u16, below: bool) -> bool {
        // Signs within a name do not outlast a row without one.
        while self.open.last().is_some_and(|open| open.mark > Marker::Plain(u16::MAX)) {
            self.close(self.open.len() - 1);
        }
        if below {
            return true;
        }
        if indent == u16::MAX {
            // "Trong đó: Công nghiệp": part of the last row that is not itself such a part.
            while self.open.last().is_some_and(|open| open.of_which) {
                self.close(self.open.len() - 1);
            }
            return true;
        }
        if self.goes_on_with_parts(indent) {
            self.close(self.open.len() - 1);
            return true;
        }
        let at = self.open.iter().position(|open| match open.mark {
            Marker::Plain(other) => other >= indent,
            _ => false,
        });
        if let Some(at) = at {
            self.close(at);
        }
        false
    }

    /// Whether the last row was a part of something, and one with this indent is the next part of it.
    fn goes_on_with_parts(&self, indent: u16) -> bool {
        let mut above = self.open.iter().rev();
        let Some(Open { mark: Marker::Plain(own), of_which: true, .. }) = above.next() else {
            return false;
        };
        match above.next().map(|open| open.mark) {
            // Parts that begin on the line of "Trong đó:" stand deeper than what they are part of.
            Some(Marker::Plain(parent)) if *own == u16::MAX => indent > parent,
            _ => *own == u16::MAX || indent >= *own,
        }
    }

    fn close_for(&mut self, mark: Marker) {
        let same = |open: &Open| match (open.mark, mark) {
            (Marker::Dash(other), Marker::Dash(indent))
            | (Marker::Plus(other), Marker::Plus(indent)) => other >= indent,
            (other, mark) => other == mark,
        };
        let above = |open: &Open| open.mark > mark;
        // A sign that is not open yet stands under all that ranks above it.
        let at = self.open.iter().position(same).or_else(|| self.open.iter().position(above));
        if let Some(at) = at {
            self.close(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::markers::may_be_lettered;

    /// Each row's parents, for rows of a sign and a name.
    fn parents(rows: &[(&str, &str)]) -> Vec<String> {
        let mut outline = Outline::default();
        let place = |(cell, name): &(&str, &str)| {
            let marked = outline.mark(cell, name);
            let parents = outline.place(&marked);
            format!("{}<{}", marked.name, parents.join("/"))
        };
        rows.iter().map(place).filter(|row| row != "<").collect()
    }

    #[test]
    fn numbering_of_every_kind_makes_levels() {
        assert_eq!(
            parents(&[
                ("A", "KINH TẾ"),
                ("I", "Tăng trưởng"),
                ("1", "GRDP"),
                ("", "- Nông nghiệp"),
                ("", "+ Trồng trọt"),
                ("", "- Công nghiệp"),
                ("2", "Thu"),
                ("2.1", "Nội địa"),
                ("a", "Thuế"),
                ("b", "Phí"),
                ("2.2", "Xuất nhập khẩu"),
                ("II", "Đầu tư"),
                ("3", "Vốn"),
                ("B", "XÃ HỘI"),
                ("C", "MÔI TRƯỜNG"),
            ]),
            [
                "KINH TẾ<",
                "Tăng trưởng<KINH TẾ",
                "GRDP<KINH TẾ/Tăng trưởng",
                "Nông nghiệp<KINH TẾ/Tăng trưởng/GRDP",
                "Trồng trọt<KINH TẾ/Tăng trưởng/GRDP/Nông nghiệp",
                "Công nghiệp<KINH TẾ/Tăng trưởng/GRDP",
                "Thu<KINH TẾ/Tăng trưởng",
                "Nội địa<KINH TẾ/Tăng trưởng/Thu",
                "Thuế<KINH TẾ/Tăng trưởng/Thu/Nội địa",
                "Phí<KINH TẾ/Tăng trưởng/Thu/Nội địa",
                "Xuất nhập khẩu<KINH TẾ/Tăng trưởng/Thu",
                "Đầu tư<KINH TẾ",
                "Vốn<KINH TẾ/Đầu tư",
                "XÃ HỘI<",
                "MÔI TRƯỜNG<",
            ]
        );
    }

    #[test]
    fn what_may_be_lettered_is_all_that_is() {
        let signs = ["I", "A.", "V)", "XIV", "Đ", "a", "1", "1.1", "-", "GRDP", ""];
        for (cell, name) in signs.into_iter().flat_map(|sign| [(sign, "Thu"), ("", sign)]) {
            let name = if cell.is_empty() { format!("{name}. Thu") } else { name.to_owned() };
            let mark = Outline { letters: Some('C'), ..Outline::default() }.mark(cell, &name).mark;
            let lettered = matches!(mark, Marker::Letter | Marker::Roman);
            assert!(!lettered || may_be_lettered(cell, &name), "{cell} {name}");
        }
        assert!(!may_be_lettered("12", "GRDP") && !may_be_lettered("", "Thu ngân sách"));
    }

    #[test]
    fn numbers_go_on_past_a_thousand() {
        assert_eq!(
            parents(&[("999", "Phú"), ("1000", "Yên"), ("", "- Nữ"), ("12345.", "Vân")]),
            ["Phú<", "Yên<", "Nữ<Yên", "Vân<"]
        );
    }

    #[test]
    fn children_without_a_number_belong_to_the_number_above() {
        assert_eq!(
            parents(&[
                ("1", "GRDP"),
                ("", "Nông nghiệp"),
                ("", "Trong đó: Lúa"),
                ("", "Dịch vụ"),
                ("2", "Thu")
            ]),
            ["GRDP<", "Nông nghiệp<GRDP", "Lúa<GRDP/Nông nghiệp", "Dịch vụ<GRDP", "Thu<"]
        );
    }

    #[test]
    fn signs_within_names_count_where_there_is_no_column_for_them() {
        assert_eq!(
            parents(&[
                ("", "I. KINH TẾ"),
                ("", "1.Tổng giá trị"),
                ("", "Nông, lâm nghiệp"),
                ("", "- Trong đó: Lâm nghiệp"),
                ("", "2) Giá trị sản xuất"),
                ("", "GRDP năm 2010"),
                ("", "II. XÃ HỘI"),
            ]),
            [
                "KINH TẾ<",
                "Tổng giá trị<KINH TẾ",
                "Nông, lâm nghiệp<KINH TẾ/Tổng giá trị",
                "Lâm nghiệp<KINH TẾ/Tổng giá trị/Nông, lâm nghiệp",
                "Giá trị sản xuất<KINH TẾ",
                "GRDP năm 2010<KINH TẾ/Giá trị sản xuất",
                "XÃ HỘI<",
            ]
        );
    }

    #[test]
    fn indentation_and_capitals_make_levels() {
        assert_eq!(
            parents(&[
                ("", "DÂN SỐ VÀ LAO ĐỘNG"),
                ("", "Dân số"),
                ("", "   Thành thị"),
                ("", "   Nông thôn"),
                ("", "Trong đó:"),
                ("", "   Nữ"),
                ("", "Lao động"),
                ("", "TỔNG THU"),
            ]),
            [
                "DÂN SỐ VÀ LAO ĐỘNG<",
                "Dân số<DÂN SỐ VÀ LAO ĐỘNG",
                "Thành thị<DÂN SỐ VÀ LAO ĐỘNG/Dân số",
                "Nông thôn<DÂN SỐ VÀ LAO ĐỘNG/Dân số",
                "Nữ<DÂN SỐ VÀ LAO ĐỘNG/Dân số/Nông thôn",
                "Lao động<DÂN SỐ VÀ LAO ĐỘNG",
                "TỔNG THU<",
            ]
        );
        assert_eq!(
            parents(&[
                ("", "Tổng thu"),
                ("", "Trong đó: Nội địa"),
                ("", "          Hải quan"),
                ("", "Chi")
            ]),
            ["Tổng thu<", "Nội địa<Tổng thu", "Hải quan<Tổng thu", "Chi<"]
        );
    }
}
