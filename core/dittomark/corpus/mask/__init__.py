"""Pages without their boilerplate, so that it does not make articles look alike."""
