//! The key bindings, in one table: dispatch, footer, help and the manual all read it, so they cannot
//! disagree.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::{Action, App, Edit, Step};

/// What receives keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// The panes.
    Browse,
    /// The overview.
    Overview,
    /// The search field.
    Search,
    /// An open picker.
    Picker,
    /// The help.
    Help,
}

impl Context {
    /// Every context, in the order of the help.
    pub const ALL: [Self; 5] =
        [Self::Browse, Self::Search, Self::Overview, Self::Picker, Self::Help];

    /// Returns the context that receives the next key: the topmost of what is open.
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

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The key itself.
    pub code: KeyCode,
    /// Control and Alt; Shift is already part of the character.
    pub modifiers: KeyModifiers,
}

/// An action and the keys that trigger it in some contexts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The contexts.
    pub contexts: &'static [Context],
    /// The keys; the footer shows the first.
    pub keys: &'static [Key],
    /// The action.
    pub action: Action,
    /// Whether the footer shows the binding.
    pub hint: bool,
}

use Context::{Browse, Help, Overview, Picker, Search};

const EVERYWHERE: &[Context] = &[Browse, Overview, Search, Picker, Help];
const NOT_TYPING: &[Context] = &[Browse, Overview, Picker, Help];
const PANES: &[Context] = &[Browse, Overview];

/// Every binding, in the order of the footer and the help; neighbours with the same description are shown as
/// one.
pub static BINDINGS: &[Binding] = &[
    hint(&[Browse], &[ch('/')], Action::Search),
    bind(&[Overview], &[ch('/')], Action::Search),
    hint(&[Browse], &[key(KeyCode::Tab)], Action::NextPane),
    bind(&[Browse], &[key(KeyCode::BackTab)], Action::PreviousPane),
    bind(&[Browse], &[key(KeyCode::Left), ch('h')], Action::PaneLeft),
    bind(&[Browse], &[key(KeyCode::Right), ch('l')], Action::PaneRight),
    bind(&[Browse], &[key(KeyCode::Up), ch('k')], Action::Move(Step::Up)),
    bind(&[Browse], &[key(KeyCode::Down), ch('j')], Action::Move(Step::Down)),
    hint(&[Overview], &[key(KeyCode::Up), ch('k')], Action::Move(Step::Up)),
    hint(&[Overview], &[key(KeyCode::Down), ch('j')], Action::Move(Step::Down)),
    bind(&[Overview], &[key(KeyCode::Left), ch('h')], Action::PaneLeft),
    bind(&[Overview], &[key(KeyCode::Right), ch('l')], Action::PaneRight),
    hint(&[Search], &[key(KeyCode::Up), ctrl('p')], Action::Move(Step::Up)),
    hint(&[Search], &[key(KeyCode::Down), ctrl('n')], Action::Move(Step::Down)),
    hint(&[Picker, Help], &[key(KeyCode::Up), ch('k')], Action::Move(Step::Up)),
    hint(&[Picker, Help], &[key(KeyCode::Down), ch('j')], Action::Move(Step::Down)),
    bind(EVERYWHERE, &[key(KeyCode::PageUp)], Action::Move(Step::PageUp)),
    bind(EVERYWHERE, &[key(KeyCode::PageDown)], Action::Move(Step::PageDown)),
    bind(NOT_TYPING, &[key(KeyCode::Home)], Action::Move(Step::First)),
    bind(NOT_TYPING, &[key(KeyCode::End), ch('G')], Action::Move(Step::Last)),
    hint(&[Browse, Overview, Search], &[key(KeyCode::Enter)], Action::Open),
    hint(&[Picker], &[key(KeyCode::Enter), ch(' ')], Action::Open),
    bind(&[Browse], &[ch('p')], Action::PreviousIndicator),
    bind(&[Browse], &[ch('n')], Action::NextIndicator),
    hint(PANES, &[ch('d')], Action::PickDataset),
    hint(PANES, &[ch('[')], Action::PreviousPeriod),
    hint(PANES, &[ch(']')], Action::NextPeriod),
    hint(PANES, &[ch('{')], Action::PreviousPlace),
    hint(PANES, &[ch('}')], Action::NextPlace),
    hint(&[Browse], &[ch('s')], Action::PickSort),
    hint(&[Browse], &[ch('f')], Action::PickStatus),
    hint(&[Browse], &[ch('x')], Action::Reset),
    hint(&[Browse], &[ch('g')], Action::Overview),
    bind(&[Overview], &[ch('g')], Action::Overview),
    bind(&[Picker], &[ch('s'), ch('f'), ch('d'), ch('q')], Action::Back),
    bind(&[Help], &[ch('q'), ch('?')], Action::Back),
    hint(PANES, &[ch('y')], Action::Copy),
    bind(PANES, &[ch('m')], Action::Mouse),
    bind(PANES, &[ch('t')], Action::Theme),
    bind(PANES, &[ch('L')], Action::Language),
    bind(&[Search], &[key(KeyCode::Left), ctrl('b')], Action::Edit(Edit::Left)),
    bind(&[Search], &[key(KeyCode::Right), ctrl('f')], Action::Edit(Edit::Right)),
    bind(&[Search], &[ctrl_key(KeyCode::Left), alt('b')], Action::Edit(Edit::WordLeft)),
    bind(&[Search], &[ctrl_key(KeyCode::Right), alt('f')], Action::Edit(Edit::WordRight)),
    bind(&[Search], &[key(KeyCode::Home), ctrl('a')], Action::Edit(Edit::Home)),
    bind(&[Search], &[key(KeyCode::End), ctrl('e')], Action::Edit(Edit::End)),
    bind(&[Search], &[key(KeyCode::Backspace), ctrl('h')], Action::Edit(Edit::Backspace)),
    bind(&[Search], &[key(KeyCode::Delete), ctrl('d')], Action::Edit(Edit::Delete)),
    bind(&[Search], &[ctrl('w')], Action::Edit(Edit::DeleteWord)),
    hint(&[Search], &[ctrl('u')], Action::Edit(Edit::DeleteToStart)),
    bind(&[Search], &[ctrl('k')], Action::Edit(Edit::DeleteToEnd)),
    hint(&[Search], &[key(KeyCode::Esc), ctrl('g')], Action::Back),
    hint(
        NOT_TYPING,
        &[key(KeyCode::Esc), key(KeyCode::Backspace), ctrl('g'), ctrl('h')],
        Action::Back,
    ),
    bind(EVERYWHERE, &[ctrl('l')], Action::Redraw),
    bind(PANES, &[ch('r')], Action::Reload),
    bind(EVERYWHERE, &[ctrl('z')], Action::Suspend),
    hint(PANES, &[ch('?'), key(KeyCode::F(1))], Action::Help),
    bind(&[Search, Help], &[key(KeyCode::F(1))], Action::Help),
    hint(PANES, &[ch('q'), ctrl('c')], Action::Quit),
    bind(&[Search, Picker, Help], &[ctrl('c')], Action::Quit),
];

/// Returns the action of a key event: that of its binding, else the insertion of a character in the search
/// field.
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

/// Returns the bindings of a context, in order.
pub fn of_context(context: Context) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |binding| binding.contexts.contains(&context))
}

/// A binding that the footer shows.
const fn hint(contexts: &'static [Context], keys: &'static [Key], action: Action) -> Binding {
    Binding { contexts, keys, action, hint: true }
}

/// A binding that only the help shows.
const fn bind(contexts: &'static [Context], keys: &'static [Key], action: Action) -> Binding {
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
