"""The spiders: one for each publisher."""
