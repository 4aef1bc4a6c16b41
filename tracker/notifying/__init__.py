"""How people are told: what they may see, in words made when they read it (docs/adr/0020)."""
