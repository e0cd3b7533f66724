/** A state in words and by its kind: never by colour alone. */
export interface Stand {
  kind: 'acute' | 'late' | 'now' | 'waiting' | 'done' | 'none';
  text: string;
}
