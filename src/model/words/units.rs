//! Units whose values have no meaningful percentage: scores and places in a ranking.

/// Returns whether a unit measures a score: "điểm", "điểm/100", "points".
pub(crate) fn is_score_unit(unit: &str) -> bool {
    // Asked several times a row.
    if !unit.starts_with(['đ', 'Đ', 'd', 'D', 'p', 'P', 's', 'S']) {
        return false;
    }
    let first = unit.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(&*first.to_lowercase(), "điểm" | "diem" | "point" | "points" | "score")
}

/// Returns whether a unit is for places in a ranking: "hạng", "thứ bậc", "rank". A percentage of a place makes no
/// sense.
pub(crate) fn is_rank_unit(unit: &str) -> bool {
    // Asked for each row: the longest of them has twelve bytes.
    const LONGEST: usize = 14;
    const INITIALS: [char; 12] = ['h', 'H', 't', 'T', 'x', 'X', 'b', 'B', 'v', 'V', 'r', 'R'];
    let unit = unit.trim();
    if unit.len() > LONGEST || !unit.starts_with(INITIALS) {
        return false;
    }
    matches!(
        &*unit.to_lowercase(),
        "hạng" | "thứ hạng" | "xếp hạng" | "thứ bậc" | "bậc" | "vị thứ" | "hang" | "rank"
    )
}
