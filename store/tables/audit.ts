/** Which template and version said or decided what, as every database keeps it. */
export const SQL = {
  note: 'INSERT INTO audit (conversation, version, position, at, what, data) VALUES (?, ?, ?, ?, ?, ?)',
};
