//! Job control: stopping and continuing the program, and confining a restricted one.

use std::io;

use rustix::process::{
    Resource, Rlimit, Signal, getpgid, getpgrp, getpid, getsid, kill_process, kill_process_group,
    setrlimit,
};

/// Whether a shell with job control started the program, so that it can be stopped and continued.
///
/// Such a shell leads the session and gives every job its own process group. A program that runs in place of
/// a shell, as with `ssh -t host chitieu`, could never be continued.
pub(super) fn is_controlled() -> bool {
    getsid(None).and_then(|leader| getpgid(Some(leader))).is_ok_and(|group| group != getpgrp())
}

/// Asks the whole job, which this program belongs to, to stop.
pub(super) fn ask_to_stop() -> io::Result<()> {
    Ok(kill_process_group(getpgrp(), Signal::TSTP)?)
}

/// Stops this process until it is continued.
pub(super) fn stop() -> io::Result<()> {
    Ok(kill_process(getpid(), Signal::STOP)?)
}

/// Irreversibly gives up what a restricted explorer does not need: opening files and connections, writing
/// files, starting programs, gaining privileges.
pub(super) fn confine() -> io::Result<()> {
    // The standard streams keep their descriptors 0 to 2; no further descriptor can be opened.
    let opened = Rlimit { current: Some(3), maximum: Some(3) };
    let nothing = Rlimit { current: Some(0), maximum: Some(0) };
    setrlimit(Resource::Nofile, opened)?;
    for resource in [Resource::Fsize, Resource::Core, Resource::Nproc] {
        setrlimit(resource, nothing)?;
    }
    #[cfg(target_os = "linux")]
    rustix::thread::set_no_new_privs(true)?;
    Ok(())
}
