//! Everything in SSH that is not offered here, tried with OpenSSH's client.

use std::process::{Child, Command, Stdio};
use std::time::Instant;

use crate::server::{PATIENCE, Server, have_client};
use crate::session::Session;

/// Asserts that each rejection was logged once.
fn assert_logged(server: &Server, reason: &str, times: usize) {
    let line = format!("refused address=127.0.0.1 reason=\"{reason}\"");
    server.logs_times(&line, times);
    assert_eq!(server.log().matches(&line).count(), times, "{}", server.log());
}

#[test]
fn rejects_other_commands_and_files() {
    if !have_client() {
        return;
    }
    let server = Server::start(&["--lang", "en"]);
    for command in [
        "ls",
        "sh -c id",
        "'list; id'",
        "'list && id'",
        "'$(id)'",
        "/bin/sh",
        "check x.json",
        "serve",
        "'chitieu serve'",
        "list /etc/passwd",
        "list host_key",
        "search --data /etc/passwd x",
        "search --queries /etc/passwd",
        "search --queries -",
        "show --data /etc/passwd papi",
        "list --raw",
        "'list \"open'",
    ] {
        let (status, out, err) = server.run_command(command);
        assert_eq!((status, out.as_str()), (2, ""), "{command}: {err}");
        assert!(err.starts_with("chitieu: ") && err.lines().count() == 1, "{command}: {err}");
        assert!(!err.contains("uid="), "{command}: {err}");
    }
    assert_logged(&server, "command", 17);
    // A command that is offered and wrong is not rejected.
    assert_eq!(server.run_command("show nothing-like-this").0, 2);
    assert_logged(&server, "command", 17);
}

#[test]
fn rejects_subsystems_sftp_and_scp() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    for line in [
        server.client("-s").replace(" 127.0.0.1", " 127.0.0.1 sftp"),
        server.client_command("sftp", ""),
        format!("{}:x {}", server.client_command("scp", ""), server.path("stolen")),
        format!("{}:x {}", server.client_command("scp -O", ""), server.path("stolen")),
    ] {
        let output = server.shell(&line);
        assert!(!output.status.success(), "{line}");
        assert!(output.stdout.is_empty(), "{line}");
    }
    assert!(!server.folder.path().join("stolen").exists());
    // The old scp sends a command.
    assert_logged(&server, "subsystem", 3);
    assert_logged(&server, "command", 1);
}

#[test]
fn rejects_every_kind_of_forwarding() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let port = server.address.port();
    for (options, said) in [
        // To the server's own port, which would answer.
        (format!("-W 127.0.0.1:{port}"), "administratively prohibited"),
        ("-w any".to_owned(), ""),
        ("-N -o ExitOnForwardFailure=yes -R 0:127.0.0.1:1".to_owned(), "forwarding failed"),
        (
            format!("-N -o ExitOnForwardFailure=yes -R {}:127.0.0.1:1", server.path("socket")),
            "forwarding failed",
        ),
    ] {
        let line = server.client(&options).replace("LogLevel=ERROR", "LogLevel=INFO");
        let output = server.shell(&format!("timeout 20 {line}"));
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(![Some(0), Some(124)].contains(&output.status.code()), "{options}: {err}");
        assert!(err.contains(said), "{options}: {err}");
        assert!(output.stdout.is_empty(), "{options}");
    }
    assert!(!server.folder.path().join("socket").exists());
    // The library rejects a tunnel (-w) by itself.
    assert_logged(&server, "forwarding", 3);
}

/// An SSH agent for this test.
struct Agent(Child);

impl Agent {
    fn start(server: &Server) -> Self {
        let agent = Command::new("ssh-agent")
            .args(["-D", "-a", &server.path("agent")])
            .stdout(Stdio::null())
            .spawn();
        let end = Instant::now() + PATIENCE;
        while !server.folder.path().join("agent").exists() {
            assert!(Instant::now() < end, "the agent does not listen");
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        Self(agent.unwrap())
    }
}

impl Drop for Agent {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn rejects_agents_and_x11() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let _agent = Agent::start(&server);
    // All are requested together with an explorer, which runs without them. The display is a trusted one,
    // which needs no xauth.
    let options = format!("-A -o IdentityAgent={} -Y -o SetEnv=LANG=C.UTF-8", server.path("agent"));
    let line = format!("exec env DISPLAY=127.0.0.1:99 {}", server.client(&options));
    let mut session = Session::shell(&line, 80, 24);
    session.expect("GRDP").send("q");
    assert_eq!(session.wait(), 0);
    for reason in ["agent", "x11"] {
        assert_logged(&server, reason, 1);
    }
}

#[test]
fn rejects_variables_other_than_the_locale() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    // The first SetEnv of a client is used, with all its variables.
    let options = "-o 'SetEnv=LD_PRELOAD=/evil PATH=/evil LC_TIME=C LANG=C.UTF-8'";
    let output = server.shell(&format!("{} show papi", server.client(options)));
    assert!(output.status.success());
    assert_logged(&server, "variable", 2);
}

/// Some clients are configured to send their whole environment.
#[test]
fn ignores_a_whole_environment() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let variables: String = (0..100).map(|at| format!("ZZ_{at}=x ")).collect();
    let client = server.client("").replace("SendEnv=none", "SendEnv=ZZ_*");
    let output = server.shell(&format!("{variables} {client} show papi"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
