//! Headings that are those of measures by what is above or below them: units in the line above, rates that are the share
//! of a count, goods with their price, nouns of what is counted.

use crate::described::full_name;
use chitieu::dataset::{self, Opened};

fn open(text: &str) -> Opened {
    dataset::read("bieu.csv", text.as_bytes(), None).unwrap()
}

/// Each indicator of the datasets: its place, name with its parents, actual and unit.
fn lines(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for dataset in &open(text).datasets {
        let place = dataset.place.named().unwrap_or("-");
        lines.extend(dataset.indicators.iter().map(|one| {
            let unit = one.unit.as_deref().unwrap_or("-");
            format!("{place}|{}|{}|{unit}", full_name(&one), one.figure().unwrap_or_default())
        }));
    }
    lines
}

#[test]
fn nouns_of_what_is_counted_are_indicators_of_places() {
    for title in ["", "QUY MÔ GIÁO DỤC NĂM 2023\n"] {
        let table =
            format!("{title}Huyện;Trường;Lớp;Học sinh\nBa Bể;31;402;9.870\nNa Rì;28;377;8.455\n");
        assert_eq!(
            lines(&table)[..3],
            ["Ba Bể|Trường|31|-", "Ba Bể|Lớp|402|-", "Ba Bể|Học sinh|9870|-"]
        );
    }
}
