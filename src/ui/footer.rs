//! The footer: a notice, or hints of the available keys, read from the keymap.

use std::cmp::Reverse;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use crate::app::keymap;
use crate::app::{Action, Target, Top};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// Keys with the same description, each with its action.
struct Hint {
    keys: Vec<(String, Action)>,
    /// What is between the keys: names of several letters would run together.
    between: &'static str,
    does: &'static str,
}

impl Hint {
    fn of_keys(&self) -> String {
        let keys: Vec<&str> = self.keys.iter().map(|(key, _)| key.as_str()).collect();
        keys.join(self.between)
    }

    fn width(&self) -> usize {
        let does = if self.does.is_empty() { 0 } else { 1 + truncate::width(self.does) };
        truncate::width(&self.of_keys()) + does
    }

    fn action(&self) -> &Action {
        &self.keys[0].1
    }
}

const GAP: usize = 2;
/// The columns of a window in which the keys along an axis, and those of the comparison, are described at length.
const WIDE: u16 = 100;
const NARROW: u16 = 60;
/// The fewest lines of a window in which a notice may take several, and how many.
const HIGH: u16 = 10;
const MOST_LINES: usize = 3;
/// The columns for the keys that leave a query, next to how its filters are written.
const WAYS_OUT: usize = 18;

/// The lines of a notice in a window: as many as it needs, if the window is high enough for them; none without one.
pub(super) fn notice_lines(canvas: &Canvas<'_>, screen: Rect) -> Vec<String> {
    let Some(notice) = canvas.app.notice() else { return Vec::new() };
    let text = canvas.words.notice(notice, canvas.only_file().as_deref());
    let most = if screen.height < HIGH { 1 } else { MOST_LINES };
    truncate::wrap(&text, screen.width.into(), most)
}

/// Draws the notice, if there is one, and hints of the keys into what it leaves of the last line.
pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect, notice: &[String]) {
    let mut x = area.x;
    for (place, line) in area.rows().zip(notice) {
        canvas.line(place, &Line::styled(line.as_str(), canvas.palette.warning));
    }
    let area = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..area };
    if let Some(last) = notice.last() {
        // Hints of the keys take what is left.
        let taken = u16::try_from(truncate::width(last) + GAP).unwrap_or(u16::MAX);
        x = area.right().min(area.x.saturating_add(taken));
    }
    let left = Rect { x, width: area.right() - x, ..area };
    let area = if notice.is_empty() { explained_filters(canvas, area) } else { left };
    let mut x = area.x;
    let hints = hints(canvas, canvas.buffer.area.width);
    for hint in fitting(hints, canvas.app.top(), area.width.into()) {
        let width = u16::try_from(hint.width()).unwrap_or(u16::MAX);
        let place = Rect { x, width: width.min(area.right() - x), ..area };
        let space = if hint.does.is_empty() { "" } else { " " };
        let does = format!("{space}{}", hint.does);
        let line = Line::from(vec![
            Span::styled(hint.of_keys(), Style::new().add_modifier(Modifier::BOLD)),
            Span::styled(does, canvas.palette.dim),
        ]);
        canvas.line(place, &line);
        canvas.target(place, Target::Hint(hint.action().clone()));
        // Of several keys each is its own target.
        let mut of_key = x;
        for (key, action) in &hint.keys {
            let width = u16::try_from(truncate::width(key)).unwrap_or(0);
            let width = width.min(area.right().saturating_sub(of_key));
            canvas.target(Rect { x: of_key, width, ..area }, Target::Hint(action.clone()));
            of_key += width + truncate::width(hint.between) as u16;
        }
        x = (x + width + GAP as u16).min(area.right());
    }
}

/// Draws what the filters of a query are, or what is wrong with them, and what completes the last one, or without any
/// how they are written; returns the area that is left for hints.
fn explained_filters(canvas: &mut Canvas<'_>, area: Rect) -> Rect {
    let Some(search) = canvas.app.search().filter(|_| canvas.app.top() == Top::Search) else {
        return area;
    };
    let words = canvas.words;
    let problem = search.filters().problems().last().map(|problem| words.filter_problem(problem));
    let filters = || {
        let all = search.filters().filters().iter().map(|filter| words.query_filter(filter));
        all.collect::<Vec<_>>().join(" · ")
    };
    let style = if problem.is_some() { canvas.palette.warning } else { Style::new() };
    let text = problem.unwrap_or_else(filters);
    let completion = search.completion().map(|text| format!("Tab → {}", visible(text)));
    let mut parts = vec![text];
    parts.extend(completion);
    parts.retain(|part| !part.is_empty());
    let is_empty = parts.is_empty();
    let style = if is_empty { canvas.palette.dim } else { style };
    let text = if is_empty {
        // The ways out are kept.
        let fits = |text: &&str| truncate::width(text) + WAYS_OUT <= area.width.into();
        words.filter_examples().into_iter().find(fits).unwrap_or_default().to_owned()
    } else {
        parts.join("  ")
    };
    if text.is_empty() {
        return area;
    }
    let shown = truncate::cut(&text, area.width.into()).into_owned();
    let taken = u16::try_from(truncate::width(&shown) + GAP).unwrap_or(u16::MAX);
    canvas.line(area, &Line::styled(shown, style));
    let taken = taken.min(area.width);
    Rect { x: area.x + taken, width: area.width - taken, ..area }
}

/// The hints for what is on top of a window of some columns: actions without effect are omitted, neighbours with the
/// same description joined.
fn hints(canvas: &Canvas<'_>, width: u16) -> Vec<Hint> {
    let top = canvas.app.top();
    let mut hints: Vec<Hint> = Vec::new();
    for binding in keymap::on_top(top) {
        if !binding.hint || !canvas.app.can(&binding.action) {
            continue;
        }
        // The datasets of one table are its periods and places, which have keys of their own.
        if binding.action == Action::PickDataset && !canvas.app.catalog().has_several_tables() {
            continue;
        }
        let Some(key) = binding.keys.first() else {
            continue;
        };
        let along =
            [Action::PreviousPeriod, Action::NextPeriod, Action::PreviousPlace, Action::NextPlace];
        let most = if along.contains(&binding.action) { WIDE } else { NARROW };
        let does = canvas.words.action_in_a_word(&binding.action, top).filter(|_| width < most);
        let does = does.unwrap_or_else(|| canvas.words.action(&binding.action, top));
        let key = (canvas.key_name(key), binding.action.clone());
        match hints.last_mut().filter(|hint| hint.does == does) {
            Some(hint) => {
                let is_long =
                    hint.keys.iter().chain([&key]).any(|(name, _)| truncate::width(name) > 1);
                hint.between = if is_long { "/" } else { hint.between };
                hint.keys.push(key);
            }
            None => hints.push(Hint { keys: vec![key], between: "", does }),
        }
    }
    hints
}

/// The hints that fit into `width` columns, in their order; the most useful ones come first, and shorter ones take
/// what a longer one has no room in.
fn fitting(hints: Vec<Hint>, top: Top, width: usize) -> Vec<Hint> {
    let mut by_use: Vec<usize> = (0..hints.len()).collect();
    by_use.sort_by_key(|at| Reverse(usefulness(hints[*at].action(), top)));
    let mut left = width + GAP;
    let mut fits = vec![false; hints.len()];
    for at in by_use {
        if let Some(rest) = left.checked_sub(hints[at].width() + GAP) {
            (left, fits[at]) = (rest, true);
        }
    }
    hints.into_iter().zip(fits).filter_map(|(hint, fits)| fits.then_some(hint)).collect()
}

/// How useful a hint is. A key that users try by themselves, such as Enter, needs its hint least; one whose
/// view they would not find needs it most, after the ways out.
fn usefulness(action: &Action, top: Top) -> u8 {
    match action {
        // What a search is for, and the steps of a review.
        Action::Open if top == Top::Search => 13,
        Action::Move(_) if top == Top::Text => 12,
        Action::SortColumns => 7,
        Action::Copy | Action::Mark => 0,
        Action::Edit(_) => 1,
        Action::Open => 2,
        Action::NextPane => 6,
        Action::PickColumns => 3,
        Action::PickSort => 4,
        Action::PickStatus => 5,
        Action::Reset => 6,
        Action::PickDataset => 3,
        // Of the view of a text.
        Action::EditText => 3,
        // Shown only while there is something to take back.
        Action::Undo => 9,
        Action::MakeIndicator => 5,
        Action::NextOpenNumber => 8,
        Action::SetAside => 10,
        Action::Accept => 11,
        Action::SortRows => 8,
        Action::Compare | Action::NextMeasure => 9,
        Action::Turn => 10,
        Action::PreviousPeriod | Action::PreviousPlace => 8,
        Action::Move(_) => 9,
        Action::Overview => 10,
        Action::Search => 11,
        Action::Help => 12,
        Action::Quit => 13,
        // The way back from what is open.
        _ => 14,
    }
}
