"""Files of processing programs are read as they are meant.  The files here are made to the formats' public descriptions."""

import gzip
from pathlib import Path

import pytest

from ispyb_api.importing import collections, crystfel, recognise
from ispyb_api.importing.result import Result, Scaling, Sweep, Unreadable

FILES = Path(__file__).parent / "files"


def read(name):
    return recognise.read(FILES / name)[1]


def shell(result, kind, scaling=0):
    found = [each for each in result.scalings[scaling].shells if each["scalingStatisticsType"] == kind]
    assert len(found) == 1
    return found[0]


@pytest.fixture
def changed(tmp_path):
    """``changed("autoPROC.xml", "old", "new", ...)``: a copy of a file with other text."""

    def make(name, *pairs):
        text = (FILES / name).read_text(encoding="utf-8")
        for old, new in zip(pairs[::2], pairs[1::2], strict=True):
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return make


@pytest.mark.parametrize(
    ("name", "kind"),
    [("autoPROC.xml", "ispyb"), ("ispyb.json", "ispyb-json"), ("CORRECT.LP", "correct"), ("result.cif", "mmcif")],
)
def test_a_file_is_known_by_its_beginning_also_if_it_is_zipped(name, kind, tmp_path):
    assert recognise.read(FILES / name)[0] == kind
    zipped = tmp_path / "zipped"
    zipped.write_bytes(gzip.compress((FILES / name).read_bytes()))
    assert recognise.read(zipped) == recognise.read(FILES / name)


def test_autoproc_gives_shells_ellipsoid_sweep_and_files():
    result = read("autoPROC.xml")
    (scaling,) = result.scalings
    assert scaling.solution["spaceGroup"] == "P 21 21 21"
    assert [scaling.ellipsoid[f"resolutionEllipsoidValue{each}"] for each in (1, 2, 3)] == [1.82, 1.71, 1.58]
    assert [scaling.ellipsoid[f"resolutionEllipsoidAxis1{each}"] for each in (1, 2, 3)] == [0.9999, -0.0001, 0.0141]
    assert shell(result, "overall")["nTotalUniqueObservations"] == 52230
    assert shell(result, "overall")["sigAno"] == ".786"
    assert shell(result, "outerShell")["ccAnomalous"] == -0.021
    assert "rMeasWithinIPlusIMinus" not in shell(result, "overall"), "NaN is no value"
    assert [sweep.image.rpartition("/")[2] for sweep in scaling.sweeps] == ["opid30a1_1_0001.cbf"]
    assert [each["fileName"] for each in result.files] == ["summary.html", "staraniso_alldata-unique.mtz"]


@pytest.mark.parametrize(
    "written",
    [
        "Thu Mar  5 10:41:15 CET 2026",
        "Thu Mar  5 10:41:15 2026",
        "Thu  5 Mar 10:41:15 CET 2026",
        "Thu 05 Mar 2026 10:41:15 AM +03",
        "2026-03-05 10:41:15",
    ],
)
def test_times_are_read_as_programs_write_them(changed, written):
    result = recognise.read(changed("autoPROC.xml", "Thu Mar  5 10:41:15 CET 2026", written))[1]
    assert result.program["processingStartTime"] == "2026-03-05T10:41:15"


def test_what_is_no_time_is_left_out_and_told(changed):
    result = recognise.read(changed("autoPROC.xml", "Thu Mar  5 10:41:15 CET 2026", "this morning"))[1]
    assert "processingStartTime" not in result.program
    assert any("'this morning'" in note for note in result.notes)


def test_each_crystal_and_each_wavelength_of_xia2_is_a_scaling(tmp_path):
    """As xia2 writes them: a solution before each scaling, and in that statistics and integrations by wavelength."""
    path, numbers = tmp_path / "ispyb.xml", iter(range(1, 4))

    def data_set(r):
        return (
            f"<AutoProcScalingStatistics><scalingStatisticsType>overall</scalingStatisticsType><rMerge>{r}</rMerge>"
            f"</AutoProcScalingStatistics><AutoProcIntegrationContainer><Image><fileName>p_{next(numbers)}_00001.cbf</fileName>"
            "<fileLocation>/data/p</fileLocation></Image><AutoProcIntegration/></AutoProcIntegrationContainer>"
        )

    def crystal(group, *data_sets):
        return (
            f"<AutoProc><spaceGroup>{group}</spaceGroup></AutoProc><AutoProcScalingContainer><AutoProcScaling/>"
            + "".join(data_sets)
            + "</AutoProcScalingContainer><AutoProcProgramContainer><AutoProcProgram><processingPrograms>xia2 dials"
            "</processingPrograms></AutoProcProgram><AutoProcProgramAttachment><fileName>xia2.txt</fileName>"
            "<filePath>/data/p</filePath></AutoProcProgramAttachment></AutoProcProgramContainer>"
        )

    crystals = crystal("P 41 21 2", data_set(0.051), data_set(0.061)) + crystal("C 2", data_set(0.091))
    path.write_text(f'<?xml version="1.0"?><AutoProcContainer>{crystals}</AutoProcContainer>')
    result = recognise.read(path)[1]
    assert [scaling.solution["spaceGroup"] for scaling in result.scalings] == ["P 41 21 2", "P 41 21 2", "C 2"]
    assert [shell(result, "overall", each)["rMerge"] for each in range(3)] == [0.051, 0.061, 0.091]
    assert [[sweep.image[-9:-4] for sweep in each.sweeps] for each in result.scalings] == [["00001"]] * 3
    assert len(result.files) == 1


def test_autoprocs_beam_in_pixels_is_left_out_and_its_vector_has_length_1():
    result = read("autoPROC.xml")
    (sweep,) = result.sweeps
    assert "refinedXBeam" not in sweep.values
    assert any("pixels" in note for note in result.notes)
    assert sweep.values["beamVectorZ"] == pytest.approx(1, abs=1e-4)


def test_xia2s_beam_is_in_mm_and_each_sweep_has_its_images():
    result = read("ispyb.json")
    assert result.sweeps[0].values["refinedXBeam"] == 211.8
    assert [sweep.image for sweep in result.sweeps] == ["/data/lyso/lyso_1_0001.cbf", "/data/lyso/lyso_2_0001.cbf"]
    assert [sweep.values["endImageNumber"] for sweep in result.sweeps] == [900, 450]


def test_an_r_factor_above_2_in_the_outer_shell_alone_is_no_per_cent():
    result = read("ispyb.json")
    assert shell(result, "outerShell")["rMerge"] == 2.31
    assert result.notes == []


def test_per_cent_and_fractions_are_told_apart_by_the_overall_shell(changed):
    path = changed("ispyb.json", '"rMerge": 0.062', '"rMerge": 6.2', '"ccHalf": 0.999', '"ccHalf": 99.9',
                   '"completeness": 99.7', '"completeness": 0.997')  # fmt: skip
    result = recognise.read(path)[1]
    assert shell(result, "overall")["rMerge"] == 0.062
    assert shell(result, "outerShell")["rMerge"] == 0.0231, "a file does not mix units"
    assert shell(result, "innerShell")["ccHalf"] == 0.999
    assert shell(result, "overall")["completeness"] == 99.7
    assert len(result.notes) == 3


def test_xds_gives_the_last_table_in_fractions():
    result = read("CORRECT.LP")
    overall, inner, outer = (shell(result, kind) for kind in ("overall", "innerShell", "outerShell"))
    assert overall["rMerge"] == 0.084
    assert overall["isa"] == "25.30"
    assert overall["resolutionLimitLow"] == 50
    assert (inner["resolutionLimitLow"], inner["resolutionLimitHigh"]) == (50, 4.46)
    assert (outer["resolutionLimitLow"], outer["resolutionLimitHigh"], outer["ccHalf"]) == (3.17, 1.5, 0.612)
    assert overall["anomalous"] is True


def test_xds_gives_the_refined_geometry_in_mm():
    (sweep,) = read("CORRECT.LP").sweeps
    assert sweep.values["refinedXBeam"] == pytest.approx(1231.5 * 0.172)
    assert sweep.values["refinedDetectorDistance"] == 249.8
    assert sweep.values["cell_a"] == 78.912
    assert read("CORRECT.LP").scalings[0].solution["spaceGroup"] == "P 43 21 2"


def test_mmcif_gives_a_scaling_for_each_set_with_its_own_shells():
    result = read("result.cif")
    assert [len(scaling.sweeps) for scaling in result.scalings] == [2, 1]
    assert shell(result, "innerShell")["resolutionLimitHigh"] == 8.76
    assert shell(result, "outerShell")["resolutionLimitHigh"] == 1.6
    assert {each["scalingStatisticsType"] for each in result.scalings[1].shells} == {"overall", "outerShell"}
    assert result.scalings[0].solution["refinedCell_a"] == 78.12, "the error behind it is no part of a number"
    assert result.program["processingPrograms"] == "XDS 2022, AIMLESS 0.7.9"
    assert "rMerge" not in shell(result, "overall", 1), "unknown is no value"


def test_mmcif_gives_what_programs_count_of_all_reflections_where_those_observed_are_not_told(changed):
    """As PHENIX and depositions have it."""
    path = changed("result.cif", "_reflns_shell.Rmerge_I_obs", "_reflns_shell.Rmerge_I_all",
                   "_reflns_shell.percent_possible_obs", "_reflns_shell.percent_possible_all",
                   "_reflns.number_obs", "_reflns.number_all")  # fmt: skip
    plain, result = read("result.cif"), recognise.read(path)[1]
    assert [each.shells for each in result.scalings] == [each.shells for each in plain.scalings]


def test_xds_does_not_take_what_was_left_out_for_what_was_measured(changed):
    path = changed(
        "CORRECT.LP", " INCLUDE_RESOLUTION_RANGE=", " EXCLUDE_DATA_RANGE=   100    120\n INCLUDE_RESOLUTION_RANGE="
    )
    assert recognise.read(path)[1].sweeps[0].values["endImageNumber"] == 900


@pytest.mark.parametrize("name", ["x_1_??????.h5", "x_1_000001.h5", "x_1_data_000001.h5", "x_1_master.h5"])
def test_images_in_a_master_file_are_found_however_programs_name_them(name):
    rows = [
        {"dataCollectionId": number, "imageDirectory": "/data/x", "fileTemplate": f"x_{number}_master.h5"}
        for number in (1, 2)
    ]
    assert collections.found(Result({}, [Scaling(sweeps=[Sweep({}, f"/data/x/{name}")])]), rows) == [1]


def test_an_anomalous_signal_that_xds_measured_on_nothing_is_no_value(changed):
    path = changed("CORRECT.LP", "5    0.790    2390", "0    0.000       0")
    assert not {"sigAno", "ccAnomalous"} & shell(recognise.read(path)[1], "overall").keys()


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("autoPROC.xml", "</AutoProcContainer>", "", "ends early"),
        ("autoPROC.xml", "AutoProcContainer", "Sessions", "root is Sessions"),
        ("autoPROC.xml", "innerShell", "middleShell", "middleShell"),
        ("autoPROC.xml", "<multiplicity>9.7<", "<multiplicity>many<", "multiplicity"),
        ("ispyb.json", "AutoProcScalingContainer", "Other", "AutoProcScalingContainer"),
        ("ispyb.json", "}", "", "ends early"),
        ("CORRECT.LP", "    total ", "    finis ", "did not end well"),
        ("CORRECT.LP", "SPACE_GROUP_NUMBER=   96", "SPACE_GROUP_NUMBER=  996", "996"),
        ("CORRECT.LP", "***** CORRECT *****", "***** IDXREF *****", "none of"),
        ("result.cif", "_reflns.", "_other.", "_reflns"),
        ("result.cif", "loop_", "loop_ loop_", "damaged"),
    ],
)
def test_what_is_not_as_it_should_be_is_named(changed, name, old, new, said):
    path = changed(name, old, new)
    with pytest.raises(Unreadable) as caught:
        recognise.read(path)
    assert said in str(caught.value)


def test_an_entity_that_grows_without_end_is_refused(tmp_path):
    levels = "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
    path = tmp_path / "bomb.xml"
    path.write_text(f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{levels}]><AutoProcContainer>&j;</AutoProcContainer>')
    with pytest.raises(Unreadable):
        recognise.read(path)


def test_a_stream_of_crystfel_is_counted():
    with (FILES / "run.stream").open() as lines:
        found = crystfel.read(lines)
    assert (found.images, found.hits, found.indexed, found.crystals) == (3, 2, 1, 2)
    assert found.lattice == "tP"
    with (FILES / "run.stream").open() as lines:
        cells = list(crystfel.cells(lines))
    assert len(cells) == 2
    expected = {"a": 79.021, "b": 79.111, "c": 38.012, "alpha": 90.01, "beta": 89.99, "gamma": 90.02}
    assert expected.items() <= cells[0].items()


@pytest.mark.parametrize(("cut", "said"), [(slice(1, None), "first line"), (slice(0, -1), "breaks off")])
def test_a_stream_that_is_damaged_is_refused(cut, said):
    lines = (FILES / "run.stream").read_text().splitlines()[cut]
    with pytest.raises(Unreadable) as caught:
        crystfel.read(lines)
    assert said in str(caught.value)


def test_a_cell_that_is_no_numbers_is_no_crystal():
    lines = (FILES / "run.stream").read_text().replace("Cell parameters 7.9", "Cell parameters nan7.9").splitlines()
    found = crystfel.read(lines)
    assert found.crystals == len(list(crystfel.cells(lines))) < 2
