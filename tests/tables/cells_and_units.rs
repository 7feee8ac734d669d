//! What the cells of a row mean next to its plan and result: ranks, scores and their maximum, units that a line lists,
//! footnotes and verdicts at values, differences, and columns that only repeat others.

use crate::description::open;
use crate::every::Every;
use chitieu::dataset::{self, Severity};
use chitieu::model::{Actual, Indicator, Status, status};

/// The indicators of all places and periods.
fn indicators(text: &str) -> Vec<Indicator> {
    open(text).datasets.iter().flat_map(|dataset| dataset.indicators.iter()).collect()
}

/// A line for each indicator, with what `of` says about it.
fn lines(text: &str, of: impl Fn(&Indicator) -> String) -> Vec<String> {
    indicators(text).iter().map(|one| format!("{}: {}", one.name, of(one))).collect()
}

fn ranks(one: &Indicator) -> String {
    let rank =
        |rank: &chitieu::model::Rank| format!("{} {:+}", rank.position, rank.change.unwrap_or(0));
    one.ranks.iter().map(rank).collect::<Vec<_>>().join(", ")
}

fn unit(one: &Indicator) -> String {
    one.unit.clone().unwrap_or_default()
}

fn note(one: &Indicator) -> String {
    one.note.clone().unwrap_or_default()
}

fn score(one: &Indicator) -> String {
    let actual = one.actual.as_ref().map(|actual| match actual {
        Actual::Figure(figure) => figure.to_string(),
        Actual::Words(words) => words.clone(),
    });
    format!(
        "{}/{}",
        actual.unwrap_or_default(),
        one.scale.map(|scale| scale.to_string()).unwrap_or_default()
    )
}

/// The rules of the warnings of a file.
fn warnings(text: &str) -> Vec<&'static str> {
    let warns = |finding: &&dataset::Diagnostic| finding.rule().severity() == Severity::Warning;
    open(text).findings.iter().filter(warns).map(|finding| finding.rule().name()).collect()
}

#[test]
fn a_rank_without_a_year_is_the_current_one() {
    for (heading, old) in [
        ("Xếp hạng", "Xếp hạng 2022"),
        ("Thứ hạng", "Thứ hạng năm 2022"),
        ("Hạng", "Hạng năm trước"),
        ("Vị thứ", "Vị thứ 2022"),
    ] {
        let table = format!(
            "TT;Sở, ban, ngành;Điểm 2023;{heading};{old}\n\
             1;Sở Tư pháp;88,2;2;5\n2;Sở Xây dựng;80,4;4;1\n"
        );
        assert_eq!(lines(&table, ranks), ["Sở Tư pháp: 2 +3", "Sở Xây dựng: 4 -3"], "{heading}");
        // The ranks are in order, and first.
        let table = format!(
            "{heading};Sở, ban, ngành;Điểm 2023;{old}\n\
             1;Sở Tư pháp;88,2;4\n2;Sở Xây dựng;80,4;1\n3;Sở Y tế;71;3\n"
        );
        let expected = ["Sở Tư pháp: 1 +3", "Sở Xây dựng: 2 -1", "Sở Y tế: 3 +0"];
        assert_eq!(lines(&table, ranks), expected, "{heading}");
    }
}

#[test]
fn a_change_right_of_a_rank_is_no_indicator() {
    for change in ["Thay đổi", "+/-", "Tăng/giảm", "Biến động thứ hạng", "So với năm 2022"]
    {
        let table = format!(
            "TT;Huyện;Điểm 2023;Thứ hạng;{change}\n1;Huyện Na Hang;71,5;2;+4\n2;Huyện Sơn Dương;69;6;-3\n"
        );
        let found = lines(&table, ranks);
        assert!(
            found[0].ends_with(": 2 +4") && found[1].ends_with(": 6 -3"),
            "{change}: {found:?}"
        );
        assert_eq!(found.len(), 2, "{change}");
    }
}

#[test]
fn a_rank_belongs_to_the_score_that_is_ranked() {
    let table = "TT;Phường;Hạ tầng số (15 điểm);Nhân lực số (25 điểm);Tổng điểm (100 điểm);Xếp hạng\n\
                 1;Phường Bắc Lý;11,5;20;77,5;2\n2;Phường Đông Sơn;12;21,5;80;1\n";
    let ranked: Vec<String> =
        indicators(table).iter().filter(|one| !one.ranks.is_empty()).map(score).collect();
    assert_eq!(ranked, ["77.5/100", "80/100"]);
    let named = "TT;Huyện;Điểm PAPI;Hạng PAPI;Điểm PCI\n1;Huyện Na Hang;41,5;2;60\n2;Huyện Sơn Dương;40;1;62\n";
    let ranked: Vec<String> =
        indicators(named).iter().filter(|one| !one.ranks.is_empty()).map(score).collect();
    assert_eq!(ranked, ["41.5/", "40/"]);
}

#[test]
fn a_maximum_in_the_heading_of_a_score_is_its_scale() {
    for heading in [
        "Tổng điểm (tối đa 90)",
        "Điểm (thang điểm 90)",
        "Điểm đánh giá (thang 90)",
        "Điểm tối đa 90",
        "Điểm (90 điểm)",
        "Score (max 90)",
    ] {
        let table = format!(
            "TT;Sở, ban, ngành;{heading};Xếp hạng\n1;Sở Tư pháp;82,25;1\n2;Sở Y tế;79,5;2\n"
        );
        let expected = ["Sở Tư pháp: 82.25/90", "Sở Y tế: 79.5/90"];
        assert_eq!(lines(&table, score), expected, "{heading}");
    }
    let column = "TT;Tiêu chí;Điểm tối đa;Điểm đạt\n1;Chỉ đạo;10;8,5\n2;Thể chế;20;17\n";
    assert_eq!(lines(column, score), ["Chỉ đạo: 8.5/10", "Thể chế: 17/20"]);
}

#[test]
fn a_line_of_several_units_gives_each_row_its_own() {
    for line in [
        "Đơn vị: Số tàu: chiếc, Công suất: mw, Sản lượng: nghìn tấn",
        "ĐVT: Số tàu: chiếc; Công suất: mw; Sản lượng: nghìn tấn",
    ] {
        let table = format!(
            "KẾT QUẢ KHAI THÁC NĂM 2023\n{line}\nTT;Chỉ tiêu;KH 2023;TH 2023\n1;Số tàu;410;402\n\
             2;Công suất;95,5;97\n3;Sản lượng cá;12,5;13,1\n4;Doanh thu;30;31\n"
        );
        let expected = ["Số tàu: chiếc", "Công suất: mw", "Sản lượng cá: nghìn tấn", "Doanh thu: "];
        assert_eq!(lines(&table, unit), expected, "{line}");
    }
    let percent = "KẾT QUẢ NĂM 2023\nĐơn vị tính: Triệu đồng, %\nTT;Chỉ tiêu;KH 2023;TH 2023\n\
                   1;Thu phí;410;402\n2;Tỷ lệ thu;95,5;97\n3;Cơ cấu thu;12,5;13,1\n";
    let expected = ["Thu phí: Triệu đồng", "Tỷ lệ thu: %", "Cơ cấu thu: %"];
    assert_eq!(lines(percent, unit), expected);
}

#[test]
fn abbreviated_money_in_a_heading_is_a_unit() {
    for money in ["trđ", "tr.đ", "triệu đ", "tỷ đ", "tỷ.đ", "ng.đ", "1000đ", "1.000 đ", "tr đồng"]
    {
        let table =
            format!("TT;Nội dung;Kế hoạch ({money});Thực hiện ({money})\n1;Thu phí;410;402\n");
        assert_eq!(lines(&table, unit), [format!("Thu phí: {money}")]);
    }
    // Both name one unit, so that the values are compared.
    let both = "TT;Nội dung;Kế hoạch (triệu đồng);Thực hiện (tr.đ)\n1;Thu phí;410;410\n";
    assert_eq!(status(&indicators(both)[0]), Status::Met);
}

#[test]
fn money_for_poor_households_has_no_direction() {
    for (unit, expected) in [("triệu đồng", None), ("tr.đ", None), ("hộ", Some("lower"))] {
        let table = format!(
            "Chương trình;ĐVT;Kế hoạch;Thực hiện;Tỷ lệ (%)\nHộ nghèo;{unit};8.000;7.760;97\n\
             Số hộ cận nghèo;{unit};500;450;90\n"
        );
        for one in indicators(&table) {
            let better = one.better.map(|_| "lower");
            assert_eq!(better, expected, "{unit} {}", one.name);
        }
    }
}

#[test]
fn words_that_only_look_like_growth_are_none() {
    let table = "TT;Huyện;Hạ tầng viễn thông;Nền tảng số;Khách thăm bảo tàng (lượt);Số đợt giám sát\n\
                 1;Huyện Na Hang;0,6;0,7;4.150;12\n2;Huyện Sơn Dương;0,8;0,5;1.025;9\n";
    let names: Vec<String> = indicators(table).iter().map(|one| one.name.clone()).collect();
    let expected = ["Hạ tầng viễn thông", "Nền tảng số", "Khách thăm bảo tàng", "Số đợt giám sát"];
    assert_eq!(names[..4], expected);
    assert!(indicators(table).iter().every(|one| one.changes.is_empty()));
}

#[test]
fn a_change_in_whole_things_is_no_percent() {
    for heading in ["Tăng, giảm so với tháng trước", "Tăng/giảm so với cùng kỳ"] {
        let table = format!(
            "TT;Chỉ tiêu;ĐVT;Tháng 8/2025;{heading}\n1;Số hồ sơ;hồ sơ;1.420;+35\n2;Số đơn;đơn;61;-7\n"
        );
        for one in indicators(&table) {
            assert!(one.changes.is_empty(), "{heading}: {:?}", one.changes);
            assert!(note(&one).contains(heading), "{heading}");
        }
        let percent = table.replace(heading, &format!("{heading} (%)"));
        assert!(indicators(&percent).iter().every(|one| one.changes.len() == 1), "{heading}");
    }
}

#[test]
fn two_numbers_in_a_cell_of_two_units_are_no_part_and_whole() {
    let table = "TT;Chỉ tiêu;KH 2023;TH 2023\n1;Số hộ có điện (hộ/%);8.100/96,5;8.240/98,2\n\
                 2;Số trạm có bác sĩ;9/9;8/9\n";
    let found = indicators(table);
    assert_eq!(found[0].unit.as_deref(), Some("hộ"));
    assert_eq!(score(&found[0]), "8240/");
    assert_eq!(note(&found[0]), "KH 2023: 96,5 %; TH 2023: 98,2 %");
    assert!(found[0].count.is_none() && found[1].count.is_some());
    assert!(warnings(table).is_empty(), "{:?}", warnings(table));
}

#[test]
fn a_footnote_at_a_value_is_in_the_note() {
    let table = "TT;Chỉ tiêu;ĐVT;KH;TH\n1;Số giáo viên;người;210;214 (1)\n2;Số lớp;lớp;80*;81\n\
                 3;Số trường;trường;9;9 (3)\n(1) Kể cả giáo viên hợp đồng.\n* Điều chỉnh tháng 6.\n";
    let expected =
        ["Số giáo viên: Kể cả giáo viên hợp đồng.", "Số lớp: Điều chỉnh tháng 6.", "Số trường: "];
    assert_eq!(lines(table, note), expected);
}

#[test]
fn abbreviated_and_unclear_verdicts_are_read_or_reported() {
    let table = "TT;Chỉ tiêu;ĐVT;KH;TH;Đánh giá\n1;Số cầu;cầu;8;6;KHT\n2;Số cống;cống;12;12;HT\n\
                 3;Số giếng;giếng;30;28;Cơ bản đạt\n4;Số bể;bể;30;22;Thấp hơn KH\n";
    let found: Vec<Status> = indicators(table).iter().map(status).collect();
    use Status::{Met, Missed, NotAssessed};
    assert_eq!(found, [Missed, Met, NotAssessed, NotAssessed]);
    assert_eq!(warnings(table), ["unclear-verdict", "unclear-verdict"]);
    let table = "Measure,Polarity,Target,Outturn,Status\nRent collected (%),Higher,98.5,98.2,Within tolerance\nHomes let,Higher,90,92,On target\n";
    assert_eq!(warnings(table), ["unclear-verdict"]);
}

#[test]
fn a_verdict_decides_whatever_the_periods() {
    let table = "TT;Chỉ tiêu;ĐVT;Mục tiêu đến năm 2025;Thực hiện năm 2023;Đánh giá\n\
                 1;Số chợ;chợ;14;12;Chưa đạt\n2;Số trạm;trạm;6;6;Đạt\n3;Số bến;bến;5;4;Không đạt\n";
    let found: Vec<Status> = indicators(table).iter().map(status).collect();
    assert_eq!(found, [Status::Missed, Status::Met, Status::Missed]);
}

#[test]
fn an_average_below_places_is_no_part_of_the_last_one() {
    for name in ["Bình quân tiêu chí/xã", "Trung bình các xã", "BQ chung", "Bình quân mỗi xã"]
    {
        let table = format!(
            "KẾT QUẢ NĂM 2023 HUYỆN NA HANG\nTT;Tên xã;Số tiêu chí đạt năm 2023;Kế hoạch năm 2023\n\
             1;Xã Đà Vị;16;17\n2;Xã Hồng Thái;13;12\n;{name};14,5;14,5\n"
        );
        assert!(indicators(&table).iter().every(|one| one.parents.is_empty()), "{name}");
    }
}

#[test]
fn a_heading_that_is_a_date_is_that_day() {
    for (first, second) in
        [("31/12/2023", "30/9/2024"), ("2023-12-31", "2024-09-30"), ("31-12-2023", "30-9-2024")]
    {
        let table = format!(
            "Chỉ tiêu;ĐVT;{first};{second};So sánh (%)\nSố dư tiền gửi;tỷ đồng;200;230;115\n"
        );
        let opened = open(&table);
        assert_eq!(opened.datasets[0].period, "ngày 30/9/2024", "{first}");
        let one = opened.datasets[0].indicators.get(0).unwrap();
        assert_eq!(one.changes[0].period, "ngày 31/12/2023", "{first}");
    }
}

#[test]
fn a_column_that_follows_from_others_is_no_finding() {
    for (heading, values) in
        [("Chưa thực hiện", ["9", "22"]), ("Còn phải thu", ["9", "22"]), ("Số vượt", ["-9", "-22"])]
    {
        let table = format!(
            "TT;Nội dung;ĐVT;Kế hoạch;Thực hiện;{heading}\n1;Thu phí;tỷ đồng;60;51;{}\n\
             2;Thu đất;tỷ đồng;90;68;{}\n",
            values[0], values[1]
        );
        assert!(warnings(&table).is_empty(), "{heading}: {:?}", warnings(&table));
        let other = table.replace(&format!(";{}\n", values[1]), ";7\n");
        assert_eq!(warnings(&other), ["unknown-column"], "{heading}");
    }
    let score =
        "TT;Tiêu chí;Điểm tối đa;Điểm đạt;Tỷ lệ (%)\n1;Chỉ đạo;10;8,5;85\n2;Thể chế;20;17,3;86,5\n";
    assert!(warnings(score).is_empty(), "{:?}", warnings(score));
}

#[test]
fn a_star_after_letters_in_a_list_of_pluses_is_the_next_of_the_list() {
    let table = "TT;Chỉ tiêu;ĐVT;KH;TH\n1;Thủy sản;tấn;90;92\n+;Cá;tấn;60;61\na);Cá nuôi;tấn;40;40\n\
                 b);Cá biển;tấn;20;21\n*;Tôm;tấn;30;31\n2;Lâm sản;m3;50;50\na);Gỗ;m3;45;45\n*;Gỗ tròn;m3;30;29\n";
    let parents = |one: &Indicator| one.parents.join("/");
    let found = lines(table, parents);
    assert_eq!(found[4], "Tôm: Thủy sản");
    assert_eq!(found[7], "Gỗ tròn: Lâm sản/Gỗ");
}

#[test]
fn a_school_year_is_called_one() {
    let table = "TT;Chỉ tiêu;ĐVT;TH năm học 2021-2022;TH năm học 2022-2023;KH năm học 2022-2023\n\
                 1;Số lớp;lớp;310;318;315\n2;Số trường;trường;21;21;21\n";
    let opened = open(table);
    let periods: Vec<&str> = opened.datasets.iter().map(|one| one.period.as_str()).collect();
    let earlier =
        indicators(table)[0].earlier.iter().map(|one| one.period.clone()).collect::<Vec<_>>();
    assert!(periods.contains(&"năm học 2022-2023"), "{periods:?}");
    assert!(earlier.iter().every(|period| period == "năm học 2021-2022"), "{earlier:?}");
    // A season over two years is none.
    let season = "VỤ ĐÔNG XUÂN 2022-2023\nTT;Cây trồng;ĐVT;KH;TH\n1;Lúa;ha;310;318\n";
    assert!(!open(season).datasets[0].period.contains("năm học"));
}

#[test]
fn lines_of_words_are_not_divided_as_those_of_numbers_are() {
    let names = |values: &str| -> Vec<String> {
        let text = format!(
            "Chỉ tiêu;ĐVT;TH 2024\n\"Đường\nCầu\";\"km\ncái\";\"{values}\"\nThu;tỷ đồng;6\n"
        );
        indicators(&text).into_iter().map(|one| one.name).collect()
    };
    assert_eq!(names("12\n3"), ["Đường", "Cầu", "Thu"]);
    assert_eq!(names("đang làm\nđã xong"), ["Đường Cầu", "Thu"]);
}

#[test]
fn the_unit_in_the_line_of_a_section_is_that_of_its_rows() {
    let table = "Nội dung,Kế hoạch 2024,Thực hiện 2024\nA. TRỒNG TRỌT (ĐVT: ha),,\nLúa nước,500,510\n\
                 B. CHĂN NUÔI (ĐVT: con),,\nĐàn trâu,800,790\nTỷ lệ tiêm phòng,90,95\n";
    let opened = chitieu::dataset::read("bieu.csv", table.as_bytes(), None).unwrap();
    let dataset = &opened.datasets[0];
    let sections: Vec<&str> = dataset.sections.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(sections, ["TRỒNG TRỌT", "CHĂN NUÔI"]);
    let units: Vec<Option<String>> = dataset.indicators.iter().map(|one| one.unit).collect();
    assert_eq!(units, [Some("ha".to_owned()), Some("con".to_owned()), None]);
    assert!(dataset.indicators.iter().every(|one| one.parents.is_empty()));
}

#[test]
fn a_line_above_the_headings_has_a_date_on_the_left_and_the_unit_on_the_right() {
    for line in [
        "(Tính đến ngày 30/6/2024);;;;;;;Đơn vị: ha",
        "Số liệu đến 30/6/2024;;;;;;;ĐVT: ha",
        "Vụ Xuân;;;;;;Đơn vị tính: ha;",
        "(Kèm theo Báo cáo số 45/BC-UBND);;;;;;;Đơn vị: ha",
        "(Nguồn: Phòng Nông nghiệp);;;;;;;(ha)",
        ";;Tháng 6/2024;;;;;ĐVT: ha",
    ] {
        let grouped = format!(
            "KẾT QUẢ GIEO TRỒNG NĂM 2024\n{line}\nSTT;Huyện;Lúa;;;Lạc;;\n\
             ;;KH;TH;% TH/KH;KH;TH;% TH/KH\n1;Huyện Hải Hậu;50;60;120;20;15;75\n\
             2;Huyện Ý Yên;40;44;110;10;9;90\n"
        );
        let single = format!(
            "KẾT QUẢ GIEO TRỒNG NĂM 2024\n{line}\nTT;Chỉ tiêu;Kế hoạch;Thực hiện\n1;Lúa;50;60\n2;Lạc;20;15\n"
        );
        let years =
            format!("Diện tích một số cây\n{line}\n;2021;2022;2023\nLúa;50;60;61\nLạc;20;15;16\n");
        for (text, count) in [(&grouped, 4), (&single, 2), (&years, 2)] {
            let opened = chitieu::dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
            let all: Vec<_> =
                opened.datasets.iter().flat_map(|own| own.indicators.iter()).collect();
            let last = all.iter().rev().take(count);
            assert!(all.len() >= count, "{text}: {all:?}");
            for one in last {
                assert_eq!(one.unit.as_deref(), Some("ha"), "{text}: {}", one.name);
                assert!(["Lúa", "Lạc"].contains(&one.name.as_str()), "{text}: {}", one.name);
            }
        }
    }
}

#[test]
fn unicode_text_is_no_text_of_an_old_font() {
    let text = "ten_huyen;nam;chi_tieu;gia_tri\nHải Hậu;2022;Lao động đã đăng ký;210\n\
                Ý Yên;2022;Lao động đã đăng ký;190\nÝ Yên;2023;Số đã cấp;90\n";
    let opened = chitieu::dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    assert!(opened.findings.iter().all(|one| one.rule().name() != "legacy-encoding"));
}
