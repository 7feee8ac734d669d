//! Prints the real screen as a picture, which is how the one in the README is made:
//!
//! ```sh
//! cargo run --example picture > assets/screen.svg
//! ```
//!
//! The explorer draws into a buffer as it does on a terminal; each cell becomes SVG.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::Arc;

use chitieu::app::{Action, App, Catalog, Lang, Preferences, Step, Theme};
use chitieu::model::Collection;
use chitieu::{dataset, ui};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

const COLUMNS: u16 = 120;
const ROWS: u16 = 30;
/// A cell, in pixels.
const WIDTH: f32 = 8.4;
const HEIGHT: f32 = 18.0;
const BACKGROUND: &str = "#1e1e1e";
const FOREGROUND: &str = "#d4d4d4";

fn main() -> Result<(), Box<dyn Error>> {
    let collection = Collection::new(vec![dataset::embedded()?]);
    let choices =
        Preferences { lang: Lang::Vietnamese, theme: Theme::Dark, ascii: false, mouse: true };
    let mut app = App::new(Arc::new(Catalog::new(collection)), choices);
    let mut buffer = Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS));
    for _ in 0..4 {
        app.update(Action::Move(Step::Down));
    }
    let drawn = ui::draw(&app, &mut buffer);
    app.settle(drawn);
    Ok(std::io::stdout().write_all(svg(&buffer)?.as_bytes())?)
}

fn svg(buffer: &Buffer) -> Result<String, std::fmt::Error> {
    let (width, height) = (f32::from(COLUMNS) * WIDTH, f32::from(ROWS) * HEIGHT);
    let mut svg = String::new();
    writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" \
         font-family=\"'JetBrains Mono','DejaVu Sans Mono',Consolas,monospace\" font-size=\"14\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{BACKGROUND}\"/>"
    )?;
    for y in 0..ROWS {
        for x in 0..COLUMNS {
            cell(&mut svg, &buffer[(x, y)], f32::from(x) * WIDTH, f32::from(y) * HEIGHT)?;
        }
    }
    writeln!(svg, "</svg>")?;
    Ok(svg)
}

fn cell(svg: &mut String, cell: &Cell, x: f32, y: f32) -> std::fmt::Result {
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let colour = if reversed { BACKGROUND.to_owned() } else { colour(cell.fg) };
    if reversed {
        let wide = WIDTH + 0.2;
        writeln!(
            svg,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{HEIGHT:.1}\" fill=\"{FOREGROUND}\"/>"
        )?;
    }
    let symbol = cell.symbol();
    if let Some(eighths) = "▏▎▍▌▋▊▉█".chars().position(|block| symbol.starts_with(block))
    {
        // Bars are drawn rather than written: fonts leave gaps between their blocks.
        let (wide, high) = (WIDTH * (eighths as f32 + 1.0) / 8.0 + 0.1, HEIGHT - 3.0);
        return writeln!(
            svg,
            "<rect x=\"{x:.1}\" y=\"{:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" fill=\"{colour}\"/>",
            y + 1.5
        );
    }
    if symbol.trim().is_empty() {
        return Ok(());
    }
    let bold = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let text = symbol.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let baseline = y + HEIGHT - 5.0;
    writeln!(svg, "<text x=\"{x:.1}\" y=\"{baseline:.1}\" fill=\"{colour}\"{bold}>{text}</text>")
}

/// A colour of the 256 as its red, green and blue.
fn colour(colour: Color) -> String {
    match colour {
        Color::Indexed(grey @ 232..) => {
            let level = 8 + 10 * (u32::from(grey) - 232);
            format!("#{level:02x}{level:02x}{level:02x}")
        }
        Color::Indexed(cube @ 16..) => {
            let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * u32::from(step) };
            let cube = cube - 16;
            let (red, green, blue) = (level(cube / 36), level(cube / 6 % 6), level(cube % 6));
            format!("#{red:02x}{green:02x}{blue:02x}")
        }
        _ => FOREGROUND.to_owned(),
    }
}
