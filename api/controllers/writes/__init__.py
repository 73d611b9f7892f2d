"""What people enter: one file a collection, each listed, added to and withdrawn from alike."""
