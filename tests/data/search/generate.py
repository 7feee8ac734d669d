#!/usr/bin/env python3
"""Writes the third and the fourth labelled set of search queries: names-3.txt, queries-3.tsv and so on.

    generate.py 3 3 . && generate.py 4 77 .          (which set, the seed, the folder)

The names are put together from heads and objects of office lists, so that many are near twins: the same head
with other objects, years, sexes, levels and districts. A query is made of a name by what people do to it, and
every name that a careful reader would take for the one meant is right. Nothing here knows how the search works.
"""

import random
import sys
import unicodedata
from collections import Counter
from pathlib import Path

# ---------------------------------------------------------------- names

GROUPS = {}


def names_of(batch):
    """(section, unit, name), no name twice."""
    found, seen = [], set()
    for section, unit, name in GROUPS[batch]():
        key = unicodedata.normalize("NFC", name).lower()
        if key not in seen:
            seen.add(key)
            found.append((section, unit, name))
    return found


def first_batch():
    nn, cn = "Nông nghiệp", "Công nghiệp"
    crops = ["lúa đông xuân", "lúa hè thu", "lúa mùa", "lúa cả năm", "ngô", "ngô đông xuân", "ngô hè thu",
             "khoai lang", "sắn", "mía", "lạc", "đậu tương", "rau các loại", "chè", "chè búp tươi", "cà phê",
             "cao su", "hồ tiêu", "điều", "cam", "quýt", "bưởi", "nhãn", "vải", "xoài", "dừa", "dứa", "dưa hấu",
             "mận", "đào", "chuối", "thuốc lá"]
    for crop in crops:
        yield nn, "ha", f"Diện tích {crop}"
        yield nn, "tạ/ha", f"Năng suất {crop}"
        yield nn, "tấn", f"Sản lượng {crop}"
    yield nn, "tấn", "Sản lượng lương thực có hạt"
    yield nn, "kg/người", "Sản lượng lương thực có hạt bình quân đầu người"
    yield nn, "ha", "Diện tích cây lương thực có hạt"
    yield nn, "ha", "Diện tích cây công nghiệp lâu năm"
    yield nn, "ha", "Diện tích cây công nghiệp hàng năm"
    yield nn, "ha", "Diện tích cây ăn quả"
    for animal in ["trâu", "bò", "lợn", "gia cầm", "dê", "ngựa", "ong"]:
        yield nn, "đàn" if animal == "ong" else "con", f"Tổng đàn {animal}"
    for animal in ["trâu", "bò", "lợn", "gia cầm"]:
        yield nn, "tấn", f"Sản lượng thịt {animal} hơi xuất chuồng"
    yield nn, "tấn", "Sản lượng bơ"
    yield nn, "nghìn quả", "Sản lượng trứng gia cầm"
    yield nn, "tấn", "Sản lượng sữa bò tươi"
    for fish in ["thủy sản", "thủy sản nuôi trồng", "thủy sản khai thác", "cá", "tôm"]:
        yield "Thủy sản", "tấn", f"Sản lượng {fish}"
    yield "Thủy sản", "ha", "Diện tích nuôi trồng thủy sản"
    yield "Thủy sản", "ha", "Diện tích nuôi tôm thâm canh"
    yield "Thủy sản", "lồng", "Số lồng bè nuôi cá"
    yield "Thủy sản", "chiếc", "Số tàu cá lắp thiết bị giám sát hành trình"
    for kind in ["sản xuất", "phòng hộ", "đặc dụng", "tập trung"]:
        yield "Lâm nghiệp", "ha", f"Diện tích rừng trồng mới {kind}"
    yield "Lâm nghiệp", "%", "Tỷ lệ che phủ rừng"
    yield "Lâm nghiệp", "ha", "Diện tích rừng bị cháy"
    yield "Lâm nghiệp", "ha", "Diện tích rừng bị chặt phá"
    yield "Lâm nghiệp", "ha", "Diện tích rừng được khoanh nuôi tái sinh"
    yield "Lâm nghiệp", "m³", "Sản lượng gỗ khai thác"
    yield "Lâm nghiệp", "m³", "Sản lượng gỗ rừng trồng"
    yield "Lâm nghiệp", "ste", "Sản lượng củi khai thác"
    for product, unit in [("Bia các loại", "nghìn lít"), ("Nước khoáng", "nghìn lít"), ("Xi măng", "nghìn tấn"),
                          ("Clanhke xi măng", "nghìn tấn"), ("Gạch nung", "triệu viên"),
                          ("Gạch không nung", "triệu viên"), ("Gạch ốp lát", "nghìn m²"),
                          ("Điện sản xuất", "triệu kWh"), ("Điện thương phẩm", "triệu kWh"),
                          ("Nước máy sản xuất", "nghìn m³"), ("Nước máy thương phẩm", "nghìn m³"),
                          ("Quần áo may sẵn", "nghìn cái"), ("Giày dép da", "nghìn đôi"),
                          ("Giày thể thao", "nghìn đôi"), ("Đường kính", "tấn"), ("Tinh bột sắn", "tấn"),
                          ("Chè chế biến", "tấn"), ("Thức ăn gia súc", "tấn"), ("Thức ăn gia cầm", "tấn"),
                          ("Thép cán", "nghìn tấn"), ("Phân bón NPK", "tấn"), ("Đá xây dựng", "nghìn m³"),
                          ("Quặng sắt", "tấn"), ("Quặng đồng", "tấn"), ("Than sạch", "tấn"), ("Bao bì giấy", "tấn"),
                          ("Muối", "tấn"), ("Bóng đèn LED", "nghìn cái"), ("Thuốc viên", "triệu viên"),
                          ("Thủy sản chế biến", "tấn"), ("Thủy sản đông lạnh", "tấn")]:
        yield cn, unit, product
    yield cn, "%", "Chỉ số sản xuất công nghiệp (IIP)"
    yield cn, "%", "Chỉ số sản xuất công nghiệp ngành khai khoáng"
    yield cn, "%", "Chỉ số sản xuất công nghiệp ngành chế biến, chế tạo"
    yield cn, "%", "Chỉ số tiêu thụ ngành chế biến, chế tạo"
    yield cn, "%", "Chỉ số tồn kho ngành chế biến, chế tạo"
    yield cn, "cụm", "Số cụm công nghiệp được thành lập"
    yield cn, "%", "Tỷ lệ lấp đầy khu công nghiệp"
    yield cn, "%", "Tỷ lệ lấp đầy cụm công nghiệp"
    areas = ["nông, lâm nghiệp và thủy sản", "công nghiệp và xây dựng", "dịch vụ"]
    yield "Kinh tế", "%", "Tốc độ tăng GRDP"
    for area in areas:
        yield "Kinh tế", "%", f"Tốc độ tăng GRDP khu vực {area}"
        yield "Kinh tế", "%", f"Tỷ trọng khu vực {area} trong GRDP"
        yield "Kinh tế", "tỷ đồng", f"Giá trị tăng thêm khu vực {area}"
    yield "Kinh tế", "tỷ đồng", "Tổng sản phẩm trên địa bàn (GRDP) theo giá hiện hành"
    yield "Kinh tế", "tỷ đồng", "Tổng sản phẩm trên địa bàn (GRDP) theo giá so sánh 2010"
    yield "Kinh tế", "triệu đồng", "GRDP bình quân đầu người"
    yield "Kinh tế", "triệu đồng", "Thu nhập bình quân đầu người"
    yield "Kinh tế", "triệu đồng", "Thu nhập bình quân đầu người khu vực nông thôn"
    yield "Kinh tế", "triệu đồng", "Thu nhập bình quân đầu người khu vực thành thị"
    yield "Kinh tế", "triệu đồng/lao động", "Năng suất lao động xã hội"
    yield "Kinh tế", "%", "Tốc độ tăng năng suất lao động xã hội"
    yield "Kinh tế", "%", "Chỉ số giá tiêu dùng (CPI)"
    yield "Kinh tế", "%", "Chỉ số giá vàng"
    yield "Kinh tế", "%", "Chỉ số giá đô la Mỹ"
    for year in [2021, 2022, 2023, 2024]:
        yield "Dân số", "người", f"Dân số trung bình năm {year}"
        yield "Kinh tế", "tỷ đồng", f"Vốn đầu tư thực hiện năm {year}"
    ns = "Tài chính – ngân sách"
    for name in ["Tổng thu ngân sách nhà nước trên địa bàn", "Thu nội địa", "Thu nội địa trừ tiền sử dụng đất",
                 "Thu từ hoạt động xuất nhập khẩu", "Thu từ doanh nghiệp nhà nước trung ương",
                 "Thu từ doanh nghiệp nhà nước địa phương", "Thu từ doanh nghiệp có vốn đầu tư nước ngoài",
                 "Thu từ khu vực kinh tế ngoài quốc doanh", "Thuế thu nhập cá nhân", "Thuế thu nhập doanh nghiệp",
                 "Thuế bảo vệ môi trường", "Thuế sử dụng đất phi nông nghiệp", "Thuế giá trị gia tăng",
                 "Thuế tiêu thụ đặc biệt", "Lệ phí trước bạ", "Lệ phí môn bài", "Thu phí, lệ phí", "Thu tiền sử dụng đất",
                 "Thu tiền thuê đất, thuê mặt nước", "Thu xổ số kiến thiết", "Thu cấp quyền khai thác khoáng sản",
                 "Thu cố định tại xã", "Thu khác ngân sách", "Thu bổ sung từ ngân sách cấp trên",
                 "Tổng chi ngân sách địa phương", "Chi đầu tư phát triển", "Chi đầu tư xây dựng cơ bản",
                 "Chi thường xuyên", "Chi sự nghiệp giáo dục và đào tạo", "Chi sự nghiệp y tế",
                 "Chi sự nghiệp khoa học và công nghệ", "Chi sự nghiệp môi trường", "Chi sự nghiệp kinh tế",
                 "Chi quốc phòng", "Chi an ninh", "Chi quản lý hành chính", "Chi bảo đảm xã hội",
                 "Chi trả nợ gốc và lãi vay", "Chi bổ sung quỹ dự trữ tài chính", "Chi dự phòng ngân sách",
                 "Chi chương trình mục tiêu quốc gia", "Tổng nguồn vốn huy động của các tổ chức tín dụng",
                 "Tổng dư nợ cho vay", "Dư nợ cho vay ngắn hạn", "Dư nợ cho vay trung và dài hạn",
                 "Dư nợ cho vay nông nghiệp, nông thôn", "Nợ đọng thuế", "Nợ đọng xây dựng cơ bản"]:
        yield ns, "tỷ đồng", name
    yield ns, "%", "Tỷ lệ nợ xấu"
    yield ns, "%", "Tỷ lệ thu ngân sách so với GRDP"
    yield ns, "%", "Tỷ lệ giải ngân vốn đầu tư công"
    yield ns, "%", "Tỷ lệ giải ngân vốn chương trình mục tiêu quốc gia"
    dt = "Đầu tư – xây dựng"
    for name in ["Tổng vốn đầu tư toàn xã hội", "Vốn đầu tư khu vực nhà nước", "Vốn đầu tư khu vực ngoài nhà nước",
                 "Vốn đầu tư trực tiếp nước ngoài", "Vốn ngân sách trung ương", "Vốn ngân sách địa phương",
                 "Vốn trái phiếu chính phủ", "Vốn ODA", "Giá trị sản xuất ngành xây dựng"]:
        yield dt, "tỷ đồng", name
    yield dt, "dự án", "Số dự án FDI cấp mới"
    yield dt, "triệu USD", "Vốn FDI đăng ký cấp mới"
    yield dt, "triệu USD", "Vốn FDI đăng ký tăng thêm"
    yield dt, "triệu USD", "Vốn FDI thực hiện"
    yield dt, "doanh nghiệp", "Số doanh nghiệp thành lập mới"
    yield dt, "doanh nghiệp", "Số doanh nghiệp giải thể"
    yield dt, "doanh nghiệp", "Số doanh nghiệp tạm ngừng hoạt động"
    yield dt, "doanh nghiệp", "Số doanh nghiệp quay trở lại hoạt động"
    yield dt, "tỷ đồng", "Vốn đăng ký của doanh nghiệp thành lập mới"
    yield dt, "hợp tác xã", "Số hợp tác xã thành lập mới"
    yield dt, "hợp tác xã", "Số hợp tác xã nông nghiệp hoạt động hiệu quả"
    yield dt, "tổ", "Số tổ hợp tác đang hoạt động"
    yield dt, "%", "Tỷ lệ đô thị hóa"
    yield dt, "m² sàn/người", "Diện tích nhà ở bình quân đầu người"
    yield dt, "căn", "Số căn nhà ở xã hội hoàn thành"
    tm = "Thương mại – dịch vụ"
    for goods in ["hàng hóa", "thủy sản", "gạo", "gỗ và sản phẩm gỗ", "hàng dệt may", "giày dép", "rau quả",
                  "máy móc, thiết bị"]:
        yield tm, "triệu USD", f"Kim ngạch xuất khẩu {goods}"
        if goods in ("hàng hóa", "máy móc, thiết bị", "gỗ và sản phẩm gỗ"):
            yield tm, "triệu USD", f"Kim ngạch nhập khẩu {goods}"
    yield tm, "triệu USD", "Kim ngạch nhập khẩu nguyên phụ liệu"
    yield tm, "tỷ đồng", "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng"
    yield tm, "tỷ đồng", "Doanh thu bán lẻ hàng hóa"
    yield tm, "tỷ đồng", "Doanh thu dịch vụ lưu trú, ăn uống"
    yield tm, "tỷ đồng", "Doanh thu dịch vụ lữ hành"
    yield tm, "tỷ đồng", "Doanh thu dịch vụ viễn thông"
    yield tm, "tỷ đồng", "Doanh thu vận tải"
    yield tm, "chợ", "Số chợ đạt chuẩn"
    yield tm, "chợ", "Số chợ nông thôn"
    yield tm, "siêu thị", "Số siêu thị"
    yield tm, "chỗ", "Số chỗ ngồi nhà hát"
    yield tm, "chỗ", "Số chỗ đỗ xe"
    gt = "Giao thông vận tải"
    for verb in ["vận chuyển", "luân chuyển"]:
        for what, unit in [("hàng hóa", "nghìn tấn"), ("hành khách", "nghìn người")]:
            km = unit + ".km" if verb == "luân chuyển" else unit
            yield gt, km, f"Khối lượng {what} {verb}"
            for way in ["đường bộ", "đường thủy nội địa"]:
                yield gt, km, f"Khối lượng {what} {verb} {way}"
    for road in ["quốc lộ", "tỉnh lộ", "đường huyện", "đường xã", "đường thôn", "đường đô thị"]:
        yield gt, "km", f"Chiều dài {road}"
        yield gt, "%", f"Tỷ lệ {road} được cứng hóa"
    yield gt, "km", "Đường giao thông nông thôn được bê tông hóa"
    yield gt, "cầu", "Số cầu dân sinh xây mới"
    yield gt, "xe", "Số xe ô tô đăng ký mới"
    yield gt, "xe", "Số xe mô tô đăng ký mới"
    dl = "Văn hóa, thể thao và du lịch"
    yield dl, "lượt", "Tổng lượt khách du lịch"
    yield dl, "lượt", "Lượt khách du lịch quốc tế"
    yield dl, "lượt", "Lượt khách du lịch nội địa"
    yield dl, "lượt", "Số lượt khách lưu trú"
    yield dl, "tỷ đồng", "Tổng thu từ khách du lịch"
    yield dl, "%", "Công suất sử dụng phòng khách sạn"
    yield dl, "di tích", "Số di tích được xếp hạng cấp quốc gia"
    yield dl, "di tích", "Số di tích được xếp hạng cấp tỉnh"
    for kind in ["gia đình", "thôn, bản", "cơ quan", "khu dân cư", "làng"]:
        yield dl, "%", f"Tỷ lệ {kind} văn hóa"
        yield dl, kind.split(",")[0].split()[-1] if kind != "gia đình" else "hộ", f"Số {kind} đạt chuẩn văn hóa"
    yield dl, "%", "Tỷ lệ người dân tập luyện thể dục thể thao thường xuyên"
    yield dl, "%", "Tỷ lệ hộ gia đình tập luyện thể thao"
    yield dl, "huy chương", "Số huy chương thể thao quốc gia"
    yield dl, "huy chương", "Số huy chương thể thao quốc tế"
    yield dl, "thư viện", "Số thư viện công cộng"
    gd = "Giáo dục và đào tạo"
    for level in ["mầm non", "tiểu học", "trung học cơ sở", "trung học phổ thông"]:
        yield gd, "trường", f"Số trường {level}"
        yield gd, "trường", f"Số trường {level} đạt chuẩn quốc gia"
        yield gd, "%", f"Tỷ lệ trường {level} đạt chuẩn quốc gia"
        yield gd, "lớp", f"Số lớp {level}"
        yield gd, "học sinh" if level != "mầm non" else "trẻ", f"Số {'học sinh' if level != 'mầm non' else 'trẻ'} {level}"
        yield gd, "người", f"Số giáo viên {level}"
        yield gd, "%", f"Tỷ lệ giáo viên {level} đạt chuẩn trình độ"
        yield gd, "%", f"Tỷ lệ phòng học kiên cố {level}"
    for level in ["tiểu học", "trung học cơ sở", "trung học phổ thông"]:
        yield gd, "%", f"Tỷ lệ học sinh bỏ học cấp {level}"
        yield gd, "%", f"Tỷ lệ học sinh đi học đúng độ tuổi cấp {level}"
    yield gd, "%", "Tỷ lệ học sinh tốt nghiệp trung học cơ sở"
    yield gd, "%", "Tỷ lệ học sinh tốt nghiệp trung học phổ thông"
    yield gd, "%", "Tỷ lệ huy động trẻ 5 tuổi đến lớp mẫu giáo"
    yield gd, "%", "Tỷ lệ huy động trẻ dưới 3 tuổi đến nhà trẻ"
    yield gd, "%", "Tỷ lệ huy động trẻ 6 tuổi vào lớp 1"
    yield gd, "xã", "Số xã đạt chuẩn phổ cập giáo dục tiểu học"
    yield gd, "xã", "Số xã đạt chuẩn phổ cập giáo dục trung học cơ sở"
    yield gd, "xã", "Số xã đạt chuẩn xóa mù chữ"
    yt = "Y tế"
    for who in ["bác sĩ", "dược sĩ đại học", "điều dưỡng", "giường bệnh"]:
        yield yt, who.split(" đại")[0], f"Số {who} trên một vạn dân"
    yield yt, "giường", "Tổng số giường bệnh"
    yield yt, "giường", "Số giường bệnh tư nhân"
    yield yt, "%", "Công suất sử dụng giường bệnh"
    for age in ["dưới 5 tuổi", "dưới 2 tuổi"]:
        for kind in ["thể nhẹ cân", "thể thấp còi"]:
            yield yt, "%", f"Tỷ lệ trẻ em {age} suy dinh dưỡng {kind}"
    yield yt, "%", "Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ"
    yield yt, "‰", "Tỷ suất tử vong trẻ em dưới 1 tuổi"
    yield yt, "‰", "Tỷ suất tử vong trẻ em dưới 5 tuổi"
    yield yt, "%", "Tỷ lệ xã đạt tiêu chí quốc gia về y tế"
    yield yt, "%", "Tỷ lệ trạm y tế xã có bác sĩ"
    yield yt, "%", "Tỷ lệ trạm y tế xã có nữ hộ sinh"
    yield yt, "%", "Tỷ lệ dân số được quản lý sức khỏe điện tử"
    yield yt, "ca", "Số ca mắc sốt xuất huyết"
    yield yt, "ca", "Số ca mắc sởi"
    yield yt, "ca", "Số ca mắc tay chân miệng"
    yield yt, "người", "Số người nhiễm HIV còn sống"
    yield yt, "người", "Số người nhiễm HIV phát hiện mới"
    yield yt, "vụ", "Số vụ ngộ độc thực phẩm"
    yield yt, "người", "Số người bị ngộ độc thực phẩm"
    ds = "Dân số"
    for sex in ["", " nam", " nữ", " thành thị", " nông thôn", " dân tộc thiểu số"]:
        yield ds, "người", f"Dân số{sex}"
    yield ds, "‰", "Tỷ lệ tăng dân số tự nhiên"
    yield ds, "‰", "Tỷ suất sinh thô"
    yield ds, "‰", "Tỷ suất chết thô"
    yield ds, "con/phụ nữ", "Tổng tỷ suất sinh"
    yield ds, "bé trai/100 bé gái", "Tỷ số giới tính khi sinh"
    yield ds, "tuổi", "Tuổi thọ trung bình"
    yield ds, "tuổi", "Tuổi thọ trung bình của nam"
    yield ds, "tuổi", "Tuổi thọ trung bình của nữ"
    yield ds, "%", "Tỷ lệ sinh con thứ ba trở lên"
    yield ds, "người/km²", "Mật độ dân số"
    gn = "Giảm nghèo và an sinh xã hội"
    for kind in ["nghèo", "cận nghèo", "thoát nghèo", "tái nghèo", "nghèo dân tộc thiểu số", "nghèo khu vực nông thôn",
                 "nghèo khu vực thành thị", "nghèo có công với cách mạng"]:
        yield gn, "hộ", f"Số hộ {kind}"
        yield gn, "%", f"Tỷ lệ hộ {kind}"
    yield gn, "điểm %", "Mức giảm tỷ lệ hộ nghèo"
    yield gn, "điểm %", "Mức giảm tỷ lệ hộ nghèo dân tộc thiểu số"
    yield gn, "nhà", "Số nhà tạm, nhà dột nát được xóa"
    yield gn, "nhà", "Số nhà tình nghĩa được xây mới"
    yield gn, "nhà", "Số nhà đại đoàn kết được xây mới"
    for kind in ["bảo hiểm xã hội bắt buộc", "bảo hiểm xã hội tự nguyện", "bảo hiểm thất nghiệp", "bảo hiểm y tế"]:
        yield gn, "người", f"Số người tham gia {kind}"
        yield gn, "tỷ đồng", f"Số thu {kind}"
    yield gn, "%", "Tỷ lệ dân số tham gia bảo hiểm y tế"
    yield gn, "%", "Tỷ lệ học sinh, sinh viên tham gia bảo hiểm y tế"
    yield gn, "%", "Tỷ lệ lực lượng lao động tham gia bảo hiểm xã hội"
    yield gn, "%", "Tỷ lệ lực lượng lao động tham gia bảo hiểm thất nghiệp"
    yield gn, "người", "Số người hưởng trợ cấp xã hội hằng tháng"
    yield gn, "người", "Số người hưởng trợ cấp thất nghiệp"
    yield gn, "trẻ", "Số trẻ em có hoàn cảnh đặc biệt được trợ giúp"
    yield gn, "%", "Tỷ lệ người cao tuổi được khám sức khỏe định kỳ"
    ld = "Lao động – việc làm"
    yield ld, "người", "Lực lượng lao động từ 15 tuổi trở lên"
    for who in ["", " nam", " nữ"]:
        yield ld, "người", f"Số lao động{who} được giải quyết việc làm"
        yield ld, "%", f"Tỷ lệ lao động{who} qua đào tạo"
        yield ld, "người", f"Số lao động{who} đi làm việc ở nước ngoài"
    yield ld, "%", "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ"
    yield ld, "%", "Tỷ lệ thất nghiệp"
    for who in ["khu vực thành thị", "khu vực nông thôn", "của thanh niên", "của nữ"]:
        yield ld, "%", f"Tỷ lệ thất nghiệp {who}"
    yield ld, "%", "Tỷ lệ thiếu việc làm"
    yield ld, "%", "Tỷ lệ thiếu việc làm khu vực nông thôn"
    yield ld, "%", "Tỷ lệ lao động nông nghiệp trong tổng lao động xã hội"
    yield ld, "vụ", "Số vụ tai nạn lao động"
    yield ld, "người", "Số người chết do tai nạn lao động"
    yield ld, "người", "Số lao động nông thôn được đào tạo nghề"
    mt = "Tài nguyên và môi trường"
    for who in ["đô thị", "nông thôn"]:
        yield mt, "%", f"Tỷ lệ dân số {who} sử dụng nước sạch"
        yield mt, "%", f"Tỷ lệ chất thải rắn sinh hoạt {who} được thu gom, xử lý"
    yield mt, "%", "Tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh"
    yield mt, "%", "Tỷ lệ chất thải nguy hại được xử lý"
    yield mt, "%", "Tỷ lệ chất thải y tế được xử lý"
    yield mt, "%", "Tỷ lệ khu công nghiệp có hệ thống xử lý nước thải"
    yield mt, "%", "Tỷ lệ cụm công nghiệp có hệ thống xử lý nước thải"
    yield mt, "%", "Tỷ lệ hộ có nhà tiêu hợp vệ sinh"
    yield mt, "cơ sở", "Số cơ sở gây ô nhiễm môi trường nghiêm trọng được xử lý"
    yield mt, "giấy", "Số giấy chứng nhận quyền sử dụng đất đã cấp"
    yield mt, "%", "Tỷ lệ cấp giấy chứng nhận quyền sử dụng đất"
    yield mt, "hồ", "Số hồ chứa nước được nâng cấp"
    yield mt, "hồ", "Số hồ chứa thủy lợi"
    yield mt, "ha", "Diện tích đất nông nghiệp"
    yield mt, "ha", "Diện tích đất phi nông nghiệp"
    yield mt, "ha", "Diện tích đất chưa sử dụng"
    yield mt, "ha", "Diện tích đất ở đô thị"
    yield mt, "ha", "Diện tích đất ở nông thôn"
    cc = "Cải cách hành chính và chuyển đổi số"
    yield cc, "điểm", "Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)"
    yield cc, "điểm", "Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh (PAPI)"
    yield cc, "điểm", "Chỉ số cải cách hành chính (PAR INDEX)"
    yield cc, "%", "Chỉ số hài lòng về sự phục vụ hành chính (SIPAS)"
    yield cc, "điểm", "Chỉ số chuyển đổi số (DTI)"
    for short in ["PCI", "PAPI", "PAR INDEX", "SIPAS", "DTI"]:
        yield cc, "hạng", f"Xếp hạng {short}"
    yield cc, "%", "Tỷ lệ hồ sơ giải quyết đúng hạn"
    yield cc, "%", "Tỷ lệ hồ sơ trực tuyến toàn trình"
    yield cc, "%", "Tỷ lệ hồ sơ thanh toán trực tuyến"
    yield cc, "%", "Tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính"
    yield cc, "thủ tục", "Số thủ tục hành chính được cắt giảm"
    yield cc, "thủ tục", "Số thủ tục hành chính cung cấp trực tuyến toàn trình"
    yield cc, "%", "Tỷ trọng kinh tế số trong GRDP"
    yield cc, "%", "Tỷ lệ hộ gia đình có Internet băng rộng cáp quang"
    yield cc, "%", "Tỷ lệ dân số trưởng thành dùng điện thoại thông minh"
    yield cc, "%", "Tỷ lệ dân số trưởng thành có chữ ký số"
    yield cc, "thuê bao", "Số thuê bao điện thoại cố định"
    yield cc, "thuê bao", "Số thuê bao điện thoại di động"
    yield cc, "thuê bao", "Số thuê bao Internet băng rộng"
    tt = "Trật tự an toàn xã hội"
    for what in ["tai nạn giao thông", "cháy, nổ", "phạm tội về trật tự xã hội", "phạm tội về ma túy",
                 "phạm tội về kinh tế", "bạo lực gia đình", "xâm hại trẻ em"]:
        yield tt, "vụ", f"Số vụ {what}"
    for what in ["tai nạn giao thông", "cháy, nổ", "đuối nước"]:
        yield tt, "người", f"Số người chết do {what}"
        if what != "đuối nước":
            yield tt, "người", f"Số người bị thương do {what}"
    yield tt, "%", "Tỷ lệ điều tra, khám phá án về trật tự xã hội"
    yield tt, "%", "Tỷ lệ điều tra, khám phá án ma túy"
    yield tt, "%", "Tỷ lệ xã, phường không có tệ nạn ma túy"
    yield tt, "%", "Tỷ lệ giao quân"
    yield tt, "%", "Tỷ lệ giải quyết đơn khiếu nại, tố cáo"
    yield tt, "đơn", "Số đơn khiếu nại, tố cáo được giải quyết"
    yield tt, "lượt", "Số lượt tiếp công dân"
    nt = "Nông thôn mới"
    yield nt, "xã", "Số xã đạt chuẩn nông thôn mới"
    yield nt, "xã", "Số xã đạt chuẩn nông thôn mới nâng cao"
    yield nt, "xã", "Số xã đạt chuẩn nông thôn mới kiểu mẫu"
    yield nt, "%", "Tỷ lệ xã đạt chuẩn nông thôn mới"
    yield nt, "%", "Tỷ lệ xã đạt chuẩn nông thôn mới nâng cao"
    yield nt, "thôn", "Số thôn đạt chuẩn nông thôn mới"
    yield nt, "huyện", "Số huyện đạt chuẩn nông thôn mới"
    yield nt, "tiêu chí", "Số tiêu chí nông thôn mới bình quân một xã"
    yield nt, "sản phẩm", "Số sản phẩm OCOP"
    yield nt, "sản phẩm", "Số sản phẩm OCOP đạt 3 sao"
    yield nt, "sản phẩm", "Số sản phẩm OCOP đạt 4 sao"
    yield nt, "sản phẩm", "Số sản phẩm OCOP đạt 5 sao"
    yield nt, "%", "Tỷ lệ hộ sử dụng điện lưới quốc gia"
    yield nt, "%", "Tỷ lệ diện tích đất canh tác được tưới chủ động"
    for group in ["hàng ăn và dịch vụ ăn uống", "lương thực", "thực phẩm", "đồ uống và thuốc lá", "may mặc, mũ nón, giày dép",
                  "nhà ở, điện, nước, chất đốt", "thiết bị và đồ dùng gia đình", "thuốc và dịch vụ y tế", "giao thông",
                  "bưu chính viễn thông", "giáo dục", "văn hóa, giải trí và du lịch"]:
        yield "Giá cả", "%", f"Chỉ số giá nhóm {group}"
    for field in ["nông nghiệp", "lâm nghiệp", "thủy sản", "công nghiệp", "công nghiệp khai khoáng",
                  "công nghiệp chế biến, chế tạo", "sản xuất và phân phối điện"]:
        yield "Kinh tế", "tỷ đồng", f"Giá trị sản xuất {field} theo giá hiện hành"
        yield "Kinh tế", "tỷ đồng", f"Giá trị sản xuất {field} theo giá so sánh 2010"
        yield "Kinh tế", "%", f"Tốc độ tăng giá trị sản xuất {field}"
    for field in ["nông nghiệp", "công nghiệp", "xây dựng", "thương mại", "vận tải", "giáo dục", "y tế"]:
        yield ld, "người", f"Số lao động làm việc trong ngành {field}"
        yield ld, "triệu đồng/tháng", f"Thu nhập bình quân của lao động ngành {field}"
    for year in [2020, 2021, 2022, 2023, 2024, 2025]:
        yield gn, "%", f"Tỷ lệ hộ nghèo năm {year}"
        yield ns, "tỷ đồng", f"Thu ngân sách trên địa bàn năm {year}"
        yield "Kinh tế", "tỷ đồng", f"GRDP theo giá hiện hành năm {year}"
        yield nt, "xã", f"Số xã đạt chuẩn nông thôn mới năm {year}"
    for sex in ["nam", "nữ"]:
        yield gd, "người", f"Số giáo viên {sex}"
        yield gd, "học sinh", f"Số học sinh {sex}"
        yield ds, "%", f"Tỷ lệ {sex} từ 15 tuổi trở lên biết chữ"
        yield ds, "tuổi", f"Tuổi kết hôn trung bình lần đầu của {sex}"
        yield ds, "cuộc", f"Số cuộc kết hôn của {sex} dưới 18 tuổi"
        yield cc, "%", f"Tỷ lệ cán bộ {sex} trong cơ quan hành chính"
        yield cc, "%", f"Tỷ lệ lãnh đạo {sex} cấp huyện"
    for level in ["tỉnh", "huyện", "xã"]:
        yield cc, "người", f"Số cán bộ, công chức cấp {level}"
        yield cc, "%", f"Tỷ lệ hồ sơ giải quyết đúng hạn cấp {level}"
        yield cc, "đơn vị", f"Số đơn vị sự nghiệp công lập cấp {level}"
        yield ns, "tỷ đồng", f"Chi ngân sách cấp {level}"
        yield ns, "tỷ đồng", f"Thu ngân sách cấp {level}"
    districts = ["huyện Bạch Sơn", "huyện Cẩm Giang", "huyện Đông Hà", "huyện Phú Lương", "thị xã Hòa An",
                 "thành phố Tân Bình", "huyện Yên Lạc", "huyện Quảng Xuyên", "huyện Minh Lương", "huyện Sơn Trà",
                 "thị trấn Phố Mới", "xã Hồng Thái", "xã Tân Lập", "phường Trung Nghĩa", "huyện Tân Sơn", "xã Yên Sơn", "xã Phú Thịnh", "xã Bình Trung",
                 "xã Đồng Lương", "xã Đông Lương", "phường Hòa Bình", "phường Hoa Lư", "xã Minh Tiến", "xã Sơn Lập"]
    for district in districts:
        yield "Theo huyện", "%", f"Tỷ lệ hộ nghèo {district}"
        yield "Theo huyện", "tỷ đồng", f"Thu ngân sách trên địa bàn {district}"
        yield "Theo huyện", "xã", f"Số xã đạt chuẩn nông thôn mới {district}"
        yield "Theo huyện", "người", f"Dân số {district}"
        yield "Theo huyện", "%", f"Tỷ lệ dân số tham gia bảo hiểm y tế {district}"
        yield "Theo huyện", "ha", f"Diện tích gieo trồng lúa {district}"
        yield "Theo huyện", "người", f"Số lao động được giải quyết việc làm {district}"
        yield "Theo huyện", "hộ", f"Số hộ nghèo {district}"
        yield "Theo huyện", "hộ", f"Số hộ cận nghèo {district}"
        yield "Theo huyện", "triệu đồng", f"Thu nhập bình quân đầu người {district}"
        yield "Theo huyện", "tỷ đồng", f"Chi thường xuyên {district}"
        yield "Theo huyện", "vụ", f"Số vụ tai nạn giao thông {district}"


GROUPS["3"] = first_batch

# ---------------------------------------------------------------- letters

MARKS = {"\u0306": "breve", "\u0302": "hat", "\u031b": "horn"}
TONES = "\u0300\u0309\u0303\u0301\u0323"


def bare(text):
    text = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return "".join(c for c in text if not unicodedata.combining(c))


def words(text):
    text = "".join(c if c.isalnum() or unicodedata.combining(c) else " " for c in unicodedata.normalize("NFC", text))
    return text.split()


def plain(text):
    return [bare(word) for word in words(text)]


def keys(word, tones, hat, breve, horn, stroke):
    """A word in the keys of a typing method, the tone last."""
    out, tone = "", ""
    for c in unicodedata.normalize("NFD", word.lower()):
        if c in TONES:
            tone = tones[TONES.index(c)]
        elif c == "đ":
            out += stroke
        elif c == "\u0302":
            out += out[-1] if hat == "double" else hat
        elif c == "\u0306":
            out += breve
        elif c == "\u031b":
            out += horn
        else:
            out += c
    return out + tone


def telex(text):
    return " ".join(keys(word, "frxsj", "double", "w", "w", "dd") for word in words(text))


def vni(text):
    return " ".join(keys(word, "23415", "6", "8", "7", "d9") for word in words(text))


# ---------------------------------------------------------------- what is right

class Names:
    def __init__(self, rows):
        self.rows = rows
        self.plain = [plain(name) for _, _, name in rows]
        self.accented = [[w.lower() for w in words(name)] for _, _, name in rows]
        self.vocabulary = {word for name in self.plain for word in name}

    def where(self, allowed=lambda at: True):
        return [at for at in range(len(self.rows)) if allowed(at)]

    def meant(self, asked, accented=False, allowed=lambda at: True):
        """The names that these words mean: the whole name, else those that begin so, else those that have them
        side by side, else those that have them all."""
        lists = self.accented if accented else self.plain
        have = [at for at in self.where(allowed) if not Counter(asked) - Counter(lists[at])]
        side = [at for at in have if any(lists[at][i:i + len(asked)] == asked for i in range(len(lists[at])))]
        begin = [at for at in side if lists[at][:len(asked)] == asked]
        whole = [at for at in begin if lists[at] == asked]
        return [self.rows[at][2] for at in whole or begin or side or have]


KEYS = {"q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl", "p": "ol",
        "a": "qsz", "s": "awdx", "d": "sefc", "f": "drgv", "g": "fthb", "h": "gyjn", "j": "hukm", "k": "jil", "l": "kop",
        "z": "xa", "x": "zsc", "c": "xdv", "v": "cfb", "b": "vgn", "n": "bhm", "m": "nk"}


def slip(rng, word, vocabulary):
    """One slip of the fingers behind the first letter, or none if every one makes another word."""
    for _ in range(20):
        at = rng.randrange(1, len(word))
        kind = rng.choice("swap drop double wrong".split())
        if kind == "swap" and at + 1 < len(word) and word[at] != word[at + 1]:
            out = word[:at] + word[at + 1] + word[at] + word[at + 2:]
        elif kind == "drop":
            out = word[:at] + word[at + 1:]
        elif kind == "double":
            out = word[:at] + word[at] + word[at:]
        else:
            out = word[:at] + rng.choice(KEYS.get(word[at], "e")) + word[at + 1:]
        # In a word of three letters a slip makes another word.
        if out != word and out not in vocabulary and len(out) > 3:
            return out
    return None


# ---------------------------------------------------------------- queries

def queries_of(batch, rng):
    rows = names_of(batch)
    names = Names(rows)
    made = []

    def add(kind, query, meant):
        if meant and query.strip():
            made.append((query, "|".join(sorted(set(meant))), kind))

    def some(count, fits=lambda at: True):
        at = [at for at in range(len(rows)) if fits(at)]
        rng.shuffle(at)
        return at[:count]

    def piece(at, least=2, most=6):
        """Some words of a name side by side, from its head in most cases."""
        length = len(names.plain[at])
        count = min(length, rng.randint(least, most))
        start = 0 if rng.random() < 0.6 else rng.randint(0, length - count)
        return start, count

    long = lambda least: (lambda at: len(names.plain[at]) >= least)
    for at in some(60):
        add("accented", rows[at][2] if rng.random() < 0.5 else rows[at][2].lower(), names.meant(names.accented[at], True))
    for at in some(70):
        add("unaccented", " ".join(names.plain[at]), names.meant(names.plain[at]))
    for at in some(50, long(3)):
        count = rng.randint(2, len(names.plain[at]))
        add("unaccented part", " ".join(names.plain[at][:count]), names.meant(names.plain[at][:count]))
    for method, kind in [(telex, "telex"), (vni, "vni")]:
        for at in some(50):
            add(kind, method(" ".join(words(rows[at][2]))), names.meant(names.accented[at], True))
    for at in some(60, long(3)):
        # Initials mean a name that they are the whole of.
        initials = "".join(word[0] for word in names.plain[at])
        same = [n for n, p in enumerate(names.plain) if "".join(word[0] for word in p) == initials]
        if len(initials) > 3 and len(same) < 4:
            add("initials", initials, [rows[n][2] for n in same])
    shorts = [("bảo hiểm y tế", "bhyt"), ("bảo hiểm xã hội", "bhxh"), ("bảo hiểm thất nghiệp", "bhtn"),
              ("nông thôn mới", "ntm"), ("trung học cơ sở", "thcs"), ("trung học phổ thông", "thpt"),
              ("dân tộc thiểu số", "dtts"), ("ngân sách nhà nước", "nsnn"), ("doanh nghiệp nhà nước", "dnnn"),
              ("tai nạn giao thông", "tngt"), ("khu công nghiệp", "kcn"), ("cụm công nghiệp", "ccn"),
              ("khoa học và công nghệ", "khcn"), ("hợp tác xã", "htx"), ("doanh nghiệp", "dn"),
              ("suy dinh dưỡng", "sdd"), ("thủ tục hành chính", "tthc")]
    for at in some(400):
        text = " ".join(names.accented[at])
        for phrase, short in shorts:
            if f" {phrase} " in f" {text} " and sum(1 for q in made if q[2] == "abbreviation") < 60:
                asked = f" {text} ".replace(f" {phrase} ", f" {short} ").split()
                add("abbreviation", " ".join(bare(word) for word in asked), names.meant(names.plain[at]))
                break
    for at in some(60, long(3)):
        count = rng.randint(2, len(names.plain[at]))
        asked = names.plain[at][:count]
        last = asked[-1]
        if len(last) < 3:
            continue
        begun = last[:rng.randint(1, len(last) - 1)]
        fits = [n for n, p in enumerate(names.plain) if p[:count - 1] == asked[:-1] and len(p) >= count and p[count - 1].startswith(begun)]
        whole = [n for n in fits if names.plain[n] == asked[:-1] + [begun]]
        add("prefix", " ".join(asked[:-1] + [begun]), [rows[n][2] for n in whole or fits])
    for at in some(60, long(4)):
        asked = list(names.plain[at])
        cut = rng.randint(1, len(asked) - 1)
        turned = asked[cut:] + asked[:cut]
        same = [n for n, p in enumerate(names.plain) if sorted(p) == sorted(asked)]
        if turned != asked and len(same) == 1:
            add("order", " ".join(turned), names.meant(turned) if len(names.meant(turned)) == 1 else [rows[at][2]])
    for count, kind in [(1, "typo"), (2, "two typos")]:
        for at in some(110 if count == 1 else 40, long(3)):
            start, length = piece(at, 3, 12)
            asked = list(names.plain[at][start:start + length])
            meant = names.meant(asked)
            spots = [i for i, word in enumerate(asked) if len(word) >= 4 and word.isalpha()]
            if len(spots) < count:
                continue
            for spot in rng.sample(spots, count):
                asked[spot] = slip(rng, asked[spot], names.vocabulary) or ""
            if all(asked):
                add(kind, " ".join(asked), meant)
    for at in some(110, long(3)):
        start, length = piece(at, 3, 8)
        asked = list(names.plain[at][start:start + length])
        meant = names.meant(asked)
        spot = rng.randrange(len(asked))
        word = asked[spot]
        way = rng.choice(["split", "move left", "move right", "split"])
        if way == "split" and len(word) > 2:
            cut = rng.randint(1, len(word) - 1)
            asked[spot] = word[:cut] + " " + word[cut:]
        elif way == "move left" and spot > 0:
            asked[spot - 1:spot + 1] = [asked[spot - 1] + word[0], word[1:]]
        elif way == "move right" and spot > 0 and len(asked[spot - 1]) > 1:
            asked[spot - 1:spot + 1] = [asked[spot - 1][:-1], asked[spot - 1][-1] + word]
        else:
            continue
        text = " ".join(" ".join(asked).split())
        if text.split() not in [p[:len(text.split())] for p in names.plain]:
            add("misplaced space", text, meant)
    for kind, field in [("unit beside", 1), ("section beside", 0)]:
        for at in some(110, long(2)):
            start, length = piece(at, 2, 5)
            asked = names.plain[at][start:start + length]
            value = rows[at][field]
            near = plain(value)
            if kind == "section beside":
                # One says a section by its first words.
                near = near[:rng.choice([2, 2, 3])]
                if len(near) < 2 or " ".join(near).startswith("theo"):
                    continue
            if not near or all(len(word) < 2 for word in near):
                continue
            meant = names.meant(asked, allowed=lambda n: rows[n][field] == value)
            before = rng.random() < (0.3 if field == 1 else 0.5)
            query = " ".join(near + asked if before else asked + near)
            # A name that has all of these words itself is meant first.
            itself = names.meant(query.split())
            add(kind, query, itself or meant)
    rates = [at for at in range(len(rows)) if names.plain[at][:2] == ["ty", "le"]]
    rng.shuffle(rates)
    for at in rates[:60]:
        rest = names.plain[at][2:2 + rng.randint(2, 9)]
        meant = names.meant(["ty", "le"] + rest)
        shape = rng.choice(["% {}", "%{}", "{} %", "% {}"])
        add("percent sign", shape.format(" ".join(rest)), meant)
    times = ["{} nam 2024", "{} den 31/12/2024", "{} thang 10", "{} cac thang 10", "{} quy iii/2024", "{} 9 thang dau nam",
             "muc do {}", "{} duoc giao", "{} uoc thuc hien", "{} tinh den 30/6/2024", "{} den het thang 9",
             "{} 6 thang cuoi nam", "{} giai doan 2021-2025", "{} so voi cung ky", "ket qua {}", "{} hien nay", "{} ngay 15/10",
             "{} la bao nhieu", "{} theo ke hoach", "{} luy ke den nay", "ke hoach {} nam 2025", "chi tieu {}", "{} qui 2", "{} dot 1",
             "{} do tinh giao", "{} 2023-2024"]
    for n, at in enumerate(some(100)):
        if any(any(c.isdigit() for c in word) for word in names.plain[at]):
            continue
        add("times and passing", times[n % len(times)].format(" ".join(names.plain[at])), names.meant(names.plain[at]))
    # Words with accents that other names have with other accents.
    twins = {}
    for name in names.accented:
        for word in name:
            twins.setdefault(bare(word), set()).add(word)
    several = sorted(word for group in twins.values() if len(group) > 1 for word in group if word != bare(word))
    rng.shuffle(several)
    for word in several[:70]:
        # A word without a tone may be the beginning of one that gets its tone yet.
        if not any(c in TONES for c in unicodedata.normalize("NFD", word)):
            continue
        add("accents between twins", word, names.meant([word], True))
    for at in some(60, lambda at: any(len(twins[bare(word)]) > 1 and word != bare(word) for word in names.accented[at])):
        start, length = piece(at, 2, 3)
        asked = names.accented[at][start:start + length]
        add("accents between twins", " ".join(asked), names.meant(asked, True))
    for at in some(40, long(2)):
        start, length = piece(at, 2, 6)
        asked = names.accented[at][start:start + length] if rng.random() < 0.5 else names.plain[at][start:start + length]
        accented = asked == names.accented[at][start:start + length] and asked != names.plain[at][start:start + length]
        meant = names.meant(asked, accented)
        spots = [i for i, word in enumerate(asked) if len(word) > 2]
        if not spots:
            continue
        asked = list(asked)
        for spot in rng.sample(spots, min(len(spots), rng.randint(1, 2))):
            cut = rng.randint(1, len(asked[spot]) - 1)
            asked[spot] = asked[spot][:cut] + rng.choice("\u00ad\u200b\ufeff\u2060") + asked[spot][cut:]
        add("invisible characters", " ".join(asked), meant)
    for query, wanted in ENGLISH[batch]:
        meant = [name for _, _, name in rows if any(p == " ".join(plain(name)) or (p.endswith("*") and " ".join(plain(name)).startswith(p[:-1]))
                                                    for p in wanted.split("|"))]
        add("english", query, meant)
    for query in SMALL_TALK[batch]:
        made.append((query, "", "small talk"))
    letters = "abcdefghijklmnopqrstuvwxyz"
    for n in range(70):
        if n % 3 == 0:
            query = "".join(rng.choice(letters) for _ in range(rng.randint(6, 14)))
        elif n % 3 == 1:
            row = rng.choice(["qwertyuiop", "asdfghjkl", "zxcvbnm", "poiuytrewq", "lkjhgfdsa"])
            start = rng.randint(0, 3)
            query = row[start:start + rng.randint(4, 7)] + rng.choice(["", " " + row[:4]])
        else:
            query = " ".join("".join(rng.choice("bcdfghjklmnpqrstvwxz") for _ in range(rng.randint(3, 6))) for _ in range(rng.randint(1, 3)))
        made.append((query, "", "garbage"))
    return rows, made


ENGLISH = {"3": [
    ("poverty rate", "ty le ho ngheo"), ("poor households", "so ho ngheo"), ("near-poor households", "so ho can ngheo"),
    ("unemployment", "ty le that nghiep"), ("unemployment rate", "ty le that nghiep"), ("population", "dan so"),
    ("population density", "mat do dan so"), ("export", "kim ngach xuat khau*"), ("exports", "kim ngach xuat khau*"),
    ("export turnover", "kim ngach xuat khau*"), ("import", "kim ngach nhap khau*"), ("import turnover", "kim ngach nhap khau*"),
    ("budget revenue", "tong thu ngan sach nha nuoc tren dia ban|thu ngan sach*"),
    ("budget expenditure", "tong chi ngan sach dia phuong|chi ngan sach*"), ("health insurance", "ty le dan so tham gia bao hiem y te|so nguoi tham gia bao hiem y te|so thu bao hiem y te"),
    ("social insurance", "so nguoi tham gia bao hiem xa hoi bat buoc|so nguoi tham gia bao hiem xa hoi tu nguyen|so thu bao hiem xa hoi*"),
    ("unemployment insurance", "so nguoi tham gia bao hiem that nghiep|so thu bao hiem that nghiep"),
    ("forest cover", "ty le che phu rung"), ("forest coverage", "ty le che phu rung"), ("urbanization", "ty le do thi hoa"),
    ("urbanization rate", "ty le do thi hoa"), ("life expectancy", "tuoi tho trung binh"), ("consumer price index", "chi so gia tieu dung cpi"),
    ("gdp per capita", "grdp binh quan dau nguoi"), ("income per capita", "thu nhap binh quan dau nguoi"),
    ("per capita income", "thu nhap binh quan dau nguoi"), ("labor productivity", "nang suat lao dong xa hoi"),
    ("labour force", "luc luong lao dong tu 15 tuoi tro len"), ("traffic accidents", "so vu tai nan giao thong"),
    ("clean water", "ty le dan so do thi su dung nuoc sach|ty le dan so nong thon su dung nuoc sach"),
    ("new rural", "so xa dat chuan nong thon moi|so huyen dat chuan nong thon moi|so thon dat chuan nong thon moi"),
    ("retail sales", "doanh thu ban le hang hoa|tong muc ban le hang hoa va doanh thu dich vu tieu dung"),
    ("tourists", "tong luot khach du lich|luot khach du lich*|so luot khach luu tru|tong thu tu khach du lich"),
    ("international tourists", "luot khach du lich quoc te"), ("hospital beds", "tong so giuong benh|so giuong benh*|cong suat su dung giuong benh"),
    ("doctors", "so bac si tren mot van dan"), ("teachers", "so giao vien*"), ("primary school", "so truong tieu hoc|so lop tieu hoc"),
    ("preschool", "so truong mam non|so lop mam non"), ("foreign direct investment", "von dau tu truc tiep nuoc ngoai|so du an fdi cap moi|von fdi*"),
    ("industrial production index", "chi so san xuat cong nghiep*"), ("cement", "xi mang"), ("beer", "bia cac loai"),
    ("rice area", "dien tich lua*|dien tich gieo trong lua*"), ("maize yield", "nang suat ngo"), ("coffee production", "san luong ca phe"), ("coffee output", "san luong ca phe"),
    ("personal income tax", "thue thu nhap ca nhan"), ("environmental protection tax", "thue bao ve moi truong"),
    ("bad debt", "ty le no xau"), ("public investment disbursement", "ty le giai ngan von dau tu cong"),
    ("digital economy", "ty trong kinh te so trong grdp"), ("child malnutrition", "ty le tre em duoi 5 tuoi suy dinh duong*|ty le tre em duoi 2 tuoi suy dinh duong*"),
    ("trained workers", "ty le lao dong qua dao tao"), ("job creation", "so lao dong duoc giai quyet viec lam"),
    ("sex ratio at birth", "ty so gioi tinh khi sinh"), ("administrative reform", "chi so cai cach hanh chinh par index"),
    ("cooperatives", "so hop tac xa*"), ("newly established enterprises", "so doanh nghiep thanh lap moi"), ("fires", "so vu chay no"),
    ("seafood export", "kim ngach xuat khau thuy san"), ("pigs", "tong dan lon"), ("buffalo", "tong dan trau"), ("poultry", "tong dan gia cam"),
    ("solid waste", "ty le chat thai ran*"), ("households", "so ho*|ty le ho*"), ("urban population", "dan so thanh thi"), ("rural population", "dan so nong thon"),
    ("public expenditure on education", "chi su nghiep giao duc va dao tao"), ("crime", "so vu pham toi*"), ("vaccination", "ty le tre em duoi 1 tuoi duoc tiem chung day du")]}

SMALL_TALK = {"3": """xin chào bạn
chào buổi sáng
chuc mung nam moi
chúc mừng năm mới
hom nay troi dep qua
hôm nay trời đẹp quá
hom nay an gi
ăn cơm chưa
di an com khong ban oi
cảm ơn bạn rất nhiều
cam on nhieu nhe
tam biet hen gap lai
hẹn gặp lại ngày mai
ngay mai co mua khong
thời tiết hôm nay thế nào
thoi tiet ngay mai the nao
may gio roi
mấy giờ rồi nhỉ
ban ten la gi
bạn tên là gì
em yeu anh
anh yêu em nhiều lắm
toi buon qua
tôi đói bụng quá
met moi qua di ngu thoi
chúc ngủ ngon
mừng sinh nhật bạn
chuc mung sinh nhat
con mèo nằm trên ghế
con cho cua toi rat de thuong
bóng đá tối nay đá mấy giờ
doi tuyen viet nam thang roi
ke chuyen cuoi di
kể chuyện cười cho tôi nghe
hat mot bai di
mở nhạc lên đi
viet cho toi mot bai tho
dịch giúp tôi câu này
giup toi voi
giúp mình với nhé
ban co khoe khong
bạn khỏe không
khoe re con bo ke
ok
okie nha
haha vui qua
hihi
hello
hello bạn
good morning
how are you
thank you so much
what is your name
i love you
tell me a joke
lam sao de nau pho bo
cách nấu phở ngon
dat ve may bay di da lat
đặt bàn ăn tối cho hai người
quan ca phe nao yen tinh
xe buyt so may ve nha
đừng quên mua sữa
lat nua gap nhau o quan cu
toi nay xem phim gi
phim hay nhất tuần này
sao ban khong tra loi
im lang la vang
thôi bỏ đi
test
thu xem sao
abc xyz
chan qua khong biet lam gi
điện thoại của tôi hết pin rồi
mat khau wifi la gi
trời ơi nóng quá
ngoài kia mưa rơi từng hạt
mua nay o dau vui nhat
lam on cho toi hoi duong ra bien
""".strip().splitlines()}


# ---------------------------------------------------------------- the second batch: other heads, objects and units

def second_batch():
    for crop in ["lúa chiêm xuân", "lúa thu đông", "lúa nếp", "lúa nương", "ngô sinh khối", "đậu các loại", "vừng", "thanh long",
                 "sầu riêng", "chanh leo", "măng cụt", "bơ", "na", "ổi", "hồng không hạt", "hành", "tỏi", "ớt", "sen", "cói", "dâu tằm", "bông"]:
        yield "Trồng trọt", "ha", f"Diện tích gieo trồng {crop}"
        yield "Trồng trọt", "ha", f"Diện tích thu hoạch {crop}"
        yield "Trồng trọt", "tạ/ha", f"Năng suất {crop}"
        yield "Trồng trọt", "tấn", f"Sản lượng {crop}"
    for a in ["lợn nái", "lợn thịt", "bò sữa", "bò thịt", "gà", "vịt", "thỏ", "hươu sao"]:
        yield "Chăn nuôi", "con", f"Số lượng {a}"
        yield "Chăn nuôi", "con", f"Số lượng {a} xuất chuồng"
    yield "Chăn nuôi", "trang trại", "Số trang trại chăn nuôi"
    yield "Chăn nuôi", "tổ", "Số tổ ong"
    yield "Chăn nuôi", "kg", "Sản lượng mật ong"
    for item, unit in [("Nước mắm", "nghìn lít"), ("Rượu các loại", "nghìn lít"), ("Đường thô", "tấn"), ("Giấy các loại", "tấn"), ("Phân lân", "tấn"),
                       ("Phân đạm", "tấn"), ("Ván ép", "m³"), ("Dăm gỗ", "tấn"), ("Máy bơm nước", "cái"), ("Lốp xe", "nghìn chiếc"),
                       ("Vải lụa", "nghìn m²"), ("Sợi bông", "tấn"), ("Gạo xay xát", "tấn"), ("Thuốc ống", "nghìn ống"), ("Kính xây dựng", "m²"), ("Cát sỏi", "m³")]:
        yield "Sản phẩm công nghiệp", unit, item
    for b in ["ngân sách trung ương bổ sung", "ngân sách huyện hưởng", "ngân sách xã hưởng"]:
        yield "Thu chi ngân sách", "triệu đồng", f"Thu {b}"
    for b in ["Thu thường xuyên", "Thu quản lý qua ngân sách", "Thuế tài nguyên", "Thuế môn bài", "Phí bảo vệ môi trường", "Phí thẩm định", "Tiền thuê đất",
              "Tiền sử dụng đất", "Chi xây dựng cơ bản", "Chi sự nghiệp văn hóa thông tin", "Chi sự nghiệp phát thanh truyền hình", "Chi sự nghiệp thể dục thể thao",
              "Chi sự nghiệp giáo dục", "Chi sự nghiệp đào tạo nghề", "Chi cải cách tiền lương", "Chi trợ giá", "Chi khen thưởng", "Chi viện trợ", "Chi chuyển nguồn"]:
        yield "Thu chi ngân sách", "triệu đồng", b
        yield "Thu chi ngân sách", "%", f"Tỷ lệ {b.lower()} so với dự toán"
    for lv in ["nhà trẻ", "mẫu giáo", "tiểu học", "trung học cơ sở", "trung học phổ thông", "giáo dục thường xuyên"]:
        yield "Giáo dục", "phòng", f"Số phòng học {lv}"
        yield "Giáo dục", "%", f"Tỷ lệ phòng học kiên cố {lv}"
        yield "Giáo dục", "học sinh", f"Số học sinh {lv} bỏ học"
        yield "Giáo dục", "%", f"Tỷ lệ học sinh {lv} bỏ học"
        yield "Giáo dục", "người", f"Số giáo viên {lv} đạt chuẩn"
        yield "Giáo dục", "%", f"Tỷ lệ giáo viên {lv} đạt chuẩn"
    yield "Giáo dục", "%", "Tỷ lệ trẻ em mẫu giáo suy dinh dưỡng"
    yield "Giáo dục", "%", "Tỷ lệ người biết chữ từ 15 tuổi trở lên"
    for d in ["lao phổi", "sốt rét", "bạch hầu", "thủy đậu", "quai bị", "viêm gan", "cúm mùa"]:
        yield "Y tế dân số", "ca", f"Số ca mắc {d}"
        yield "Y tế dân số", "ca", f"Số ca tử vong do {d}"
    for w in ["phụ nữ mang thai được quản lý thai", "phụ nữ đẻ được cán bộ y tế đỡ", "trẻ sơ sinh được sàng lọc", "người cao tuổi có thẻ bảo hiểm y tế", "hộ gia đình có thẻ bảo hiểm y tế",
              "người nghèo có thẻ bảo hiểm y tế", "cặp vợ chồng áp dụng biện pháp tránh thai", "trạm y tế đạt chuẩn", "trạm y tế có bác sĩ làm việc"]:
        yield "Y tế dân số", "%", f"Tỷ lệ {w}"
        yield "Y tế dân số", "người" if "trạm" not in w else "trạm", f"Số {w}"
    for k in ["nghèo đa chiều", "nghèo về y tế", "nghèo về nhà ở", "cận nghèo đa chiều", "mới thoát nghèo", "có mức sống trung bình", "dùng nước máy", "có hố xí hợp vệ sinh", "được vay vốn ưu đãi"]:
        yield "Đời sống dân cư", "hộ", f"Số hộ {k}"
        yield "Đời sống dân cư", "%", f"Tỷ lệ hộ {k}"
    for t in ["cầu treo", "đường liên xã", "đường liên thôn", "kênh mương nội đồng", "đê bao", "vỉa hè"]:
        yield "Hạ tầng", "km", f"Chiều dài {t} được nâng cấp"
        yield "Hạ tầng", "tỷ đồng", f"Vốn đầu tư {t}"
    for y in [2019, 2020, 2021, 2022, 2023]:
        yield "Hạ tầng", "km", f"Đường giao thông nông thôn làm mới năm {y}"
        yield "Đời sống dân cư", "nghìn đồng", f"Thu nhập bình quân một nhân khẩu một tháng năm {y}"
    for s in ["nam", "nữ"]:
        yield "Lao động xã hội", "người", f"Số người thất nghiệp {s}"
        yield "Lao động xã hội", "người", f"Số học viên {s} tốt nghiệp cao đẳng"
        yield "Lao động xã hội", "%", f"Tỷ lệ lao động {s} có hợp đồng"
        yield "Lao động xã hội", "đại biểu", f"Số đại biểu hội đồng nhân dân {s}"
    for k in ["trộm cắp tài sản", "lừa đảo qua mạng", "đánh bạc", "cố ý gây thương tích", "buôn bán người", "vi phạm lâm luật", "tai nạn đường thủy", "tai nạn đường sắt"]:
        yield "Trật tự xã hội", "vụ", f"Số vụ {k}"
        yield "Trật tự xã hội", "đối tượng", f"Số đối tượng {k} bị bắt"
        yield "Trật tự xã hội", "%", f"Tỷ lệ giải quyết các vụ {k}"
    for c in ["Chỉ số PCI", "Điểm PCI thành phần gia nhập thị trường", "Chỉ số xanh (PGI)", "Chỉ số DDCI", "Chỉ số PII", "Điểm chuyển đổi số cấp xã"]:
        yield "Chỉ số xếp hạng", "điểm", c
    for c in ["PGI", "DDCI", "PII"]:
        yield "Chỉ số xếp hạng", "hạng", f"Thứ hạng {c}"
    for g in ["cao su", "hạt điều nhân", "cá tra", "tôm đông lạnh", "sắn lát", "than đá", "linh kiện điện tử"]:
        yield "Xuất nhập khẩu", "triệu USD", f"Giá trị xuất khẩu {g}"
        yield "Xuất nhập khẩu", "tấn", f"Lượng xuất khẩu {g}"
    for p in ["xã An Thịnh", "xã Bằng Lang", "xã Cao Minh", "xã Cao Mình", "xã Đức Long", "thị trấn Chợ Mới", "thị trấn Chợ Rã", "phường Lê Lợi", "xã Lê Lai", "xã Nà Phặc", "xã Vĩnh Lợi", "xã Vĩnh Lộc"]:
        for head, unit in [("Số khẩu", "khẩu"), ("Số hộ", "hộ"), ("Diện tích tự nhiên", "km²"), ("Mật độ dân số", "người/km²"), ("Thu nội địa", "triệu đồng"), ("Tỷ lệ hộ cận nghèo", "%"),
                           ("Số trâu bò", "con"), ("Số máy cày", "máy"), ("Diện tích rừng trồng", "ha"), ("Sản lượng lúa cả năm", "tấn"), ("Số cán bộ không chuyên trách", "người"), ("Tỷ lệ thu gom rác thải", "%")]:
            yield "Theo xã, phường", unit, f"{head} {p}"


GROUPS["4"] = second_batch
ENGLISH["4"] = [("multidimensional poverty", "so ho ngheo da chieu|ty le ho ngheo da chieu"), ("export value of rubber", "gia tri xuat khau cao su"),
  ("rubber export", "gia tri xuat khau cao su|luong xuat khau cao su"), ("coal exports", "gia tri xuat khau than da|luong xuat khau than da"), ("unemployed women", "so nguoi that nghiep nu"), ("domestic revenue", "thu noi dia*"),
  ("population density", "mat do dan so*"), ("classrooms", "so phong hoc*|ty le phong hoc*"), ("primary school teachers", "so giao vien tieu hoc dat chuan|ty le giao vien tieu hoc dat chuan"), ("dropout rate", "ty le hoc sinh*"),
  ("literacy rate", "ty le nguoi biet chu tu 15 tuoi tro len"), ("health station", "ty le tram y te*|so tram y te*"), ("land use fee", "tien su dung dat|ty le tien su dung dat so voi du toan"), ("dairy cows", "so luong bo sua*"), ("chicken", "so luong ga*"), ("rural roads", "duong giao thong nong thon*"),
  ("banana", ""), ("natural area", "dien tich tu nhien*"), ("planted forest area", "dien tich rung trong*"), ("near-poor households", "so ho can ngheo*|ty le ho can ngheo*"), ("poor households", "so ho ngheo*|ty le ho ngheo*|so ho*ngheo"), ("kindergarten", "so phong hoc mau giao|ty le phong hoc kien co mau giao|so hoc sinh mau giao*|ty le hoc sinh mau giao*|so giao vien mau giao*|ty le giao vien mau giao*|ty le tre em mau giao*"),
  ("provincial competitiveness index", "chi so pci*|diem pci*"), ("investment capital", "von dau tu*"), ("waste collection rate", "ty le thu gom rac thai*"), ("elderly health insurance", "ty le nguoi cao tuoi co the bao hiem y te|so nguoi cao tuoi co the bao hiem y te"), ("natural resources tax", "thue tai nguyen|ty le thue tai nguyen so voi du toan"), ("honey", "san luong mat ong"), ("onion", "dien tich gieo trong hanh|dien tich thu hoach hanh|nang suat hanh|san luong hanh"), ("durian output", "san luong sau rieng")]
SMALL_TALK["4"] = """alo ai đấy
a lô có ai không
dậy đi học thôi
day di hoc thoi con oi
tối qua mất ngủ
toi qua mat ngu qua troi
ở nhà một mình buồn ghê
anh oi em nho anh
nhớ mẹ quá
chieu nay di bien khong
cuối tuần này rảnh không
cho mình xin số điện thoại
cho xin cai dia chi quan an
đang làm gì thế
dang lam gi the
sao lai the nhi
vì sao trời mưa
may dang o dau day
hôm qua xem bóng đá vui ghê
hen gap o quan ca phe cu
tuyệt vời ông mặt trời
tam on roi do
mẹ ơi con đói
me nau com chua
mua giup minh goi mi tom
nghe nhạc trữ tình
bolero hay nhat
kể cho nghe chuyện ma
ma trai dua hau
con gà gáy le te
bài hát ru con
thang bom co cai quat mo
lên xe đi nào
re trai roi di thang
hết tiền rồi
cho vay it tien di ban
máy tính bị treo
may tinh cua toi khong len
mật khẩu là gì
quen mat khau roi
what's up bro
see you tomorrow
please help me
can you speak english
lol
hehe
wow dinh qua
chán như con gián
dep trai co gi sai
yêu là phải nói
noi mot dang lam mot neo
sinh nhat vui ve nhe
chuc ca nha ngu ngon
giáng sinh an lành
tết này có về không
nam moi tai loc
đi chơi công viên nhé
cho hoi duong di ben xe
trà sữa trân châu
an pho hay an bun
con mua rao bat chot
gió thổi mây bay
hoa no ben duong
đêm khuya thanh vắng
ngoi buon nho que""".splitlines()


def main():
    batch, seed, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    rows, made = queries_of(batch, random.Random(seed))
    (folder / f"names-{batch}.txt").write_text("".join("\t".join(row) + "\n" for row in rows))
    seen, lines = set(), ["query\tname\tclass\tset\n"]
    for query, meant, kind in made:
        if (query, kind) not in seen:
            seen.add((query, kind))
            lines.append(f"{query}\t{meant}\t{kind}\ttwins\n")
    (folder / f"queries-{batch}.tsv").write_text("".join(lines))
    print(len(rows), "names", len(lines) - 1, "queries", Counter(kind for _, _, kind in made))


if __name__ == "__main__":
    main()
