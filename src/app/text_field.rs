//! A one-line text field with a cursor, for the search.
//!
//! The text is kept in NFC: a combining mark that arrives later joins the letter before it, and a letter
//! composed of several keystrokes is deleted as one.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// The largest number of characters in a field; longer text is no query.
pub const MAX_CHARS: usize = 1000;

/// Text and a cursor in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextField {
    text: String,
    /// A byte offset, always at a grapheme boundary.
    cursor: usize,
}

/// One edit of a field; a letter is a grapheme, a word is separated by white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// Inserts a character at the cursor.
    Insert(char),
    /// Deletes the letter before the cursor.
    Backspace,
    /// Deletes the letter at the cursor.
    Delete,
    /// Deletes the word before the cursor.
    DeleteWord,
    /// Deletes all text before the cursor.
    DeleteToStart,
    /// Deletes all text after the cursor.
    DeleteToEnd,
    /// Moves the cursor one letter left.
    Left,
    /// Moves the cursor one letter right.
    Right,
    /// Moves the cursor one word left.
    WordLeft,
    /// Moves the cursor one word right.
    WordRight,
    /// Moves the cursor to the start.
    Home,
    /// Moves the cursor to the end.
    End,
}

impl TextField {
    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before the cursor.
    #[must_use]
    pub fn before_cursor(&self) -> &str {
        &self.text[..self.cursor]
    }

    /// Applies one edit.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Insert(c) => self.insert(&c.to_string()),
            Edit::Backspace => self.delete(self.left(), self.cursor),
            Edit::Delete => self.delete(self.cursor, self.right()),
            Edit::DeleteWord => self.delete(self.boundary_from(self.word_left()), self.cursor),
            Edit::DeleteToStart => self.delete(0, self.cursor),
            Edit::DeleteToEnd => self.delete(self.cursor, self.text.len()),
            Edit::Left => self.cursor = self.left(),
            Edit::Right => self.cursor = self.right(),
            Edit::WordLeft => self.cursor = self.boundary_from(self.word_left()),
            Edit::WordRight => self.cursor = self.boundary_from(self.word_right()),
            Edit::Home => self.cursor = 0,
            Edit::End => self.cursor = self.text.len(),
        }
    }

    /// Replaces the text from a byte offset on, and moves the cursor to the end.
    pub(super) fn replace_from(&mut self, at: usize, text: &str) {
        self.cursor = self.text.len();
        if self.text.is_char_boundary(at) {
            self.text.truncate(at);
            self.cursor = at;
        }
        self.insert(text);
    }

    /// Inserts text at the cursor, with line breaks and tabs as spaces. Returns whether all of it fitted.
    pub fn paste(&mut self, text: &str) -> bool {
        let room = MAX_CHARS.saturating_sub(self.text.chars().count());
        let mut chars = text.trim_end_matches(['\r', '\n']).chars();
        let one_line = |c| {
            if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }
        };
        let kept: String = chars.by_ref().take(room).map(one_line).collect();
        self.insert(&kept);
        chars.next().is_none()
    }

    fn insert(&mut self, text: &str) {
        let before: String = self.text[..self.cursor].chars().chain(text.chars()).nfc().collect();
        let cursor = before.len();
        self.text = before.chars().chain(self.text[self.cursor..].chars()).nfc().collect();
        // Text after the cursor can compose with the text before it: the cursor then comes after the
        // composed letter.
        self.cursor = self.boundary_from(cursor.min(self.text.len()));
    }

    fn delete(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.cursor = self.boundary_from(from);
    }

    /// The first grapheme boundary at or after a byte offset.
    fn boundary_from(&self, offset: usize) -> usize {
        let mut ends = self.text.grapheme_indices(true).map(|(at, letter)| at + letter.len());
        if offset == 0 { 0 } else { ends.find(|end| *end >= offset).unwrap_or(self.text.len()) }
    }

    fn left(&self) -> usize {
        self.before_cursor().grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn right(&self) -> usize {
        self.text[self.cursor..]
            .graphemes(true)
            .next()
            .map_or(self.cursor, |g| self.cursor + g.len())
    }

    fn word_left(&self) -> usize {
        let trimmed = self.before_cursor().trim_end();
        trimmed
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + trimmed[at..].chars().next().map_or(0, char::len_utf8))
    }

    fn word_right(&self) -> usize {
        let rest = &self.text[self.cursor..];
        let word = rest.trim_start();
        let skipped = rest.len() - word.len();
        self.cursor + skipped + word.find(char::is_whitespace).unwrap_or(word.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn typed(text: &str) -> TextField {
        let mut field = TextField::default();
        text.chars().for_each(|c| field.edit(Edit::Insert(c)));
        field
    }

    #[test]
    fn an_input_method_replaces_letters_by_backspaces() {
        // Telex "hooj": the method sends h, o, then backspace and ô, then backspace and ộ.
        let mut field = typed("ho");
        field.edit(Edit::Backspace);
        field.edit(Edit::Insert('ô'));
        field.edit(Edit::Backspace);
        field.edit(Edit::Insert('ộ'));
        assert_eq!(field.text(), "hộ");
    }

    #[test]
    fn combining_marks_join_the_letter_before_them() {
        let mut field = typed("ho\u{302}\u{323}");
        assert_eq!(field.text(), "hộ");
        field.edit(Edit::Backspace);
        assert_eq!(field.text(), "h");
    }

    #[test]
    fn deletes_and_moves_by_words_and_to_the_ends() {
        let mut field = typed("tỷ lệ  hộ nghèo");
        field.edit(Edit::DeleteWord);
        assert_eq!(field.text(), "tỷ lệ  hộ ");
        field.edit(Edit::DeleteWord);
        assert_eq!(field.text(), "tỷ lệ  ");
        field.edit(Edit::Home);
        field.edit(Edit::WordRight);
        assert_eq!(field.before_cursor(), "tỷ");
        field.edit(Edit::Delete);
        field.edit(Edit::DeleteToEnd);
        assert_eq!(field.text(), "tỷ");
        field.edit(Edit::WordLeft);
        assert_eq!(field.before_cursor(), "");
        field.edit(Edit::End);
        field.edit(Edit::DeleteToStart);
        assert_eq!(field.text(), "");
    }

    #[test]
    fn a_paste_becomes_one_line_of_limited_length() {
        let mut field = TextField::default();
        assert!(field.paste("hộ\nnghèo\r\n"));
        assert_eq!(field.text(), "hộ nghèo");
        assert!(!field.paste(&"a".repeat(1 << 20)));
        assert_eq!(field.text().chars().count(), MAX_CHARS);
    }

    fn any_edit() -> impl Strategy<Value = Edit> {
        prop_oneof![
            prop::sample::select(vec!['a', 'ộ', ' ', '\u{301}', '\u{302}', '漢', '\u{200d}', '👩'])
                .prop_map(Edit::Insert),
            prop::sample::select(vec![
                Edit::Backspace,
                Edit::Delete,
                Edit::DeleteWord,
                Edit::DeleteToStart,
                Edit::DeleteToEnd,
                Edit::Left,
                Edit::Right,
                Edit::WordLeft,
                Edit::WordRight,
                Edit::Home,
                Edit::End,
            ]),
        ]
    }

    proptest! {
        #[test]
        fn the_cursor_stays_between_letters(edits in prop::collection::vec(any_edit(), 0..60)) {
            let mut field = TextField::default();
            for edit in edits {
                field.edit(edit);
                let at = field.before_cursor().len();
                let boundary = at == field.text().len()
                    || field.text().grapheme_indices(true).any(|(start, _)| start == at);
                prop_assert!(boundary, "{:?}", field);
            }
        }
    }
}
