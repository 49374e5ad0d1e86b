// The agent of the driver begins here: one script, no imports left after the build.
