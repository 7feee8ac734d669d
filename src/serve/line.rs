//! The bytes of a connection: counted, and to be cut at any time, whatever waits on them.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

use prometheus_client::metrics::counter::Counter;
use rustix::net::{Shutdown, shutdown};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// One connection.
#[derive(Debug)]
pub(super) struct Line {
    socket: Arc<TcpStream>,
    cut: Arc<AtomicBool>,
    /// What came with the PROXY header and does not belong to it.
    early: Vec<u8>,
    received: Counter,
    sent: Counter,
}

/// Ends a connection from outside of it.
#[derive(Debug)]
pub(super) struct Scissors {
    socket: Arc<TcpStream>,
    cut: Arc<AtomicBool>,
}

impl Line {
    pub(super) fn new(socket: TcpStream, early: Vec<u8>, received: Counter, sent: Counter) -> Self {
        let cut = Arc::default();
        Self { socket: Arc::new(socket), cut, early, received, sent }
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

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        // What has come in before, and was not read, is of no interest any more.
        if self.cut.load(Ordering::Relaxed) {
            return Poll::Ready(Ok(()));
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
                    return Poll::Ready(Ok(()));
                }
            }
        }
    }
}

impl AsyncWrite for Line {
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
