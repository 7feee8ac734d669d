//! The terminal and the locale that the client sends. Nothing else that it sends is kept.

use std::ffi::OsString;

use ratatui::layout::Size;

use super::appearance::Appearance;
use crate::app::{Lang, Preferences, Theme};
use crate::terminal::{Capabilities, capabilities};

/// The environment variables that are kept.
const NAMES: [&str; 5] = ["LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "NO_COLOR"];
/// The maximum length in bytes of a value and of TERM; no name of a locale or a terminal is longer.
const MAX_LENGTH: usize = 64;
/// The size for a client that sends none.
const DEFAULT_SIZE: Size = Size::new(80, 24);
/// The maximum size: it bounds the cost of a frame, whatever window a client claims to have.
const MAX_SIZE: Size = Size::new(400, 130);

/// The environment variables and the terminal of a client.
#[derive(Debug, Default, Clone)]
pub(super) struct ClientEnv {
    variables: Vec<(&'static str, String)>,
    pty: Option<Pty>,
}

/// The terminal of the client.
#[derive(Debug, Clone)]
pub(super) struct Pty {
    term: String,
    /// In columns and rows.
    pub(super) size: Size,
}

impl ClientEnv {
    /// Keeps the variable if it is one of [`NAMES`]. Returns whether it is kept.
    pub(super) fn set(&mut self, name: &str, value: &str) -> bool {
        let Some(name) = NAMES.into_iter().find(|known| *known == name) else { return false };
        if value.len() > MAX_LENGTH {
            return false;
        }
        self.variables.retain(|(known, _)| *known != name);
        self.variables.push((name, value.to_owned()));
        true
    }

    pub(super) fn set_pty(&mut self, term: &str, columns: u32, rows: u32) {
        let term = if term.len() > MAX_LENGTH { String::new() } else { term.to_owned() };
        self.pty = Some(Pty { term, size: size(columns, rows) });
    }

    /// Sets the size of the terminal, if the client has one.
    pub(super) fn resize(&mut self, size: Size) {
        if let Some(pty) = &mut self.pty {
            pty.size = size;
        }
    }

    pub(super) fn pty(&self) -> Option<&Pty> {
        self.pty.as_ref()
    }

    /// Whether the terminal understands no escape sequences.
    pub(super) fn is_dumb(&self) -> bool {
        self.pty.as_ref().is_some_and(|pty| pty.term == "dumb")
    }

    /// The capabilities of the terminal. A client that sends no locale (PuTTY, Windows) is taken to have
    /// UTF-8.
    pub(super) fn capabilities(&self) -> Capabilities {
        let sent = self.variables.iter().any(|(name, _)| *name != "NO_COLOR");
        capabilities(|name: &str| -> Option<OsString> {
            match name {
                "TERM" => self.pty.as_ref().map(|pty| pty.term.clone().into()),
                "LANG" if !sent => Some("C.UTF-8".into()),
                _ => {
                    let found = self.variables.iter().find(|(known, _)| *known == name);
                    found.map(|(_, value)| value.into())
                }
            }
        })
    }

    /// The preferences with which a session starts: those of the operator, else those of the client.
    pub(super) fn preferences(&self, appearance: &Appearance) -> Preferences {
        let found = self.capabilities();
        let lang = if found.vietnamese { Lang::Vietnamese } else { Lang::English };
        let theme = if found.colour { Theme::Terminal } else { Theme::None };
        Preferences {
            lang: appearance.lang.unwrap_or(lang),
            theme: appearance.theme.filter(|_| found.colour).unwrap_or(theme),
            ascii: appearance.ascii || found.ascii,
            mouse: appearance.mouse,
        }
    }
}

/// Whether the variable is one of a locale, kept or not.
pub(super) fn is_locale_variable(name: &str) -> bool {
    NAMES.contains(&name) || name == "LANGUAGE" || name.starts_with("LC_")
}

/// The size of a window, within the bounds of what is drawn.
pub(super) fn size(columns: u32, rows: u32) -> Size {
    let clamp = |sent: u32, default: u16, max: u16| match u16::try_from(sent) {
        Ok(0) => default,
        Ok(sent) => sent.min(max),
        Err(_) => max,
    };
    Size {
        width: clamp(columns, DEFAULT_SIZE.width, MAX_SIZE.width),
        height: clamp(rows, DEFAULT_SIZE.height, MAX_SIZE.height),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_only_the_known_variables() {
        let mut client_env = ClientEnv::default();
        assert!(client_env.set("LANG", "en_US.UTF-8") && client_env.set("LANG", "vi_VN.UTF-8"));
        assert!(
            !client_env.set("PATH", "/")
                && !client_env.set("LC_TIME", "C")
                && !client_env.set("TERM", "x")
        );
        let (longest, longer) = ("x".repeat(MAX_LENGTH), "x".repeat(MAX_LENGTH + 1));
        assert!(client_env.set("LC_ALL", &longest) && !client_env.set("LC_ALL", &longer));
        client_env.variables.retain(|(name, _)| *name != "LC_ALL");
        assert_eq!(client_env.variables, [("LANG", "vi_VN.UTF-8".to_owned())]);
    }

    #[test]
    fn assumes_utf_8_without_a_locale_unless_the_terminal_has_none() {
        let mut client_env = ClientEnv::default();
        client_env.set_pty("xterm-256color", 80, 24);
        assert!(!client_env.capabilities().ascii && client_env.capabilities().vietnamese);
        client_env.set_pty("linux", 80, 24);
        assert!(client_env.capabilities().ascii);
        client_env.set_pty("xterm", 80, 24);
        client_env.set("LANG", "C");
        assert!(client_env.capabilities().ascii, "a locale that is sent counts");
    }

    #[test]
    fn each_variable_keeps_its_own_value() {
        let mut client_env = ClientEnv::default();
        client_env.set_pty("xterm", 80, 24);
        client_env.set("LANG", "C");
        client_env.set("LC_ALL", "en_US.UTF-8");
        let found = client_env.capabilities();
        assert!(!found.ascii && !found.vietnamese);
    }

    #[test]
    fn ascii_by_the_operator_or_by_the_terminal() {
        for (operator, term) in [(true, "xterm"), (false, "linux"), (false, "xterm")] {
            let mut client_env = ClientEnv::default();
            client_env.set_pty(term, 80, 24);
            let appearance = Appearance { lang: None, theme: None, ascii: operator, mouse: true };
            let ascii = client_env.preferences(&appearance).ascii;
            assert_eq!(ascii, operator || term == "linux", "{operator} {term}");
        }
    }

    #[test]
    fn keeps_the_name_of_a_terminal_up_to_the_limit() {
        for (length, kept) in [(MAX_LENGTH, MAX_LENGTH), (MAX_LENGTH + 1, 0)] {
            let mut client_env = ClientEnv::default();
            client_env.set_pty(&"x".repeat(length), 80, 24);
            assert_eq!(client_env.pty.unwrap().term.len(), kept);
        }
    }

    #[test]
    fn clamps_the_window_size() {
        assert_eq!(size(0, 0), Size::new(80, 24));
        assert_eq!(size(1, u32::MAX), Size::new(1, 130));
        assert_eq!(size(70_000, 50), Size::new(400, 50));
    }
}
