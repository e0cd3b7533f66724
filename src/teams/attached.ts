/**
 * A picture or file of a message, as Teams announces it. `picture`: pasted, fetched with the bot's token from the service. `file`: in the
 * sender's OneDrive, fetched by an address that is good for a short time. `lost`: announced, and no bot may fetch it.
 */
export interface Attached {
  kind: 'picture' | 'file' | 'lost';
  name: string;
  url: string;
}
