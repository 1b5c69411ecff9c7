#!/usr/bin/env python3
"""Asks a language model which event each article reports. Needs no library.

The texts of your articles go to the address that you give here, and nowhere else; Dittomark itself
opens no connection. Any server with an OpenAI-compatible `/chat/completions` will do, such as one on
your own computer.

    dittomark suggester add llm-events --kinds event --patience 900 \\
        --command "python3 events.py --url http://127.0.0.1:8080/v1 --model my-model"
    dittomark suggest work.ditto --with llm-events

A key, where the server wants one, stands in the variable LLM_KEY.
"""

import argparse
import json
import os
import sys
import urllib.error
import urllib.request

ASK = (
    "Which one event does this news article report? Answer with one JSON object and nothing else: "
    '{"title": short and neutral, in the language of the article, "date": ISO 8601 or "", '
    '"place": or "", "participants": [names], "score": how sure you are, 0 to 1}. '
    "If an event of this list is meant, use its title: "
)
MOST_CHARACTERS = 6000


def ask(options, titles, article):
    """Return what the model says of an article, as a dictionary; raises ValueError for no JSON."""
    content = ASK + json.dumps(titles, ensure_ascii=False) + "\n\n"
    content += article["title"] + "\n\n" + article["text"][:MOST_CHARACTERS]
    body = {
        "model": options.model,
        "temperature": 0,
        "messages": [{"role": "user", "content": content}],
    }
    request = urllib.request.Request(
        options.url.rstrip("/") + "/chat/completions",
        json.dumps(body).encode(),
        {"Content-Type": "application/json"},
    )
    if key := os.environ.get("LLM_KEY"):
        request.add_header("Authorization", f"Bearer {key}")
    with urllib.request.urlopen(request, timeout=options.timeout) as response:
        said = json.load(response)["choices"][0]["message"]["content"]
    start, end = said.find("{"), said.rfind("}")
    answer = json.loads(said[start : end + 1])
    if not isinstance(answer, dict) or not isinstance(answer.get("title"), str):
        raise ValueError(f"no event in the answer: {said[:100]!r}")
    return answer


def main():
    """Read articles, write event suggestions; one that fails is named, the rest goes on."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", required=True, help="such as http://127.0.0.1:8080/v1")
    parser.add_argument("--model", required=True)
    parser.add_argument("--timeout", type=float, default=300, help="seconds for one answer")
    options = parser.parse_args()
    print(f"The articles' texts go to {options.url}.", file=sys.stderr, flush=True)
    titles = []
    for line in sys.stdin:
        row = json.loads(line)
        if row["type"] == "project":
            titles = [event["title"] for event in row["events"]]
            continue
        try:
            answer = ask(options, titles, row)
        except (urllib.error.URLError, TimeoutError) as error:
            sys.exit(f"{options.url} does not answer: {error}")
        except (ValueError, KeyError, IndexError, TypeError) as error:
            print(f"{row['external_id'] or row['id']}: {error}", file=sys.stderr, flush=True)
            continue
        suggestion = {"type": "suggestion", "kind": "event", "article_id": row["id"]}
        for name in ("title", "date", "place"):
            suggestion[name] = str(answer.get(name) or "")
        people = answer.get("participants")
        suggestion["participants"] = (
            [str(one) for one in people] if isinstance(people, list) else []
        )
        score = answer.get("score")
        number = isinstance(score, int | float) and not isinstance(score, bool)
        suggestion["score"] = min(1.0, max(0.0, score)) if number else 0.5
        suggestion["version"] = options.model
        print(json.dumps(suggestion), flush=True)


if __name__ == "__main__":
    main()
