"""What can go wrong, said once.  No HTTP framework here: any layer may raise these."""


class ApiError(Exception):
    """Base of every error the API explains to its caller.

    ``code`` is stable and documented, ``message`` tells a person what to do next, ``errors``
    holds messages by field name, ``headers`` are added to the answer.
    """

    status = 500
    code = "internal_error"
    message = "Internal server error."

    def __init__(self, message=None, *, errors=None, headers=None):
        super().__init__(message or self.message)
        self.errors = errors or {}
        self.headers = headers or {}


class Unauthenticated(ApiError):
    status, code, message = (
        401,
        "unauthenticated",
        "A valid token is required: log in and send 'Authorization: Bearer <token>'.",
    )

    def __init__(self, message=None, *, headers=None):
        super().__init__(message, headers={"WWW-Authenticate": "Bearer", **(headers or {})})


class Forbidden(ApiError):
    status, code, message = 403, "forbidden", "You may not do this."


class NotFound(ApiError):
    """Absent, or not visible to the caller: from outside the two look the same."""

    status, code, message = 404, "not_found", "No such resource."


class Conflict(ApiError):
    status, code, message = 409, "conflict", "The change conflicts with existing data."


class PreconditionFailed(ApiError):
    """Somebody else changed the row since the caller read it."""

    status, code, message = 412, "precondition_failed", "The row is not as it was when you read it: read it again."


class TooLarge(ApiError):
    status, code, message = 413, "request_entity_too_large", "The request's body is too large."


class UnsupportedMediaType(ApiError):
    status, code, message = 415, "unsupported_media_type", "Send the body as application/json."


class Invalid(ApiError):
    status, code, message = 422, "invalid", "The request is not valid."


class TooManyRequests(ApiError):
    status, code, message = 429, "too_many_requests", "Too many requests: try again later."

    def __init__(self, message=None, *, retry_after=1):
        super().__init__(message, headers={"Retry-After": str(retry_after)})


class NotInThisDatabase(ApiError):
    status, code, message = 501, "not_in_this_database", "This database lacks tables or columns that this route needs."


class Unavailable(ApiError):
    """A part the server depends on is away for now; the same request may succeed later."""

    status, code, message = 503, "unavailable", "The service is not available for now; try again."
    retry_after = 2

    def __init__(self, message=None):
        super().__init__(message, headers={"Retry-After": str(self.retry_after)})


class DatabaseUnavailable(Unavailable):
    """``again``: the transaction was chosen to make way for another one, and can be tried at once."""

    code, message = "database_unavailable", "The database cannot be reached or is busy; try again."

    def __init__(self, message=None, *, again=False):
        super().__init__(message)
        self.again = again


ALL = (
    Unauthenticated,
    Forbidden,
    NotFound,
    Conflict,
    PreconditionFailed,
    TooLarge,
    UnsupportedMediaType,
    Invalid,
    TooManyRequests,
    NotInThisDatabase,
    Unavailable,
    DatabaseUnavailable,
)
