-- Control software names a sample by the barcode that it read.
CREATE INDEX IF NOT EXISTS BLSample_code ON BLSample (code);
