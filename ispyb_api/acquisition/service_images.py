"""Record images one by one: the first and the last of a collection, or every so many."""

from ispyb_api.acquisition.repository_images import ImageRepository
from ispyb_api.acquisition.repository_writing import ImageWrites
from ispyb_api.acquisition.service import Recorder
from ispyb_api.auth.writing import record
from ispyb_api.errors import Invalid


class Images(Recorder):
    def put(self, collection_id, given):
        """Record images of a collection; those with a number that is recorded already are changed.  Return all of them."""
        self.make(collection_id, given)
        numbers = [row["imageNumber"] for row in given]
        found = ImageRepository(self._tx).with_numbers(collection_id, numbers, self._access)
        by_number = {row["imageNumber"]: row for row in reversed(found)}
        return [by_number[number] for number in numbers]

    def make(self, collection_id, given):
        """Record images of a collection; return their ids in the same order."""
        session = self.session_of_collection(collection_id)
        for row in given:
            self.paths(session, row)
        self._must_fit(given)
        images = ImageWrites(self._tx)
        known = images.known(collection_id, [row["imageNumber"] for row in given])
        new = [row for row in given if row["imageNumber"] not in known]
        made = dict(zip((row["imageNumber"] for row in new), images.add_all(collection_id, new), strict=True))
        for row in given:
            if row["imageNumber"] in known:
                images.change(known[row["imageNumber"]], row)
        changes = {"imageNumber": [row["imageNumber"] for row in given]}
        record(self._tx, self._access, "images recorded", f"collection {collection_id}", changes)
        ids = known | made
        return [ids[row["imageNumber"]] for row in given]

    def _must_fit(self, given):
        errors, seen = {}, set()
        for place, row in enumerate(given):
            faults = self._tx.faults("Image", row)
            if row["imageNumber"] in seen:
                faults["imageNumber"] = ["Is in the list twice."]
            seen.add(row["imageNumber"])
            errors |= {f"[{place}].{name}": messages for name, messages in faults.items()}
        if errors:
            raise Invalid(errors=errors)
