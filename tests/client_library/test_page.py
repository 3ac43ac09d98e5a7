"""The page about the client says what is: its examples are tried."""

import doctest
import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "client.rst"


def test_examples_do_as_the_page_says(server, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = PAGE.read_text(encoding="utf-8").replace("http://localhost:8000", server.url)
    examples = "\n".join(re.findall(r"^\.\. code-block:: pycon\n((?:\n| {3}.*\n)+)", text, re.M))
    test = doctest.DocTestParser().get_doctest(examples, {}, PAGE.name, str(PAGE), 0)
    assert test.examples
    told = []
    doctest.DocTestRunner().run(test, out=told.append)
    assert told == []
