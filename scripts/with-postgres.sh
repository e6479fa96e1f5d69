#!/usr/bin/env bash
# Runs a command with a PostgreSQL of its own, which is gone with it: LABELWISE_POSTGRES says where it is.
#   scripts/with-postgres.sh npx vitest run test/databases
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || true)" 2>/dev/null || true)
if [ ! -x "$bin/initdb" ]; then
  echo "PostgreSQL is not installed: there is no initdb (Debian: apt-get install postgresql)" >&2
  exit 1
fi

folder=$(mktemp -d)
# PostgreSQL refuses to run as root.
as() { if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "$*"; else bash -c "$*"; fi; }
[ "$(id -u)" != 0 ] || chown postgres "$folder"
port=$(node -e "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })")

stop() {
  as "'$bin/pg_ctl' -D '$folder/data' -m immediate -w stop" >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT

# Text in an order that is not that of bytes, as most databases have it; nothing here is worth waiting for a disk.
as "'$bin/initdb' -D '$folder/data' -U postgres -A trust -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en" >/dev/null 2>"$folder/log" \
  || as "rm -rf '$folder/data' && '$bin/initdb' -D '$folder/data' -U postgres -A trust -E UTF8 --locale=C.UTF-8" >/dev/null
as "'$bin/pg_ctl' -D '$folder/data' -o '-p $port -k $folder -h 127.0.0.1 -c fsync=off -c shared_buffers=256MB' -l '$folder/server.log' -w start" >/dev/null

LABELWISE_POSTGRES="postgres://postgres@127.0.0.1:$port/postgres" "$@"
