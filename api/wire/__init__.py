"""Shapes that go over the wire and differ from the model, and how they are made of it."""
