# Build the Windows setup on Windows: PyInstaller's folder, packed by NSIS.
# Usage: build.ps1 PYTHON   (an environment with requirements/packaging.txt and this project)
param([Parameter(Mandatory)][string]$Python)
$ErrorActionPreference = "Stop"
$PSNativeCommandUseErrorActionPreference = $true
Set-Location (Join-Path $PSScriptRoot "../..")
$env:SOURCE_DATE_EPOCH = & $Python packaging/release.py epoch
$env:PYTHONHASHSEED = "1"
$env:PYTHONUTF8 = "1"
$version = & $Python packaging/release.py version
New-Item -ItemType Directory -Force build, dist | Out-Null

& $Python packaging/icons/make_icons.py build/icons
& $Python packaging/licences/collect.py requirements/installer.txt build/THIRD-PARTY-LICENCES.txt
& $Python packaging/windows/version_file.py build/icons/version.txt
& $Python -m PyInstaller packaging/pyinstaller/dittomark.spec --noconfirm --log-level WARN `
    --distpath build/frozen --workpath build/work
Copy-Item build/THIRD-PARTY-LICENCES.txt, build/icons/ditto-file.ico build/frozen/dittomark

# Neither tool need be on the path.
function Find-Tool([string]$name, [string]$elsewhere) {
    $found = Get-Command $name -ErrorAction SilentlyContinue
    if ($found) { return $found.Source }
    $found = Get-ChildItem $elsewhere -ErrorAction SilentlyContinue | Sort-Object FullName | Select-Object -Last 1
    if (-not $found) { throw "$name is missing" }
    return $found.FullName
}
$makensis = Find-Tool "makensis.exe" "${env:ProgramFiles(x86)}/NSIS/makensis.exe"

function Sign([string]$file) {
    if ($env:WINDOWS_CERTIFICATE_FILE) {
        $signtool = Find-Tool "signtool.exe" "${env:ProgramFiles(x86)}/Windows Kits/10/bin/*/x64/signtool.exe"
        & $signtool sign /f $env:WINDOWS_CERTIFICATE_FILE /p $env:WINDOWS_CERTIFICATE_PASSWORD `
            /fd sha256 /tr http://timestamp.digicert.com /td sha256 $file
    }
}
Sign build/frozen/dittomark/Dittomark.exe
Sign build/frozen/dittomark/dittomark-cli.exe

$setup = "$PWD\dist\dittomark-$version-windows-x86_64-setup.exe"
$size = [int]((Get-ChildItem build/frozen/dittomark -Recurse -File | Measure-Object Length -Sum).Sum / 1KB)
& $python packaging/system_words.py nsis build/setup
& $makensis -V2 -DTARGET=x86-unicode "-DVERSION=$version" "-DSOURCE=$PWD\build\frozen\dittomark" "-DOUT=$setup" `
    "-DSIZE=$size" "-DICONS=$PWD\build\icons" "-DLANGUAGES=$PWD\build\setup\languages.nsh" `
    packaging/windows/dittomark.nsi
Sign $setup
"{0}: {1:N1} MB, installed {2:N0} MB" -f $setup, ((Get-Item $setup).Length / 1e6), ($size / 1000)
