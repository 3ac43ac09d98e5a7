-- name: list_spacegroups()
-- Space groups, in the order of their numbers.
SELECT sg.spaceGroupId,
       sg.spaceGroupNumber,
       sg.spaceGroupShortName,
       sg.spaceGroupName,
       sg.bravaisLattice,
       sg.bravaisLatticeName,
       sg.pointGroup,
       gc.geometryClassname,
       sg.MX_used
  FROM SpaceGroup sg
  LEFT JOIN GeometryClassname gc ON gc.geometryClassnameId = sg.geometryClassnameId
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_spacegroups()
-- How many space groups the same conditions leave.
SELECT COUNT(*) AS total
  FROM SpaceGroup sg
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: spacegroup_called(name)
-- A space group by its name, in small letters and without blanks.
SELECT sg.spaceGroupShortName
  FROM SpaceGroup sg
 WHERE LOWER(REPLACE(sg.spaceGroupShortName, ' ', '')) = :name
    OR LOWER(REPLACE(sg.spaceGroupName, ' ', '')) = :name
 ORDER BY sg.spaceGroupId
 LIMIT 1;
