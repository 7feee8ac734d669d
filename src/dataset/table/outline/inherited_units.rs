//! Units that stand once, in brackets behind the name of a whole, for all of its parts:
//! "Diện tích lúa (Nghìn ha)" over "Lúa đông xuân".

use crate::text::fold::fold;

/// What a name begins with that says what is measured. A part that measures something else than the whole
/// is not in its unit.
const MEASURES: &[&str] = &[
    "ty le",
    "ti le",
    "ty trong",
    "ti trong",
    "ty suat",
    "ti suat",
    "ty so",
    "toc do",
    "co cau",
    "chi so",
    "he so",
    "muc",
    "nang suat",
    "binh quan",
    "so ",
    "dien tich",
    "san luong",
    "gia tri",
    "doanh thu",
    "tong so",
    "rate",
    "share",
    "percentage",
    "growth",
    "index",
    "number",
    "area",
    "output",
];

/// The wholes that the current row may stand under, with their units.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct InheritedUnits(Vec<OpenWhole>);

#[derive(Debug)]
struct OpenWhole {
    depth: usize,
    measure: Option<&'static str>,
    unit: String,
}

impl InheritedUnits {
    /// Hears of a row with a unit of its own.
    pub(in crate::dataset::table) fn add(&mut self, depth: usize, name: &str, unit: &str) {
        self.close(depth);
        self.0.push(OpenWhole { depth, measure: measure(name), unit: unit.to_owned() });
    }

    /// The unit that a row without one has from what it stands under.
    pub(in crate::dataset::table) fn unit(&mut self, depth: usize, name: &str) -> Option<String> {
        self.close(depth);
        let whole = self.0.last()?;
        let of = measure(name);
        (of.is_none() || of == whole.measure).then(|| whole.unit.clone())
    }

    fn close(&mut self, depth: usize) {
        while self.0.last().is_some_and(|whole| whole.depth >= depth) {
            self.0.pop();
        }
    }
}

fn measure(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    MEASURES.iter().find(|measure| folded.starts_with(**measure)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_unit_of_its_whole_unless_it_measures_something_else() {
        let mut wholes = InheritedUnits::default();
        wholes.add(1, "Diện tích gieo trồng", "Nghìn ha");
        assert_eq!(wholes.unit(2, "Lúa cả năm").as_deref(), Some("Nghìn ha"));
        assert_eq!(wholes.unit(3, "Diện tích lúa đông xuân").as_deref(), Some("Nghìn ha"));
        assert_eq!(wholes.unit(3, "Tỷ trọng lúa đông xuân"), None);
        assert_eq!(wholes.unit(1, "Đàn trâu"), None, "it stands beside");
    }
}
