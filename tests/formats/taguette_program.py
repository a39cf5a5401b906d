"""Has Taguette's own code make a project: ``python taguette_program.py FILE``.

The page is converted, the tables are made and each highlight's words are cut out by Taguette;
what it cuts is printed as JSON: tags and words of each highlight. Runs wherever Taguette can be
imported; nothing of this project is.
"""

import asyncio
import json
import sys
from collections.abc import Iterator

from bs4 import BeautifulSoup  # type: ignore[import-not-found, unused-ignore]
from taguette import convert, database, extract  # type: ignore[import-not-found, unused-ignore]

PAGE = """<html><head><meta charset="utf-8"><title>x</title><style>p {}</style></head><body>
<h1>发布会 😀</h1><p>共有<b>2.3万</b>人 &amp; 𠮷林<i>参加</i>。👩‍👩‍👧</p>
<p>Then the caf&eacute; &lt;opened&gt;.</p>
<ul><li>谢谢 é̂</li><li>大家<br>再见 😀😀</li></ul><blockquote>The end: 🏳️‍🌈 1,257 例</blockquote>
</body></html>"""


def main(path: str) -> None:
    """Make a project with a document, two tags and many highlights."""
    config = {"CONVERT_TO_HTML_TIMEOUT": 60}
    page = asyncio.run(convert.to_html(PAGE.encode(), "text/html", "talk.html", config))
    session = database.connect(f"sqlite:///{path}")()
    user = database.User(login="eva")
    project = database.Project(name="Study", description="")
    document = database.Document(
        name="talk",
        description="",
        filename="talk.html",
        project=project,
        text_direction=database.TextDirection.LEFT_TO_RIGHT,
        contents=page,
    )
    tags = [database.Tag(project=project, path=name, description="") for name in ("odd", "even")]
    session.add_all([user, project, document, *tags])
    told = []
    for at, (start, end) in enumerate(places(page)):
        snippet = extract.extract(page, start, end)
        words = BeautifulSoup(snippet, "html5lib").get_text()
        if words.strip():
            session.add(
                database.Highlight(
                    document=document,
                    start_offset=start,
                    end_offset=end,
                    snippet=snippet,
                    tags=[tags[at % 2]],
                )
            )
            told.append([tags[at % 2].path, words])
    session.commit()
    json.dump(told, sys.stdout)


def places(page: str) -> Iterator[tuple[int, int]]:
    """Yield bytes where the words of a page can be cut, as a browser counts them."""
    words = BeautifulSoup(page, "html5lib").get_text()
    for start in range(0, len(words), 2):
        for length in (1, 2, 7, 30):
            if start + length <= len(words):
                yield len(words[:start].encode()), len(words[: start + length].encode())


if __name__ == "__main__":
    main(sys.argv[1])
