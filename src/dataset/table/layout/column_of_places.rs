//! The column of the places of the rows, by its heading, its cells and the columns next to it.

use super::axis_columns::may_name_places;
use super::corrections::score_columns::column_of_scored;
use super::count_and_rate::rates_of_counts;
use super::header_column::{HeaderColumn, first_unnamed, indices};
use super::indicator_columns::{count_one, counts_several, name_measures};
use super::titles::title_subject::TitleSubject;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::measure::{is_count, measure};
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::phrases::key;
use crate::lexicon::place::{
    is_class, is_heading_of_kinds, is_heading_of_offices, is_heading_of_place_names,
    is_institution_heading, is_office_heading, is_place, is_place_heading, is_region, is_whole,
    may_be_place,
};
use crate::lexicon::role::Role;
use crate::lexicon::subject::{act_alone, subjects};
use crate::lexicon::unit::{is_office, is_unit};
/// The column of the places: the first whose heading says so and whose cells are words, or the first of all, without a
/// heading, over names of places. Under a title that splits places it may be headed "Đơn vị".
pub(super) fn place_column(columns: &[HeaderColumn], title: &TitleSubject) -> Option<usize> {
    let splits = title.splits_places;
    (0..columns.len())
        .find(|at| {
            // "Huyện / Chỉ tiêu" is over places and the indicators below each of them.
            let column = &columns[*at];
            let is_open = column.role != Role::Name
                || is_heading_of_kinds(&column.heading)
                || is_heading_of_place_names(&column.heading)
                || is_institution_heading(&column.heading);
            is_open && is_place_heading(&column.heading) && may_name_places(&columns[*at].profile)
        })
        .or_else(|| {
            let first = first_unnamed(columns)?;
            let known =
                |text: &str| is_known(text) || is_whole(text) || splits && may_be_place(text);
            let are_places = columns[first].profile.most_satisfy(known)
                && columns[first].profile.most_satisfy(|text| !is_whole(text));
            are_places.then_some(first)
        })
        .or_else(|| {
            let of_offices = |at: &usize| may_be_over_places(&columns[*at].heading);
            // Under a title that splits them, "Pác Nặm" needs no word for its kind.
            let counts = counts_several(columns) || !rates_of_counts(columns).is_empty();
            let spends = columns.iter().any(|column| act_alone(&column.heading).is_some());
            let is_titled = title.name.is_some() && (has_one_pair(columns) || spends);
            // "Việt Trì" has no other name than that of its place where the headings name what is measured.
            let are_measured = measure_several(columns);
            let is_named = name_measures(columns) || count_one(columns) || are_measured;
            let known = |text: &str| {
                is_known(text)
                    || (splits || name_measures(columns)) && (is_whole(text) || may_be_place(text))
                    || are_measured && (is_whole(text) || is_bare_place(text))
                    || (counts || spends) && is_office(text)
            };
            // Those who spend money are listed by name, be they offices or some of them communes.
            let are_owners =
                |at: &usize| spends && columns[*at].profile.filled().any(is_department);
            let are_places = |at: &usize| {
                let profile = &columns[*at].profile;
                profile.most_satisfy(known) && profile.most_satisfy(|text| !is_whole(text))
            };
            // Next to other names, they are what those are of.
            let is_only = |at: &usize| {
                let mut others = (0..columns.len()).filter(|other| other != at);
                others.all(|at| columns[at].role == Role::Note || !columns[at].profile.are_names())
            };
            let is_wanted =
                |at: &usize| of_offices(at) && !are_owners(at) && are_places(at) && is_only(at);
            let open =
                splits || is_titled || counts || spends || is_named || is_one_measure(columns);
            (0..columns.len()).filter(|_| open).find(is_wanted)
        })
        .or_else(|| places_next_to_units(columns))
        .or_else(|| column_of_offices(columns))
        .or_else(|| column_of_scored(columns))
        .or_else(|| column_of_grades(columns))
}

/// The column of the grades or classes of a school, "Khối 6", "Lớp 9A", where no other one has
/// names: each has figures of its own, as a place has.
fn column_of_grades(columns: &[HeaderColumn]) -> Option<usize> {
    let is_grade = |text: &str| {
        let text = text.to_lowercase();
        let rest = ["khối lớp ", "khối ", "lớp "].iter().find_map(|word| text.strip_prefix(word));
        rest.is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
    };
    let of_grades = |at: &usize| {
        let HeaderColumn { heading, profile, .. } = &columns[*at];
        matches!(key(heading).trim(), "khoi" | "khoi lop" | "lop" | "ten lop" | "khoi/lop")
            && profile.most_satisfy(is_grade)
    };
    let at = (0..columns.len()).find(of_grades)?;
    let mut others = (0..columns.len()).filter(|other| *other != at);
    others.all(|other| !columns[other].profile.are_names()).then_some(at)
}

/// Whether a text is the name of an office that is not the committee of a place: "Sở Y tế", and not "UBND xã Bính Xá".
fn is_department(text: &str) -> bool {
    let committee = ["UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân "];
    let place = committee.iter().find_map(|of| text.trim_start().strip_prefix(of));
    is_office(text) && !is_known(place.unwrap_or(text)) && !is_whole(text)
}

/// Whether a text is the name of a place or of a region.
fn is_known(text: &str) -> bool {
    is_place(text) || is_region(text)
}

/// Whether a text can only be the name of a place among what has an office: "Ba Bể", and not "Phòng Nội Vụ".
fn is_bare_place(text: &str) -> bool {
    may_be_place(text) && !is_office(text) && !is_class(text)
}

/// Whether a heading is over offices, or over areas, either of which may be places: "Tên đơn vị", "Khu vực".
fn may_be_over_places(heading: &str) -> bool {
    is_office_heading(heading) || key(heading).trim() == "khu vuc"
}

/// Whether several columns of figures, and no plans, have headings that name a measure with its unit: "Dân số (người)",
/// "Tỷ lệ hộ nghèo (%)", "Số trường".
fn measure_several(columns: &[HeaderColumn]) -> bool {
    let is_figure = |column: &&HeaderColumn| {
        column.profile.are_figures() && !matches!(column.role, Role::Marker | Role::Id)
    };
    let is_measured = |column: &HeaderColumn| {
        let is_counted = column.unit.is_some() || is_count(&column.heading);
        is_counted && !column.is_plan() && !measure(&column.heading).is_empty()
    };
    let figures = || columns.iter().filter(is_figure);
    figures().count() > 1 && figures().all(is_measured)
}

/// The column "Đơn vị" next to another one of units: it names places, or schools and the like.
fn places_next_to_units(columns: &[HeaderColumn]) -> Option<usize> {
    // "Tên đơn vị" left of "Chỉ tiêu" is no name of an indicator.
    let has_other_names = |own: &HeaderColumn| {
        let mut others = columns.iter().filter(|column| column.heading != own.heading);
        others.any(|column| column.role == Role::Name && column.profile.are_names())
    };
    let is_open = |column: &HeaderColumn| match column.role {
        Role::Unit | Role::Unknown => true,
        Role::Name | Role::Section => has_other_names(column),
        _ => false,
    };
    let of_units = |column: &HeaderColumn| is_open(column) && column.profile.most_satisfy(is_unit);
    let of_places = |at: &usize| {
        let column = &columns[*at];
        let named = |text: &str| is_place(text) || is_bare_place(text);
        is_open(column) && may_be_over_places(&column.heading) && column.profile.most_satisfy(named)
    };
    let at = (0..columns.len()).find(of_places)?;
    let mut others = columns.iter().enumerate().filter(|(other, _)| *other != at);
    others.any(|(_, column)| of_units(column)).then_some(at)
}

/// Whether the only figures are those of a measure that their heading names: "Đơn vị | Thu ngân sách".
fn is_one_measure(columns: &[HeaderColumn]) -> bool {
    let mut figures =
        columns.iter().filter(|column| column.profile.are_figures() && column.role != Role::Marker);
    let (Some(only), None) = (figures.next(), figures.next()) else { return false };
    let is_open = matches!(only.role, Role::Unknown | Role::Actual(_));
    is_open && !subjects(&only.heading).is_empty()
}

/// Whether the only plan and its result have headings that name nothing, and no other column says of when its values
/// are, so that the pair may continue them.
pub(super) fn has_unnamed_pair(columns: &[HeaderColumn]) -> bool {
    let names_none = |column: &HeaderColumn| subjects(&column.heading).is_empty();
    let is_value = |column: &&HeaderColumn| column.is_plan_or_actual();
    let of_period = |column: &HeaderColumn| {
        let when = HeadingPeriod::of(&key(&column.heading));
        !names_none(column) && (when.year.is_some() || when.part || when.previous)
    };
    has_one_pair(columns)
        && columns.iter().filter(is_value).all(names_none)
        && !columns.iter().any(of_period)
}

/// Whether a table has one plan and its result.
fn has_one_pair(columns: &[HeaderColumn]) -> bool {
    indices(columns, HeaderColumn::is_plan).count() == 1
        && indices(columns, HeaderColumn::is_actual).count() == 1
}

/// The column of offices, if the other columns only count what each of them does: "Đơn vị | Đã nhận | Đã giải quyết".
fn column_of_offices(columns: &[HeaderColumn]) -> Option<usize> {
    let is_open = |column: &HeaderColumn| {
        // "Tỷ lệ đúng hạn (%)" is a result where nothing else is one.
        let is_rate = matches!(column.role, Role::Actual(_)) && column.heading.contains('%');
        is_rate
            || matches!(
                column.role,
                Role::Unknown
                    | Role::Marker
                    | Role::Note
                    | Role::Comparison(Comparison::Rate | Comparison::Either)
            )
    };
    let of_offices = |at: &usize| {
        let text = &columns[*at].heading;
        (is_office_heading(text) || is_heading_of_offices(text))
            && columns[*at].profile.most_satisfy(is_office)
    };
    let at = (0..columns.len()).find(of_offices)?;
    let mut others = (0..columns.len()).filter(|other| *other != at);
    let counted = |other: &usize| {
        columns[*other].role == Role::Unknown && columns[*other].profile.are_figures()
    };
    (others.clone().filter(counted).count() > 1 && others.all(|other| is_open(&columns[other])))
        .then_some(at)
}
