//! The key bindings, in one table: dispatch, footer, help and the manual all read it, so they cannot
//! disagree.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::{Action, App, Edit, Step, Top};

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The key itself.
    pub code: KeyCode,
    /// Control and Alt; Shift is already part of the character.
    pub modifiers: KeyModifiers,
}

/// An action and the keys that trigger it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// What must be on top.
    pub tops: &'static [Top],
    /// The keys; the footer shows the first.
    pub keys: &'static [Key],
    /// The action.
    pub action: Action,
    /// Whether the footer shows the binding.
    pub hint: bool,
}

use Top::{Comparison, FieldPicker, Help, Overview, Panes, Picker, Search, Text};

const EVERYWHERE: &[Top] = &[Panes, Overview, Comparison, Text, Search, Picker, FieldPicker, Help];
const NOT_TYPING: &[Top] = &[Panes, Overview, Comparison, Text, Picker, Help];
const BROWSING: &[Top] = &[Panes, Overview, Comparison];
const LISTS: &[Top] = &[Panes, Overview];
/// What is looked at: everything but fields, pickers and the help.
const VIEWS: &[Top] = &[Panes, Overview, Comparison, Text];
const TYPING: &[Top] = &[Search, FieldPicker];

/// Every binding, in the order of the footer and the help; neighbours with the same description are shown as
/// one.
pub static BINDINGS: &[Binding] = &[
    hint(&[Panes], &[ch('/')], Action::Search),
    bind(&[Overview, Comparison], &[ch('/')], Action::Search),
    hint(&[Comparison], &[ch('m')], Action::NextMeasure),
    hint(&[Comparison], &[key(KeyCode::Tab)], Action::Turn),
    bind(&[Comparison], &[key(KeyCode::BackTab)], Action::TurnBack),
    hint(&[Comparison], &[ch('s')], Action::SortRows),
    hint(&[Comparison], &[ch('S')], Action::SortColumns),
    hint(&[Panes], &[key(KeyCode::Tab)], Action::NextPane),
    bind(&[Panes], &[key(KeyCode::BackTab)], Action::PreviousPane),
    bind(&[Panes], &[key(KeyCode::Left), ch('h')], Action::PaneLeft),
    bind(&[Panes], &[key(KeyCode::Right), ch('l')], Action::PaneRight),
    bind(&[Panes], &[key(KeyCode::Up), ch('k')], Action::Move(Step::Up)),
    bind(&[Panes], &[key(KeyCode::Down), ch('j')], Action::Move(Step::Down)),
    hint(&[Overview, Comparison], &[key(KeyCode::Up), ch('k')], Action::Move(Step::Up)),
    hint(&[Overview, Comparison], &[key(KeyCode::Down), ch('j')], Action::Move(Step::Down)),
    bind(&[Overview, Comparison], &[key(KeyCode::Left), ch('h')], Action::PaneLeft),
    bind(&[Overview, Comparison], &[key(KeyCode::Right), ch('l')], Action::PaneRight),
    hint(&[Text], &[ch('n'), ch('j'), key(KeyCode::Down)], Action::Move(Step::Down)),
    hint(&[Text], &[ch('p'), ch('k'), key(KeyCode::Up)], Action::Move(Step::Up)),
    hint(&[Text], &[key(KeyCode::Tab)], Action::NextOpenNumber),
    hint(&[Text], &[ch('a')], Action::Accept),
    hint(&[Text], &[ch('x')], Action::SetAside),
    hint(&[Text], &[ch('+'), ch('=')], Action::MakeIndicator),
    hint(&[Text], &[ch('u')], Action::Undo),
    hint(&[Text], &[ch('e')], Action::EditText),
    hint(TYPING, &[key(KeyCode::Up), ctrl('p')], Action::Move(Step::Up)),
    hint(TYPING, &[key(KeyCode::Down), ctrl('n')], Action::Move(Step::Down)),
    hint(&[Picker, Help], &[key(KeyCode::Up), ch('k')], Action::Move(Step::Up)),
    hint(&[Picker, Help], &[key(KeyCode::Down), ch('j')], Action::Move(Step::Down)),
    bind(EVERYWHERE, &[key(KeyCode::PageUp)], Action::Move(Step::PageUp)),
    bind(EVERYWHERE, &[key(KeyCode::PageDown)], Action::Move(Step::PageDown)),
    bind(NOT_TYPING, &[key(KeyCode::Home)], Action::Move(Step::First)),
    bind(NOT_TYPING, &[key(KeyCode::End), ch('G')], Action::Move(Step::Last)),
    hint(&[Panes, Overview, Comparison, Search, Text], &[key(KeyCode::Enter)], Action::Open),
    hint(&[Picker], &[key(KeyCode::Enter), ch(' ')], Action::Open),
    hint(&[FieldPicker], &[key(KeyCode::Enter)], Action::Open),
    bind(&[Panes], &[ch('p')], Action::PreviousIndicator),
    bind(&[Panes], &[ch('n')], Action::NextIndicator),
    hint(BROWSING, &[ch('[')], Action::PreviousPeriod),
    hint(BROWSING, &[ch(']')], Action::NextPeriod),
    bind(BROWSING, &[ch('K')], Action::PickPeriod),
    hint(BROWSING, &[ch('{')], Action::PreviousPlace),
    hint(BROWSING, &[ch('}')], Action::NextPlace),
    bind(BROWSING, &[ch('N')], Action::PickPlace),
    hint(LISTS, &[ch('d')], Action::PickDataset),
    hint(&[Panes], &[ch(' ')], Action::ToggleFold),
    bind(&[Panes], &[ch('-')], Action::FoldAll(true)),
    bind(&[Panes], &[ch('+'), ch('=')], Action::FoldAll(false)),
    hint(&[Panes], &[ch('c')], Action::PickColumns),
    hint(&[Panes], &[ch('s')], Action::PickSort),
    hint(&[Panes], &[ch('f')], Action::PickStatus),
    hint(&[Overview, Comparison], &[ch('f')], Action::PickStatus),
    hint(&[Overview], &[ch('s')], Action::PickSort),
    bind(&[Overview, Comparison], &[ch('x')], Action::Reset),
    hint(&[Panes], &[ch('x')], Action::Reset),
    hint(&[Panes], &[ch('g')], Action::Overview),
    bind(&[Overview], &[ch('g')], Action::Overview),
    hint(LISTS, &[ch('v')], Action::Compare),
    bind(&[Comparison], &[ch('v')], Action::Compare),
    hint(LISTS, &[ch('o')], Action::Text),
    bind(&[Text], &[ch('o')], Action::Text),
    hint(BROWSING, &[ch('*')], Action::Mark),
    bind(&[Picker], &[ch('s'), ch('f'), ch('c'), ch('d'), ch('K'), ch('q')], Action::Back),
    bind(&[Help], &[ch('q'), ch('?')], Action::Back),
    hint(VIEWS, &[ch('y')], Action::Copy),
    bind(LISTS, &[ch('m')], Action::Mouse),
    bind(VIEWS, &[ch('t')], Action::Theme),
    bind(VIEWS, &[ch('L')], Action::Language),
    hint(&[Search], &[key(KeyCode::Tab)], Action::Complete),
    bind(TYPING, &[key(KeyCode::Left), ctrl('b')], Action::Edit(Edit::Left)),
    bind(TYPING, &[key(KeyCode::Right), ctrl('f')], Action::Edit(Edit::Right)),
    bind(TYPING, &[ctrl_key(KeyCode::Left), alt('b')], Action::Edit(Edit::WordLeft)),
    bind(TYPING, &[ctrl_key(KeyCode::Right), alt('f')], Action::Edit(Edit::WordRight)),
    bind(TYPING, &[key(KeyCode::Home), ctrl('a')], Action::Edit(Edit::Home)),
    bind(TYPING, &[key(KeyCode::End), ctrl('e')], Action::Edit(Edit::End)),
    bind(TYPING, &[key(KeyCode::Backspace), ctrl('h')], Action::Edit(Edit::Backspace)),
    bind(TYPING, &[key(KeyCode::Delete), ctrl('d')], Action::Edit(Edit::Delete)),
    bind(TYPING, &[ctrl('w')], Action::Edit(Edit::DeleteWord)),
    hint(TYPING, &[ctrl('u')], Action::Edit(Edit::DeleteToStart)),
    bind(TYPING, &[ctrl('k')], Action::Edit(Edit::DeleteToEnd)),
    hint(TYPING, &[key(KeyCode::Esc), ctrl('g')], Action::Back),
    hint(
        NOT_TYPING,
        &[key(KeyCode::Esc), key(KeyCode::Backspace), ctrl('g'), ctrl('h')],
        Action::Back,
    ),
    bind(EVERYWHERE, &[ctrl('l')], Action::Redraw),
    bind(VIEWS, &[ch('r')], Action::Reload),
    bind(EVERYWHERE, &[ctrl('z')], Action::Suspend),
    hint(VIEWS, &[ch('?'), key(KeyCode::F(1))], Action::Help),
    bind(&[Search, FieldPicker, Help], &[key(KeyCode::F(1))], Action::Help),
    hint(VIEWS, &[ch('q'), ctrl('c')], Action::Quit),
    bind(&[Search, Picker, FieldPicker, Help], &[ctrl('c')], Action::Quit),
];

/// Returns the action of a key event: that of its binding, else the insertion of a character in the field of the
/// search or of a picker.
#[must_use]
pub fn action_for(app: &App, event: &KeyEvent) -> Option<Action> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let top = app.top();
    let pressed = Key {
        code: event.code,
        modifiers: event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT),
    };
    let bound = on_top(top).find(|binding| binding.keys.contains(&pressed));
    bound.map(|binding| binding.action.clone()).or(match (top, pressed) {
        (Search | FieldPicker, Key { code: KeyCode::Char(c), modifiers: KeyModifiers::NONE }) => {
            Some(Action::Edit(Edit::Insert(c)))
        }
        // A key that does something elsewhere is answered rather than ignored.
        (_, Key { code: KeyCode::Char(_), modifiers: KeyModifiers::NONE }) => {
            let is_bound = BINDINGS.iter().any(|binding| binding.keys.contains(&pressed));
            is_bound.then_some(Action::NotHere)
        }
        _ => None,
    })
}

/// Returns the bindings for what is on top, in order.
pub fn on_top(top: Top) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |binding| binding.tops.contains(&top))
}

/// A binding that the footer shows.
const fn hint(tops: &'static [Top], keys: &'static [Key], action: Action) -> Binding {
    Binding { tops, keys, action, hint: true }
}

/// A binding that only the help shows.
const fn bind(tops: &'static [Top], keys: &'static [Key], action: Action) -> Binding {
    Binding { tops, keys, action, hint: false }
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
