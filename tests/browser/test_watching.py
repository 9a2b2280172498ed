"""The watch over the pages of these tests: what it lets pass and what it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

HEAD = "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>A page</title><main><h1>A page</h1>"


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("<p>Quiet.</p>", None),
        ("<script>console.error('no')</script>", "console error: no"),
        ("<script>undefined.x</script>", "exception: "),
        ("<img alt='' src='http://127.0.0.1:9/a.png'>", "request outside: http://127.0.0.1:9/a.png"),
        ("<img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>", None),
    ],
)
def test_a_page_that_misbehaves_fails_its_test(
    pytester: pytest.Pytester, browser: object, body: str, complaint: str | None
) -> None:
    _same_fixtures(pytester)
    (pytester.path / "page.html").write_text(HEAD + body, encoding="utf-8")
    pytester.makepyfile(
        "from pathlib import Path\ndef test_page(open_page): open_page(Path('page.html').resolve())"
    )
    outcome = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    if complaint is None:
        outcome.assert_outcomes(passed=1)
    else:
        outcome.assert_outcomes(passed=1, errors=1)
        outcome.stdout.fnmatch_lines([f"*{complaint}*"])


@pytest.mark.parametrize(("needed", "outcome"), [("", "skipped"), ("1", "failed")])
def test_without_a_browser_the_tests_say_what_is_missing(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, needed: str, outcome: str
) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("QUOTES_NEED_BROWSER", needed)
    monkeypatch.setenv("PATH", str(pytester.path))
    _same_fixtures(pytester)
    pytester.makepyfile("def test_page(browser): pass")
    ran = pytester.runpytest_subprocess("-rs")
    ran.assert_outcomes(**{"skipped": 1} if outcome == "skipped" else {"errors": 1})
    ran.stdout.fnmatch_lines(["*no Chromium: apt install chromium*"])


@pytest.mark.parametrize(
    ("body", "rules"), [("<button>Go</button>", []), ("<button></button>", ["button-name"])]
)
def test_axe_finds_what_is_wrong(tmp_path: Path, open_page, accessibility, body, rules) -> None:
    (tmp_path / "page.html").write_text(f"{HEAD}{body}</main>", encoding="utf-8")
    assert [problem.split()[0] for problem in accessibility(open_page(tmp_path / "page.html"))] == rules


def _same_fixtures(pytester: pytest.Pytester) -> None:
    for name in ("conftest.py", "chromium.py"):
        text = (Path(__file__).parent / name).read_text(encoding="utf-8")
        (pytester.path / name).write_text(text, encoding="utf-8")
