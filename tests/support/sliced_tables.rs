//! Tables of many places and periods, in the shapes in which they are published. The figures are made up.

/// Returns one table of each shape.
pub(crate) fn sliced_tables() -> Vec<Vec<u8>> {
    [
        LONG,
        LONG_WITH_IDS,
        ENTITY_AND_YEAR,
        COUNTRY_AND_YEARS,
        GOALS,
        PLACES_DOWN,
        PLACES_AND_YEARS_DOWN,
        PLACES_ACROSS,
        YEARS_DOWN,
        PLANS_OF_YEARS,
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}

/// One value a row.
const LONG: &str = "Địa phương;Năm;Chỉ tiêu;Đơn vị;Giới tính;Giá trị
Huyện Ba Bể;2022;Dân số;người;Chung;48.120
Huyện Ba Bể;2022;Dân số;người;Nữ;24.010
Huyện Ba Bể;2023;Dân số;người;Chung;48.907
Huyện Na Rì;2022;Dân số;người;Chung;38.551
Huyện Na Rì;2023;Dân số;người;Chung;ước 38.702
Huyện Na Rì;2023;Tỷ lệ hộ nghèo;%;Chung;21,4
Toàn tỉnh;2023;Tỷ lệ hộ nghèo;%;Chung;18,2
";

const LONG_WITH_IDS: &str = "Mã;Địa phương;Năm;Chỉ tiêu;Giá trị
A1;Xã Yên Thượng;2021;Số hộ;812
A1;Xã Yên Thượng;2022;Số hộ;820
A2;Xã Yên Thượng;2022;Số hộ nghèo;96
A1;Xã Bằng Vân;2022;Số hộ;1.044
A1;Xã Bằng Vân;2022;Số hộ;1.045
";

const ENTITY_AND_YEAR: &str = "Entity,Code,Year,Life expectancy at birth,Child mortality rate
Laos,LAO,2019,67.9,4.55
Laos,LAO,2020,68.1,4.41
Viet Nam,VNM,2019,74.1,2.09
Viet Nam,VNM,2020,75.4,2.07
Asia,,2020,73.7,2.6
";

const COUNTRY_AND_YEARS: &str = "\"Data Source\",\"World Development Indicators\",
\"Last Updated Date\",\"2024-06-28\",

\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2019\",\"2020\",\"2021\",
\"Viet Nam\",\"VNM\",\"Population, total\",\"SP.POP.TOTL\",\"95776716\",\"96648685\",\"97468029\",
\"Viet Nam\",\"VNM\",\"Access to electricity (% of population)\",\"EG.ELC.ACCS.ZS\",\"99.4\",\"99.9\",\"\",
\"Lao PDR\",\"LAO\",\"Population, total\",\"SP.POP.TOTL\",\"7212053\",\"7319399\",\"7425057\",
";

const GOALS: &str = "Goal,Target,Indicator,SeriesCode,SeriesDescription,GeoAreaCode,GeoAreaName,TimePeriod,Value,Source,[Age],[Sex],Units
1,1.1,1.1.1,SI_POV_DAY1,Population below the international poverty line (%),704,Viet Nam,2020,0.7,WB,ALLAGE,BOTHSEX,PERCENT
1,1.1,1.1.1,SI_POV_DAY1,Population below the international poverty line (%),704,Viet Nam,2022,1.0,WB,ALLAGE,BOTHSEX,PERCENT
3,3.2,3.2.1,SH_DYN_MORT,Under-five mortality rate,704,Viet Nam,2022,20.1,UNICEF,<5Y,FEMALE,PER_1000_LIVE_BIRTHS
3,3.2,3.2.1,SH_DYN_MORT,Under-five mortality rate,418,Lao PDR,2022,N,UNICEF,<5Y,MALE,PER_1000_LIVE_BIRTHS
";

const PLACES_DOWN: &str = "Biểu 2: Một số chỉ tiêu năm 2023 chia theo huyện
STT,Huyện/thành phố,Dân số (người),Diện tích lúa (ha),Tỷ lệ hộ nghèo (%)
1,Thành phố Bắc Kạn,46.800,612,\"2,1\"
2,Ba Bể,48.907,\"2.410,5\",\"24,8\"
3,Chợ Đồn,50.120,...,\"19,0\"
,Toàn tỉnh,325.711,,\"18,2\"
";

const PLACES_AND_YEARS_DOWN: &str = "Địa phương\tNăm\tSố trường\tSố học sinh
Ba Bể\t2021\t41\t10.204
Ba Bể\t2022\t40\t10.388
Na Rì\t2021\t38\t8.117
Na Rì\tSơ bộ 2022\t38\t8.200
";

const PLACES_ACROSS: &str = "Chỉ tiêu;ĐVT;Ba Bể;Chợ Đồn;Na Rì;Toàn tỉnh
Dân số;người;48.907;50.120;38.702;325.711
Diện tích lúa;ha;2.410,5;3.020;1.988;16.204
Trong đó: lúa xuân;ha;1.001;-;802;7.015
";

const YEARS_DOWN: &str = "Năm,Dân số (nghìn người),Sản lượng lương thực (nghìn tấn)
2019,\"313,9\",\"178,2\"
2020,\"316,5\",\"180,9\"
Ước 2021,\"318,0\",
";

const PLANS_OF_YEARS: &str = "TT;Chỉ tiêu;ĐVT;KH 2022;TH 2022;% KH;KH 2023;Ước TH 2023;% KH
1;Thu ngân sách;tỷ đồng;780;812,5;104,2;850;861;101,3
2;Trồng rừng;ha;3.500;3.612;103,2;3.300;3.310;100,3
";
