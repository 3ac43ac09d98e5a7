-- name: list_attachments()
-- Files that the caller may see.
SELECT a.autoProcProgramAttachmentId,
       a.autoProcProgramId,
       a.fileName,
       a.fileType,
       a.importanceRank,
       a.deleted,
       a.recordTimeStamp
  FROM AutoProcProgramAttachment a
  /*visible*/
  LEFT JOIN AutoProcProgram pg ON pg.autoProcProgramId = a.autoProcProgramId
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_attachments()
-- How many files the same conditions leave.
SELECT COUNT(*) AS total
  FROM AutoProcProgramAttachment a
  /*visible*/
  LEFT JOIN AutoProcProgram pg ON pg.autoProcProgramId = a.autoProcProgramId
 WHERE 1 = 1 /*where*/;

-- name: path_of_attachment(autoProcProgramAttachmentId)
-- Where a file is, if the caller may see it.
SELECT a.filePath,
       a.fileName
  FROM AutoProcProgramAttachment a
  /*visible*/
 WHERE a.autoProcProgramAttachmentId = :autoProcProgramAttachmentId;

-- name: files_of_program(autoProcProgramId)
-- The files of a run, if the caller may see it; those that were deleted too.
SELECT a.autoProcProgramAttachmentId,
       a.filePath,
       a.fileName,
       a.deleted
  FROM AutoProcProgramAttachment a
  /*visible*/
 WHERE a.autoProcProgramId = :autoProcProgramId
 ORDER BY a.autoProcProgramAttachmentId
 LIMIT 2000;
