//! Slugs: the words of a name in ASCII, joined by hyphens. Ids are made of them, and recognised by them.

use super::fold::fold;

/// The most letters of a slug; a longer first word is cut, later words that do not fit are left out.
const LONGEST: usize = 60;

/// The slug of a name; empty if it has no letter or digit.
pub(crate) fn slug(name: &str) -> String {
    of_words(words(&fold(name)))
}

/// The words of a folded name that a slug has.
pub(crate) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
}

/// The slug of the words of a folded name, in ASCII; empty if there is none.
pub(crate) fn of_words<'w>(mut words: impl Iterator<Item = &'w str>) -> String {
    let Some(first) = words.next() else { return String::new() };
    let mut slug = String::with_capacity(LONGEST + 1);
    slug.push_str(&first[..first.len().min(LONGEST)]);
    for word in words {
        // The hyphen before the last word does not count.
        if slug.len() + word.len() > LONGEST {
            break;
        }
        slug.push('-');
        slug.push_str(word);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_the_words_that_fit() {
        assert_eq!(slug("Tỷ lệ hộ nghèo (%)"), "ty-le-ho-ngheo");
        assert_eq!(slug("…"), "");
        assert_eq!(slug(&"a".repeat(70)).len(), LONGEST);
        let long = slug(&"nghèo ".repeat(20));
        assert!(long.len() <= LONGEST + 1 && long.ends_with("ngheo"), "{long}");
    }
}
