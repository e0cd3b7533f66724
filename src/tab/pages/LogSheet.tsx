import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { LogPage, TabAsked } from '../../api/contract';
import { LOG_PAGE, LOG_PURPOSE } from '../../content/texts/tab/overview';
import type { Client } from '../client';
import { Progress } from '../parts/Progress';
import { Empty, Fault } from '../parts/states';
import { useFile } from '../parts/useFile';
import { useOnce } from '../parts/useOnce';

type LogAsked = Extract<TabAsked, { ask: 'log' }>;
type Asking = Omit<LogAsked, 'ask' | 'id'>;

const Rows = ({ page }: { page: LogPage }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has keys alone scrolls it
  <section className="scrolled" aria-label={LOG_PAGE.title} tabIndex={0}>
    {page.problem ? <p className="danger">{page.problem}</p> : null}
    <div aria-live="polite">{page.rows.length === 0 ? <Empty text={LOG_PAGE.none} /> : null}</div>
    {page.rows.length > 0 ? (
      <table>
        <thead>
          <tr>
            {LOG_PAGE.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of one moment may be alike
            <tr key={`${row.at} ${row.what} ${at}`}>
              <td>{row.at}</td>
              <td>{row.who}</td>
              <td>{row.what}</td>
              <td>{row.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    ) : null}
  </section>
);

interface FormProps {
  asking: Asking;
  acts: readonly string[];
  change(more: Partial<Asking>): void;
}

const Choices = ({ asking, acts, change }: FormProps) => (
  <>
    {LOG_PURPOSE.purposeLines.map((line) => (
      <p key={line}>{line}</p>
    ))}
    <Field label={LOG_PURPOSE.purpose} required>
      <Input
        value={asking.purpose}
        maxLength={200}
        required
        onChange={(_, { value }) => change({ purpose: value })}
      />
    </Field>
    {(['since', 'until'] as const).map((one) => (
      <Field key={one} label={LOG_PAGE[one]}>
        <Input
          type="date"
          value={asking[one] ?? ''}
          onChange={(_, { value }) => change({ [one]: value || undefined })}
        />
      </Field>
    ))}
    {acts.length > 0 ? (
      <Field label={LOG_PAGE.act}>
        <Select value={asking.what ?? ''} onChange={(_, { value }) => change({ what: value || undefined })}>
          <option value="">{LOG_PAGE.all}</option>
          {acts.map((act) => (
            <option key={act}>{act}</option>
          ))}
        </Select>
      </Field>
    ) : null}
  </>
);

/** A log that is asked for by a press; what was had stays until there is another. */
function useLog(client: Client) {
  const [page, setPage] = useState<LogPage>();
  const [fault, setFault] = useState<unknown>();
  const once = useOnce();
  const read = (question: LogAsked) =>
    once.run(async () => {
      setFault(undefined);
      await client.ask(question).then((answer) => setPage(answer as LogPage), setFault);
    });
  return { page, fault, isBusy: once.isBusy, read };
}

/** *Logg*: asked for with a purpose, of some days and one act; what was asked stays where it could not be had. */
export const LogSheet = ({ client, id }: { client: Client; id: string }) => {
  const [asking, setAsking] = useState<Asking>({ purpose: '' });
  const { page, fault, isBusy, read } = useLog(client);
  const file = useFile(client);
  const question = (): LogAsked => ({ ask: 'log', id, ...asking });
  return (
    <section>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void read(question());
        }}
      >
        <Choices
          asking={asking}
          acts={page?.acts ?? []}
          change={(more) => setAsking((before) => ({ ...before, ...more }))}
        />
        <div className="buttons">
          <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
            {LOG_PAGE.read}
          </Button>
          {page ? (
            <Button
              disabledFocusable={file.isBusy}
              onClick={() => file.take({ ...question(), isFile: true })}
            >
              {LOG_PAGE.csv}
            </Button>
          ) : null}
        </div>
      </form>
      <Progress isBusy={isBusy || file.isBusy} />
      {(fault ?? file.fault) ? <Fault error={fault ?? file.fault} isKept /> : null}
      {page ? <Rows page={page} /> : null}
    </section>
  );
};
