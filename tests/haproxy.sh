#!/usr/bin/env bash
# Two replicas with one host key behind HAProxy, by deploy/haproxy.cfg, on loopback only: sessions reach
# both; one replica is killed, its sessions end, the others continue and new ones are accepted.
#
# It needs haproxy and OpenSSH's client: apt-get install haproxy openssh-client
set -euo pipefail
cd "$(dirname "$0")/.."

for needed in haproxy ssh; do
    if ! command -v "$needed" >/dev/null; then
        echo "skipped: $needed is missing (apt-get install haproxy openssh-client)"
        exit 0
    fi
done

program=${CHITIEU:-target/release/chitieu}
folder=$(mktemp -d)
pids=()
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT
fail() {
    echo "FAILED: $1" >&2
    tail -n 20 "$folder"/*.log >&2
    exit 1
}

# Waits until a command succeeds, at most ten seconds.
until_true() {
    for _ in $(seq 100); do
        if "$@" >/dev/null 2>&1; then return 0; fi
        sleep 0.1
    done
    return 1
}

# Replica NAME LISTEN: starts one and sets $address to where it listens and $started to its process.
replica() {
    "$program" serve --listen "$2" --host-key "$folder/host_key" --proxy-protocol 127.0.0.1 \
        --max-per-address 100 2>"$folder/$1.log" &
    started=$!
    pids+=("$started")
    until_true grep -q 'listening address=' "$folder/$1.log" || fail "replica $1 does not start"
    address=$(sed -n 's/.*listening address=\([^ ]*\).*/\1/p' "$folder/$1.log")
}

replica a 127.0.0.1:0; a=$address a_pid=$started
replica b 127.0.0.1:0; b=$address
[[ $(sed -n 's/.*host_key=\([^ ]*\).*/\1/p' "$folder"/[ab].log | sort -u | wc -l) == 1 ]] ||
    fail "the host keys differ"

# A port that is free now.
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
CHITIEU_FRONT=127.0.0.1:$port CHITIEU_A=$a CHITIEU_B=$b \
    haproxy -f deploy/haproxy.cfg -db >"$folder/haproxy.log" 2>&1 &
pids+=($!)

ssh=(ssh -F none -p "$port" -o StrictHostKeyChecking=no -o "UserKnownHostsFile=$folder/known_hosts"
    -o LogLevel=ERROR -o BatchMode=yes -o IdentityAgent=none -o IdentityFile=none)
ask() { "${ssh[@]}" 127.0.0.1 search --format id trong rung moi | grep -q '^trong-rung-moi$'; }
until_true ask || fail "no replica answers through the balancer"

# Eight sessions that stay open, four on each replica.
sessions=()
for at in $(seq 8); do
    # Each has a terminal of its own and receives no key.
    (sleep 60 | "${ssh[@]}" -tt 127.0.0.1 >"$folder/session$at.out" 2>&1) &
    sessions+=($!)
    until_true grep -q GRDP "$folder/session$at.out" || fail "session $at shows nothing"
done
pids+=("${sessions[@]}")
count() { grep -c ' session started address=' "$folder/$1.log" || true; }
on_a=$(count a) on_b=$(count b)
echo "sessions on a: $on_a, on b: $on_b"
[[ $on_a -gt 0 && $on_b -gt 0 && $((on_a + on_b)) == 8 ]] || fail "the sessions are not distributed"

kill -KILL "$a_pid"
# New sessions reach the remaining one, with the host key that they know.
for _ in $(seq 10); do
    until_true ask || fail "no replica answers after one replica was killed"
done

# The sessions on b continue: none of them has ended.
ended=$(grep -c 'session ended' "$folder/b.log" || true)
[[ $ended == 0 ]] || fail "sessions on b ended: $ended"
echo "one replica killed: its $on_a sessions ended, $on_b continue, 10 of 10 new ones were accepted"

# The killed one is restarted, and gets connections again.
replica again "$a"
asked_again() { ask && grep -q ' command started address=127.0.0.1' "$folder/again.log"; }
until_true asked_again || fail "the restarted replica gets no connections"
echo "passed"
