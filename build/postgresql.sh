#!/usr/bin/env bash
# A throw-away PostgreSQL server on loopback, for tests and measurements.
# usage: build/postgresql.sh find                               prints the folder of its programs
#        build/postgresql.sh start FOLDER [SETTING=VALUE ...]   prints the connection string
#        build/postgresql.sh restart|kill|stop FOLDER           kill: as if the machine had lost its power; restart goes on after it
set -euo pipefail
usage() { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
[ $# -ge 1 ] || usage
action=$1 folder=${2:-}
shift $(($# > 1 ? 2 : 1))
[ "$action" = find ] || [ -n "$folder" ] || usage

bin=${FLEXPRICE_POSTGRESQL_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)}
bin=${bin:-$(dirname "$(command -v pg_ctl || true)" 2>/dev/null || true)}
if [ ! -x "$bin/pg_ctl" ]; then
  echo 'PostgreSQL was not found: install it (Debian: apt-get install postgresql), or set FLEXPRICE_POSTGRESQL_BIN to the folder of initdb and pg_ctl.' >&2
  exit 3
fi

# PostgreSQL refuses to run as root.
as=()
[ "$(id -u)" -ne 0 ] || as=(runuser -u postgres --)

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
ctl() { (cd / && "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -s -w -t 60 "$@"); }

case "$action" in
  find) echo "$bin" ;;
  start)
    mkdir -p "$folder"
    [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
    port=$(free_port)
    (cd / && "${as[@]}" "$bin/initdb" -D "$folder/data" -U flexprice -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null)
    {
      printf '%s\n' "port = $port" "listen_addresses = '127.0.0.1'" "unix_socket_directories = ''" 'max_connections = 300'
      for setting in "$@"; do printf "%s = '%s'\n" "${setting%%=*}" "${setting#*=}"; done
    } >> "$folder/data/postgresql.conf"
    ctl -l "$folder/log" start >/dev/null
    echo "Host=127.0.0.1;Port=$port;Username=flexprice;Database=postgres"
    ;;
  restart) if ctl status >/dev/null 2>&1; then ctl -m fast stop; fi; ctl -l "$folder/log" start >/dev/null ;;
  kill) ctl -m immediate stop ;;
  stop) ctl -m immediate stop 2>/dev/null || true; rm -rf "$folder" ;;
  *) usage ;;
esac
