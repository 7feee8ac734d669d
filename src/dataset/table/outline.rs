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

use crate::text::fold::fold;

/// What a row is marked with; lesser ones stand above greater ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// A, B, C.
    Letter,
    /// I, II, III.
    Roman,
    /// KINH TẾ.
    Capitals,
    /// 1, 1.1, 1.1.1: how many parts.
    Number(u8),
    /// a, b, c.
    SmallLetter,
    /// *
    Star,
    /// Nothing: how far it is indented.
    Plain(u16),
    /// -
    Dash(u16),
    /// +
    Plus(u16),
}

/// A row's sign and its name without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    pub(super) mark: Mark,
    pub(super) name: String,
    /// "Trong đó:": what stands here, or below, is part of what stands above.
    pub(super) of_which: bool,
}

/// The rows that a row may stand under.
#[derive(Debug, Default)]
pub(super) struct Outline {
    open: Vec<Open>,
    /// "Trong đó:" stood alone on the row before.
    of_which: bool,
    letters: Option<char>,
}

#[derive(Debug)]
struct Open {
    mark: Mark,
    name: String,
    of_which: bool,
}

impl Outline {
    /// Takes the sign from a row: from its own cell, or from the beginning of its name.
    pub(super) fn mark(&mut self, cell: &str, name: &str) -> Marked {
        let indent = u16::try_from(name.chars().take_while(|c| c.is_whitespace()).count());
        let indent = indent.unwrap_or(u16::MAX - 1);
        let trimmed = name.trim();
        let from_cell = self.sign(cell.trim().trim_end_matches(['.', ')', ':', '/']));
        let (mark, rest) = match from_cell {
            Some(mark) => {
                // "1" beside "1. GRDP", or "-" beside "- Công nghiệp".
                let again = self.leading(trimmed).filter(|(inner, _)| *inner == mark);
                (Some(mark), again.map_or(trimmed, |(_, rest)| rest))
            }
            None => match self.leading(trimmed) {
                Some((mark, rest)) => (Some(mark), rest),
                None => (None, trimmed),
            },
        };
        let (rest, of_which) = without_of_which(rest);
        let mark = match mark {
            Some(Mark::Dash(_)) => Mark::Dash(indent),
            Some(Mark::Plus(_)) => Mark::Plus(indent),
            Some(mark) => mark,
            None if is_capitals(rest) => Mark::Capitals,
            None if of_which && !rest.is_empty() => Mark::Plain(u16::MAX),
            None => Mark::Plain(indent),
        };
        if let (Mark::Letter, Some(letter)) = (mark, cell_letter(cell, name)) {
            self.letters = Some(letter);
        }
        Marked { mark, name: rest.to_owned(), of_which }
    }

    /// Puts a row in its place: the names that it stands under, outermost first.
    pub(super) fn place(&mut self, marked: &Marked) -> Vec<String> {
        if marked.of_which && marked.name.is_empty() {
            self.of_which = true;
            return Vec::new();
        }
        let below = std::mem::take(&mut self.of_which);
        let of_which = match marked.mark {
            Mark::Plain(indent) => self.close_for_plain(indent, below),
            mark => {
                self.close_for(mark);
                false
            }
        };
        let parents = self.open.iter().map(|open| open.name.clone()).collect();
        self.open.push(Open { mark: marked.mark, name: marked.name.clone(), of_which });
        parents
    }

    /// How many rows are open above the last placed one.
    pub(super) fn depth(&self) -> usize {
        self.open.len().saturating_sub(1)
    }

    /// Closes what is no longer above a row without a sign; whether the row is part of what is above.
    fn close_for_plain(&mut self, indent: u16, below: bool) -> bool {
        // Signs within a name do not outlast a row without one.
        while self.open.last().is_some_and(|open| open.mark > Mark::Plain(u16::MAX)) {
            self.open.pop();
        }
        if below {
            return true;
        }
        if indent == u16::MAX {
            // "Trong đó: Công nghiệp": part of the last row that is not itself such a part.
            while self.open.last().is_some_and(|open| open.of_which) {
                self.open.pop();
            }
            return true;
        }
        if self.goes_on_with_parts(indent) {
            self.open.pop();
            return true;
        }
        let at = self.open.iter().position(|open| match open.mark {
            Mark::Plain(other) => other >= indent,
            _ => false,
        });
        if let Some(at) = at {
            self.open.truncate(at);
        }
        false
    }

    /// Whether the last row was a part of something, and one with this indent is the next part of it.
    fn goes_on_with_parts(&self, indent: u16) -> bool {
        let mut above = self.open.iter().rev();
        let Some(Open { mark: Mark::Plain(own), of_which: true, .. }) = above.next() else {
            return false;
        };
        match above.next().map(|open| open.mark) {
            // Parts that begin on the line of "Trong đó:" stand deeper than what they are part of.
            Some(Mark::Plain(parent)) if *own == u16::MAX => indent > parent,
            _ => *own == u16::MAX || indent >= *own,
        }
    }

    fn close_for(&mut self, mark: Mark) {
        let same = |open: &Open| match (open.mark, mark) {
            (Mark::Dash(other), Mark::Dash(indent)) | (Mark::Plus(other), Mark::Plus(indent)) => {
                other >= indent
            }
            (other, mark) => other == mark,
        };
        let above = |open: &Open| open.mark > mark;
        // A sign that is not open yet stands under all that ranks above it.
        let at = self.open.iter().position(same).or_else(|| self.open.iter().position(above));
        if let Some(at) = at {
            self.open.truncate(at);
        }
    }

    /// The sign that a cell of its own holds.
    fn sign(&self, cell: &str) -> Option<Mark> {
        let cell = cell.trim();
        let mut chars = cell.chars();
        match (chars.next()?, chars.next()) {
            ('-' | '–' | '—' | '−' | '•' | '●', None) => return Some(Mark::Dash(0)),
            ('+', None) => return Some(Mark::Plus(0)),
            ('*', None) => return Some(Mark::Star),
            _ => {}
        }
        let number =
            |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if cell.split('.').all(number) {
            let parts = cell.split('.').count();
            return Some(Mark::Number(u8::try_from(parts).unwrap_or(u8::MAX)));
        }
        let mut chars = cell.chars();
        if let (Some(letter), None) = (chars.next(), chars.next()) {
            if letter.is_lowercase() && letter.is_alphabetic() {
                return Some(Mark::SmallLetter);
            }
            // C after B is a letter; I, V and X alone are Roman.
            let follows = self.letters.is_some_and(|last| {
                u32::from(letter) == u32::from(last) + 1 || (last, letter) == ('D', 'Đ')
            });
            if letter.is_uppercase() && (follows || !"IVXLCDM".contains(letter)) {
                return Some(Mark::Letter);
            }
        }
        is_roman(cell).then_some(Mark::Roman)
    }

    /// The sign that a name begins with, and the rest.
    fn leading<'a>(&self, name: &'a str) -> Option<(Mark, &'a str)> {
        let first = name.chars().next()?;
        if matches!(first, '-' | '–' | '—' | '−' | '•' | '●' | '+' | '*') {
            let rest = name[first.len_utf8()..].trim_start_matches(['.', ' ', '\u{a0}']);
            let mark = self.sign(&first.to_string())?;
            return (!rest.is_empty()).then_some((mark, rest));
        }
        let end = name.find(|c: char| !(c.is_alphanumeric() || c == '.')).unwrap_or(name.len());
        let dotted = name[..end].rfind('.').map(|dot| dot + 1);
        // "1.Tổng" has no space behind its dot, "1) Tổng" a bracket.
        let (sign, rest) = match name[end..].chars().next() {
            Some(c @ (')' | '/' | ':')) if end <= 5 => (&name[..end], &name[end + c.len_utf8()..]),
            _ => match (dotted.filter(|dot| *dot <= 9), dashed(name, end)) {
                (Some(dot), _) => (&name[..dot - 1], &name[dot..]),
                (None, Some(rest)) => (&name[..end], rest),
                (None, None) => return None,
            },
        };
        let rest = rest.trim_start_matches([' ', '\u{a0}', '.', '/']);
        if rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let mark = self.sign(sign)?;
        // "H. Thạch An" is a district; letters that number begin with A.
        let counts = mark != Mark::Letter || sign == "A" || self.letters.is_some();
        counts.then_some((mark, rest))
    }
}

/// Whether a row may be marked with a letter or a Roman number, told without what stands above it.
pub(super) fn may_be_lettered(cell: &str, name: &str) -> bool {
    let lettered = |text: &str| {
        let text = text.trim_start();
        let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
        let sign = &text[..end];
        sign.starts_with(char::is_uppercase)
            && (sign.chars().all(|c| "IVXLCDM".contains(c)) || sign.chars().count() == 1)
    };
    lettered(cell) || lettered(name)
}

/// What follows "I - " or "II–": a dash after a Roman number, before a capital.
fn dashed(name: &str, end: usize) -> Option<&str> {
    let rest = name[end..].trim_start().strip_prefix(['-', '–'])?.trim_start();
    (is_roman(&name[..end]) && rest.starts_with(char::is_uppercase)).then_some(rest)
}

/// The letter of a row marked with one.
fn cell_letter(cell: &str, name: &str) -> Option<char> {
    cell.trim().chars().next().or_else(|| name.trim().chars().next())
}

/// A name without "Trong đó:" before it.
fn without_of_which(name: &str) -> (&str, bool) {
    const WORDS: [&str; 8] =
        ["trong do", "tr.do", "t.do", "trong so do", "bao gom", "of which", "in which", "gom"];
    // Longer than any of these is a name, in bytes.
    const LONGEST: usize = 16;
    let Some(colon) = name.find(':') else {
        if name.trim().len() > LONGEST {
            return (name, false);
        }
        return match fold(name.trim()).as_str() {
            "trong do" | "tr.do" | "of which" | "bao gom" => ("", true),
            _ => (name, false),
        };
    };
    let before = fold(name[..colon].trim());
    if WORDS.contains(&before.as_str()) {
        (name[colon + 1..].trim().trim_start_matches(['-', '+', ' ']), true)
    } else {
        (name, false)
    }
}

/// "KINH TẾ - XÃ HỘI", but not "GRDP".
fn is_capitals(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic());
    let (mut upper, mut marked) = (0, false);
    for letter in letters {
        if letter.is_lowercase() {
            return false;
        }
        upper += 1;
        marked |= !letter.is_ascii();
    }
    (upper >= 7 || upper >= 4 && marked) && name.trim().contains(' ')
}

fn is_roman(text: &str) -> bool {
    const ROMAN: [&str; 30] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
        "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI", "XXII", "XXIII", "XXIV", "XXV", "XXVI",
        "XXVII", "XXVIII", "XXIX", "XXX",
    ];
    ROMAN.contains(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let lettered = matches!(mark, Mark::Letter | Mark::Roman);
            assert!(!lettered || may_be_lettered(cell, &name), "{cell} {name}");
        }
        assert!(!may_be_lettered("12", "GRDP") && !may_be_lettered("", "Thu ngân sách"));
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
