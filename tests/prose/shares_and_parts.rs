//! Growth behind a share, changes in the order of what was named, and parts that a colon or their sum shows.

use crate::every::Every;
use crate::reports::{doubted, line, lines, rows};

#[test]
fn growth_behind_the_share_of_an_amount_is_that_of_the_amount() {
    for (text, wanted) in [
        (
            "Vốn nhà nước đạt 2.465 tỷ đồng, chiếm 17,6% tổng vốn, tăng 24,3%.",
            "Vốn nhà nước 2465 tỷ đồng +24.3%",
        ),
        (
            "Tiền gửi tiết kiệm đạt 68.150 tỷ đồng, chiếm 72,3% nguồn vốn, giảm 2,6% so với đầu năm.",
            "Tiền gửi tiết kiệm 68150 tỷ đồng -2.6%",
        ),
        // No share has risen by more points than it has.
        (
            "Khách quốc tế đạt 402 nghìn lượt, chiếm 32,4%, tăng 41,2%.",
            "Khách quốc tế 402 nghìn lượt +41.2%",
        ),
        (
            "Khách quốc tế đạt 402 nghìn lượt, chiếm 32,4%, tăng 4,2%.",
            "? Khách quốc tế 402 nghìn lượt +4.2%",
        ),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
    // Debts are watched by their share, and so little may be points of one.
    for text in [
        "Nợ xấu 1.552 tỷ đồng, chiếm 1,9% tổng dư nợ, giảm 1,1% so với đầu năm.",
        "Thu nội địa đạt 4.100 tỷ đồng, chiếm 82% tổng thu, tăng 0,6%.",
        // A rate is lower, an amount falls.
        "Diện tích cháy rừng 193 ha, chiếm 5,4% diện tích, thấp hơn cùng kỳ 1,7%.",
    ] {
        let row = &rows(text)[0];
        assert!(row.changes.is_empty() && doubted(row, "unread-nearby"), "{text}: {row:#?}");
    }
}

#[test]
fn changes_in_order_are_those_of_all_of_a_clause() {
    for (text, wanted) in [
        (
            "Doanh thu vận tải đạt 1.684 tỷ đồng, tăng 17,9%; vận chuyển hành khách đạt 7,24 triệu lượt \
             khách, sản lượng luân chuyển 702,6 triệu lượt khách.km, tăng lần lượt 21,3% và 22,8%.",
            &[
                "Doanh thu vận tải 1684 tỷ đồng +17.9%",
                "Vận chuyển hành khách 7.24 triệu lượt khách +21.3%",
                "Sản lượng luân chuyển 702.6 triệu lượt khách.km +22.8%",
            ][..],
        ),
        (
            "Diện tích lúa 5.200 ha, sản lượng 31.000 tấn, lần lượt tăng 1,2% và 3,4% so với năm trước.",
            &["Diện tích lúa 5200 ha +1.2%", "Lúa > Sản lượng 31000 tấn +3.4%"],
        ),
        (
            "Xuất khẩu đạt 412 triệu USD, nhập khẩu đạt 214 triệu USD, tăng tương ứng 9,4% và 3,2%.",
            &["Xuất khẩu 412 triệu USD +9.4%", "Nhập khẩu 214 triệu USD +3.2%"],
        ),
    ] {
        assert_eq!(lines(text), wanted, "{text}");
    }
    let text = "Diện tích lúa 5.200 ha, sản lượng 31.000 tấn, lần lượt tăng 1,2% và 3,4% so với năm trước.";
    assert!(rows(text).iter().every(|row| row.changes[0].period == "năm trước"));
    // It is unclear which two of the three are meant.
    let text = "Diện tích lúa 5.200 ha, năng suất 61 tạ/ha, sản lượng 31.000 tấn, lần lượt tăng 1,2% và 3,4%.";
    let found = rows(text);
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(found.iter().every(|row| row.changes.is_empty() && doubted(row, "owner-open")));
}

#[test]
fn a_list_behind_a_colon_keeps_its_first_part() {
    let text = "Toàn tỉnh có 1.112 trường học, trong đó: 514 trường mầm non, 508 trường tiểu học và 90 trường THPT.";
    let parts: Vec<String> = rows(text).iter().skip(1).map(line).collect();
    assert_eq!(
        parts,
        [
            "trường học > Trường mầm non 514 trường",
            "trường học > Trường tiểu học 508 trường",
            "trường học > Trường THPT 90 trường"
        ]
    );
}

#[test]
fn parts_that_add_up_are_those_of_the_whole() {
    for (text, wanted) in [
        (
            "Tổng giá trị sản xuất đạt 5.426 tỷ đồng; trong đó, nông nghiệp đạt 1.214 tỷ đồng, tăng 3,2%; \
             công nghiệp đạt 2.687 tỷ đồng; dịch vụ đạt 1.525 tỷ đồng, tăng 12,3%.",
            &[
                "Tổng giá trị sản xuất 5426 tỷ đồng",
                "Tổng giá trị sản xuất > Nông nghiệp 1214 tỷ đồng +3.2%",
                "Tổng giá trị sản xuất > Công nghiệp 2687 tỷ đồng",
                "Tổng giá trị sản xuất > Dịch vụ 1525 tỷ đồng +12.3%",
            ][..],
        ),
        (
            "Toàn huyện có 92 em đạt giải (6 giải nhất, 26 giải nhì và 60 giải ba).",
            &[
                "Em đạt giải 92 em",
                "em đạt giải > Giải nhất 6 giải",
                "em đạt giải > Giải nhì 26 giải",
                "em đạt giải > Giải ba 60 giải",
            ],
        ),
        // What is more than the whole is none of it.
        (
            "Tổng thu đạt 900 tỷ đồng; trong đó, thu nội địa 600 tỷ đồng; chi ngân sách đạt 700 tỷ đồng.",
            &[
                "Tổng thu 900 tỷ đồng",
                "Tổng thu > Thu nội địa 600 tỷ đồng",
                "Chi ngân sách 700 tỷ đồng",
            ],
        ),
    ] {
        assert_eq!(lines(text), wanted, "{text}");
    }
}

#[test]
fn how_a_share_has_changed_is_in_the_note() {
    let text =
        "Nợ xấu là 1.250 tỷ đồng, chiếm 1,2% tổng dư nợ, tăng 0,15 điểm phần trăm so với đầu năm.";
    let note = rows(text)[0].note.clone().unwrap_or_default();
    assert!(note.contains("1,2%") && note.contains("0,15"), "{note}");
}
