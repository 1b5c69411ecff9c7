"""Warns, once for each script, that this computer has no font for the shown text."""

import platform

from PySide6.QtCore import QObject, QTimer

from dittomark_gui.i18n import translate
from dittomark_gui.look.missing_fonts import Script, missing_scripts
from dittomark_gui.window.window_parts import WindowParts


class FontNotice(QObject):
    """Checks the articles for scripts without a font when they are shown."""

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.frame)
        self._parts = parts
        parts.workspace.shown.connect(lambda: QTimer.singleShot(0, self, self._check))

    def _check(self) -> None:
        settings = self._parts.session.settings
        reported = settings.preferences.scripts_told
        for script in missing_scripts(
            (one.text for one in self._parts.workspace.articles), reported
        ):
            self._parts.session.messages.warn(_words(script))
            settings.update(scripts_told=(*settings.preferences.scripts_told, script.name))


def _words(script: Script) -> str:
    name = translate("Scripts", script.name)
    if platform.system() == "Linux":
        return translate(
            "FontNotice",
            "No font of this computer has the letters of {script}: they show as boxes. The font {font} "
            "has them (Debian and Ubuntu: the package {package}).",
        ).format(script=name, font=script.font, package=script.package)
    return translate(
        "FontNotice",
        "No font of this computer has the letters of {script}: they show as boxes. The font {font} "
        "has them.",
    ).format(script=name, font=script.font)
