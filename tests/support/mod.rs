//! A test explorer without a terminal: actions in, state and screen out.

#![allow(dead_code, reason = "each test binary uses its own part of this")]

pub mod examples;

use std::sync::Arc;

use chitieu::app::{
    Action, App, Catalog, Effect, FrameLayout, Lang, Preferences, Step, Theme, keymap,
};
use chitieu::dataset;
use chitieu::model::{Collection, Dataset};
use chitieu::ui;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::{Position, Rect};

pub const CHOICES: Preferences =
    Preferences { lang: Lang::Vietnamese, theme: Theme::Terminal, ascii: false, mouse: true };

/// An App with a window that is drawn after every action, as in the terminal.
pub struct Explorer {
    pub app: App,
    pub buffer: Buffer,
    pub cursor: Option<Position>,
    /// What the last frame showed.
    pub frame: FrameLayout,
    pub effects: Vec<Effect>,
}

impl Explorer {
    /// Opens the embedded dataset.
    pub fn open(width: u16, height: u16) -> Self {
        Self::with(vec![dataset::embedded().unwrap()], CHOICES, width, height)
    }

    pub fn with(datasets: Vec<Dataset>, choices: Preferences, width: u16, height: u16) -> Self {
        let shared = Arc::new(Catalog::new(Collection::new(datasets)));
        let mut explorer = Self {
            app: App::new(shared, choices),
            buffer: Buffer::empty(Rect::new(0, 0, width, height)),
            cursor: None,
            frame: FrameLayout::default(),
            effects: Vec::new(),
        };
        explorer.draw();
        explorer
    }

    /// Opens a dataset given as JSON.
    pub fn on_json(json: &str, width: u16, height: u16) -> Self {
        Self::with(vec![read(json)], CHOICES, width, height)
    }

    pub fn act(&mut self, action: Action) -> &mut Self {
        self.effects.extend(self.app.update(action));
        self.draw();
        self
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.buffer = Buffer::empty(Rect::new(0, 0, width, height));
        self.draw();
        self
    }

    /// Presses keys: names in `<>` or characters, as in "jj<Enter>/ho ngheo".
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let (key, length) = match rest.strip_prefix('<').and_then(|k| k.split_once('>')) {
                Some((name, _)) => (named(name), name.len() + 2),
                None => (KeyEvent::new(KeyCode::Char(first), KeyModifiers::NONE), first.len_utf8()),
            };
            rest = &rest[length..];
            if let Some(action) = keymap::action_for(&self.app, &key) {
                self.act(action);
            }
        }
        self
    }

    pub fn down(&mut self, times: usize) -> &mut Self {
        for _ in 0..times {
            self.act(Action::Move(Step::Down));
        }
        self
    }

    pub fn click(&mut self, text: &str, double: bool) -> &mut Self {
        let at = self.find(text).unwrap_or_else(|| panic!("{text:?} is not on\n{}", self.screen()));
        self.act(Action::Click { at, double })
    }

    /// Returns the position of a text on the screen.
    pub fn find(&self, text: &str) -> Option<Position> {
        let area = self.buffer.area;
        area.rows().find_map(|row| {
            let cells: Vec<&str> =
                (0..area.width).map(|x| self.buffer[(x, row.y)].symbol()).collect();
            let line = cells.concat();
            let before = &line[..line.find(text)?];
            let column = (0..cells.len()).find(|end| cells[..*end].concat().len() >= before.len());
            Some(Position::new(u16::try_from(column?).unwrap(), row.y))
        })
    }

    /// Returns the screen as text.
    pub fn screen(&self) -> String {
        let area = self.buffer.area;
        let line = |y| {
            let cells = (0..area.width).map(|x| self.buffer[(x, y)].symbol());
            cells.collect::<String>().trim_end().to_owned()
        };
        (0..area.height).map(line).collect::<Vec<_>>().join("\n")
    }

    pub fn shows(&self, text: &str) -> bool {
        self.screen().contains(text)
    }

    /// Returns the name of the selected indicator.
    pub fn selected(&self) -> String {
        self.app.selected_entry().map(|entry| entry.name().to_owned()).unwrap_or_default()
    }

    fn draw(&mut self) {
        let frame = ui::draw(&self.app, &mut self.buffer);
        self.cursor = frame.cursor;
        self.frame = frame.clone();
        self.app.settle(frame);
    }
}

pub fn read(json: &str) -> Dataset {
    dataset::read_json("test.json", json.as_bytes())
        .unwrap_or_else(|complaints| panic!("{complaints}"))
}

fn named(name: &str) -> KeyEvent {
    let (modifiers, name) = match name.split_once('-') {
        Some(("Ctrl", rest)) => (KeyModifiers::CONTROL, rest),
        Some(("Alt", rest)) => (KeyModifiers::ALT, rest),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "BackTab" => KeyCode::BackTab,
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "F1" => KeyCode::F(1),
        one => KeyCode::Char(one.chars().next().unwrap()),
    };
    KeyEvent::new(code, modifiers)
}
