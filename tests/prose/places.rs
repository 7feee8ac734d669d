//! The place of a figure in a text about several: the one that the words before it name.

use crate::every::Every;
use crate::reports::{doubted, lines, read, rows, rows_of, sure, valued};
use chitieu::model::{Indicator, Place};

const TITLE: &str = "Kinh tế một số địa phương phía Bắc 11 tháng năm 2023";

fn labels(row: &Indicator) -> String {
    format!("{} / {}", row.parents.join(" / "), row.name).to_lowercase()
}

#[test]
fn a_figure_before_a_counting_unit_is_no_number_of_a_place() {
    let title = "Tai nạn giao thông tỉnh Bình Thuận quý I/2024";
    let text = "Phan Thiết là địa phương có số người chết cao nhất với 14 người, tăng 5 người so với cùng kỳ; kế đến là Hàm Thuận Bắc 11 người, Hàm Tân 9 người, Tuy Phong 8 người.";
    let found = rows_of(title, text);
    for (figure, place) in
        [("14", "phan thiết"), ("11", "hàm thuận bắc"), ("9", "hàm tân"), ("8", "tuy phong")]
    {
        let row = valued(&found, figure, text);
        assert!(labels(row).contains(place), "{row:#?}");
        assert!(labels(row).contains("chết"), "{row:#?}");
    }
    let text = "Đại hội thi đua: xã Tam Xuân 2 tổ chức đại hội; Trường THCS Mạo Khê 2 đoạt giải.";
    assert!(rows_of(title, text).is_empty());
}

#[test]
fn a_place_holds_for_what_follows_in_its_sentence() {
    let text = "Hưng Yên thu ngân sách 28.914 tỷ đồng, đạt 135,2% kế hoạch; kim ngạch xuất khẩu 6,1 tỷ USD, tăng 5,4%. Tỉnh này có 71 xã đạt chuẩn nâng cao.\n\nTrong khi đó, Nam Định có IIP tăng 14,6%; xuất khẩu ước đạt 2.985 triệu USD; còn Thái Bình chỉ tăng 3,7% về IIP và xuất khẩu giảm 1,9%, đạt 2.340 triệu USD.";
    let found = rows_of(TITLE, text);
    for (figure, place) in [
        ("28914", "hưng yên"),
        ("6.1", "hưng yên"),
        ("71", "hưng yên"),
        ("2985", "nam định"),
        ("2340", "thái bình"),
    ] {
        let row = valued(&found, figure, text);
        assert!(labels(row).contains(place), "{row:#?}");
    }
    assert!(!valued(&found, "28914", text).name.contains("Hưng Yên"));
    let nam_dinh: Vec<&Indicator> =
        found.iter().filter(|row| labels(row).contains("nam định")).collect();
    assert!(nam_dinh.iter().every(|row| row.changes.len() < 2), "{found:#?}");
}

#[test]
fn a_sentence_behind_that_of_a_place_may_be_about_the_whole() {
    let text = "Gia Lai có GRDP tăng 5%. Thu ngân sách đạt 5.600 tỷ đồng.\n\nỞ Kon Tum, thu ngân sách 3.800 tỷ đồng; xuất khẩu 300 triệu USD.";
    let found = rows_of(TITLE, text);
    assert!(doubted(valued(&found, "5600", text), "place-open"), "{found:#?}");
    for figure in ["3800", "300"] {
        assert!(labels(valued(&found, figure, text)).contains("kon tum"), "{found:#?}");
    }
}

#[test]
fn two_changes_of_one_base_are_a_doubt() {
    for text in [
        "Chỉ số sản xuất công nghiệp tăng 14,6%, còn vùng ven chỉ tăng 3,7%.",
        "Sản lượng điện tăng 8% so với cùng kỳ, tăng 6% so với cùng kỳ.",
    ] {
        let found = rows_of("Kinh tế tỉnh Vĩnh Sơn năm 2024", text);
        let both = found.iter().find(|row| row.changes.len() > 1);
        assert!(both.is_none_or(|row| !sure(row)), "{text}: {found:#?}");
    }
}

#[test]
fn a_name_that_is_only_a_place_is_never_sure() {
    for text in [
        "Về tỷ lệ hộ nghèo cuối năm 2022, Nam Định 1,66%, Thái Bình 2,35%, Hà Nam 2,27%.",
        "Tỷ lệ hộ nghèo: Nam Định 1,66%; Thái Bình 2,35%; Hà Nam 2,27%.",
    ] {
        let found = rows_of(TITLE, text);
        for (figure, place) in [("1.66", "nam định"), ("2.35", "thái bình"), ("2.27", "hà nam")]
        {
            let row = valued(&found, figure, text);
            assert!(
                labels(row).contains(place) && row.name.contains("hộ nghèo"),
                "{text}: {row:#?}"
            );
        }
    }
    let text = "Thu ngân sách Hà Nam tăng 8%, Ninh Bình giảm 4%. Hải Phòng xuất khẩu tăng 10,2%, trong khi Quảng Ninh tăng 6,1%.";
    for row in rows_of(TITLE, text) {
        let place = ["Hà Nam", "Ninh Bình", "Hải Phòng", "Quảng Ninh"].contains(&&*row.name);
        assert!(!(place && sure(&row)), "{row:#?}");
    }
}

#[test]
fn a_title_behind_a_dash_is_no_part_of_the_place() {
    let place = |title: &str| {
        let found = crate::reports::read(title, "Sản lượng thủy sản 154 tấn.");
        found.dataset.place.named().map(str::to_owned)
    };
    assert_eq!(place("UBND xã Tân Lập - Báo cáo năm 2023").as_deref(), Some("Tân Lập"));
    assert_eq!(place("UBND huyện Hòa Vang - Kết quả năm 2023").as_deref(), Some("Hòa Vang"));
    let both = place("UBND tỉnh Bà Rịa - Vũng Tàu năm 2023");
    assert_eq!(both.as_deref(), Some("Bà Rịa - Vũng Tàu"));
}

#[test]
fn a_place_that_is_only_mentioned_is_not_that_of_the_text() {
    for (text, wanted) in [
        (
            "Năm 2023, thu ngân sách đạt 9.120 tỷ đồng.\n\nĐoàn công tác đã học tập kinh nghiệm tại tỉnh Đồng Tháp.",
            None,
        ),
        ("Quy mô nền kinh tế năm 2023 đạt 71.300 tỷ đồng, đứng thứ 3/5 tỉnh Tây Nguyên.", None),
        ("Năm 2023, doanh nghiệp hợp tác với tỉnh Gia Lai có vốn 450 tỷ đồng.", None),
        ("Năm 2023, trên địa bàn tỉnh Gia Lai, thu ngân sách đạt 5.240 tỷ đồng.", Some("Gia Lai")),
        ("Tỉnh Gia Lai đạt 5.240 tỷ đồng thu ngân sách trong năm 2023.", Some("Gia Lai")),
        ("Theo Cục Thống kê tỉnh Gia Lai, thu ngân sách đạt 5.240 tỷ đồng.", Some("Gia Lai")),
    ] {
        let import = read("Tình hình kinh tế", text);
        assert_eq!(import.dataset.place.named(), wanted, "{text}");
    }
}

#[test]
fn each_figure_has_the_place_of_its_sentence() {
    let text = "Năm 2023, tại Đồng Tháp, thu ngân sách đạt 9.120 tỷ đồng.\n\nCòn ở Trà Vinh, thu ngân sách đạt 5.870 tỷ đồng.\n\nTrong khi đó, tỉnh Hậu Giang có 48 xã đạt chuẩn nông thôn mới.";
    let import = read("Kinh tế một số địa phương", text);
    assert_eq!(import.dataset.place.named(), None);
    let found: Vec<Indicator> = import.dataset.indicators.iter().collect();
    for (figure, place) in [("9120", "đồng tháp"), ("5870", "trà vinh"), ("48", "hậu giang")]
    {
        let row = valued(&found, figure, text);
        assert!(labels(row).contains(place), "{row:#?}");
    }
    // A place behind figures without one is only that of its own sentence.
    let text = "Tổng lượt khách năm 2023 đạt 7,4 triệu lượt.\n\nTại Trà Vinh, sản lượng thủy sản đạt 238.000 tấn.";
    let import = read("Kinh tế một số địa phương", text);
    assert_eq!(import.dataset.place.named(), None);
    let found: Vec<Indicator> = import.dataset.indicators.iter().collect();
    assert!(labels(valued(&found, "238000", text)).contains("trà vinh"), "{found:#?}");
    assert!(!labels(valued(&found, "7.4", text)).contains("trà vinh"), "{found:#?}");
}

#[test]
fn the_subject_of_a_clause_may_be_behind_a_word_that_opens_it() {
    let title = "Thu ngân sách các tỉnh năm 2024";
    let text = "Hưng Yên thu ngân sách 812 tỷ đồng. Ngược lại, Hà Nam thu ngân sách 513 tỷ đồng; ngoài ra, Thái Bình thu ngân sách 231 tỷ đồng.";
    let found = rows_of(title, text);
    for (figure, place) in [("812", "hưng yên"), ("513", "hà nam"), ("231", "thái bình")] {
        let row = valued(&found, figure, text);
        assert_eq!(labels(row), format!("{place} / thu ngân sách"), "{row:#?}");
    }
}

#[test]
fn places_have_one_figure_each_of_what_is_measured() {
    let text = "Số sản phẩm OCOP của các huyện Đại Từ, Phú Lương, Đồng Hỷ lần lượt là 14, 11 và 9 sản phẩm.";
    assert_eq!(
        lines(text),
        [
            "Đại Từ > Số sản phẩm OCOP 14 sản phẩm",
            "Phú Lương > Số sản phẩm OCOP 11 sản phẩm",
            "Đồng Hỷ > Số sản phẩm OCOP 9 sản phẩm",
        ]
    );
    let text = "Thu ngân sách của huyện Kim Bình và thị xã Duy Hà lần lượt đạt 310 tỷ đồng và 275 tỷ đồng.";
    assert_eq!(
        lines(text),
        ["Kim Bình > Thu ngân sách 310 tỷ đồng", "Duy Hà > Thu ngân sách 275 tỷ đồng"]
    );
    // What only the first of the names says.
    let text = "Sản lượng điện của Nhà máy A và Nhà máy B lần lượt đạt 120 và 80 triệu kWh.";
    assert!(rows(text).iter().all(|row| !sure(row)), "{:#?}", rows(text));
    // No places.
    let text = "Sản lượng lúa và ngô lần lượt đạt 21.000 tấn và 8.400 tấn.";
    assert!(rows(text).iter().all(|row| row.parents.is_empty()));
}

#[test]
fn what_is_set_apart_ends_with_its_sentence() {
    let text = "Tổng thiệt hại 48,2 tỷ đồng; riêng huyện Kim Bình 21,5 tỷ đồng, Lâm Hà 9,3 tỷ đồng. Toàn bộ 12 \
                cầu bị cuốn trôi. Diện tích lúa bị ngập 640 ha.";
    let found = rows(text);
    let last = found.last().unwrap();
    assert!(last.parents.is_empty(), "{found:#?}");
}

#[test]
fn a_place_before_a_verb_alone_is_no_name() {
    for text in
        ["Thái Bình thu 230 tỷ đồng, Nam Định thu 180 tỷ đồng.", "Thái Bình thu 230 tỷ đồng."]
    {
        assert!(rows(text).iter().all(|row| !sure(row)), "{text}: {:#?}", rows(text));
    }
    let read = read("Agribank Thanh Hóa 6 tháng đầu năm 2023", "Dư nợ đạt 84 tỷ đồng.");
    assert_eq!(read.dataset.place.named(), Some("Thanh Hóa"));
}

#[test]
fn a_change_behind_places_may_be_of_all() {
    let text = "Số ca mắc tại Kim Bình, Lâm Hà, Duy Hà lần lượt là 14, 11 và 9 ca, tăng 5 ca.";
    let found = rows(text);
    assert!(sure(&found[0]) && !sure(&found[2]), "{found:#?}");
    // Nobody says whether the next sentence is about the one that was set apart.
    let text = "Thu ngân sách đạt 200 tỷ đồng. Riêng huyện Kim Bình thu ngân sách 20 tỷ đồng. Trồng 12 ha rừng.";
    let found = rows(text);
    assert!(doubted(found.last().unwrap(), "place-open"), "{found:#?}");
}

#[test]
fn a_place_that_only_does_something_in_the_title_is_not_that_of_the_text() {
    let place =
        |title: &str, text: &str| read(title, text).dataset.place.named().map(str::to_owned);
    let country = "Năm 2024, chỉ số hài lòng của 63 tỉnh, thành phố đạt 83,2%.\n\nTại Quảng Ninh, chỉ số PCI đạt 71,2 điểm.";
    for title in [
        "Công bố Chỉ số hài lòng năm 2024: Hải Phòng trở lại ngôi đầu",
        "PAPI 2024: Quảng Ninh bứt phá, giữ vững ngôi đầu",
        "Bắc Ninh đứng đầu cả nước về chỉ số hài lòng năm 2024",
    ] {
        assert_eq!(place(title, country), None, "{title}");
    }
    let own = "Quý I/2025, vốn FDI đăng ký vào Bắc Ninh đạt 1,2 tỷ USD, cao nhất trong 63 tỉnh.";
    assert_eq!(
        place("Bắc Ninh dẫn đầu về thu hút FDI quý I/2025", own).as_deref(),
        Some("Bắc Ninh")
    );
    let found = rows_of("PCI 2024: Hải Phòng trở lại ngôi đầu", country);
    assert_eq!(found.last().unwrap().parents, ["Quảng Ninh"], "{found:#?}");
}

#[test]
fn countries_and_continents_are_places_and_name_nothing_by_themselves() {
    for text in [
        "Xuất khẩu tăng nhanh. Châu Á 48,1%, châu Mỹ 22,8% và châu Âu 14,5%.",
        "Khách đến từ nhiều nước, Hàn Quốc 104 nghìn lượt, Anh 72 nghìn lượt và Mỹ 68 nghìn lượt.",
    ] {
        for row in rows(text) {
            assert!(!sure(&row), "{text}: {row:#?}");
        }
    }
}

#[test]
fn hue_in_a_title_is_the_place() {
    let text = "Năm 2024, tổng lượt khách đạt 3,2 triệu lượt.";
    for title in ["Huế: Du lịch bứt phá", "Du lịch Huế tăng tốc"] {
        assert_eq!(read(title, text).dataset.place.named(), Some("Huế"), "{title}");
    }
}

#[test]
fn a_text_about_two_districts_has_the_place_of_neither() {
    let title = "Hai huyện Krông Nô và Đắk Song sơ kết 6 tháng năm 2023";
    let text = "Sáu tháng đầu năm 2023, tổng giá trị sản xuất của huyện Krông Nô đạt 5.120 tỷ đồng. Thu ngân sách đạt 96 tỷ đồng.\n\nTại huyện Đắk Song, thu ngân sách đạt 88 tỷ đồng. Toàn huyện có 21/40 trường đạt chuẩn; xảy ra 7 vụ tai nạn giao thông, làm chết 4 người.\n\nHuyện Đắk Mil (cùng kỳ năm 2022): Thu ngân sách 104 tỷ đồng.";
    let report = read(title, text);
    assert!(matches!(report.dataset.place, Place::File(_)), "{:?}", report.dataset.place);
    let found: Vec<Indicator> = report.dataset.indicators.iter().collect();
    for (figure, place) in [
        ("96", "krông nô"),
        ("88", "đắk song"),
        ("21", "đắk song"),
        ("7", "đắk song"),
        ("4", "đắk song / vụ tai nạn giao thông"),
    ] {
        let row = valued(&found, figure, text);
        assert!(labels(row).starts_with(place) && sure(row), "{row:#?}");
    }
    // Another year than that of the text.
    assert!(doubted(valued(&found, "104", text), "period-open"), "{found:#?}");
}

#[test]
fn what_the_office_of_a_place_reports_is_about_that_place() {
    let title = "Kinh tế Đắk Nông 6 tháng đầu năm 2024";
    let text = "Theo báo cáo của UBND huyện Tuy Đức, thu ngân sách đạt 52 tỷ đồng. Toàn huyện trồng mới 640 ha rừng.\n\nĐàn trâu của huyện có 2.150 con.\n\nSản lượng cà phê đạt 8.700 tấn.\n\nHuyện Cư Jút\n\nThu ngân sách đạt 61 tỷ đồng.";
    let found = rows_of(title, text);
    for (figure, place) in
        [("52", "tuy đức"), ("640", "tuy đức"), ("2150", "tuy đức"), ("61", "cư jút")]
    {
        let row = valued(&found, figure, text);
        assert!(labels(row).starts_with(place) && sure(row), "{row:#?}");
    }
    // Nobody says whether the next paragraph is about the district as well.
    assert!(doubted(valued(&found, "8700", text), "place-open"), "{found:#?}");
}

#[test]
fn a_council_that_meets_names_the_place_of_its_paragraph() {
    let title = "Các xã tổng kết năm 2021";
    let text = "Năm 2021, xã Phú Lạc gieo cấy 390 ha lúa.\n\nTỷ lệ hộ nghèo của xã còn 3,2%.\n\nSáng 20.12, HĐND xã Vĩnh Hảo khóa XII tổ chức kỳ họp thứ 4. Toàn xã có 41 hộ nghèo.\n\nĐảng bộ xã Phước Thể 2 tổ chức đại hội. Thu ngân sách đạt 6,4 tỷ đồng.";
    let report = read(title, text);
    assert_eq!(report.dataset.place.named(), None);
    let found: Vec<Indicator> = report.dataset.indicators.iter().collect();
    for (figure, place) in
        [("390", "phú lạc"), ("3.2", "phú lạc"), ("41", "vĩnh hảo"), ("6.4", "phước thể 2 /")]
    {
        let row = valued(&found, figure, text);
        assert!(labels(row).starts_with(place) && sure(row), "{row:#?}");
    }
}

#[test]
fn a_heading_names_the_place_behind_what_it_is_about() {
    let title = "An sinh xã hội tỉnh Phú Yên năm 2022";
    let text =
        "Toàn tỉnh có 9.840 hộ nghèo.\n\nGiáo dục thị xã Đông Hòa\n\nTuyển sinh 3.120 học sinh.";
    let found = rows_of(title, text);
    assert!(labels(valued(&found, "3120", text)).starts_with("đông hòa"), "{found:#?}");
    assert!(valued(&found, "9840", text).parents.is_empty(), "{found:#?}");
}

#[test]
fn an_english_possessive_names_the_place() {
    let text = "Lao Cai's state budget revenue reached VND 7,310 billion in 2024.\n\nThe province welcomed 640,000 visitors.\n\nIn Yen Bai, state budget revenue was VND 4,120 billion.\n\nCan Tho in 2024\n\nExport turnover was USD 215 million.";
    let found = rows_of("Three provinces in 2024", text);
    for (figure, place) in
        [("7310", "lao cai"), ("640000", "lao cai"), ("4120", "yen bai"), ("215", "can tho")]
    {
        let row = valued(&found, figure, text);
        assert!(labels(row).starts_with(place), "{row:#?}");
        assert!(!row.name.contains("'s"), "{row:#?}");
    }
}
