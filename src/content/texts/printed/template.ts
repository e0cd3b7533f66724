/* Placeholders of a municipality's own Word template, and what the command says that looks it through. */

export const PLACEHOLDERS = {
  /** Parts of the document: each must stand in a template, in a paragraph of its own. */
  parts: {
    about: 'om dokumentet',
    report: 'rapport',
    checklist: 'checklista',
    beside: 'vid sidan av stegen',
    talks: 'samtal',
    review: 'uppföljning',
    versions: 'versioner',
    history: 'historik',
  },
  /** Words that may stand anywhere, also in head and foot. */
  facts: {
    title: 'titel',
    municipality: 'kommun',
    reference: 'ärende',
    lines: 'sekretess',
  },
} as const;
