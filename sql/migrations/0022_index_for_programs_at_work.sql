-- Programs that are at work, of which there are few.
CREATE INDEX IF NOT EXISTS AutoProcProgram_processingStatus
    ON AutoProcProgram (processingStatus);
