"""The pages: a file a page, each a view of what a use case answers, and its controller."""
