"""What core says is English with a template, wherever it goes."""

import copy
import errno
import json
import os
import pickle
import ssl
import sys
from pathlib import Path
from types import ModuleType

import pytest
from tests.helpers.scripts import script

from dittomark.errors import ProjectFileError, UserError, writing
from dittomark.messages import Message, json_reason, system_reason
from dittomark.progress import Report
from dittomark.system.subprocess_call import call_in_subprocess

TEMPLATE = "{path} can't be written: {reason}. Choose another place."


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The script that collects the sentences."""
    return script("packaging/setup/core_texts.py")


def test_an_error_is_its_english_sentence_and_knows_what_it_was_made_of() -> None:
    error = UserError("{path} has more than {most:,} lines.", path=Path("a.csv"), most=12_000)
    assert str(error) == "a.csv has more than 12,000 lines."
    assert error.message.template == "{path} has more than {most:,} lines."
    assert error.message.fields == {"path": "a.csv", "most": 12_000}


def test_braces_of_a_sentence_without_fields_stay() -> None:
    assert str(UserError("This is {not} a template.")) == "This is {not} a template."


def test_a_sentence_that_is_there_is_taken_as_it_is() -> None:
    sentence = Message("{path} is open for reading only.", path="a.ditto")
    assert UserError(sentence).message is sentence


def test_a_cause_stays_a_sentence_inside_of_another() -> None:
    cause = Message("byte {position}", position=3)
    assert UserError("{path}: {reason}", path="a", reason=cause).message.fields["reason"] is cause


def _say_no(path: str, report: Report) -> None:
    report(0, 1)
    with writing(path):
        raise OSError(errno.ENOSPC, "full")


def _same(one: UserError, other: UserError) -> bool:
    reasons = [error.message.fields["reason"] for error in (one, other)]
    assert all(isinstance(reason, Message) for reason in reasons)
    return (str(one), one.message.template, one.message.fields) == (
        str(other),
        other.message.template,
        other.message.fields,
    )


def test_errors_come_whole_out_of_pickle_and_copy() -> None:
    reason = Message("No space left on device")
    error = ProjectFileError(TEMPLATE, path="a", reason=reason)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(error, protocol))
        assert type(again) is ProjectFileError
        assert _same(error, again)
    assert _same(error, copy.deepcopy(error))


def test_errors_come_whole_out_of_another_process() -> None:
    with pytest.raises(UserError) as raised:
        call_in_subprocess(_say_no, "a.txt", report=lambda *_: None)
    expected = UserError(TEMPLATE, path="a.txt", reason=Message("No space left on device"))
    assert _same(raised.value, expected)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems word it otherwise")
@pytest.mark.parametrize("code", [errno.EACCES, errno.ENOENT, errno.ENOSPC, errno.EROFS, errno.EIO])
def test_what_the_system_says_is_said_in_its_words(code: int) -> None:
    said = system_reason(OSError(code, os.strerror(code)))
    assert isinstance(said, Message)
    assert said == os.strerror(code)


def test_what_nobody_foresaw_is_said_as_it_came() -> None:
    assert system_reason(OSError(9999, "the moon is full")) == "the moon is full"
    assert system_reason(OSError("no number")) == "no number"
    assert system_reason(ssl.SSLError(1, "no certificate")) == "no certificate"


@pytest.mark.parametrize(
    "text", ["{", "[1,]", '{"a" 1}', '"a', '{"a": 1} x', '"\\q"', '{"a": 1 2}']
)
def test_what_is_wrong_with_json_is_said_as_python_says_it(text: str) -> None:
    with pytest.raises(json.JSONDecodeError) as raised:
        json.loads(text)
    said = json_reason(raised.value)
    assert said == str(raised.value)
    assert isinstance(said, Message)
    assert isinstance(said.fields["problem"], Message)


def test_every_sentence_of_core_can_be_collected(tool: ModuleType) -> None:
    assert tool.mistakes() == []
    assert TEMPLATE in tool.templates()
    assert len(tool.templates()) > 200


@pytest.mark.parametrize(
    "line",
    [
        'raise UserError(f"{path} is empty.")',
        'raise NotFoundError("There is no " + name)',
        'raise UserError("{path} is empty.", file=path)',
        'raise UserError("{path} is empty.".format(path=path))',
        "raise UserError(TEMPLATE, path=path)",
        "raise OwnError(f'{path} is empty.')",
        "why = Message(text)",
    ],
)
def test_a_sentence_that_is_put_together_is_found(
    tool: ModuleType, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "module.py").write_text(
        "class UserError(Exception): ...\nclass NotFoundError(UserError): ...\n"
        f"class OwnError(NotFoundError): ...\n{line}\n"
    )
    for name in ("CORE", "ROOT"):
        monkeypatch.setattr(tool, name, tmp_path)
    assert [mistake.split(": ")[0] for mistake in tool.mistakes()] == ["module.py:4"]
