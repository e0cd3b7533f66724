export const pageNumber = (text: unknown): number =>
  typeof text === 'string' && /^\d{1,3}$/.test(text) ? Number(text) : 0;
