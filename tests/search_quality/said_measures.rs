//! What people say before an animal, a crop or a product where names say it otherwise or not at all; and totals.

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Chăn nuôi\tcon\tSố lợn đực giống
Chăn nuôi\tcon\tTổng đàn lợn
Chăn nuôi\tcon\tSố ngựa
Chăn nuôi\tcon\tDê
Chăn nuôi\tnghìn con\tSố lượng vịt
Chăn nuôi\ttấn\tSản lượng thịt vịt
Trồng trọt\tha\tDiện tích gieo trồng đậu tương
Trồng trọt\tha\tDiện tích thanh long
Trồng trọt\ttấn\tSản lượng khoai tây
Công nghiệp\ttấn\tBột giặt
Công nghiệp\tnghìn m³\tGỗ xẻ các loại
Công nghiệp\ttấn\tXuất khẩu bột giặt sang nước láng giềng
Công nghiệp\ttriệu đồng\tGiá bán lẻ gỗ xẻ
Thương mại\ttriệu USD\tXuất khẩu giày
Thương mại\ttriệu USD\tTổng kim ngạch xuất khẩu
Ngân hàng\ttỷ đồng\tDư nợ cho vay mua nhà ở
Ngân hàng\ttỷ đồng\tTổng dư nợ tín dụng
Lao động\t%\tTỷ lệ thất nghiệp khu vực đô thị
Lao động\t%\tTỷ lệ thất nghiệp chung của lao động
Lao động\t%\tTỷ lệ thất nghiệp chung";

fn names() -> Names {
    Names(Labelled::read(NAMES, ""))
}

#[test]
fn a_herd_is_found_by_other_words_for_its_number() {
    names().assert_found(&[
        ("đàn ngựa", "Số ngựa"),
        ("tổng đàn ngựa", "Số ngựa"),
        ("dan ngua", "Số ngựa"),
        ("đàn vịt", "Số lượng vịt"),
        ("chăn nuôi vịt", "Số lượng vịt"),
        ("số con ngựa", "Số ngựa"),
        ("tổng đàn dê", "Dê"),
    ]);
}

#[test]
fn an_area_is_found_by_what_is_planted() {
    names().assert_found(&[
        ("trồng thanh long", "Diện tích thanh long"),
        ("trong dau tuong", "Diện tích gieo trồng đậu tương"),
    ]);
}

#[test]
fn an_output_is_found_by_the_product_alone() {
    names().assert_found(&[
        ("sản lượng bột giặt", "Bột giặt"),
        ("san xuat bot giat", "Bột giặt"),
        ("sản xuất gỗ xẻ", "Gỗ xẻ các loại"),
        ("khối lượng gỗ xẻ", "Gỗ xẻ các loại"),
        ("sản xuất khoai tây", "Sản lượng khoai tây"),
    ]);
    // Only the name that begins with the product is its output.
    let rest = "Công nghiệp\ttriệu đồng\tGiá bán lẻ gỗ xẻ";
    let found = Names(Labelled::read(rest, "")).first(&["sản lượng gỗ xẻ"]);
    assert!(found[0].1.is_none_or(|(_, similar)| similar), "{found:?}");
}

#[test]
fn the_total_goes_before_its_parts() {
    names().assert_found(&[
        ("lợn", "Tổng đàn lợn"),
        ("pigs", "Tổng đàn lợn"),
        ("xuất khẩu", "Tổng kim ngạch xuất khẩu"),
        ("dư nợ", "Tổng dư nợ tín dụng"),
        ("tỷ lệ thất nghiệp", "Tỷ lệ thất nghiệp chung"),
        ("unemployment rate", "Tỷ lệ thất nghiệp chung"),
    ]);
}
