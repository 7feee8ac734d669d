//! What all connections share: the data, the limits, the counts, and whether the house closes.

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

/// What all connections share.
pub(super) struct ServerState {
    settings: Settings,
    source: Arc<Source>,
    shared: RwLock<Arc<Catalog>>,
    guests: RwLock<Option<Arc<AllowedKeys>>>,
    admission: Admission,
    metrics: Metrics,
    closing: watch::Sender<bool>,
    /// How often the authorized keys were read.
    keys_read: watch::Sender<u64>,
    view: DrawFn,
}

impl ServerState {
    pub(super) fn open(settings: Settings, source: Source) -> Result<Self, Error> {
        let shared = (source.load)().map_err(Error::Data)?;
        // The first one to search does not wait for it.
        let _made = shared.index();
        let guests = settings.guests.as_deref().map(AllowedKeys::open).transpose();
        Ok(Self {
            source: Arc::new(source),
            shared: RwLock::new(Arc::new(shared)),
            guests: RwLock::new(guests.map_err(Error::Guests)?.map(Arc::new)),
            admission: Admission::new(&settings.limits),
            metrics: Metrics::default(),
            closing: watch::Sender::new(false),
            keys_read: watch::Sender::new(0),
            view: ui::draw,
            settings,
        })
    }

    /// The same with another view in place of [`ui::draw`].
    #[cfg(test)]
    pub(super) fn with_view(self, view: DrawFn) -> Self {
        Self { view, ..self }
    }

    pub(super) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The data as it is now; who has it keeps it.
    pub(super) fn shared(&self) -> Arc<Catalog> {
        self.shared.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn source(&self) -> Arc<Source> {
        self.source.clone()
    }

    pub(super) fn view(&self) -> DrawFn {
        self.view
    }

    pub(super) fn admission(&self) -> &Admission {
        &self.admission
    }

    pub(super) fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// Whether the holder of a key may enter.
    pub(super) fn knows(&self, key: &PublicKey) -> bool {
        self.guests().is_none_or(|guests| guests.has(key.key_data()))
    }

    /// Whether nobody has to show a key.
    pub(super) fn is_open(&self) -> bool {
        self.guests().is_none()
    }

    pub(super) fn guest_count(&self) -> Option<usize> {
        self.guests().map(|guests| guests.len())
    }

    fn guests(&self) -> Option<Arc<AllowedKeys>> {
        self.guests.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Counts and logs that someone was not let in.
    pub(super) fn refuse(&self, address: Option<IpAddr>, refusal: Rejection) {
        self.metrics.refuse(refusal);
        let address = address.map(tracing::field::display);
        warn!(address, reason = refusal.name(), "refused");
    }

    /// Reads data and guests anew. Visits go on with the data that they began with; what cannot be read
    /// leaves what was there.
    pub(super) async fn reload(&self) {
        let source = self.source.clone();
        let read = tokio::task::spawn_blocking(move || {
            let shared = (source.load)()?;
            let _made = shared.index();
            Ok::<_, String>(Arc::new(shared))
        });
        match read.await {
            Ok(Ok(shared)) => {
                info!(indicators = shared.collection.len(), "data reloaded");
                *self.shared.write().unwrap_or_else(PoisonError::into_inner) = shared;
            }
            Ok(Err(complaint)) => error!(complaint, "the old data stays"),
            Err(_) => error!("reading the data failed; the old data stays"),
        }
        let Some(path) = self.settings.guests.clone() else { return };
        match tokio::task::spawn_blocking(move || AllowedKeys::open(&path)).await {
            Ok(Ok(guests)) => {
                info!(keys = guests.len(), "authorized keys reloaded");
                *self.guests.write().unwrap_or_else(PoisonError::into_inner) = Some(guests.into());
                self.keys_read.send_modify(|times| *times += 1);
            }
            Ok(Err(complaint)) => error!(complaint, "the old authorized keys stay"),
            Err(_) => error!("reading the authorized keys failed; the old ones stay"),
        }
    }

    /// Changes when the authorized keys were read again.
    pub(super) fn keys_read(&self) -> watch::Receiver<u64> {
        self.keys_read.subscribe()
    }

    /// Tells everyone inside that the house closes.
    pub(super) fn close(&self) {
        self.closing.send_replace(true);
    }

    /// Turns true when the house closes.
    pub(super) fn closing(&self) -> watch::Receiver<bool> {
        self.closing.subscribe()
    }
}
