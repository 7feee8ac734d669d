//! Headings and titles as offices write them: which column, period, place and unit they mean, and what stays open.

use crate::description::open;
use crate::every::Every;
use chitieu::model::{Actual, Indicator, Status, Target, status};

fn first(text: &str) -> Indicator {
    open(text).datasets[0].indicators.get(0).unwrap()
}

/// The actual, the percent of plan and the status of each row.
fn rows(text: &str) -> Vec<String> {
    let opened = open(text);
    let row = |one: Indicator| {
        let actual = match &one.actual {
            Some(Actual::Figure(number)) => number.to_string(),
            Some(Actual::Words(words)) => words.clone(),
            None => "-".to_owned(),
        };
        let percent = one.plan.as_ref().and_then(|plan| plan.percent());
        let percent = percent.map_or("-".to_owned(), |percent| percent.to_string());
        format!("{actual}|{percent}|{:?}", status(&one))
    };
    opened.datasets[0].indicators.iter().map(row).collect()
}

/// The period that each change of the first row is compared with.
fn bases(text: &str) -> Vec<String> {
    first(text).changes.iter().map(|change| change.period.clone()).collect()
}

/// The rules of the findings of a table.
fn findings(text: &str) -> Vec<&'static str> {
    open(text).findings.iter().map(|one| one.rule().name()).collect()
}

#[test]
fn a_bare_percent_of_a_group_is_no_actual() {
    let table = "TT;Chỉ tiêu;ĐVT;Năm 2022;;;Năm 2023;;\n;;;KH;TH;%;KH;TH;%\n\
                 1;Bán lẻ;tỷ;200;180;90;220;242;110\n2;Lưu trú;lượt;40;44;110;50;40;80\n";
    let opened = open(table);
    let last = opened.datasets.last().unwrap();
    let one = last.indicators.get(1).unwrap();
    assert_eq!(one.figure(), Some(40.into()));
    assert_eq!(status(&one), Status::Missed);
}

#[test]
fn a_part_of_the_school_year_is_in_progress() {
    for (title, actual) in [
        ("KẾT QUẢ NĂM HỌC 2024-2025", "Kết quả HKI"),
        ("KẾT QUẢ HỌC KỲ I NĂM HỌC 2024-2025", "Kết quả"),
        ("NĂM HỌC 2024-2025", "Thực hiện học kỳ 1"),
    ] {
        let table = format!(
            "{title};;;\nChỉ tiêu;ĐVT;Chỉ tiêu giao;{actual}\nTrường đạt chuẩn;trường;30;27\n"
        );
        assert_eq!(rows(&table), ["27|-|InProgress"], "{title}; {actual}");
    }
}

#[test]
fn parts_of_the_year_have_many_spellings() {
    for actual in ["Kết quả 3 quý", "Thực hiện quí III", "6M 2025", "TH 11T"] {
        let table = format!("Chỉ tiêu;ĐVT;KH 2025;{actual}\nThu phí;tỷ đồng;80;60\n");
        assert_eq!(rows(&table), ["60|-|InProgress"], "{actual}");
    }
    let whole = "Chỉ tiêu;ĐVT;KH 2025;TH 11 tháng + ước T12\nThu phí;tỷ đồng;80;60\n";
    assert_eq!(rows(whole), ["60|-|NotAssessed"]);
}

#[test]
fn a_growth_of_the_year_is_not_that_of_its_first_months() {
    let table = "STT,Chỉ tiêu,ĐVT,KH năm 2025,TH 11T2025,Ước TH T12/2025,Ước TH năm 2025,ƯTH năm 2025/KH (%),ƯTH 2025/TH 2024 (%)\n\
                 1,Doanh thu vận tải,tỷ đồng,200,180,26,206,103,115.3\n2,Hàng hóa,nghìn tấn,50,40,5,45,90,103\n";
    assert_eq!(rows(table), ["180|-|InProgress", "40|-|InProgress"]);
    assert!(first(table).changes.is_empty());
}

#[test]
fn comparisons_of_two_years_name_the_earlier_one() {
    for (heading, base) in [
        ("So sánh 2025/2024 (%)", "năm 2024"),
        ("So sánh TH2025/TH2024 (%)", "năm 2024"),
        ("So 2024 (%)", "năm 2024"),
    ] {
        let table = format!(
            "Chỉ tiêu;ĐVT;Năm 2024;Năm 2025;{heading}\nBán lẻ;tỷ;100;120;120\nKhách;lượt;50;55;110\n"
        );
        assert_eq!(bases(&table), [base], "{heading}");
    }
    let table = "Chỉ tiêu;ĐVT;Thực hiện 9 tháng 2024;Thực hiện 9 tháng 2025;9T2025/9T2024 (%)\n\
                 Bán lẻ;tỷ;100;120;120\nKhách;lượt;50;55;110\n";
    assert_eq!(
        (rows(table)[0].as_str(), bases(table)),
        ("120|-|NotAssessed", vec!["9 tháng 2024".to_owned()])
    );
}

#[test]
fn each_comparison_belongs_to_the_value_left_of_it() {
    let table = "TT,Chỉ tiêu,ĐVT,Tháng 8/2025,So với cùng kỳ (%),Lũy kế 8 tháng,So với cùng kỳ (%)\n\
                 1,Vận tải,tỷ đồng,210,110.2,1620,109.8\n2,Kho bãi,tỷ đồng,50,101.4,410,104.6\n";
    // The last period is that of the sum.
    let one = open(table).datasets.last().unwrap().indicators.get(0).unwrap();
    assert_eq!(one.figure(), Some(1620.into()));
    assert_eq!(one.changes.len(), 1);
    assert_eq!(one.changes[0].amount.to_string(), "9.8");
}

#[test]
fn crosses_under_any_heading_are_verdicts() {
    for heading in ["Mức độ hoàn thành", "So với kế hoạch", "Đánh giá"] {
        let table = format!(
            "TT;Chỉ tiêu;KH;TH;{heading};;\n;;;;Vượt;Đạt;Không đạt\n1;Cây ăn quả;50;58;x;;\n2;Thu nhập;60;48;;;x\n"
        );
        assert_eq!(rows(&table), ["58|-|Exceeded", "48|-|Missed"], "{heading}");
    }
    let ones = "TT;Chỉ tiêu;KH;TH;Đạt;Chưa đạt\n1;Cây ăn quả;50;58;1;\n2;Thu nhập;60;48;;1\n3;Chợ;2;2;x;\n";
    assert_eq!(rows(ones)[1], "48|-|Missed");
}

#[test]
fn a_column_that_assesses_is_not_the_actual() {
    let table = "Chỉ tiêu;ĐVT;Mục tiêu;Kết quả;Đánh giá kết quả thực hiện\nTuổi thọ;tuổi;75;74;Không đạt, do già hóa\n\
                 Đô thị hóa;%;30;31;Hoàn thành vượt mức\nXuất khẩu;triệu USD;90;81;90%\nThu phí;tỷ đồng;10;10;Đạt\n";
    let rows = rows(table);
    assert_eq!(rows[..2], ["74|-|Missed", "31|-|Exceeded"]);
    assert_eq!(rows[3], "10|-|Met");
}

#[test]
fn dates_and_numbers_of_documents_are_no_periods() {
    for line in [
        "Cao Bằng, ngày 10 tháng 12 năm 2025",
        "(Kèm theo Nghị quyết số 10/2024/NQ-HĐND ngày 08/12/2024)",
        "(Phê duyệt tại Quyết định số 06/2025/QĐ-UBND)",
        "sep=;",
    ] {
        let table = format!(
            "{line}\nCÁC CHỈ TIÊU NĂM 2025\nChỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nThu nội địa;tỷ đồng;100;95\n"
        );
        assert_eq!(rows(&table), ["95|-|Missed"], "{line}");
        assert_eq!(open(&table).datasets[0].period, "năm 2025", "{line}");
    }
}

#[test]
fn units_of_two_headings_are_not_compared() {
    let table = "Chỉ tiêu;Kế hoạch (tỷ đồng);Thực hiện (triệu đồng)\nThu nội địa;100;105.000\nThu phí;20;19.000\n";
    assert_eq!(rows(table)[0], "105000|-|NotAssessed");
    assert!(findings(table).contains(&"column-kept"));
}

#[test]
fn hardly_possible_numbers_are_reported() {
    let rates = "Chỉ tiêu,Đơn vị,Kế hoạch,Thực hiện\nTỷ lệ che phủ,%,52.125,53.001\n";
    assert!(findings(rates).contains(&"implausible-number"));
    let people = "Chỉ tiêu;ĐVT;KH;TH\nNăng suất;tạ/ha;52,5;53,25\nDân số;người;45,120;45,900\n";
    assert!(findings(people).contains(&"implausible-number"));
}

#[test]
fn sentences_are_plans_in_words() {
    let table = "Chỉ tiêu;ĐVT;Mục tiêu;Kết quả\nChuyển đổi số;;Triển khai tại 100% số xã;Đã triển khai 98/108 xã\n\
                 Cháy nổ;vụ;Giảm 5%;12\n";
    assert!(open(table).findings.iter().every(|one| one.rule().name() != "unreadable-number"));
    assert_eq!(rows(table), ["Đã triển khai 98/108 xã|-|NotAssessed", "12|-|NotAssessed"]);
}

#[test]
fn units_of_several_measures_are_those_that_the_line_names() {
    let table = "Đơn vị tính: Lượng: Tấn; Trị giá: Nghìn USD,,,,\n\
                 ,Tháng 10 năm 2025,,10 tháng năm 2025,\n,Lượng,Trị giá,Lượng,Trị giá\n\
                 Chè,386,640,3712,6018\nQuế,120,211,980,2110\n";
    let opened = open(table);
    let units: Vec<_> = opened.datasets[0].indicators.iter().filter_map(|one| one.unit).collect();
    assert_eq!(units, ["Tấn", "Nghìn USD", "Tấn", "Nghìn USD"]);
}

#[test]
fn a_title_may_name_other_periods_than_its_own() {
    for (title, period) in [
        ("BÁO CÁO THÁNG 10, PHƯƠNG HƯỚNG THÁNG 11 NĂM 2025", "tháng 10 năm 2025"),
        ("CHỈ TIÊU NĂM 2025 (Cập nhật tháng 3/2026)", "năm 2025"),
        ("KẾT QUẢ NĂM 2025 VÀ KẾ HOẠCH NĂM 2026", "năm 2025"),
        ("QUÝ IV VÀ CẢ NĂM 2025", "năm 2025"),
        ("Tính đến cuối tháng 9 năm 2025", "đến tháng 9/2025"),
        ("THU HÚT ĐẦU TƯ ĐẾN NGÀY 20/10/2025", "đến 20/10/2025"),
        ("SỐ NGƯỜI THAM GIA BHYT ĐẾN 31/8/2025", "đến 31/8/2025"),
        ("GIỮA NHIỆM KỲ 2020-2025 (ĐẾN 30/6/2023)", "đến 30/6/2023"),
        ("VỤ ĐÔNG XUÂN 2024-2025 (Đến ngày 10/02/2025)", "đến 10/02/2025"),
        ("TAI NẠN (Số liệu từ 15/12/2024 đến 14/6/2025)", "đến 14/6/2025"),
        ("THU NGÂN SÁCH LŨY KẾ ĐẾN 30/9/2025", "9 tháng năm 2025"),
        ("THEO CHUẨN NGHÈO GIAI ĐOẠN 2022-2025, NĂM 2024", "năm 2024"),
    ] {
        let table =
            format!("{title}\nChỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nThu nội địa;tỷ đồng;100;95\n");
        assert_eq!(open(&table).datasets[0].period, period, "{title}");
    }
}

#[test]
fn the_sum_of_three_months_is_no_year() {
    let table =
        "Chỉ tiêu;ĐVT;Kế hoạch 2025;Tháng 1;Tháng 2;Tháng 3;Cộng\nTrồng rừng;ha;900;50;70;30;150\n";
    let all: Vec<Indicator> =
        open(table).datasets.iter().flat_map(|dataset| dataset.indicators.iter()).collect();
    assert!(all.iter().any(|one| one.figure() == Some(150.into())));
    assert!(all.iter().every(|one| status(one) == Status::InProgress));
    let term = "KẾ HOẠCH 5 NĂM 2021-2025\nChỉ tiêu;ĐVT;Kế hoạch 5 năm;Thực hiện 3 năm\nTrồng rừng;ha;900;700\n";
    assert_eq!(rows(term), ["700|-|InProgress"]);
}

#[test]
fn a_fall_is_never_shown_as_a_rise() {
    for heading in ["Giảm so với năm 2024", "Giảm so với năm 2024 (%)", "Tỷ lệ giảm (%)"]
    {
        let table =
            format!("Chỉ tiêu;ĐVT;Năm 2025;{heading}\nTai nạn;vụ;40;5\nHộ nghèo;%;7,5;2,6\n");
        // It may be of the value or of its growth, so that it is a note.
        let one = first(&table);
        assert!(one.changes.is_empty(), "{heading}: {:?}", one.changes);
        assert_eq!(one.note, Some(format!("{heading}: 5")));
    }
}

#[test]
fn the_actual_of_a_school_year_is_not_set_against_the_next_plan() {
    let table =
        "Chỉ tiêu;ĐVT;TH năm học 2024-2025;KH năm học 2025-2026\nTrường đạt chuẩn;trường;27;30\n";
    assert_eq!(rows(table), ["-|-|NotAssessed"]);
}

#[test]
fn a_percent_of_amounts_is_never_a_value() {
    for heading in
        ["So T8 (%)", "So Q.III/2024 (%)", "So sánh T9 (%)", "9T/2025 so bình quân 3 năm (%)"]
    {
        let table = format!(
            "Chỉ tiêu;ĐVT;Tháng 9/2025;{heading}\nTrồng rừng;ha;120;105\nKhách;lượt;90;98\n"
        );
        let opened = open(&table);
        let one =
            opened.datasets.iter().flat_map(|dataset| dataset.indicators.iter()).next().unwrap();
        assert!(one.earlier.is_empty() && opened.datasets.len() == 1, "{heading}: {one:?}");
    }
}

#[test]
fn a_fall_without_a_minus_sign_is_reported() {
    let table = "Chỉ tiêu;ĐVT;Năm 2024;Năm 2025;Tỷ lệ tăng, giảm (%)\nPhạm pháp;vụ;100;90;10\nBán lẻ;tỷ;50;60;20\nKhách;lượt;10;12;20\n";
    assert!(findings(table).contains(&"change-against-values"));
    assert!(first(table).changes.is_empty());
}

#[test]
fn the_unit_of_one_indicator_is_not_that_of_its_neighbours() {
    let table = "STT;Huyện;Diện tích lúa (ha);Năng suất (tạ/ha);Sản lượng\n1;Huyện Lục Yên;4.100;52,1;21.361\n\
                 2;Huyện Văn Yên;3.900;51,0;19.890\n3;Huyện Trấn Yên;3.200;50,4;16.128\n";
    let opened = open(table);
    let units: Vec<Option<String>> =
        opened.datasets[0].indicators.iter().map(|one| one.unit).collect();
    assert_eq!(units, [Some("ha".to_owned()), Some("tạ/ha".to_owned()), None]);
}

#[test]
fn numbered_districts_are_places() {
    let table = "Quận, huyện;Dân số;Diện tích;GRDP\nQuận 1;142;8;900\nQuận 3;190;5;700\nQuận 12;620;53;500\n";
    let opened = open(table);
    let places: Vec<&str> = opened.datasets.iter().map(|dataset| dataset.place.name()).collect();
    assert_eq!(places, ["Quận 1", "Quận 3", "Quận 12"]);
}

#[test]
fn a_plan_of_the_quarter_is_that_of_the_quarter_of_the_report() {
    for (title, plan, reached, period) in [
        ("QUÝ III NĂM 2025", "Kế hoạch quý", "Thực hiện quý", "quý III năm 2025"),
        ("THÁNG 4 NĂM 2025", "Kế hoạch tháng", "Thực hiện tháng", "tháng 4 năm 2025"),
        ("Q3 2025", "Quarter target", "Quarter actual", "quý III năm 2025"),
    ] {
        let table = format!(
            "BÁO CÁO {title}\nChỉ tiêu;ĐVT;{plan};{reached};Tỷ lệ %\nSố ca mổ;Ca;200;190;95,0\nSố ca cấp cứu;Ca;400;430;107,5\n"
        );
        let opened = open(&table);
        let dataset = &opened.datasets[0];
        assert_eq!(dataset.period, period, "{title}");
        let statuses = [0, 1].map(|at| status(&dataset.indicators.get(at).unwrap()));
        assert_eq!(statuses, [Status::Missed, Status::Exceeded], "{title}");
    }
}

#[test]
fn the_result_to_a_day_is_not_that_of_the_year() {
    let opened = open(
        "THỰC HIỆN NGHỊ QUYẾT NHIỆM KỲ 2020-2025\nChỉ tiêu;ĐVT;Mục tiêu đến năm 2025;Thực hiện đến tháng 3/2023\nNhà tình nghĩa;Nhà;120;75\n",
    );
    let dataset = &opened.datasets[0];
    let house = dataset.indicators.get(0).unwrap();
    let period = house.period.map_or_else(|| dataset.period.clone(), |own| own.to_string());
    assert_eq!(period, "đến tháng 3/2023");
    assert_eq!(status(&house), Status::InProgress);
}

#[test]
fn the_formula_of_a_rate_makes_no_comparison() {
    let opened = open(
        "RÀ SOÁT NĂM 2025\nSTT;Xã;Tổng số hộ;Hộ nghèo;;\n;;;Số hộ;Tỷ lệ (%);\nA;B;1;2;3=2/1;\n1;Xã Minh Sơn;1250;150;12,00;\n2;Xã Tân Lập;800;200;25,00;\n",
    );
    let first = &opened.datasets[0];
    assert!(first.indicators.iter().every(|indicator| indicator.changes.is_empty()));
    let rate = first.indicators.iter().find(|indicator| indicator.name.starts_with("Tỷ lệ"));
    assert_eq!(rate.and_then(|rate| rate.figure()), Some("12.00".parse().unwrap()));
    let growth = open(
        "Chỉ tiêu;ĐVT;TH quý I;TH quý II;Tỷ lệ (%)\nA;B;1;2;3=2/1\nSản lượng thép;tấn;100;110;110\nSản lượng điện;MWh;50;45;90\n",
    );
    assert!(
        growth.datasets.iter().any(|one| one.indicators.iter().any(|it| !it.changes.is_empty()))
    );
}

#[test]
fn the_plan_of_the_next_year_is_of_that_year() {
    let opened = open(
        "CHỈ TIÊU PHÁT TRIỂN NĂM 2026 TỈNH SÔNG HƯƠNG\nChỉ tiêu;ĐVT;TH 2024;KH 2025;Ước TH;KH 2026\nThu ngân sách;tỷ đồng;800;900;950;1.000\nSố xã nông thôn mới;xã;40;42;42;45\n",
    );
    let plans: Vec<_> = opened
        .datasets
        .iter()
        .map(|one| {
            let first = one.indicators.get(0).unwrap();
            let target = first.plan.as_ref().and_then(|plan| plan.target());
            (one.period.clone(), first.period, target, first.figure().map(|it| it.to_string()))
        })
        .collect();
    let target = |figure: &str| Some(Target::Value(figure.parse().unwrap()));
    assert_eq!(
        plans,
        [
            ("năm 2025".to_owned(), None, target("900"), Some("950".to_owned())),
            ("năm 2026".to_owned(), None, target("1000"), None),
        ]
    );
}

#[test]
fn a_count_up_to_a_day_is_the_result_of_a_plan() {
    let table = "PHÁT TRIỂN THUÊ BAO THÁNG 9/2024\nTT;Đơn vị;Kế hoạch năm 2024;Số thuê bao đến 30/9/2024;\
                 Số thuê bao đến 31/8/2024;Tỷ lệ hoàn thành (%)\n\
                 1;Chi nhánh Bắc;4.000;3.100;2.950;77,5\n2;Chi nhánh Nam;2.500;2.600;2.480;104,0\n";
    let first = first(table);
    assert_eq!(first.figure().unwrap().to_string(), "3100");
    assert_eq!(first.earlier.len(), 1);
    assert_eq!(rows(table), ["3100|77.5|InProgress", "2600|104.0|InProgress"]);
    assert!(!findings(table).contains(&"unknown-column"));
}

#[test]
fn a_word_for_a_plan_within_another_word_makes_no_plan() {
    let table = "MỘT SỐ CHỈ TIÊU CÁC HUYỆN NĂM 2023\nTT;Huyện;Tỷ lệ hộ nghèo (%);Số vụ tai nạn giao thông (vụ);\
                 Số giáo viên (người);Số doanh nghiệp đăng ký mới (doanh nghiệp)\n\
                 1;Huyện Ba Bể;12,5;14;820;31\n2;Huyện Na Rì;15,1;9;760;22\n";
    let opened = open(table);
    let first = &opened.datasets[0];
    let found: Vec<String> = first
        .indicators
        .iter()
        .map(|one| {
            format!("{}|{}|{}", one.name, one.figure().unwrap_or_default(), one.plan.is_some())
        })
        .collect();
    assert_eq!(
        found,
        [
            "Tỷ lệ hộ nghèo|12.5|false",
            "Số vụ tai nạn giao thông|14|false",
            "Số giáo viên|820|false",
            "Số doanh nghiệp đăng ký mới|31|false",
        ]
    );
    let english = "SELECTED PROVINCES 2023\nProvince,State budget revenue (VND billion),Poverty rate (%)\n\
                   Lao Cai,9120,12.1\nYen Bai,4850,9.4\n";
    let first = &open(english).datasets[0];
    assert!(first.indicators.iter().every(|one| one.plan.is_none() && one.figure().is_some()));
}

#[test]
fn the_end_of_a_name_is_no_period() {
    let names = |headings: &str, values: &str| -> Vec<String> {
        let opened =
            open(&format!("Huyện;{headings}\nHuyện Bắc Hà;{values}\nHuyện Si Ma Cai;{values}\n"));
        let names = opened.datasets.iter().flat_map(|one| {
            let all: Vec<String> =
                one.indicators.iter().map(|row| format!("{} {}", row.name, one.period)).collect();
            all
        });
        let mut names: Vec<String> = names.collect();
        names.sort();
        names.dedup();
        names
    };
    assert_eq!(
        names("Dân số 2024 (nghìn người);Đàn bò 2024;Sản lượng cá 2024;Vốn đầu tư 2024", "1;2;3;4"),
        ["Dân số năm 2024", "Sản lượng cá năm 2024", "Vốn đầu tư năm 2024", "Đàn bò năm 2024"]
    );
    assert_eq!(
        names("Số trường học năm 2023;Số thanh niên năm 2023;Học sinh tiểu học năm 2023", "1;2;3"),
        ["Học sinh tiểu học năm 2023", "Số thanh niên năm 2023", "Số trường học năm 2023"]
    );
    assert_eq!(
        names("Dan so 2024;So truong hoc nam 2024", "1;2"),
        ["Dan so năm 2024", "So truong hoc năm 2024"]
    );
    assert_eq!(
        names("Tổng đàn trâu 2023 (con);Tổng đàn trâu 2024 (con)", "1;2"),
        ["Tổng đàn trâu năm 2023", "Tổng đàn trâu năm 2024"]
    );
}

#[test]
fn tasks_of_the_next_months_are_not_in_the_period() {
    let period = |title: &str| {
        let text =
            format!("{title};;;\nChỉ tiêu;ĐVT;Kế hoạch năm;Thực hiện\nTrồng rừng;ha;90;40\n");
        open(&text).datasets[0].period.clone()
    };
    for (title, expected) in [
        ("KẾT QUẢ 6 THÁNG ĐẦU NĂM VÀ NHIỆM VỤ 6 THÁNG CUỐI NĂM 2025", "6 tháng đầu năm 2025"),
        ("TÌNH HÌNH 6 THÁNG ĐẦU NĂM, PHƯƠNG HƯỚNG 6 THÁNG CUỐI NĂM 2025", "6 tháng đầu năm 2025"),
        ("Kết quả quý I và nhiệm vụ quý II năm 2025", "quý I năm 2025"),
    ] {
        assert_eq!(period(title), expected, "{title}");
    }
}
