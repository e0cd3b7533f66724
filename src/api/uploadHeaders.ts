/** The headers that say where an uploaded file goes and what it is called, percent-encoded; the body is its bytes. */
export const UPLOAD_HEADERS = { incident: 'x-incident', name: 'x-file-name' } as const;
