/* Starts the program: loads the Python beside it and hands over the command line.
 * Built twice: with -DWINDOWED as Dittomark.exe (no console), without as dittomark-cli.exe. */
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

typedef int (*py_main)(int, wchar_t **);

#define WIDE2(x) L##x
#define WIDE(x) WIDE2(x)

/* The same start as in PyInstaller's folder. */
static const wchar_t *START =
    L"import runpy, sys; sys.frozen = True\n"
    L"runpy.run_module('entry', run_name='__main__')";

static int start(int argc, wchar_t **argv)
{
    wchar_t path[32768];
    DWORD length = GetModuleFileNameW(NULL, path, 32768);
    wchar_t *name = length ? wcsrchr(path, L'\\') : NULL;
    if (!name) return 1;
    wcscpy(name + 1, L"lib\\" WIDE(PYTHON_DLL));
    HMODULE python = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    py_main run = python ? (py_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!run) {
        MessageBoxW(NULL, L"A part of Dittomark is missing. Install it again.", L"Dittomark", MB_ICONERROR);
        return 1;
    }
    wchar_t **arguments = calloc(argc + 5, sizeof *arguments);
    int count = 0;
    arguments[count++] = argv[0];
    arguments[count++] = L"-I";
    arguments[count++] = L"-OO"; /* the byte code has no docstrings, and numpy has to know */
    arguments[count++] = L"-c";
    arguments[count++] = (wchar_t *)START;
    for (int i = 1; i < argc; i++) arguments[count++] = argv[i];
    return run(count, arguments);
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, wchar_t *line, int show)
{
    return start(__argc, __wargv);
}
#else
int wmain(int argc, wchar_t **argv) { return start(argc, argv); }
#endif
