"""Facts and a day in, the organisation in force on that day out; pure."""
