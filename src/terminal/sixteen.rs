//! The sixteen colours by their own sequences (30 to 37 and 90 to 97). Crossterm writes them as entries of
//! a table of 256, which terminals of sixteen colours do not know.

use std::io::{self, Write};

use ratatui::buffer::Cell;
use ratatui::crossterm::cursor::MoveTo;
use ratatui::crossterm::queue;
use ratatui::style::{Color, Modifier};

/// Writes cells where they belong, each with its style, and leaves no style behind.
pub(super) fn write_cells<'a>(
    to: &mut impl Write,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
) -> io::Result<()> {
    let plain = (Color::Reset, Color::Reset, Modifier::empty());
    let mut style = plain;
    let mut next = None;
    for (x, y, cell) in cells {
        if next != Some((x, y)) {
            queue!(to, MoveTo(x, y))?;
        }
        next = Some((x + 1, y));
        let wanted = (cell.fg, cell.bg, cell.modifier);
        if wanted != style {
            write_style(to, wanted)?;
            style = wanted;
        }
        to.write_all(cell.symbol().as_bytes())?;
    }
    if style == plain { Ok(()) } else { to.write_all(b"\x1b[0m") }
}

/// One sequence that forgets the style before and sets this one.
fn write_style(
    to: &mut impl Write,
    (foreground, background, modifier): (Color, Color, Modifier),
) -> io::Result<()> {
    const MODIFIERS: [(Modifier, u8); 9] = [
        (Modifier::BOLD, 1),
        (Modifier::DIM, 2),
        (Modifier::ITALIC, 3),
        (Modifier::UNDERLINED, 4),
        (Modifier::SLOW_BLINK, 5),
        (Modifier::RAPID_BLINK, 6),
        (Modifier::REVERSED, 7),
        (Modifier::HIDDEN, 8),
        (Modifier::CROSSED_OUT, 9),
    ];
    to.write_all(b"\x1b[0")?;
    for (_, code) in MODIFIERS.iter().filter(|(one, _)| modifier.contains(*one)) {
        write!(to, ";{code}")?;
    }
    write_colour(to, foreground, 30)?;
    write_colour(to, background, 40)?;
    to.write_all(b"m")
}

/// A colour as a parameter; `base` is 30 for the foreground and 40 for the background.
fn write_colour(to: &mut impl Write, colour: Color, base: u8) -> io::Result<()> {
    let of_sixteen = |place: u8| if place < 8 { base + place } else { base + 52 + place };
    let place = match colour {
        Color::Reset => return Ok(()),
        Color::Rgb(r, g, b) => return write!(to, ";{};2;{r};{g};{b}", base + 8),
        Color::Indexed(place) if place > 15 => return write!(to, ";{};5;{place}", base + 8),
        Color::Indexed(place) => place,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    write!(to, ";{}", of_sixteen(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn written(style: Style) -> String {
        let mut cell = Cell::new("x");
        cell.set_style(style);
        let mut bytes = Vec::new();
        write_cells(&mut bytes, [(0, 0, &cell)].into_iter()).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn the_sixteen_have_sequences_of_their_own() {
        let cyan = Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD);
        assert_eq!(written(cyan), "\x1b[1;1H\x1b[0;1;36mx\x1b[0m");
        assert!(written(Style::new().fg(Color::LightRed)).contains("\x1b[0;91m"));
        assert!(written(Style::new().bg(Color::White)).contains("\x1b[0;107m"));
        assert!(written(Style::new().fg(Color::Indexed(209))).contains("\x1b[0;38;5;209m"));
        assert_eq!(written(Style::new()), "\x1b[1;1Hx");
    }
}
