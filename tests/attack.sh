#!/usr/bin/env bash
# Attacks for so many minutes, 30 unless another number is given: damaged files against every reader, hostile text
# against every conversion, other ones in each round, and guests that mean harm against the server, many of each
# kind at once. It stops at the first round in which something breaks, and says how many went well.
#
# On loopback and on this machine's files only; it needs what `cargo test` needs.
set -euo pipefail
cd "$(dirname "$0")/.."

minutes=${1:-30}
cargo test --locked --release --no-run \
    --test hostile_files --test convert --test random --test serve
end=$((SECONDS + minutes * 60))
rounds=0
while ((SECONDS < end)); do
    PROPTEST_CASES=${PROPTEST_CASES:-1000} cargo test --locked --release --quiet \
        --test hostile_files --test convert --test random
    cargo test --locked --release --quiet --test serve -- hostile:: floods:: limits::
    rounds=$((rounds + 1))
    echo "round $rounds went well, $(((end - SECONDS + 59) / 60)) minutes are left"
done
echo "$rounds rounds in $minutes minutes: nothing broke"
