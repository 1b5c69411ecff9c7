"""`dittomark completion`: shell code for completion, to be added to the shell's start-up file.

bash    eval "$(dittomark completion bash)"
zsh     eval "$(dittomark completion zsh)"
fish    dittomark completion fish | source
"""

import argparse

SHELLS = ("bash", "zsh", "fish", "powershell")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("shell", choices=SHELLS, help="the shell that is to complete")


def run(arguments: argparse.Namespace) -> None:
    """Print the shell's lines."""
    from argcomplete.shell_integration import shellcode

    print(shellcode(["dittomark"], shell=arguments.shell))
