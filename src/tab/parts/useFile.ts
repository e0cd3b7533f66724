import { useState } from 'react';
import type { FilePage, TabAsked } from '../../api/contract';
import type { Client } from '../client';

/** A file that is taken by a press, and the fault where it could not be. */
export interface TakenFile {
  isBusy: boolean;
  fault: unknown;
  take(question: TabAsked): void;
}

/** Hands a file to the browser, which saves it where the person says. */
function save({ name, type, content }: FilePage): void {
  const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

/** The files of a page. */
export function useFile(client: Client): TakenFile {
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  return {
    isBusy,
    fault,
    take(question) {
      setFault(undefined);
      setIsBusy(true);
      client
        .ask(question)
        .then((page) => save(page as FilePage), setFault)
        .finally(() => setIsBusy(false));
    },
  };
}
