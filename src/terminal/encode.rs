//! Encodes a frame as escape sequences: the cells that changed, in as few bytes as possible.
//!
//! Only sequences that every terminal since the VT220 supports are used: cursor movement, erasing, colours
//! (SGR). Letters are written in NFC. After a character whose width terminals disagree on, the cursor is
//! positioned explicitly, so that borders remain aligned.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthChar;

use super::pen::{Pen, VISIBLE_ON_BLANKS};
use super::scroll::RowScroll;

/// The number of full blocks from which reversed spaces are shorter: a space takes one byte, a block three.
const BLOCKS: usize = 4;
/// The number of blank cells from which erasing them is shorter than writing them: with the move over them that
/// follows, or at the end of what changed in a row.
const BLANKS: usize = 10;
const LAST_BLANKS: usize = 5;

/// The column of a cursor in the pending-wrap state after the last column.
const EDGE: u16 = u16::MAX;

/// Encodes cells, and tracks the terminal's cursor and pen.
#[derive(Debug, Default)]
pub(super) struct Encoder {
    out: String,
    /// The position of the terminal's cursor, if known.
    at: Option<Position>,
    pen: Pen,
}

impl Encoder {
    /// Appends a sequence that neither moves the cursor nor changes the pen.
    pub(super) fn raw(&mut self, sequence: &str) {
        self.out.push_str(sequence);
    }

    /// Clears the screen, whatever its state.
    pub(super) fn clear(&mut self) {
        self.out.push_str("\x1b[m\x1b[H\x1b[2J");
        self.pen = Pen::default();
        self.at = Some(Position::ORIGIN);
    }

    /// Scrolls rows of the terminal; the rows are relative to row `top`.
    pub(super) fn scroll(&mut self, scroll: &RowScroll, top: u16) {
        let (first, last) = (top + scroll.rows.start + 1, top + scroll.rows.end);
        // Setting and resetting the margins moves the cursor to the origin, but not on every terminal.
        let _ = write!(self.out, "\x1b[{first};{last}r");
        if scroll.by > 0 {
            let _ = write!(self.out, "\x1b[{last}H");
            self.out.extend(std::iter::repeat_n('\n', scroll.lines()));
        } else {
            let _ = write!(self.out, "\x1b[{first}H");
            self.out.extend(std::iter::repeat_n("\x1bM", scroll.lines()));
        }
        self.out.push_str("\x1b[r");
        self.at = None;
    }

    /// Writes the changed cells of `next`, which must be in reading order, and resets the pen.
    pub(super) fn changes(&mut self, next: &Buffer, changes: &[(u16, u16, &Cell)]) {
        let mut done = 0;
        while let Some((x, y, cell)) = changes.get(done) {
            // Unchanged blanks between changed ones are erased with them.
            let run = blanks_from(next, *x, *y);
            let blanks =
                changes[done..].iter().take_while(|to| to.1 == *y && to.0 < x + run).count();
            let blocks = adjacent(&changes[done..], |block| {
                is_block(block) && block.style() == cell.style()
            });
            let to_end = is_blank_from(next, *x, *y);
            let are_last = changes.get(done + blanks).is_none_or(|after| after.1 != *y);
            if blanks > 3 && to_end {
                self.go(next, Position::new(*x, *y));
                self.plain_blanks();
                self.out.push_str("\x1b[K");
                done += changes[done..].iter().take_while(|change| change.1 == *y).count();
            } else if blanks > if are_last { LAST_BLANKS } else { BLANKS } {
                // Up to the last changed one: a row ends in others that are blank already.
                let last = changes[done + blanks - 1].0;
                let run = if are_last { last - x + 1 } else { run };
                self.go(next, Position::new(*x, *y));
                self.plain_blanks();
                // Writing to a String cannot fail.
                let _ = write!(self.out, "\x1b[{run}X");
                done += blanks;
            } else if blocks >= BLOCKS {
                self.go(next, Position::new(*x, *y));
                let pen = Pen::of(cell);
                self.pen(Pen { modifier: pen.modifier ^ Modifier::REVERSED, ..pen });
                self.out.extend(std::iter::repeat_n(' ', blocks));
                self.advance(u16::try_from(blocks).ok(), next.area.width);
                done += blocks;
            } else {
                self.go(next, Position::new(*x, *y));
                self.cell(next, cell);
                done += 1;
            }
        }
        self.pen(Pen::default());
    }

    /// Moves the cursor.
    pub(super) fn go_to(&mut self, to: Position) {
        if self.at == Some(to) {
            return;
        }
        let anywhere = format!("\x1b[{};{}H", to.y + 1, to.x + 1);
        let nearby = self.at.and_then(|at| nearby(at, to));
        let shorter = nearby.filter(|nearby| nearby.len() < anywhere.len());
        self.out.push_str(&shorter.unwrap_or(anywhere));
        self.at = Some(to);
    }

    /// Returns what was encoded since the last call.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }

    /// Moves the cursor to a cell; over up to three unchanged cells by rewriting them, if that is possible.
    fn go(&mut self, next: &Buffer, to: Position) {
        if let Some(at) = self.at.filter(|at| at.y == to.y && at.x < to.x && to.x - at.x <= 3) {
            let between = (at.x..to.x).map(|x| &next[(x, to.y)]);
            let plain = |cell: &Cell| {
                cell.symbol().is_ascii()
                    && (Pen::of(cell) == self.pen || looks_equal(self.pen, cell))
            };
            if between.clone().all(plain) {
                between.for_each(|cell| self.out.push_str(cell.symbol()));
                self.at = Some(to);
                return;
            }
        }
        self.go_to(to);
    }

    fn cell(&mut self, next: &Buffer, cell: &Cell) {
        if !looks_equal(self.pen, cell) {
            self.pen(Pen::of(cell));
        }
        let symbol = cell.symbol();
        let mut composed = symbol.nfc();
        let (first, more) = (composed.next(), composed.next().is_some());
        match first {
            Some(c) if !more => self.out.push(c),
            _ => self.out.extend(symbol.nfc()),
        }
        let width = first.filter(|_| !more).filter(|c| has_agreed_width(*c));
        let width = width.and_then(|c| c.width()).and_then(|width| u16::try_from(width).ok());
        self.advance(width, next.area.width);
    }

    /// Advances the tracked cursor by so many columns; it becomes unknown if the number is unknown.
    fn advance(&mut self, columns: Option<u16>, width: u16) {
        self.at = match (self.at, columns) {
            (Some(at), Some(columns)) if at.x + columns < width => {
                Some(Position::new(at.x + columns, at.y))
            }
            // After the last column the cursor is in pending wrap; only a carriage return is safe then.
            (Some(at), Some(columns)) if at.x + columns == width => Some(Position::new(EDGE, at.y)),
            _ => None,
        };
    }

    /// Makes what is erased look like blanks.
    fn plain_blanks(&mut self) {
        if !leaves_blanks_plain(self.pen) {
            self.pen(Pen::default());
        }
    }

    fn pen(&mut self, pen: Pen) {
        if pen == self.pen {
            return;
        }
        let full = codes(Pen::default(), pen).map(|codes| format!(";{codes}"));
        let full = full.unwrap_or_default();
        let removed = self.pen.modifier - pen.modifier;
        let added =
            codes(self.pen, pen).filter(|added| removed.is_empty() && added.len() <= full.len());
        let _ = write!(self.out, "\x1b[{}m", added.unwrap_or(full));
        self.pen = pen;
    }
}

const ATTRIBUTES: [(Modifier, &str); 9] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::SLOW_BLINK, "5"),
    (Modifier::RAPID_BLINK, "6"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];

/// Whether a blank cell looks the same with this pen as with its own.
fn looks_equal(pen: Pen, blank: &Cell) -> bool {
    is_blank(blank) && leaves_blanks_plain(pen)
}

fn leaves_blanks_plain(pen: Pen) -> bool {
    pen.bg == Color::Reset && !pen.modifier.intersects(VISIBLE_ON_BLANKS)
}

/// Returns the SGR parameters that change one pen to another which has all of its attributes, if any are
/// needed.
fn codes(from: Pen, to: Pen) -> Option<String> {
    let added = to.modifier - from.modifier;
    let attributes = ATTRIBUTES.iter().filter(|(attribute, _)| added.contains(*attribute));
    let mut codes: Vec<String> = attributes.map(|(_, code)| (*code).to_owned()).collect();
    codes.extend((to.fg != from.fg).then(|| colour(to.fg, 30)));
    codes.extend((to.bg != from.bg).then(|| colour(to.bg, 40)));
    (!codes.is_empty()).then(|| codes.join(";"))
}

/// Returns the SGR parameters of a colour: `from` is 30 for the foreground, 40 for the background.
fn colour(colour: Color, from: u8) -> String {
    let named = |n: u8| (from + n).to_string();
    let bright = |n: u8| (from + 60 + n).to_string();
    match colour {
        Color::Reset => named(9),
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
        Color::Indexed(n) => format!("{};5;{n}", from + 8),
        Color::Rgb(r, g, b) => format!("{};2;{r};{g};{b}", from + 8),
    }
}

/// Returns a relative movement, down and along the row, if there is a short one.
fn nearby(at: Position, to: Position) -> Option<String> {
    let down = to.y.checked_sub(at.y).filter(|down| *down <= 4)?;
    let along = |from: u16| match (to.x.checked_sub(from), from.checked_sub(to.x)) {
        (Some(0), _) => String::new(),
        (Some(1), _) => "\x1b[C".to_owned(),
        (Some(right), _) => format!("\x1b[{right}C"),
        (None, Some(left @ 1..=3)) => "\x08".repeat(left.into()),
        (None, left) => format!("\x1b[{}D", left.unwrap_or(0)),
    };
    let downward = "\n".repeat(down.into());
    let (here, start) = (along(at.x), format!("\r{}", along(0)));
    let sideways = if start.len() < here.len() { start } else { here };
    Some(downward + &sideways)
}

/// Returns the number of changes, from the first, that are adjacent cells of the same kind.
fn adjacent(changes: &[(u16, u16, &Cell)], kind: impl Fn(&Cell) -> bool) -> usize {
    let first = changes.first().map_or((0, 0), |change| (change.0, change.1));
    let follows = |(at, change): &(usize, &(u16, u16, &Cell))| {
        change.1 == first.1 && usize::from(change.0 - first.0) == *at && kind(change.2)
    };
    changes.iter().enumerate().take_while(follows).count()
}

fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && Pen::of(cell) == Pen::default()
}

/// Whether the cell is a full block, which looks like a space with foreground and background exchanged.
fn is_block(cell: &Cell) -> bool {
    cell.symbol() == "█" && !cell.modifier.contains(Modifier::DIM)
}

/// Returns the number of blank cells from a cell to the end of its row at most.
fn blanks_from(next: &Buffer, x: u16, y: u16) -> u16 {
    let row = (x..next.area.width).map(|x| &next[(x, y)]);
    u16::try_from(row.take_while(|cell| is_blank(cell)).count()).unwrap_or(0)
}

fn is_blank_from(buffer: &Buffer, x: u16, y: u16) -> bool {
    (x..buffer.area.width).all(|x| is_blank(&buffer[(x, y)]))
}

/// Whether terminals agree on the width of a character: they do on letters, lines, blocks, braille and the
/// scripts of East Asia.
fn has_agreed_width(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{1e00}'..='\u{1fff}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203a}' | '\u{2190}'..='\u{2193}'
        | '\u{2200}'..='\u{22ff}' | '\u{2400}'..='\u{2426}' | '\u{2500}'..='\u{25cf}'
        | '\u{2713}'..='\u{2718}' | '\u{2800}'..='\u{28ff}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}'
        | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff01}'..='\u{ff5e}')
}
