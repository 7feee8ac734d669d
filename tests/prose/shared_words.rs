//! Words that a list or a sentence says once, and words of a name that only its owner, its noun or its base gives.

use crate::every::Every;
use crate::reports::{doubted, read, rows, sure, valued};
use chitieu::model::{Indicator, Status, Target, status};
use rust_decimal::Decimal;

fn named(row: &Indicator) -> (&str, Vec<&str>) {
    (&row.name, row.parents.iter().map(|parent| &**parent).collect())
}

fn change(row: &Indicator) -> Option<(Decimal, &str)> {
    row.changes.first().map(|change| (change.amount, &*change.period))
}

#[test]
fn a_rate_goes_on_behind_a_semicolon_or_a_bracket() {
    for (text, figure, name) in [
        (
            "Công suất sử dụng buồng phòng loại một 71,4%; buồng phòng loại hai 58,2%.",
            "58.2",
            "Công suất sử dụng buồng phòng loại hai",
        ),
        (
            "Tỷ lệ huy động trẻ 4 tuổi ra lớp đạt 96,1%; trẻ nhà trẻ đạt 41,7%.",
            "41.7",
            "Tỷ lệ huy động trẻ nhà trẻ ra lớp",
        ),
        (
            "Tỷ lệ hộ nghèo còn 6,21% (tương đương 214 hộ), hộ cận nghèo 8,4%.",
            "8.4",
            "Tỷ lệ hộ cận nghèo",
        ),
    ] {
        let found = rows(text);
        assert_eq!(valued(&found, figure, text).name, name, "{text}");
    }
    // What shares no word is another indicator.
    let text = "Tỷ lệ đô thị hóa đạt 31,5%; giải ngân vốn đầu tư đạt 74,2% kế hoạch.";
    let found = rows(text);
    let names: Vec<&str> = found.iter().map(|row| &*row.name).collect();
    assert_eq!(names, ["Tỷ lệ đô thị hóa", "Giải ngân vốn đầu tư"]);
}

#[test]
fn parts_in_brackets_have_their_whole() {
    let text = "Cây công nghiệp 168 ha (chè 92 ha, cà phê 51 ha, mắc ca 25 ha); lúa 310 ha.";
    let found = rows(text);
    assert_eq!(named(valued(&found, "51", text)), ("Cà phê", vec!["Cây công nghiệp"]));
    assert!(valued(&found, "310", text).parents.is_empty());
    // More than the whole is no list of its parts.
    let text = "Cây công nghiệp 68 ha (chè 92 ha, cà phê 51 ha).";
    assert!(valued(&rows(text), "92", text).parents.is_empty());
}

#[test]
fn a_group_set_apart_has_the_rate_of_all() {
    let text = "Tỷ lệ hộ nghèo giảm 1,4%, riêng đồng bào vùng cao giảm 3,6%.";
    let found = rows(text);
    let group = found.iter().find(|row| row.name.contains("vùng cao")).unwrap();
    assert!(group.parents.iter().any(|parent| parent.contains("Tỷ lệ hộ nghèo")), "{group:#?}");
}

#[test]
fn a_label_may_begin_with_keeping_and_join_nouns() {
    let text = "Duy trì sĩ số: mầm non 214/214 cháu, tiểu học 405/409 học sinh.";
    let found = rows(text);
    let part = found.iter().find(|row| row.name == "Tiểu học").unwrap();
    assert_eq!(part.parents.last().map(|parent| &**parent), Some("Duy trì sĩ số"));
    let text = "Án kinh doanh và thương mại: thụ lý 214 vụ, giải quyết 190 vụ.";
    let found = rows(text);
    let solved = valued(&found, "190", text);
    assert_eq!(solved.parents.last().map(|parent| &**parent), Some("Án kinh doanh và thương mại"));
    // Who says so is no label.
    let text = "Sở Công Thương cho biết: sản lượng điện đạt 812 triệu kWh.";
    assert_eq!(named(valued(&rows(text), "812", text)), ("Sản lượng điện", vec![]));
}

#[test]
fn deaths_are_no_cases_of_the_disease() {
    let text = "Bệnh dại ghi nhận 2 ca tử vong. Sốt rét ghi nhận 310 ca mắc, 4 ca tử vong.";
    let found = rows(text);
    assert!(valued(&found, "2", text).name.contains("tử vong"));
    let malaria = valued(&found, "4", text);
    assert_eq!(named(malaria), ("Ca tử vong", vec!["Sốt rét"]));
    let text = "Đàn dê có 12.400 con, tăng 3,1% so với năm trước.";
    assert_eq!(valued(&rows(text), "12400", text).name, "Đàn dê");
}

#[test]
fn a_school_has_what_is_counted_in_it() {
    let text = "Trường mầm non có 9 lớp với 214 cháu; trường tiểu học có 15 lớp, 402 học sinh.";
    let found = rows(text);
    for (figure, school) in [
        ("9", "Trường mầm non"),
        ("214", "Trường mầm non"),
        ("15", "trường tiểu học"),
        ("402", "trường tiểu học"),
    ] {
        let row = valued(&found, figure, text);
        assert_eq!(row.parents.last().map(|parent| &**parent), Some(school), "{figure}");
        assert!(!doubted(row, "same-name"), "{row:#?}");
    }
}

#[test]
fn below_what_was_asked_for_is_a_plan_with_its_verdict() {
    let text = "Số điều dưỡng/vạn dân đạt 11,2 điều dưỡng, chưa đạt so với kế hoạch 12,5.";
    let found = rows(text);
    assert_eq!(found.len(), 1, "{found:#?}");
    let plan = found[0].plan.as_ref().unwrap();
    assert_eq!(plan.target(), Some(Target::Value("12.5".parse().unwrap())));
    assert_eq!(status(&found[0]), Status::Missed);

    let text =
        "Tỷ lệ án bị hủy là 0,7%, thấp hơn 0,5% so với yêu cầu của Quốc hội (không quá 1,2%).";
    let found = rows(text);
    let row = valued(&found, "0.7", text);
    assert!(row.changes.is_empty(), "{row:#?}");
    let target = row.plan.as_ref().and_then(|plan| plan.target());
    assert_eq!(target, Some(Target::AtMost("1.2".parse().unwrap())));

    let text = "GRDP growth reached 7.3 per cent, exceeding the full-year target of 6.5 per cent.";
    let import = read("Socio-economic report 2024", text);
    let figures: Vec<_> = import.dataset.indicators.iter().map(|row| row.figure()).collect();
    assert_eq!(figures, ["7.3".parse().ok()]);
}

#[test]
fn a_verb_said_again_has_the_change_of_its_figure() {
    let text = "Thụ lý 2.140 vụ; giải quyết 1.986 vụ; so với cùng kỳ năm trước, thụ lý tăng 115 vụ, giải quyết tăng 98 vụ.";
    let found = rows(text);
    assert_eq!(found.len(), 2, "{found:#?}");
    for (figure, amount) in [("2140", 115), ("1986", 98)] {
        let row = valued(&found, figure, text);
        assert_eq!(change(row), Some((amount.into(), "cùng kỳ năm trước")));
    }
    let text = "Tổ chức 96 phiên tòa lưu động, tăng 21 phiên so với cùng kỳ.";
    let found = rows(text);
    assert_eq!(change(valued(&found, "96", text)), Some((21.into(), "cùng kỳ")));
}

#[test]
fn the_year_of_an_index_is_its_period() {
    let text = "Chỉ số PAPI năm 2023 của tỉnh đạt 42,6 điểm, xếp thứ 18/63 tỉnh, thành phố.";
    let found = rows(text);
    let row = valued(&found, "42.6", text);
    assert_eq!(row.name, "Chỉ số PAPI");
    assert_eq!(row.period.map(|period| period.to_string()).as_deref(), Some("năm 2023"));
    assert!(sure(row), "{row:#?}");
}

#[test]
fn english_totals_bases_and_owners_are_no_names() {
    let text = "Hau Loc achieved 14 of 19 socio-economic targets.\n\nNurses per 10,000 inhabitants: 18.4 (plan: 17).\n\nThe northern province of Son Binh recorded GRDP growth of 6.4 per cent.";
    let import = read("Socio-economic report 2024", text);
    let found: Vec<Indicator> = import.dataset.indicators.iter().collect();
    let names: Vec<&str> = found.iter().map(|row| &*row.name).collect();
    assert_eq!(names, ["Nurses per 10,000 inhabitants", "GRDP growth"]);
    assert!(found.iter().every(|row| row.count.is_none()), "{found:#?}");
    assert_eq!(valued(&found, "18.4", text).name, "Nurses per 10,000 inhabitants");
    // The best fifteen are no figure.
    let text = "Vĩnh Sơn đứng trong tốp 15 tỉnh thu hút đầu tư nhiều nhất.";
    assert!(rows(text).is_empty());
}

#[test]
fn a_level_of_schools_replaces_the_one_within_a_name() {
    let text = "Tỷ lệ huy động trẻ nhà trẻ ra lớp đạt 31,5%, mẫu giáo đạt 96,2%, riêng trẻ 5 tuổi đạt 99,8%.";
    let found = rows(text);
    assert_eq!(valued(&found, "96.2", text).name, "Tỷ lệ huy động trẻ mẫu giáo ra lớp");
    assert_eq!(valued(&found, "99.8", text).name, "Tỷ lệ huy động trẻ 5 tuổi ra lớp");
}
