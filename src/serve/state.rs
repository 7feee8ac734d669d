//! The state that all connections share: the data, the limits, the metrics, and whether the server shuts
//! down.

use std::net::IpAddr;
use std::sync::{Arc, PoisonError, RwLock};

use russh::keys::PublicKey;
use tokio::sync::watch;
use tracing::{error, info, warn};

use super::admission::Admission;
use super::authorized_keys::AllowedKeys;
use super::metrics::Metrics;
use super::rejection::Rejection;
use super::remote_explorer::DrawFn;
use super::{Error, Settings, Source};
use crate::app::Catalog;
use crate::ui;

/// The state that all connections share.
pub(super) struct ServerState {
    settings: Settings,
    source: Arc<Source>,
    catalog: RwLock<Arc<Catalog>>,
    allowed_keys: RwLock<Option<Arc<AllowedKeys>>>,
    admission: Admission,
    metrics: Metrics,
    closing: watch::Sender<bool>,
    /// The number of times that the authorized keys were read.
    keys_read: watch::Sender<u64>,
    draw: DrawFn,
}

impl ServerState {
    pub(super) fn open(settings: Settings, source: Source) -> Result<Self, Error> {
        let catalog = (source.load)().map_err(Error::Data)?;
        // Built here, so that the first search does not wait for it.
        let _index = catalog.index();
        let allowed_keys = settings.authorized_keys.as_deref().map(AllowedKeys::open).transpose();
        Ok(Self {
            source: Arc::new(source),
            catalog: RwLock::new(Arc::new(catalog)),
            allowed_keys: RwLock::new(allowed_keys.map_err(Error::AuthorizedKeys)?.map(Arc::new)),
            admission: Admission::new(&settings.limits),
            metrics: Metrics::default(),
            closing: watch::Sender::new(false),
            keys_read: watch::Sender::new(0),
            draw: ui::draw,
            settings,
        })
    }

    /// Replaces [`ui::draw`] by another function.
    #[cfg(test)]
    pub(super) fn with_draw(self, draw: DrawFn) -> Self {
        Self { draw, ..self }
    }

    pub(super) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The current data. A session keeps the data with which it started.
    pub(super) fn catalog(&self) -> Arc<Catalog> {
        self.catalog.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn source(&self) -> Arc<Source> {
        self.source.clone()
    }

    pub(super) fn draw(&self) -> DrawFn {
        self.draw
    }

    pub(super) fn admission(&self) -> &Admission {
        &self.admission
    }

    pub(super) fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// Whether the key may log in.
    pub(super) fn allows(&self, key: &PublicKey) -> bool {
        self.allowed_keys().is_none_or(|allowed_keys| allowed_keys.contains(key.key_data()))
    }

    /// Whether clients need no key.
    pub(super) fn accepts_anyone(&self) -> bool {
        self.allowed_keys().is_none()
    }

    pub(super) fn key_count(&self) -> Option<usize> {
        self.allowed_keys().map(|allowed_keys| allowed_keys.len())
    }

    fn allowed_keys(&self) -> Option<Arc<AllowedKeys>> {
        self.allowed_keys.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Counts and logs a rejection.
    pub(super) fn refuse(&self, address: Option<IpAddr>, rejection: Rejection) {
        self.metrics.refuse(rejection);
        let address = address.map(tracing::field::display);
        warn!(address, reason = rejection.name(), "refused");
    }

    /// Reads the data and the authorized keys again. Open sessions keep the data with which they started; an
    /// error leaves the old data or keys in use.
    pub(super) async fn reload(&self) {
        let source = self.source.clone();
        let read = tokio::task::spawn_blocking(move || {
            let catalog = (source.load)()?;
            let _index = catalog.index();
            Ok::<_, String>(Arc::new(catalog))
        });
        match read.await {
            Ok(Ok(catalog)) => {
                info!(indicators = catalog.collection.len(), "data reloaded");
                *self.catalog.write().unwrap_or_else(PoisonError::into_inner) = catalog;
            }
            Ok(Err(error)) => error!(error, "the old data stays"),
            Err(_) => error!("reading the data failed; the old data stays"),
        }
        let Some(path) = self.settings.authorized_keys.clone() else { return };
        match tokio::task::spawn_blocking(move || AllowedKeys::open(&path)).await {
            Ok(Ok(allowed_keys)) => {
                info!(keys = allowed_keys.len(), "authorized keys reloaded");
                *self.allowed_keys.write().unwrap_or_else(PoisonError::into_inner) =
                    Some(allowed_keys.into());
                self.keys_read.send_modify(|count| *count += 1);
            }
            Ok(Err(error)) => error!(error, "the old authorized keys stay"),
            Err(_) => error!("reading the authorized keys failed; the old ones stay"),
        }
    }

    /// Changes when the authorized keys were read again.
    pub(super) fn keys_read(&self) -> watch::Receiver<u64> {
        self.keys_read.subscribe()
    }

    /// Asks all connections to close.
    pub(super) fn close(&self) {
        self.closing.send_replace(true);
    }

    /// Becomes true when the server shuts down.
    pub(super) fn closing(&self) -> watch::Receiver<bool> {
        self.closing.subscribe()
    }
}
