"""What a page declares about itself: JSON-LD, microdata and meta elements, and its dates."""
