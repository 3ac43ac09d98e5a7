"""What electron microscopes recorded, and what programs made of it: movies, particles, tomograms, maps of grids."""
