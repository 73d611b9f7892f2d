"""The clauses by which a notice orders standing in, read to drafts of rules."""
