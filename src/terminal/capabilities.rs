//! Detects the capabilities of the terminal and the user's language from environment variables. The terminal
//! itself is never queried.

use std::ffi::OsString;

/// What the terminal can show, and in which language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capabilities {
    /// Only ASCII can be shown: `TERM` is `linux` or `dumb`, or the locale is not UTF-8.
    pub ascii: bool,
    /// Colour is used when output is a terminal.
    ///
    /// Rules in order of precedence: `NO_COLOR`, if not empty, disables; `CLICOLOR_FORCE` or `FORCE_COLOR`,
    /// if neither empty nor 0 or false, enables; `CLICOLOR=0` and `FORCE_COLOR=0` disable; `TERM=dumb` disables.
    pub colour: bool,
    /// Colour is used even when output is not a terminal.
    pub forced_colour: bool,
    /// The interface is in Vietnamese: always, unless the locale is English.
    pub vietnamese: bool,
}

/// Reads the environment through `env`, which returns the value of a variable.
///
/// ```
/// use chitieu::terminal::capabilities;
/// let env = |name: &str| match name {
///     "TERM" => Some("xterm-256color".into()),
///     "LANG" => Some("en_US.UTF-8".into()),
///     _ => None,
/// };
/// let found = capabilities(env);
/// assert!(!found.ascii && found.colour && !found.vietnamese);
/// ```
pub fn capabilities(env: impl Fn(&str) -> Option<OsString>) -> Capabilities {
    let read = |name: &str| {
        let value = env(name)?.to_string_lossy().into_owned();
        (!value.is_empty()).then_some(value)
    };
    let locale =
        |category: &str| read("LC_ALL").or_else(|| read(category)).or_else(|| read("LANG"));
    let term = read("TERM").unwrap_or_default();
    // An unset locale is "C", which is ASCII only.
    let codeset = locale("LC_CTYPE").unwrap_or_default().to_ascii_lowercase();
    let utf8 = codeset.contains("utf-8") || codeset.contains("utf8");
    let language = locale("LC_MESSAGES").unwrap_or_default();
    let no_colour = read("NO_COLOR").is_some();
    let is_set = |name| read(name).is_some_and(|value| !matches!(value.as_str(), "0" | "false"));
    let forced_colour = !no_colour && (is_set("CLICOLOR_FORCE") || is_set("FORCE_COLOR"));
    let is_off = |name| read(name).is_some_and(|value| matches!(value.as_str(), "0" | "false"));
    let unwanted = no_colour || is_off("CLICOLOR") || is_off("FORCE_COLOR") || term == "dumb";
    Capabilities {
        ascii: !utf8 || matches!(term.as_str(), "" | "linux" | "dumb"),
        colour: forced_colour || !unwanted,
        forced_colour,
        vietnamese: !language.starts_with("en"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&str, &str)]) -> Capabilities {
        let find = |name: &str| pairs.iter().find(|(key, _)| *key == name);
        capabilities(|name| find(name).map(|(_, value)| (*value).into()))
    }

    #[test]
    fn ascii_if_the_terminal_or_the_locale_supports_nothing_else() {
        let utf8 = ("LANG", "vi_VN.UTF-8");
        assert!(!of(&[("TERM", "xterm"), utf8]).ascii);
        assert!(!of(&[("TERM", "xterm"), ("LANG", "C.utf8")]).ascii);
        assert!(of(&[("TERM", "linux"), utf8]).ascii);
        assert!(of(&[("TERM", "dumb"), utf8]).ascii);
        assert!(of(&[utf8]).ascii);
        assert!(of(&[("TERM", "xterm"), ("LANG", "vi_VN.TCVN")]).ascii);
        assert!(of(&[("TERM", "xterm")]).ascii);
        assert!(of(&[("TERM", "xterm"), utf8, ("LC_ALL", "C")]).ascii);
        assert!(!of(&[("TERM", "xterm"), ("LANG", "C"), ("LC_CTYPE", "vi_VN.UTF-8")]).ascii);
    }

    #[test]
    fn no_color_is_ignored_if_empty() {
        assert!(of(&[("TERM", "xterm"), ("NO_COLOR", "")]).colour);
        assert!(!of(&[("TERM", "xterm"), ("NO_COLOR", "1")]).colour);
        assert!(!of(&[("TERM", "dumb")]).colour);
    }

    #[test]
    fn colour_variables_follow_their_precedence() {
        let colour = |pairs: &[(&str, &str)]| {
            let found = of(&[&[("TERM", "xterm")], pairs].concat());
            (found.colour, found.forced_colour)
        };
        assert_eq!(colour(&[]), (true, false));
        assert_eq!(colour(&[("CLICOLOR", "0")]), (false, false));
        assert_eq!(colour(&[("CLICOLOR", "1")]), (true, false));
        for force in ["CLICOLOR_FORCE", "FORCE_COLOR"] {
            assert_eq!(colour(&[(force, "1")]), (true, true));
            assert_eq!(colour(&[(force, "")]), (true, false));
            assert_eq!(colour(&[(force, "0")]), (force == "CLICOLOR_FORCE", false));
            assert_eq!(colour(&[(force, "false")]), (force == "CLICOLOR_FORCE", false));
            assert_eq!(colour(&[(force, "1"), ("CLICOLOR", "0")]), (true, true));
            assert_eq!(colour(&[(force, "1"), ("NO_COLOR", "1")]), (false, false));
        }
        assert!(of(&[("TERM", "dumb"), ("FORCE_COLOR", "3")]).forced_colour);
    }

    #[test]
    fn vietnamese_unless_the_locale_is_english() {
        assert!(of(&[]).vietnamese);
        assert!(of(&[("LANG", "C.UTF-8")]).vietnamese);
        assert!(!of(&[("LANG", "en_GB.UTF-8")]).vietnamese);
        assert!(!of(&[("LANG", "vi_VN.UTF-8"), ("LC_MESSAGES", "en_US.UTF-8")]).vietnamese);
    }
}
