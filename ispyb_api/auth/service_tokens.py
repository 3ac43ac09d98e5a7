"""Tokens of services: made for a pipeline or a machine, shown once, cut down to what it needs, revocable at once."""

import datetime

from ispyb_api import names
from ispyb_api.auth import activity, clock, opaque
from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.within import packed, unpacked
from ispyb_api.db.listing import Listing, conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.errors import Forbidden, Invalid, NotFound

PATTERN = opaque.pattern(opaque.SERVICE)
USUAL_DAYS = 90

TOKENS = Listing(
    filters={"serviceTokenId": ("st.serviceTokenId", "eq"), "owner": ("p.login", "eq"), "search": ("st.name", "like")},
    sorts={name: f"st.{name}" for name in ("createdAt", "expiresAt", "lastUsedAt", "name", "serviceTokenId")},
    default_sort="-createdAt",
    tie_breaker="st.serviceTokenId",
)

_LONGEST = 1000  # of a column that holds names
_OF_ANOTHER = (
    f"A token sees what its owner sees: to make one for somebody else needs the permission {Permission.ALL_PROPOSALS}."
)


class Maker:
    """Who makes and revokes tokens: a caller of the API with his view of the database, or the operator."""

    def __init__(self, login, access=None):
        self.login, self._access = login, access

    def must_hold(self, tx, permissions):
        """Refuse permissions that the maker does not hold; the operator's are those that exist."""
        if self._access is None:
            held = {row["type"] for row in tx.all("auth.permissions_named", types=permissions)}
        else:
            held = self._access.identity.permissions
        if lacking := sorted(set(permissions) - held):
            what = "There is no permission" if self._access is None else "You can give only what you hold; you lack"
            raise Forbidden(f"{what} {', '.join(lacking)}.")

    def must_stand_for(self, login):
        """Refuse a token of somebody who may see what the maker does not."""
        if self._access and login != self.login and not self._access.everything:
            raise Forbidden(_OF_ANOTHER)

    def visible(self):
        """Return the join that leaves the proposals the maker sees."""
        return self._access.proposals("p.proposalId") if self._access else Clause()


class ServiceTokens:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments):
        """Return one page of the tokens, without what they are known by."""
        page = TOKENS.read(
            self._tx, "auth.list_service_tokens", "auth.count_service_tokens", arguments, visible=Clause()
        )
        page["results"] = [_shown(row) for row in page["results"]]
        return page

    def get(self, token_id):
        """Return one token, without what it is known by."""
        found = self.page({"serviceTokenId": token_id, "skip": 0, "limit": 2})["results"]
        if not found:
            raise NotFound(f"No service token {token_id}.")
        return found[0]

    def make(self, maker, wanted, *, most_days):
        """Make a token; return it as it is listed and, this once, with the token itself."""
        permissions = sorted(set(wanted["permissions"]))
        if Permission.MANAGE_TOKENS in permissions:
            raise Invalid(errors={"permissions": ["A service cannot be given manage_tokens: it would make others."]})
        maker.must_hold(self._tx, permissions)
        owner = self._owner(maker, wanted.get("owner") or maker.login)
        self._must_exist(maker, wanted.get("proposals"))
        token, now = opaque.make(opaque.SERVICE), clock.now()
        token_id = self._tx.value(
            "auth.add_service_token",
            tokenHash=opaque.digest(token),
            name=wanted["name"],
            personId=owner["personId"],
            permissions=_fitting("permissions", permissions),
            beamLines=_fitting("beamLines", wanted.get("beamLines")),
            proposals=_fitting("proposals", wanted.get("proposals")),
            createdAt=now,
            createdBy=maker.login,
            ends=now + datetime.timedelta(days=_days(wanted.get("days"), most_days)),
        )
        made = self.get(token_id)
        self._record(maker, activity.Action.SERVICE_MADE, token_id, _described(made))
        return {**made, "token": token}

    def revoke(self, maker, token_id):
        """End a token; to end it again changes nothing."""
        token = self.get(token_id)
        if self._tx.run("auth.revoke_service_token", serviceTokenId=token_id, revokedAt=clock.now()):
            self._record(maker, activity.Action.SERVICE_REVOKED, token_id, token["name"])

    def _owner(self, maker, login):
        found = self._tx.all("auth.persons_with_login", login=login)
        if len(found) != 1:
            raise Invalid(errors={"owner": ["Must be the login of one person."]})
        maker.must_stand_for(found[0]["login"])
        return found[0]

    def _must_exist(self, maker, proposals):
        """Refuse names of proposals that there are not, or that the maker does not see: the two look the same."""
        for name in proposals or ():
            slots = {"visible": maker.visible(), "where": conjunction(names.proposal(name))}
            if not self._tx.value("auth.proposals_named", slots):
                raise Invalid(errors={"proposals": [f"No proposal {name}."]})

    def _record(self, maker, action, token_id, detail):
        activity.record(self._tx, login=maker.login, action=action, target=named(token_id), detail=detail)


def named(token_id):
    """Return how the record calls a token."""
    return f"service token {token_id}"


def _days(wanted, most):
    if wanted is not None and wanted > most:
        raise Invalid(errors={"days": [f"Must be at most {most}."]})
    return min(USUAL_DAYS, most) if wanted is None else wanted


def _fitting(field, texts):
    text = packed(texts)
    if text is not None and len(text) > _LONGEST:
        raise Invalid(errors={field: ["These are too many for one token."]})
    return text


def _shown(row):
    times = ("createdAt", "expiresAt", "revokedAt", "lastUsedAt")
    lists = ("permissions", "beamLines", "proposals")
    return {
        **row,
        **{name: clock.shown(row[name]) for name in times},
        **{name: row[name] if row[name] is None else list(unpacked(row[name])) for name in lists},
    }


def _described(token):
    parts = [f"{token['name']}, for {token['owner']}", f"may {', '.join(token['permissions']) or 'nothing special'}"]
    parts += [f"at {', '.join(token['beamLines'])}"] if token["beamLines"] is not None else []
    parts += [f"of {', '.join(token['proposals'])}"] if token["proposals"] is not None else []
    return "; ".join([*parts, f"until {token['expiresAt']}"])
