//! Where Prometheus reads what is counted.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

use super::state::ServerState;

/// No request is longer that is meant for this.
const REQUEST: usize = 4096;
const PATIENCE: Duration = Duration::from_secs(5);
/// Readers at a time; when one more comes, the one that has taken longest goes.
const READERS: usize = 16;

/// Answers those who ask for what is counted, until the house closes.
pub(super) async fn serve(listener: TcpListener, house: Arc<ServerState>) {
    let mut readers: VecDeque<AbortHandle> = VecDeque::new();
    let mut closing = house.closing();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = closing.wait_for(|closing| *closing) => return,
        };
        let Ok((socket, _)) = accepted else {
            tokio::time::sleep(super::socket::EXHAUSTED).await;
            continue;
        };
        readers.retain(|reader| !reader.is_finished());
        if readers.len() >= READERS
            && let Some(slowest) = readers.pop_front()
        {
            slowest.abort();
        }
        let house = house.clone();
        let reader = tokio::spawn(async move {
            // Whoever asks and does not read the answer is not waited for.
            let _ = tokio::time::timeout(PATIENCE, answer(socket, &house)).await;
        });
        readers.push_back(reader.abort_handle());
    }
}

async fn answer(mut socket: TcpStream, house: &ServerState) -> io::Result<()> {
    let mut request = Vec::new();
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        if request.len() >= REQUEST || socket.read_buf(&mut request).await? == 0 {
            return Ok(());
        }
    }
    let asked = |path: &[u8]| {
        request
            .strip_prefix(b"GET ")
            .and_then(|rest| rest.strip_prefix(path))
            .is_some_and(|rest| rest.starts_with(b" ") || rest.starts_with(b"?"))
    };
    let (status, kind, body) = if asked(b"/metrics") {
        let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
        ("200 OK", kind, house.metrics().text())
    } else {
        ("404 Not Found", "text/plain", "it is at /metrics\n".to_owned())
    };
    let length = body.len();
    let answer = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    );
    socket.write_all(answer.as_bytes()).await?;
    socket.shutdown().await
}
