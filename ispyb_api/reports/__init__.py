"""Papers: labels for parcels, lists of samples, reports on sessions.  Needs the extra ``reports``."""
