//! The one table of keys. The dispatcher obeys it, the footer and the help show it, so none of them
//! can say something else than the others.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::{Action, App, Edit, Step};

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// In the panes.
    Browse,
    /// In the overview.
    Overview,
    /// In the search field.
    Search,
    /// In a picker.
    Picker,
    /// In the help.
    Help,
}

impl Context {
    /// Every context, as the help lists them.
    pub const ALL: [Self; 5] =
        [Self::Browse, Self::Search, Self::Overview, Self::Picker, Self::Help];

    /// Where the next key goes.
    #[must_use]
    pub fn of(app: &App) -> Self {
        if app.help().is_some() {
            Self::Help
        } else if app.picker().is_some() {
            Self::Picker
        } else if app.search().is_some() {
            Self::Search
        } else if app.overview().is_some() {
            Self::Overview
        } else {
            Self::Browse
        }
    }
}

/// A key with the modifiers that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Control and Alt; Shift is already in the character.
    pub modifiers: KeyModifiers,
}

/// What keys do in some contexts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// Where it holds.
    pub contexts: &'static [Context],
    /// The keys, the one to be shown first.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// Whether the footer shows it.
    pub hint: bool,
}

use Context::{Browse, Help, Overview, Picker, Search};

const EVERYWHERE: &[Context] = &[Browse, Overview, Search, Picker, Help];
const NOT_TYPING: &[Context] = &[Browse, Overview, Picker, Help];
const PANES: &[Context] = &[Browse, Overview];

/// Every key. The order is that of the footer and of the help; neighbours that do alike are shown as
/// one.
pub static BINDINGS: &[Binding] = &[
    hint(&[Browse], &[ch('/')], Action::Search),
    also(&[Overview], &[ch('/')], Action::Search),
    hint(&[Browse], &[key(KeyCode::Tab)], Action::NextPane),
    also(&[Browse], &[key(KeyCode::BackTab)], Action::PreviousPane),
    also(&[Browse], &[key(KeyCode::Left), ch('h')], Action::PaneLeft),
    also(&[Browse], &[key(KeyCode::Right), ch('l')], Action::PaneRight),
    also(&[Browse], &[key(KeyCode::Up), ch('k')], Action::Move(Step::Up)),
    also(&[Browse], &[key(KeyCode::Down), ch('j')], Action::Move(Step::Down)),
    hint(&[Overview], &[key(KeyCode::Up), ch('k')], Action::Move(Step::Up)),
    hint(&[Overview], &[key(KeyCode::Down), ch('j')], Action::Move(Step::Down)),
    also(&[Overview], &[key(KeyCode::Left), ch('h')], Action::PaneLeft),
    also(&[Overview], &[key(KeyCode::Right), ch('l')], Action::PaneRight),
    hint(&[Search], &[key(KeyCode::Up), ctrl('p')], Action::Move(Step::Up)),
    hint(&[Search], &[key(KeyCode::Down), ctrl('n')], Action::Move(Step::Down)),
    hint(&[Picker, Help], &[key(KeyCode::Up), ch('k')], Action::Move(Step::Up)),
    hint(&[Picker, Help], &[key(KeyCode::Down), ch('j')], Action::Move(Step::Down)),
    also(EVERYWHERE, &[key(KeyCode::PageUp)], Action::Move(Step::PageUp)),
    also(EVERYWHERE, &[key(KeyCode::PageDown)], Action::Move(Step::PageDown)),
    also(NOT_TYPING, &[key(KeyCode::Home)], Action::Move(Step::First)),
    also(NOT_TYPING, &[key(KeyCode::End), ch('G')], Action::Move(Step::Last)),
    hint(&[Browse, Overview, Search], &[key(KeyCode::Enter)], Action::Open),
    hint(&[Picker], &[key(KeyCode::Enter), ch(' ')], Action::Open),
    also(&[Browse], &[ch('p')], Action::PreviousIndicator),
    also(&[Browse], &[ch('n')], Action::NextIndicator),
    hint(PANES, &[ch('d')], Action::PickDataset),
    also(PANES, &[ch('[')], Action::PreviousDataset),
    also(PANES, &[ch(']')], Action::NextDataset),
    hint(&[Browse], &[ch('s')], Action::PickSort),
    hint(&[Browse], &[ch('f')], Action::PickStatus),
    hint(&[Browse], &[ch('x')], Action::Reset),
    hint(&[Browse], &[ch('g')], Action::Overview),
    also(&[Overview], &[ch('g')], Action::Overview),
    also(&[Picker], &[ch('s'), ch('f'), ch('d'), ch('q')], Action::Back),
    also(&[Help], &[ch('q'), ch('?')], Action::Back),
    hint(PANES, &[ch('y')], Action::Copy),
    also(PANES, &[ch('m')], Action::Mouse),
    also(PANES, &[ch('t')], Action::Theme),
    also(PANES, &[ch('L')], Action::Language),
    also(&[Search], &[key(KeyCode::Left), ctrl('b')], Action::Edit(Edit::Left)),
    also(&[Search], &[key(KeyCode::Right), ctrl('f')], Action::Edit(Edit::Right)),
    also(&[Search], &[ctrl_key(KeyCode::Left), alt('b')], Action::Edit(Edit::WordLeft)),
    also(&[Search], &[ctrl_key(KeyCode::Right), alt('f')], Action::Edit(Edit::WordRight)),
    also(&[Search], &[key(KeyCode::Home), ctrl('a')], Action::Edit(Edit::Home)),
    also(&[Search], &[key(KeyCode::End), ctrl('e')], Action::Edit(Edit::End)),
    also(&[Search], &[key(KeyCode::Backspace), ctrl('h')], Action::Edit(Edit::Backspace)),
    also(&[Search], &[key(KeyCode::Delete), ctrl('d')], Action::Edit(Edit::Delete)),
    also(&[Search], &[ctrl('w')], Action::Edit(Edit::DeleteWord)),
    hint(&[Search], &[ctrl('u')], Action::Edit(Edit::DeleteToStart)),
    also(&[Search], &[ctrl('k')], Action::Edit(Edit::DeleteToEnd)),
    hint(&[Search], &[key(KeyCode::Esc), ctrl('g')], Action::Back),
    hint(
        NOT_TYPING,
        &[key(KeyCode::Esc), key(KeyCode::Backspace), ctrl('g'), ctrl('h')],
        Action::Back,
    ),
    also(EVERYWHERE, &[ctrl('l')], Action::Redraw),
    also(PANES, &[ch('r')], Action::Reload),
    also(EVERYWHERE, &[ctrl('z')], Action::Suspend),
    hint(PANES, &[ch('?'), key(KeyCode::F(1))], Action::Help),
    also(&[Search, Help], &[key(KeyCode::F(1))], Action::Help),
    hint(PANES, &[ch('q'), ctrl('c')], Action::Quit),
    also(&[Search, Picker, Help], &[ctrl('c')], Action::Quit),
];

/// What a key does now: by the table, or, in the search field, the character it types.
#[must_use]
pub fn action_for(app: &App, event: &KeyEvent) -> Option<Action> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let context = Context::of(app);
    let pressed = Key {
        code: event.code,
        modifiers: event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT),
    };
    let bound = of_context(context).find(|binding| binding.keys.contains(&pressed));
    bound.map(|binding| binding.action.clone()).or(match (context, pressed) {
        (Search, Key { code: KeyCode::Char(c), modifiers: KeyModifiers::NONE }) => {
            Some(Action::Edit(Edit::Insert(c)))
        }
        _ => None,
    })
}

/// The bindings of a context, in order.
pub fn of_context(context: Context) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |binding| binding.contexts.contains(&context))
}

const fn hint(contexts: &'static [Context], keys: &'static [Key], action: Action) -> Binding {
    Binding { contexts, keys, action, hint: true }
}

const fn also(contexts: &'static [Context], keys: &'static [Key], action: Action) -> Binding {
    Binding { contexts, keys, action, hint: false }
}

const fn key(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::NONE }
}

const fn ch(c: char) -> Key {
    key(KeyCode::Char(c))
}

const fn ctrl(c: char) -> Key {
    ctrl_key(KeyCode::Char(c))
}

const fn ctrl_key(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::CONTROL }
}

const fn alt(c: char) -> Key {
    Key { code: KeyCode::Char(c), modifiers: KeyModifiers::ALT }
}
