//! Commands without a terminal: list, search and show on the served data, and no others.

use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::server::{Server, have_client};

fn local(arguments: &[&str]) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chitieu"));
    command.args(arguments).env("LC_ALL", "vi_VN.UTF-8").output().unwrap().stdout
}

#[test]
fn output_is_that_of_the_local_program() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    for (command, arguments) in [
        ("list --format json", vec!["list", "--format", "json"]),
        ("list --format csv", vec!["list", "--format", "csv"]),
        ("chitieu list", vec!["list"]),
        ("show papi", vec!["show", "papi"]),
        ("search trồng rừng", vec!["search", "trồng rừng"]),
        ("'search --format id \"trồng rừng\"'", vec!["search", "--format", "id", "trồng rừng"]),
        ("--help", vec![]),
    ] {
        if arguments.is_empty() {
            continue;
        }
        let (status, out, err) = server.run_command(command);
        assert_eq!((status, err.as_str()), (0, ""), "{command}");
        assert_eq!(out.as_bytes(), local(&arguments), "{command}");
    }
    // Without a terminal and without a command, the list is printed, as by `chitieu | cat`.
    assert_eq!(server.run_command("-T").1.as_bytes(), local(&["list"]));
}

#[test]
fn exit_statuses_are_those_of_the_local_program() {
    if !have_client() {
        return;
    }
    let server = Server::start(&["--lang", "en"]);
    let (status, out, err) = server.run_command("search zzqx");
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(err.contains("zzqx"), "{err}");
    let (status, _, err) = server.run_command("show nothing-like-this");
    assert_eq!(status, 2);
    assert!(err.starts_with("chitieu: no indicator has the id"), "{err}");
}

#[test]
fn lines_start_at_column_0_of_a_terminal() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let line = format!("{} -tt search trong rung moi", server.client("-o SetEnv=LANG=C.UTF-8"));
    let mut session = crate::session::Session::shell(&format!("exec {line}"), 80, 24);
    assert_eq!(session.wait(), 0);
    assert!(session.screen().lines().all(|line| !line.starts_with("    ")), "{}", session.screen());
    assert!(session.screen().contains("▲ Trồng rừng mới"));
}

#[test]
fn a_long_output_is_complete() {
    if !have_client() {
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    let indicators: Vec<_> = (0..4000)
        .map(|at| format!(r#"{{ "id": "i{at}", "name": "Chỉ tiêu thứ {at}", "actual": {at} }}"#))
        .collect();
    let dataset = format!(
        r#"{{ "id": "x", "place": "X", "period": "2024", "source": {{ "title": "T" }},
            "sections": [{{ "name": "S", "indicators": [{}] }}] }}"#,
        indicators.join(",")
    );
    std::fs::write(folder.path().join("long.json"), dataset).unwrap();
    let server = Server::start_in(folder, &["long.json"]);
    let (status, out, _) = server.run_command("list --format json");
    assert_eq!(status, 0);
    assert_eq!(out.as_bytes(), local(&["list", "--format", "json", &server.path("long.json")]));
}

/// As in a shell loop over the lines of a file, where the first client reads the rest of the file.
#[test]
fn standard_input_does_not_delay_a_command() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    std::fs::write(server.path("lines"), "hộ nghèo\n".repeat(30_000)).unwrap();
    for _ in 0..3 {
        let line = format!("$ssh search trong rung moi < {}", server.path("lines"));
        let output = server.shell(&line);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(String::from_utf8_lossy(&output.stdout).contains("trong-rung-moi"));
    }
}

/// Large outputs to clients that stop reading: what is not sent is not produced.
#[test]
fn long_outputs_take_little_memory_while_they_wait() {
    if !have_client() {
        return;
    }
    const ROWS: usize = 30_000;
    let folder = tempfile::TempDir::new().unwrap();
    let rows: String = (0..ROWS).map(|at| format!("Số trạm y tế xã {at};trạm;{at}\n")).collect();
    let table = format!("Chỉ tiêu;ĐVT;TH 2024\n{rows}");
    std::fs::write(folder.path().join("long.csv"), table).unwrap();
    let server = Server::start_in(folder, &["long.csv"]);
    let (status, out, err) = server.run_command(&format!("search tram --limit {ROWS} --format id"));
    assert_eq!((status, out.lines().count()), (0, 1000), "{err}");
    assert!(err.contains("1000"), "{err}");
    let before = server.memory();
    let command = ["list", "list --format md", "list --format csv"];
    let readers: Vec<_> = command
        .iter()
        .map(|command| {
            let line = format!("{} {command} | {{ head -c 100; sleep 60; }}", server.client(""));
            let mut shell = Command::new("sh");
            shell.args(["-c", &line]).stdin(std::process::Stdio::null());
            shell.stdout(std::process::Stdio::null()).process_group(0).spawn().unwrap()
        })
        .collect();
    server.logs_times("command started", 1 + readers.len());
    // By now they use as much memory as they ever will.
    std::thread::sleep(std::time::Duration::from_secs(4));
    let used = server.memory().saturating_sub(before);
    for mut reader in readers {
        let group = nix::unistd::Pid::from_raw(reader.id().try_into().unwrap());
        nix::sys::signal::killpg(group, nix::sys::signal::Signal::SIGKILL).unwrap();
        reader.wait().unwrap();
    }
    assert!(used < 10 * 1024, "{used} KiB are used");
}
