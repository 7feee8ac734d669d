//! Units of which no percentage makes sense: scores and places in a ranking.

/// Returns whether a unit is that of a score: "điểm", "điểm/100", "points".
pub(crate) fn is_score_unit(unit: &str) -> bool {
    // Asked several times a row.
    if !unit.starts_with(['đ', 'Đ', 'd', 'D', 'p', 'P', 's', 'S']) {
        return false;
    }
    let first = unit.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(&*first.to_lowercase(), "điểm" | "diem" | "point" | "points" | "score")
}

/// Returns whether a unit is that of a place in a ranking: "hạng", "thứ bậc", "rank". Of places no percentage makes sense.
pub(crate) fn is_rank_unit(unit: &str) -> bool {
    let unit = unit.trim().to_lowercase();
    matches!(
        &*unit,
        "hạng" | "thứ hạng" | "xếp hạng" | "thứ bậc" | "bậc" | "vị thứ" | "hang" | "rank"
    )
}
