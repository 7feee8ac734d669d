//! What a title names: the index that places are ranked by, what owners of capital spend, the whole
//! above its parts, and each of several blocks on a sheet.

use crate::description::{figure_of, full_name};
use crate::every::Every;
use chitieu::dataset;
use chitieu::model::{Dataset, Indicator};

/// Place, period, name, unit, plan percent and actual of each indicator.
fn lines(text: &str) -> Vec<String> {
    let line = |dataset: &Dataset, one: Indicator| {
        let place = dataset.place.named().unwrap_or("-");
        let unit = one.unit.as_deref().unwrap_or("-");
        let figure = figure_of(&one);
        format!("{place}|{}|{}|{unit}|{figure}", dataset.period, full_name(&one))
    };
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().map(|one| line(dataset, one)).collect()
    };
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    opened.datasets.iter().flat_map(of).collect()
}

fn indicators(text: &str) -> Vec<Indicator> {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    opened.datasets.iter().flat_map(|one| one.indicators.iter().collect::<Vec<_>>()).collect()
}

#[test]
fn places_below_a_title_of_an_index_are_ranked_by_it() {
    for (heading, kind) in [("Huyện", "Huyện"), ("Xã, thị trấn", "Xã"), ("Đơn vị", "Huyện")]
    {
        for score in ["Điểm", "Điểm đạt", "Tổng điểm", "Điểm số (thang điểm 200)"]
        {
            let text = format!(
                "Bảng xếp hạng Chỉ số hài lòng (SIHAS) của các địa phương năm 2023\n\
                 TT;{heading};{score};Xếp hạng\n1;{kind} Bình Gia;150,25;1\n2;{kind} Lộc Bình;148,5;2\n"
            );
            let expected = [
                format!("{kind} Bình Gia|năm 2023|Chỉ số hài lòng (SIHAS)|điểm|150.25"),
                format!("{kind} Lộc Bình|năm 2023|Chỉ số hài lòng (SIHAS)|điểm|148.5"),
            ];
            assert_eq!(lines(&text), expected, "{heading} {score}");
            let ranks: Vec<u32> = indicators(&text)
                .iter()
                .flat_map(|one| &one.ranks)
                .map(|rank| rank.position)
                .collect();
            assert_eq!(ranks, [1, 2], "{heading} {score}");
        }
    }
}

#[test]
fn a_score_alone_is_that_of_the_title() {
    let text = "CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023\nSTT;Huyện;Điểm\n1;Huyện Bình Gia;81,5\n2;Huyện Lộc Bình;79\n";
    assert_eq!(
        lines(text),
        [
            "Huyện Bình Gia|năm 2023|CHỈ SỐ CẢI CÁCH HÀNH CHÍNH|điểm|81.5",
            "Huyện Lộc Bình|năm 2023|CHỈ SỐ CẢI CÁCH HÀNH CHÍNH|điểm|79",
        ]
    );
    // Without a title that names the index, nothing does.
    let text = "STT;Huyện;Điểm\n1;Huyện Bình Gia;81,5\n2;Huyện Lộc Bình;79\n";
    assert_eq!(indicators(text)[0].name, "Huyện Bình Gia");
    // A heading that names what is ranked goes before the title.
    let text = "KẾT QUẢ CẢI CÁCH NĂM 2023\nSTT;Huyện;Chỉ số PAR INDEX (%);Hạng\n1;Huyện Bình Gia;81,5;1\n2;Huyện Lộc Bình;79;2\n";
    assert!(
        lines(text)[0].starts_with("Huyện Bình Gia|năm 2023|Chỉ số PAR INDEX|%"),
        "{:?}",
        lines(text)
    );
}

#[test]
fn owners_of_capital_are_listed_by_name() {
    let rows = "1;Sở Xây dựng;8.100;5.670;70,0;2\n2;Ban QLDA huyện Đình Lập;2.000;1.720;86,0;1\n;Tổng cộng;10.100;7.390;73,2;\n";
    for heading in ["Chủ đầu tư", "Tên chủ đầu tư", "Đơn vị"] {
        // Some of them may be communes.
        for owner in ["Sở Xây dựng", "Xã Bính Xá"] {
            let text = format!(
                "TIẾN ĐỘ GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023\n(Lũy kế đến ngày 31/8/2023; Đơn vị tính: triệu đồng);;;;;\n\
                 TT;{heading};Kế hoạch vốn;Giải ngân;Tỷ lệ giải ngân (%);Xếp hạng\n{}",
                rows.replace("Sở Xây dựng", owner)
            );
            let found = lines(&text);
            let own = format!("-|8 tháng năm 2023|{owner}|triệu đồng|5670");
            let expected = [
                own.as_str(),
                "-|8 tháng năm 2023|Ban QLDA huyện Đình Lập|triệu đồng|1720",
                "-|8 tháng năm 2023|Tổng cộng|triệu đồng|7390",
            ];
            assert_eq!(found, expected, "{heading}");
        }
    }
    // Without a title, the heading says what is done.
    let text = format!(
        "TT;Xã;Kế hoạch vốn năm 2023;Giải ngân đến 31/8/2023;Tỷ lệ giải ngân (%);Hạng\n{}",
        rows.replace("Sở Xây dựng", "Xã Bính Xá").replace("Ban QLDA huyện Đình Lập", "Xã Kiên Mộc")
    );
    let found = lines(&text);
    assert!(found.contains(&"Xã Bính Xá|đến 31/8/2023|Giải ngân|-|5670".to_owned()), "{found:?}");
    assert!(found.iter().every(|line| line.contains("|Giải ngân|")), "{found:?}");
    // Owners next to projects are no places.
    let text = "TT;Danh mục dự án;Chủ đầu tư;Kế hoạch vốn;Giải ngân\n1;Cầu Bản Chắt;Sở Xây dựng;8.100;5.670\n2;Trường Bắc Xa;UBND huyện;2.000;1.720\n";
    assert_eq!(indicators(text)[0].name, "Cầu Bản Chắt");
}

#[test]
fn a_later_estimate_is_no_earlier_value() {
    let text = "GIẢI NGÂN VỐN NĂM 2023 CÁC XÃ\nTT;Xã;Kế hoạch vốn năm 2023;Giải ngân đến 30/9/2023;Tỷ lệ (%);Ước giải ngân đến 31/01/2024\n\
        1;Xã Bính Xá;800;560;70,0;790\n2;Xã Kiên Mộc;500;400;80,0;500\n";
    let found = lines(text);
    assert!(
        found
            .iter()
            .any(|line| line.starts_with("Xã Bính Xá|đến 30/9/2023|") && line.ends_with("|560")),
        "{found:?}"
    );
    assert!(
        found
            .iter()
            .any(|line| line.starts_with("Xã Bính Xá|đến 31/01/2024|") && line.ends_with("|790")),
        "{found:?}"
    );
    assert!(indicators(text).iter().every(|one| one.earlier.is_empty()), "{found:?}");
}

#[test]
fn each_block_of_a_sheet_is_read_like_the_first() {
    for (first, second) in
        [("2021;2022;2023", "2021;2022;2023"), ("2021;2022;2023", "2020;2022;2023")]
    {
        let text = format!(
            "7. Số trường mẫu giáo phân theo huyện;;;\nNumber of kindergartens by district;;;\n;{first}\n\
             TỔNG SỐ - TOTAL;30;31;33\nBình Gia;14;14;15\nLộc Bình;16;17;18\n;;;\n\
             8. Diện tích rừng phân theo huyện, thị xã;;;\nArea of forest by district;;;\n;;;Ha\n;{second}\n\
             TỔNG SỐ - TOTAL;900;910;930\nBình Gia;400;410;415\nLộc Bình;500;500;515\n"
        );
        let found = lines(&text);
        for line in [
            "-|năm 2023|Số trường mẫu giáo|-|33",
            "Bình Gia|năm 2023|Số trường mẫu giáo|-|15",
            "-|năm 2023|Diện tích rừng|Ha|930",
            "Lộc Bình|năm 2022|Diện tích rừng|Ha|500",
        ] {
            assert!(found.iter().any(|one| one == line), "{line} is not in {found:#?}");
        }
    }
}

#[test]
fn a_total_below_a_title_has_its_name() {
    let text = "Doanh thu du lịch\n;Thực hiện tháng 4 năm 2024 (Tỷ đồng);Ước tính tháng 5 năm 2024 (Tỷ đồng)\n\
        TỔNG SỐ;61,5;64,2\nKhách sạn;40,1;42\nNhà hàng;21,4;22,2\n";
    let found = lines(text);
    let of_may: Vec<&str> =
        found.iter().filter_map(|line| line.strip_prefix("-|tháng 5 năm 2024|")).collect();
    assert_eq!(
        of_may,
        [
            "Doanh thu du lịch|Tỷ đồng|64.2",
            "Doanh thu du lịch › Khách sạn|Tỷ đồng|42",
            "Doanh thu du lịch › Nhà hàng|Tỷ đồng|22.2",
        ]
    );
    // Rows with units of their own are no parts of it.
    let text = "Doanh thu du lịch\nChỉ tiêu;ĐVT;KH 2024;TH 2024\nTổng số;tỷ đồng;60;64\nSố phòng;phòng;21;22\n";
    let names: Vec<String> = indicators(text).into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["Tổng số", "Số phòng"]);
}

#[test]
fn a_school_year_in_the_title_is_not_the_day_of_the_count() {
    let text = "THỐNG KÊ LỚP HỌC NĂM HỌC 2022-2023\n(Số liệu tính đến 31/5/2023)\nTT;Chỉ tiêu;ĐVT;Số lượng\n\
        1;Số lớp mầm non;lớp;14\n2;Số học sinh mầm non;học sinh;402\n";
    assert_eq!(lines(text)[0], "-|năm học 2022-2023|Số lớp mầm non|lớp|14");
    // The day of a year that is not over decides.
    let text = "GIẢI NGÂN NĂM 2023\n(Số liệu tính đến 31/5/2023)\nTT;Chỉ tiêu;ĐVT;Số lượng\n\
        1;Vốn ODA;tỷ đồng;14\n2;Vốn trái phiếu;tỷ đồng;40\n";
    assert!(lines(text)[0].starts_with("-|đến 31/5/2023|"), "{:?}", lines(text));
}

#[test]
fn measures_that_a_title_lists_are_of_what_follows_them() {
    let rows = "Toàn tỉnh;41.300;58,2;240.366\nHuyện Phong Điền;5.120;60,1;30.771\n";
    let headings = "Huyện, thị xã;Diện tích (ha);Năng suất (tạ/ha);Sản lượng (tấn)\n";
    for (title, of) in [
        ("Diện tích, năng suất, sản lượng ngô hè thu năm 2022 tỉnh Bắc Giang", "ngô hè thu"),
        ("Diện tích, năng suất và sản lượng sắn năm 2022 tỉnh Bắc Giang", "sắn"),
        ("DIỆN TÍCH, NĂNG SUẤT, SẢN LƯỢNG LẠC PHÂN THEO HUYỆN NĂM 2022", "lạc"),
        ("Biểu 4. Diện tích gieo trồng, năng suất, sản lượng đậu tương năm 2022", "đậu tương"),
    ] {
        let found = lines(&format!("{title}\n{headings}{rows}"));
        for expected in [
            format!("Huyện Phong Điền|năm 2022|Diện tích {of}|ha|5120"),
            format!("Huyện Phong Điền|năm 2022|Năng suất {of}|tạ/ha|60.1"),
            format!("Huyện Phong Điền|năm 2022|Sản lượng {of}|tấn|30771"),
        ] {
            assert!(found.contains(&expected), "{expected} is not in {found:#?}");
        }
    }
    // The commas of the title are those that separate the cells.
    let text = "Diện tích, năng suất, sản lượng ngô đông xuân năm 2022 tỉnh Bắc Giang,\n\
                Huyện,Diện tích (ha),Năng suất (tạ/ha),Sản lượng (tấn)\nHuyện Lục Nam,512,60.1,3077\n";
    assert_eq!(lines(text)[0], "Huyện Lục Nam|năm 2022|Diện tích ngô đông xuân|ha|512");
    // Neither a title that lists no more than the columns nor one of other measures says what these are of.
    for title in [
        "Diện tích, năng suất, sản lượng phân theo huyện năm 2022",
        "Diện tích, năng suất, giá bán, sản lượng ngô năm 2022",
        "Tình hình trồng trọt năm 2022 tỉnh Bắc Giang",
    ] {
        let found = lines(&format!("{title}\n{headings}{rows}"));
        assert!(
            found.contains(&"Huyện Phong Điền|năm 2022|Diện tích|ha|5120".to_owned()),
            "{title}: {found:#?}"
        );
    }
}

#[test]
fn a_measure_with_its_unit_is_that_of_the_places_below_it() {
    let title = "Dân số trung bình năm 2022 tỉnh Bắc Giang phân theo huyện\n";
    for (headings, rows) in [
        ("Huyện;Dân số (người)", ["", ""]),
        ("STT;Huyện;Dân số (người)", ["1;", "2;"]),
        ("Địa phương;Dân số năm 2022 (người)", ["", ""]),
        ("Đơn vị hành chính;Dân số (người)", ["", ""]),
    ] {
        let [first, second] = rows;
        let text = format!(
            "{title}{headings}\n{first}Huyện Lục Nam;231.450\n{second}Huyện Yên Thế;113.020\n"
        );
        let expected = [
            "Huyện Lục Nam|năm 2022|Dân số trung bình|người|231450",
            "Huyện Yên Thế|năm 2022|Dân số trung bình|người|113020",
        ];
        assert_eq!(lines(&text), expected, "{headings}");
    }
    let rows = "Huyện;Diện tích (ha)\nHuyện Lục Nam;5.120\nHuyện Yên Thế;3.050\n";
    for (title, name) in [
        ("Diện tích lúa hè thu năm 2022", "Diện tích lúa hè thu"),
        ("Số liệu năm 2022 tỉnh Bắc Giang", "Diện tích"),
    ] {
        let found = lines(&format!("{title}\n{rows}"));
        assert_eq!(found[0], format!("Huyện Lục Nam|năm 2022|{name}|ha|5120"), "{title}");
        assert_eq!(found.len(), 2, "{title}: {found:#?}");
    }
}

#[test]
fn a_former_place_and_the_one_that_it_was_merged_into_have_columns_of_their_own() {
    for [former, other, merged] in [
        ["Hà Giang (cũ)", "Tuyên Quang (cũ)", "Tuyên Quang (mới)"],
        ["Hà Giang cũ", "Tuyên Quang cũ", "Tuyên Quang mới"],
        ["Hà Giang", "Tuyên Quang (trước hợp nhất)", "Tỉnh Tuyên Quang mới (sau hợp nhất)"],
        ["Hà Giang (trước sáp nhập)", "Tuyên Quang", "Tuyên Quang (sau sáp nhập)"],
    ] {
        let text = format!(
            "Một số chỉ tiêu năm 2024\nChỉ tiêu;Đơn vị;{former};{other};{merged};Cao Bằng\n\
             Dân số trung bình;nghìn người;899,1;812,3;1711,4;551,2\n"
        );
        let of = |place: &str, value: &str| {
            format!("{place}|năm 2024|Dân số trung bình|nghìn người|{value}")
        };
        let expected = [
            of(former, "899.1"),
            of(other, "812.3"),
            of(merged, "1711.4"),
            of("Cao Bằng", "551.2"),
        ];
        assert_eq!(lines(&text), expected, "{former}");
    }
}

#[test]
fn rows_of_measures_that_a_title_lists_are_of_what_follows_them() {
    let title = "\"Diện tích, năng suất, sản lượng ngô đông xuân năm 2022 tỉnh Bắc Giang\"\n";
    let rows = "Diện tích;ha;4.130\nNăng suất;tạ/ha;58,2\nSản lượng;tấn;24.036\n";
    let found = lines(&format!("{title}Chỉ tiêu;Đơn vị;Thực hiện\n{rows}"));
    assert_eq!(
        found,
        [
            "Bắc Giang|năm 2022|Diện tích ngô đông xuân|ha|4130",
            "Bắc Giang|năm 2022|Năng suất ngô đông xuân|tạ/ha|58.2",
            "Bắc Giang|năm 2022|Sản lượng ngô đông xuân|tấn|24036",
        ]
    );
    // Next to rows of something else, they may be of that.
    let found = lines(&format!("{title}Chỉ tiêu;Đơn vị;Thực hiện\n{rows}Số máy gặt;cái;120\n"));
    assert_eq!(found[0], "Bắc Giang|năm 2022|Diện tích|ha|4130");
}

#[test]
fn a_plan_or_a_result_of_a_year_names_no_indicator() {
    let headings = [
        "KH 2023;TH 2023;KH 2024;TH 2024",
        "Kế hoạch 2023;Thực hiện 2023;Kế hoạch 2024;Ước TH 2024",
    ];
    for headings in headings {
        let table = format!("Huyện;{headings}\nBa Chẽ;100;105;120;110\nHải Hà;200;195;210;220\n");
        let read = dataset::read("so-hop-tac-xa.csv", table.as_bytes(), None).unwrap();
        let names = read.datasets.iter().flat_map(|one| one.indicators.iter());
        let names: Vec<String> = names.map(|one| one.name).collect();
        assert!(names.iter().all(|name| name == "so hop tac xa") && names.len() == 4, "{names:?}");
        // A title names it.
        let titled = format!("SỐ HỢP TÁC XÃ TỈNH QUẢNG NINH\n{table}");
        assert!(lines(&titled).iter().all(|line| line.contains("|SỐ HỢP TÁC XÃ|")), "{headings}");
        // Standard input has no name of its own.
        let read = dataset::read("-", table.as_bytes(), None).unwrap();
        let names = read.datasets.iter().flat_map(|one| one.indicators.iter());
        assert!(names.into_iter().all(|one| one.name == "Giá trị"), "{headings}");
    }
}

#[test]
fn the_rows_of_a_section_that_is_a_rate_have_its_direction() {
    let table = "KẾT QUẢ NĂM 2024;;;;\nTT;Chỉ tiêu;ĐVT;KH;TH\nA;TỶ LỆ HỘ CẬN NGHÈO;;;\n\
                 1;Khu vực thành thị;%;2,5;2,1\n2;Khu vực nông thôn;%;9,5;9,9\n\
                 B;KINH TẾ;;;\n1;Tỷ trọng nông nghiệp;%;50;55\n2;Khu vực thành thị;%;20;24\n";
    let better: Vec<_> = indicators(table).into_iter().map(|one| one.better).collect();
    let lower = Some(chitieu::model::Better::Lower);
    assert_eq!(better, [lower, lower, None, None]);
}
