"""What front ends of py-ISPyB look up in its description of the API, by the names that it had there."""

SHAPES = {
    "LabContactCreate": "NewLabContact",
    "LaboratoryCreate": "NewContactLaboratory",
    "PersonCreate": "NewContactPerson",
    "ShippingCreate": "NewShipping",
    "UIOptions": "UiOptions",
}
