; The Windows setup: for one user, no administrator, no network.
;   makensis -DVERSION=0.1.0 -DSOURCE=<program folder> -DOUT=<setup.exe> -DSIZE=<KiB>
;     -DTARGET=<x86-unicode|amd64-unicode> dittomark.nsi
; TARGET is the kind of the setup itself; it installs a 64-bit program whichever it is.
; Silent: setup.exe /S, uninstall.exe /S. Exit codes: 0 done, 2 stopped, 3 too old or not 64-bit
; Windows, 4 the program is running.
Unicode true
Target ${TARGET}
SetCompressor /SOLID /FINAL lzma
SetCompressorDictSize 64
ManifestDPIAware true
RequestExecutionLevel user

!include MUI2.nsh
!include x64.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include LogicLib.nsh

Name "Dittomark"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Dittomark"
BrandingText "Dittomark ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Dittomark"
VIAddVersionKey FileDescription "Dittomark setup"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey CompanyName "The Dittomark contributors"
VIAddVersionKey LegalCopyright "MIT licence"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Dittomark"
!define CLASSES "Software\Classes"
!define PROGID "Dittomark.Project"

!define MUI_ICON "${ICONS}\dittomark.ico"
!define MUI_UNICON "${ICONS}\dittomark.ico"
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_FINISHPAGE_RUN "$INSTDIR\Dittomark.exe"
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\Dittomark\Setup"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; Made from the table of languages by packaging/system_words.py.
!include "${LANGUAGES}"
!insertmacro MUI_RESERVEFILE_LANGDLL

; A program that runs can't be opened for writing: that is how it is found to be running.
!macro REFUSE_WHILE_RUNNING UN
Function ${UN}RefuseWhileRunning
  again:
  ${IfNot} ${FileExists} "$INSTDIR\Dittomark.exe"
    Return
  ${EndIf}
  ClearErrors
  FileOpen $0 "$INSTDIR\Dittomark.exe" a
  ${IfNot} ${Errors}
    FileClose $0
    Return
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 4
  Quit
FunctionEnd
!macroend
!insertmacro REFUSE_WHILE_RUNNING ""
!insertmacro REFUSE_WHILE_RUNNING "un."

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  !insertmacro MUI_LANGDLL_DISPLAY
  ; An upgrade goes where the program is.
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 != ""
    StrCpy $INSTDIR $0
  ${EndIf}
  Call RefuseWhileRunning
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
  Call un.RefuseWhileRunning
FunctionEnd

Section "$(PROGRAM)" SEC_PROGRAM
  SectionIn RO
  ; The program folder holds nothing of the user's: an older version goes as a whole.
  ${If} ${FileExists} "$INSTDIR\Dittomark.exe"
    RMDir /r "$INSTDIR"
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\Dittomark.lnk" "$INSTDIR\Dittomark.exe"

  WriteRegStr HKCU "${CLASSES}\.ditto" "" "${PROGID}"
  WriteRegStr HKCU "${CLASSES}\.ditto\OpenWithProgids" "${PROGID}" ""
  WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "$(PROJECT_TYPE)"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\ditto-file.ico"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\Dittomark.exe" "%1"'

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Dittomark"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\Dittomark.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Dittomark contributors"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

Section /o "$(DESKTOP)" SEC_DESKTOP
  CreateShortcut "$DESKTOP\Dittomark.lnk" "$INSTDIR\Dittomark.exe"
SectionEnd

Section "Uninstall"
  ; Only the folder this setup made: never follow a path that is not ours.
  ${If} ${FileExists} "$INSTDIR\Dittomark.exe"
    RMDir /r "$INSTDIR"
  ${EndIf}
  Delete "$SMPROGRAMS\Dittomark.lnk"
  Delete "$DESKTOP\Dittomark.lnk"
  DeleteRegKey HKCU "${CLASSES}\${PROGID}"
  DeleteRegValue HKCU "${CLASSES}\.ditto\OpenWithProgids" "${PROGID}"
  ReadRegStr $0 HKCU "${CLASSES}\.ditto" ""
  ${If} $0 == "${PROGID}"
    DeleteRegKey HKCU "${CLASSES}\.ditto"
  ${EndIf}
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "Software\Dittomark\Setup"
  DeleteRegKey /ifempty HKCU "Software\Dittomark"
  ; Settings and backups stay unless the user says otherwise; silently they always stay.
  ${If} ${FileExists} "$APPDATA\Dittomark\*.*"
  ${OrIf} ${FileExists} "$LOCALAPPDATA\Dittomark\*.*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(KEEP_DATA)" /SD IDNO IDNO keep
    RMDir /r "$APPDATA\Dittomark"
    RMDir /r "$LOCALAPPDATA\Dittomark"
    keep:
  ${EndIf}
  ${RefreshShellIcons}
SectionEnd
