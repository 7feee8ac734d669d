//! What the client says of its terminal and of its user; nothing else that it says is kept.

use std::ffi::OsString;

use super::look::Appearance;
use crate::app::{Lang, Preferences, Theme};
use crate::terminal::{Capabilities, capabilities};

/// The variables that are kept.
const NAMES: [&str; 5] = ["LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "NO_COLOR"];
/// No name of a locale or a terminal is longer.
const LONGEST: usize = 64;
/// What a client that tells no size has.
const USUAL: (u16, u16) = (80, 24);
/// What a frame may cost has an end, whatever window a client claims to have.
const LARGEST: (u16, u16) = (400, 130);

/// What the client said.
#[derive(Debug, Default, Clone)]
pub(super) struct ClientEnv {
    variables: Vec<(&'static str, String)>,
    pty: Option<Pty>,
}

/// The terminal that it has.
#[derive(Debug, Clone)]
pub(super) struct Pty {
    term: String,
    /// Columns and rows.
    pub(super) size: (u16, u16),
}

impl ClientEnv {
    /// Keeps a variable if it is one of those that count. Returns whether it is.
    pub(super) fn set(&mut self, name: &str, value: &str) -> bool {
        let Some(name) = NAMES.into_iter().find(|known| *known == name) else { return false };
        if value.len() > LONGEST {
            return false;
        }
        self.variables.retain(|(known, _)| *known != name);
        self.variables.push((name, value.to_owned()));
        true
    }

    pub(super) fn set_pty(&mut self, term: &str, columns: u32, rows: u32) {
        let term = if term.len() > LONGEST { String::new() } else { term.to_owned() };
        self.pty = Some(Pty { term, size: size(columns, rows) });
    }

    pub(super) fn pty(&self) -> Option<&Pty> {
        self.pty.as_ref()
    }

    /// Whether its terminal obeys nothing that a screen is drawn with.
    pub(super) fn is_dumb(&self) -> bool {
        self.pty.as_ref().is_some_and(|pty| pty.term == "dumb")
    }

    /// What can be shown. A client that tells no locale (PuTTY, Windows) has UTF-8 all the same.
    pub(super) fn capabilities(&self) -> Capabilities {
        let told = self.variables.iter().any(|(name, _)| *name != "NO_COLOR");
        capabilities(|name: &str| -> Option<OsString> {
            match name {
                "TERM" => self.pty.as_ref().map(|pty| pty.term.clone().into()),
                "LANG" if !told => Some("C.UTF-8".into()),
                _ => {
                    let found = self.variables.iter().find(|(known, _)| *known == name);
                    found.map(|(_, value)| value.into())
                }
            }
        })
    }

    /// How a visit begins.
    pub(super) fn choices(&self, look: &Appearance) -> Preferences {
        let found = self.capabilities();
        let lang = if found.vietnamese { Lang::Vietnamese } else { Lang::English };
        let theme = if found.colour { Theme::Terminal } else { Theme::None };
        Preferences {
            lang: look.lang.unwrap_or(lang),
            theme: look.theme.filter(|_| found.colour).unwrap_or(theme),
            ascii: look.ascii || found.ascii,
            mouse: look.mouse,
        }
    }
}

/// Whether a variable belongs to a locale, whether or not it counts here.
pub(super) fn is_of_locale(name: &str) -> bool {
    NAMES.contains(&name) || name == "LANGUAGE" || name.starts_with("LC_")
}

/// A window that can be drawn on.
pub(super) fn size(columns: u32, rows: u32) -> (u16, u16) {
    let fit = |told: u32, usual: u16, largest: u16| match u16::try_from(told) {
        Ok(0) => usual,
        Ok(told) => told.min(largest),
        Err(_) => largest,
    };
    (fit(columns, USUAL.0, LARGEST.0), fit(rows, USUAL.1, LARGEST.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_counts_is_kept() {
        let mut said = ClientEnv::default();
        assert!(said.set("LANG", "en_US.UTF-8") && said.set("LANG", "vi_VN.UTF-8"));
        assert!(!said.set("PATH", "/") && !said.set("LC_TIME", "C") && !said.set("TERM", "x"));
        assert!(!said.set("LC_ALL", &"x".repeat(LONGEST + 1)));
        assert_eq!(said.variables, [("LANG", "vi_VN.UTF-8".to_owned())]);
    }

    #[test]
    fn without_a_locale_it_is_utf_8_unless_the_terminal_cannot() {
        let mut said = ClientEnv::default();
        said.set_pty("xterm-256color", 80, 24);
        assert!(!said.capabilities().ascii && said.capabilities().vietnamese);
        said.set_pty("linux", 80, 24);
        assert!(said.capabilities().ascii);
        said.set_pty("xterm", 80, 24);
        said.set("LANG", "C");
        assert!(said.capabilities().ascii, "a locale that is told counts");
    }

    #[test]
    fn every_window_can_be_drawn_on() {
        assert_eq!(size(0, 0), (80, 24));
        assert_eq!(size(1, u32::MAX), (1, 130));
        assert_eq!(size(70_000, 50), (400, 50));
    }
}
