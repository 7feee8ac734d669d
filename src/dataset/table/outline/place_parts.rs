//! Parts of indicators that are places: "- Huyện Vị Thủy" below "Sản lượng lúa" is the output of that district, and not
//! an indicator by its name.

use std::collections::{HashMap, HashSet};

use super::PlacedRows;
use super::body::Body;
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::table::layout::row_axes::RowKind;
use crate::lexicon::period::is_period;
use crate::lexicon::place::{
    is_certain_place, is_group_of_places, is_place, is_place_heading, is_total, is_whole,
    may_be_place,
};
use crate::text::fold::fold;

/// The most rows that are looked at to decide whether parts are places.
const MOST_ROWS: usize = 2_000;

/// Whether the parts of a table are places.
#[derive(Debug, Default)]
pub(crate) struct PlaceParts {
    are_places: bool,
    /// Whether rows may be of an indicator that has no values of its own.
    are_of_groups: bool,
    /// The names of places in several others.
    repeated: HashSet<String>,
}

/// An indicator of a place, by the names of a row and of the rows that it is below.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PlacePart {
    pub(super) place: String,
    /// The place that this one is in, if the rows say so.
    upper: Option<String>,
    pub(super) parents: Vec<String>,
    pub(super) name: String,
}

impl PlaceParts {
    /// Looks at the first rows of a table: several of its parts are places, each below an indicator
    /// with values, or below one of several groups that all have the same places.
    pub(crate) fn of(body: &Body<'_>, progress: &Progress) -> Result<Self, Cancelled> {
        let schema = body.schema();
        let are_indicators = schema.axes.rows == RowKind::Indicators && schema.axes.place.is_none();
        let has_place = || {
            let mut rows = body.sampled_rows();
            rows.any(|row| is_certain_place(&body.reader.marker_and_name(&row).marked().name))
        };
        if !are_indicators || schema.is_list_of_names() || !has_place() {
            return Ok(Self::default());
        }
        let mut uppers: HashMap<String, HashSet<Option<String>>> = HashMap::new();
        let mut owners: HashMap<String, HashSet<String>> = HashMap::new();
        let mut with_values: HashSet<String> = HashSet::new();
        for (placed, ..) in PlacedRows::of(body, progress).take(MOST_ROWS) {
            let row = placed.outlined;
            if !placed.has_values {
                continue;
            }
            match PlacePart::of(&row.parents, &row.name) {
                Some(part) => {
                    uppers.entry(part.place.clone()).or_default().insert(part.upper);
                    owners.entry(part.place).or_default().insert(part.name);
                }
                None => {
                    with_values.insert(row.name);
                }
            }
        }
        progress.advance(0)?;
        let has_values = |part: &HashSet<String>| part.iter().any(|own| with_values.contains(own));
        let below_values = owners.values().filter(|part| has_values(part)).count();
        let below_groups = owners.values().filter(|part| part.len() > 1).count();
        let is_repeated = |(_, uppers): &(String, HashSet<Option<String>>)| uppers.len() > 1;
        Ok(Self {
            are_places: below_values > 1 || below_groups > 1,
            are_of_groups: below_groups > 1,
            repeated: uppers.into_iter().filter(is_repeated).map(|(place, _)| place).collect(),
        })
    }

    /// The indicator and the place of a row; `group` is the section that the row is in. `None` if it is of no place.
    pub(super) fn part(
        &self,
        parents: &[String],
        name: &str,
        group: Option<&str>,
    ) -> Option<PlacePart> {
        if !self.are_places {
            return None;
        }
        let mut part = PlacePart::of(parents, name);
        if let (None, true, Some(group)) = (&part, self.are_of_groups, group) {
            let path: Vec<String> =
                [group.to_owned()].into_iter().chain(parents.iter().cloned()).collect();
            part = PlacePart::of(&path, name);
        }
        let mut part = part?;
        if let Some(upper) = part.upper.take().filter(|_| self.repeated.contains(&part.place)) {
            part.place = format!("{} ({upper})", part.place);
        }
        Some(part)
    }
}

impl PlacePart {
    /// Splits the names above a row and its own into those of places and those of an indicator. `None` if there is no
    /// place, or nothing that is measured.
    fn of(parents: &[String], name: &str) -> Option<Self> {
        let path: Vec<&str> = parents.iter().map(String::as_str).chain([name]).collect();
        let is_below_split = |at: usize| at > 0 && is_split(path[at - 1]);
        let is_place =
            |at: usize| is_named_place(path[at]) || is_below_split(at) && may_be_place(path[at]);
        let mut places = (1..path.len()).filter(|at| is_place(*at)).rev();
        let last = places.next()?;
        let upper = places.next().map(|at| path[at].to_owned());
        let mut named: Vec<String> = (0..path.len())
            .filter(|at| (*at == 0 || !is_place(*at)) && !is_split(path[*at]))
            .map(|at| path[at].to_owned())
            .collect();
        let name = named.pop().filter(|name| may_be_measured(name))?;
        let place = path[last].to_owned();
        Some(Self { place, upper, parents: named, name })
    }
}

/// Whether a name is that of a place, and not that of an office: "Xã Nghĩa Tá", but not "Huyện Ủy".
fn is_named_place(name: &str) -> bool {
    const OFFICES: [&str; 4] = ["dang", "doan", "doi", "uy"];
    let is_office = || {
        let second = name.split_whitespace().nth(1).map(fold);
        second.is_some_and(|second| OFFICES.contains(&second.as_str()))
    };
    is_certain_place(name) || is_place(name) && !is_office()
}

/// Whether a name only says that what is below it are places: "Chia theo huyện", "Các xã", "Khối huyện".
fn is_split(name: &str) -> bool {
    let bare = name.trim_end_matches([':', ' ']);
    is_group_of_places(bare) || is_heading_of_places(bare)
}

/// Whether a name is that of places of a kind, and of no indicator: "Các huyện, thành phố", "Cấp huyện".
fn is_heading_of_places(name: &str) -> bool {
    let folded = fold(name);
    let rest = ["cac ", "khoi ", "cap ", "chia ra cac ", "theo "]
        .iter()
        .find_map(|of| folded.strip_prefix(of));
    rest.is_some_and(is_place_heading)
}

/// Whether a name may be that of an indicator, and not that of a total or of some places.
fn may_be_measured(name: &str) -> bool {
    let first = fold(name);
    let begins = |word: &&str| first.strip_prefix(*word).is_some_and(|rest| rest.starts_with(' '));
    let is_group = ["cac", "cap", "cum", "khoi", "khu vuc", "mien", "tieu vung", "ubnd", "vung"]
        .iter()
        .any(begins);
    !(is_group || is_total(name) || is_whole(name) || is_place(name) || is_period(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(path: &[&str]) -> Option<(String, String)> {
        let (name, parents) = path.split_last().unwrap();
        let parents: Vec<String> = parents.iter().map(|one| (*one).to_owned()).collect();
        let part = PlacePart::of(&parents, name)?;
        Some((part.place, [part.parents, vec![part.name]].concat().join("/")))
    }

    #[test]
    fn a_place_below_an_indicator_is_where_it_is() {
        for (path, expected) in [
            (&["Sản lượng", "Huyện Vị Thủy"][..], Some(("Huyện Vị Thủy", "Sản lượng"))),
            (&["Sản lượng", "Chia theo huyện", "Vị Thủy"], Some(("Vị Thủy", "Sản lượng"))),
            (&["Sản lượng", "Lúa", "Huyện Vị Thủy"], Some(("Huyện Vị Thủy", "Sản lượng/Lúa"))),
            (
                &["Diện tích", "Huyện Vị Thủy", "Lúa mùa"],
                Some(("Huyện Vị Thủy", "Diện tích/Lúa mùa")),
            ),
            (&["Số hộ", "Huyện Vị Thủy", "Xã Vị Đông"], Some(("Xã Vị Đông", "Số hộ"))),
            (&["Sản lượng", "Vị Thủy"], None),
            (&["Các huyện", "Huyện Vị Thủy"], None),
            (&["Tổng số", "Huyện Vị Thủy"], None),
            (&["Vùng cao", "Huyện Vị Thủy"], None),
            (&["Giai đoạn 2021-2025", "Huyện Vị Thủy"], None),
            (&["Huyện Vị Thủy", "Sản lượng"], None),
            (&["Kinh phí", "Xã hội hóa"], None),
            (&["Kinh phí", "Huyện Ủy"], None),
            (&["Kinh phí", "Xã Nghĩa Tá"], Some(("Xã Nghĩa Tá", "Kinh phí"))),
            (&["Huyện Vị Thủy"], None),
        ] {
            let expected = expected.map(|(place, name)| (place.to_owned(), name.to_owned()));
            assert_eq!(part(path), expected, "{path:?}");
        }
    }
}
