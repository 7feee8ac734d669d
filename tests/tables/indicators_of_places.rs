//! Tables whose rows are places, schools or offices and whose columns are several indicators: whose
//! a verdict, a rank and a plan is, and which columns are values of their own.

use crate::description::{figure_of, full_name};
use crate::every::Every;
use chitieu::dataset;
use chitieu::model::{Dataset, Indicator, Status, Target, status};

/// The indicators of a table, each with its place.
fn placed(text: &str) -> Vec<(String, Indicator)> {
    let of = |dataset: &Dataset| {
        let place = dataset.place.named().unwrap_or("-").to_owned();
        dataset.indicators.iter().map(|one| (place.clone(), one)).collect::<Vec<_>>()
    };
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    opened.datasets.iter().flat_map(of).collect()
}

/// Place, name, plan and actual of each indicator.
fn lines(text: &str) -> Vec<String> {
    let line = |(place, one): (String, Indicator)| {
        let plan = match one.plan.as_ref().and_then(|plan| plan.target()) {
            Some(Target::Value(value)) => value.to_string(),
            _ => "-".to_owned(),
        };
        let actual = figure_of(&one);
        let unit = one.unit.clone().unwrap_or_default();
        format!("{place}|{}|{unit}|{plan}|{actual}", full_name(&one))
    };
    placed(text).into_iter().map(line).collect()
}

fn expect(text: &str, expected: &[&str]) {
    let found = lines(text);
    for line in expected {
        assert!(found.iter().any(|one| one == line), "{line} is not in {found:#?}");
    }
}

/// The name and the status of each indicator that has one.
fn assessed(text: &str) -> Vec<String> {
    let known = placed(text).into_iter().filter(|(_, one)| status(one) != Status::NotAssessed);
    known.map(|(place, one)| format!("{place}|{}|{:?}", one.name, status(&one))).collect()
}

/// The place, the name and the ranks of each indicator that has any.
fn ranked(text: &str) -> Vec<String> {
    let ranks = |one: &Indicator| -> Vec<String> {
        let rank = |rank: &chitieu::model::Rank| match rank.change {
            Some(change) => format!("{}{change:+}", rank.position),
            None => rank.position.to_string(),
        };
        one.ranks.iter().map(rank).collect()
    };
    let known = placed(text).into_iter().filter(|(_, one)| !one.ranks.is_empty());
    known.map(|(place, one)| format!("{place}|{}|{}", one.name, ranks(&one).join(","))).collect()
}

#[test]
fn a_verdict_is_about_what_has_a_plan_and_a_result() {
    let text = "Kết quả giảm nghèo năm 2022\n\
        STT;Xã;Số thôn;Kế hoạch số hộ thoát nghèo năm 2022;Thực hiện số hộ thoát nghèo năm 2022;Kết luận\n\
        1;Xã Hà Hiệu;9;24;21;Không đạt\n2;Xã Bằng Trạch;12;18;20;Vượt\n";
    assert_eq!(
        assessed(text),
        ["Xã Hà Hiệu|số hộ thoát nghèo|Missed", "Xã Bằng Trạch|số hộ thoát nghèo|Exceeded"]
    );
    let text = "TT,Tên phường,Dân số (người),Số hội viên kết nạp,,\n,,,Kế hoạch,Kết quả,Đánh giá\n\
        1,Phường Sông Cầu,8210,40,44,Vượt\n2,Phường Xuất Hóa,5125,30,27,Chưa đạt\n";
    assert_eq!(
        assessed(text),
        [
            "Phường Sông Cầu|Số hội viên kết nạp|Exceeded",
            "Phường Xuất Hóa|Số hội viên kết nạp|Missed"
        ]
    );
    // Nothing says which of the two it is about.
    let text = "TT;Xã;Số xã viên;;Số tổ hợp tác;;Đánh giá\n;;KH;TH;KH;TH;\n\
        1;Xã Hà Hiệu;10;10;17;16;Vượt\n2;Xã Bằng Trạch;9;8;13;14;Đạt\n";
    let notes: Vec<bool> = placed(text).iter().map(|(_, one)| one.note.is_some()).collect();
    assert_eq!(notes, [true, false, true, false]);
    let verdicts = placed(text)
        .iter()
        .filter(|(_, one)| one.plan.as_ref().is_some_and(|plan| plan.verdict().is_some()))
        .count();
    assert_eq!(verdicts, 0);
}

#[test]
fn a_planned_fall_and_its_result_are_an_indicator() {
    let text = "TT;Xã;Số hộ nghèo;Kế hoạch giảm;Kết quả giảm;Đánh giá\n\
        1;Xã Hà Hiệu;152;17;16;Không đạt\n2;Xã Bằng Trạch;125;13;14;Vượt\n";
    expect(text, &["Xã Hà Hiệu|Số hộ nghèo||-|152", "Xã Hà Hiệu|Số hộ nghèo giảm||17|16"]);
    assert_eq!(
        assessed(text),
        ["Xã Hà Hiệu|Số hộ nghèo giảm|Missed", "Xã Bằng Trạch|Số hộ nghèo giảm|Exceeded"]
    );
    let text = "TT,Phường,Số cơ sở nợ thuế,KH giảm,Kết quả giảm\n\
        1,Phường Sông Cầu,41,6,7\n2,Phường Xuất Hóa,35,5,5\n";
    expect(text, &["Phường Sông Cầu|Số cơ sở nợ thuế giảm||6|7"]);
}

#[test]
fn a_pair_that_names_nothing_continues_a_dated_count_or_is_of_the_rows() {
    let text = "TT;Xã;Số tiêu chí đạt đến cuối năm 2021;Kế hoạch năm 2022;Thực hiện năm 2022;\
        Thu nhập bình quân (triệu đồng)\n\
        1;Xã Hà Hiệu;11;14;13;36,5\n2;Xã Bằng Trạch;9;10;12;31,2\n";
    expect(
        text,
        &["Xã Hà Hiệu|Số tiêu chí đạt||14|13", "Xã Hà Hiệu|Thu nhập bình quân|triệu đồng|-|36.5"],
    );
    let text = "TT,Xã,Số hộ dân,Kế hoạch năm 2022,Thực hiện năm 2022\n\
        1,Xã Hà Hiệu,1312,14,13\n2,Xã Bằng Trạch,988,10,12\n";
    assert_eq!(lines(text), ["-|Xã Hà Hiệu||14|13", "-|Xã Bằng Trạch||10|12"]);
}

#[test]
fn components_of_an_index_are_neither_final_nor_done() {
    let text = "KẾT QUẢ PCI NĂM 2023\n\
        TT;Tỉnh;Gia nhập thị trường;Chi phí không chính thức;Điểm PCI;Thứ hạng\n\
        1;Lào Cai;7,31;6,92;67,38;11\n2;Hậu Giang;7,10;7,15;69,17;9\n3;Bến Tre;7,52;6,70;69,20;8\n";
    expect(text, &["Lào Cai|Chi phí không chính thức||-|6.92", "Lào Cai|Điểm PCI|điểm|-|67.38"]);
    assert_eq!(ranked(text), ["Lào Cai|Điểm PCI|11", "Hậu Giang|Điểm PCI|9", "Bến Tre|Điểm PCI|8"]);
    let text = "Hạng,Sở ban ngành,Xây dựng và tổ chức thực hiện văn bản,Cải cách thể chế,Tổng điểm\n\
        1,Sở Tư pháp,\"8,5\",\"9,1\",\"91,2\"\n2,Sở Y tế,\"8,8\",\"8,7\",\"88,4\"\n";
    expect(
        text,
        &[
            "Sở Tư pháp|Xây dựng và tổ chức thực hiện văn bản||-|8.5",
            "Sở Y tế|Tổng điểm|điểm|-|88.4",
        ],
    );
    assert_eq!(ranked(text), ["Sở Tư pháp|Tổng điểm|1", "Sở Y tế|Tổng điểm|2"]);
}

#[test]
fn a_rank_is_of_the_score_that_it_orders() {
    let text = "CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2022\n\
        STT;Huyện;Điểm tự đánh giá;Điểm thẩm định;Chỉ số CCHC (%);Xếp hạng\n\
        1;Huyện Na Hang;70,5;60,00;88,10;1\n2;Huyện Sơn Dương;68,0;61,50;86,40;2\n\
        3;Huyện Chiêm Hóa;69,0;58,20;85,00;3\n";
    assert_eq!(
        ranked(text),
        [
            "Huyện Na Hang|Chỉ số CCHC|1",
            "Huyện Sơn Dương|Chỉ số CCHC|2",
            "Huyện Chiêm Hóa|Chỉ số CCHC|3"
        ]
    );
    let text = "TT;Huyện;Điểm PAPI;Xếp hạng;Điểm PCI;Xếp hạng\n\
        1;Huyện Na Hang;41,5;1;60,1;2\n2;Huyện Sơn Dương;40,2;2;62,4;1\n";
    assert_eq!(
        ranked(text),
        [
            "Huyện Na Hang|Điểm PAPI|1",
            "Huyện Na Hang|Điểm PCI|2",
            "Huyện Sơn Dương|Điểm PAPI|2",
            "Huyện Sơn Dương|Điểm PCI|1"
        ]
    );
}

#[test]
fn parts_of_an_index_do_not_replace_it() {
    let text = "TT\tHuyện\tNăm 2021\t\tNăm 2022\t\tTăng, giảm bậc\tHạ tầng số\tNhân lực số\n\
        \t\tGiá trị DTI\tHạng\tGiá trị DTI\tHạng\t\t(2022)\t(2022)\n\
        1\tHuyện Na Hang\t0,51\t2\t0,62\t1\t1\t0,71\t0,55\n\
        2\tHuyện Sơn Dương\t0,55\t1\t0,60\t2\t-1\t0,69\t0,57\n";
    expect(text, &["Huyện Na Hang|Giá trị DTI||-|0.62", "Huyện Na Hang|Nhân lực số||-|0.55"]);
    assert_eq!(ranked(text), ["Huyện Na Hang|Giá trị DTI|1+1", "Huyện Sơn Dương|Giá trị DTI|2-1"]);
    let text = "KẾT QUẢ NĂM 2022\nTT;Đơn vị;Chỉ số sẵn sàng;Xếp hạng;Hạ tầng;Con người\n\
        1;Huyện Na Hang;0,8;1;0,9;0,7\n2;Huyện Sơn Dương;0,7;2;0,6;0,8\n";
    expect(text, &["Huyện Na Hang|Chỉ số sẵn sàng||-|0.8", "Huyện Sơn Dương|Con người||-|0.8"]);
    assert_eq!(
        ranked(text),
        ["Huyện Na Hang|Chỉ số sẵn sàng|1", "Huyện Sơn Dương|Chỉ số sẵn sàng|2"]
    );
}

#[test]
fn a_cut_off_mark_is_no_maximum() {
    let text = "TT;Trường;Chỉ tiêu (học sinh);Số dự tuyển (học sinh);Số trúng tuyển (học sinh);\
        Tỷ lệ so với chỉ tiêu (%);Điểm chuẩn\n\
        1;Trường THPT Ba Bể;400;900;404;101,0;24,50\n2;Trường THPT Na Rì;350;610;343;98,0;19,75\n";
    expect(
        text,
        &[
            "Trường THPT Ba Bể|Số trúng tuyển|học sinh|400|404",
            "Trường THPT Ba Bể|Số dự tuyển|học sinh|-|900",
            "Trường THPT Na Rì|Điểm chuẩn||-|19.75",
        ],
    );
    for text in [
        "TT;Nội dung;Điểm chuẩn;Điểm xét\n1;Hồ sơ A;20;24,5\n2;Hồ sơ B;18;21\n",
        "TT;Chỉ tiêu;ĐVT;Kế hoạch năm 2022;Thực hiện năm 2022;Điểm chuẩn\n\
         1;Thu phí;tỷ đồng;50;55;21,5\n2;Số trường;trường;5;6;31,5\n",
    ] {
        for (_, one) in placed(text) {
            assert_eq!(one.scale, None, "{}", one.name);
            assert!(one.note.is_some_and(|note| note.starts_with("Điểm chuẩn: ")));
        }
    }
    let maximum = "TT;Nội dung;Điểm chuẩn;Điểm đạt\n1;Hồ sơ A;20;18,5\n2;Hồ sơ B;18;18\n";
    assert_eq!(placed(maximum)[0].1.scale, Some(20.into()));
}

#[test]
fn the_value_at_the_end_of_a_year_is_the_result_of_its_plan() {
    let text = "RÀ SOÁT NĂM 2022\n\
        STT;Xã;Hộ nghèo đầu năm 2022;;Hộ nghèo cuối năm 2022;;\
        Tăng, giảm tỷ lệ hộ nghèo (điểm %);Kế hoạch tỷ lệ hộ nghèo năm 2022 (%)\n\
        ;;Số hộ;Tỷ lệ (%);Số hộ;Tỷ lệ (%);;\n\
        1;Xã Hà Hiệu;120;12,00;98;9,80;-2,20;10,00\n2;Xã Bằng Trạch;80;8,00;75;7,50;-0,50;7,00\n";
    expect(
        text,
        &[
            "Xã Hà Hiệu|Hộ nghèo › Số hộ||-|98",
            "Xã Hà Hiệu|Hộ nghèo › Tỷ lệ|%|10.00|9.80",
            "Xã Bằng Trạch|Hộ nghèo › Tỷ lệ|%|7.00|7.50",
        ],
    );
    let changed = placed(text).into_iter().filter(|(_, one)| !one.changes.is_empty());
    let changed: Vec<String> = changed.map(|(_, one)| one.name).collect();
    assert_eq!(changed, ["Tỷ lệ", "Tỷ lệ"]);
    // Neither a title nor a heading of one row says what it is.
    let text = "STT,Xã,Hộ cận nghèo đầu năm 2022,,Hộ cận nghèo cuối năm 2022,\n\
        ,,Số hộ,Tỷ lệ (%),Số hộ,Tỷ lệ (%)\n\
        1,Xã Hà Hiệu,50,\"5,0\",41,\"4,1\"\n2,Xã Bằng Trạch,30,\"3,0\",33,\"3,3\"\n";
    expect(text, &["Xã Hà Hiệu|Hộ cận nghèo › Tỷ lệ|%|-|4.1"]);
    let earlier: Vec<usize> = placed(text).iter().map(|(_, one)| one.earlier.len()).collect();
    assert_eq!(earlier, [1, 1, 1, 1]);
}

#[test]
fn a_count_and_its_rate_are_two_indicators_of_each_group() {
    let text = "TT,Bệnh viện,Hài lòng,,Không hài lòng,\n,,Số lượng,Tỷ lệ (%),Số lượng,Tỷ lệ (%)\n\
        1,Bệnh viện Ba Bể,180,\"90,0\",20,\"10,0\"\n2,Bệnh viện Na Rì,150,\"93,8\",10,\"6,2\"\n";
    expect(
        text,
        &[
            "Bệnh viện Ba Bể|Hài lòng › Số lượng||-|180",
            "Bệnh viện Na Rì|Không hài lòng › Tỷ lệ|%|-|6.2",
        ],
    );
    let text = "XẾP LOẠI NĂM HỌC 2022-2023\nTT;Tên trường;Tổng số HS;Giỏi;;Khá;\n\
        ;;;SL;TL%;SL;TL%\n\
        1;THCS Hà Hiệu;200;50;25,0;80;40,0\n2;Tiểu học Chu Hương;160;64;40,0;56;35,0\n";
    expect(text, &["THCS Hà Hiệu|Tổng số HS||-|200", "Tiểu học Chu Hương|Giỏi › TL|%|-|40.0"]);
}

#[test]
fn classes_that_differ_in_their_number_are_headings() {
    let text = "SẢN PHẨM OCOP ĐẾN 31/12/2022\n\
        STT;Huyện;Kế hoạch 2021-2025;Đã công nhận;Trong đó;;Tỷ lệ hoàn thành (%)\n\
        ;;;;3 sao;4 sao;\n\
        1;Huyện Na Hang;20;12;10;2;60,0\n2;Huyện Sơn Dương;10;11;7;4;110,0\n";
    expect(
        text,
        &[
            "Huyện Na Hang|SẢN PHẨM OCOP||20|12",
            "Huyện Na Hang|SẢN PHẨM OCOP › 3 sao||-|10",
            "Huyện Sơn Dương|SẢN PHẨM OCOP › 4 sao||-|4",
        ],
    );
    let text = "TT,Xã,Tổng số hộ,Chia ra,,\n,,,1 con,2 con,3 con\n\
        1,Xã Hà Hiệu,200,90,80,30\n2,Xã Bằng Trạch,150,60,70,20\n";
    expect(
        text,
        &["Xã Hà Hiệu|Tổng số hộ › 1 con||-|90", "Xã Bằng Trạch|Tổng số hộ › 3 con||-|20"],
    );
}

#[test]
fn a_percentage_of_a_term_under_a_date_within_it_is_in_progress() {
    let text = "NHÀ Ở HOÀN THÀNH ĐẾN 30/6/2023\nTT,Huyện,Kế hoạch 2021-2025,Tỷ lệ đạt (%)\n\
        1,Huyện Na Hang,200,\"45,5\"\n2,Huyện Sơn Dương,150,\"61,5\"\n";
    let statuses: Vec<Status> = placed(text).iter().map(|(_, one)| status(one)).collect();
    assert_eq!(statuses, [Status::InProgress, Status::InProgress]);
    let text = "Cứng hóa đường thôn năm 2022\nTT;Xã;Mục tiêu 2021-2025 (km);Tỷ lệ hoàn thành (%)\n\
        1;Xã Hà Hiệu;20;40,0\n2;Xã Bằng Trạch;12;50,0\n";
    let statuses: Vec<Status> = placed(text).iter().map(|(_, one)| status(one)).collect();
    assert_eq!(statuses, [Status::InProgress, Status::InProgress]);
}

#[test]
fn a_rank_among_all_provinces_is_of_the_total_left_of_it() {
    let text = "Kết quả PAPI năm 2023\nTỉnh;Tổng điểm;Thứ hạng toàn quốc;Trách nhiệm giải trình;Thủ tục hành chính\n\
        Lào Cai;42,1;30/61;4,2;7,1\nBến Tre;44,0;12/61;4,4;7,3\n";
    assert_eq!(ranked(text), ["Lào Cai|Tổng điểm|30", "Bến Tre|Tổng điểm|12"]);
}

#[test]
fn groups_above_a_row_with_the_number_and_the_place_are_indicators() {
    let text = "GIEO TRỒNG VỤ ĐÔNG NĂM 2023\n;;Diện tích (ha);;;Sản lượng (tấn);;\n\
        TT;Địa phương;Kế hoạch;Thực hiện;TH/KH (%);Kế hoạch;Thực hiện;TH/KH (%)\n\
        1;Yên Lạc;120;114;95,0;310;341;110,0\n2;Kim Lư;80;84;105,0;205;205;100,0\n";
    expect(
        text,
        &[
            "Yên Lạc|Diện tích|ha|120|114",
            "Yên Lạc|Sản lượng|tấn|310|341",
            "Kim Lư|Sản lượng|tấn|205|205",
        ],
    );
}

#[test]
fn the_year_of_an_event_is_no_amount() {
    for heading in ["Dự kiến năm đạt chuẩn", "Năm hoàn thành", "Kế hoạch năm về đích"]
    {
        let text = format!(
            "Rà soát nông thôn mới năm 2023\nTT;Tên xã;Số tiêu chí đạt;{heading}\n1;Yên Lạc;17;2025\n2;Kim Lư;12;2027\n"
        );
        assert_eq!(
            lines(&text),
            ["Yên Lạc|Số tiêu chí đạt||-|17", "Kim Lư|Số tiêu chí đạt||-|12"],
            "{heading}"
        );
    }
    // Two thousand persons are an amount.
    let text = "TT;Tên xã;Số hộ;Số người có việc năm 2023\n1;Yên Lạc;917;2025\n2;Kim Lư;812;2027\n";
    assert!(lines(text).iter().any(|line| line.ends_with("|2025")), "{:?}", lines(text));
}

/// Two districts ranked by an index behind its components; `whole` is the heading of the index.
fn index_of_districts(title: &str, whole: &str, ranks: &str) -> String {
    format!(
        "{title}\nTT;Đơn vị;Chỉ số hạ tầng số;Chỉ số nhân lực số;{whole};{ranks}\n\
         1;Huyện Tủa Chùa;0,7711;0,8044;0,7893;3;6\n2;Huyện Mường Nhé;0,6902;0,7120;0,7015;8;5\n\
         3;Huyện Nậm Pồ;0,6010;0,6555;0,6301;9;9\n"
    )
}

#[test]
fn a_rank_is_of_the_index_that_the_title_names() {
    for (title, whole, name) in [
        ("XẾP HẠNG DTI INDEX CÁC HUYỆN NĂM 2023", "DTI Index 2023", "DTI Index"),
        ("XẾP HẠNG CHỈ SỐ CHUYỂN ĐỔI SỐ (DTI) CÁC HUYỆN NĂM 2023", "DTI", "DTI"),
        (
            "XẾP HẠNG CHỈ SỐ CHUYỂN ĐỔI SỐ CÁC HUYỆN NĂM 2023",
            "Chỉ số chuyển đổi số",
            "Chỉ số chuyển đổi số",
        ),
    ] {
        for ranks in ["Xếp hạng 2023;Xếp hạng 2022", "Xếp hạng năm 2023;Xếp hạng năm 2022"]
        {
            let found = ranked(&index_of_districts(title, whole, ranks));
            let wanted = [
                format!("Huyện Tủa Chùa|{name}|3+3"),
                format!("Huyện Mường Nhé|{name}|8-3"),
                format!("Huyện Nậm Pồ|{name}|9+0"),
            ];
            assert_eq!(found, wanted, "{title} {whole}");
        }
    }
}

#[test]
fn a_rank_behind_several_indices_is_of_no_component() {
    let text =
        index_of_districts("KẾT QUẢ NĂM 2023", "Chỉ số dịch vụ", "Xếp hạng 2023;Xếp hạng 2022");
    let found = ranked(&text);
    assert!(found.iter().every(|line| !line.contains("|Chỉ số")), "{found:?}");
    assert!(found[0].starts_with("Huyện Tủa Chùa|Xếp hạng 2023|3"), "{found:?}");
}

#[test]
fn rows_are_places_where_one_heading_says_what_is_counted() {
    expect(
        "KẾT QUẢ XÂY DỰNG NÔNG THÔN MỚI HUYỆN CHỢ MỚI\nTT;Đơn vị;Số tiêu chí đạt;;\n\
         ;;Đến 31/12/2024;Kế hoạch năm 2025;Đến 30/9/2025\n\
         1;Xã Nông Hạ;13;16;15\n2;Xã Thanh Vận;11;12;12\n",
        &["Xã Nông Hạ|Số tiêu chí đạt||16|15", "Xã Thanh Vận|Số tiêu chí đạt||12|12"],
    );
}

#[test]
fn villages_and_sub_counties_are_places() {
    expect(
        "Hộ nghèo các thôn năm 2025 xã Nông Hạ\nSTT;Tên thôn;Tổng số hộ;Số khẩu;Hộ nghèo;\n\
         ;;;;Số hộ;Tỷ lệ (%)\n1;Thôn Nà Mẩy;98;401;7;7,14\n2;Thôn Khe Thỉ;120;488;9;7,5\n",
        &["Thôn Nà Mẩy|Tổng số hộ||-|98", "Thôn Khe Thỉ|Hộ nghèo › Tỷ lệ|%|-|7.5"],
    );
    expect(
        "Quỹ khuyến học năm 2025 xã Nông Hạ\nSTT;Tên thôn;Tổng số hộ;Quỹ khuyến học (đồng);;\n\
         ;;;KH giao;Đã nộp;Đạt %\n1;Thôn Nà Mẩy;98;1.960.000;1.470.000;75,0\n\
         2;Thôn Khe Thỉ;120;2.400.000;2.400.000;100,0\n",
        &["Thôn Nà Mẩy|Quỹ khuyến học|đồng|1960000|1470000"],
    );
    expect(
        "Table 7: Maize by sub-county\nSub-county;Area 2024 (ha);Production 2024 (tonnes);Yield 2024 (t/ha)\n\
         Molo;1180;2950;2.5\nNjoro;940;2162;2.3\n",
        &["Molo|Production|tonnes|-|2950", "Njoro|Yield|t/ha|-|2.3"],
    );
}

#[test]
fn a_column_named_by_what_it_counts_is_not_all_that_the_title_lists() {
    expect(
        "Số trường, số lớp và số học sinh tiểu học phân theo huyện\n\
         ;Trường học (Trường);Trường học (Trường);Lớp học (Lớp);Lớp học (Lớp);Học sinh (Học sinh);Học sinh (Học sinh)\n\
         ;2023-2024;2024-2025;2023-2024;2024-2025;2023-2024;2024-2025\n\
         Huyện Bảo Lâm;27;26;512;505;9.814;9.703\nHuyện Bảo Lạc;25;25;470;466;8.120;8.077\n",
        &["Huyện Bảo Lâm|Lớp học|Lớp|-|505", "Huyện Bảo Lạc|Học sinh|Học sinh|-|8077"],
    );
}

#[test]
fn one_measure_of_places_needs_no_unit() {
    for heading in ["Huyện", "Tên huyện", "Đơn vị"] {
        for (first, separator) in [("", ";"), ("TT;", ";"), ("", ",")] {
            let row = |at: u8, place: &str, value: u32| {
                let mark = if first.is_empty() { String::new() } else { format!("{at};") };
                format!("{mark}{place}{separator}{value}\n")
            };
            let text = format!(
                "{first}{heading}{separator}Dân số\n{}{}{}",
                row(1, "Huyện Bình Gia", 5210),
                row(2, "Huyện Lộc Bình", 7400),
                row(3, "Huyện Cao Lộc", 6120)
            );
            let expected = [
                "Huyện Bình Gia|Dân số||-|5210",
                "Huyện Lộc Bình|Dân số||-|7400",
                "Huyện Cao Lộc|Dân số||-|6120",
            ];
            assert_eq!(lines(&text), expected, "{text}");
        }
    }
    // Codes are no measure.
    let codes = "Huyện;Mã bưu chính\nHuyện Bình Gia;26000\nHuyện Lộc Bình;26100\n";
    assert!(dataset::read("bieu.csv", codes.as_bytes(), None).is_err());
}

#[test]
fn grades_and_classes_of_a_school_have_figures_as_places_have() {
    for (heading, kind) in [("Khối", "Khối"), ("Khối lớp", "Khối"), ("Lớp", "Lớp")] {
        let text = format!(
            "KẾT QUẢ HỌC TẬP NĂM HỌC 2023-2024;;;;;\n{heading};Tổng số HS;Tốt;;Khá;\n;;SL;TL %;SL;TL %\n\
             {kind} 6;90;20;22,2;40;44,4\n{kind} 7;80;15;18,8;35;43,8\n{kind} 8;70;14;20,0;30;42,9\n"
        );
        let read = crate::description::places_names_figures(&text);
        for expected in [format!("{kind} 7|Tổng số HS|80"), format!("{kind} 8|Khá › SL|30")]
        {
            assert!(read.contains(&expected), "{heading}: {expected}: {read:#?}");
        }
    }
}
