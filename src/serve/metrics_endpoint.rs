//! The HTTP endpoint from which Prometheus reads the metrics.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

use super::accept::accept;
use super::state::ServerState;

/// The maximum length of a request in bytes.
const MAX_REQUEST: usize = 4096;
const TIMEOUT: Duration = Duration::from_secs(5);
/// The number of concurrent clients; one more ends the oldest.
const MAX_CLIENTS: usize = 16;

/// Serves `GET /metrics` until the server shuts down.
pub(super) async fn serve(listener: TcpListener, state: Arc<ServerState>) {
    let mut clients: VecDeque<AbortHandle> = VecDeque::new();
    let mut closing = state.closing();
    loop {
        let accepted = tokio::select! {
            accepted = accept(&listener) => accepted,
            _ = closing.wait_for(|closing| *closing) => return,
        };
        let Ok((socket, _)) = accepted else { continue };
        clients.retain(|client| !client.is_finished());
        if clients.len() >= MAX_CLIENTS
            && let Some(oldest) = clients.pop_front()
        {
            oldest.abort();
        }
        let state = state.clone();
        let client = tokio::spawn(async move {
            // A client that does not read its response is not waited for.
            let _ = tokio::time::timeout(TIMEOUT, respond(socket, &state)).await;
        });
        clients.push_back(client.abort_handle());
    }
}

async fn respond(mut socket: TcpStream, state: &ServerState) -> io::Result<()> {
    let mut request = Vec::new();
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        if request.len() >= MAX_REQUEST || socket.read_buf(&mut request).await? == 0 {
            return Ok(());
        }
    }
    let is_path = |path: &[u8]| {
        request
            .strip_prefix(b"GET ")
            .and_then(|rest| rest.strip_prefix(path))
            .is_some_and(|rest| rest.starts_with(b" ") || rest.starts_with(b"?"))
    };
    let (status, content_type, body) = if is_path(b"/metrics") {
        let content_type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
        ("200 OK", content_type, state.metrics().text())
    } else {
        ("404 Not Found", "text/plain", "it is at /metrics\n".to_owned())
    };
    let length = body.len();
    let response = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    );
    socket.write_all(response.as_bytes()).await?;
    socket.shutdown().await
}
