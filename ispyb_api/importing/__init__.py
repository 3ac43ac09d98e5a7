"""Read what processing programs leave on disk."""
