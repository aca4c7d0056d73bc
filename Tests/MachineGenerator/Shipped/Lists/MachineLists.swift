/// Kexts that machines are made of, a list for each system: one row a line, `#` for comments.
enum KextList {}

/// Processes that machines are made of, a list for each system: one row a line, `#` for comments.
enum ProcessList {}

/// Zones that machines are made of, a list for each system: one row a line, `#` for comments.
enum ZoneList {}
