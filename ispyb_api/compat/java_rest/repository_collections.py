"""Data collections one by one, what else a session measured, and their files."""

from ispyb_api.compat.java_rest.processed import Processed, Screened


class Collections:
    """What the proposal's sessions measured and the caller may see."""

    def __init__(self, call):
        self._tx, self._access, self._proposal = call.tx, call.access, call.proposal_id

    def of_groups(self, groups):
        """Return the collections of some groups."""
        rows = self._tx.all(
            "java_rest.collections_of_groups", self._collections, proposalId=self._proposal, groups=groups
        )
        ids = [row["dataCollectionId"] for row in rows]
        if ids:
            processed, screened = Processed(self._tx, ids), Screened(self._tx, [], ids)
            for row in rows:
                of_row = row["dataCollectionId"]
                row.update(processed.shown(of_row, null="null") | screened.shown(None, of_row))
                row["hasPhasing"] = len(processed.steps([of_row]))
                row["hasAutoProcessing"] = processed.integrations(of_row)
        return rows

    def energy_scans(self, sessions):
        """Return the energy scans of some sessions."""
        return self._tx.all("java_rest.energy_scans", self._energy_scans, proposalId=self._proposal, sessions=sessions)

    def spectra(self, sessions):
        """Return the fluorescence spectra of some sessions."""
        return self._tx.all("java_rest.spectra", self._spectra, proposalId=self._proposal, sessions=sessions)

    def image(self, image):
        """Return the paths of a diffraction image's pictures; None where there is no such image."""
        return self._tx.one("java_rest.files_of_image", self._collections, proposalId=self._proposal, imageId=image)

    def collection(self, collection):
        """Return the paths of a collection's pictures and plots, likewise."""
        return self._tx.one(
            "java_rest.files_of_collection", self._collections, proposalId=self._proposal, dataCollectionId=collection
        )

    def group(self, group):
        """Return the path of the picture of a group's crystal, likewise."""
        return self._tx.one(
            "java_rest.files_of_group", self._collections, proposalId=self._proposal, dataCollectionGroupId=group
        )

    def energy_scan(self, scan):
        """Return the paths of an energy scan's pictures, likewise."""
        return self._tx.one(
            "java_rest.files_of_energy_scan", self._energy_scans, proposalId=self._proposal, energyScanId=scan
        )

    def spectrum(self, spectrum):
        """Return the paths of a spectrum's files, likewise."""
        return self._tx.one(
            "java_rest.files_of_spectrum",
            self._spectra,
            proposalId=self._proposal,
            xfeFluorescenceSpectrumId=spectrum,
        )

    @property
    def _collections(self):
        return {"visible": self._access.measured("dc", "g.dataCollectionGroupId", "s.sessionId")}

    @property
    def _energy_scans(self):
        return {"visible": self._access.measured("es", "es.energyScanId", "s.sessionId")}

    @property
    def _spectra(self):
        return {"visible": self._access.measured("xrf", "xrf.xfeFluorescenceSpectrumId", "s.sessionId")}
