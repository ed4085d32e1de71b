"""How newspapers print dates, bylines and captions: read as the papers mean them."""
