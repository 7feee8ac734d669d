//! Everything that SSH knows and is not offered here, tried with OpenSSH's client.

use crate::server::{Server, have_client};

#[test]
fn no_other_command_and_no_files() {
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
        let (status, out, err) = server.ask(command);
        assert_eq!((status, out.as_str()), (2, ""), "{command}: {err}");
        assert!(err.starts_with("chitieu: ") && err.lines().count() == 1, "{command}: {err}");
        assert!(!err.contains("uid="), "{command}: {err}");
    }
}

#[test]
fn no_subsystem_no_sftp_no_scp() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    for line in [
        server.client("-s").replace(" 127.0.0.1", " 127.0.0.1 sftp"),
        server.client_of("sftp", ""),
        format!("{}:x {}", server.client_of("scp", ""), server.path("stolen")),
        format!("{}:x {}", server.client_of("scp -O", ""), server.path("stolen")),
    ] {
        let output = server.shell(&line);
        assert!(!output.status.success(), "{line}");
        assert!(output.stdout.is_empty(), "{line}");
    }
    assert!(!server.folder.path().join("stolen").exists());
    server.logs("refused address=127.0.0.1 reason=\"request\"");
}

#[test]
fn no_forwarding_of_any_kind() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let port = server.address.port();
    for (options, said) in [
        // To the server's own port: it would answer if anything did.
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
}

#[test]
fn an_agent_and_a_display_are_not_taken() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    // Both are asked for beside a visit, which goes on without them.
    let mut visit = server
        .visit("-A -o IdentityAgent=/nonexistent -X -o SetEnv=PATH=/evil -o SetEnv=LANG=C.UTF-8");
    visit.expect("GRDP").send("q");
    assert_eq!(visit.wait(), 0);
}
