// The bars that the system paints over every window.
