//! The word lists of the lexicon: words as data, in the `.txt` files of this folder.
//!
//! A file has several lists. A list has its name in brackets, a comment, and its words, one a line:
//!
//! ```text
//! [note]
//! # Remarks.
//! ghi chu
//! ly do
//! ```
//!
//! To have a further heading recognised, add it to its list: folded (lower case, without accents),
//! in alphabetical order. A word in quotation marks keeps its spaces, and may begin with `#`. The
//! words of lists "with accents", and of reports (`prose_….txt`), are as they are written. The
//! lists of `prose_names.txt`, `prose_phrases.txt`, `prose_units.txt` and `prose_verdicts.txt` are
//! classes of phrases, which [`phrase_lexicon`](super::phrase_lexicon) reads.

use std::collections::HashSet;
use std::ops::Deref;
use std::sync::OnceLock;

use foldhash::fast::FixedState;

/// A list of words, read from its file when it is first used.
#[derive(Debug)]
pub(crate) struct WordList {
    file: &'static str,
    name: &'static str,
    words: OnceLock<Vec<&'static str>>,
    /// These words, to ask for one.
    set: OnceLock<HashSet<&'static str, FixedState>>,
}

impl WordList {
    /// Returns the list with this name in the text of a file.
    pub(crate) const fn of(file: &'static str, name: &'static str) -> Self {
        Self { file, name, words: OnceLock::new(), set: OnceLock::new() }
    }

    /// Whether a word is in the list.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.set.get_or_init(|| self.iter().copied().collect()).contains(word)
    }

    /// Returns the longest word of the list with which a text begins.
    pub(crate) fn longest_start(&self, text: &str) -> Option<&'static str> {
        self.longest(|word| text.starts_with(word))
    }

    /// Returns the longest word of the list that fits.
    pub(crate) fn longest(&self, fits: impl Fn(&str) -> bool) -> Option<&'static str> {
        self.iter().copied().filter(|word| fits(word)).max_by_key(|word| word.len())
    }
}

impl Deref for WordList {
    type Target = [&'static str];

    /// Returns the words, in alphabetical order.
    fn deref(&self) -> &Self::Target {
        self.words.get_or_init(|| {
            let list = start_of(self.file, self.name).and_then(|start| lists(start).next());
            list.filter(|list| list.name == self.name).map(|list| list.words).unwrap_or_default()
        })
    }
}

/// A list as it is in its file.
pub(crate) struct List {
    pub(crate) name: &'static str,
    pub(crate) words: Vec<&'static str>,
}

/// Returns the text of a file from the list with a name on. The lists before it are not read.
fn start_of(file: &'static str, name: &str) -> Option<&'static str> {
    let heading = format!("[{name}]\n");
    if file.starts_with(&heading) {
        return Some(file);
    }
    file.find(&format!("\n{heading}")).and_then(|before| file.get(before + 1..))
}

/// Returns the lists of a file, in order.
pub(crate) fn lists(file: &'static str) -> impl Iterator<Item = List> {
    let mut lines =
        file.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).peekable();
    let name_of = |line: &'static str| line.strip_prefix('[')?.strip_suffix(']');
    std::iter::from_fn(move || {
        let name = name_of(lines.next()?)?;
        let words = std::iter::from_fn(|| lines.next_if(|line| name_of(line).is_none()));
        let unquoted = |line: &'static str| {
            line.strip_prefix('"').and_then(|line| line.strip_suffix('"')).unwrap_or(line)
        };
        Some(List { name, words: words.map(unquoted).collect() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    /// The files whose lists are classes of phrases.
    const CLASSES: [(&str, &str); 4] = [
        ("prose_names.txt", include_str!("prose_names.txt")),
        ("prose_phrases.txt", include_str!("prose_phrases.txt")),
        ("prose_units.txt", include_str!("prose_units.txt")),
        ("prose_verdicts.txt", include_str!("prose_verdicts.txt")),
    ];

    const FILES: [(&str, &str); 20] = [
        ("clause_words.txt", include_str!("clause_words.txt")),
        ("columns.txt", include_str!("columns.txt")),
        ("comparisons.txt", include_str!("comparisons.txt")),
        ("countries.txt", include_str!("countries.txt")),
        ("economy_words.txt", include_str!("economy_words.txt")),
        ("footers.txt", include_str!("footers.txt")),
        ("headings.txt", include_str!("headings.txt")),
        ("markers.txt", include_str!("markers.txt")),
        ("measures.txt", include_str!("measures.txt")),
        ("passing_words.txt", include_str!("passing_words.txt")),
        ("periods.txt", include_str!("periods.txt")),
        ("places.txt", include_str!("places.txt")),
        ("prose_words.txt", include_str!("prose_words.txt")),
        ("queries.txt", include_str!("queries.txt")),
        ("report_lines.txt", include_str!("report_lines.txt")),
        ("titles.txt", include_str!("titles.txt")),
        ("totals.txt", include_str!("totals.txt")),
        ("units.txt", include_str!("units.txt")),
        ("values.txt", include_str!("values.txt")),
        ("verdicts.txt", include_str!("verdicts.txt")),
    ];

    #[test]
    fn words_are_folded_and_in_order_and_unique() {
        for (file, text) in FILES.into_iter().chain(CLASSES) {
            let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
            let read: usize = lists(text).map(|list| 1 + list.words.len()).sum();
            assert_eq!(read, lines.count(), "{file}: a line outside of a list");
            for List { name, words } in lists(text) {
                assert!(!words.is_empty(), "{file}: [{name}] is empty");
                let as_written = ["clause_words.txt", "economy_words.txt", "passing_words.txt"]
                    .contains(&file)
                    || file.starts_with("prose_")
                    || name.ends_with("with accents");
                for word in &words {
                    assert!(
                        as_written || *word == fold(word),
                        "{file}: [{name}]: {word} is not folded"
                    );
                    assert!(!word.trim().is_empty(), "{file}: [{name}]: an empty word");
                }
                for pair in words.windows(2) {
                    assert!(
                        pair[0] < pair[1],
                        "{file}: [{name}]: {} goes before {}",
                        pair[1],
                        pair[0]
                    );
                }
            }
        }
    }

    #[test]
    fn the_code_reads_every_list_and_no_other() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
        let mut read = BTreeSet::new();
        let mut paths = vec![folder];
        while let Some(path) = paths.pop() {
            let inner = fs::read_dir(&path).into_iter().flatten();
            paths.extend(inner.map(|file| file.unwrap().path()));
            let code = fs::read_to_string(path).unwrap_or_default();
            let Some((_, from)) = code.split_once("const FILE: &str = include_str!(\"") else {
                continue;
            };
            let (of, rest) = from.split_once('"').unwrap();
            let of = of.rsplit('/').next().unwrap();
            for call in rest.split("WordList::of(FILE, \"").skip(1) {
                read.insert((of.to_owned(), call.split('"').next().unwrap().to_owned()));
            }
        }
        let all = FILES.iter().flat_map(|(file, text)| {
            lists(text).map(|list| ((*file).to_owned(), list.name.to_owned()))
        });
        assert_eq!(read, all.collect::<BTreeSet<_>>());
    }

    #[test]
    fn reads_lists_with_comments_and_spaces() {
        let file = "# Words.\n\n[one]\n# Of one.\n#\na b\n\n[two]\n\"q. \"\n";
        let all: Vec<_> = lists(file).map(|list| (list.name, list.words)).collect();
        assert_eq!(all, [("one", vec!["#", "a b"]), ("two", vec!["q. "])]);
        let list = WordList::of(file, "one");
        assert!(list.contains("a b") && !list.contains("a") && list.len() == 2);
        let starts = WordList::of("[s]\na\na b\nb\n", "s");
        assert_eq!(starts.longest_start("a b c"), Some("a b"));
        assert_eq!(starts.longest_start("c"), None);
        assert!(WordList::of(file, "three").is_empty());
    }
}
