"""What a properly signed token may say, and what not."""

import json
import time

import pytest

from ispyb_api.auth.backends.oidc_claims import value_at
from ispyb_api.errors import Unauthenticated
from tests.api.auth.keycloak.conftest import backend
from tests.support import oidc

NOW = int(time.time())


@pytest.fixture
def read(provider):
    """``read(exp=None)``: whom the backend sees in a token with other claims than usual."""

    def read(options=None, header=None, **changes):
        return backend(provider, **(options or {})).read(provider.sign(provider.claims(**changes), **(header or {})))

    return read


def test_a_token_tells_who_it_is(read):
    known = read(phone_number="+47 1")
    told = (known.login, known.givenName, known.familyName, known.emailAddress, known.phoneNumber, known.siteId)
    assert told == ("member", "Tobin", "Haverlock", "tobin.haverlock@velhinho.example.org", "+47 1", None)
    assert known.expires > time.time()


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": None}, {"exp": 1}, {"exp": "soon"}, {"exp": [NOW + 99]}, {"exp": True}, {"exp": {}}, {"exp": float("inf")},
        {"exp": float("nan")}, {"exp": -1}, {"iat": None}, {"iat": NOW + 9999}, {"iat": "yesterday"}, {"iat": []},
        {"nbf": NOW + 9999}, {"nbf": "x"},
        {"aud": None}, {"aud": "account"}, {"aud": ["account", "broker"]}, {"aud": []}, {"aud": ""}, {"aud": "ISPYB-API"},
        {"aud": {"ispyb-api": 1}}, {"aud": [["ispyb-api"]]}, {"aud": 5}, {"aud": "ispyb-api2"}, {"aud": "ispyb-api account"},
        {"typ": "ID"}, {"typ": "Refresh"}, {"typ": "Logout"}, {"typ": "Offline"}, {"typ": "DPoP"}, {"typ": ["Bearer"]}, {"typ": 1},
        {"cnf": {"jkt": "x"}}, {"at_hash": "x"}, {"c_hash": "x"}, {"events": {}},
        {"preferred_username": None}, {"preferred_username": ""}, {"preferred_username": ["admin"]},
        {"preferred_username": {"a": 1}}, {"preferred_username": True}, {"preferred_username": "a\x00b"},
        {"preferred_username": "a\nb"}, {"preferred_username": "\ud800"}, {"preferred_username": "a" * 46},
        {"preferred_username": "\u202eadmin"},
    ],
)  # fmt: skip
def test_a_signed_token_with_wrong_claims_is_refused(read, changes):
    with pytest.raises(Unauthenticated):
        read(**changes)


@pytest.mark.parametrize(
    "header",
    [{"typ": "logout+jwt"}, {"typ": "dpop+jwt"}, {"typ": "JWE"}, {"cty": "JWT"}, {"cty": "x"}, {"kid": "none of theirs"},
     {"kid": None}, {"crit": ["x"], "x": 1}, {"typ": "id+jwt"}],
)  # fmt: skip
def test_a_signed_token_with_a_wrong_header_is_refused(read, header):
    with pytest.raises(Unauthenticated):
        read(header=header)


@pytest.mark.parametrize(
    "header", [{"typ": "at+jwt"}, {"typ": "AT+JWT"}, {"typ": "application/at+jwt"}, {"typ": "JWT"}]
)
def test_the_types_of_access_tokens_are_taken(read, header):
    assert read(header=header).login == "member"


@pytest.mark.parametrize("iss", [None, "", "https://else.example.org", ["a"], {}, 5])
def test_a_token_of_another_issuer_is_not_ours_to_judge(read, iss):
    assert read(iss=iss) is None


def test_an_issuer_is_compared_to_the_letter(read, provider):
    for iss in (provider.issuer + "/", provider.issuer.upper(), provider.issuer[:-1], provider.issuer + "\u200b"):
        assert read(iss=iss) is None


@pytest.mark.parametrize("aud", [oidc.AUDIENCE, [oidc.AUDIENCE], ["account", oidc.AUDIENCE, 5]])
def test_one_audience_of_several_is_enough(read, aud):
    assert read(aud=aud).login == "member"


def test_authorized_parties_stand_for_an_audience(read):
    options = {"audience": [], "authorized_parties": [oidc.ELSEWHERE]}
    assert read(options, client=oidc.ELSEWHERE).login == "member"
    for azp in (None, oidc.UI, [oidc.ELSEWHERE], {}):
        with pytest.raises(Unauthenticated):
            read(options, aud="account", azp=azp)


def test_leeway_is_for_clocks_that_differ(read):
    assert read({"leeway": 60}, exp=int(time.time()) - 5, iat=int(time.time()) + 5).login == "member"
    with pytest.raises(Unauthenticated, match="expired"):
        read({"leeway": 60}, exp=NOW - 90)


def test_groups_come_from_realm_roles_client_roles_and_groups(read):
    assert read().groups == frozenset()
    assert read(login="outsider").groups == {
        "Administrators",
        "Pipelines",
        "No such group",
        "MX beamline staff",
        "EM facility staff",
    }


def test_groups_are_taken_from_where_the_settings_say(read):
    only = lambda *claims: read({"group_claims": list(claims)}, login="outsider").groups  # noqa: E731
    assert only("realm_access.roles") == {"Administrators"}
    assert only("resource_access.ispyb-api.roles") == {"MX beamline staff"}
    assert only("groups") == {"Pipelines", "No such group", "EM facility staff"}
    assert only("resource_access.elsewhere.roles", "nothing", "scope.x") == frozenset()


def test_groups_that_are_not_mapped_count_only_if_all_are_passed_through(read):
    assert read(groups=["User office"]).groups == frozenset()
    assert read({"group_pass_through": True, "group_map": {}}, groups=["/User office"]).groups >= {"User office"}


@pytest.mark.parametrize(
    "value", [None, 5, {}, {"isp-admin": 1}, [["isp-admin"]], [None, {}], "isp admin", True, ["ISP-ADMIN"], [""]]
)
def test_odd_groups_open_nothing(read, value):
    assert read(groups=value, realm_access={"roles": value}, resource_access={"ispyb-api": value}).groups == frozenset()


def test_one_group_may_be_a_text(read):
    assert read(groups="pipelines").groups == {"Pipelines", "No such group"}


def test_many_groups_are_read(read):
    assert read(groups=[f"g{number}" for number in range(500)] + ["isp-admin"]).groups == {"Administrators"}


@pytest.mark.parametrize("claim", ["given_name", "family_name", "email", "phone_number"])
@pytest.mark.parametrize("value", [None, "", [], {}, True, "a\x00", "\ud83d"])
def test_odd_names_are_left_out(read, claim, value):
    known = read(**{claim: value})
    of_claim = {"given_name": "givenName", "family_name": "familyName", "email": "emailAddress"}
    assert getattr(known, of_claim.get(claim, "phoneNumber")) is None


@pytest.mark.parametrize(
    ("value", "site_id"),
    [("12", 12), (12, 12), ("x", None), (-1, None), (2**31, None), ("٣", None), ([1], None), (1.5, None), (True, None)],
)
def test_a_site_id_is_a_number(read, value, site_id):
    assert read({"claims": {"siteId": "ext.site"}}, ext={"site": value}).siteId == site_id


def test_claims_are_mapped(read):
    options = {"login_claim": "uid", "claims": {"givenName": "fullname", "familyName": "", "emailAddress": "mail"}}
    known = read(options, uid="ab12", fullname="A B", mail="a@b.example.org")
    told = (known.login, known.givenName, known.familyName, known.emailAddress)
    assert told == ("ab12", "A B", None, "a@b.example.org")


@pytest.mark.parametrize("verified", [None, False, "true", 1])
def test_an_email_is_a_login_only_if_it_is_verified(read, verified):
    assert read({"login_claim": "email"}).login == "tobin.haverlock@velhinho.example.org"
    with pytest.raises(Unauthenticated):
        read({"login_claim": "email"}, email_verified=verified)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("a", {"b": {"c": 1}}),
        ("a.b.c", 1),
        ("https://x.example.org/groups", [2]),
        ("d.my.client.roles", [3]),
        ("a.c", None),
        ("a.b.c.d", None),
        ("", None),
        ("..", None),
    ],
)
def test_a_path_leads_into_claims(path, found):
    claims = {"a": {"b": {"c": 1}}, "https://x.example.org/groups": [2], "d": {"my.client": {"roles": [3]}}}
    assert value_at(claims, path) == found


@pytest.mark.parametrize("algorithms", [["RS256"], ["ES256"]])
def test_algorithms_are_those_of_the_settings(provider, algorithms):
    only = backend(provider, algorithms=algorithms)
    for algorithm in ("RS256", "ES256"):
        token = provider.sign(provider.claims(), algorithm)
        if algorithm in algorithms:
            assert only.read(token).login == "member"
        else:
            with pytest.raises(Unauthenticated):
                only.read(token)


def test_of_two_issuers_the_one_that_is_checked_is_believed(provider):
    text = json.dumps(provider.claims())[:-1] + ', "preferred_username": "admin", "iss": "https://else.example.org"}'
    assert backend(provider).read(provider.sign(text)) is None
