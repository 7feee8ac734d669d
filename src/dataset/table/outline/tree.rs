//! Builds the outline of a table from numbering, bullets, indentation, capitals and "Trong đó:".
//!
//! Every row has a rank, which decides whether it is a child of the row before it or a sibling of an earlier
//! one:
//!
//! ```text
//! A          letter
//!   I        Roman
//!     Cơ cấu (%)       a block of rows in one unit
//!     KINH TẾ          capitals, where nothing is numbered
//!       1    number
//!         1.1          … with more parts
//!           a)         small letter
//!             Công nghiệp    no marker: by indentation
//!               -      dash, then +
//! ```

use super::totals::Total;
use crate::dataset::table::source::limits;
use crate::lexicon::block_heading::is_breakdown;
use crate::lexicon::marker_order::{Marker, Numbering};
use crate::lexicon::markers::{MarkedName, is_capitals};

/// The marker of a row that only splits the item above it: "Phân theo khu vực:". It is below any number.
pub(crate) const BREAKDOWN: Marker = Marker::Number(u8::MAX);

/// The path from the top level to the last placed row.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    open: Vec<Open>,
    /// Closed rows, whose memory is used again: a million rows are opened and closed.
    closed: Vec<Open>,
    /// Whether "Trong đó:" was alone on the row before.
    of_which: bool,
    letters: Option<char>,
    /// Whether the last placed row has a number that is below none of the open ones.
    orphan: bool,
    /// Whether the next row splits the last open one, which has no number.
    splits_unnumbered: bool,
    /// Whether letters are below Roman numerals: "A" comes right after "I", before any other letter.
    letters_in_romans: bool,
}

#[derive(Debug)]
struct Open {
    marker: Marker,
    name: String,
    of_which: bool,
    /// Whether the row has values of its own.
    has_values: bool,
    number: Option<Numbering>,
    /// Whether it is a letter after a plus in the same list: "+ Lúa", "a) Lúa mùa".
    follows_plus: bool,
}

impl Outline {
    /// Reads the marker of a row, from its own cell or from the beginning of its name.
    pub(crate) fn marker(&mut self, cell: &str, name: &str) -> MarkedName {
        MarkedName::of(cell, name, &mut self.letters)
    }

    /// The marker that [`Outline::marker`] would read.
    pub(crate) fn mark_of(&self, cell: &str, name: &str) -> Marker {
        MarkedName::of(cell, name, &mut self.letters.clone()).marker
    }

    /// Places a row: returns the names of its parents, outermost first.
    pub(crate) fn place(&mut self, marked: &MarkedName) -> Vec<String> {
        if marked.of_which && marked.name.is_empty() {
            self.of_which = true;
            return Vec::new();
        }
        let below = std::mem::take(&mut self.of_which);
        let is_first_letter = marked.marker == Marker::Letter && self.letters == Some('A');
        self.letters_in_romans |= is_first_letter && self.is_after_first_roman();
        let follows_plus = marked.marker == Marker::SmallLetter && self.is_after_plus();
        let of_which = match marked.marker {
            Marker::Plain(indent) => self.close_for_plain(indent, below),
            BREAKDOWN if std::mem::take(&mut self.splits_unnumbered) => false,
            marker => {
                self.close_for(marker);
                if marker == Marker::Capitals && !is_breakdown(&marked.name) {
                    self.close_other_groups();
                }
                false
            }
        };
        // A number that was given another rank says nothing about its place.
        let number = marked.number.filter(|own| Marker::Number(own.length()) == marked.marker);
        self.orphan = number.is_some_and(|number| self.close_other_numbers(number));
        self.close(limits::LEVELS - 1);
        let parents = self.open.iter().map(|open| open.name.clone()).collect();
        let name = self.closed.pop().map(|closed| closed.name).unwrap_or_default();
        let marker = marked.marker;
        let mut open = Open { marker, name, of_which, has_values: false, number, follows_plus };
        open.name.clone_from(&marked.name);
        self.open.push(open);
        parents
    }

    /// Whether a letter is the next entry of a list with a plus: the plus is open, or the letter before followed it.
    fn is_after_plus(&self) -> bool {
        self.open.iter().any(|open| matches!(open.marker, Marker::Plus(_)) || open.follows_plus)
    }

    /// Whether the last placed row is a Roman numeral without values on the top level.
    fn is_after_first_roman(&self) -> bool {
        match self.open.as_slice() {
            [only] => only.marker == Marker::Roman && !only.has_values,
            _ => false,
        }
    }

    /// Whether a row is below one with another marker.
    fn is_below(&self, below: Marker, above: Marker) -> bool {
        match (below, above) {
            (Marker::Letter, Marker::Roman) => self.letters_in_romans,
            (Marker::Roman, Marker::Letter) => !self.letters_in_romans,
            (below, above) => below > above,
        }
    }

    /// Closes the numbers that another one is not below: 11 for 17.1. Returns whether there are any.
    fn close_other_numbers(&mut self, number: Numbering) -> bool {
        let other = |open: &Open| open.number.is_some_and(|above| !above.is_above(number));
        let at = self.open.iter().position(other);
        at.into_iter().for_each(|at| self.close(at));
        at.is_some()
    }

    /// Whether the last placed row has a number whose whole is missing, and was therefore placed below none.
    pub(crate) fn take_orphan(&mut self) -> bool {
        std::mem::take(&mut self.orphan)
    }

    /// Sets whether the last placed row has values.
    pub(crate) fn has_values(&mut self, has_values: bool) {
        if let Some(open) = self.open.last_mut() {
            open.has_values = has_values;
        }
    }

    /// Closes the rows that are not parents of a total: all, or the rows with values in the group that it
    /// sums up.
    pub(crate) fn close_for_total(&mut self, total: Total) {
        let at = match total {
            Total::All => Some(0),
            Total::Group => self.open.iter().position(|open| open.has_values),
        };
        if let Some(at) = at {
            self.close(at);
        }
    }

    /// Closes the open block and all rows in it. Returns the depth of the block, if there was one.
    pub(crate) fn close_block(&mut self) -> Option<usize> {
        let at = self.open.iter().position(|open| open.marker == Marker::Block);
        at.into_iter().for_each(|at| self.close(at));
        at
    }

    /// Whether a block is open.
    pub(crate) fn has_block(&self) -> bool {
        self.open.iter().any(|open| open.marker == Marker::Block)
    }

    /// Whether a row with this marker would follow the open block as one of its rows, and not be a part of such a row.
    pub(crate) fn is_next_in_block(&self, marker: Marker) -> bool {
        let Some(at) = self.open.iter().position(|open| open.marker == Marker::Block) else {
            return false;
        };
        let above = self.open.get(at + 1);
        matches!(marker, Marker::Plain(_)) && above.is_some_and(|above| above.marker >= marker)
    }

    /// Closes the rows without a marker: a line between them begins others.
    pub(crate) fn close_unmarked(&mut self) {
        let unmarked = |open: &Open| matches!(open.marker, Marker::Capitals | Marker::Plain(_));
        let at = self.open.iter().position(unmarked);
        at.into_iter().for_each(|at| self.close(at));
    }

    /// Closes all rows but the first `left`.
    fn close(&mut self, left: usize) {
        self.closed.extend(self.open.drain(left.min(self.open.len())..));
    }

    /// Whether a row without values and with this marker may split the last numbered item: the item has values, and no
    /// row in between has a marker of its own.
    pub(crate) fn may_be_split(&self, marker: Marker) -> bool {
        let is_unmarked = matches!(marker, Marker::Plain(_) | Marker::Capitals);
        let mut open = self.open.iter().rev();
        let item = open.find(|open| !matches!(open.marker, BREAKDOWN | Marker::Plain(_)));
        let is_item = |open: &Open| matches!(open.marker, Marker::Number(_)) && open.has_values;
        is_unmarked && item.is_some_and(is_item)
    }

    /// Closes the rows below the item without a marker that a row with this indentation splits, if there is one: it has
    /// values and is indented no deeper. Returns whether there is.
    pub(crate) fn begin_split(&mut self, marker: Marker) -> bool {
        let Marker::Plain(indent) = marker else { return false };
        let is_item = |open: &Open| {
            matches!(open.marker, Marker::Plain(own) if own <= indent) && open.has_values
        };
        let item = self.open.iter().rposition(is_item);
        let is_next = |at: &usize| {
            self.open[at + 1..].iter().all(|open| open.marker == BREAKDOWN || open.marker > marker)
        };
        let Some(item) = item.filter(is_next) else { return false };
        self.close(item + 1);
        self.splits_unnumbered = true;
        true
    }

    /// Whether the last placed row is part of a breakdown, or of what follows "Trong đó:".
    pub(crate) fn is_of_breakdown(&self) -> bool {
        let Some((last, above)) = self.open.split_last() else { return false };
        last.marker != BREAKDOWN
            && (last.of_which || above.iter().any(|open| open.marker == BREAKDOWN || open.of_which))
    }

    /// Ends the parts behind "Trong đó:" of a whole that has values itself, at a row that is not indented below it.
    pub(crate) fn end_parts(&mut self, marker: Marker) {
        let Marker::Plain(indent) = marker else { return };
        let Some(first) = self.open.iter().position(|open| open.of_which) else { return };
        let is_beside = |whole: &Open| {
            whole.has_values && matches!(whole.marker, Marker::Plain(other) if other >= indent)
        };
        if first.checked_sub(1).is_some_and(|whole| is_beside(&self.open[whole])) {
            self.close(first);
        }
    }

    /// The depth of the last placed row, 0 for the top level.
    pub(crate) fn depth(&self) -> usize {
        self.open.len().saturating_sub(1)
    }

    /// Whether a number with fewer parts is open.
    pub(crate) fn is_part_of_number(&self, number: Marker) -> bool {
        let above = |open: &Open| matches!(open.marker, Marker::Number(_)) && open.marker < number;
        self.open.iter().any(above)
    }

    /// Closes the rows that are not parents of a row without a marker. Returns whether it is a part after
    /// "Trong đó".
    fn close_for_plain(&mut self, indent: u16, below: bool) -> bool {
        // Bullets within a name end at a row without a marker.
        while self.open.last().is_some_and(|open| open.marker > Marker::Plain(u16::MAX)) {
            self.close(self.open.len() - 1);
        }
        if below {
            return true;
        }
        if indent == u16::MAX {
            // "Trong đó: Công nghiệp": a part of the last row that is not itself such a part.
            while self.open.last().is_some_and(|open| open.of_which) {
                self.close(self.open.len() - 1);
            }
            return true;
        }
        if self.continues_with_parts(indent) {
            self.close(self.open.len() - 1);
            return true;
        }
        let at = self.open.iter().position(|open| match open.marker {
            Marker::Plain(other) => other >= indent,
            _ => false,
        });
        if let Some(at) = at {
            self.close(at);
        }
        false
    }

    /// Whether the last row is a part after "Trong đó", and a row with this indentation is the next part.
    fn continues_with_parts(&self, indent: u16) -> bool {
        let mut above = self.open.iter().rev();
        let Some(Open { marker: Marker::Plain(own), of_which: true, .. }) = above.next() else {
            return false;
        };
        match above.next().map(|open| open.marker) {
            // Parts that begin on the line of "Trong đó:" are indented deeper than the whole.
            Some(Marker::Plain(parent)) if *own == u16::MAX => indent > parent,
            _ => *own == u16::MAX || indent >= *own,
        }
    }

    fn close_for(&mut self, marker: Marker) {
        let same = |open: &Open| match (open.marker, marker) {
            (Marker::Dash(other), Marker::Dash(indent))
            | (Marker::Plus(other), Marker::Plus(indent)) => other >= indent,
            (other, marker) => other == marker,
        };
        let above = |open: &Open| self.is_below(open.marker, marker);
        // After "+ Lúa", "a) Lúa mùa", a star is the next of the list and no part of the letter.
        let of_list = |open: &Open| marker == Marker::Star && open.follows_plus;
        // A marker that is not open yet is below all open ones of a higher rank.
        let place = |wanted: &dyn Fn(&Open) -> bool| self.open.iter().position(wanted);
        let at = place(&same).or_else(|| place(&of_list)).or_else(|| place(&above));
        if let Some(at) = at {
            self.close(at);
        }
    }

    /// Closes the items that a heading in capitals is no part of: "CHỈ SỐ GIÁ VÀNG" after "X. Giáo dục" with values.
    /// "Phân theo khu vực" after "I. Vận chuyển" splits it instead.
    fn close_other_groups(&mut self) {
        let at = self.open.iter().position(|open| open.has_values && !is_capitals(&open.name));
        at.into_iter().for_each(|at| self.close(at));
    }
}

#[cfg(test)]
mod tests;
