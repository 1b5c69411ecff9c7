#!/bin/sh
# Print a folder of this computer's memory that holds the tests' temporary files; nothing where there is none.
folder=/dev/shm
[ -d "$folder" ] && [ -w "$folder" ] || exit 0
! grep -q " $folder [^ ]* [^ ]*\bnoexec\b" /proc/mounts 2>/dev/null || exit 0
free=$(df -Pk "$folder" | awk 'NR == 2 { print $4 }')
[ "${free:-0}" -lt 6000000 ] || echo "$folder" # three times what one run leaves
