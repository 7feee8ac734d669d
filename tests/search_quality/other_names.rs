//! Queries with other names of indicators: of economics, in English, abbreviated.

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Kinh tế\t%\tTốc độ tăng tổng sản phẩm trên địa bàn
Kinh tế\ttriệu đồng\tTổng sản phẩm bình quân đầu người
Kinh tế\ttriệu đồng\tThu nhập bình quân đầu người
Kinh tế\t%\tĐóng góp của vốn vào tăng trưởng
Kinh tế\t%\tTốc độ tăng doanh số thẻ
Nội vụ\tđiểm\tChỉ số cải cách hành chính
Thủy sản\ttấn\tSản lượng cua biển
Thủy sản\ttấn\tSản lượng thủy sản nuôi trồng
Môi trường\t%\tTỷ lệ phủ xanh đất trống
Môi trường\t%\tTỷ lệ che phủ của rừng
Lao động\t%\tTỷ lệ tham gia lực lượng lao động
Nhà ở\ttỷ đồng\tThu viện trợ
Nhà ở\tvụ\tSố vụ ly hôn
Nhà ở\t‰\tTỷ suất chết ở nông thôn
Nhà ở\tngười\tSố người cao tuổi sống một mình
Nhà ở\tmáy\tSố máy rút tiền tự động
Nhà ở\ttrường\tSố trường trung học phổ thông có thư viện
Nhà ở\ttrường\tSố trường tiểu học có thư viện
Nhà ở\thộ\tSố hộ dân tộc thiểu số vay vốn
Nhà ở\thộ\tSố hộ kinh doanh vay vốn";

fn names() -> Names {
    Names(Labelled::read(NAMES, ""))
}

#[test]
fn growth_and_the_gross_product_have_several_names() {
    names().assert_found(&[
        ("tăng trưởng kinh tế", "Tốc độ tăng tổng sản phẩm trên địa bàn"),
        ("toc do tang truong kinh te", "Tốc độ tăng tổng sản phẩm trên địa bàn"),
        ("tăng trưởng GRDP", "Tốc độ tăng tổng sản phẩm trên địa bàn"),
        ("economic growth", "Tốc độ tăng tổng sản phẩm trên địa bàn"),
        ("GRDP growth", "Tốc độ tăng tổng sản phẩm trên địa bàn"),
        ("grdp per capita", "Tổng sản phẩm bình quân đầu người"),
        ("GRDP bình quân đầu người", "Tổng sản phẩm bình quân đầu người"),
        ("GRDP/người", "Tổng sản phẩm bình quân đầu người"),
        ("tang truong doanh so the", "Tốc độ tăng doanh số thẻ"),
    ]);
}

#[test]
fn other_names_of_things_find_them() {
    names().assert_found(&[
        ("PAR INDEX", "Chỉ số cải cách hành chính"),
        ("máy ATM", "Số máy rút tiền tự động"),
        ("ATM", "Số máy rút tiền tự động"),
        ("hộ ĐBDTTS vay vốn", "Số hộ dân tộc thiểu số vay vốn"),
        ("độ che phủ của rừng", "Tỷ lệ che phủ của rừng"),
        ("cấp 3 có thư viện", "Số trường trung học phổ thông có thư viện"),
        ("labour force participation rate", "Tỷ lệ tham gia lực lượng lao động"),
        ("labor force participation", "Tỷ lệ tham gia lực lượng lao động"),
        ("ly dị", "Số vụ ly hôn"),
        ("tỷ lệ tử vong ở nông thôn", "Tỷ suất chết ở nông thôn"),
        ("người già sống một mình", "Số người cao tuổi sống một mình"),
        ("libraries", "Số trường tiểu học có thư viện"),
        ("aquaculture output", "Sản lượng thủy sản nuôi trồng"),
    ]);
}
