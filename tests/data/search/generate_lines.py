#!/usr/bin/env python3
"""Writes the fifth labelled set of search queries: names-5.txt and queries-5.tsv.

    generate_lines.py 11 .          (the seed, the folder)

People copy lines from reports and lists into the search, say numbers in words or in Roman numerals, type one word of
which others are the beginning, and say other words than the names have. Every name that a careful reader would take
for the one meant is right. Nothing here knows how the search works.
"""

import random
import sys
from collections import Counter
from pathlib import Path

from generate import Names, bare, plain, words

DISTRICTS = ["huyện Vân Khê", "huyện Thạch Lam", "thị xã Trà Linh", "xã Nậm Khao", "xã Suối Bàng", "phường Cửa Bắc",
             "huyện Mường Lai", "xã Khe Sen", "xã Pa Cheo", "thị trấn Đồng Nghè", "phường Bến Gỗ", "xã Thung Mây", "xã Phiêng Cát", "huyện Tà Rụt"]


def rows():
    for crop in ["lúa ruộng", "lúa nương", "ngô", "ngô lai", "sắn", "sắn công nghiệp", "lạc", "đậu tương", "vừng",
                 "mía tím", "dứa", "khoai tây", "khoai môn", "chè shan", "cà gai leo", "quế", "thảo quả", "mắc ca"]:
        yield "Cây trồng", "ha", f"Diện tích {crop}"
        yield "Cây trồng", "tấn", f"Sản lượng {crop}"
        yield "Cây trồng", "tạ/ha", f"Năng suất {crop}"
    for animal in ["lợn", "lợn thịt", "trâu", "bò", "dê", "gà", "gà đẻ", "vịt", "ngan"]:
        yield "Vật nuôi", "con", f"Đàn {animal}"
        yield "Vật nuôi", "tấn", f"Sản lượng thịt {animal}"
    yield "Vật nuôi", "%", "Tỷ lệ tiêm vắc xin lở mồm long móng"
    yield "Vật nuôi", "%", "Tỷ lệ tiêm vắc xin dại đàn chó"
    yield "Vật nuôi", "nghìn quả", "Sản lượng trứng gà"
    for star in range(1, 6):
        yield "Thương mại và dịch vụ", "cơ sở", f"Số khách sạn {star} sao"
        yield "Thương mại và dịch vụ", "phòng", f"Số phòng khách sạn {star} sao"
        yield "Nông thôn", "sản phẩm", f"Số sản phẩm đặc trưng đạt {star} sao"
    for level in range(1, 4):
        yield "Thương mại và dịch vụ", "chợ", f"Số chợ hạng {level}"
        yield "Giáo dục", "xã", f"Số xã phổ cập trung học cơ sở mức độ {level}"
        yield "Y tế", "bệnh viện", f"Số bệnh viện đa khoa hạng {level}"
        yield "Đô thị", "đô thị", f"Số đô thị loại {['III', 'IV', 'V'][level - 1]}"
        yield "Hành chính", "%", f"Tỷ lệ dịch vụ công mức {level + 1}"
    for count in [5, 10, 15, 17, 18, 19]:
        yield "Nông thôn", "xã", f"Số xã đạt {count} tiêu chí"
    for age in [1, 2, 5, 6]:
        yield "Y tế", "%", f"Tỷ lệ trẻ dưới {age} tuổi được uống vitamin A"
        yield "Y tế", "trẻ", f"Số trẻ dưới {age} tuổi bị còi xương"
    for what in ["thu nội địa", "thu xuất nhập khẩu", "thu sử dụng đất", "chi thường xuyên", "chi đầu tư phát triển",
                 "chi trả nợ lãi", "thuế thu nhập cá nhân", "thuế bảo vệ môi trường", "lệ phí môn bài", "thu phạt hành chính",
                 "dư nợ tín dụng", "vốn huy động", "doanh thu du lịch", "doanh thu vận tải", "doanh thu bán lẻ",
                 "giá trị sản xuất xây dựng", "vốn đầu tư công", "vốn vay ưu đãi"]:
        yield "Ngân sách và kinh tế", "tỷ đồng", what[0].upper() + what[1:]
    for what in ["thu nội địa", "thu sử dụng đất", "chi thường xuyên", "dư nợ tín dụng", "doanh thu du lịch"]:
        yield "Ngân sách và kinh tế", "%", f"Tốc độ tăng {what}"
    yield "Ngân sách và kinh tế", "%", "Tỷ lệ giải ngân vốn đầu tư công"
    yield "Ngân sách và kinh tế", "triệu đồng", "Thu nhập bình quân đầu người"
    yield "Ngân sách và kinh tế", "triệu USD", "Kim ngạch xuất khẩu sang Hoa Kỳ"
    yield "Ngân sách và kinh tế", "triệu USD", "Kim ngạch xuất khẩu sang Hàn Quốc"
    for kind in ["nghèo", "cận nghèo", "thoát nghèo", "có nước sạch", "có nhà tiêu hợp vệ sinh", "dùng điện lưới", "có internet"]:
        yield "Đời sống", "hộ", f"Số hộ {kind}"
        yield "Đời sống", "%", f"Tỷ lệ hộ {kind}"
    yield "Đời sống", "điểm %", "Mức giảm tỷ lệ hộ nghèo"
    for kind in ["tai nạn giao thông", "cháy rừng", "trộm cắp", "bạo lực gia đình", "ngộ độc thực phẩm", "đuối nước"]:
        yield "Trật tự xã hội", "vụ", f"Số vụ {kind}"
        yield "Trật tự xã hội", "người", f"Số người chết do {kind}"
    for kind in ["mầm non", "tiểu học", "trung học cơ sở"]:
        yield "Giáo dục", "trường", f"Số trường {kind}"
        yield "Giáo dục", "học sinh", f"Số học sinh {kind}"
        yield "Giáo dục", "%", f"Tỷ lệ trường {kind} đạt chuẩn"
    for kind in ["thành lập mới", "giải thể", "tạm ngừng hoạt động", "quay lại hoạt động"]:
        yield "Doanh nghiệp", "doanh nghiệp", f"Số doanh nghiệp {kind}"
    yield "Doanh nghiệp", "hợp tác xã", "Số hợp tác xã thành lập mới"
    yield "Doanh nghiệp", "tỷ đồng", "Vốn đăng ký của doanh nghiệp thành lập mới"
    for what, unit in [("Tỷ lệ che phủ rừng", "%"), ("Tỷ lệ đô thị hóa", "%"), ("Tỷ lệ bao phủ bảo hiểm y tế", "%"),
                       ("Tỷ lệ thất nghiệp thành thị", "%"), ("Tỷ lệ lao động qua đào tạo", "%"), ("Tỷ lệ chất thải rắn được thu gom", "%"),
                       ("Mật độ dân số", "người/km²"), ("Dân số trung bình", "nghìn người"), ("Số giường bệnh trên vạn dân", "giường"),
                       ("Lượt khách du lịch", "nghìn lượt"), ("Lượt khách quốc tế", "nghìn lượt"), ("Số ngày lưu trú bình quân", "ngày"),
                       ("Diện tích rừng trồng mới", "ha"), ("Diện tích rừng bị cháy", "ha"), ("Số nhà văn hóa thôn", "nhà"),
                       ("Số lao động đi làm việc ở nước ngoài", "người"), ("Số lao động được tạo việc làm", "người"),
                       ("Số người nghiện ma túy", "người"), ("Số thư viện xã", "thư viện"), ("Tổ hợp tác", "tổ"), ("Tố giác tội phạm", "tin"),
                       ("Tốc độ tăng dân số", "%"), ("Tổng dân số", "người"), ("Tủ lạnh", "cái"), ("Tuổi thọ bình quân", "tuổi"),
                       ("Khô dầu", "tấn"), ("Khối lượng hàng hóa vận chuyển", "nghìn tấn"), ("Mực đông lạnh", "tấn"), ("Mục tiêu giảm phát thải", "%"),
                       ("Bán buôn", "tỷ đồng"), ("Bánh kẹo", "tấn"), ("Xi măng", "nghìn tấn"), ("Gạch tuynel", "triệu viên"), ("Ván dán", "m³"),
                       ("Vận động hiến đất", "m²"), ("Chỉ số cải cách hành chính", "điểm"), ("Chỉ số năng lực cạnh tranh", "điểm")]:
        yield "Chỉ tiêu khác", unit, what
    for place in DISTRICTS:
        for head, unit in [("Dân số", "người"), ("Số hộ nghèo", "hộ"), ("Tỷ lệ hộ nghèo", "%"), ("Thu ngân sách", "tỷ đồng"),
                           ("Diện tích cây ăn quả", "ha"), ("Sản lượng lúa", "tấn")]:
            yield "Theo địa bàn", unit, f"{head} {place}"


VALUES = ["1.245", "12.870", "980", "64,5", "7,25", "310.400", "2.035,8", "455"]
BEFORE = ["ước đạt", "đạt", "là", ":", "", "thực hiện", "năm 2031 đạt", "ước thực hiện năm 2031 đạt", "duy trì ở mức", "hiện có", "còn"]
AFTER = ["", ".", ", tăng 4,1% so với cùng kỳ", ", bằng 102,3% kế hoạch", ", đạt 96% dự toán Trung ương giao", "; vượt chỉ tiêu đề ra",
         ", giảm 1,5% so với năm trước", " (tăng 12 so với năm 2030)", ", bằng 88,4% so với cùng kỳ năm trước", ", trong đó nữ chiếm 41%"]
LISTED = ["1. {}", "12. {}", "2.3. {}", "a) {}", "b. {}", "I. {}", "IV. {}", "- {}", "+ {}", "• {}", "(3) {}", "7/ {}"]
WORDS = {1: "một", 2: "hai", 3: "ba", 4: "bốn", 5: "năm", 6: "sáu", 10: "mười", 15: "mười lăm", 17: "mười bảy", 18: "mười tám", 19: "mười chín"}
ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV", 5: "V"}
DIALECT = [("heo", "lợn"), ("bắp", "ngô"), ("khoai mì", "sắn"), ("đậu phộng", "lạc"), ("đậu nành", "đậu tương"), ("mè", "vừng"),
           ("thơm", "dứa"), ("khóm", "dứa"), ("hột gà", "trứng gà"), ("vaccine", "vắc xin"), ("Mỹ", "Hoa Kỳ"), ("trung bình", "bình quân")]


def queries(rng, all_rows):
    names = Names(all_rows)
    made = []

    def add(kind, query, meant):
        if meant:
            made.append((query, "|".join(sorted(set(meant))), kind))

    def some(count, fits=lambda at: True):
        at = [at for at in range(len(all_rows)) if fits(at)]
        rng.shuffle(at)
        return at[:count]

    def itself(at):
        return [all_rows[n][2] for n in range(len(all_rows)) if names.plain[n] == names.plain[at]]

    for at in some(330):
        section, unit, name = all_rows[at]
        before = rng.choice(BEFORE)
        value = "45,2" if unit == "%" else rng.choice(VALUES)
        line = f"{name}{before if before == ':' else ' ' + before} {value}{'' if unit == '%' else ' '}{unit}{rng.choice(AFTER)}"
        line = " ".join(line.split())
        add("pasted line", bare(line) if rng.random() < 0.3 else line, itself(at))
    for n, at in enumerate(some(90)):
        line = LISTED[n % len(LISTED)].format(all_rows[at][2])
        if n % 3 == 0:
            line += f": {rng.choice(VALUES)} {all_rows[at][1]}"
        add("list mark", line, itself(at))
    for at in some(400):
        name = names.accented[at]
        for spot, word in enumerate(name):
            number = int(word) if word.isdigit() else {r.lower(): n for n, r in ROMAN.items()}.get(word)
            if number not in WORDS:
                continue
            start = 0 if rng.random() < 0.5 else min(spot - 1, 1)
            for written in {WORDS[number], ROMAN.get(number, WORDS[number]), str(number)} - {word}:
                asked = name[start:spot] + [written] + name[spot + 1:]
                text = " ".join(asked)
                meant = names.meant(plain(" ".join(name[start:])))
                add("numeral", bare(text) if rng.random() < 0.5 and written not in ROMAN.values() else text, meant)
    twins = sorted({word for name in names.accented for word in name if len(bare(word)) > 1})
    longer = {word for name in names.plain for word in name}
    for word in twins:
        if any(other != bare(word) and other.startswith(bare(word)) for other in longer):
            add("whole word", word, names.meant([word], word != bare(word)))
    pairs = sorted({(name[i], name[i + 1]) for name in names.accented for i in range(len(name) - 1)})
    for first, last in rng.sample(pairs, 110):
        if len(first) > 1 and any(o != bare(last) and o.startswith(bare(last)) for o in longer):
            add("whole word", f"{first} {last}", names.meant([first, last], first + last != bare(first + last)))
    for said, meant in DIALECT:
        for at in some(200):
            text, phrase = " " + " ".join(names.accented[at]) + " ", f" {meant.lower()} "
            if phrase in text and sum(1 for q in made if q[2] == "other word") < 90:
                asked = text.replace(phrase, f" {said} ").strip()
                kept = " ".join(asked.split()[-len(said.split()) - 2:])
                full = rng.random() < 0.7 or said.lower() not in kept.lower()
                right = itself(at) if full else names.meant(plain(kept.replace(said, meant)))
                query = asked if full else kept
                add("other word", bare(query) if rng.random() < 0.4 and bare(said) not in ("me", "my") else query, right)
    return made


def main():
    seed, folder = int(sys.argv[1]), Path(sys.argv[2])
    all_rows = list(dict.fromkeys(rows()))
    made = queries(random.Random(seed), all_rows)
    (folder / "names-5.txt").write_text("".join("\t".join(row) + "\n" for row in all_rows))
    seen, lines = set(), ["query\tname\tclass\tset\n"]
    for query, meant, kind in made:
        if (query, kind) not in seen:
            seen.add((query, kind))
            lines.append(f"{query}\t{meant}\t{kind}\ttwins\n")
    (folder / "queries-5.tsv").write_text("".join(lines))
    print(len(all_rows), "names", len(lines) - 1, "queries", Counter(kind for _, _, kind in made))


if __name__ == "__main__":
    main()
