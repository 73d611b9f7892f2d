"""An answer as a signed certificate: its form, its bytes, and how it is worked out again."""
