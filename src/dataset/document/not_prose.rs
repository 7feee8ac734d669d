//! Why a file is not read as a report.

use serde::{Deserialize, Serialize};

use crate::dataset::Foreign;

/// Why a file is not read as a report. The words come from the interface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotProse {
    /// A PDF document, which a program without the feature `pdf` does not read.
    Pdf,
    /// A PDF document without a text layer: a scan.
    Scan,
    /// A PDF document whose fonts do not say which letters they show.
    NoUnicode,
    /// A document whose reading took more memory or time than it may, or ended the process that read it.
    TooExpensive,
    /// A PDF document, for whose reading no process could be started.
    NoProcess,
    /// A document of Word until 2003.
    Doc,
    /// A document of LibreOffice.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// A web page in one file.
    Mhtml,
    /// A file with a password.
    Password,
    /// A workbook, which is opened directly.
    Workbook,
    /// A table in text, which is opened directly.
    Table,
    /// A dataset, which is opened directly.
    Dataset,
    /// A picture: a scan.
    Image,
    /// Another format that is known.
    #[serde(skip)]
    Foreign(Foreign),
    /// Binary data of an unknown format.
    Binary,
    /// More bytes than are read, with the limit in MiB.
    TooLarge(u64),
    /// Damaged, with the error of the reader.
    Damaged(String),
    /// Nothing to read.
    Empty,
}
