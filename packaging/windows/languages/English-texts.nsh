; The setup's own texts in English.
LangString NAME ${LANG_ENGLISH} "Dittomark"
LangString PROGRAM ${LANG_ENGLISH} "Dittomark (required)"
LangString DESKTOP ${LANG_ENGLISH} "Desktop icon"
LangString TOO_OLD ${LANG_ENGLISH} "Dittomark needs a 64-bit Windows 10 or newer."
LangString NO_RIGHTS ${LANG_ENGLISH} "Only an administrator can install Dittomark for everybody: start this setup as administrator, or without /ALLUSERS."
LangString RUNNING ${LANG_ENGLISH} "Dittomark is running. Close it, then press Retry."
LangString KEEP_DATA ${LANG_ENGLISH} "Remove the settings and the automatic backups of your projects too?$\r$\n$\r$\nYour projects themselves are never removed."
