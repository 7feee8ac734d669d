//! Abbreviations that offices write for phrases, and people type for them.

/// Abbreviation and phrase, folded. The longer phrases of an abbreviation stand first.
const TABLE: &[(&str, &str)] = &[
    ("antt", "an ninh trat tu"),
    ("atgt", "an toan giao thong"),
    ("attp", "an toan thuc pham"),
    ("atvstp", "an toan ve sinh thuc pham"),
    ("bhtn", "bao hiem that nghiep"),
    ("bhxh", "bao hiem xa hoi"),
    ("bhyt", "bao hiem y te"),
    ("bvmt", "bao ve moi truong"),
    ("bvtv", "bao ve thuc vat"),
    ("ccn", "cum cong nghiep"),
    ("cchc", "cai cach hanh chinh"),
    ("cds", "chuyen doi so"),
    ("cn", "cong nghiep"),
    ("cnh", "cong nghiep hoa"),
    ("cntt", "cong nghe thong tin"),
    ("cpi", "chi so gia tieu dung"),
    ("dn", "doanh nghiep"),
    ("dtts", "dan toc thieu so"),
    ("dvc", "dich vu cong"),
    ("dvctt", "dich vu cong truc tuyen"),
    ("fdi", "dau tu truc tiep nuoc ngoai"),
    ("gddt", "giao duc va dao tao"),
    ("gd", "giao duc"),
    ("gqvl", "giai quyet viec lam"),
    ("grdp", "tong san pham tren dia ban"),
    ("gdp", "tong san pham trong nuoc"),
    ("gtgt", "gia tri gia tang"),
    ("gtsx", "gia tri san xuat"),
    ("gtvt", "giao thong van tai"),
    ("hs", "hoc sinh"),
    ("htx", "hop tac xa"),
    ("iip", "chi so san xuat cong nghiep"),
    ("kcn", "khu cong nghiep"),
    ("khcn", "khoa hoc va cong nghe"),
    ("khcn", "khoa hoc cong nghe"),
    ("kkt", "khu kinh te"),
    ("ktxh", "kinh te xa hoi"),
    ("ld", "lao dong"),
    ("mn", "mam non"),
    ("nn", "nong nghiep"),
    ("nsnn", "ngan sach nha nuoc"),
    ("ntm", "nong thon moi"),
    ("nld", "nguoi lao dong"),
    ("oda", "ho tro phat trien chinh thuc"),
    ("pccc", "phong chay chua chay"),
    ("pci", "nang luc canh tranh cap tinh"),
    ("qsdd", "quyen su dung dat"),
    ("sdd", "suy dinh duong"),
    ("sx", "san xuat"),
    ("tddt", "the duc the thao"),
    ("tdtt", "the duc the thao"),
    ("th", "tieu hoc"),
    ("thcs", "trung hoc co so"),
    ("thpt", "trung hoc pho thong"),
    ("tmdt", "thuong mai dien tu"),
    ("tnbq", "thu nhap binh quan"),
    ("tngt", "tai nan giao thong"),
    ("tp", "thanh pho"),
    ("tthc", "thu tuc hanh chinh"),
    ("ttck", "thi truong chung khoan"),
    ("ubnd", "uy ban nhan dan"),
    ("vhtt", "van hoa the thao"),
    ("vsmt", "ve sinh moi truong"),
    ("xdcb", "xay dung co ban"),
    ("xnk", "xuat nhap khau"),
    ("xk", "xuat khau"),
    ("nk", "nhap khau"),
    ("yt", "y te"),
];

/// All of them.
pub(super) fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.iter().copied()
}

/// The phrases of an abbreviation, in words.
pub(super) fn phrases(folded: &str) -> Vec<Vec<&'static str>> {
    let matching = TABLE.iter().filter(|(short, _)| *short == folded);
    matching.map(|(_, phrase)| phrase.split(' ').collect()).collect()
}
