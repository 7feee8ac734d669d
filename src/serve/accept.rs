//! Accepts connections, of clients and of those who read the metrics.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

/// How long to wait before accepting again when the machine has no resources left.
const EXHAUSTED: Duration = Duration::from_millis(100);

/// Accepts a connection. An error is returned after a while, so that the caller may try again at once.
pub(super) async fn accept(listener: &TcpListener) -> io::Result<(TcpStream, SocketAddr)> {
    let accepted = listener.accept().await;
    if accepted.is_err() {
        sleep(EXHAUSTED).await;
    }
    accepted
}
