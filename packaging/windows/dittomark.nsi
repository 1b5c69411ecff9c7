; The Windows setup: for one user without an administrator, or for everybody of the computer; no network.
;   makensis -DVERSION=0.1.0 -DSOURCE=<program folder> -DOUT=<setup.exe> -DSIZE=<KiB>
;     -DTARGET=<x86-unicode|amd64-unicode> -DICONS=<pictures> -DLANGUAGES=<languages.nsh>
;     -DREMOVE=<remove.nsh> -DLICENCE=<text> dittomark.nsi
; TARGET is the kind of the setup itself; it installs a 64-bit program whichever it is.
; With -DWRITE_UNINSTALLER=<path> the setup only writes its uninstaller there and ends, so that it can
; be signed; -DUNINSTALLER=<path> packs that one.
;
; Options: /S silent; /ALLUSERS for everybody (needs an administrator's rights; the folder is
; Program Files); /DESKTOP with an icon on the desktop; /D=C:\folder as the last one: another folder.
; A folder that holds other things gets a folder Dittomark inside. uninstall.exe /S removes silently.
; Exit codes: 0 done, 2 stopped, 3 too old or not 64-bit Windows, 4 the program is running, 5 no
; rights to install for everybody, 6 the older version could not be removed.
Unicode true
Target ${TARGET}
SetCompressor /SOLID /FINAL lzma
SetCompressorDictSize 64
ManifestDPIAware true
; Who wants it for everybody starts it with an administrator's rights.
RequestExecutionLevel user

!include MUI2.nsh
!include x64.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include LogicLib.nsh

Var AllUsers
Var UsualFolder ; where it goes when nobody names a folder

Name "$(NAME)"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Dittomark"
BrandingText "$(NAME) ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Dittomark"
VIAddVersionKey FileDescription "Dittomark setup"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey CompanyName "The Dittomark contributors"
VIAddVersionKey LegalCopyright "MIT licence"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Dittomark"
!define SETUP_KEY "Software\Dittomark\Setup"
!define CLASSES "Software\Classes"
!define PROGID "Dittomark.Project"

!define MUI_ICON "${ICONS}\dittomark.ico"
!define MUI_UNICON "${ICONS}\dittomark.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${ICONS}\setup-side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${ICONS}\setup-side.bmp"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${ICONS}\setup-head.bmp"
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_FINISHPAGE_RUN "$INSTDIR\Dittomark.exe"
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${SETUP_KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
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

; Puts the program where an option or an older version says; never into a folder that holds other things.
Function ChooseFolder
  ${If} $INSTDIR == $UsualFolder
    ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "InstallLocation"
    ${If} $0 != ""
    ${AndIf} ${FileExists} "$0\uninstall.exe"
      StrCpy $INSTDIR $0
      Return
    ${ElseIf} $AllUsers == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\Dittomark"
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\Dittomark.exe"
  ${AndIf} ${FileExists} "$INSTDIR\uninstall.exe"
    Return ; the program's own folder
  ${EndIf}
  FindFirst $1 $2 "$INSTDIR\*"
  ${DoWhile} $2 != ""
    ${If} $2 != "."
    ${AndIf} $2 != ".."
      StrCpy $INSTDIR "$INSTDIR\Dittomark"
      ${ExitDo}
    ${EndIf}
    FindNext $1 $2
  ${Loop}
  FindClose $1
FunctionEnd

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  SetRegView 64
  ; For everybody, this name would mean another folder: so it is asked before.
  SetShellVarContext current
  StrCpy $UsualFolder "$LOCALAPPDATA\Programs\Dittomark"
!ifdef WRITE_UNINSTALLER
  SetSilent silent
  WriteUninstaller "${WRITE_UNINSTALLER}"
  SetErrorLevel 0
  Quit
!endif
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/ALLUSERS" $1
  ${IfNot} ${Errors}
    ; Only an administrator may write there; the key goes away again when it is empty.
    ClearErrors
    WriteRegStr HKLM "${SETUP_KEY}" "Rights" "1"
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONSTOP "$(NO_RIGHTS)" /SD IDOK
      SetErrorLevel 5
      Quit
    ${EndIf}
    DeleteRegValue HKLM "${SETUP_KEY}" "Rights"
    StrCpy $AllUsers 1
    SetShellVarContext all
  ${Else}
    StrCpy $AllUsers 0
    SetShellVarContext current
  ${EndIf}
  !insertmacro MUI_LANGDLL_DISPLAY
  Call ChooseFolder
  Call RefuseWhileRunning
FunctionEnd

Function un.onInit
  SetRegView 64
  ; For whom it was installed stands where the system lists it.
  ReadRegStr $0 HKLM "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 == $INSTDIR
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
  !insertmacro MUI_UNGETLANGUAGE
  Call un.RefuseWhileRunning
FunctionEnd

Section "$(PROGRAM)" SEC_PROGRAM
  SectionIn RO
  ; The older version removes what it brought, by its own list, and leaves the rest.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ClearErrors
    ExecWait '"$INSTDIR\uninstall.exe" /S /UPGRADE _?=$INSTDIR' $0
    ${If} ${Errors}
    ${OrIf} $0 <> 0
      SetErrorLevel 6
      Abort
    ${EndIf}
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}\*.*"
!ifdef UNINSTALLER
  File "/oname=uninstall.exe" "${UNINSTALLER}"
!else
  WriteUninstaller "$INSTDIR\uninstall.exe"
!endif

  CreateShortcut "$SMPROGRAMS\Dittomark.lnk" "$INSTDIR\Dittomark.exe"

  WriteRegStr SHCTX "${CLASSES}\.ditto" "" "${PROGID}"
  WriteRegStr SHCTX "${CLASSES}\.ditto\OpenWithProgids" "${PROGID}" ""
  WriteRegStr SHCTX "${CLASSES}\${PROGID}" "" "$(PROJECT_TYPE)"
  WriteRegStr SHCTX "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\ditto-file.ico"
  WriteRegStr SHCTX "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\Dittomark.exe" "%1"'

  ; The language of the setup is that in which the program begins, where a person chose it.
  ${IfNot} ${Silent}
    WriteRegStr HKCU "${SETUP_KEY}" "Interface" "$(LANGUAGE_CODE)"
  ${EndIf}

  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "Dittomark"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\Dittomark.exe"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "The Dittomark contributors"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

Section /o "$(DESKTOP)" SEC_DESKTOP
  CreateShortcut "$DESKTOP\Dittomark.lnk" "$INSTDIR\Dittomark.exe"
SectionEnd

; Silently, the icon on the desktop comes with an option.
Section "-silent desktop icon"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DESKTOP" $1
  ${IfNot} ${Errors}
    CreateShortcut "$DESKTOP\Dittomark.lnk" "$INSTDIR\Dittomark.exe"
  ${EndIf}
SectionEnd

Section "Uninstall"
  ; What the setup brought, file by file, and the folders that are empty then: made from the program
  ; folder by packaging/windows/file_list.py. What somebody else laid there stays.
  SetOutPath "$TEMP"
  !include "${REMOVE}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  ${IfNot} ${Errors}
    Return ; the newer version writes the rest again
  ${EndIf}
  Delete "$SMPROGRAMS\Dittomark.lnk"
  Delete "$DESKTOP\Dittomark.lnk"
  DeleteRegKey SHCTX "${CLASSES}\${PROGID}"
  DeleteRegValue SHCTX "${CLASSES}\.ditto\OpenWithProgids" "${PROGID}"
  ReadRegStr $0 SHCTX "${CLASSES}\.ditto" ""
  ${If} $0 == "${PROGID}"
    DeleteRegKey SHCTX "${CLASSES}\.ditto"
  ${EndIf}
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "${SETUP_KEY}"
  DeleteRegKey /ifempty SHCTX "Software\Dittomark"
  DeleteRegKey HKCU "${SETUP_KEY}"
  DeleteRegKey /ifempty HKCU "Software\Dittomark"
  ; Settings and backups stay unless the user says otherwise; silently they always stay. Whoever else
  ; uses this computer keeps theirs.
  SetShellVarContext current
  ${If} ${FileExists} "$APPDATA\Dittomark\*.*"
  ${OrIf} ${FileExists} "$LOCALAPPDATA\Dittomark\*.*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(KEEP_DATA)" /SD IDNO IDNO keep
    RMDir /r "$APPDATA\Dittomark"
    RMDir /r "$LOCALAPPDATA\Dittomark"
    keep:
  ${EndIf}
  ${RefreshShellIcons}
SectionEnd
