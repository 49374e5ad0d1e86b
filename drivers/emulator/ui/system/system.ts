// The system's own screens begin here.
