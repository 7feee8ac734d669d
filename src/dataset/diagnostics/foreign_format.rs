//! Formats that are known but not read.

/// Declares the formats, with a list of all of them.
macro_rules! formats {
    ($($(#[$doc:meta])* $format:ident,)*) => {
        /// A format that is known but not read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Foreign { $($(#[$doc])* $format,)* }

        impl Foreign {
            /// Every format.
            pub const ALL: &[Self] = &[$(Self::$format,)*];
        }
    };
}

formats! {
    /// Portable Document Format.
    Pdf,
    /// Word since 2007.
    Docx,
    /// A text in prose.
    Report,
    /// Word until 2003.
    Doc,
    /// A text document of LibreOffice.
    Odt,
    /// A presentation of any program.
    Slides,
    /// Rich Text Format.
    Rtf,
    /// HTML without a table.
    Html,
    /// A web page with its resources in one file.
    Mhtml,
    /// Flat OpenDocument.
    FlatOds,
    /// Excel's binary workbooks.
    Xlsb,
    /// Excel until version 4.
    OldExcel,
    /// Symbolic link format.
    Sylk,
    /// Any other XML.
    Xml,
    /// PC-Axis.
    Px,
    /// JSON of a PxWeb site.
    PxJson,
    /// JSON-stat of any version.
    JsonStat,
    /// SDMX as CSV.
    SdmxCsv,
    /// SDMX as JSON.
    SdmxJson,
    /// SDMX as XML.
    SdmxMl,
    /// World Bank: a response of its API.
    WorldBankJson,
    /// World Bank: a downloaded archive.
    WorldBankZip,
    /// DHIS2 as CSV.
    Dhis2Csv,
    /// DHIS2 as JSON or XML.
    Dhis2,
    /// Eurostat as TSV.
    EurostatTsv,
    /// Our World in Data: the metadata file that accompanies a CSV.
    OwidMetadata,
    /// Frictionless Data Package.
    DataPackage,
    /// CSV on the Web.
    Csvw,
    /// DBnomics.
    Dbnomics,
    /// A map in GeoJSON.
    GeoJson,
    /// International Aid Transparency Initiative.
    Iati,
    /// Apache Parquet.
    Parquet,
    /// Arrow and Feather.
    Arrow,
    /// A SQLite database.
    Sqlite,
    /// SPSS or Stata.
    Statistics,
    /// A picture.
    Image,
    /// A ZIP archive that is not a workbook.
    Zip,
    /// Another archive or compressed file.
    Archive,
}
