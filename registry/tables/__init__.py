"""The typed grammar of the files that people write: rules, data, aliases."""
