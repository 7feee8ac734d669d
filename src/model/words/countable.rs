//! Units of countable things: values derived from them are whole numbers.

use super::composed::composed;

/// Units of countable things, in lower case and in the order of their letters.
const UNITS: &[&str] = &[
    "buổi",
    "bác sĩ",
    "bản",
    "bộ",
    "ca",
    "calls",
    "cases",
    "chiếc",
    "chương trình",
    "chợ",
    "con",
    "cuộc",
    "cái",
    "cán bộ",
    "cây",
    "công trình",
    "căn",
    "cơ quan",
    "cơ sở",
    "cụm",
    "di tích",
    "doanh nghiệp",
    "dự án",
    "gia đình",
    "giáo viên",
    "giường",
    "giường bệnh",
    "households",
    "htx",
    "huyện",
    "học sinh",
    "hồ sơ",
    "hộ",
    "hội viên",
    "hợp tác xã",
    "khu",
    "khách",
    "lao động",
    "lượt",
    "lượt khách",
    "lượt người",
    "lần",
    "lớp",
    "máy",
    "mô hình",
    "người",
    "nhà",
    "nhà máy",
    "people",
    "persons",
    "phòng",
    "phường",
    "quyển",
    "schools",
    "sinh viên",
    "sản phẩm",
    "thuê bao",
    "thôn",
    "trang trại",
    "trường",
    "trường học",
    "trạm",
    "trẻ",
    "tàu",
    "tỉnh",
    "tổ",
    "văn bản",
    "vụ",
    "xe",
    "xã",
    "điểm trường",
    "đơn vị",
    "đảng viên",
    "ấp",
];

/// Whether a unit counts things one by one: "người", not "nghìn người" nor "người/km2".
///
/// ```
/// use chitieu::model::is_countable;
/// assert!(is_countable("Sản phẩm") && !is_countable("1.000 con") && !is_countable("tấn"));
/// ```
#[must_use]
pub fn is_countable(unit: &str) -> bool {
    let unit = composed(unit.trim()).to_lowercase();
    UNITS.binary_search(&unit.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_in_order_and_unique() {
        assert!(UNITS.is_sorted_by(|one, next| one < next));
        assert!(UNITS.iter().all(|unit| is_countable(unit)));
    }

    #[test]
    fn marks_may_be_apart_from_their_letters() {
        assert!(is_countable("Ngu\u{31b}o\u{31b}\u{300}i"));
    }
}
