"""Models of ligands' structures."""

from ispyb_api.components.service_ligands import Ligands
from ispyb_api.proteins.repository_pdbs import LIGAND
from ispyb_api.proteins.service_pdbs import Models


class LigandModels(Models):
    owner, editor = LIGAND, Ligands
