//! Cell text in several styles. Superscript and struck-out text must not be read as part of a number or a
//! name.

/// The style of a run of text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct TextStyle {
    pub(super) raised: bool,
    pub(super) struck: bool,
}

/// The runs of a cell, joined.
#[derive(Debug, Default)]
pub(super) struct Rich {
    text: String,
    struck: bool,
    raised: Vec<(usize, String)>,
}

/// The visible text of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct VisibleText {
    pub(super) text: String,
    /// Whether struck-out text was left out.
    pub(super) struck: bool,
    /// Whether superscript text after a number was left out.
    pub(super) raised: bool,
}

impl Rich {
    /// Adds a run.
    pub(super) fn push(&mut self, text: &str, text_style: TextStyle) {
        if text_style.struck {
            self.struck |= !text.trim().is_empty();
        } else if !text_style.raised {
            self.text.push_str(text);
        } else if let Some((_, last)) =
            self.raised.last_mut().filter(|(at, _)| *at == self.text.len())
        {
            last.push_str(text);
        } else {
            self.raised.push((self.text.len(), text.to_owned()));
        }
    }

    /// Whether no run was added.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.raised.is_empty() && !self.struck
    }

    /// Takes the joined text, and resets the runs.
    pub(super) fn take(&mut self) -> VisibleText {
        let Self { text, struck, raised } = std::mem::take(self);
        let mut written =
            VisibleText { text: String::with_capacity(text.len()), struck, raised: false };
        let is_number = begins_number(&text);
        let mut from = 0;
        for (at, run) in raised {
            written.text.push_str(&text[from..at]);
            from = at;
            let before = written.text.chars().next_back();
            if is_number && before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '%' | ' ')) {
                written.raised = true;
            } else {
                written.text.push_str(&mark(&run, before.is_none()));
            }
        }
        written.text.push_str(&text[from..]);
        written
    }
}

/// Whether a text begins with a number; a unit may follow.
fn begins_number(text: &str) -> bool {
    let text = text.trim_start().trim_start_matches(['+', '-', '(']);
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Converts superscript text: digits to superscript digits, so that they are not read as part of a number.
fn mark(run: &str, alone: bool) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = run.trim().trim_matches(['(', ')']);
    if alone || digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return run.to_owned();
    }
    let raised = digits.bytes().map(|byte| RAISED[usize::from(byte - b'0')]);
    let behind = if run.ends_with(' ') { " " } else { "" };
    raised.collect::<String>() + behind
}

#[cfg(test)]
mod tests {
    use super::*;

    const RAISED: TextStyle = TextStyle { raised: true, struck: false };
    const STRUCK: TextStyle = TextStyle { raised: false, struck: true };
    const PLAIN: TextStyle = TextStyle { raised: false, struck: false };

    #[test]
    fn joins_runs_without_false_digits() {
        for (runs, text, struck, raised) in [
            (&[("150", PLAIN), ("2", RAISED)][..], "150", false, true),
            (&[("150", PLAIN), ("1)", RAISED), (" ha", PLAIN)], "150 ha", false, true),
            (&[("m", PLAIN), ("2", RAISED), ("/người", PLAIN)], "m²/người", false, false),
            (&[("Diện tích", PLAIN), ("1)", RAISED)], "Diện tích¹", false, false),
            (&[("5 m", PLAIN), ("3", RAISED)], "5 m³", false, false),
            (&[("COVID-19", PLAIN), ("(1)", RAISED)], "COVID-19¹", false, false),
            (&[("140 ", STRUCK), ("155", PLAIN)], "155", true, false),
            (&[("a", PLAIN), ("*", RAISED)], "a*", false, false),
            (&[("1", RAISED), (" Số ước", PLAIN)], "1 Số ước", false, false),
            (&[("CO", PLAIN), ("2", PLAIN)], "CO2", false, false),
            (&[("cũ", STRUCK)], "", true, false),
        ] {
            let mut rich = Rich::default();
            runs.iter().for_each(|(text, text_style)| rich.push(text, *text_style));
            let expected = VisibleText { text: text.to_owned(), struck, raised };
            assert_eq!(rich.take(), expected, "{runs:?}");
        }
    }
}
