"""What programs made of the data: characterisation, integration, scaling, and the files they left."""
