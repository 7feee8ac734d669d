//! What guests of a server are told.

use super::Words;

impl Words {
    /// The server ends.
    #[must_use]
    pub fn closing(self) -> &'static str {
        self.pick(
            "Máy chủ chitieu đang dừng. Xin kết nối lại sau.",
            "The chitieu server is closing. Please connect again later.",
        )
    }

    /// The guest's key may not enter any more.
    #[must_use]
    pub fn key_removed(self) -> &'static str {
        self.pick(
            "Khóa của bạn không còn được phép vào máy chủ này.",
            "Your key may not enter this server any more.",
        )
    }

    /// Nothing was typed for too long.
    #[must_use]
    pub fn idle_ended(self) -> &'static str {
        self.pick(
            "Đã kết thúc vì lâu không có phím nào được bấm.",
            "Ended, since no key was pressed for long.",
        )
    }

    /// There is no place for another visit.
    #[must_use]
    pub fn full(self) -> &'static str {
        self.pick(
            "máy chủ đã đủ khách, xin thử lại sau",
            "there is no place for another visit; try again later",
        )
    }

    /// There is no place for another visit from one address.
    #[must_use]
    pub fn too_many_of_you(self) -> &'static str {
        self.pick(
            "địa chỉ của bạn đã có quá nhiều kết nối; hãy đóng bớt rồi thử lại",
            "too many visits come from your address; close one and try again",
        )
    }

    /// So many commands are being answered that one waited for too long.
    #[must_use]
    pub fn busy(self) -> &'static str {
        self.pick(
            "máy chủ đang trả lời quá nhiều lệnh, xin thử lại sau",
            "too many commands are being answered; try again later",
        )
    }

    /// A bug ended a visit.
    #[must_use]
    pub fn went_wrong(self) -> &'static str {
        self.pick(
            "Có lỗi trong chương trình nên lượt xem này kết thúc. Xin kết nối lại.",
            "An error in the program ended this visit. Please connect again.",
        )
    }

    /// What was sent is no command.
    #[must_use]
    pub fn not_a_command(self) -> &'static str {
        self.pick(
            "lệnh không đọc được (dấu nháy không đóng, quá dài, hoặc không phải UTF-8)",
            "the command cannot be read (an open quote, too long, or not UTF-8)",
        )
    }
}
