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
& $Python packaging/windows/version_file.py build/icons/version.txt
& $Python -m PyInstaller packaging/pyinstaller/dittomark.spec --noconfirm --log-level WARN `
    --distpath build/frozen --workpath build/work
$name = "dittomark-$version-windows-x86_64-setup.exe"
& $Python packaging/licences/collect.py build/frozen/dittomark build/THIRD-PARTY-LICENCES.txt `
    "dist/$name.cdx.json" $name --modules build/work/dittomark/PYZ-00.toc --without-host-libraries
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

# With a certificate in a file, or with one that stays in a cloud (Azure's Artifact Signing, by the
# dlib and the JSON file that describes the account): certificates are no longer sold as files.
function Sign([string]$file) {
    if ($env:SIGNING_DLIB) {
        $signtool = Find-Tool "signtool.exe" "${env:ProgramFiles(x86)}/Windows Kits/10/bin/*/x64/signtool.exe"
        & $signtool sign /v /fd sha256 /tr http://timestamp.acs.microsoft.com /td sha256 `
            /dlib $env:SIGNING_DLIB /dmdf $env:SIGNING_ACCOUNT $file
    } elseif ($env:WINDOWS_CERTIFICATE_FILE) {
        $signtool = Find-Tool "signtool.exe" "${env:ProgramFiles(x86)}/Windows Kits/10/bin/*/x64/signtool.exe"
        & $signtool sign /f $env:WINDOWS_CERTIFICATE_FILE /p $env:WINDOWS_CERTIFICATE_PASSWORD `
            /fd sha256 /tr http://timestamp.digicert.com /td sha256 $file
    }
}
# Every program and library that nobody else has signed.
Get-ChildItem build/frozen/dittomark -Recurse -Include *.exe, *.dll, *.pyd |
    Where-Object { (Get-AuthenticodeSignature $_).Status -eq "NotSigned" } |
    ForEach-Object { Sign $_.FullName }

$setup = "$PWD\dist\$name"
$size = [int]((Get-ChildItem build/frozen/dittomark -Recurse -File | Measure-Object Length -Sum).Sum / 1KB)
& $Python packaging/system_words.py nsis build/setup
& $Python packaging/windows/file_list.py build/frozen/dittomark build/setup/remove.nsh
$define = @("-V2", "-DTARGET=x86-unicode", "-DVERSION=$version", "-DSIZE=$size", "-DICONS=$PWD\build\icons",
    "-DLANGUAGES=$PWD\build\setup\languages.nsh", "-DREMOVE=$PWD\build\setup\remove.nsh",
    "-DLICENCE=$PWD\LICENSE")
# The uninstaller first, by a setup that only writes it: so it can be signed before it is packed.
$uninstaller = "$PWD\build\setup\uninstall.exe"
& $makensis @define "-DSOURCE=$PWD\build\icons" "-DOUT=$PWD\build\setup\writer.exe" `
    "-DWRITE_UNINSTALLER=$uninstaller" packaging/windows/dittomark.nsi
Start-Process "$PWD\build\setup\writer.exe" "/S" -Wait
Sign $uninstaller
& $makensis @define "-DSOURCE=$PWD\build\frozen\dittomark" "-DOUT=$setup" `
    "-DUNINSTALLER=$uninstaller" packaging/windows/dittomark.nsi
Sign $setup
"{0}: {1:N1} MB, installed {2:N0} MB" -f $setup, ((Get-Item $setup).Length / 1e6), ($size / 1000)
