#!/usr/bin/env bash
# Attacks for a number of minutes, by default 30: damaged files against every reader and hostile text against every
# conversion, different ones in each round, and malicious clients against the server, many of each kind at once. It
# stops at the first round that fails, and prints how many passed.
#
# It uses only loopback and files of its own, and needs what `cargo test` needs.
set -euo pipefail
cd "$(dirname "$0")/.."

minutes=${1:-30}
cargo test --locked --release --no-run \
    --test datasets --test explorer --test serve
end=$((SECONDS + minutes * 60))
rounds=0
while ((SECONDS < end)); do
    PROPTEST_CASES=${PROPTEST_CASES:-1000} cargo test --locked --release --quiet \
        --test datasets --test explorer -- hostile_files:: convert:: random_walks::
    cargo test --locked --release --quiet --test serve -- hostile:: floods:: limits::
    rounds=$((rounds + 1))
    echo "round $rounds passed, $(((end - SECONDS + 59) / 60)) minutes left"
done
echo "$rounds rounds in $minutes minutes: all passed"
