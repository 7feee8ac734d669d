//! The bytes of a connection: counted, limited in rate, and closed from outside even while a read or a write
//! waits.
//!
//! All received bytes count for the rate limit, whatever they mean: the library answers much of SSH by
//! itself, from padding to new keys.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Instant;

use prometheus_client::metrics::counter::Counter;
use rustix::net::{Shutdown, shutdown};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

use super::metrics::Metrics;
use super::rate_limit::RateLimit;

/// The socket of one connection.
#[derive(Debug)]
pub(super) struct Socket {
    socket: Arc<TcpStream>,
    disconnected: Arc<AtomicBool>,
    /// The bytes that followed the PROXY header.
    early: Vec<u8>,
    rate_limit: RateLimit,
    /// The wait until more is read.
    pause: Option<Pin<Box<Sleep>>>,
    received: Counter,
    sent: Counter,
}

/// Closes a connection from outside.
#[derive(Debug)]
pub(super) struct Disconnector {
    socket: Arc<TcpStream>,
    disconnected: Arc<AtomicBool>,
}

impl Socket {
    /// `early` is read first; bytes are added to the metrics of all connections.
    pub(super) fn new(
        socket: TcpStream,
        early: Vec<u8>,
        rate_limit: RateLimit,
        metrics: &Metrics,
    ) -> Self {
        Self {
            socket: Arc::new(socket),
            disconnected: Arc::default(),
            early,
            rate_limit,
            pause: None,
            received: metrics.received.clone(),
            sent: metrics.sent.clone(),
        }
    }

    pub(super) fn disconnector(&self) -> Disconnector {
        Disconnector { socket: self.socket.clone(), disconnected: self.disconnected.clone() }
    }
}

impl Disconnector {
    /// Ends every read and write, even those that wait.
    pub(super) fn disconnect(&self) {
        self.disconnected.store(true, Ordering::Relaxed);
        // A socket that is closed already reports an error.
        let _ = shutdown(&*self.socket, Shutdown::Both);
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        // Bytes that arrived before and were not read are discarded.
        if self.disconnected.load(Ordering::Relaxed) {
            return Poll::Ready(Ok(()));
        }
        if let Some(pause) = &mut self.pause {
            ready!(pause.as_mut().poll(context));
            self.pause = None;
        }
        if !self.early.is_empty() {
            let length = self.early.len().min(buffer.remaining());
            let rest = self.early.split_off(length);
            buffer.put_slice(&self.early);
            self.early = rest;
            return Poll::Ready(Ok(()));
        }
        loop {
            ready!(self.socket.poll_read_ready(context))?;
            match self.socket.try_read(buffer.initialize_unfilled()) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                read => {
                    let length = read?;
                    buffer.advance(length);
                    self.received.inc_by(length as u64);
                    let wait = self.rate_limit.take(length, Instant::now());
                    self.pause = (!wait.is_zero()).then(|| Box::pin(sleep(wait)));
                    return Poll::Ready(Ok(()));
                }
            }
        }
    }
}

impl AsyncWrite for Socket {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        loop {
            ready!(self.socket.poll_write_ready(context))?;
            match self.socket.try_write(bytes) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                written => {
                    self.sent.inc_by(*written.as_ref().unwrap_or(&0) as u64);
                    return Poll::Ready(written);
                }
            }
        }
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(shutdown(&*self.socket, Shutdown::Write).map_err(Into::into))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;
    use tokio::time::timeout;

    #[tokio::test]
    async fn bytes_beyond_the_rate_limit_wait() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (socket, _) = listener.accept().await.unwrap();
        let metrics = Metrics::default();
        let rate_limit = RateLimit::new(1, 1000, Instant::now());
        let mut socket = Socket::new(socket, b"early".to_vec(), rate_limit, &metrics);
        client.write_all(&[b'x'; 3000]).await.unwrap();
        let mut bytes = [0; 1500];
        socket.read_exact(&mut bytes[..5]).await.unwrap();
        assert!(bytes.starts_with(b"early"));
        socket.read_exact(&mut bytes).await.unwrap();
        assert_eq!(metrics.received.get(), 1500);
        let more = timeout(Duration::from_millis(100), socket.read(&mut bytes)).await;
        assert!(more.is_err(), "it is due in minutes");
    }

    #[tokio::test]
    async fn what_is_sent_ends_while_the_client_may_still_send() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (socket, _) = listener.accept().await.unwrap();
        let rate_limit = RateLimit::new(1, 1000, Instant::now());
        let mut socket = Socket::new(socket, Vec::new(), rate_limit, &Metrics::default());
        socket.write_all(b"bye").await.unwrap();
        socket.shutdown().await.unwrap();
        let mut received = Vec::new();
        let ended = timeout(Duration::from_secs(60), client.read_to_end(&mut received)).await;
        assert!(ended.is_ok() && received == b"bye", "{received:?}");
        client.write_all(b"late").await.unwrap();
        assert_eq!(socket.read(&mut [0; 10]).await.unwrap(), 4);
    }

    #[tokio::test]
    async fn disconnecting_ends_a_pending_read() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (socket, _) = listener.accept().await.unwrap();
        let rate_limit = RateLimit::new(1, 1000, Instant::now());
        let mut socket = Socket::new(socket, Vec::new(), rate_limit, &Metrics::default());
        client.write_all(&[b'x'; 100]).await.unwrap();
        assert_eq!(socket.read(&mut [0; 10]).await.unwrap(), 10);
        socket.disconnector().disconnect();
        assert_eq!(socket.read(&mut [0; 10]).await.unwrap(), 0);
    }
}
