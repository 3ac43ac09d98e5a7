"""GET /processings/screenings"""


def ids(page):
    return [row["screeningId"] for row in page["results"]]


def test_screenings_of_a_collection_and_of_its_group(ask):
    assert ids(ask("/screenings?dataCollectionId=9201")) == [9802, 9801]
    assert ids(ask("/screenings?dataCollectionId=9202")) == [9802]
    assert ids(ask("/screenings?dataCollectionId=9211")) == []
    assert ids(ask("/screenings?dataCollectionId=9211", login="admin")) == [9812, 9811]


def test_the_tree_from_output_to_sub_wedge(ask):
    failed, good = ask("/screenings?dataCollectionId=9201")["results"][1]["ScreeningOutput"]
    assert (failed["strategySuccess"], failed["ScreeningOutputLattice"], failed["ScreeningStrategy"]) == (0, [], [])
    assert [lattice["spaceGroup"] for lattice in good["ScreeningOutputLattice"]] == ["P212121"]
    (strategy,) = good["ScreeningStrategy"]
    assert strategy["anomalous"] is True
    assert [wedge["wedgeNumber"] for wedge in strategy["ScreeningStrategyWedge"]] == [1, 2]
    (part,) = strategy["ScreeningStrategyWedge"][0]["ScreeningStrategySubWedge"]
    assert part["RESOLUTION"] == 1.8
    assert strategy["ScreeningStrategyWedge"][1]["ScreeningStrategySubWedge"] == []


def test_one_without_an_output_is_listed(ask):
    assert ask("/screenings?dataCollectionId=9202")["results"][0]["ScreeningOutput"] == []


def test_skip_and_limit_are_honoured(ask):
    whole = ask("/screenings?limit=500", login="admin")
    assert len(whole["results"]) == whole["total"] > 10
    page = ask("/screenings?limit=3&skip=2", login="admin")
    assert (page["results"], page["total"]) == (whole["results"][2:5], whole["total"])


def test_three_statements_whatever_the_rows(site):
    for login in ("admin", "member"):
        for limit in (1, 500):
            with site.statements() as counted:
                assert site.get(f"/processings/screenings?limit={limit}", login=login).status_code == 200
            assert counted.number <= 3
