"""From the text of a notice to the facts that it states; pure functions throughout."""
