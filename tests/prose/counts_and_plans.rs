//! Counts of a whole with their rate and the plan of that rate, with changes in pieces, and of things of a class.

use crate::reports::{lines, rows};

#[test]
fn a_plan_in_percent_is_that_of_the_rate() {
    for (text, wanted) in [
        (
            "Gia đình học tập 2.480/2.900 hộ, đạt 85,5% (KH 84%).",
            "Gia đình học tập 85.5 % (2480/2900) target Value(84)",
        ),
        (
            "Số trẻ được uống vitamin A là 5.214/16.870 trẻ, đạt 30,9% (chỉ tiêu năm ≥ 95%).",
            "Số trẻ được uống vitamin A 30.9 % (5214/16870) target AtLeast(95)",
        ),
        (
            "Toàn huyện có 61/72 thôn đạt chuẩn văn hóa, đạt 84,7% (mục tiêu: 80%).",
            "Thôn đạt chuẩn văn hóa 84.7 % (61/72) target Value(80)",
        ),
        (
            "Khu dân cư tiên tiến 112/140 khu dân cư, bằng 80%, kế hoạch 78%.",
            "Khu dân cư tiên tiến 80 % (112/140) target Value(78)",
        ),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
}

#[test]
fn a_percent_of_plan_behind_a_pair_makes_it_actual_and_plan() {
    for (text, wanted) in [
        (
            "Giao quân 120/120 thanh niên, đạt 100% kế hoạch.",
            "Giao quân 120 thanh niên target Value(120) 100% of plan",
        ),
        (
            "Trồng 940/1.000 ha rừng, đạt 94% kế hoạch (KH 95%).",
            "Trồng rừng 940 ha target Value(1000) 94% of plan",
        ),
        (
            "Diện tích gieo trồng 612,5/610 ha, đạt 100,4% (KH 610 ha).",
            "Diện tích gieo trồng 612.5 ha target Value(610) 100.4% of plan",
        ),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
}

#[test]
fn a_change_in_pieces_is_none_of_a_rate() {
    for (text, wanted, note) in [
        (
            "Có 61/115 xã đạt chuẩn nâng cao (tăng 14 xã so với cuối năm 2023), chiếm 53,04%.",
            "Xã đạt chuẩn nâng cao 61 xã (61/115) +14",
            "chiếm 53,04%",
        ),
        (
            "Có 38/41 trường đạt chuẩn quốc gia, tăng 3 trường so với năm trước, đạt 92,7%.",
            "Trường đạt chuẩn quốc gia 38 trường (38/41) +3",
            "92,7%",
        ),
        (
            "Có 45/60 hợp tác xã hoạt động hiệu quả, đạt 75%, tăng 5 hợp tác xã.",
            "Hợp tác xã hoạt động hiệu quả 75 % (45/60)",
            "tăng 5 hợp tác xã",
        ),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
        assert!(rows(text)[0].note.as_ref().is_some_and(|own| own.contains(note)), "{text}");
    }
    let text = "Có 45/60 trạm y tế đạt chuẩn, chiếm 75%, tăng 2,5 điểm phần trăm.";
    assert_eq!(lines(text), ["Trạm y tế đạt chuẩn 75 % (45/60) +2.5"]);
}

#[test]
fn a_class_is_no_position_in_a_ranking() {
    for (text, wanted) in [
        (
            "Toàn tỉnh có 640 cơ sở lưu trú, trong đó 122 cơ sở hạng 3 - 5 sao.",
            &["Cơ sở lưu trú 640 cơ sở", "cơ sở lưu trú > Cơ sở hạng 3 - 5 sao 122 cơ sở"][..],
        ),
        (
            "Hiện có 12 khách sạn hạng 4 sao và 3 khách sạn đạt hạng 5 sao.",
            &["Khách sạn hạng 4 sao 12 khách sạn", "Khách sạn đạt hạng 5 sao 3 khách sạn"],
        ),
        ("Tỉnh có 14 sản phẩm OCOP xếp hạng 4 sao.", &["Sản phẩm OCOP xếp hạng 4 sao 14 sản phẩm"]),
        (
            "Có 2 bệnh viện hạng 1, 8 bệnh viện hạng 2 trực thuộc Sở.",
            &["Bệnh viện hạng 1 2 bệnh viện", "Bệnh viện hạng 2 trực thuộc Sở 8 bệnh viện"],
        ),
    ] {
        assert_eq!(lines(text), wanted, "{text}");
    }
    let row = &rows("Chỉ số PCI xếp hạng 12/63, tăng 3 bậc.")[0];
    assert_eq!(row.ranks[0].position, 12);
}

#[test]
fn kinds_that_are_counted_together_are_one_name() {
    assert_eq!(
        lines(
            "Toàn tỉnh có 214 trường tiểu học, trung học và trung tâm học tập cộng đồng với 3.120 lớp."
        ),
        ["Trường tiểu học, trung học và trung tâm học tập cộng đồng 214 trường", "Lớp 3120 lớp",]
    );
}

#[test]
fn a_count_of_measures_is_no_whole_of_what_is_listed() {
    let text = "Có 9/14 khoản thu đạt dự toán. Cụ thể: thu từ doanh nghiệp nhà nước 760 tỷ đồng; thu tiền sử \
                dụng đất 540 tỷ đồng; lệ phí trước bạ 95 tỷ đồng.";
    let found = crate::reports::rows(text);
    assert_eq!(found.len(), 4, "{found:#?}");
    assert!(found.iter().all(|row| row.parents.is_empty()), "{found:#?}");
}

#[test]
fn what_was_assigned_is_not_surely_a_result() {
    for text in [
        "Biên chế được giao 1.720 người.",
        "Số biên chế công chức được giao năm 2024 là 1.310 biên chế.",
        "Chỉ tiêu tuyển quân được giao 640 thanh niên.",
    ] {
        let found = crate::reports::rows(text);
        assert!(crate::reports::doubted(&found[0], "target-or-actual"), "{text}: {found:#?}");
    }
    let land = crate::reports::rows("Diện tích đất được giao khoán cho các hộ 640 ha.");
    assert!(!crate::reports::doubted(&land[0], "target-or-actual"), "{land:#?}");
}
