#!/bin/bash
# Run a command on an X server of its own, whose number is free for certain; returns its exit code.
# Usage: with-display.sh COMMAND …
set -euo pipefail
number=$(mktemp)
# A number of its own: a server that ends takes the socket of the next one with the same number along.
Xvfb ":$((20000 + $$ % 20000))" -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$number" >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; wait $server 2>/dev/null || true; rm -f "$number"' EXIT
for _ in $(seq 100); do [ -s "$number" ] && break || sleep 0.1; done
code=0
DISPLAY=:$(cat "$number") "$@" || code=$?
exit $code
