//! Resolutions with targets in running text: every figure is a plan, with its period.

use crate::reports::{doubted, line, rows_of};
use chitieu::model::Period;

fn targets(text: &str) -> Vec<String> {
    let found = rows_of("Tình hình kinh tế - xã hội tỉnh Vĩnh Sơn năm 2025", text);
    let next = Some(Period::year(2026));
    for row in &found {
        assert!(row.actual.is_none() && row.changes.is_empty(), "{text}: {row:#?}");
        assert_eq!(row.period, next, "{text}: {row:#?}");
    }
    found.iter().map(|row| line(row).trim_start_matches("? ").to_owned()).collect()
}

#[test]
fn what_a_resolution_sets_is_planned() {
    for (text, wanted) in [
        (
            "Năm 2026, phấn đấu tốc độ tăng trưởng GRDP đạt 9% trở lên; thu ngân sách 8.700 tỷ đồng; tỷ lệ hộ nghèo \
             giảm 1–1,5%/năm.",
            &[
                "Tốc độ tăng trưởng GRDP % target AtLeast(9)",
                "Thu ngân sách tỷ đồng target Value(8700)",
                "Tỷ lệ hộ nghèo giảm %/năm target Range { low: 1, high: 1.5 }",
            ][..],
        ),
        (
            "Nghị quyết xác định các chỉ tiêu chủ yếu năm 2026: tổng sản phẩm trên địa bàn tăng 8%; thu nội địa 3.900 \
             tỷ đồng.",
            &[
                "Tổng sản phẩm trên địa bàn tăng % target Value(8)",
                "Thu nội địa tỷ đồng target Value(3900)",
            ],
        ),
        (
            "Hội đồng nhân dân tỉnh quyết nghị tổng thu ngân sách năm 2026 là 9.400 tỷ đồng, tổng chi ngân sách 10.100 \
             tỷ đồng.",
            &[
                "Tổng thu ngân sách tỷ đồng target Value(9400)",
                "Tổng chi ngân sách tỷ đồng target Value(10100)",
            ],
        ),
        (
            "HĐND tỉnh thông qua các chỉ tiêu năm 2026, trong đó thu nội địa 3.900 tỷ đồng, giải quyết việc làm cho \
             14.000 lao động.",
            &[
                "Thu nội địa tỷ đồng target Value(3900)",
                "Giải quyết việc làm cho lao động lao động target Value(14000)",
            ],
        ),
        (
            "Tỉnh đặt mục tiêu tăng trưởng năm 2026 đạt 9%, doanh thu du lịch 2.600 tỷ đồng.",
            &["Tăng trưởng % target Value(9)", "Doanh thu du lịch tỷ đồng target Value(2600)"],
        ),
        (
            "Phấn đấu năm 2026 tỷ lệ dân số tham gia bảo hiểm y tế 95%, giảm 1,2% hộ nghèo.",
            &[
                "Tỷ lệ dân số tham gia bảo hiểm y tế % target Value(95)",
                "Hộ nghèo giảm % target Value(1.2)",
            ],
        ),
        (
            "Năm 2026, huyện phấn đấu giảm 1,2% hộ nghèo, trồng mới 340 ha rừng.",
            &["Hộ nghèo giảm % target Value(1.2)", "Trồng mới rừng ha target Value(340)"],
        ),
    ] {
        assert_eq!(targets(text), wanted, "{text}");
    }
}

#[test]
fn the_year_of_the_first_target_is_only_likely_that_of_the_next() {
    let text = "HĐND tỉnh quyết nghị tổng thu ngân sách năm 2026 là 9.400 tỷ đồng, tổng chi 10.100 tỷ đồng.";
    let found = rows_of("Tình hình kinh tế - xã hội tỉnh Vĩnh Sơn năm 2025", text);
    assert!(found[0].review.is_empty(), "{found:#?}");
    assert!(doubted(&found[1], "period-open"), "{found:#?}");
}
