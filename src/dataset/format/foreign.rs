//! Formats that are known but not supported: their names, and how to convert their data.

/// Declares the formats with their names and remedies, so that none lacks one.
macro_rules! formats {
    ($($(#[$doc:meta])* $format:ident $name:literal $remedy:literal,)*) => {
        /// A format that is known but not supported.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(in crate::dataset) enum Foreign { $($(#[$doc])* $format,)* }

        impl Foreign {
            /// Returns the name of the format, with its article.
            pub(in crate::dataset) fn name(self) -> &'static str {
                match self { $(Self::$format => $name,)* }
            }

            /// Returns how to convert the data to a supported format.
            pub(in crate::dataset) fn remedy(self) -> &'static str {
                match self { $(Self::$format => $remedy,)* }
            }
        }
    };
}

formats! {
    /// Portable Document Format.
    Pdf "a PDF document" "copy its table into a spreadsheet and save that as .xlsx, or get the spreadsheet that it was made from",
    /// Word until 2003.
    Doc "a document of Word (.doc)" "open it in Word or LibreOffice and save it as .docx",
    /// A text document of LibreOffice.
    Odt "a text document of LibreOffice (.odt)" "copy its table into a spreadsheet and save that as .ods or .xlsx",
    /// A presentation of any program.
    Slides "a presentation" "copy its table into a spreadsheet and save that as .xlsx",
    /// Rich Text Format.
    Rtf "a document in Rich Text Format (.rtf)" "copy its table into a spreadsheet and save that as .xlsx",
    /// HTML without a table.
    Html "a web page without a table" "save the table itself as .xlsx or .csv; a page of frames keeps its sheets in other files",
    /// A web page with its resources in one file.
    Mhtml "a web page in one file (.mht)" "open it in Excel and save it as .xlsx",
    /// Flat OpenDocument.
    FlatOds "a flat OpenDocument file (.fods)" "open it in LibreOffice and save it as .ods or .xlsx",
    /// Excel's binary workbooks.
    Xlsb "a binary workbook (.xlsb)" "open it in Excel or LibreOffice and save it as .xlsx",
    /// Excel until version 4.
    OldExcel "a workbook of Excel 4 or older" "open it in Excel or LibreOffice and save it as .xlsx",
    /// Symbolic link format.
    Sylk "a SYLK file (.slk)" "open it in Excel and save it as .xlsx",
    /// Any other XML.
    Xml "an XML file" "export the table as .xlsx or .csv where the file was made",
    /// PC-Axis.
    Px "a PX file of PC-Axis or PxWeb" "on the PxWeb site choose “CSV” or “Excel” as the file format, or open it in PX-Win and save it as .xlsx",
    /// JSON of a PxWeb site.
    PxJson "JSON of PxWeb" "on the PxWeb site choose “CSV” or “Excel” as the file format",
    /// JSON-stat of any version.
    JsonStat "JSON-stat" "ask the service for CSV or Excel instead, as with format=CSV",
    /// SDMX as CSV.
    SdmxCsv "SDMX-CSV, a long table of codes" "make a table of it with one row an indicator and one column a year (a pivot table), and save that as .xlsx or .csv",
    /// SDMX as JSON.
    SdmxJson "SDMX-JSON" "export the table as Excel on the site of the service",
    /// SDMX as XML.
    SdmxMl "SDMX-ML" "export the table as Excel on the site of the service",
    /// The SDG database of the United Nations.
    UnSdg "an export of the SDG database of the United Nations, a long table with one row a value" "make a table of it with SeriesDescription in the rows and TimePeriod in the columns (a pivot table), and save that as .xlsx or .csv",
    /// World Bank: a wide table of several countries.
    WorldBankCsv "an export of the World Bank with several countries" "leave the rows of one country and delete the columns Country Name, Country Code and Indicator Code",
    /// World Bank: a response of its API.
    WorldBankJson "JSON of the World Bank" "download the indicator as CSV or Excel",
    /// World Bank: a downloaded archive.
    WorldBankZip "an archive of the World Bank" "unzip it, leave the rows of one country in the file that begins with API_ and open that",
    /// DHIS2 as CSV.
    Dhis2Csv "an export of DHIS2 by codes" "export a pivot table with names as Excel (Data Visualizer, Download, Table layout)",
    /// DHIS2 as JSON or XML.
    Dhis2 "an answer of the DHIS2 interface" "export a pivot table with names as Excel (Data Visualizer, Download, Table layout)",
    /// Eurostat as TSV.
    EurostatTsv "an export of Eurostat by codes" "download the table as Excel, with labels",
    /// Our World in Data as CSV.
    OwidCsv "an export of Our World in Data, a long table of countries" "make a table of it with one row an indicator and one column a year, for one country",
    /// Our World in Data: the metadata file that accompanies a CSV.
    OwidMetadata "the metadata of an export of Our World in Data" "open the .csv file that came with it",
    /// FAOSTAT as CSV.
    FaostatCsv "an export of FAOSTAT, a long table with one row a value" "make a table of it with Item and Element in the rows and Year in the columns (a pivot table)",
    /// Frictionless Data Package.
    DataPackage "the description of a Data Package" "open the .csv file that it names under `path`",
    /// CSV on the Web.
    Csvw "CSVW metadata" "open the .csv file that it names under `url`",
    /// DBnomics.
    Dbnomics "JSON of DBnomics" "download the series as CSV or Excel",
    /// A map in GeoJSON.
    GeoJson "GeoJSON, a map" "export its table of attributes as .csv",
    /// International Aid Transparency Initiative.
    Iati "an IATI file of aid activities" "copy its results into a table with the columns Indicator, Target and Actual, and save that as .xlsx or .csv",
    /// Apache Parquet.
    Parquet "a Parquet file" "write it as CSV: duckdb -c \"COPY 'FILE' TO 'FILE.csv'\", or pandas.read_parquet(…).to_csv(…)",
    /// Arrow and Feather.
    Arrow "an Arrow or Feather file" "write it as CSV: pandas.read_feather(…).to_csv(…)",
    /// A SQLite database.
    Sqlite "a SQLite database" "export the table as CSV: sqlite3 -header -csv FILE 'SELECT * FROM table' > table.csv",
    /// SPSS or Stata.
    Statistics "a data file of SPSS or Stata" "export the data as .csv or .xlsx there",
    /// A picture.
    Image "an image" "type its table into a spreadsheet, or get the spreadsheet that it shows",
    /// A ZIP archive that is not a workbook.
    Zip "an archive (.zip) and no workbook" "unzip it and open a file in it",
    /// Another archive or compressed file.
    Archive "a packed file" "unpack it and open a file in it",
}
