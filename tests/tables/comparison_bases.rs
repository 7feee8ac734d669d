//! What comparison columns compare with, and whether they are percentages, points or amounts.

use crate::description::{full_name, open};
use crate::every::Every;
use chitieu::model::{ChangeUnit, Indicator};

fn indicators(text: &str) -> Vec<Indicator> {
    let all = open(text).datasets;
    all.iter().flat_map(|dataset| dataset.indicators.iter().collect::<Vec<_>>()).collect()
}

/// Each change: its indicator, amount, unit and base.
fn changes(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for one in indicators(text) {
        for change in &one.changes {
            let unit = if change.unit == ChangeUnit::Points { "điểm" } else { "%" };
            let name = full_name(&one);
            all.push(format!("{name} {} {unit} {}", change.amount, change.period));
        }
    }
    all
}

fn warned(text: &str) -> usize {
    let opened = open(text);
    let rules = opened.findings.iter().map(|one| one.rule());
    rules.filter(|rule| rule.name() == "unsupported-comparison").count()
}

/// Whether the note of an indicator has the text of a column.
fn is_noted(text: &str, noted: &str) -> bool {
    indicators(text).iter().any(|one| one.note.as_ref().is_some_and(|note| note.contains(noted)))
}

#[test]
fn a_period_below_a_comparison_with_the_plan_is_no_base() {
    let text = "Chỉ tiêu;ĐVT;Kế hoạch năm 2024;Lũy kế 8 tháng;Ước thực hiện cả năm;So với KH (%);\n\
                ;;;;;Lũy kế 8 tháng;Ước cả năm\n\
                Hộ dùng nước sạch;hộ;40.000;30.120;41.300;75,3;103,3\n\
                Phí dịch vụ;tỷ đồng;160;112,5;158,2;70,3;98,9\n";
    assert!(changes(text).is_empty(), "{:?}", changes(text));
    assert_eq!(warned(text), 0);
    let text = "Chỉ tiêu;ĐVT;Kế hoạch năm 2024;Thực hiện quý II;Thực hiện 6 tháng;% so với KH;;% so cùng kỳ\n\
                ;;;;;Quý II;6 tháng;6 tháng\n\
                Thu phí;triệu đồng;52.000;13.200;27.900;25,4;53,7;106,4\n\
                Trồng chè;ha;900;310;480;34,4;53,3;101,9\n";
    let found = changes(text);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().every(|one| one.ends_with("% cùng kỳ năm trước")), "{found:?}");
}

#[test]
fn a_period_below_a_comparison_with_last_year_is_what_is_compared() {
    let text = "Chỉ tiêu;ĐVT;Tháng 6/2024;6 tháng năm 2024;So với cùng kỳ (%);\n\
                ;;;;Tháng 6;6 tháng\n\
                Khách;lượt;20;130;104,2;108,1\nVận tải;tấn;31;190;98,3;97,4\n";
    let found = changes(text);
    assert!(!found.is_empty());
    assert!(found.iter().every(|one| one.ends_with("cùng kỳ năm trước")), "{found:?}");
}

#[test]
fn a_share_by_year_is_no_comparison() {
    let text = "Ngành;Năm 2023 (tỷ đồng);Năm 2024 (tỷ đồng);Cơ cấu (%);\n;;;2023;2024\n\
                Công nghiệp;400;460;40,0;42,0\nNông nghiệp;600;634;60,0;58,0\n";
    assert!(changes(text).is_empty(), "{:?}", changes(text));
    assert_eq!(warned(text), 0);
    assert!(is_noted(text, "42,0"));
}

#[test]
fn a_change_without_a_named_base_is_not_stated() {
    let text = "Chỉ tiêu;ĐVT;TH 2024;Tăng, giảm (%)\nThu phí;tỷ đồng;60;-5,2\nKhách;lượt;20;8,1\n";
    assert_eq!(warned(text), 1);
}

#[test]
fn signs_after_a_base_are_of_a_difference() {
    let text = "Chỉ tiêu;ĐVT;KH 2024;TH 2024;So với KH (+/-);So với năm 2023 (+/-)\n\
                Tỷ lệ hộ cận nghèo;%;7,5;7,1;-0,4;-1,3\nThu phí;triệu đồng;21.000;23.450;+2.450;+3.100\n\
                Trồng chè;ha;450;441,2;-8,8;+9\n";
    assert!(changes(text).is_empty(), "{:?}", changes(text));
    assert!(is_noted(text, "-1,3") && is_noted(text, "3.100"));
    for signs in ["(+,-)", "+/-", "(+; -)", "(±)"] {
        let text = format!(
            "Chỉ tiêu;ĐVT;TH 2024;\"So với năm 2023 {signs}\"\nHộ cận nghèo;%;7,1;-1,3\nPhí;tỷ đồng;23;+3,2\n"
        );
        assert!(changes(&text).is_empty(), "{signs}: {:?}", changes(&text));
        assert!(is_noted(&text, "-1,3"), "{signs}");
    }
    // The percent sign in the heading makes it a change in percent.
    let text =
        "Chỉ tiêu;ĐVT;TH 2024;So với năm 2023 (+/- %)\nPhí;tỷ đồng;23;+3,2\nKhách;lượt;30;-4,1\n";
    assert_eq!(changes(text), ["Phí 3.2 % năm 2023", "Khách -4.1 % năm 2023"]);
}

#[test]
fn a_change_of_a_rate_that_is_in_points_exactly_is_in_points() {
    let text = "Chỉ tiêu;ĐVT;Năm 2023;Năm 2024;Tăng/giảm (%)\nTỷ lệ nước sạch;%;92,0;95,4;3,4\n\
                Thu phí;triệu đồng;20.500;23.450;14,4\nĐàn bò;con;31.000;31.806;2,6\n\
                Tỷ lệ che phủ;%;90,0;93,6;4,0\n";
    let expected = [
        "Tỷ lệ nước sạch 3.4 điểm năm 2023",
        "Thu phí 14.4 % năm 2023",
        "Đàn bò 2.6 % năm 2023",
        "Tỷ lệ che phủ 4.0 % năm 2023",
    ];
    assert_eq!(changes(text), expected);
}

#[test]
fn a_fall_belongs_to_the_later_value() {
    let text = "STT;Xã;Hộ cận nghèo đầu năm;;Hộ cận nghèo cuối năm;;Tỷ lệ giảm (%)\n\
                ;;Số hộ;Tỷ lệ (%);Số hộ;Tỷ lệ (%);\n\
                1;Xã An Hòa;312;41,22;280;36,90;4,32\n2;Xã Bình Sơn;190;38,05;171;34,20;3,85\n";
    for one in indicators(text) {
        let is_later = one.parents.iter().any(|parent| parent.contains("cuối năm"));
        let falls = one.changes.iter().all(|change| change.amount.is_sign_negative());
        assert!(one.changes.is_empty() || is_later && falls, "{one:?}");
    }
    let rate = "Hộ cận nghèo cuối năm › Tỷ lệ";
    let expected = [format!("{rate} -4.32 điểm đầu năm"), format!("{rate} -3.85 điểm đầu năm")];
    assert_eq!(changes(text), expected);
    // The earlier year is never compared with the later one.
    let text = "Chỉ tiêu;ĐVT;Năm 2023;Năm 2024;Giảm (%)\nHộ nghèo;%;9,4;7,1;2,3\nHộ cận nghèo;%;8,0;6,9;1,1\n";
    let found = changes(text);
    assert!(found.iter().every(|one| one.contains(" -")), "{found:?}");
}

#[test]
fn a_base_without_its_year_gets_that_of_the_values() {
    let text = "Chỉ tiêu;ĐVT;Tháng 8/2023;Tháng 8/2024;8 tháng 2023;8 tháng 2024;So sánh (%);\n\
                ;;;;;;Tháng 8;8 tháng\n\
                Doanh thu;tỷ đồng;28,4;33,1;220,5;251,9;116,5;114,2\n\
                Khách;nghìn lượt;190;182;1.480;1.523;95,8;102,9\n";
    let found = changes(text);
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(found.iter().every(|one| one.ends_with("2023")), "{found:?}");
    assert!(found.iter().any(|one| one == "Doanh thu 14.2 % 8 tháng năm 2023"), "{found:?}");
}

#[test]
fn a_colon_behind_a_comparison_leaves_it_one() {
    let text = "CHỈ SỐ GIÁ THÁNG 5 NĂM 2024\n;Tháng 5 năm 2024 so với (%):;;\n\
                ;Tháng 5 năm 2023;Tháng 12 năm 2023;Tháng 4 năm 2024\nCHỈ SỐ GIÁ;104,20;102,10;100,30\nGiáo dục;101,5;100,9;99,2\n";
    let found = changes(text);
    assert_eq!(
        found[..3],
        [
            "CHỈ SỐ GIÁ 4.20 % tháng 5 năm 2023",
            "CHỈ SỐ GIÁ 2.10 % tháng 12 năm 2023",
            "CHỈ SỐ GIÁ 0.30 % tháng 4 năm 2024"
        ]
    );
}

#[test]
fn points_are_written_behind_the_number() {
    for unit in ["pp", "ppts", "percentage points", "điểm phần trăm"] {
        let text = format!(
            "KPI,Unit,Target,Q3 2023/24,Q2 2023/24,Change vs Q2\nCalls answered in time,%,≥ 85,81.5,80.1,+1.4 {unit}\n\
             Falls,No.,≤ 30,24,29,-5\n"
        );
        let found = changes(&text);
        assert_eq!(found.len(), 1, "{unit}: {found:?}");
        assert!(found[0].starts_with("Calls answered in time 1.4 điểm "), "{unit}: {found:?}");
        assert!(is_noted(&text, "-5"), "{unit}");
    }
}

#[test]
fn the_change_of_a_rate_under_signs_is_in_points() {
    let text = "STT;Chỉ tiêu;ĐVT;KH 2024;Lũy kế 6T/2024;+/- so cùng kỳ (%)\n1;Nước sản xuất;nghìn m3;950;466,2;+5,1\n\
                2;Thất thoát nước;%;14,5;14,1;-0,35\n";
    assert_eq!(
        changes(text),
        ["Nước sản xuất 5.1 % cùng kỳ năm trước", "Thất thoát nước -0.35 điểm cùng kỳ năm trước"]
    );
}

#[test]
fn a_percentage_of_another_plan_stays_with_the_result_that_it_is_of() {
    let text = "Chỉ tiêu;ĐVT;Kế hoạch năm 2024;;Thực hiện 9 tháng;Ước TH cả năm 2024;So sánh (%);;\n\
                ;;Tỉnh giao;Huyện giao;;;TH 9 tháng/KH huyện;Ước TH năm/KH tỉnh;Ước TH năm/KH huyện\n\
                Trồng ngô;ha;400;500;410;504;82,0;126,0;100,8\nĐàn dê;con;800;1.000;930;1.010;93,0;126,3;101,0\n";
    let opened = open(text);
    let others = |period: &str| -> Vec<String> {
        let own = opened.datasets.iter().filter(|dataset| dataset.period == period);
        let plans = own.flat_map(|own| own.indicators.iter().flat_map(|one| one.other_plans));
        plans.filter_map(|plan| plan.percent()).map(|percent| percent.to_string()).collect()
    };
    let listed = |period: &str| {
        let own = opened.datasets.iter().filter(|dataset| dataset.period == period);
        own.map(|dataset| dataset.indicators.iter().count()).sum::<usize>()
    };
    assert_eq!((listed("9 tháng năm 2024"), listed("năm 2024")), (2, 2), "{opened:?}");
    assert_eq!(others("9 tháng năm 2024"), [""; 0], "{opened:?}");
    assert_eq!(others("năm 2024"), ["126.0", "126.3"]);
}
