//! Parts of what is to be reviewed itself: "Bố trí 450 tỷ đồng, gồm: giao thông 250 tỷ đồng", where nothing says what
//! was allotted.

use std::collections::HashMap;

use super::draft_row::{Doubt, DraftRow};
use crate::text::lower_case::LowerCase;

/// Doubts the parts of rows whose name or reading is doubted: they are known by their whole only. A
/// row before its parts is their whole, if it has the name of one of their parents and the same
/// section.
pub(super) fn doubtful_wholes(rows: &mut [DraftRow]) {
    let mut doubted: HashMap<(usize, String), bool> = HashMap::new();
    for row in rows.iter_mut() {
        let own = row.name.lower_case();
        // "Tổng số 58 trường, trong đó 19 trường mầm non": the part says by itself what it is.
        let is_known_alone =
            |whole: &str| own.strip_prefix(whole).is_some_and(|rest| !rest.is_empty());
        let of_doubted = |parent: &String| {
            let whole = parent.lower_case();
            !is_known_alone(&whole) && doubted.get(&(row.section, whole)).is_some_and(|open| *open)
        };
        if row.parents.iter().any(of_doubted) {
            row.doubt(Doubt::WholeOpen);
        }
        if row.says_something() {
            let open = row.doubts.iter().any(|doubt| makes_parts_open(*doubt));
            doubted.insert((row.section, own), open);
        }
    }
}

/// Whether a doubt about a whole is one about what its parts are parts of, and not about its own figures.
fn makes_parts_open(doubt: Doubt) -> bool {
    matches!(
        doubt,
        Doubt::UnknownName
            | Doubt::NameLength
            | Doubt::NameBehind
            | Doubt::NameInherited
            | Doubt::NameCut
            | Doubt::NameIsPlace
            | Doubt::SameName
            | Doubt::Construction
            | Doubt::TargetOrActual
            | Doubt::PeriodOpen
            | Doubt::PlaceOpen
            | Doubt::WholeOpen
    )
}
