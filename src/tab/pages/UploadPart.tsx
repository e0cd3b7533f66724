import { Button } from '@fluentui/react-components';
import { type DragEvent, useRef, useState } from 'react';
import { FILE_FAULTS, FILES, GIVEN } from '../../content/texts/evidence/evidence';
import type { Client } from '../client';
import { faultWords } from '../parts/states';

/** A file that was chosen: waiting, on its way (0 to 100), or why it was not kept. One that is kept is not listed any more. */
interface Chosen {
  key: number;
  file: File;
  sent?: number | undefined;
  why?: string | undefined;
}

const MIB = 1024 * 1024;
let lastKey = 0;
const chosenOf = (files: Iterable<File>): Chosen[] =>
  Array.from(files, (file) => {
    lastKey += 1;
    return { key: lastKey, file };
  });

const whyNot = (fault: string, most: number): string =>
  fault === 'full' ? GIVEN.full : (FILE_FAULTS[fault]?.(most) ?? GIVEN.failed);

/** Files that are chosen and sent one after the other. What fails stays chosen. */
function useUpload(client: Client, id: string, [most, kept]: [number, () => void]) {
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [count, setCount] = useState(0);
  const change = (key: number, more: Partial<Chosen>) =>
    setChosen((all) => all.map((one) => (one.key === key ? { ...one, ...more } : one)));
  const remove = (key: number) => setChosen((all) => all.filter((one) => one.key !== key));
  const one = async ({ key, file }: Chosen): Promise<boolean> => {
    if (file.size > most * MIB) {
      change(key, { why: whyNot('tooBig', most) });
      return false;
    }
    change(key, { sent: 0, why: undefined });
    try {
      const { fault } = await client.upload(id, file, (sent) => change(key, { sent }));
      if (fault) change(key, { sent: undefined, why: whyNot(fault, most) });
      else remove(key);
      return !fault;
    } catch (failed) {
      change(key, { sent: undefined, why: faultWords(failed) });
      return false;
    }
  };
  const send = async () => {
    setBusy(true);
    let done = 0;
    for (const each of chosen) done += (await one(each)) ? 1 : 0;
    setCount(done);
    setBusy(false);
    if (done > 0) kept();
  };
  const add = (files: Iterable<File>) => {
    setCount(0);
    setChosen((all) => [...all, ...chosenOf(files)]);
  };
  return { chosen, isBusy, count, add, remove, send };
}

const Row = ({ one, isBusy, remove }: { one: Chosen; isBusy: boolean; remove(key: number): void }) => (
  <li className="row">
    <div className="row-words">
      <span>{one.file.name}</span>
      <span className="note">
        {one.why ?? (one.sent === undefined ? GIVEN.waiting : GIVEN.sending(one.sent))}
      </span>
    </div>
    {one.sent === undefined ? null : <progress max={100} value={one.sent} aria-label={one.file.name} />}
    <Button
      size="small"
      disabledFocusable={isBusy}
      aria-label={GIVEN.remove(one.file.name)}
      onClick={() => remove(one.key)}
    >
      {GIVEN.removeShort}
    </Button>
  </li>
);

const stop = (event: DragEvent) => event.preventDefault();

/** The button that opens the system's own choice of files. */
const Choose = ({ isBusy, add }: { isBusy: boolean; add(files: Iterable<File>): void }) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={GIVEN.choose}
        onChange={({ target }) => {
          add(Array.from(target.files ?? []));
          // The same file may be chosen again after it failed.
          target.value = '';
        }}
      />
      <Button disabledFocusable={isBusy} onClick={() => input.current?.click()}>
        {GIVEN.choose}
      </Button>
    </>
  );
};

/** Where files are dropped or chosen, and sent. */
export const UploadPart = (props: { client: Client; id: string; most: number; kept(): void }) => {
  const { client, id, most, kept } = props;
  const { chosen, isBusy, count, add, remove, send } = useUpload(client, id, [most, kept]);
  const isFailed = !isBusy && chosen.some(({ why }) => why);
  const drop = (event: DragEvent) => {
    stop(event);
    if (!isBusy) add(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the button
    <div className="drop" onDragOver={stop} onDrop={drop}>
      <h3>{GIVEN.addTitle}</h3>
      <p className="note">
        {GIVEN.drop} {GIVEN.most(most)}
      </p>
      <p className="note">{FILES.doNotSend.join(' ')}</p>
      <ul className="plain">
        {chosen.map((one) => (
          <Row key={one.key} one={one} isBusy={isBusy} remove={remove} />
        ))}
      </ul>
      <div className="buttons">
        <Choose isBusy={isBusy} add={add} />
        {chosen.length > 0 ? (
          <Button appearance="primary" disabledFocusable={isBusy} onClick={() => isBusy || send()}>
            {GIVEN.send(chosen.length)}
          </Button>
        ) : null}
      </div>
      <div role="status">
        {count > 0 ? <p>{GIVEN.keptAll(count)}</p> : null}
        {isFailed ? <p>{GIVEN.stays}</p> : null}
      </div>
    </div>
  );
};
