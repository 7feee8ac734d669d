"""The tables that measure.py opens, made from a seed."""

import random

NAMES = ["Tổng sản phẩm trên địa bàn", "Thu ngân sách nhà nước", "Tỷ lệ hộ nghèo", "Sản lượng lương thực có hạt",
         "Diện tích rừng trồng mới", "Tỷ lệ dân số tham gia bảo hiểm y tế", "Số lao động được giải quyết việc làm",
         "Giá trị sản xuất công nghiệp", "Tỷ lệ trẻ em suy dinh dưỡng", "Tổng đàn gia súc", "Thu nhập bình quân đầu người"]
UNITS = ["tỷ đồng", "%", "tấn", "ha", "người", "triệu đồng", "con"]
PLACES = ["Phú", "Bằng", "Thượng", "Yên", "Vân", "Nam", "Đông", "Quảng", "Mỹ", "Cẩm", "Hà", "Sơn", "Thanh", "Tân",
          "Lương", "Bình", "An", "Hòa"]
TOPICS = ["Diện tích gieo trồng", "Sản lượng", "Số hộ", "Dân số", "Số lao động", "Thu nhập bình quân", "Số trường học",
          "Số cơ sở sản xuất", "Tổng đàn", "Diện tích rừng"]
KINDS = ["lúa", "ngô", "sắn", "chè", "cam", "nữ", "nam", "thành thị", "nông thôn", "loại một", "loại hai", "loại ba",
         "nhóm một", "nhóm hai", "nhóm ba"]
YEARS = range(2004, 2024)
COMMUNES = 3321


def plans_and_actuals(path, rows):
    """One place in one year: a plan, an actual and a percent a row, semicolons and decimal commas, seven columns."""
    chance = random.Random(7)
    one = chance.choice
    places = PLACES[:14]
    vietnamese = lambda number: f"{number:,.1f}".translate(str.maketrans(",.", ".,"))
    with open(path, "w") as file:
        file.write("TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI TỈNH BẮC KẠN NĂM 2024\n")
        file.write("TT;Chỉ tiêu;ĐVT;Kế hoạch 2024;Thực hiện 2024;% KH;Ghi chú\n")
        for row in range(1, rows + 1):
            plan = round(chance.uniform(5, 90000), 1)
            actual = round(plan * chance.uniform(0.7, 1.4), 1)
            name = f"{one(NAMES)} của xã {one(places)} {one(places)}, huyện {one(places)} {one(places)}"
            figures = ";".join(map(vietnamese, (plan, actual, actual / plan * 100)))
            file.write(f"{row};{name};{one(UNITS)};{figures};\n")


def commune(number):
    """A name of its own for each number below 5,832."""
    count = len(PLACES)
    words = [PLACES[number // count**at % count] for at in range(3)]
    return "Xã " + " ".join(words)


def long(path, rows):
    """One value a row, with its place, year, indicator and unit; one indicator after another."""
    chance = random.Random(3)
    of_indicator = COMMUNES * len(YEARS)
    with open(path, "w") as file:
        file.write("Địa phương;Năm;Chỉ tiêu;Đơn vị;Giá trị\n")
        for row in range(rows):
            indicator, slice = divmod(row, of_indicator)
            place, year = divmod(slice, len(YEARS))
            name = f"{TOPICS[indicator % 10]} {KINDS[indicator // 10 % 15]}"
            value = chance.randrange(10000) / 10
            file.write(f"{commune(place)};{YEARS[year]};{name};tấn;{value}\n")


def cells(path, places):
    """150 indicators in columns, one place in one year a row: 10 million cells of 3,321 places in 20 years."""
    chance = random.Random(3)
    names = [f"{topic} {kind}" for topic in TOPICS for kind in KINDS]
    with open(path, "w") as file:
        file.write("Địa phương;Năm;" + ";".join(names) + "\n")
        for place in range(places):
            for year in YEARS:
                values = ";".join(str(chance.randrange(10000) / 10) for _ in names)
                file.write(f"{commune(place)};{year};{values}\n")
