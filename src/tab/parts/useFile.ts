import { useState } from 'react';
import type { TabAsked } from '../../api/contract';
import type { FilePage } from '../../api/filesContract';
import type { Client } from '../client';
import { useOnce } from './useOnce';

/** A file that is taken by a press, and the fault where it could not be. */
export interface TakenFile {
  isBusy: boolean;
  fault: unknown;
  take(question: TabAsked): void;
}

const blobOf = ({ type, content }: FilePage): Blob =>
  new Blob([Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))], { type });

/** Hands a file to the browser, which saves it where the person says. */
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

/** The files of a page. */
export function useFile(client: Client): TakenFile {
  const once = useOnce();
  const [fault, setFault] = useState<unknown>();
  return {
    isBusy: once.isBusy,
    fault,
    take(question) {
      void once.run(async () => {
        setFault(undefined);
        const page = await client.ask(question).catch(setFault);
        if (page) save(blobOf(page as FilePage), (page as FilePage).name);
      });
    },
  };
}
