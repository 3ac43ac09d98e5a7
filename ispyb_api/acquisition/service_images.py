"""Record images one by one: the first and the last of a collection, or every so many, or all of them."""

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

    def put_lines(self, collection_id, rows):
        """Record images of a collection, as many as there are; return how many, not the images."""
        self.session_of_collection(collection_id)
        images, numbers = ImageWrites(self._tx), set()
        for batch in rows.batches(images.columns, images.faults):
            with batch.named():
                refuse_twice(batch, numbers)
                self._store(images, collection_id, batch)
        found = {"images": len(numbers), "first": min(numbers), "last": max(numbers)}
        record(self._tx, self._access, "images recorded", f"collection {collection_id}", found)
        return {"dataCollectionId": collection_id, **found}

    def make(self, collection_id, given):
        """Record images of a collection; return their ids in the same order."""
        session = self.session_of_collection(collection_id)
        for row in given:
            self.paths(session, row)
        images = ImageWrites(self._tx)
        try:
            refuse_twice(given, set())
            ids = self._store(images, collection_id, given)
        except Invalid:
            self._must_fit(images, given)  # names all that is wrong, by the rows as they were given
            raise
        changes = {"imageNumber": [row["imageNumber"] for row in given]}
        record(self._tx, self._access, "images recorded", f"collection {collection_id}", changes)
        return [ids[row["imageNumber"]] for row in given]

    @staticmethod
    def _store(images, collection_id, given):
        """Make images, change those that are there; return {number: id}."""
        known = images.known(collection_id, [row["imageNumber"] for row in given])
        new = [row for row in given if row["imageNumber"] not in known]
        made = images.add_all(collection_id, new)
        images.change_all([(known[row["imageNumber"]], row) for row in given if row["imageNumber"] in known])
        return known | dict(zip((row["imageNumber"] for row in new), made, strict=True))

    @staticmethod
    def _must_fit(images, given):
        errors = {
            f"[{place}].{name}": each for place, row in enumerate(given) for name, each in images.faults(row).items()
        }
        errors |= _twice(given, set())
        if errors:
            raise Invalid(errors=errors)


def refuse_twice(given, numbers):
    """Refuse images whose number is among ``numbers``, or in the list twice; add them to these."""
    if errors := _twice(given, numbers):
        raise Invalid(errors=errors)


def _twice(given, numbers):
    errors = {}
    for place, row in enumerate(given):
        if row["imageNumber"] in numbers:
            errors[f"[{place}].imageNumber"] = ["Is in the list twice."]
        numbers.add(row["imageNumber"])
    return errors
