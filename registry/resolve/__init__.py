"""Who acts: the organisation, the rules and the absences in, an answer with its reasons out; pure."""
