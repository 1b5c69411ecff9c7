# Prove the setup on a real Windows: install, self-test, file type, upgrade, uninstall.
# Usage: test.ps1 SETUP.EXE
param([Parameter(Mandatory)][string]$Setup)
$ErrorActionPreference = "Stop"
$program = "$env:LOCALAPPDATA\Programs\Dittomark"

function Run([string]$file, [string[]]$arguments, [int]$expected = 0) {
    $process = Start-Process $file $arguments -Wait -PassThru
    if ($process.ExitCode -ne $expected) { throw "$file $arguments ended with $($process.ExitCode)" }
}
function Expect([bool]$condition, [string]$message) { if (-not $condition) { throw $message } }

Run $Setup "/S"
Expect (Test-Path "$program\Dittomark.exe") "the program was not installed"
Expect (Test-Path "$env:APPDATA\Microsoft\Windows\Start Menu\Programs\Dittomark.lnk") "no Start-menu entry"

$result = "$env:TEMP\self-test.txt"
Run "$program\dittomark-cli.exe" @("self-test", "--out", "`"$result`"")
Get-Content $result -Encoding utf8
Expect ((Get-Content $result -First 1).StartsWith("PASSED")) "the self-test failed"
Expect (Select-String -Quiet "found by compiled code, compared by compiled code" $result) "nothing is compiled in it"
Run "$program\Dittomark.exe" @("self-test", "--out", "`"$result`"")

$named = & "$program\dittomark-cli.exe" version
Expect ($Setup -like "*$($named.Split(' ')[1])*") "it says that it is $named"

$project = "$env:TEMP\work $([char]0x09A8).ditto"
Run "$program\dittomark-cli.exe" @("demo", "`"$project`"")
Start-Process $project
Start-Sleep 15
$running = Get-Process Dittomark -ErrorAction SilentlyContinue
Expect ($null -ne $running) "a project does not open by its file type"
Run $Setup "/S" 4
$running | Stop-Process
Start-Sleep 2

$settings = "$env:APPDATA\Dittomark"
New-Item -ItemType Directory -Force $settings | Out-Null
Set-Content "$settings\kept.txt" "kept"
Set-Content "$program\left-over.dll" "old"
Run $Setup "/S"
Expect (-not (Test-Path "$program\left-over.dll")) "the upgrade left a file of the old version"
Expect (Test-Path "$settings\kept.txt") "the upgrade touched the settings"

Run "$program\uninstall.exe" @("/S", "_?=$program")
Expect (-not (Test-Path "$program\Dittomark.exe")) "the program is left"
Expect (-not (Test-Path "HKCU:\Software\Classes\Dittomark.Project")) "the file type is left"
Expect (Test-Path "$settings\kept.txt") "uninstalling silently touched the settings"
Expect (Test-Path $project) "uninstalling touched a project"
"The setup passed."
