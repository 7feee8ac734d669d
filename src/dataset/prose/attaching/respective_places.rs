//! Places that have one figure each of a measure: "Số sản phẩm của các huyện Đại Từ, Phú Lương lần lượt là 14 và 11".

use super::listed_places::{is_capitalized, place_of, split_place};
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};

/// What is measured in places, in the order in which they have their figures.
#[derive(Debug)]
pub(super) struct RespectivePlaces {
    /// What is measured in all of them. `None` if the words do not say so.
    measure: Option<String>,
    places: Vec<String>,
}

impl RespectivePlaces {
    /// Gives an indicator its measure, and the place at an index as its parent; a doubt if nobody
    /// can say of what it is.
    pub(super) fn take(&self, row: &mut DraftRow, at: usize) {
        let (Some(measure), Some(place)) = (&self.measure, self.places.get(at)) else {
            return row.doubt(Doubt::PlaceOpen);
        };
        row.name.clone_from(measure);
        row.parents = vec![place.clone()];
        row.of_listed_place = true;
        row.evident = true;
        row.doubts.retain(|doubt| !matches!(doubt, Doubt::NameBehind | Doubt::PlaceOpen));
    }
}

/// The places that names before "lần lượt" are, the first behind what is measured. `None` if they are no places.
pub(super) fn places_of_measure(labels: &[String]) -> Option<RespectivePlaces> {
    let (first, others) = labels.split_first()?;
    let place = |label: &String| {
        place_of(label).or_else(|| Some(label.clone()).filter(|label| is_capitalized(label)))
    };
    let others: Vec<String> = others.iter().filter_map(place).collect();
    if others.len() + 1 < labels.len() || others.is_empty() {
        return None;
    }
    let Some(named) = split_place(first) else {
        // "Đại Từ, Phú Lương lần lượt đạt": what is measured was said before.
        return Some(RespectivePlaces { measure: None, places: Vec::new() });
    };
    let measure = named.measure.trim_end();
    let measure = ["các", "của", "tại", "ở"].iter().fold(measure, |measure, word| {
        let bare = measure.strip_suffix(word).filter(|rest| rest.ends_with(' '));
        bare.map_or(measure, str::trim_end)
    });
    let measure = Some(measure.to_owned()).filter(|measure| measure.contains(' '));
    Some(RespectivePlaces { measure, places: std::iter::once(named.place).chain(others).collect() })
}
