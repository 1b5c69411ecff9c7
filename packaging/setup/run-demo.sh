#!/bin/sh
# Open the sample project; without a display, drive the same window through a short session.
# Usage: run-demo.sh BIN FOLDER
set -eu
bin=$1 folder=$2
mkdir -p "$folder"
case "$(uname -s)" in
    Linux) [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && window=yes || window=no ;;
    *) window=yes ;;
esac
if [ "$window" = no ]; then
    echo "No display: driving the window offscreen through a short session."
    # The offscreen platform complains of what only a real screen can do.
    export QT_LOGGING_RULES="default.warning=false;qt.text.font.db=false"
    QT_QPA_PLATFORM=offscreen exec "$bin/python" -m dittomark_gui.demo "$folder"
fi
[ -e "$folder/sample.ditto" ] || "$bin/dittomark" demo "$folder/sample.ditto"
exec "$bin/dittomark" "$folder/sample.ditto"
