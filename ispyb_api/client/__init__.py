"""A client of an ispyb-api server in two lines; it needs httpx, and nothing of the server.

from ispyb_api.client import Client
client = Client("https://ispyb.example.org", token="ispyb_st_...", spool="/var/spool/ispyb")
"""

from ispyb_api.client.client import Client
from ispyb_api.client.errors import IspybError
from ispyb_api.client.live import Happening
from ispyb_api.client.sent import Later, Sent
from ispyb_api.client.spool import Entry, Spool

__all__ = ["Client", "Entry", "Happening", "IspybError", "Later", "Sent", "Spool"]
