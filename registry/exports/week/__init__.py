"""The week's sheet as a page to print and as a calendar feed."""
