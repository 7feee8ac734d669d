//! Messages of the SSH server to its clients.

use super::Words;

impl Words {
    /// The server shuts down.
    #[must_use]
    pub fn closing(self) -> &'static str {
        self.pick(
            "Máy chủ chitieu đang dừng. Xin kết nối lại sau.",
            "The chitieu server is shutting down. Please connect again later.",
        )
    }

    /// The client's key is no longer authorized.
    #[must_use]
    pub fn key_removed(self) -> &'static str {
        self.pick(
            "Khóa của bạn không còn được phép kết nối máy chủ này.",
            "Your key is no longer authorized on this server.",
        )
    }

    /// The session was idle for too long.
    #[must_use]
    pub fn idle_ended(self) -> &'static str {
        self.pick(
            "Đã kết thúc vì lâu không có phím nào được bấm.",
            "Session closed: no key was pressed for too long.",
        )
    }

    /// The server has no capacity for another session.
    #[must_use]
    pub fn full(self) -> &'static str {
        self.pick(
            "máy chủ đã đủ số kết nối, xin thử lại sau",
            "the server has no capacity for another session; try again later",
        )
    }

    /// The client's address has too many connections.
    #[must_use]
    pub fn too_many_from_address(self) -> &'static str {
        self.pick(
            "địa chỉ của bạn đã có quá nhiều kết nối; hãy đóng bớt rồi thử lại",
            "too many connections from your address; close one and try again",
        )
    }

    /// A command waited too long, as too many others were running.
    #[must_use]
    pub fn busy(self) -> &'static str {
        self.pick(
            "máy chủ đang trả lời quá nhiều lệnh, xin thử lại sau",
            "too many commands are running; try again later",
        )
    }

    /// A panic ended a session.
    #[must_use]
    pub fn internal_error(self) -> &'static str {
        self.pick(
            "Có lỗi trong chương trình nên phiên này kết thúc. Xin kết nối lại.",
            "An error in the program ended this session. Please connect again.",
        )
    }

    /// The command line of an exec request cannot be parsed.
    #[must_use]
    pub fn not_a_command(self) -> &'static str {
        self.pick(
            "lệnh không đọc được (dấu nháy không đóng, quá dài, hoặc không phải UTF-8)",
            "the command cannot be read (an open quote, too long, or not UTF-8)",
        )
    }
}
