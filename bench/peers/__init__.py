"""What one would use instead: the same edges and questions, asked of other means."""
