#!/usr/bin/env bash
# supervise.sh SIGNAL COMMAND...: runs COMMAND and stops it with SIGNAL as soon as standard input closes.
# The launcher holds the other end of that pipe, so a part never outlives its launcher, not even after kill -9.
# Job control gives the command a process group of its own: Ctrl-C reaches the launcher alone, which then
# stops the parts in their order.
set -m
signal="$1"
shift
exec 3<&0
trap ':' INT HUP
"$@" < /dev/null 3<&- &
child=$!
trap 'kill -s "$signal" "$child" 2> /dev/null' TERM
(
  trap - TERM
  read -r _ <&3
  kill -s "$signal" "$child" 2> /dev/null
) &
reader=$!
exec 3<&- < /dev/null
status=0
while :; do
  wait "$child"
  status=$?
  kill -0 "$child" 2> /dev/null || break
done
disown "$reader"
kill -s KILL -- "-$reader" 2> /dev/null
exit "$status"
