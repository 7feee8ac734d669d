//! What is easily read as something else: changes in rank, years of two values, school and fiscal years, units of
//! headings, what is registered, places in a ranking.

use crate::description::{figure_of, full_name, open, place_of};
use crate::every::Every;
use chitieu::model::{Better, Indicator, Status, status};

/// The indicators of all datasets, in their order.
fn indicators(text: &str) -> Vec<Indicator> {
    let opened = open(text);
    let all = opened.datasets.iter().flat_map(|dataset| {
        (0..dataset.indicators.len()).filter_map(|at| dataset.indicators.get(at))
    });
    all.collect()
}

/// The place of each dataset, its period, and its indicators with their parents, plan and actual.
fn rows(text: &str) -> Vec<String> {
    let opened = open(text);
    let mut rows = Vec::new();
    for dataset in &opened.datasets {
        let place = place_of(dataset);
        for at in 0..dataset.indicators.len() {
            let one = dataset.indicators.get(at).unwrap();
            let figure = figure_of(&one);
            rows.push(format!("{place}|{}|{}|{figure}", dataset.period, full_name(&one)));
        }
    }
    rows
}

/// The rank of each indicator, and the places won.
fn ranks(text: &str) -> Vec<(u32, Option<i32>)> {
    let ranks = indicators(text).into_iter().flat_map(|one| one.ranks);
    ranks.map(|rank| (rank.position, rank.change)).collect()
}

#[test]
fn a_change_in_rank_is_no_rank() {
    let won = [(1, Some(3)), (2, Some(-1)), (3, Some(0))];
    for heading in ["So sánh thứ hạng", "Biến động hạng", "Thứ hạng tăng, giảm"]
    {
        let text = format!(
            "TT;Đơn vị;{heading};Thứ hạng 2022;Điểm 2022;Điểm 2021\n\
             1;Sở Y tế;3;1;80,5;71,5\n2;Sở Nội vụ;-1;2;79,0;78,0\n3;Sở Tư pháp;0;3;77,0;76,0\n"
        );
        assert_eq!(ranks(&text), won, "{heading}");
    }
    // Under a heading of two columns, the score next to it is a change as well.
    let text = "TT;Huyện;So với kỳ trước;;Năm 2022;\n;;Hạng;Điểm;Hạng;Điểm\n\
        1;Yên Minh;3;4,2;1;81,2\n2;Bắc Mê;-1;-0,6;2;80,0\n3;Vị Xuyên;0;1,1;3;75,5\n";
    assert_eq!(ranks(text), won);
    assert!(indicators(text).iter().every(|one| one.earlier.is_empty()), "{:?}", rows(text));
    let text =
        "Department,Rank 2022,Rank 2021,Movement\nHealth,1,4,3\nJustice,2,1,-1\nWorks,3,3,0\n";
    assert_eq!(ranks(text), won);
    assert!(indicators(text).iter().every(|one| one.actual.is_none()));
    // A heading that does not say so, over cells of which some can be no rank.
    let text = "TT;Sở;Điểm 2022;Hạng 2022;Hạng 2021;Hạng\n\
        1;Sở Y tế;80,5;1;4;3\n2;Sở Nội vụ;79,0;2;1;-1\n3;Sở Tư pháp;77,0;3;3;0\n";
    assert_eq!(ranks(text), won);
}

#[test]
fn what_is_compared_by_year_is_a_rank() {
    let text = "TT;Đơn vị;Điểm;So sánh thứ hạng;\n;;Năm 2022;Năm 2022;Năm 2021\n\
        1;Sở Y tế;80,5;1;4\n2;Sở Nội vụ;79,0;2;1\n";
    assert_eq!(ranks(text), [(1, Some(3)), (2, Some(-1))]);
}

#[test]
fn what_is_registered_is_an_indicator_of_its_own() {
    let text = "Quý;Số hợp tác xã (HTX);Số thành viên đăng ký (người);Vốn đăng ký (tỷ đồng)\n\
        Quý I/2023;12;130;8,5\nQuý II/2023;9;101;7,2\n";
    assert_eq!(
        rows(text)[..3],
        [
            "|quý I năm 2023|Số hợp tác xã|12",
            "|quý I năm 2023|Số thành viên đăng ký|130",
            "|quý I năm 2023|Vốn đăng ký|8.5",
        ]
    );
    assert!(indicators(text).iter().every(|one| one.plan.is_none()));
    let text = "KẾT QUẢ THU HÚT ĐẦU TƯ NĂM 2022\nHuyện;Tổng vốn thực hiện (tỷ đồng);Tổng vốn đăng ký (tỷ đồng)\n\
        Huyện Kim Sơn;120,5;400\nHuyện Yên Mô;80;95,5\n";
    assert_eq!(
        rows(text),
        [
            "Huyện Kim Sơn|năm 2022|Tổng vốn thực hiện|120.5",
            "Huyện Kim Sơn|năm 2022|Tổng vốn đăng ký|400",
            "Huyện Yên Mô|năm 2022|Tổng vốn thực hiện|80",
            "Huyện Yên Mô|năm 2022|Tổng vốn đăng ký|95.5",
        ]
    );
}

#[test]
fn what_an_office_registers_is_its_plan() {
    for heading in ["Huyện đăng ký", "Đăng ký năm 2023", "Chỉ tiêu đăng ký", "Đơn vị đăng ký"]
    {
        let text = format!("Chỉ tiêu;ĐVT;{heading};Thực hiện\nSố xã đạt chuẩn;xã;4;5\n");
        let first = &indicators(&text)[0];
        assert!(first.plan.is_some(), "{heading}");
    }
}

#[test]
fn words_of_a_budget_are_no_place() {
    for title in [
        "CHI BỔ SUNG TỪ NGÂN SÁCH TỈNH CHO NGÂN SÁCH TỪNG HUYỆN NĂM 2022",
        "THU NGÂN SÁCH XÃ HƯỞNG THEO PHÂN CẤP NĂM 2022",
        "NGÂN SÁCH HUYỆN HỖ TRỢ CÁC XÃ NĂM 2022",
    ] {
        let text =
            format!("{title}\nTT;Nội dung;Dự toán;Quyết toán\n1;Lệ phí (triệu đồng);90;95\n");
        assert_eq!(rows(&text), ["|năm 2022|Lệ phí|95"], "{title}");
    }
}

#[test]
fn a_comparison_under_a_measure_is_no_indicator() {
    let text = "Xã;Số hộ kinh doanh (hộ);;;Doanh thu (tỷ đồng);;\n\
        ;Năm 2021;Năm 2022;So sánh (%);Năm 2021;Năm 2022;Tỷ lệ (%)\n\
        Xã Tân Lập;200;250;125,0;40;30;75,0\nXã Tân Hòa;100;90;90,0;20;22;110,0\n";
    assert_eq!(
        rows(text),
        [
            "Xã Tân Lập|năm 2022|Số hộ kinh doanh|250",
            "Xã Tân Lập|năm 2022|Doanh thu|30",
            "Xã Tân Hòa|năm 2022|Số hộ kinh doanh|90",
            "Xã Tân Hòa|năm 2022|Doanh thu|22",
        ]
    );
    let changes: Vec<String> = indicators(text)
        .iter()
        .flat_map(|one| one.changes.iter().map(|change| change.amount.to_string()))
        .collect();
    assert_eq!(changes, ["25.0", "-25.0", "-10.0", "10.0"]);
    let earlier = indicators(text).into_iter().flat_map(|one| one.earlier);
    assert!(earlier.into_iter().every(|value| value.period == "năm 2021"));
}

#[test]
fn a_value_of_two_years_is_not_named_after_one() {
    let text = "Xã;Sản lượng (tấn);;Giá trị (tỷ đồng);\n;2021;2022;2021;2022\n\
        Xã Tân Lập;200;250;40;30\nXã Tân Hòa;100;90;20;22\n";
    let names: Vec<String> = indicators(text).into_iter().map(|one| one.name).collect();
    assert!(names.iter().every(|name| name == "Sản lượng" || name == "Giá trị"), "{names:?}");
}

#[test]
fn a_row_of_maxima_is_the_scale() {
    let text = "STT;Cơ quan;Điểm tự chấm;Điểm thẩm định;Hạng\n;(Điểm tối đa);80;100;\n\
        1;Sở Y tế;75,5;91,0;1\n2;Sở Nội vụ;70,0;88,5;2\n";
    let all = indicators(text);
    let names: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Sở Y tế", "Sở Nội vụ"]);
    assert!(all.iter().every(|one| one.scale.is_some_and(|scale| scale.to_string() == "100")));
}

#[test]
fn a_score_has_not_the_direction_of_what_it_is_for() {
    let text = "Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;TH/KH (%)\nChỉ số cải cách;;;;\n\
        Tham nhũng trong dịch vụ công;điểm;6,0;6,3;105,0\n";
    let scored = &indicators(text)[0];
    assert_eq!((scored.better, status(scored)), (None, Status::Exceeded));
    let places = "Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nSố điểm đen tai nạn giao thông;điểm;6;9\n";
    assert_eq!(indicators(places)[0].better, Some(Better::Lower));
    let components = "TT;Chỉ số thành phần;2022;2023\n1;Thời gian giải quyết thủ tục;6,9;7,1\n\
        ;Điểm DDCI;65,5;67,2\n;Xếp hạng;9;4\n";
    let all = indicators(components);
    assert!(all.iter().every(|one| one.parents.is_empty()), "{all:?}");
    // Of places in a ranking the first is the best.
    let is_right = |one: &Indicator| one.better.is_none() || one.name == "Xếp hạng";
    assert!(all.iter().every(is_right), "{all:?}");
}

#[test]
fn spending_is_neither_good_nor_bad() {
    let text = "QUYẾT TOÁN NĂM 2022\nTT;Nội dung;Dự toán;Quyết toán;So sánh (%)\n\
        I;Tổng chi ngân sách;500;560;112,0\n1;Chi quản lý hành chính;300;270;90,0\n\
        2;Sự nghiệp kinh tế;200;290;145,0\nII;Thu phí;100;120;120,0\n";
    let statuses: Vec<Status> = indicators(text).iter().map(status).collect();
    let none = Status::NotAssessed;
    assert_eq!(statuses, [none, none, none, Status::Exceeded]);
}

#[test]
fn a_school_or_fiscal_year_stays_one() {
    let text = "CHẤT LƯỢNG GIÁO DỤC NĂM HỌC 2021-2022\nTT;Nội dung;ĐVT;Chỉ tiêu;Học kỳ I;Cả năm\n\
        1;Học sinh hoàn thành chương trình;%;98;95,5;99,0\n";
    let opened = open(text);
    let last = opened.datasets.iter().find(|dataset| dataset.period == "năm học 2021-2022");
    assert_eq!(last.unwrap().indicators.get(0).unwrap().figure().unwrap().to_string(), "99.0");
    let text = "KPI Dashboard - 2022/23\nKPI;Target;Q1;Q2;Q3;Full Year\n\
        Complaints closed;95%;91.0%;N/A;93.0%;92.0%\nCalls answered;90%;88.0%;89.0%;90.0%;89.0%\n";
    assert_eq!(
        rows(text),
        [
            "|quý I năm 2022/2023|Complaints closed|91.0",
            "|quý I năm 2022/2023|Calls answered|88.0",
            "|quý II năm 2022/2023|Calls answered|89.0",
            "|quý III năm 2022/2023|Complaints closed|93.0",
            "|quý III năm 2022/2023|Calls answered|90.0",
            "|năm 2022/2023|Complaints closed|92.0",
            "|năm 2022/2023|Calls answered|89.0",
        ]
    );
}

#[test]
fn a_verdict_with_an_amount_holds_if_the_figures_differ_by_it() {
    let text = "Chỉ tiêu;ĐVT;Chỉ tiêu giao;Kết quả;Đánh giá\nSố sáng kiến;sáng kiến;10;13;Vượt 3 sáng kiến\n\
        Số đề tài;đề tài;10;12;Vượt 3 đề tài\n";
    let statuses: Vec<Status> = indicators(text).iter().map(status).collect();
    assert_eq!(statuses, [Status::Exceeded, Status::NotAssessed]);
}

#[test]
fn a_deficit_below_zero_is_not_judged() {
    let text = "STT;Nội dung;Dự toán năm 2022;Quyết toán năm 2022\n\
        A;Tổng thu;900;950\nB;Bội chi ngân sách;-60,2;-41\nC;Bội chi;-60,2;472\nD;Bội chi ngân sách tỉnh;60;70\n";
    let found: Vec<Status> = indicators(text).iter().map(status).collect();
    assert_eq!(found[1..3], [Status::NotAssessed; 2]);
    assert_eq!(found[3], Status::Missed, "a deficit as a positive number");
}

#[test]
fn marks_of_what_is_met_are_no_units() {
    let text = "TT;Xã;Số tiêu chí đạt;Quy hoạch;Giao thông\n\
        1;Xã Hà Vị;17;Đ;Đ\n2;Xã Lục Bình;15;Đ;Đ\n3;Xã Quân Hà;14;Đ;x\n";
    assert!(indicators(text).iter().every(|one| one.unit.as_deref() != Some("Đ")));
}

#[test]
fn a_unit_within_a_bound_keeps_its_accents() {
    let text = "TT;Nội dung tiêu chí;ĐVT;Chỉ tiêu;Kết quả\n\
        1;Số mô hình sinh kế;;Từ 02 mô hình trở lên;03 mô hình\n2;Vườn mẫu;;≥ 10 vườn;12 vườn\n";
    assert_eq!(indicators(text)[0].unit.as_deref(), Some("mô hình"));
}

#[test]
fn the_unit_of_a_heading_stays_below_a_line_of_units() {
    let text = "Chăn nuôi\n;Trâu;Bò;Gia cầm (Nghìn con)\nCon;;;\n\
        2021;23.512;43.817;4.390,0\n2022;22.940;44.012;4.512,3\n\
        Tốc độ tăng (%);;;\n2021;1,2;0,4;3,5\n2022;-2,4;0,4;2,8\n";
    let units: Vec<(String, Option<String>)> =
        indicators(text).into_iter().map(|one| (one.name, one.unit)).collect();
    let of = |name: &str| {
        let found = units.iter().find(|(own, _)| own == name).unwrap();
        found.1.clone()
    };
    assert_eq!(of("Gia cầm").as_deref(), Some("Nghìn con"));
    assert_eq!(of("Bò").as_deref(), Some("Con"));
}

#[test]
fn a_value_next_to_a_quantity_is_a_measure_of_its_own() {
    let text = "Nhập khẩu hàng hóa 6 tháng năm 2024\n;ĐVT;6 tháng năm 2024;;So với cùng kỳ năm trước (%);\n\
        ;;Lượng;Giá trị (1000 USD);Lượng;Giá trị\n\
        Bông;Tấn;4.120;7.115,3;104,2;109,9\nSợi;Tấn;1.020;4.005,0;99,0;140,5\n";
    let all = indicators(text);
    let value = all.iter().find(|one| one.figure() == Some("7115.3".parse().unwrap())).unwrap();
    assert_eq!(value.unit.as_deref(), Some("1000 USD"), "{all:?}");
    assert_eq!(value.changes.first().map(|one| one.amount.to_string()).as_deref(), Some("9.9"));
    let quantity = all.iter().find(|one| one.figure() == Some(4120.into())).unwrap();
    assert_eq!(quantity.unit.as_deref(), Some("Tấn"));
}

/// The plan and the actual of each indicator.
fn pairs(text: &str) -> Vec<(String, String)> {
    let plan = |one: &Indicator| match one.plan.as_ref().and_then(|plan| plan.target()) {
        Some(chitieu::model::Target::Value(value)) => value.to_string(),
        _ => String::new(),
    };
    let all = indicators(text);
    let actual =
        |one: &Indicator| one.figure().map(|figure| figure.to_string()).unwrap_or_default();
    all.iter().map(|one| (plan(one), actual(one))).collect()
}

#[test]
fn a_file_with_decimal_commas_groups_thousands_with_points() {
    let text = "KẾT QUẢ XUỐNG GIỐNG ĐẾN NGÀY 20/02/2023\nCây;ĐVT;Kế hoạch;Thực hiện\n\
        Đậu xanh;ha;2.300;2,8\nMía;ha;1.450;1,7\n";
    assert_eq!(pairs(text), [("2300".into(), "2.8".into()), ("1450".into(), "1.7".into())]);
    // The other columns decide, also where they are of other measures.
    let text = "Xã;Diện tích (ha);Vốn giải ngân (triệu đồng);Năng suất (tạ/ha)\n\
        Xã Hòa Phú;3,5;6.120;52,4\nXã Hòa Lợi;4,1;5.040;49,8\n";
    let found: Vec<String> = rows(text);
    assert!(found.iter().any(|row| row.ends_with("|6120")), "{found:?}");
    assert!(found.iter().any(|row| row.ends_with("|5040")), "{found:?}");
    // Where another column has decimal points, the rows still decide.
    let text = "Chỉ tiêu;ĐVT;KH;TH\nA;ha;2.300;2.8\nB;ha;1.450;1.7\n";
    assert_eq!(pairs(text)[0], ("2.300".into(), "2.8".into()));
}

#[test]
fn percentages_of_the_headings_beat_units_of_names() {
    let text = "Nội dung;Kế hoạch (%);Kết quả (%)\nTrường đạt chuẩn (trường);60,0;62,5\n\
        Phòng học kiên cố (phòng);88,0;87,1\n";
    for one in indicators(text) {
        assert_eq!(one.unit.as_deref(), Some("%"), "{}", one.name);
        assert!(one.name.ends_with(')'), "{}", one.name);
    }
    // A unit above the table is not that of a row that names its own.
    let text =
        "ĐVT: %\nNội dung;Kế hoạch;Kết quả\nTỷ lệ tốt nghiệp;98,0;98,5\nHọc viên (người);60;62\n";
    assert_eq!(indicators(text)[1].unit.as_deref(), Some("người"));
}

#[test]
fn places_in_a_ranking_are_no_quantities() {
    let named = |text: &str| -> Vec<(Option<Better>, Status, bool)> {
        let of = |one: &Indicator| {
            (one.better, status(one), chitieu::model::derive::percent_of(one).is_some())
        };
        indicators(text).iter().map(of).collect()
    };
    let expected = [
        (Some(Better::Lower), Status::Exceeded, false),
        (Some(Better::Lower), Status::Missed, false),
    ];
    let units = "Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;TH/KH (%)\nVị trí xếp hạng SIPAS;Hạng;15;12;80,0\n\
        Chỉ số DDCI;Hạng;8;10;125,0\n";
    assert_eq!(named(units), expected);
    assert!(indicators(units)[0].plan.as_ref().unwrap().percent().is_none());
    let names =
        "Chỉ số;KH 2022;TH 2022\nSIPAS (thứ hạng);15/34;12/34\nPAPI (thứ hạng);8/34;10/34\n";
    assert_eq!(named(names), expected);
    assert_eq!(indicators(names)[0].ranks[0].to_string(), "12/34");
    assert!(indicators(names).iter().every(|one| one.count.is_none()));
    // Results of a later year next to ranks are ranks.
    for cells in [["27/34", "30", "25/34"], ["27", "30", "25"]] {
        let [before, plan, reached] = cells;
        let text = format!(
            "Chỉ số;Xếp hạng năm 2021;Chỉ tiêu năm 2022;Kết quả năm 2022\nSIPAS;{before};{plan};{reached}\n\
             PAPI;11;9;10\n"
        );
        assert_eq!(named(&text), expected);
        assert_eq!(indicators(&text)[0].ranks[0].position, 25);
        assert_eq!(indicators(&text)[0].earlier[0].period, "năm 2021");
    }
    // What is classified, and places that are gained, are counted.
    let text = "Chỉ tiêu;ĐVT;KH;TH\nXếp hạng di tích;di tích;4;5\nNâng hạng SIPAS;hạng;4;5\n";
    assert!(indicators(text).iter().every(|one| one.better.is_none()), "{:?}", named(text));
}

#[test]
fn a_score_and_the_top_of_its_scale_are_no_part_of_a_whole() {
    let text = "Lĩnh vực;Năm 2021;Năm 2022\nDịch vụ công;71,5/100;74,2/100\nHạ tầng số;402/1000;455/1000\n\
        Xếp hạng toàn diện;7/11;5/11\nSố xã đạt chuẩn;88/100;90/100\n";
    let all = indicators(text);
    let scales: Vec<_> = all.iter().map(|one| one.scale.map(|top| top.to_string())).collect();
    assert_eq!(scales[..4], [Some("100".into()), Some("1000".into()), None, None]);
    let ranks: Vec<String> =
        all.iter().flat_map(|one| &one.ranks).map(ToString::to_string).collect();
    assert!(ranks.contains(&"5/11".to_owned()), "{ranks:?}");
    assert!(all[3].count.is_some());
}

#[test]
fn numbered_contents_over_scores_are_no_plans() {
    let text =
        "TT;Đơn vị;Nội dung 1;Nội dung 2;Tổng điểm\n1;Xã Cao Lâu;31;52;83\n2;Xã Xuất Lễ;35;57;92\n";
    let all = indicators(text);
    assert!(all.iter().all(|one| one.plan.is_none()), "{all:?}");
}

/// The names of the indicators that have a rank.
fn ranked(text: &str) -> Vec<String> {
    let all = indicators(text).into_iter().filter(|one| !one.ranks.is_empty());
    let mut names: Vec<String> = all.map(|one| one.name).collect();
    names.dedup();
    names
}

#[test]
fn ranks_are_those_of_the_whole_index_wherever_their_column_is() {
    // The parts, of which one is in the same order.
    let rows = [
        "0,80;0,81;0,78;0,80",
        "0,75;0,77;0,74;0,72",
        "0,73;0,74;0,71;0,72",
        "0,71;0,70;0,72;0,71",
        "0,70;0,73;0,67;0,69",
    ];
    let places = ["Lào Cai", "Yên Bái", "Sơn La", "Lai Châu", "Hà Giang"];
    let body = |first: bool| -> String {
        let line = |(at, row): (usize, &&str)| match first {
            true => format!("{};{};{row}\n", at + 1, places[at]),
            false => format!("{};{row};{}\n", places[at], at + 1),
        };
        rows.iter().enumerate().map(line).collect()
    };
    let text =
        format!("Hạng 2022;Tỉnh;DTI 2022;Chính quyền số;Kinh tế số;Xã hội số\n{}", body(true));
    assert_eq!(ranked(&text), ["DTI"]);
    let text =
        format!("Tỉnh;DTI 2022;Chính quyền số;Kinh tế số;Xã hội số;Hạng 2022\n{}", body(false));
    assert_eq!(ranked(&text), ["DTI"]);
    let text =
        format!("Tỉnh;Chỉ số chung;Chính quyền số;Kinh tế số;Xã hội số;Hạng\n{}", body(false));
    assert_eq!(ranked(&text), ["Chỉ số chung"]);
}

#[test]
fn ranks_that_no_values_follow_belong_to_none_of_them() {
    let text = "Tỉnh;Chính quyền số (điểm);Kinh tế số (điểm);Xã hội số (điểm);Hạng 2022\n\
                Lào Cai;80;78;70;1\nYên Bái;77;79;72;2\nSơn La;78;71;73;3\nLai Châu;70;72;71;4\n";
    let found = ranked(text);
    assert!(!found.iter().any(|name| name.ends_with(" số")), "{found:?}");
}
