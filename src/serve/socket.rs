//! The bytes of a connection: counted, and to be cut at any time, whatever waits on them.
//!
//! They come in at a pace of their own, whatever they mean: much of what SSH knows, from padding to new
//! keys, the library answers by itself.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use prometheus_client::metrics::counter::Counter;
use rustix::net::{Shutdown, shutdown};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

use super::metrics::Metrics;
use super::rate_limit::RateLimit;

/// How long to wait before accepting again when the machine has nothing left to accept with.
pub(super) const EXHAUSTED: Duration = Duration::from_millis(100);

/// One connection.
#[derive(Debug)]
pub(super) struct Socket {
    socket: Arc<TcpStream>,
    cut: Arc<AtomicBool>,
    /// What came with the PROXY header and does not belong to it.
    early: Vec<u8>,
    pace: RateLimit,
    /// The time until more is read.
    rest: Option<Pin<Box<Sleep>>>,
    received: Counter,
    sent: Counter,
}

/// Ends a connection from outside of it.
#[derive(Debug)]
pub(super) struct Scissors {
    socket: Arc<TcpStream>,
    cut: Arc<AtomicBool>,
}

impl Socket {
    /// What came with a PROXY header is read first; bytes are counted with those of all connections.
    pub(super) fn new(
        socket: TcpStream,
        early: Vec<u8>,
        pace: RateLimit,
        counted: &Metrics,
    ) -> Self {
        Self {
            socket: Arc::new(socket),
            cut: Arc::default(),
            early,
            pace,
            rest: None,
            received: counted.received.clone(),
            sent: counted.sent.clone(),
        }
    }

    pub(super) fn scissors(&self) -> Scissors {
        Scissors { socket: self.socket.clone(), cut: self.cut.clone() }
    }
}

impl Scissors {
    /// Has every read and write end, even those that wait.
    pub(super) fn cut(&self) {
        self.cut.store(true, Ordering::Relaxed);
        // One that is cut already cannot be cut again.
        let _ = shutdown(&*self.socket, Shutdown::Both);
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        // What has come in before, and was not read, is of no interest any more.
        if self.cut.load(Ordering::Relaxed) {
            return Poll::Ready(Ok(()));
        }
        if let Some(rest) = &mut self.rest {
            ready!(rest.as_mut().poll(context));
            self.rest = None;
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
                    let wait = self.pace.take(length, Instant::now());
                    self.rest = (!wait.is_zero()).then(|| Box::pin(sleep(wait)));
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
    async fn more_than_its_pace_waits_whatever_it_is() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (socket, _) = listener.accept().await.unwrap();
        let metrics = Metrics::default();
        let pace = RateLimit::new(1, 1000, Instant::now());
        let mut line = Socket::new(socket, b"early".to_vec(), pace, &metrics);
        client.write_all(&[b'x'; 3000]).await.unwrap();
        let mut bytes = [0; 1500];
        line.read_exact(&mut bytes[..5]).await.unwrap();
        assert!(bytes.starts_with(b"early"));
        line.read_exact(&mut bytes).await.unwrap();
        assert_eq!(metrics.received.get(), 1500);
        let more = timeout(Duration::from_millis(100), line.read(&mut bytes)).await;
        assert!(more.is_err(), "it is due in minutes");
    }

    #[tokio::test]
    async fn one_that_is_cut_ends_whatever_waits_in_it() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (socket, _) = listener.accept().await.unwrap();
        let pace = RateLimit::new(1, 1000, Instant::now());
        let mut line = Socket::new(socket, Vec::new(), pace, &Metrics::default());
        client.write_all(&[b'x'; 100]).await.unwrap();
        assert_eq!(line.read(&mut [0; 10]).await.unwrap(), 10);
        line.scissors().cut();
        assert_eq!(line.read(&mut [0; 10]).await.unwrap(), 0);
    }
}
