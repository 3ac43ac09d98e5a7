"""GET /em/statistics and /em/datacollections"""

import statistics

import pytest

MEASURES = {
    "totalMotion": "MotionCorrection",
    "estimatedDefocus": "CTF",
    "estimatedResolution": "CTF",
    "astigmatism": "CTF",
}
EMPTY = {"number": 0, "mean": None, "min": None, "max": None}


def plain(movies):
    """The numbers of movies as the list has them, the plain way."""
    found = {"movies": len(movies)}
    found["motionCorrections"] = sum(movie["MotionCorrection"] is not None for movie in movies)
    found["ctfs"] = sum(movie["CTF"] is not None for movie in movies)
    found["firstMovie"] = min((movie["createdTimeStamp"] for movie in movies), default=None)
    found["lastMovie"] = max((movie["createdTimeStamp"] for movie in movies), default=None)
    for name, part in MEASURES.items():
        values = [movie[part][name] for movie in movies if movie[part] and movie[part][name] is not None]
        extremes = {"min": min(values), "max": max(values), "mean": statistics.fmean(values)} if values else EMPTY
        found[name] = {"number": len(values), **{key: extremes[key] for key in ("mean", "min", "max")}}
    return found


def same(found, expected):
    for name, value in expected.items():
        assert found[name] == (pytest.approx(value) if isinstance(value, dict) else value), name


@pytest.mark.parametrize("session", [9001, 8, 9])
def test_numbers_are_those_of_the_movies(ask, session):
    movies = ask(f"/movies?sessionId={session}&limit=500", "admin")["results"]
    found = ask(f"/statistics?sessionId={session}", "admin")
    same(found["whole"], plain(movies))
    by_hour = {}
    for movie in movies:
        by_hour.setdefault(movie["createdTimeStamp"][:13], []).append(movie)
    assert [row["begin"][:13] for row in found["results"]] == sorted(by_hour)
    for row in found["results"]:
        same(row, plain(by_hour[row["begin"][:13]]))


@pytest.mark.parametrize(
    ("interval", "begins"),
    [
        ("minute", ["2026-03-01T11:05:00", "2026-03-01T12:05:00", "2026-03-01T13:05:00", "2026-03-01T14:05:00"]),
        ("tenMinutes", ["2026-03-01T11:00:00", "2026-03-01T12:00:00", "2026-03-01T13:00:00", "2026-03-01T14:00:00"]),
        ("hour", ["2026-03-01T11:00:00", "2026-03-01T12:00:00", "2026-03-01T13:00:00", "2026-03-01T14:00:00"]),
        ("day", ["2026-03-01T00:00:00"]),
    ],
)
def test_intervals(ask, interval, begins):
    found = ask(f"/statistics?sessionId=9001&interval={interval}")["results"]
    assert [row["begin"] for row in found] == begins


def test_nothing_is_counted_that_one_may_not_see(ask):
    found = ask("/statistics?sessionId=9011")
    assert (found["whole"]["movies"], found["whole"]["totalMotion"], found["results"]) == (0, EMPTY, [])
    assert ask("/statistics?sessionId=9011", "admin")["whole"]["movies"] == 1


def test_collections_have_the_numbers_of_their_movies(ask):
    (found,) = ask("/datacollections?sessionId=9001")["results"]
    assert (found["dataCollectionId"], found["sessionId"]) == (9001, 9001)
    same(found["statistics"], plain(ask("/movies?dataCollectionId=9001")["results"]))
    assert ask("/datacollections?sessionId=9011")["total"] == 0


def test_collections_without_movies_are_left_out(ask):
    page = ask("/datacollections?sessionId=9&limit=2&order_by=dataCollectionId", "admin")
    assert [row["dataCollectionId"] for row in page["results"]] == [312, 313]
    assert page["total"] == 25
    assert ask("/datacollections?sessionId=3", "admin")["total"] == 0
