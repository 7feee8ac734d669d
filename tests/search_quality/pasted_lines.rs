//! What people paste and type around names: lines of reports and lists, numbers in words, single words of which others
//! are the beginning, words of a unit or a section, other words than the names have.

use chitieu::search::{Hit, Index, Method};

use crate::labelled_queries::Labelled;

/// The names, with section and unit.
const NAMES: &str = "\
Chăn nuôi\tcon\tTổng đàn trâu
Chăn nuôi\tcon\tTổng đàn trâu cái
Chăn nuôi\tcon\tTổng đàn lợn nái
Chăn nuôi\ttấn\tSản lượng thịt gà
Trồng trọt\tha\tDiện tích ngô vụ đông
Trồng trọt\ttấn\tSản lượng ngô vụ đông
Trồng trọt\ttấn\tSản lượng cá lồng nuôi
Trồng trọt\tha\tDiện tích nuôi cá lồng
Trồng trọt\ttấn\tSản lượng hồ tiêu thu hái
Công nghiệp chủ lực\ttấn\tĐá
Công nghiệp chủ lực\ttấn\tĐá vôi nghiền mịn cỡ tấn
Công nghiệp chủ lực\tm²\tTôn mạ màu
Công nghiệp chủ lực\t%\tChỉ số sản xuất (IIP) ngành dệt may
Công nghiệp chủ lực\ttỷ đồng\tGiá trị sản xuất công nghiệp dệt may
Dân cư\tngười/km²\tMật độ dân cư
Dân cư\ttuổi\tTuổi thọ bình quân
Dân cư\tnghìn cái\tTủ đông
Dân cư\t%\tTỷ lệ thư viện xã có mạng
Dân cư\ttấn\tThức ăn chăn nuôi
Dân cư\tngười\tSố người đi làm ở nước ngoài
Giảm nghèo\t%\tTỷ lệ hộ nghèo
Giảm nghèo\tđiểm %\tMức giảm tỷ lệ hộ nghèo
Giảm nghèo\thộ\tSố hộ nghèo
Ngân sách\ttỷ đồng\tThu nội địa
Ngân sách\ttỷ đồng\tThuế tiêu thụ đặc biệt
Ngân sách\ttỷ đồng\tVốn đầu tư trung hạn đã phân bổ
Ngân sách\ttỷ đồng\tKế hoạch vốn đầu tư trung hạn được giao
Ngân sách\ttỷ đồng\tChi sự nghiệp
Ngân sách\ttỷ đồng\tTỷ trọng chi sự nghiệp trong ngân sách
Du lịch\tcơ sở\tSố khách sạn 2 sao
Du lịch\tcơ sở\tSố khách sạn 4 sao
Du lịch\tcơ sở\tSố khách sạn 5 sao
Đô thị\tđô thị\tSố đô thị loại II
Đô thị\tđô thị\tSố đô thị loại III
Y tế\tlượt\tLượt khám bệnh
Y tế\tlượt\tLượt khám bệnh bảo hiểm y tế
Nông thôn mới\txã\tSố xã đạt chuẩn nông thôn mới
Nông thôn mới\txã\tSố xã vùng cao
Nông thôn mới\txã\tSố xã đạt 17 tiêu chí
Giao thông\tkm\tĐường giao thông
Giao thông\t%\tChỉ số giá nhóm giao thông
Giao thông\t%\tChỉ số giá nhóm giáo dục
Giao thông\t%\tChỉ số giá điện
Giao thông\t%\tChỉ số giá tiêu dùng
Hành chính\tđiểm\tChỉ số cải cách hành chính
Hành chính\tđiểm\tPAR INDEX - Thể chế
Thủy sản\tnghìn lít\tNước mắm cốt
Trật tự\tvụ\tSố vụ cháy nhà";

/// Names in which queries are searched.
pub(crate) struct Names(pub(crate) Labelled);

impl Names {
    fn read() -> Self {
        Self(Labelled::read(NAMES, ""))
    }

    /// The first hit of each query, as a name, and whether it is only similar.
    pub(crate) fn first<'q>(
        &self,
        queries: &[&'q str],
    ) -> Vec<(&'q str, Option<(&'static str, bool)>)> {
        let found = self.hits(queries).into_iter();
        let named = |hit: Hit| (self.0.names[hit.index], hit.tier.is_similar());
        found.map(|(query, hit)| (query, hit.map(named))).collect()
    }

    /// Asserts that each query finds its name, and surely.
    #[track_caller]
    pub(crate) fn assert_found(&self, all: &[(&str, &'static str)]) {
        let queries: Vec<&str> = all.iter().map(|(query, _)| *query).collect();
        let expected: Vec<_> =
            all.iter().map(|(query, name)| (*query, Some((*name, false)))).collect();
        assert_eq!(self.first(&queries), expected);
    }

    fn hits<'q>(&self, queries: &[&'q str]) -> Vec<(&'q str, Option<Hit>)> {
        let collection = self.0.collection();
        let index = Index::new(&collection);
        queries.iter().map(|query| (*query, index.search(&collection, query, 1).pop())).collect()
    }
}

#[test]
fn a_line_of_a_report_is_its_name_with_a_value_and_a_unit_next_to_it() {
    Names::read().assert_found(&[
        ("Thu nội địa ước đạt 1.250 tỷ đồng, bằng 103% dự toán", "Thu nội địa"),
        ("thu noi dia thuc hien 640 ty dong, tang 2,4% so voi cung ky", "Thu nội địa"),
        ("Tổng đàn trâu năm 2031: 21.300 con", "Tổng đàn trâu"),
        ("- Tổng đàn trâu hiện có 21.300 con; vượt kế hoạch HĐND tỉnh giao", "Tổng đàn trâu"),
        ("Tỷ lệ hộ nghèo giảm còn 7,6%, hoàn thành mục tiêu", "Tỷ lệ hộ nghèo"),
        ("Số khách sạn 4 sao là 12 cơ sở, tăng 2 cơ sở", "Số khách sạn 4 sao"),
        ("Số xã đạt 17 tiêu chí có 26 xã, vượt 3 xã", "Số xã đạt 17 tiêu chí"),
        ("Trong quý xảy ra 14 vụ cháy nhà, thiệt hại 3 tỷ đồng", "Số vụ cháy nhà"),
        // The unit behind the value distinguishes twins.
        ("Ngô vụ đông gieo trồng 3.150 ha, đạt 98%", "Diện tích ngô vụ đông"),
        ("Ngô vụ đông thu hoạch 9.400 tấn", "Sản lượng ngô vụ đông"),
    ]);
}

#[test]
fn a_mark_of_a_list_is_no_word() {
    Names::read().assert_found(&[
        ("2. Tổng đàn trâu", "Tổng đàn trâu"),
        ("II. Thu nội địa", "Thu nội địa"),
        ("c) Chi sự nghiệp", "Chi sự nghiệp"),
        ("3.1. Mật độ dân cư", "Mật độ dân cư"),
        ("+ Số hộ nghèo", "Số hộ nghèo"),
    ]);
}

#[test]
fn a_number_is_found_in_words_and_in_roman_numerals() {
    Names::read().assert_found(&[
        ("khách sạn bốn sao", "Số khách sạn 4 sao"),
        ("khach san nam sao", "Số khách sạn 5 sao"),
        ("khach san hai sao", "Số khách sạn 2 sao"),
        ("đô thị loại ba", "Số đô thị loại III"),
        ("do thi loai 2", "Số đô thị loại II"),
        ("xã đạt mười bảy tiêu chí", "Số xã đạt 17 tiêu chí"),
    ]);
    let hits = Names::read().hits(&["khach san bon sao", "ba", "nam", "so ho ngheo nam"]);
    let methods = |hit: &Option<Hit>| {
        let reasons = hit.as_ref().map(|hit| hit.reasons.clone()).unwrap_or_default();
        reasons.iter().any(|reason| reason.method == Method::Numeral)
    };
    // A number without a neighbour is another word.
    assert_eq!(
        hits.iter().map(|(_, hit)| methods(hit)).collect::<Vec<_>>(),
        [true, false, false, false]
    );
}

#[test]
fn whole_words_with_their_accents_rank_above_beginnings() {
    Names::read().assert_found(&[
        ("mạ", "Tôn mạ màu"),
        ("ma", "Tôn mạ màu"),
        ("thư", "Tỷ lệ thư viện xã có mạng"),
        ("tủ", "Tủ đông"),
        ("tiêu thu", "Sản lượng hồ tiêu thu hái"),
        ("nhóm giao", "Chỉ số giá nhóm giao thông"),
        // The beginning of a word is found where nothing has it whole.
        ("mậ", "Mật độ dân cư"),
        ("thu n", "Thu nội địa"),
    ]);
}

#[test]
fn words_of_the_name_rank_above_those_of_the_section() {
    Names::read().assert_found(&[
        ("giam ty le ho ngheo %", "Mức giảm tỷ lệ hộ nghèo"),
        ("giảm tỷ lệ hộ nghèo", "Mức giảm tỷ lệ hộ nghèo"),
        (
            "ke hoach von dau tu trung han duoc giao ty dong",
            "Kế hoạch vốn đầu tư trung hạn được giao",
        ),
        ("xa nong thon moi xa", "Số xã đạt chuẩn nông thôn mới"),
        // A whole name next to its whole section or unit is that name.
        ("Ngân sách Chi sự nghiệp", "Chi sự nghiệp"),
        ("Y tế Lượt khám bệnh", "Lượt khám bệnh"),
        ("da tan", "Đá"),
    ]);
    let similar = Names::read().first(&["giam ty le ho nghwo"]);
    assert_eq!(similar[0].1, Some(("Mức giảm tỷ lệ hộ nghèo", true)));
}

#[test]
fn a_name_with_the_typed_abbreviation_ranks_above_its_phrase() {
    Names::read().assert_found(&[
        ("iip det may", "Chỉ số sản xuất (IIP) ngành dệt may"),
        ("cai cach hanh chinh", "Chỉ số cải cách hành chính"),
        ("cpi giao thong", "Chỉ số giá nhóm giao thông"),
        ("cpi", "Chỉ số giá tiêu dùng"),
        ("cpi cac quy", "Chỉ số giá tiêu dùng"),
    ]);
}

#[test]
fn beginnings_keep_the_typed_order() {
    Names::read().assert_found(&[
        ("nuo ca long", "Diện tích nuôi cá lồng"),
        ("ca long nuo", "Sản lượng cá lồng nuôi"),
    ]);
}

#[test]
fn one_letter_may_be_missing_in_a_short_word_of_an_exact_name() {
    let found = Names::read().first(&["nuc mam", "diện tích nui cá lồng", "nuc mua", "bo mam"]);
    let names: Vec<_> = found.into_iter().map(|(_, found)| found).collect();
    let similar = |name| Some((name, true));
    assert_eq!(names[..2], [similar("Nước mắm cốt"), similar("Diện tích nuôi cá lồng")]);
    assert_eq!(names[2..], [None, None]);
}

#[test]
fn other_words_for_the_same_thing_find_the_name() {
    Names::read().assert_found(&[
        ("heo nái", "Tổng đàn lợn nái"),
        ("dien tich bap vu dong", "Diện tích ngô vụ đông"),
        ("xklđ", "Số người đi làm ở nước ngoài"),
        ("tuổi thọ trung bình", "Tuổi thọ bình quân"),
    ]);
    let hits = Names::read().hits(&["heo nái", "lợn nái"]);
    let methods: Vec<_> = hits
        .iter()
        .map(|(_, hit)| hit.as_ref().and_then(|hit| hit.reasons.first()).map(|one| one.method))
        .collect();
    assert_eq!(methods, [Some(Method::Synonym), Some(Method::AsTyped)]);
}

#[test]
fn a_word_with_other_accents_next_to_words_in_passing_is_no_name() {
    for (query, found) in Names::read().first(&[
        "thử xem nào",
        "thứ này là gì",
        "quay lại đi",
        "chờ tí nhé",
        "linh tinh",
    ]) {
        assert_eq!(found, None, "{query}");
    }
}
