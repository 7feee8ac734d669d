//! Ranks of reports: in words, several of one indicator, and with the score before them.

use crate::every::Every;
use crate::reports::{rows, rows_of};
use chitieu::model::Indicator;

/// Name, figure, and each rank with among whom it is.
fn shown(row: &Indicator) -> String {
    let ranks: Vec<String> = row
        .ranks
        .iter()
        .map(|rank| {
            let of = rank.of.map(|of| format!("/{of}")).unwrap_or_default();
            let among = rank.among.as_deref().unwrap_or("?");
            format!("{}{of} {among}", rank.position)
        })
        .collect();
    let figure = row.figure().map_or("-".to_owned(), |figure| figure.normalize().to_string());
    format!("{} {figure}: {}", row.name, ranks.join(", "))
}

#[test]
fn a_rank_in_words_is_one() {
    for (text, wanted) in [
        ("Chỉ số hài lòng đạt 88,4 điểm, đứng thứ hai cả nước.", "Chỉ số hài lòng 88.4: 2 cả nước"),
        (
            "Năng suất lúa đạt 61,3 tạ/ha, xếp thứ nhất vùng Tây Bắc.",
            "Năng suất lúa 61.3: 1 vùng Tây Bắc",
        ),
        ("Tốc độ tăng GRDP đạt 9,1%, dẫn đầu cả nước.", "Tốc độ tăng GRDP 9.1: 1 cả nước"),
        (
            "Thu nhập bình quân đầu người đạt 81 triệu đồng, đứng đầu khu vực.",
            "Thu nhập bình quân đầu người 81: 1 khu vực",
        ),
        (
            "Chỉ số PAPI đạt 43,2 điểm, giữ vị trí thứ ba toàn quốc.",
            "Chỉ số PAPI 43.2: 3 toàn quốc",
        ),
        ("Sản lượng chè đạt 21.300 tấn, lớn thứ hai cả nước.", "Sản lượng chè 21300: 2 cả nước"),
        ("Chỉ số SIPAS đứng thứ mười một trong vùng.", "Chỉ số SIPAS -: 11 vùng"),
        ("Tỷ lệ giải ngân đạt 96,3%, xếp thứ tư trong 63 tỉnh.", "Tỷ lệ giải ngân 96.3: 4/63 tỉnh"),
        (
            "Sản lượng cá tra đứng đầu cả nước với 412.000 tấn.",
            "Sản lượng cá tra 412000: 1 cả nước",
        ),
        ("Tỉnh dẫn đầu khu vực về thu hút đầu tư.", "Thu hút đầu tư -: 1 khu vực"),
    ] {
        let found: Vec<String> = rows(text).iter().map(shown).collect();
        assert_eq!(found, [wanted], "{text}");
    }
    let title = "Economy of Vinh Son province in 2024";
    for (text, wanted) in [
        (
            "Foreign investment reached $412 million, ranking second in the region.",
            "Foreign investment 412: 2 region",
        ),
        (
            "Tea output stood at 9,400 tonnes, ranked fourth nationwide.",
            "Tea output 9400: 4 nationwide",
        ),
    ] {
        let found: Vec<String> = rows_of(title, text).iter().map(shown).collect();
        assert_eq!(found, [wanted], "{text}");
    }
}

#[test]
fn words_that_only_look_like_a_rank_are_none() {
    for text in [
        "Sáng thứ hai, lãnh đạo tỉnh khen thưởng 12 doanh nghiệp.",
        "Tỉnh trồng 340 ha rừng, đạt 100% kế hoạch năm thứ hai liên tiếp.",
        "Thứ nhất, thu ngân sách đạt 5.400 tỷ đồng; thứ hai, chi ngân sách đạt 9.100 tỷ đồng.",
        "Vốn đầu tư đạt 3,1 tỷ USD; dẫn đầu cả nước là Bắc Ninh với 5,1 tỷ USD.",
        "Xuất khẩu sang Hoa Kỳ đạt 1,2 tỷ USD, đứng thứ hai là Nhật Bản với 0,8 tỷ USD.",
        "Tỉnh tổ chức Đại hội lần thứ mười một với 340 đại biểu.",
    ] {
        let found = rows(text);
        assert!(found.iter().every(|row| row.ranks.is_empty()), "{text}: {found:#?}");
    }
}

#[test]
fn a_rank_that_is_aimed_at_or_shared_was_not_reached() {
    for text in [
        "Năm 2025, tỉnh phấn đấu chỉ số PCI đạt trên 68 điểm, xếp thứ 10 cả nước.",
        "Phấn đấu thu nhập bình quân đầu người đạt 90 triệu đồng, đứng thứ hai khu vực.",
        "Chỉ số PAPI đạt 43,1 điểm, thuộc nhóm 16 tỉnh dẫn đầu cả nước.",
    ] {
        let found = rows(text);
        assert!(found.iter().every(|row| row.ranks.is_empty()), "{text}: {found:#?}");
    }
}

#[test]
fn the_values_of_those_ahead_are_no_indicators() {
    let text = "Sản lượng thủy sản đạt 64.200 tấn, đứng thứ ba vùng Đồng bằng sông Hồng, sau Thái Bình (98.000 tấn) và Nam Định (71.000 tấn).";
    let found: Vec<String> = rows(text).iter().map(shown).collect();
    assert_eq!(found, ["Sản lượng thủy sản 64200: 3 vùng Đồng bằng sông Hồng"]);
}

#[test]
fn an_indicator_has_several_ranks() {
    for (text, wanted) in [
        (
            "Chỉ số chuyển đổi số xếp thứ 3 vùng và thứ 12 cả nước.",
            "Chỉ số chuyển đổi số -: 3 vùng, 12 cả nước",
        ),
        (
            "Chỉ số xanh đạt 24,1 điểm, xếp thứ 2 khu vực Tây Nguyên và thứ 14/63 tỉnh, thành phố.",
            "Chỉ số xanh 24.1: 2 khu vực Tây Nguyên, 14/63 tỉnh, thành phố",
        ),
        (
            "Quy mô GRDP đạt 84.000 tỷ đồng, đứng thứ hai khu vực, thứ 31 cả nước.",
            "Quy mô GRDP 84000: 2 khu vực, 31 cả nước",
        ),
    ] {
        let found: Vec<String> = rows(text).iter().map(shown).collect();
        assert_eq!(found, [wanted], "{text}");
    }
    // Each of two that are ranked has its own.
    let text = "Khách Hàn Quốc dẫn đầu với 640 nghìn lượt, khách Nhật Bản đứng thứ hai với 210 nghìn lượt.";
    let found: Vec<String> = rows(text).iter().map(shown).collect();
    assert_eq!(found, ["Khách Hàn Quốc 640: ", "Khách Nhật Bản 210: 2 ?"], "{text}");
}

#[test]
fn a_score_before_its_rank_is_that_of_the_same_index() {
    for (text, wanted) in [
        ("Với 67,2 điểm, tỉnh Vĩnh Sơn xếp thứ 5/63 về chỉ số PCI.", "Chỉ số PCI 67.2: 5/63 ?"),
        (
            "Với 71,3 điểm, chỉ số PCI của tỉnh đứng thứ tư cả nước.",
            "Chỉ số PCI của tỉnh 71.3: 4 cả nước",
        ),
        ("Với 43,9 điểm, chỉ số PAPI xếp hạng 17/63.", "Chỉ số PAPI 43.9: 17/63 ?"),
    ] {
        let found = rows(text);
        let lines: Vec<String> = found.iter().map(shown).collect();
        assert_eq!(lines, [wanted], "{text}");
        assert!(found[0].review.is_empty(), "{text}: {:?}", found[0].review);
    }
}

#[test]
fn a_rank_is_that_of_the_index_before_it() {
    let text = "Chỉ số PAPI đạt 41,2 điểm, xếp vị thứ 31/63, tăng 7 bậc.";
    let found = rows(text);
    assert_eq!(found.len(), 1, "{found:#?}");
    let rank = &found[0].ranks[0];
    assert_eq!((rank.position, rank.of, rank.change), (31, Some(63), Some(7)));
}

#[test]
fn a_second_rank_may_be_of_something_else() {
    let text = "Tỷ lệ học sinh đạt giải quốc gia là 82,6%, xếp thứ 4/63 tỉnh, thành phố về số giải và thứ 2 về số giải Nhất.";
    let found: Vec<String> = rows(text).iter().map(shown).collect();
    assert_eq!(
        found,
        ["Tỷ lệ học sinh đạt giải quốc gia 82.6: 4/63 tỉnh, thành phố", "Số giải Nhất -: 2 ?"]
    );
}

#[test]
fn one_of_the_first_ten_is_no_rank() {
    for text in [
        "Vĩnh Sơn nằm trong top 10 điểm đến thân thiện nhất cả nước.",
        "Hang Vàng lọt tốp 20 điểm đến của năm.",
        "Vĩnh Sơn nằm trong nhóm 12 tỉnh, thành phố dẫn đầu cả nước về chuyển đổi số.",
    ] {
        assert!(rows(text).is_empty(), "{text}: {:#?}", rows(text));
    }
    let found = rows("Chỉ số cải cách hành chính đạt 88,1 điểm, dẫn đầu cả nước.");
    assert_eq!(found[0].ranks[0].position, 1);
}

#[test]
fn the_rest_of_a_region_is_no_indicator() {
    for text in [
        "Tốc độ tăng GRDP đạt 7,21%, đứng thứ 6/14 trong khu vực Bắc Trung bộ và Duyên hải miền Trung và đứng thứ 31 cả nước. Trong đó, khu vực dịch vụ tăng 8,1%.",
        "Tốc độ tăng GRDP đạt 8,05%, xếp thứ 3/11 vùng Trung du và miền núi phía Bắc và xếp thứ 14 cả nước. Trong đó, khu vực dịch vụ tăng 8,1%.",
    ] {
        let found = rows(text);
        assert_eq!(found[0].ranks.len(), 2, "{text}: {found:#?}");
        assert_eq!(found.len(), 2, "{text}: {found:#?}");
        assert_eq!(found[1].parents, ["Tốc độ tăng GRDP"], "{text}");
    }
}
