//! What the program is to the shell that started it: a job that can be stopped and continued, or
//! one that may do nothing but show.

use std::io;

use rustix::process::{
    Resource, Rlimit, Signal, getpgid, getpgrp, getpid, getsid, kill_process, kill_process_group,
    setrlimit,
};

/// Whether there is a shell that would notice that the program stops, and could continue it.
///
/// Such a shell leads the session and gives every job a process group of its own. A program that
/// is run in place of a shell, as by `ssh -t host chitieu`, would stop for ever.
pub(super) fn is_controlled() -> bool {
    getsid(None).and_then(|leader| getpgid(Some(leader))).is_ok_and(|group| group != getpgrp())
}

/// Asks the whole job to stop, of which this program is a part.
pub(super) fn ask_to_stop() -> io::Result<()> {
    Ok(kill_process_group(getpgrp(), Signal::TSTP)?)
}

/// Stops until somebody continues the program.
pub(super) fn stop() -> io::Result<()> {
    Ok(kill_process(getpid(), Signal::STOP)?)
}

/// Gives up, for good, what showing needs no more: to open files and connections, to write files, to
/// start programs, to gain rights.
pub(super) fn confine() -> io::Result<()> {
    // Standard streams are open already; nothing has a number below this to be opened under.
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
