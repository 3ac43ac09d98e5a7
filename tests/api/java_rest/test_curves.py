"""Curves over resolution, from logs as the programs write them."""

import pytest

from ispyb_api.compat.java_rest import curves

XSCALE = """
 SUBSET OF INTENSITY DATA WITH SIGNAL/NOISE >= -3.0 AS FUNCTION OF RESOLUTION
 RESOLUTION     NUMBER OF REFLECTIONS    COMPLETENESS R-FACTOR  R-FACTOR COMPARED I/SIGMA   R-meas  CC(1/2)  Anomal  SigAno   Nano
   LIMIT     OBSERVED  UNIQUE  POSSIBLE     OF DATA   observed  expected                                      Corr

     7.00         100      10        10      100.0%       9.9%      9.9%      100    1.00     9.9%    50.0*    1     0.100      10
    total         100      10        10      100.0%       9.9%      9.9%      100    1.00     9.9%    50.0*    1     0.100      10

 SUBSET OF INTENSITY DATA WITH SIGNAL/NOISE >= -3.0 AS FUNCTION OF RESOLUTION
 RESOLUTION     NUMBER OF REFLECTIONS    COMPLETENESS R-FACTOR  R-FACTOR COMPARED I/SIGMA   R-meas  CC(1/2)  Anomal  SigAno   Nano

     6.55       10540    1545      1553       99.5%       2.9%      3.2%    10540   39.76     3.2%    99.8*    27*   1.051     680
     4.66       19231    2741      2741      100.0%       3.1%      3.3%    19231   38.06     3.4%    99.8*     8    0.909    1268
     1.60       60233    9120      9304       98.0%      91.2%     99.1%    60233    2.01    99.0%    74.2*    -3   -0.753    4420
    total      600233   50120     50304       99.6%       6.2%      6.6%   600233   17.01     6.9%    99.9*     2    0.802   22420

     9.99        1111    1111      1111       11.1%      11.1%     11.1%     1111   11.11    11.1%    11.1*    11    1.111    1111
"""
AIMLESS = """
$TABLE:  Analysis against all Batches, XDSdataset:
$GRAPHS:Rmerge v Batch:N:1,2:
$$
 N Batch Rmrg $$
 $$
 1 1 0.5
$$

$TABLE:  Analysis against resolution, XDSdataset:
$GRAPHS:I/sigma, Mean Mn(I)/sd(Mn(I)):N:2,13,14:
: Rmerge, Rfull, Rmeas, Rpim v Resolution:N:2,4,5,7,8:
$$
  N  1/d^2    Dmid  Rmrg  Rfull   Rcum  Rmeas   Rpim   Nmeas    AvI  RMSdev   sd  I/RMS Mn(I/sd) $$
 $$
  1 0.0123    9.02  0.031      -  0.031  0.034  0.013    2100   1000   30.0  25.1   33.3     45.1
  2 0.3906    1.60  0.912      -  0.062  0.999  0.395    9100     10    9.0   8.1    1.1      2.1
  3 0.4000       -      -      -      -      -      -       -      -      -     -      -        -
$$
"""


@pytest.mark.parametrize(
    ("curve", "expected"),
    [
        ("completeness", {6.55: 99.5, 4.66: 100.0, 1.6: 98.0}),
        ("cc2", {6.55: 99.8, 4.66: 99.8, 1.6: 74.2}),
        ("isigma", {6.55: 39.76, 4.66: 38.06, 1.6: 2.01}),
        ("rfactor", {6.55: 2.9, 4.66: 3.1, 1.6: 91.2}),
        ("anomcorr", {6.55: 27.0, 4.66: 8.0, 1.6: -3.0}),
        ("sigmaano", {6.55: 1.051, 4.66: 0.909, 1.6: -0.753}),
    ],
)
def test_the_last_table_of_xscale_counts(curve, expected):
    found = curves.points(XSCALE, curve)
    assert {limit: found[limit] for limit in expected} == expected
    assert 7.0 not in found


@pytest.mark.parametrize(
    ("curve", "expected"),
    [("rfactor", {9.02: 3.1, 1.6: 91.2}), ("isigma", {9.02: 45.1, 1.6: 2.1}), ("cc2", {}), ("sigmaano", {})],
)
def test_tables_of_aimless_are_read_by_the_names_of_their_columns(curve, expected):
    assert curves.points(AIMLESS, curve) == expected


@pytest.mark.parametrize(
    "text", ["", "nonsense", "SUBSET OF INTENSITY DATA WITH SIGNAL/NOISE", "$TABLE: x $GRAPHS $$ $$"]
)
def test_other_texts_have_no_curve(text):
    assert [curves.points(text, curve) for curve in curves.CURVES] == [{}] * 6


def test_a_table_has_two_numbers_for_each_log():
    assert curves.table({11: {2.0: 99.5, 1.5: 98.0}, 12: {2.0: 97.0}}) == (
        "Resolution,11,12\n1.5,98,0,,\n2,99.5,0,97,0\n"
    )


@pytest.mark.parametrize(
    ("kind", "name", "is_one"),
    [
        ("xscale", "ep_x_noanom_XSCALE.LP", True),
        ("xscale", "ep_x_noanom_aimless.log", True),
        ("xscale", "ep_x_anom_aimless.log", False),
        ("xscale", "CORRECT.LP", True),
        ("xscale", "fast_dp.log", False),
        ("fastdp", "fast_dp.log", True),
        ("fastdp", "aimless.log", True),
        ("fastdp", "scaled.hkl", False),
        ("xscale", None, False),
    ],
)
def test_logs_are_known_by_their_names(kind, name, is_one):
    assert curves.is_log(kind, name) is is_one


def test_curves_of_an_integration(java_written):
    site, folder = java_written.site, java_written.site.settings.files.roots[0]
    for name, text in (("XSCALE.LP", XSCALE), ("aimless.log", AIMLESS)):
        with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
            file.write(text)
    site.ask("UPDATE AutoProcProgramAttachment SET fileName = 'XSCALE.LP' WHERE autoProcProgramAttachmentId = 611")
    site.ask("UPDATE AutoProcProgramAttachment SET fileName = 'aimless.log' WHERE autoProcProgramAttachmentId = 621")
    path = "/proposal/mx415/mx/autoprocintegration/61,62,1011"
    answer = java_written.get(f"{path}/xscale/rfactor", "pi")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    assert answer.text.splitlines() == ["Resolution,611,621", "1.6,91.2,0,91.2,0", "4.66,3.1,0,,", "6.55,2.9,0,,", "9.02,,,3.1,0"]  # fmt: skip
    assert java_written.get(f"{path}/fastdp/cc2", "pi").text.startswith("Resolution,611,621\n1.6,74.2,0,,\n")
    assert java_written.get(f"{path}/xscale/plot", "pi").text == ""
    assert java_written.get(path.replace("61,62,", "") + "/xscale/cc2", "pi").text == ""


def test_runs_without_such_logs_have_an_empty_curve(java):
    assert java.get("/proposal/mx415/mx/autoprocintegration/241/xscale/cc2", "pi").text == ""
