//! What the measures of a table are of, where its title begins with the list of them: "Diện tích,
//! năng suất, sản lượng lúa đông xuân" above "Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng
//! (tấn)". Without it, those of another crop are the same.

use crate::lexicon::measure::CROP_STAGES;
use crate::text::fold::fold;

/// The measures at the beginning of a title and what they are of.
#[derive(Debug)]
pub(crate) struct ListedMeasures {
    /// The measures, folded: "dien tich", "nang suat".
    measures: Vec<String>,
    /// What follows them, as written but without capitals of a whole title: "lúa đông xuân".
    object: String,
}

impl ListedMeasures {
    /// Reads a title that begins with these folded names, each of which the next one or the object follows.
    pub(crate) fn of(subject: &str, names: &[String]) -> Option<Self> {
        let parted = subject.replace([',', ';'], " , ").replace(" - ", " , ");
        let words: Vec<&str> = parted.split_whitespace().collect();
        let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
        let (mut at, mut measures) = (0, Vec::new());
        while let Some(name) = longest_at(&folded[at..], names) {
            at += name.split(' ').count();
            let stage = longest_at(&folded[at..], &CROP_STAGES);
            let is_item = |from: usize| folded.get(from).is_none_or(|word| is_joint(word));
            // "Diện tích gieo trồng, năng suất" over "Diện tích | Năng suất".
            at += stage
                .map(|stage| stage.split(' ').count())
                .filter(|more| is_item(at + more))
                .unwrap_or(0);
            measures.push(name.to_owned());
            let joints = folded[at..].iter().take_while(|word| is_joint(word)).count();
            at += joints;
            if joints == 0 {
                break;
            }
        }
        let rest = words.get(at..).filter(|rest| !rest.is_empty())?;
        // A list that goes on has measures that no column has.
        let is_list = folded[at..].iter().any(|word| is_joint(word));
        // "Theo giới tính" says how they are split.
        let is_split = folded.get(at).is_some_and(|word| matches!(word.as_str(), "theo" | "tai"));
        let is_object = rest.first()?.starts_with(char::is_alphabetic) && !is_list && !is_split;
        let is_upper = !subject.chars().any(char::is_lowercase);
        let object = rest.join(" ");
        let object = if is_upper { object.to_lowercase() } else { object };
        is_object.then_some(Self { measures, object })
    }

    /// Whether the title lists more than one.
    pub(crate) fn are_several(&self) -> bool {
        self.measures.len() > 1
    }

    /// The name of a measure with what it is of.
    pub(crate) fn name(&self, measure: &str) -> String {
        format!("{measure} {}", self.object)
    }

    /// Whether a folded name is nothing but a measure of the list, as it is counted at some stage.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.measures.iter().any(|measure| {
            name.strip_prefix(measure.as_str())
                .is_some_and(|rest| rest.is_empty() || CROP_STAGES.contains(rest.trim_start()))
        })
    }
}

/// The longest of these texts that folded words begin with.
fn longest_at<'n>(words: &[String], texts: &'n [impl AsRef<str>]) -> Option<&'n str> {
    let begins = |text: &&str| {
        let mut own = words.iter();
        !text.is_empty() && text.split(' ').all(|word| own.next().is_some_and(|own| own == word))
    };
    texts.iter().map(AsRef::as_ref).filter(begins).max_by_key(|text| text.len())
}

/// Whether a folded word joins the items of a list.
fn is_joint(word: &str) -> bool {
    matches!(word, "," | "va" | "&")
}
