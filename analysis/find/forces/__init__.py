"""Forces: known, by pattern and by shape; unnamed actors; one record for all namings; the type of actor."""
